import Primitives

extension Contest {
    /// What makes the contest's rule impossible to apply, beyond its share; empty when there is no
    /// rule.
    package func outcomeFlaws() -> [RuleFlaw] {
        guard let rule = outcome else { return [] }
        var found: [RuleFlaw] = []
        let winners = options.filter { $0.kind != .againstAll }
        if let percent = rule.minimumTurnoutPercent, !(0...100).contains(percent) {
            found.append(
                RuleFlaw(
                    "outcome-turnout", "Contest \(id) asks for a turnout of \(percent) %.",
                    "Give 0 to 100 per cent of the registered."))
        }
        if let seats = rule.seats, seats < 1 || seats > max(1, winners.count) {
            found.append(
                RuleFlaw(
                    "outcome-seats",
                    "Contest \(id) has \(seats) seats and \(winners.count) options that can win.",
                    "Give at least one seat and at most one for each option."))
        }
        if (rule.seats ?? 1) > 1, rule.kind == .majority {
            found.append(
                RuleFlaw(
                    "outcome-majority-seats",
                    "Contest \(id) asks for a majority in \(rule.seats ?? 1) seats.",
                    "A majority elects one; state several seats with a plurality."))
        }
        if let adopts = rule.adopts, !winners.contains(where: { $0.id == adopts }) {
            found.append(
                RuleFlaw(
                    "outcome-adopts", "Contest \(id) can adopt \(adopts), which is not an answer.",
                    "Name one of its options."))
        }
        return found + (rule.tie?.flaws(options: winners.map(\.id)) ?? [])
    }
}
