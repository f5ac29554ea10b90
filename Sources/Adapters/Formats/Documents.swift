import Foundation
import Primitives

/// JSON as Dobush writes and reads it: keys sorted, two spaces, no escaped slashes, a line feed at
/// the end, so that the same value is the same bytes.
package enum Documents {
    package static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(0x0A)
        return data
    }

    /// - Parameter name: the file's name, for the problem.
    package static func decode<Value: Decodable>(
        _ type: Value.Type, from data: Data, name: String
    ) throws(DocumentProblem) -> Value {
        guard NumberScan(data).isPlausible else {
            throw DocumentProblem(
                file: name, place: "", what: "it holds a number of more than twelve digits")
        }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw DocumentProblem(file: name, error: error)
        } catch {
            throw DocumentProblem(file: name, place: "", what: "it is not JSON")
        }
    }
}

/// A file that is not the document it should be.
package struct DocumentProblem: Problem {
    package let file: String
    package let place: String
    package let what: String

    package init(file: String, place: String, what: String) {
        self.file = file
        self.place = place
        self.what = what
    }

    init(file: String, error: DecodingError) {
        self.file = file
        let context: DecodingError.Context
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
            what = found.debugDescription
        case .keyNotFound(let key, let found):
            context = found
            what = "the field \(key.stringValue) is missing"
        @unknown default:
            place = ""
            what = "it cannot be decoded"
            return
        }
        place = context.codingPath.map { key in
            key.intValue.map { "[\($0)]" } ?? "." + key.stringValue
        }.joined()
    }

    package var code: String { "formats.not-this-document" }
    package var summary: String {
        place.isEmpty ? "\(file): \(what)." : "\(file), at \(place): \(what)."
    }
    package var remedy: String {
        "Check that the file is whole and of the kind that this command reads."
    }
}
