/// What was asked for.
package struct Request: Sendable {
    package let method: String
    /// Decoded, always beginning with a slash; empty parts and dots are left as they came.
    package let path: String
    package let query: [String: String]
    /// The Accept-Language header, as sent.
    package let languages: String

    /// Nil when the target is not a path of well-formed UTF-8.
    package init?(method: String, target: String, languages: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard target.hasPrefix("/"), let path = Self.decoded(String(parts[0]), plus: false),
            !path.utf8.contains(0)
        else { return nil }
        var query: [String: String] = [:]
        for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&").prefix(100) {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(String(sides[0]), plus: true),
                let value = Self.decoded(sides.count > 1 ? String(sides[1]) : "", plus: true)
            else { return nil }
            query[name] = value
        }
        self.method = method
        self.path = path
        self.query = query
        self.languages = languages
    }

    private static func decoded(_ text: String, plus: Bool) -> String? {
        var bytes: [UInt8] = []
        var source = Array(text.utf8)[...]
        while let byte = source.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard source.count >= 2,
                    let value = UInt8(String(decoding: source.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                source = source.dropFirst(2)
            } else {
                bytes.append(plus && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// What is answered.
package struct Response: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(status: Int = 200, type: String, body: [UInt8]) {
        self.status = status
        self.body = body
        headers = [("Content-Type", type)]
    }

    package init(status: Int = 200, html: String) {
        self.init(status: status, type: "text/html; charset=utf-8", body: Array(html.utf8))
    }
}
