import Primitives

/// A picture file, or a page of it, that cannot be used.
///
/// Words of a decoding library are kept as they are, in English, shortened and made printable.
package enum ImageProblem: ToldInThreeLanguages, Hashable, Codable {
    case empty
    case unknownKind
    /// Truncated or damaged; what the decoder said.
    case corrupt(String)
    case noPixels
    case tooLarge(width: Int, height: Int)
    /// Within the number of pixels, but decoding it needs more memory than a page may take.
    case tooMuchMemory(megabytes: Int)
    /// A progressive JPEG built up in so many passes that it is made to take time.
    case tooManyPasses(Int)
    case unsupported(String)
    /// Bits in a sample: 12 or 16 where 8 is read.
    case deepSamples(Int)
    case inkColours
    case animated
    case bigTIFF
    /// Pages refer back to each other, so that the file never ends.
    case endlessPages
    case tooManyPages(most: Int)
    case noSuchPage(Int, of: Int)
    /// The file holds several pages and one picture was wanted.
    case severalPages
    case pdfLocked
    case pdfDamaged(String)
    case pdfWithoutPages
    /// A page of the PDF took longer than is allowed; seconds.
    case pdfTooSlow(Int)
    /// A page of the PDF wants more memory or writes more than is allowed.
    case pdfTooMuch
    /// A program of poppler-utils cannot be started.
    case popplerMissing(String)
    /// The folder for the pages of a PDF cannot be used; what the system said.
    case noRoom(String)
    /// The process that decoded the picture ended without an answer; how.
    case decoderStopped(String)
    /// The picture took longer than is allowed; seconds.
    case tooSlow(Int)
    case noMemory

    package var code: String {
        switch self {
        case .empty: "imaging.empty"
        case .unknownKind: "imaging.unknown-kind"
        case .corrupt: "imaging.corrupt"
        case .noPixels: "imaging.no-pixels"
        case .tooLarge: "imaging.too-large"
        case .tooMuchMemory: "imaging.too-much-memory"
        case .tooManyPasses: "imaging.too-many-passes"
        case .unsupported: "imaging.unsupported"
        case .deepSamples: "imaging.deep-samples"
        case .inkColours: "imaging.ink-colours"
        case .animated: "imaging.animated"
        case .bigTIFF: "imaging.big-tiff"
        case .endlessPages: "imaging.endless-pages"
        case .tooManyPages: "imaging.too-many-pages"
        case .noSuchPage: "imaging.no-such-page"
        case .severalPages: "imaging.several-pages"
        case .pdfLocked: "imaging.pdf-locked"
        case .pdfDamaged: "imaging.pdf-damaged"
        case .pdfWithoutPages: "imaging.pdf-without-pages"
        case .pdfTooSlow: "imaging.pdf-too-slow"
        case .pdfTooMuch: "imaging.pdf-too-much"
        case .popplerMissing: "imaging.poppler-missing"
        case .noRoom: "imaging.no-room"
        case .decoderStopped: "imaging.decoder-stopped"
        case .tooSlow: "imaging.too-slow"
        case .noMemory: "imaging.no-memory"
        }
    }

    /// What a library said, fit for a line of text: printable ASCII, at most 120 characters.
    static func words(_ text: some Sequence<UInt8>) -> String {
        let printable = text.map { (0x20...0x7E).contains($0) ? $0 : 0x20 }
        let words = String(decoding: printable, as: UTF8.self).split(separator: " ")
            .joined(separator: " ")
        return words.count > 120 ? String(words.prefix(119)) + "…" : words
    }
}
