import CSodium

/// Bytes that nobody can guess, and comparisons that do not tell how far they came.
package enum Secrets {
    /// From the system's random source, by libsodium.
    package static func random(_ count: Int) -> [UInt8] {
        precondition(sodium_init() >= 0, "libsodium does not start")
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// A token of 256 bits as 64 hexadecimal digits.
    package static func token() -> String { Hexadecimal.encode(random(32)) }

    /// True when both are the same, in a time that depends on the length alone.
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}

/// A password as it is kept: Argon2id with its salt and costs, in libsodium's text form.
///
/// Source: RFC 9106, section 4, second recommended option: 3 passes over 64 MiB; its four lanes are
/// one here, as libsodium has them. A sign-in costs about a tenth of a second of one core.
package struct PasswordHash: Hashable, Sendable {
    package static let passes: UInt64 = 3
    package static let memory = 64 << 20

    /// `$argon2id$v=19$m=65536,t=3,p=1$…`
    package let text: String

    /// Nil when the machine has not the memory.
    package static func of(_ password: String) -> PasswordHash? {
        precondition(sodium_init() >= 0, "libsodium does not start")
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        let done = crypto_pwhash_str_alg(
            &out, bytes, UInt64(bytes.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        guard done == 0 else { return nil }
        let text = out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return PasswordHash(kept: String(decoding: text, as: UTF8.self))
    }

    package init(kept text: String) { self.text = text }

    package func accepts(_ password: String) -> Bool {
        guard text.utf8.count < Int(crypto_pwhash_STRBYTES), sodium_init() >= 0 else {
            return false
        }
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }
}
