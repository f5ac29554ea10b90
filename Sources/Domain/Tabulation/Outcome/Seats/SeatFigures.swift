import Elections
import Primitives

/// The votes of one list.
package struct ListVotes: Codable, Hashable, Sendable {
    package var id: ContestOption.ID
    package var name: LocalizedText?
    package var votes: Int
    /// How many candidates the list has; nil where it is not known.
    package var candidates: Int?

    package init(
        _ id: ContestOption.ID, votes: Int, candidates: Int? = nil, name: LocalizedText? = nil
    ) {
        self.id = id
        self.name = name
        self.votes = votes
        self.candidates = candidates
    }
}

/// What a seat rule is applied to.
package struct SeatFigures: Codable, Hashable, Sendable {
    /// In the order of the ballot.
    package var lists: [ListVotes]
    package var registered: Int?
    package var participants: Int?
    package var valid: Int?

    package init(
        _ lists: [ListVotes], registered: Int? = nil, participants: Int? = nil, valid: Int? = nil
    ) {
        self.lists = lists
        self.registered = registered
        self.participants = participants
        self.valid = valid
    }

    /// All votes for lists; nil when the sum is beyond 64 bits.
    var total: Int? {
        var sum = 0
        for list in lists {
            let (next, overflow) = sum.addingReportingOverflow(list.votes)
            if overflow { return nil }
            sum = next
        }
        return sum
    }

    subscript(base: SeatRule.Base) -> Int? {
        switch base {
        case .registered: registered
        case .participants: participants
        case .valid: valid
        case .lists: total
        }
    }

    func flaws(under rule: SeatRule) -> [RuleFlaw] {
        func flaw(_ name: String, _ summary: String, _ remedy: String) -> [RuleFlaw] {
            [RuleFlaw(name, summary, remedy)]
        }
        guard !lists.isEmpty, lists.count <= SeatRule.mostLists else {
            return flaw(
                "lists", "There are \(lists.count) lists.", "Give 1 to \(SeatRule.mostLists).")
        }
        let ids = lists.map(\.id)
        guard Set(ids).count == ids.count else {
            return flaw("list-twice", "A list is there twice.", "Give each list one row.")
        }
        let numbers =
            lists.map(\.votes) + lists.compactMap(\.candidates)
            + [registered, participants, valid].compactMap { $0 }
        guard numbers.allSatisfy({ $0 >= 0 }) else {
            return flaw("negative", "A figure is below zero.", "Correct the figures.")
        }
        guard let total else {
            return flaw("huge", "The votes add up to more than 64 bits hold.", "Check the figures.")
        }
        guard total > 0 else {
            return flaw(
                "no-votes", "No list has a vote, so no seat can be shared.",
                "Check the figures; the law must say what follows.")
        }
        return baseFlaws(under: rule)
    }

    private func baseFlaws(under rule: SeatRule) -> [RuleFlaw] {
        guard let threshold = rule.threshold else { return [] }
        guard let base = self[threshold.base] else {
            return [
                RuleFlaw(
                    "no-base",
                    "The threshold is a share of \(threshold.base.rawValue), which is not stated.",
                    "State it with --\(threshold.base.rawValue).")
            ]
        }
        guard threshold.base == .lists || base >= (lists.map(\.votes).max() ?? 0) else {
            return [
                RuleFlaw(
                    "small-base",
                    "A list has more votes than the \(base) of \(threshold.base.rawValue).",
                    "Correct the figures.")
            ]
        }
        return []
    }
}
