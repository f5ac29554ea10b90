import Elections
import Primitives

/// Why a ballot counts for nobody.
package enum BallotRest: String, Codable, Sendable, CaseIterable {
    /// It ranks nobody.
    case blank
    /// Nobody it ranks is left in the count.
    case exhausted
    /// Two or more are marked in one rank.
    case overvote
    /// A candidate is ranked again.
    case repeated
    /// More ranks in a row are empty than the rule allows.
    case skipped
    /// All seats are filled; what the last elected had too much goes to nobody.
    case finalSurplus = "final-surplus"
}

/// One round of a count: what everybody had, what was needed, and what was done about it.
///
/// Votes are texts in decimals, because they can be parts of votes: `177.5192`.
package struct RankedRound: Codable, Hashable, Sendable {
    /// Why candidates were eliminated together or alone.
    package enum Cause: String, Codable, Sendable {
        case writeIn = "write-in"
        case leastVotes = "least-votes"
        case batch
        case fewest
    }

    /// Votes that went on after this round.
    package struct Transfer: Codable, Hashable, Sendable {
        package enum End: String, Codable, Sendable {
            /// The ballots rank nobody who is left.
            case exhausted
            /// Parts of votes lost in rounding down; they go to nobody.
            case residualSurplus = "residual-surplus"
        }

        package let from: ContestOption.ID
        package let to: ContestOption.ID?
        package let end: End?
        package let votes: String
    }

    package let number: Int
    /// The seat being filled, where seats are filled one after the other.
    package let pass: Int?
    package let threshold: String
    /// Votes that count for somebody still in the count.
    package let active: String
    package var tally: [ContestOption.ID: String]
    package let inactive: [String: String]
    package var elected: [ContestOption.ID]
    package var eliminated: [ContestOption.ID]
    package var cause: Cause?
    package var ties: [BrokenTie]
    package var transfers: [Transfer]
}

/// The result of a count of ranked ballots.
package struct RankedResult: Codable, Hashable, Sendable {
    /// Why a count ended without filling the seats.
    package enum Stop: String, Codable, Sendable {
        /// Equal votes that the rule does not break.
        case tie
        /// Nobody has as many votes as the rule wants at least.
        case allBelowLeast = "all-below-least"
        /// Nobody is left to elect or to eliminate.
        case nobodyLeft = "nobody-left"
        /// The rule says to stop after this round.
        case stopped
    }

    package let ballots: Int
    /// Ballots that rank nobody.
    package let blank: Int
    package let rounds: [RankedRound]
    /// In the order of their election, then of the ballot.
    package let elected: [ContestOption.ID]
    /// Nil when the count came to its end.
    package let stop: Stop?
}
