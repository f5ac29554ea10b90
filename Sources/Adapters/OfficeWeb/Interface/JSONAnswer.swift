import Foundation
import HTTPServer

/// JSON answers: keys sorted, nothing in between, so that the same value is the same bytes.
enum JSONAnswer {
    static func bytes(_ value: some Encodable) -> [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { Array($0) }
    }

    static func response(_ value: some Encodable, status: Int = 200) -> Response {
        guard let bytes = bytes(value) else {
            return Response(status: 500, type: "application/json", body: Array("{}".utf8))
        }
        return Response(status: status, type: "application/json", body: bytes)
    }
}
