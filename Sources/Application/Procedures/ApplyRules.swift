import Elections
import Primitives
import Tabulation

/// Chapter 6: rules applied to ballots, lists and figures, from inputs that are already read.
package enum ApplyRules {
    package static func ranked(
        _ rule: RankedRule, _ ballots: RankedBallots
    ) throws(RuleFlaw) -> RankedComputation {
        var drawn = rule
        drawn.tie = try rule.tie?.drawn(from: rule.onBallot, by: DrawLots.order)
        return try RankedComputation(drawn, ballots)
    }

    package static func seats(
        _ rule: SeatRule, _ figures: SeatFigures
    ) throws(RuleFlaw) -> SeatComputation {
        var drawn = rule
        drawn.tie = try rule.tie?.drawn(from: figures.lists.map(\.id), by: DrawLots.order)
        return try SeatComputation(drawn, figures)
    }

    package static func outcome(
        _ contest: Contest, _ figures: ContestFigures
    ) throws(RuleFlaw) -> OutcomeComputation {
        var drawn = contest
        drawn.outcome?.tie = try contest.outcome?.tie?.drawn(
            from: contest.options.filter { $0.kind != .againstAll }.map(\.id),
            by: DrawLots.order)
        return try OutcomeComputation(drawn, figures)
    }
}

/// Repeats a computation from its own file.
package enum ReplayComputation {
    /// What the file says and what its inputs give.
    package struct Finding: Equatable, Sendable {
        /// The first sentences that differ, as stated and as recomputed; nil when all is equal.
        package let difference: (stated: String, computed: String)?
        package let steps: Int

        package static func == (left: Finding, right: Finding) -> Bool {
            left.steps == right.steps && left.difference?.stated == right.difference?.stated
                && left.difference?.computed == right.difference?.computed
        }
    }

    package static func ranked(_ stated: RankedComputation) throws(RuleFlaw) -> Finding {
        let computed = try ApplyRules.ranked(stated.rule, stated.ballots)
        return finding(stated == computed, stated.sentences, computed.sentences)
    }

    package static func seats(_ stated: SeatComputation) throws(RuleFlaw) -> Finding {
        let computed = try ApplyRules.seats(stated.rule, stated.figures)
        return finding(stated == computed, stated.sentences, computed.sentences)
    }

    package static func outcome(_ stated: OutcomeComputation) throws(RuleFlaw) -> Finding {
        let computed = try ApplyRules.outcome(stated.contest, stated.figures)
        return finding(stated == computed, stated.sentences, computed.sentences)
    }

    /// A declaration has its figures and its outcome; the contest with its rule is the definition's.
    ///
    /// - Throws: when the definition has not got the contest, or states another rule.
    package static func declaration(
        _ stated: Declaration, definition: ElectionDefinition
    ) throws -> Finding {
        guard let contest = stated.contest.flatMap({ definition.contest($0) }) else {
            throw PlainProblem(
                code: "tabulation.unknown-contest",
                summary:
                    "The results are of contest \(stated.contest?.text ?? "(none)"), which the definition has not got.",
                remedy: "Give the definition that the results were declared with.")
        }
        let votes = Dictionary(
            stated.options.map { ($0.id, $0.votes) }, uniquingKeysWith: { first, _ in first })
        guard (Array(votes.values) + Array(stated.bases.values)).allSatisfy({ $0 >= 0 }) else {
            throw PlainProblem(
                code: "tabulation.negative", summary: "A figure of the results is below zero.",
                remedy: "These are not results that dobush declare wrote.")
        }
        func base(_ base: Denominator) -> Int { stated.bases[base.rawValue] ?? 0 }
        let computed = contest.outcome(
            of: ContestFigures(
                votes: votes, registered: base(.registered), participants: base(.participants),
                valid: base(.valid)))
        let told =
            computed.map {
                $0.reasons.map { $0.sentence(in: contest) } + [$0.sentence(in: contest)]
            } ?? [LocalizedText(StatedOutcome.noRuleText)]
        switch stated.outcome {
        case .outcome(let outcome, let sentences):
            return finding(
                outcome == computed && sentences == told && stated.rule == contest.outcome,
                sentences, told)
        case .noRule:
            return finding(computed == nil, [LocalizedText(StatedOutcome.noRuleText)], told)
        }
    }

    private static func finding(
        _ equal: Bool, _ stated: [LocalizedText], _ computed: [LocalizedText]
    ) -> Finding {
        guard !equal else { return Finding(difference: nil, steps: computed.count) }
        for place in 0..<max(stated.count, computed.count) {
            let old = place < stated.count ? stated[place] : nil
            let new = place < computed.count ? computed[place] : nil
            if old != new {
                return Finding(
                    difference: (old?.en ?? "nothing", new?.en ?? "nothing"), steps: computed.count)
            }
        }
        return Finding(
            difference: ("a rule or figures that its own sentences do not fit", "the sentences"),
            steps: computed.count)
    }
}
