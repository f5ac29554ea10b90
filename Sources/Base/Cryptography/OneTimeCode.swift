import COpenSSL

/// The six digits that change every half minute: a second factor that a phone shows.
///
/// Source: RFC 6238 (TOTP) over RFC 4226 (HOTP), HMAC-SHA-1, steps of 30 s; what every
/// authenticator app knows without being asked.
package struct OneTimeCode: Hashable, Sendable {
    package static let step = 30

    private let secret: [UInt8]

    /// - Parameter secret: 20 bytes by RFC 4226, section 4; at least 16.
    package init?(secret: [UInt8]) {
        guard (16...64).contains(secret.count) else { return nil }
        self.secret = secret
    }

    /// The step that a moment lies in.
    package static func step(at seconds: Int) -> Int { seconds / step }

    package func code(step: Int, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        var mac = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 20
        let done = HMAC(
            EVP_sha1(), secret, Int32(secret.count), counter, counter.count, &mac, &length)
        precondition(done != nil && length == 20, "OpenSSL refuses HMAC-SHA-1")
        let offset = Int(mac[19] & 15)
        let word =
            (Int(mac[offset] & 0x7F) << 24) | (Int(mac[offset + 1]) << 16)
            | (Int(mac[offset + 2]) << 8) | Int(mac[offset + 3])
        var bound = 1
        for _ in 0..<digits { bound *= 10 }
        let text = String(word % bound)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The step whose code this is, one step before and after now included for clocks that differ;
    /// nil when it is none of them or was used before.
    ///
    /// - Parameter last: the newest step already used; a code is accepted once (RFC 6238, 5.2).
    package func accepted(_ code: String, at seconds: Int, after last: Int?) -> Int? {
        let now = Self.step(at: seconds)
        return (now - 1...now + 1).first { step in
            step > last ?? Int.min
                && Secrets.equal(Array(self.code(step: step).utf8), Array(code.utf8))
        }
    }

    /// The secret in base32 (RFC 4648, section 6), as a person types it into the app.
    package var text: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var out: [UInt8] = []
        var word = 0
        var held = 0
        for byte in secret {
            word = word << 8 | Int(byte)
            held += 8
            while held >= 5 {
                held -= 5
                out.append(alphabet[word >> held & 31])
            }
            word &= (1 << held) - 1
        }
        if held > 0 { out.append(alphabet[word << (5 - held) & 31]) }
        return String(decoding: out, as: UTF8.self)
    }

    package var bytes: [UInt8] { secret }
}
