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
    package init(fragment: String) { text = "#" + Self.segment(fragment) }

    /// What an authenticator app opens to show the codes of an account: the one address that leaves
    /// the site. SHA-1, six digits and thirty seconds are what every app takes for granted.
    /// Source: Google Authenticator, "Key Uri Format".
    ///
    /// - Parameter secret: in base32.
    package init(codesOf account: String, issuer: String, secret: String) {
        let office = Self.percentEncoded(issuer)
        text =
            "otpauth://totp/\(office):\(Self.percentEncoded(account))"
            + "?secret=\(Self.percentEncoded(secret))&issuer=\(office)"
    }

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

    /// The same address with values after a question mark.
    package func with(_ values: [(name: String, value: String)]) -> Address {
        guard !values.isEmpty else { return self }
        let query = values.map {
            Self.percentEncoded($0.name) + "=" + Self.percentEncoded($0.value)
        }
        return Address(whole: text + "?" + query.joined(separator: "&"))
    }

    private init(whole text: String) { self.text = text }

    /// The name that a segment was made of; nil when it is none, or its end is a digest.
    package static func name(ofSegment segment: String) -> String? {
        let parts = segment.split(separator: "~", omittingEmptySubsequences: false)
        var bytes = Array((parts.first ?? "").utf8)
        for part in parts.dropFirst() {
            guard part.utf8.count >= 2, let byte = Hexadecimal.decode(String(part.prefix(2))) else {
                return nil
            }
            bytes += byte + Array(part.dropFirst(2).utf8)
        }
        guard let name = String(validating: bytes, as: UTF8.self), Self.segment(name) == segment
        else { return nil }
        return name
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
