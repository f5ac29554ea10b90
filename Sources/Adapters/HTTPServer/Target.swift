/// The path and the query of a request's target, decoded.
struct Target {
    let path: String
    let query: [String: String]

    /// Nil when it does not begin with a slash or does not decode to UTF-8 without NUL.
    init?(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard text.hasPrefix("/"), let path = Self.decoded(parts[0], plus: false),
            !path.utf8.contains(0)
        else { return nil }
        self.path = path
        guard parts.count > 1 else {
            query = [:]
            return
        }
        guard let pairs = Self.pairs(parts[1], atMost: 100) else { return nil }
        query = Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    /// The names and values of `a=1&b=2` in their order; more than `atMost` are left out.
    ///
    /// Nil when one of them does not decode.
    static func pairs(_ text: Substring, atMost: Int) -> [(String, String)]? {
        var found: [(String, String)] = []
        for pair in text.split(separator: "&").prefix(atMost) {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(sides[0], plus: true),
                let value = decoded(sides.count > 1 ? sides[1] : "", plus: true)
            else { return nil }
            found.append((name, value))
        }
        return found
    }

    /// - Parameter plus: whether a plus stands for a space, as in forms.
    private static func decoded(_ text: Substring, plus: Bool) -> String? {
        let source = text.utf8
        guard source.contains(where: { $0 == 0x25 || $0 == 0x2B }) else { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var place = source.startIndex
        while place < source.endIndex {
            let byte = source[place]
            source.formIndex(after: &place)
            if byte == UInt8(ascii: "%") {
                guard let high = digit(source, &place), let low = digit(source, &place) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plus && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(
        _ source: Substring.UTF8View, _ place: inout Substring.UTF8View.Index
    ) -> UInt8? {
        guard place < source.endIndex else { return nil }
        let byte = source[place]
        source.formIndex(after: &place)
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte - UInt8(ascii: "A") + 10
        default: return nil
        }
    }
}
