import Elections
import Primitives

/// An outcome with the rule and the figures it was made from. File `outcome.json`.
package struct OutcomeComputation: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable { case outcome }

    package let kind: Kind
    package let contest: Contest
    package let figures: ContestFigures
    package let outcome: Outcome
    /// The rule in words, then the steps in the order taken.
    package let sentences: [LocalizedText]

    /// - Throws: the first flaw of the rule or the figures.
    package init(_ contest: Contest, _ figures: ContestFigures) throws(RuleFlaw) {
        if let flaw = figures.flaws(in: contest).first { throw flaw }
        if let flaw = contest.outcomeFlaws().first { throw flaw }
        guard let outcome = contest.outcome(of: figures) else {
            throw RuleFlaw(
                "no-rule", "Contest \(contest.id) states no rule, so it has no outcome.",
                "Add its rule under outcome.")
        }
        kind = .outcome
        self.contest = contest
        self.figures = figures
        self.outcome = outcome
        sentences =
            [contest.outcome?.text].compactMap { $0 }
            + outcome.reasons.map { $0.sentence(in: contest) } + [outcome.sentence(in: contest)]
    }

    /// True when the rule leaves equal votes as they are.
    package var isUndecided: Bool { outcome.decision == .tie }
}

extension ContestFigures {
    /// Why these cannot be the figures of the contest.
    func flaws(in contest: Contest) -> [RuleFlaw] {
        let known = Set(contest.options.map(\.id))
        let tables = [votes] + (earlier ?? [])
        if known.count != contest.options.count || contest.options.isEmpty {
            return [
                RuleFlaw(
                    "options", "Contest \(contest.id) has no options, or one of them twice.",
                    "Give each option an id of its own.")
            ]
        }
        if let rule = contest.outcome, rule.divisor < 1 || rule.numerator < 0 {
            return [
                RuleFlaw(
                    "outcome-share", "The rule asks for \(rule.numerator)/\(rule.divisor).",
                    "Give the share as two whole numbers, the second above zero.")
            ]
        }
        if let stranger = tables.flatMap(\.keys).first(where: { !known.contains($0) }) {
            return [
                RuleFlaw(
                    "unknown-option", "The figures name \(stranger), which is no option.",
                    "Correct the figures.")
            ]
        }
        let numbers = tables.flatMap(\.values) + [registered, participants, valid]
        if numbers.contains(where: { $0 < 0 }) {
            return [RuleFlaw("negative", "A figure is below zero.", "Correct the figures.")]
        }
        if valid > participants || votes.values.contains(where: { $0 > valid }) {
            return [
                RuleFlaw(
                    "figures",
                    "Valid papers (\(valid)) are more than papers (\(participants)), or an option has more votes than there are valid papers.",
                    "Correct the figures; valid counts papers, not marks.")
            ]
        }
        return []
    }
}
