import Primitives

/// How seats are shared among lists by their votes, as data.
package struct SeatRule: Codable, Hashable, Sendable {
    package enum Method: String, Codable, Sendable, CaseIterable {
        /// Divisors 1, 2, 3, …
        case dHondt = "d-hondt"
        /// Divisors 1, 3, 5, …
        case sainteLague = "sainte-lague"
        /// Divisors 1.4, 3, 5, …; the first can be set.
        case modifiedSainteLague = "modified-sainte-lague"
        /// Whole quotas of votes / seats, then the largest remainders.
        case hare = "hare-largest-remainder"
        /// The same with a quota of the whole part of votes / (seats + 1), plus one.
        case droop = "droop-largest-remainder"
    }

    /// What a threshold is a share of.
    package enum Base: String, Codable, Sendable {
        case registered, participants, valid
        /// The votes for all lists together.
        case lists
    }

    /// Lists below take no part in the sharing.
    package struct Threshold: Codable, Hashable, Sendable {
        /// `numerator / divisor` of the base; 5 and 100 for five per cent.
        package var numerator: Int
        package var divisor: Int
        package var base: Base
        /// More than the share is needed, not just as much.
        package var mustExceed: Bool?

        package init(_ numerator: Int, _ divisor: Int, of base: Base, mustExceed: Bool? = nil) {
            self.numerator = numerator
            self.divisor = divisor
            self.base = base
            self.mustExceed = mustExceed
        }
    }

    package var title: LocalizedText?
    /// The rule in words, with the article it comes from.
    package var text: LocalizedText?
    package var method: Method
    package var seats: Int
    /// For the modified method, in tenths; 14 where it is missing.
    package var firstDivisorTenths: Int?
    package var threshold: Threshold?
    package var tie: TieRule?

    package init(
        _ method: Method, seats: Int, firstDivisorTenths: Int? = nil, threshold: Threshold? = nil,
        tie: TieRule? = nil
    ) {
        self.method = method
        self.seats = seats
        self.firstDivisorTenths = firstDivisorTenths
        self.threshold = threshold
        self.tie = tie
    }

    package static let mostSeats = 10_000
    package static let mostLists = 1_000

    /// Everything in the rule that makes it impossible to apply to these lists.
    package func flaws(lists: [ContestOption.ID]) -> [RuleFlaw] {
        var found: [RuleFlaw] = []
        if !(1...Self.mostSeats).contains(seats) {
            found.append(
                RuleFlaw(
                    "seats", "There are \(seats) seats.", "Give 1 to \(Self.mostSeats) seats."))
        }
        if !(1...1000).contains(firstDivisorTenths ?? 14) {
            found.append(
                RuleFlaw(
                    "first-divisor",
                    "The first divisor is \(firstDivisorTenths ?? 14) tenths.",
                    "Give 1 to 1000 tenths; 14 is the usual one."))
        }
        if let threshold,
            threshold.divisor < 1 || !(0...threshold.divisor).contains(threshold.numerator)
        {
            found.append(
                RuleFlaw(
                    "threshold",
                    "The threshold is \(threshold.numerator)/\(threshold.divisor).",
                    "Give a share from 0 to 1 as two whole numbers, 5 and 100 for 5 %."))
        }
        return found + (tie?.flaws(options: lists) ?? [])
    }
}
