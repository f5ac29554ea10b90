import Scanning

/// Turns the bytes of a picture file into grey pixels. The kind is told by the first bytes, never
/// by the file's name.
package enum PageDecoder {
    /// 100 megapixels: four times an A3 page at 400 dots per inch.
    package static let mostPixels = 100_000_000
    /// Longest side; beyond it a picture is no page.
    package static let longestSide = 40_000
    /// Bytes that decoding one page may take beyond those of the file itself.
    package static let mostMemory = 320_000_000
    /// Pages in one file. A feeder holds some hundred sheets.
    package static let mostPages = 10_000

    package enum Kind: String, Sendable {
        case jpeg, png, tiff, pdf
        /// A portable grey map: a page on its own out of a file of several.
        case map
    }

    /// Nil for bytes of any other kind. A BigTIFF is a TIFF here, and refused by name later.
    package static func kind(_ bytes: some Collection<UInt8>) -> Kind? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: PNGHeader.signature) { return .png }
        for start: [UInt8] in [
            [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0],
            [0x4D, 0x4D, 0, 0x2B],
        ] where bytes.starts(with: start) {
            return .tiff
        }
        if bytes.starts(with: Array("P5\n".utf8)) { return .map }
        return bytes.starts(with: Array("%PDF-".utf8)) ? .pdf : nil
    }

    /// Pages in the file, at least one.
    package static func pages(_ bytes: [UInt8]) throws(ImageProblem) -> Int {
        try PictureFile(bytes).pages
    }

    /// The only page of a file.
    package static func decode(_ bytes: [UInt8]) throws(ImageProblem) -> GrayImage {
        let file = try PictureFile(bytes)
        guard file.pages == 1 else { throw .severalPages }
        return try file.decode(page: 1).image
    }

    /// One page of a file. To read many pages of one file, open it once as a ``PictureFile``.
    ///
    /// - Parameter page: counted from 1.
    package static func decode(_ bytes: [UInt8], page: Int) throws(ImageProblem) -> DecodedPage {
        try PictureFile(bytes).decode(page: page)
    }

    static func checkSize(_ width: Int, _ height: Int) throws(ImageProblem) {
        guard width > 0, height > 0 else { throw .noPixels }
        guard width <= longestSide, height <= longestSide, width * height <= mostPixels else {
            throw .tooLarge(width: width, height: height)
        }
    }

    /// Refuses work that would need more bytes than one page may take.
    static func checkMemory(_ bytes: Int) throws(ImageProblem) {
        guard bytes <= mostMemory else {
            throw .tooMuchMemory(megabytes: (bytes + 999_999) / 1_000_000)
        }
    }
}
