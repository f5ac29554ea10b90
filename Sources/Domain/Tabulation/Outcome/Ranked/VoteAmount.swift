/// Parts of votes as whole numbers of a smallest part, so that no binary fraction takes part.
///
/// With at most 10^9 ballots and nine decimals every sum fits 64 bits.
struct VoteScale: Hashable, Sendable {
    /// Smallest parts in one vote: ten to the power of the decimals kept, at least four.
    let one: Int
    /// The part that transferred votes are rounded down to.
    let grain: Int

    /// - Parameter decimals: 0...9.
    init(decimals: Int) {
        one = Self.power(max(decimals, 4))
        grain = one / Self.power(decimals)
    }

    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { n, _ in n * 10 }
    }

    /// `part / whole` as parts of one, rounded down to the grain.
    ///
    /// - Parameters:
    ///   - part: 0...whole.
    ///   - whole: above zero.
    func fraction(_ part: Int, of whole: Int) -> Int {
        let steps = whole.dividingFullWidth(part.multipliedFullWidth(by: one / grain)).quotient
        return steps * grain
    }

    /// A value times a fraction of one, rounded down to the grain.
    ///
    /// - Parameters:
    ///   - value: 0...one.
    ///   - fraction: 0...one.
    func product(_ value: Int, _ fraction: Int) -> Int {
        let exact = one.dividingFullWidth(value.multipliedFullWidth(by: fraction)).quotient
        return exact / grain * grain
    }

    /// The amount in decimals, without zeros at its end: `177.5192`.
    func text(_ amount: Int) -> String {
        let whole = amount / one
        var digits = Array(String(amount % one))
        guard digits != ["0"] else { return String(whole) }
        let width = String(one).count - 1
        digits = Array(repeating: "0", count: width - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(String(digits))"
    }
}
