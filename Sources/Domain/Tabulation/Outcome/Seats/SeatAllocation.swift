import Elections
import Primitives

/// Seats shared among lists, with every step.
package struct SeatAllocation: Codable, Hashable, Sendable {
    /// One list and what it got.
    package struct ListSeats: Codable, Hashable, Sendable {
        package let id: ContestOption.ID
        package let votes: Int
        /// False when the list is below the threshold.
        package let takesPart: Bool
        package var seats: Int
        /// Seats for which the list has no candidate.
        package var vacant: Int?
    }

    /// One step of the sharing.
    package struct Step: Codable, Hashable, Sendable {
        package enum Kind: String, Codable, Sendable {
            /// A list's votes against the threshold.
            case threshold
            /// The list's whole quotas.
            case quota
            /// One seat to the largest remainder.
            case remainder
            /// One seat to the largest quotient.
            case quotient
        }

        package let kind: Kind
        package let list: ContestOption.ID
        /// Seats given in this step.
        package let seats: Int
        /// The figure that decided, exact: `numerator / divisor`; for a remainder the numerator of
        /// the fraction that is left.
        package let numerator: Int
        package let divisor: Int
        /// For a threshold: whether it is reached.
        package let holds: Bool?
    }

    package let lists: [ListSeats]
    package let steps: [Step]
    package let ties: [BrokenTie]
    /// Lists with equal claims to the seats that are left, where the rule does not say whose they
    /// are.
    package let undecided: [ContestOption.ID]
    package let seatsLeft: Int
}

extension SeatRule {
    /// Shares the seats.
    ///
    /// - Throws: the first flaw of the rule or the figures.
    package func allocate(_ figures: SeatFigures) throws(RuleFlaw) -> SeatAllocation {
        if let flaw = flaws(lists: figures.lists.map(\.id)).first { throw flaw }
        if let flaw = figures.flaws(under: self).first { throw flaw }
        var sharing = SeatSharing(self, figures)
        sharing.applyThreshold()
        guard sharing.claims.contains(where: { $0.takesPart && $0.votes > 0 }) else {
            throw RuleFlaw(
                "all-below-threshold", "No list reaches the threshold.",
                "The law must say what follows; no seat is shared.")
        }
        switch method {
        case .dHondt, .sainteLague, .modifiedSainteLague: sharing.byQuotients()
        case .hare, .droop: try sharing.byRemainders()
        }
        return sharing.allocation()
    }
}

/// Seats and their sharing with everything it was made from. File `seats.json`.
package struct SeatComputation: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable { case seats }

    package let kind: Kind
    package let rule: SeatRule
    package let figures: SeatFigures
    package let allocation: SeatAllocation
    /// The steps in words, in the order taken.
    package let sentences: [LocalizedText]

    package init(_ rule: SeatRule, _ figures: SeatFigures) throws(RuleFlaw) {
        kind = .seats
        self.rule = rule
        self.figures = figures
        allocation = try rule.allocate(figures)
        sentences =
            [rule.text].compactMap { $0 }
            + SeatWords(rule: rule, figures: figures, allocation: allocation).sentences
    }

    /// True when seats are left, or a list has no candidate for one of its seats.
    package var isUndecided: Bool {
        allocation.seatsLeft > 0 || allocation.lists.contains { $0.vacant != nil }
    }
}
