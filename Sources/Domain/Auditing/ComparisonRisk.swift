/// The risk of a ballot-comparison audit: the largest chance that a wrong outcome would have passed
/// with a sample as good as this one.
///
/// Source: Stark, "Super-Simple Simultaneous Single-Ballot Risk-Limiting Audits", EVT/WOTE 2010
/// (Kaplan and Markov's bound with inflator gamma). Written as a product, so that every machine
/// gets the same digits.
package struct ComparisonRisk: Hashable, Sendable {
    /// Gamma, above 1. The price of small errors; 1.03905 is the value used in practice.
    package static let inflator = 1.03905

    package var draws: Int
    /// Overstatements of the margin by one and by two votes, then understatements.
    package var oneOver: Int
    package var twoOver: Int
    package var oneUnder: Int
    package var twoUnder: Int

    package init(
        draws: Int, oneOver: Int = 0, twoOver: Int = 0, oneUnder: Int = 0, twoUnder: Int = 0
    ) {
        precondition(
            draws >= 0 && oneOver + twoOver + oneUnder + twoUnder <= draws,
            "more discrepancies than papers drawn")
        self.draws = draws
        self.oneOver = oneOver
        self.twoOver = twoOver
        self.oneUnder = oneUnder
        self.twoUnder = twoUnder
    }

    /// - Parameter margin: diluted margin, in votes over papers; in (0, 1].
    /// - Returns: the measured risk, at most 1.
    package func risk(margin: Double) -> Double {
        guard margin > 0 else { return 1 }
        let gamma = Self.inflator
        var risk = power(1 - margin / (2 * gamma), draws)
        risk /= power(1 - 1 / (2 * gamma), oneOver)
        risk /= power(1 - 1 / gamma, twoOver)
        risk /= power(1 + 1 / (2 * gamma), oneUnder)
        risk /= power(1 + 1 / gamma, twoUnder)
        return min(1, risk)
    }

    /// Papers to draw so that the risk reaches the limit, if no discrepancy is found.
    package static func drawsWithoutDiscrepancy(margin: Double, limit: Double) -> Int {
        precondition(0 < margin && margin <= 1, "a margin of \(margin)")
        precondition(0 < limit && limit < 1, "a risk limit of \(limit)")
        let step = 1 - margin / (2 * inflator)
        var risk = 1.0
        var draws = 0
        while risk > limit {
            risk *= step
            draws += 1
        }
        return draws
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= base }
        return result
    }
}
