import CPostgreSQL
import Storage

/// Where a database is: what libpq reads from `postgres://user@host/name?sslmode=verify-full`.
///
/// Everything that libpq understands passes through. The password is shown to nobody.
package struct PostgreSQLAddress: Sendable {
    private let url: String
    private let secrets: [String]
    /// User, host, port and name of the database, for people.
    package let shown: String

    /// - Throws: ``StorageProblem/unavailable(_:)`` for a text that is no address; the text is not
    ///   repeated, since it may hold a password.
    package init(_ url: String) throws(StorageProblem) {
        var complaint: UnsafeMutablePointer<CChar>?
        let options = url.isStorable ? PQconninfoParse(url, &complaint) : nil
        defer {
            if let complaint { PQfreemem(complaint) }
            if let options { PQconninfoFree(options) }
        }
        guard let options else {
            throw .unavailable(
                "the address of the database cannot be read; it is written "
                    + "postgres://user@host:5432/name")
        }
        var parts: [String: String] = [:]
        var next = options
        while let keyword = next.pointee.keyword {
            if let value = next.pointee.val {
                parts[String(cString: keyword)] = String(cString: value)
            }
            next += 1
        }
        self.url = url
        secrets = ["password", "sslpassword"].compactMap { parts[$0] }.filter { !$0.isEmpty }
        let user = parts["user"].map { "\($0)@" } ?? ""
        let host = parts["host"] ?? parts["hostaddr"] ?? "local"
        let port = parts["port"].map { ":\($0)" } ?? ""
        shown = "postgres://\(user)\(host)\(port)/\(parts["dbname"] ?? "")"
    }

    /// Opens a connection; the caller looks at its status.
    func connect() -> OpaquePointer? {
        // What the address says comes later in the list and therefore wins.
        let defaults = [
            ("connect_timeout", "5"), ("application_name", "dobush"), ("keepalives_idle", "10"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "15000"), ("dbname", url), ("client_encoding", "UTF8"),
        ]
        let texts = defaults.map { (copy($0.0), copy($0.1)) }
        defer {
            for (name, value) in texts {
                name.deallocate()
                value.deallocate()
            }
        }
        let names: [UnsafePointer<CChar>?] = texts.map { UnsafePointer($0.0) } + [nil]
        let values: [UnsafePointer<CChar>?] = texts.map { UnsafePointer($0.1) } + [nil]
        return PQconnectdbParams(names, values, 1)
    }

    /// A message of libpq or the server on one line, without what is secret.
    func clean(_ message: String) -> String {
        var text = message.split(whereSeparator: \.isNewline).joined(separator: "; ")
        for secret in secrets {
            text = text.split(separator: secret, omittingEmptySubsequences: false).joined(
                separator: "…")
        }
        while text.hasSuffix(" ") || text.hasSuffix(".") { text.removeLast() }
        return "\(shown): \(text)"
    }

    private func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = Array(text.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        return copy
    }
}
