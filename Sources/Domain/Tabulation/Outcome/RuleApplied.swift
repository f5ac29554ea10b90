import Elections
import Primitives

extension Contest {
    /// The outcome under the contest's rule; nil when no rule is stated.
    package func outcome(of figures: ContestFigures) -> Outcome? {
        outcome.map { RuleApplied(contest: self, rule: $0, figures: figures).outcome() }
    }
}

/// A rule at work, in whole numbers only: every share is compared by cross-multiplication.
///
/// The order of the steps: turnout, against-all, the share or the most votes, the second round.
private struct RuleApplied {
    let contest: Contest
    let rule: OutcomeRule
    let figures: ContestFigures

    private typealias Ranked = (option: ContestOption.ID, votes: Int)

    func outcome() -> Outcome {
        var reasons: [Outcome.Reason] = []
        if let turnout = turnoutReason() {
            reasons.append(turnout)
            if !turnout.holds { return Outcome(.void, [], reasons) }
        }
        let ranked = eligible()
        guard let leader = ranked.first, leader.votes > 0 else {
            reasons.append(Outcome.Reason(.anyVote, holds: false))
            return Outcome(noWinner, [], reasons)
        }
        if rule.mustBeatAgainstAll, let against = againstAll {
            let beaten = leader.votes > against.votes
            reasons.append(
                Outcome.Reason(
                    .beatsAgainstAll, holds: beaten, options: [leader.option, against.option],
                    votes: [leader.votes, against.votes]))
            if !beaten { return Outcome(.void, [], reasons) }
        }
        switch rule.kind {
        case .majority: return majority(ranked, &reasons)
        case .plurality: return plurality(ranked, &reasons)
        }
    }

    private func majority(_ ranked: [Ranked], _ reasons: inout [Outcome.Reason]) -> Outcome {
        let leader = ranked[0]
        let base = figures[rule.base]
        let wins = isMore(leader.votes, than: rule.numerator, of: rule.divisor, base)
        reasons.append(
            Outcome.Reason(
                .share, holds: wins, options: [leader.option], votes: [leader.votes],
                base: rule.base, baseCount: base, numerator: rule.numerator,
                divisor: rule.divisor))
        // A share of one half or less can be exceeded by several; the one ahead of them wins.
        if wins { return plurality(ranked, &reasons, sayWhenAlone: false) }
        switch rule.otherwise {
        case .rejected: return Outcome(noWinner, [], reasons)
        case .runoff: return runoff(ranked, &reasons)
        }
    }

    private func plurality(
        _ ranked: [Ranked], _ reasons: inout [Outcome.Reason], sayWhenAlone: Bool = true
    ) -> Outcome {
        let leaders = ranked.prefix { $0.votes == ranked[0].votes }.map(\.option)
        if ranked.count > 1, sayWhenAlone || leaders.count > 1 {
            reasons.append(
                Outcome.Reason(
                    .mostVotes, holds: leaders.count == 1,
                    options: ranked.prefix(2).map(\.option), votes: ranked.prefix(2).map(\.votes)))
        }
        return leaders.count == 1
            ? Outcome(contest.kind == .election ? .elected : .adopted, leaders, reasons)
            : Outcome(.tie, leaders, reasons)
    }

    private func runoff(_ ranked: [Ranked], _ reasons: inout [Outcome.Reason]) -> Outcome {
        guard ranked.count > 1 else { return Outcome(noWinner, [], reasons) }
        if ranked.count > 2 {
            let clear = ranked[1].votes > ranked[2].votes
            reasons.append(
                Outcome.Reason(
                    .secondPlace, holds: clear, options: ranked[1...2].map(\.option),
                    votes: ranked[1...2].map(\.votes)))
            if !clear {
                let tied = ranked.filter { $0.votes == ranked[1].votes }
                return Outcome(.tie, tied.map(\.option), reasons)
            }
        }
        return Outcome(.runoff, ranked.prefix(2).map(\.option), reasons)
    }

    private var noWinner: Outcome.Decision {
        contest.kind == .election ? .notElected : .notAdopted
    }

    private func turnoutReason() -> Outcome.Reason? {
        guard let percent = rule.minimumTurnoutPercent else { return nil }
        let reached = !isMore(
            percent, times: figures.registered, than: 100, times: figures.participants)
        return Outcome.Reason(
            .turnout, holds: reached, votes: [figures.participants], base: .registered,
            baseCount: figures.registered, numerator: percent, divisor: 100)
    }

    private var againstAll: Ranked? {
        contest.options.first { $0.kind == .againstAll }.map {
            ($0.id, figures.votes[$0.id] ?? 0)
        }
    }

    /// Who can win, most votes first; equals in the order of the ballot.
    private func eligible() -> [Ranked] {
        contest.options.filter { $0.kind != .againstAll }.enumerated()
            .map { (place: $0, option: $1.id, votes: figures.votes[$1.id] ?? 0) }
            .sorted { ($1.votes, $0.place) < ($0.votes, $1.place) }
            .map { ($0.option, $0.votes) }
    }

    /// votes > numerator / divisor of the base.
    private func isMore(_ votes: Int, than numerator: Int, of divisor: Int, _ base: Int) -> Bool {
        isMore(votes, times: divisor, than: numerator, times: base)
    }

    /// Products in double width, so that no definition can make them overflow.
    private func isMore(_ a: Int, times b: Int, than c: Int, times d: Int) -> Bool {
        let left = a.multipliedFullWidth(by: b)
        let right = c.multipliedFullWidth(by: d)
        return (left.high, left.low) > (right.high, right.low)
    }
}
