import COpenSSL

/// A SHA-256 value, 32 bytes.
package struct Digest: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 lower-case hexadecimal digits.
    package init?(hex: String) {
        guard hex.utf8.count == 64, let bytes = Hexadecimal.decode(hex),
            Hexadecimal.encode(bytes) == hex
        else { return nil }
        self.bytes = bytes
    }

    package var hex: String { Hexadecimal.encode(bytes) }

    /// The SHA-256 of the parts laid end to end. By OpenSSL, because it is the fastest kept library
    /// at hand for this: SHA-256 is most of what a verification costs.
    package static func of(_ parts: [UInt8]...) -> Digest {
        guard let context = EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
        defer { EVP_MD_CTX_free(context) }
        var done = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
        for part in parts {
            done =
                part.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) } == 1
                && done
        }
        var bytes = [UInt8](repeating: 0, count: 32)
        done = EVP_DigestFinal_ex(context, &bytes, nil) == 1 && done
        precondition(done, "OpenSSL refuses SHA-256")
        return Digest(unchecked: bytes)
    }

    package static func of(_ text: String) -> Digest { of(Array(text.utf8)) }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}

extension Digest: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let digest = Digest(hex: text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a digest is 64 lower-case hexadecimal digits"))
        }
        self = digest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}

extension Digest: CustomStringConvertible {
    package var description: String { hex }
}

/// Bytes as hexadecimal digits.
package enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for an odd number of digits or another character.
    package static func decode(_ text: String) -> [UInt8]? {
        let source = Array(text.utf8)
        guard source.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count / 2)
        for index in stride(from: 0, to: source.count, by: 2) {
            guard let high = value(source[index]), let low = value(source[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
