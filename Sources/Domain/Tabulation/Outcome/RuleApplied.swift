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
            if !beaten {
                return Outcome(
                    rule.againstAllWins == .newElection ? .newElection : .void, [], reasons)
            }
        }
        switch rule.kind {
        case .majority: return majority(ranked, &reasons)
        case .plurality: return plurality(ranked, &reasons)
        }
    }

    private func majority(_ ranked: [Ranked], _ reasons: inout [Outcome.Reason]) -> Outcome {
        let leader = ranked[0]
        let without = rule.baseWithoutAgainstAll == true ? againstAll?.votes ?? 0 : 0
        let base = max(0, figures[rule.base] - without)
        let wins = isMore(leader.votes, than: rule.numerator, of: rule.divisor, base)
        reasons.append(
            Outcome.Reason(
                .share, holds: wins, options: [leader.option], votes: [leader.votes],
                base: rule.base, baseCount: base, numerator: rule.numerator,
                divisor: rule.divisor, withoutAgainstAll: without > 0 ? without : nil))
        // A share of one half or less can be exceeded by several; the one ahead of them wins.
        if wins { return plurality(ranked, &reasons, sayWhenAlone: false) }
        switch rule.otherwise {
        case .rejected: return Outcome(noWinner, [], reasons)
        case .newElection: return Outcome(.newElection, [], reasons)
        case .runoff: return runoff(ranked, &reasons)
        }
    }

    private func plurality(
        _ ranked: [Ranked], _ reasons: inout [Outcome.Reason], sayWhenAlone: Bool = true
    ) -> Outcome {
        let seats = min(max(rule.seats ?? 1, 1), ranked.count)
        if seats > 1 { return several(ranked, seats, &reasons) }
        let leaders = ranked.prefix { $0.votes == ranked[0].votes }.map(\.option)
        if ranked.count > 1, sayWhenAlone || leaders.count > 1 {
            reasons.append(
                Outcome.Reason(
                    .mostVotes, holds: leaders.count == 1,
                    options: ranked.prefix(2).map(\.option), votes: ranked.prefix(2).map(\.votes)))
        }
        if leaders.count == 1 { return won(leaders[0], &reasons) }
        let tie = broken(leaders, for: 1, &reasons)
        if let chosen = tie.chosen.first, tie.decided { return won(chosen, &reasons) }
        return Outcome(tie.decision, tie.named(leaders), reasons)
    }

    /// Several seats: those with most votes, the last of them ahead of the next.
    private func several(
        _ ranked: [Ranked], _ seats: Int, _ reasons: inout [Outcome.Reason]
    ) -> Outcome {
        let voted = ranked.prefix { $0.votes > 0 }
        guard seats < voted.count else {
            return Outcome(winning, voted.map(\.option), reasons)
        }
        let last = voted[seats - 1]
        let next = voted[seats]
        let clear = last.votes > next.votes
        reasons.append(
            Outcome.Reason(
                .lastSeat, holds: clear, options: [last.option, next.option],
                votes: [last.votes, next.votes]))
        let sure = voted.prefix(seats)
        if clear { return Outcome(winning, sure.map(\.option), reasons) }
        let ahead = voted.prefix { $0.votes > last.votes }.map(\.option)
        let tied = voted.filter { $0.votes == last.votes }.map(\.option)
        let tie = broken(tied, for: seats - ahead.count, &reasons)
        return tie.decided
            ? Outcome(winning, ahead + tie.chosen, reasons)
            : Outcome(tie.decision, tie.named(tied), reasons)
    }

    private func runoff(_ ranked: [Ranked], _ reasons: inout [Outcome.Reason]) -> Outcome {
        guard ranked.count > 1 else { return Outcome(noWinner, [], reasons) }
        guard ranked.count > 2 else {
            return Outcome(.runoff, ranked.map(\.option), reasons)
        }
        let clear = ranked[1].votes > ranked[2].votes
        reasons.append(
            Outcome.Reason(
                .secondPlace, holds: clear, options: ranked[1...2].map(\.option),
                votes: ranked[1...2].map(\.votes)))
        if clear { return Outcome(.runoff, ranked.prefix(2).map(\.option), reasons) }
        let ahead = ranked.prefix { $0.votes > ranked[1].votes }.map(\.option)
        let tied = ranked.filter { $0.votes == ranked[1].votes }.map(\.option)
        let tie = broken(tied, for: 2 - ahead.count, &reasons)
        return tie.decided
            ? Outcome(.runoff, ahead + tie.chosen, reasons)
            : Outcome(tie.decision, tie.named(tied), reasons)
    }

    /// A winner, unless only another answer can be adopted.
    private func won(_ option: ContestOption.ID, _ reasons: inout [Outcome.Reason]) -> Outcome {
        guard let only = rule.adopts, only != option else {
            return Outcome(winning, [option], reasons)
        }
        reasons.append(Outcome.Reason(.adopts, holds: false, options: [option, only]))
        return Outcome(noWinner, [], reasons)
    }

    private struct Tie {
        var chosen: [ContestOption.ID] = []
        var decided = true
        /// What follows when it is not decided.
        var decision = Outcome.Decision.tie

        /// The tied where they are still tied or meet again; nobody where nobody takes the place.
        func named(_ tied: [ContestOption.ID]) -> [ContestOption.ID] {
            decision == .tie || decision == .newElection ? tied : []
        }
    }

    /// Takes as many of the tied as there are places, by the rule for ties.
    private func broken(
        _ tied: [ContestOption.ID], for places: Int, _ reasons: inout [Outcome.Reason]
    ) -> Tie {
        var result = Tie()
        guard let tieRule = rule.tie else {
            result.decided = false
            return result
        }
        var breaker = TieBreaker(tieRule, options: contest.options.map(\.id))
        var left = tied
        while result.chosen.count < places {
            let tie = breaker.choose(
                left, for: .winner, earlier: figures.earlier ?? [], votes: figures.votes)
            reasons.append(
                Outcome.Reason(
                    .tieRule, holds: tie.chosen != nil, options: left,
                    votes: left.map { figures.votes[$0] ?? 0 }, means: tie.by, chosen: tie.chosen))
            guard let chosen = tie.chosen else {
                result.decided = false
                switch tie.by.last {
                case .newVote: result.decision = .newElection
                case .nobody: result.decision = noWinner
                default: break
                }
                return result
            }
            result.chosen.append(chosen)
            left.removeAll { $0 == chosen }
        }
        return result
    }

    private var winning: Outcome.Decision { contest.kind == .election ? .elected : .adopted }

    private var noWinner: Outcome.Decision {
        contest.kind == .election ? .notElected : .notAdopted
    }

    private func turnoutReason() -> Outcome.Reason? {
        guard let percent = rule.minimumTurnoutPercent else { return nil }
        let reached =
            rule.turnoutMustExceed == true
            ? isMore(100, times: figures.participants, than: percent, times: figures.registered)
            : !isMore(percent, times: figures.registered, than: 100, times: figures.participants)
        return Outcome.Reason(
            .turnout, holds: reached, votes: [figures.participants], base: .registered,
            baseCount: figures.registered, numerator: percent, divisor: 100,
            mustExceed: rule.turnoutMustExceed)
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
