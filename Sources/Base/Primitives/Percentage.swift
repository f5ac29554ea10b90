/// A share printed as a percentage, computed from whole numbers alone.
///
/// The rounding rule is half away from zero on the exact quotient: 1/8 with one decimal is 12.5,
/// 1/16 is 6.3. Binary fractions never take part, so every machine prints the same digits.
package struct Percentage: Hashable, Sendable {
    package let part: Int
    package let base: Int

    /// - Parameters:
    ///   - part: never negative.
    ///   - base: what the share is of; zero means that no percentage exists.
    package init(_ part: Int, of base: Int) {
        precondition(part >= 0 && base >= 0, "a share of \(part) in \(base)")
        self.part = part
        self.base = base
    }

    /// `39.16`, or nil when the base is zero, or so small beside the part that no whole number holds
    /// the share.
    package func text(decimals: Int = 2) -> String? {
        guard base > 0 else { return nil }
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        guard part / base < Int.max / (200 * scale) else { return nil }
        let (whole, rest) = base.dividingFullWidth(part.multipliedFullWidth(by: 100 * scale))
        let rounded = rest >= base - rest ? whole + 1 : whole
        guard decimals > 0 else { return String(rounded) }
        return "\(rounded / scale).\((rounded % scale).padded(decimals))"
    }
}
