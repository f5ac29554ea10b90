/// The headers of a request in one piece of memory, read when they are asked for: most requests
/// are answered after a look at one or two of them.
struct HeaderLines: Sendable {
    /// Name in lower case, NUL, value, NUL, and so on.
    private let bytes: [UInt8]

    /// - Parameter bytes: as `dobush_headers` writes them.
    init(written bytes: [UInt8]) { self.bytes = bytes }

    /// What holds a NUL is left out.
    init(_ headers: [String: String]) {
        var bytes: [UInt8] = []
        for (name, value) in headers.sorted(by: { $0.key < $1.key })
        where !name.utf8.contains(0) && !value.utf8.contains(0) {
            bytes += Array(name.lowercased().utf8) + [0] + Array(value.utf8) + [0]
        }
        self.bytes = bytes
    }

    func value(of name: String) -> String? {
        let wanted = Array(name.lowercased().utf8)
        var found: String?
        forEach { name, value in
            guard name.elementsEqual(wanted) else { return }
            let text = String(decoding: value, as: UTF8.self)
            found = found.map { $0 + Self.joint(wanted) + text } ?? text
        }
        return found
    }

    var dictionary: [String: String] {
        var found: [String: String] = [:]
        forEach { name, value in
            let text = String(decoding: value, as: UTF8.self)
            let joint = Self.joint(name)
            let key = String(decoding: name, as: UTF8.self)
            found[key] = found[key].map { $0 + joint + text } ?? text
        }
        return found
    }

    private static func joint(_ name: some Sequence<UInt8>) -> String {
        name.elementsEqual("cookie".utf8) ? "; " : ", "
    }

    private func forEach(_ body: (_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Void) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0),
            let last = rest[(end + 1)...].firstIndex(of: 0)
        {
            body(rest[..<end], rest[(end + 1)..<last])
            rest = rest[(last + 1)...]
        }
    }
}
