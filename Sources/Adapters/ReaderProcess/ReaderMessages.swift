import Ballots
import Elections
import Foundation
import Primitives
import StationCount

/// What passes between the station and its reader: lines of JSON, each followed by as many bytes as
/// it says.
enum ReaderMessages {
    /// The first thing that the child says, once it has shut itself in.
    struct Ready: Codable {
        /// The version of Landlock that holds it; 0 without; negative when it is not held at all.
        var landlock: Int
    }

    /// The first thing that it is told.
    struct Election: Codable {
        var definition: ElectionDefinition
        var layouts: [BallotLayout]
    }

    struct Request: Codable {
        struct Page: Codable {
            var name: String
            var bytes: Int
        }

        var sheet: CastVoteRecord.ID
        var batch: Batch.ID?
        var pages: [Page]
    }

    static func line(_ message: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return Array(try encoder.encode(message)) + [0x0A]
    }

    /// A message that is always said.
    static func told(_ message: some Encodable) throws(ReaderProblem) -> [UInt8] {
        guard let line = try? line(message) else { throw .nonsense }
        return line
    }

    static func message<Message: Decodable>(
        _ type: Message.Type, _ line: [UInt8]
    ) throws(ReaderProblem) -> Message {
        guard let message = try? JSONDecoder().decode(type, from: Data(line)) else {
            throw .nonsense
        }
        return message
    }
}
