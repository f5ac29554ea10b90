/// Logarithms of factorials, from a table that is made once.
package struct LogFactorials: Sendable {
    private let table: [Double]

    /// - Parameter largest: the largest number whose factorial will be asked for; at least zero.
    package init(upTo largest: Int) {
        table = (0...largest).map { logGamma(Double($0) + 1) }
    }

    package subscript(_ number: Int) -> Double { table[number] }

    /// The largest number in the table.
    package var largest: Int { table.count - 1 }
}

/// How many of `trials` succeed when each does with the same chance, independently.
package struct Binomial: Sendable {
    package let trials: Int
    package let chance: Double
    private let logChance: Double
    private let logOther: Double
    private let logTrials: Double

    /// - Parameters:
    ///   - trials: at least 1.
    ///   - chance: a fraction in 0...1.
    ///   - factorials: a table that reaches `trials`.
    package init(trials: Int, chance: Double, factorials: LogFactorials) {
        precondition(trials > 0, "\(trials) trials")
        precondition(0 <= chance && chance <= 1, "a chance of \(chance)")
        self.trials = trials
        self.chance = chance
        logChance = chance > 0 ? naturalLogarithm(chance) : 0
        logOther = chance < 1 ? naturalLogarithm(1 - chance) : 0
        logTrials = factorials[trials]
    }

    package var mean: Double { Double(trials) * chance }
    package var standardDeviation: Double { squareRoot(mean * (1 - chance)) }

    /// The chance of exactly this many successes, 0...trials.
    package func probability(of successes: Int, _ factorials: LogFactorials) -> Double {
        if chance == 0 { return successes == 0 ? 1 : 0 }
        if chance == 1 { return successes == trials ? 1 : 0 }
        let failures = trials - successes
        return exponential(
            logTrials - factorials[successes] - factorials[failures]
                + Double(successes) * logChance + Double(failures) * logOther)
    }
}
