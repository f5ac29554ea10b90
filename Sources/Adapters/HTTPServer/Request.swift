/// What was asked for.
package struct Request: Sendable {
    /// As sent: `GET`, `POST` or any other token; case matters.
    package let method: String
    /// Decoded, always beginning with a slash; empty parts and dots are left as they came.
    package let path: String
    /// At most a hundred; of two with one name the last counts.
    package let query: [String: String]
    /// The whole body; empty when there is none. Never a part of one that broke off.
    package let body: [UInt8]
    /// The peer's numeric address, `unix` on a socket of the file system.
    ///
    /// Behind a proxy it is the proxy's; whom to believe about the rest is the service's matter.
    package let remote: String
    private let lines: HeaderLines

    /// Nil when the target is not a path of well-formed UTF-8.
    ///
    /// - Parameter languages: the Accept-Language header, unless `headers` has one.
    package init?(
        method: String, target: String, languages: String = "", headers: [String: String] = [:],
        body: [UInt8] = [], remote: String = "127.0.0.1"
    ) {
        var all = headers
        if !languages.isEmpty && all["accept-language"] == nil {
            all["accept-language"] = languages
        }
        self.init(
            method: method, target: target, lines: HeaderLines(all), body: body, remote: remote)
    }

    init?(method: String, target: String, lines: HeaderLines, body: [UInt8], remote: String) {
        guard let target = Target(target) else { return nil }
        self.method = method
        path = target.path
        query = target.query
        self.lines = lines
        self.body = body
        self.remote = remote
    }

    /// The Accept-Language header, as sent; empty when there is none.
    package var languages: String { header("accept-language") ?? "" }

    /// All headers, names in lower case; repeated ones joined as ``header(_:)`` does.
    ///
    /// Made at every call: one who wants a single header asks ``header(_:)``.
    package var headers: [String: String] { lines.dictionary }

    /// The value of a header, nil when it was not sent.
    ///
    /// Repeated ones are joined by a comma, cookies by a semicolon.
    /// Source: RFC 9110, section 5.3; RFC 9113, section 8.2.3.
    ///
    /// - Parameter name: in any case.
    package func header(_ name: String) -> String? { lines.value(of: name) }

    /// The cookies of the request, at most a hundred; of two with one name the first counts,
    /// which is the one for the longer path.
    ///
    /// Source: RFC 6265, section 5.4.
    package var cookies: [String: String] {
        var found: [String: String] = [:]
        for pair in (header("cookie") ?? "").split(separator: ";").prefix(100) {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { continue }
            let name = sides[0].trimmingBlanks
            var value = sides[1].trimmingBlanks
            if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = value.dropFirst().dropLast()
            }
            if !name.isEmpty && found[String(name)] == nil { found[String(name)] = String(value) }
        }
        return found
    }
}

extension Substring {
    /// Without spaces and tabs at either end.
    var trimmingBlanks: Substring {
        let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var rest = drop(while: blanks)
        while let last = rest.last, blanks(last) { rest.removeLast() }
        return rest
    }
}
