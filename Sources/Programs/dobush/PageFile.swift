import Ballots
import Imaging
import Procedures

/// Turns a file into what the reader takes, in this process: for pictures made here, and for a reader
/// that runs apart already. `read` decodes in processes of its own (`DecodingPool`).
enum PageFile {
    /// - Parameter codePlaces: where codes are printed; nil when none is looked for.
    @Sendable static func decode(_ bytes: [UInt8], codePlaces: [BallotLayout.Area]?) throws
        -> ReadSheets.Picture
    {
        let image = try PageDecoder.decode(bytes)
        return .init(image: image, code: codePlaces.flatMap { PageDecoder.code(on: image, at: $0) })
    }
}
