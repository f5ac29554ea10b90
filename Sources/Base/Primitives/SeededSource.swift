/// Random numbers that any machine repeats from the same seed. For invented voters, pens and scans;
/// never for keys, and never for an audit's sample, which follows a published SHA-256 rule.
///
/// Source: SplitMix64, Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014; constants as in Vigna's public-domain reference.
package struct SeededSource: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A source of its own for one named purpose, so that adding draws in one place moves no other.
    package init(seed: UInt64, purpose: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bit
        for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        state = seed ^ hash
        _ = next()
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, not including, `bound`; without bias.
    package mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "an empty range")
        let limit = UInt64.max - UInt64.max % UInt64(bound)
        while true {
            let draw = next()
            if draw < limit { return Int(draw % UInt64(bound)) }
        }
    }

    /// A fraction in [0, 1).
    package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A fraction in [low, high).
    package mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * fraction()
    }

    /// Fisher and Yates; our own, because the standard library may change its shuffle.
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        var last = result.count - 1
        while last > 0 {
            result.swapAt(last, below(last + 1))
            last -= 1
        }
        return result
    }
}
