/// The generator that RCTab draws its lots with, so that its draws can be repeated.
///
/// A linear congruence of 48 bits. Source: the description of the class `java.util.Random` in the
/// Java SE API, which fixes the algorithm. Good enough to repeat a recorded lot; a new lot is drawn
/// from a published seed with SHA-256.
package struct JavaRandom {
    private static let multiplier: UInt64 = 0x5_DEEC_E66D
    private static let mask: UInt64 = (1 << 48) - 1
    private var state: UInt64

    package init(seed: Int64) {
        state = (UInt64(bitPattern: seed) ^ Self.multiplier) & Self.mask
    }

    /// - Parameter bits: 1 to 32.
    private mutating func next(_ bits: UInt64) -> UInt64 {
        state = (state &* Self.multiplier &+ 0xB) & Self.mask
        return state >> (48 - bits)
    }

    /// The place that `floor(nextDouble() * count)` names, in whole numbers.
    ///
    /// - Parameter count: above zero.
    package mutating func place(below count: Int) -> Int {
        let draw = (next(26) << 27) + next(27)
        let product = draw.multipliedFullWidth(by: UInt64(count))
        return Int(product.high << 11 | product.low >> 53)
    }

    /// `nextInt(bound)`: without bias, by refusing the last part of the range.
    ///
    /// - Parameter bound: 1 to 2^31 - 1.
    package mutating func below(_ bound: Int) -> Int {
        let wide = UInt64(bound)
        if bound & (bound - 1) == 0 { return Int((wide * next(31)) >> 31) }
        while true {
            let draw = next(31)
            let rest = draw % wide
            if draw - rest + (wide - 1) < 1 << 31 { return Int(rest) }
        }
    }

    /// `Collections.shuffle`: from the last place down, each swapped with one at or before it.
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, below(last + 1))
        }
        return result
    }
}
