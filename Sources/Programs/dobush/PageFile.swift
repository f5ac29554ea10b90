import Ballots
import Formats
import Imaging
import Procedures
import Scanning

/// Turns a file into what the reader takes, in this process: for pictures made here, and for a reader
/// that runs apart already. `read` decodes in processes of its own (`DecodingPool`).
enum PageFile {
    @Sendable static func decode(_ bytes: [UInt8], codes: SoughtCodes) throws
        -> ReadSheets.Picture
    {
        let image = try PageDecoder.decode(bytes)
        return .init(image: image, code: PageDecoder.code(on: image, codes))
    }
}

extension Files {
    /// A file that is read as a page: 200 MB, a picture of the most pixels accepted, hardly compressed.
    @Sendable static func bytes(ofPage path: String) throws -> [UInt8] {
        Array(try read(path, limit: 200_000_000))
    }
}

extension PictureShelf {
    /// The bytes whose digest names the page in the records: of a file of one page the file as it is, of
    /// several the page alone.
    ///
    /// - Returns: nil when the file has no such page.
    func bytes(of page: PageReference) throws -> [UInt8]? {
        guard page.isOneOfSeveral else { return try Files.bytes(ofPage: page.file) }
        let file = try file(page.file)
        return page.page <= file.pages ? try file.alone(page: page.page) : nil
    }
}
