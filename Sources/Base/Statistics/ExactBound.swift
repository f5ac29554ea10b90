/// The largest chance of success that is still compatible with what was seen, one-sided.
///
/// With no success in n trials and a confidence of 95 % this is about 3 / n, the rule of three.
/// Holds for independent trials that all have one chance.
///
/// Source: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in
/// the case of the binomial", Biometrika 26 (1934), 404 to 413.
///
/// - Parameters:
///   - successes: 0...trials.
///   - trials: at least 1.
///   - confidence: in (0, 1).
/// - Returns: the chance at which this many successes or fewer are met with a chance of
///   1 - confidence; 1 when every trial succeeded.
package func upperBound(successes: Int, trials: Int, confidence: Double = 0.95) -> Double {
    precondition(trials > 0 && (0...trials).contains(successes), "\(successes) of \(trials)")
    precondition(0 < confidence && confidence < 1, "a confidence of \(confidence)")
    guard successes < trials else { return 1 }
    var low = Double(successes) / Double(trials)
    var high = 1.0
    // Halving to the last bit: 1 is halved 60 times before two neighbours near 1e-9 are left.
    for _ in 0..<90 {
        let middle = (low + high) / 2
        let tail = chanceOfAtMost(successes, trials: trials, chance: middle)
        if tail > 1 - confidence { low = middle } else { high = middle }
    }
    return high
}

private func chanceOfAtMost(_ successes: Int, trials: Int, chance: Double) -> Double {
    guard chance > 0 else { return 1 }
    guard chance < 1 else { return 0 }
    let odds = chance / (1 - chance)
    // The last term by logarithms, those before it each from the one behind it.
    var term = exponential(
        logGamma(Double(trials) + 1) - logGamma(Double(successes) + 1)
            - logGamma(Double(trials - successes) + 1)
            + Double(successes) * naturalLogarithm(chance)
            + Double(trials - successes) * naturalLogarithm(1 - chance))
    var sum = term
    var count = successes
    while count > 0, term > sum * 1e-17 {
        term *= Double(count) / Double(trials - count + 1) / odds
        sum += term
        count -= 1
    }
    return sum
}
