import Cryptography

/// Draws places in a list from a public seed, so that anybody can draw the same.
///
/// Source: Ronald L. Rivest, reference sampler of 14 November 2011: the i-th draw, i from 1, is
/// SHA-256 of `seed,i` as a whole number, modulo the length, plus 1. The seed is text and is never
/// parsed: `0` and `00` differ. Draws are with replacement; duplicates stay.
package enum Sampler {
    /// - Parameters:
    ///   - seed: as read aloud at the ceremony, digits for example.
    ///   - total: length of the list, above zero.
    /// - Returns: `count` places, 1...total, in the order drawn.
    package static func draws(seed: String, total: Int, count: Int) -> [Int] {
        precondition(total > 0, "a sample from \(total) papers")
        guard count > 0 else { return [] }
        return (1...count).map { index in
            let digest = Digest.of("\(seed),\(index)")
            var remainder = 0
            for byte in digest.bytes {
                // Horner's rule keeps the remainder below `total`; the product fits 64 bits as long
                // as the list is shorter than 2^55 papers.
                remainder = (remainder << 8 | Int(byte)) % total
            }
            return remainder + 1
        }
    }
}
