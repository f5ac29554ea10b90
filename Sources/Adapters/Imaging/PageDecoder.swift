import CImage
import CTurboJPEG
import CZXing
import Primitives
import Scanning

/// Turns the bytes of a picture file into grey pixels. The kind is told by the first bytes, never
/// by the file's name.
package enum PageDecoder {
    /// 100 megapixels: four times an A3 page at 400 dots per inch.
    package static let mostPixels = 100_000_000
    /// Longest side; beyond it a picture is no page.
    package static let longestSide = 40_000

    package enum Kind: String, Sendable { case jpeg, png, tiff, pdf }

    package static func kind(_ bytes: [UInt8]) -> Kind? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00])
            || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
        {
            return .tiff
        }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        return nil
    }

    package static func decode(_ bytes: [UInt8]) throws(ImageProblem) -> GrayImage {
        switch kind(bytes) {
        case .jpeg: try jpeg(bytes)
        case .png: try shim(bytes, cimage_read_png)
        case .tiff: try shim(bytes, cimage_read_tiff)
        case .pdf: throw .pdf
        case nil: throw bytes.isEmpty ? .empty : .unknownKind
        }
    }

    private static func jpeg(_ bytes: [UInt8]) throws(ImageProblem) -> GrayImage {
        guard let decoder = tjInitDecompress() else { throw .noMemory }
        defer { tjDestroy(decoder) }
        var width: Int32 = 0
        var height: Int32 = 0
        var sampling: Int32 = 0
        var colours: Int32 = 0
        let count = UInt(bytes.count)
        let header = bytes.withUnsafeBufferPointer {
            tjDecompressHeader3(
                decoder, $0.baseAddress, count, &width, &height, &sampling, &colours)
        }
        guard header == 0 else { throw .corrupt(words(decoder)) }
        try checkSize(Int(width), Int(height))
        var status: Int32 = 0
        // The accurate transform: measurements must not depend on the fast one's rounding. A file
        // that ends early is decoded with a warning and grey below, so warnings stop it.
        let flags = TJFLAG_STOPONWARNING | TJFLAG_ACCURATEDCT
        let pixels = [UInt8](unsafeUninitializedCapacity: Int(width) * Int(height)) {
            into, filled in
            bytes.withUnsafeBufferPointer {
                status = tjDecompress2(
                    decoder, $0.baseAddress, count, into.baseAddress, width, 0, height,
                    TJPF_GRAY.rawValue.asInt32, flags)
            }
            filled = Int(width) * Int(height)
        }
        guard status == 0 else { throw .corrupt(words(decoder)) }
        return GrayImage(width: Int(width), height: Int(height), pixels: pixels)
    }

    private static func words(_ decoder: tjhandle) -> String {
        guard let text = tjGetErrorStr2(decoder) else { return "" }
        return String(cString: text)
    }

    private static func checkSize(_ width: Int, _ height: Int) throws(ImageProblem) {
        guard width > 0, height > 0 else { throw .corrupt("it has no pixels") }
        guard width <= longestSide, height <= longestSide, width * height <= mostPixels else {
            throw .tooLarge(width: width, height: height)
        }
    }

    private static func shim(
        _ bytes: [UInt8],
        _ read: (UnsafePointer<UInt8>?, Int, UInt64, UnsafeMutablePointer<cimage>?) -> Int32
    ) throws(ImageProblem) -> GrayImage {
        var image = cimage()
        let status = bytes.withUnsafeBufferPointer {
            read($0.baseAddress, $0.count, UInt64(mostPixels), &image)
        }
        defer { cimage_free(&image) }
        let width = Int(image.width)
        let height = Int(image.height)
        switch UInt32(status) {
        case CIMAGE_OK.rawValue: break
        case CIMAGE_TOO_LARGE.rawValue: throw .tooLarge(width: width, height: height)
        case CIMAGE_UNSUPPORTED.rawValue: throw .unsupported
        case CIMAGE_SEVERAL_PAGES.rawValue: throw .severalPages
        case CIMAGE_NO_MEMORY.rawValue: throw .noMemory
        default:
            let words = withUnsafeBytes(of: image.message) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            throw .corrupt(words)
        }
        try checkSize(width, height)
        let pixels = [UInt8](UnsafeBufferPointer(start: image.pixels, count: width * height))
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    /// The QR code on a page, if there is one that can be read.
    package static func code(on image: GrayImage) -> FoundCode? {
        var text = [CChar](repeating: 0, count: 1024)
        var degrees: Int32 = 0
        let count = image.pixels.withUnsafeBufferPointer {
            czxing_read_qr(
                $0.baseAddress, Int32(image.width), Int32(image.height), &text, text.count,
                &degrees)
        }
        guard count > 0 else { return nil }
        let bytes = text.prefix(Int(count)).map { UInt8(bitPattern: $0) }
        return FoundCode(
            text: String(decoding: bytes, as: UTF8.self), degrees: (Int(degrees) + 360) % 360)
    }
}

extension UInt32 {
    fileprivate var asInt32: Int32 { Int32(bitPattern: self) }
}
extension Int32 {
    fileprivate var asInt32: Int32 { self }
}

/// A picture that cannot be used.
package enum ImageProblem: Problem, Hashable {
    case empty
    case unknownKind
    case corrupt(String)
    case tooLarge(width: Int, height: Int)
    case unsupported
    case severalPages
    case pdf
    case noMemory

    package var code: String {
        switch self {
        case .empty: "imaging.empty"
        case .unknownKind: "imaging.unknown-kind"
        case .corrupt: "imaging.corrupt"
        case .tooLarge: "imaging.too-large"
        case .unsupported: "imaging.unsupported"
        case .severalPages: "imaging.several-pages"
        case .pdf: "imaging.pdf"
        case .noMemory: "imaging.no-memory"
        }
    }

    package var summary: String {
        switch self {
        case .empty: "The file is empty."
        case .unknownKind: "The file is no JPEG, PNG or TIFF picture."
        case .corrupt(let words): "The picture is truncated or damaged (\(words))."
        case .tooLarge(let width, let height):
            "The picture has \(width) by \(height) pixels, more than is accepted."
        case .unsupported: "The picture is of a kind that scanners of ballots do not make."
        case .severalPages: "The file holds several pages."
        case .pdf: "PDF pages are not read yet."
        case .noMemory: "There is not enough memory for the picture."
        }
    }

    package var remedy: String {
        switch self {
        case .empty, .corrupt: "Copy the file again, or scan the page again."
        case .unknownKind, .unsupported:
            "Save pages as 8-bit grey or 1-bit JPEG, PNG or TIFF."
        case .tooLarge: "Scan at 200 or 300 dots per inch."
        case .severalPages: "Save each page as its own file, for example with tiffsplit."
        case .pdf:
            "Turn the pages into pictures first, for example with pdftoppm -gray -png -r 200."
        case .noMemory: "Use fewer jobs, or a machine with more memory."
        }
    }
}
