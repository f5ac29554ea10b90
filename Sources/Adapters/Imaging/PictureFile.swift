import Scanning

/// A file of one or more pages, opened: hands out page after page without decoding the others.
///
/// May be used from several threads at once. What follows the end of a picture in the file is not
/// looked at: cameras and scanners append previews and padding there.
package struct PictureFile: Sendable {
    package let kind: PageDecoder.Kind
    /// At least one.
    package let pages: Int
    private let content: Content

    private enum Content: Sendable {
        case jpeg([UInt8])
        case png([UInt8])
        case tiff([UInt8], directories: [Int])
        case pdf(PDFDocument)
        case map([UInt8])

        /// Nil for a PDF, which lies in a folder of its own.
        var bytes: [UInt8]? {
            switch self {
            case .jpeg(let bytes), .png(let bytes), .tiff(let bytes, _), .map(let bytes): bytes
            case .pdf: nil
            }
        }
    }

    private let apart: DecodingPool?

    /// - Parameters:
    ///   - apart: decodes in processes of their own; here, when nil.
    ///   - workplace: a folder in which a PDF may have its own; the system's, when nil.
    package init(
        _ bytes: [UInt8], apart: DecodingPool? = nil, workplace: String? = nil
    ) throws(ImageProblem) {
        self.apart = apart
        guard let kind = PageDecoder.kind(bytes) else {
            throw bytes.isEmpty ? .empty : .unknownKind
        }
        self.kind = kind
        switch kind {
        case .jpeg:
            pages = 1
            content = .jpeg(bytes)
        case .png:
            pages = 1
            content = .png(bytes)
        case .tiff:
            let directories = try TIFFDirectories(of: bytes).pages
            pages = directories.count
            content = .tiff(bytes, directories: directories)
        case .pdf:
            let document = try PDFDocument(bytes, apart: apart, workplace: workplace)
            pages = document.pages
            content = .pdf(document)
        case .map:
            pages = 1
            content = .map(bytes)
        }
    }

    /// - Parameter page: counted from 1.
    package func decode(page: Int) throws(ImageProblem) -> DecodedPage {
        guard (1...pages).contains(page) else { throw .noSuchPage(page, of: pages) }
        if let apart, let bytes = content.bytes {
            return try apart.decode(bytes, page: page, codes: .none, turning: true).page
        }
        return switch content {
        case .jpeg(let bytes): try JPEGPicture.decode(bytes)
        case .png(let bytes): try PNGPicture.decode(bytes)
        case .tiff(let bytes, let directories):
            try TIFFPicture.decode(bytes, directory: directories[page - 1])
        case .pdf(let document): try document.decode(page: page).page
        case .map(let bytes):
            DecodedPage(image: try PortableMap.decode(bytes), density: nil)
        }
    }

    /// One page of several as the bytes of a file of its own, whose digest names that page.
    ///
    /// A page of a PDF that is one JPEG is that JPEG as it was put in; any other page is its grey
    /// pixels as a portable grey map (`P5`), which every decoder gives alike.
    package func alone(page: Int) throws(ImageProblem) -> [UInt8] {
        if case .pdf(let document) = content, (1...pages).contains(page) {
            let (page, jpeg) = try document.decode(page: page)
            return jpeg ?? PortableMap.encode(page.image)
        }
        return PortableMap.encode(try decode(page: page).image)
    }
}
