import CSodium

/// An Ed25519 public key (RFC 8032), 32 bytes.
package struct VerifyingKey: Hashable, Sendable {
    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    package func accepts(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard signature.count == 64 else { return false }
        return crypto_sign_verify_detached(
            signature, message, UInt64(message.count), bytes) == 0
    }
}

/// An Ed25519 private key, made from its 32-byte seed.
package struct SigningKey: Sendable {
    private let secret: [UInt8]
    package let verifyingKey: VerifyingKey

    /// Nil unless the seed has 32 bytes.
    package init?(seed: [UInt8]) {
        guard seed.count == 32, sodium_init() >= 0 else { return nil }
        var open = [UInt8](repeating: 0, count: 32)
        var secret = [UInt8](repeating: 0, count: 64)
        guard crypto_sign_seed_keypair(&open, &secret, seed) == 0,
            let key = VerifyingKey(bytes: open)
        else { return nil }
        self.secret = secret
        verifyingKey = key
    }

    /// Deterministic, as RFC 8032 has it: the same message has the same signature.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        let done = crypto_sign_detached(
            &signature, nil, message, UInt64(message.count), secret)
        precondition(done == 0, "libsodium refuses to sign")
        return signature
    }
}
