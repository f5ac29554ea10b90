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
