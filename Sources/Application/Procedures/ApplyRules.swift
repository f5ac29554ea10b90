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
            difference: ("figures that differ from its own sentences", "the sentences"),
            steps: computed.count)
    }
}
