/// What a picture is, by its first bytes.
package enum PageKind: Sendable {
    case jpeg, png, tiff, pdf
    /// A portable grey map, as a page is that was taken out of a file of several.
    case map
    case other

    package init(_ bytes: [UInt8]) {
        switch bytes.prefix(4) {
        case [0xFF, 0xD8, 0xFF, bytes.dropFirst(3).first ?? 0]: self = .jpeg
        case [0x89, 0x50, 0x4E, 0x47]: self = .png
        case [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]: self = .tiff
        case [0x25, 0x50, 0x44, 0x46]: self = .pdf
        default: self = bytes.starts(with: [0x50, 0x35]) ? .map : .other
        }
    }

    package var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .tiff: "tif"
        case .pdf: "pdf"
        case .map: "pgm"
        case .other: "bin"
        }
    }

    package var type: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .tiff: "image/tiff"
        case .pdf: "application/pdf"
        case .map: "image/x-portable-graymap"
        case .other: "application/octet-stream"
        }
    }

    /// True where the reader cannot tell by itself what pages there are: it may start no other program,
    /// and reads one page.
    package var mayHaveSeveralPages: Bool { self == .pdf || self == .tiff }
}
