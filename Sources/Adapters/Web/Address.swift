import Cryptography
import Primitives

/// Where a link leads: always inside the site and relative, so that the same page works from a
/// server, from a folder and from a memory stick.
package struct Address: Hashable, Sendable {
    package let text: String

    /// - Parameters:
    ///   - path: from the site's root, of names that `segment` made.
    ///   - root: the way from the page that links to the site's root: `../../`, or `/`.
    init(site path: String, root: String, fragment: String? = nil) {
        text = root + path + (fragment.map { "#" + Self.segment($0) } ?? "")
    }

    /// A place on the page itself.
    init(fragment: String) { text = "#" + Self.segment(fragment) }

    /// A file of the record, by its path there.
    init(record path: String, root: String) {
        let parts = path.split(separator: "/").map { Self.percentEncoded(String($0)) }
        text = root + "record/" + parts.joined(separator: "/")
    }

    /// A name of any kind as one part of a path that needs no escaping anywhere: letters, digits,
    /// `-`, `_`, dots inside; every other byte as `~2B`. Long names end in their digest.
    package static func segment(_ name: String) -> String {
        var result = ""
        for (index, byte) in name.utf8.enumerated() {
            let scalar = Unicode.Scalar(byte)
            let plain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || scalar == "-" || scalar == "_" || (scalar == "." && index > 0)
            result += plain ? String(Character(scalar)) : "~" + Hexadecimal.encode([byte])
        }
        guard result.utf8.count > 120 else { return result }
        return result.prefix(100) + "~" + Digest.of(Array(name.utf8)).hex.prefix(16)
    }

    /// The name that ``segment(_:)`` made this of; nil for anything else, and for a shortened one.
    static func name(ofSegment segment: String) -> String? {
        guard segment.utf8.count <= 120 else { return nil }
        var bytes: [UInt8] = []
        var rest = Array(segment.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2,
                let coded = Hexadecimal.decode(String(decoding: rest.prefix(2), as: UTF8.self))
            else { return nil }
            bytes += coded
            rest = rest.dropFirst(2)
        }
        let name = String(decoding: bytes, as: UTF8.self)
        return self.segment(name) == segment ? name : nil
    }

    private static func percentEncoded(_ name: String) -> String {
        name.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let plain =
                scalar.properties.isAlphabetic && byte < 0x80
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || "-_.~".utf8.contains(byte)
            return plain ? String(Character(scalar)) : "%" + Hexadecimal.encode([byte])
        }.joined()
    }
}
