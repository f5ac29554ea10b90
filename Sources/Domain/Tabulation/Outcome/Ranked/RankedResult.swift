import Elections
import Primitives

extension RankedRule {
    /// Counts the ballots.
    ///
    /// - Throws: the first flaw of the rule or of the ballots.
    package func count(_ ballots: RankedBallots) throws(RuleFlaw) -> RankedResult {
        if let flaw = flaws().first { throw flaw }
        if let flaw = ballots.flaws(under: self).first { throw flaw }
        let total = ballots.piles.reduce(0) { $0 + $1.count }
        let blank = ballots.piles.filter { $0.ranks.allSatisfy(\.isEmpty) }
        var rounds: [RankedRound] = []
        var elected: [Int] = []
        var stop: RankedResult.Stop?
        if method == .oneAfterAnother {
            for pass in 1...places where stop == nil {
                var count = RankedCount(self, ballots, without: Set(elected), pass: pass)
                count.run()
                rounds += count.rounds
                elected += count.order
                stop = count.stop
            }
        } else {
            var count = RankedCount(self, ballots)
            count.run()
            rounds = count.rounds
            elected = count.order
            stop = count.stop
        }
        return RankedResult(
            ballots: total, blank: blank.reduce(0) { $0 + $1.count }, rounds: rounds,
            elected: elected.map { candidates[$0].id }, stop: stop)
    }
}

/// A computation with everything it was made from, so that a stranger can repeat it from the file
/// alone. File `rounds.json`.
package struct RankedComputation: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable { case ranked }

    package let kind: Kind
    package let rule: RankedRule
    package let ballots: RankedBallots
    package let result: RankedResult
    /// The steps in words, in the order taken.
    package let sentences: [LocalizedText]

    package init(_ rule: RankedRule, _ ballots: RankedBallots) throws(RuleFlaw) {
        kind = .ranked
        self.rule = rule
        self.ballots = ballots
        result = try rule.count(ballots)
        sentences =
            [rule.text].compactMap { $0 } + RankedWords(rule: rule, result: result).sentences
    }

    /// True when the rule did not fill all seats.
    package var isUndecided: Bool { result.stop != nil }
}
