/// A header of the form `name; parameter=value; parameter="value"`.
///
/// Source: RFC 9110, section 5.6.6; in quoted values `\"` and `\\` as browsers and RFC 7578 have it.
struct MediaType {
    /// In lower case.
    private(set) var name = ""
    /// Names in lower case; of two with one name the first counts.
    private(set) var parameters: [String: String] = [:]

    init(_ text: String) {
        var rest = Array(text.utf8)[...]
        name = Self.word(&rest).lowercased()
        while rest.popFirst() == UInt8(ascii: ";"), parameters.count < 20 {
            let key = Self.word(&rest, until: UInt8(ascii: "=")).lowercased()
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            while rest.first == 0x20 || rest.first == 0x09 { rest.removeFirst() }
            let value: String
            if rest.first == UInt8(ascii: "\"") {
                value = Self.quoted(&rest)
                _ = Self.word(&rest)
            } else {
                value = Self.word(&rest)
            }
            if !key.isEmpty && parameters[key] == nil { parameters[key] = value }
        }
    }

    /// Up to the next semicolon or `stop`, without blanks around.
    private static func word(_ rest: inout ArraySlice<UInt8>, until stop: UInt8? = nil) -> String {
        let end = rest.firstIndex { $0 == UInt8(ascii: ";") || $0 == stop } ?? rest.endIndex
        let text = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[end...]
        return String(text[...].trimmingBlanks)
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String {
        rest.removeFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            let next = rest.first
            let escaped = next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            if byte == UInt8(ascii: "\\"), escaped, let next {
                bytes.append(next)
                rest.removeFirst()
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
