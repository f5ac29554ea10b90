import Elections
import Primitives

/// What a contest's figures mean under its rule, with each step that led there.
package struct Outcome: Codable, Hashable, Sendable {
    package enum Decision: String, Codable, Sendable {
        /// One candidate is elected.
        case elected
        /// One answer is adopted.
        case adopted
        /// Two candidates meet in a second round.
        case runoff
        /// Nobody is elected, and no second round follows.
        case notElected = "not-elected"
        /// No answer is adopted.
        case notAdopted = "not-adopted"
        /// Equal votes where the rule needs a difference; the law, not this program, breaks it.
        case tie
        /// The vote has no result: too few took part, or against-all was not beaten.
        case void
        /// The whole election is held again.
        case newElection = "new-election"
    }

    package let decision: Decision
    /// Who is elected, adopted, in the second round, tied or in a new vote after a tie; in the order
    /// of votes, then of the ballot. Empty otherwise.
    package let options: [ContestOption.ID]
    /// The steps of the rule, in the order taken.
    package let reasons: [Reason]

    package init(_ decision: Decision, _ options: [ContestOption.ID], _ reasons: [Reason]) {
        self.decision = decision
        self.options = options
        self.reasons = reasons
    }

    /// One step of a rule: what was compared, and whether the condition holds.
    package struct Reason: Codable, Hashable, Sendable {
        package enum Step: String, Codable, Sendable {
            /// `votes[0]` took part of `base`; at least `numerator / divisor` were needed, or more
            /// than that where `mustExceed` is set.
            case turnout
            /// The leader, then against-all.
            case beatsAgainstAll = "beats-against-all"
            /// The leader's votes of the base; more than `numerator / divisor` were needed.
            case share
            /// The leader, then the next; the first must have more.
            case mostVotes = "most-votes"
            /// The second, then the third; the second must have more.
            case secondPlace = "second-place"
            /// No vote was cast for anybody who could win.
            case anyVote = "any-vote"
            /// The last who gets a seat, then the first who gets none; the former must have more.
            case lastSeat = "last-seat"
            /// Equal votes; `options` are the tied, `chosen` is preferred by `means`.
            case tieRule = "tie-rule"
            /// The leader is not the answer that can be adopted, the second of `options`.
            case adopts
        }

        package let step: Step
        package let holds: Bool
        package let options: [ContestOption.ID]
        package let votes: [Int]
        package let base: Denominator?
        package let baseCount: Int?
        package let numerator: Int?
        package let divisor: Int?
        /// The share must be exceeded where otherwise as much is enough.
        package let mustExceed: Bool?
        /// Papers against all that the rule takes out of the base.
        package let withoutAgainstAll: Int?
        package let means: [TieRule.Means]?
        package let chosen: ContestOption.ID?

        package init(
            _ step: Step, holds: Bool, options: [ContestOption.ID] = [], votes: [Int] = [],
            base: Denominator? = nil, baseCount: Int? = nil, numerator: Int? = nil,
            divisor: Int? = nil, mustExceed: Bool? = nil, withoutAgainstAll: Int? = nil,
            means: [TieRule.Means]? = nil, chosen: ContestOption.ID? = nil
        ) {
            self.step = step
            self.holds = holds
            self.options = options
            self.votes = votes
            self.base = base
            self.baseCount = baseCount
            self.numerator = numerator
            self.divisor = divisor
            self.mustExceed = mustExceed
            self.withoutAgainstAll = withoutAgainstAll
            self.means = means
            self.chosen = chosen
        }
    }
}

/// The figures that a rule is applied to.
package struct ContestFigures: Codable, Hashable, Sendable {
    /// By option; an option that is missing has no votes.
    package var votes: [ContestOption.ID: Int]
    /// Votes of earlier rounds of the same election, the latest first; for ties only.
    package var earlier: [[ContestOption.ID: Int]]?
    package var registered: Int
    /// Papers found in the boxes, valid or not.
    package var participants: Int
    package var valid: Int

    package init(
        votes: [ContestOption.ID: Int], registered: Int, participants: Int, valid: Int,
        earlier: [[ContestOption.ID: Int]]? = nil
    ) {
        self.votes = votes
        self.earlier = earlier
        self.registered = registered
        self.participants = participants
        self.valid = valid
    }

    package init(_ tally: NationalTally) {
        self.init(
            votes: Dictionary(
                tally.votes.map { ($0.option, $0.votes) }, uniquingKeysWith: { first, _ in first }),
            registered: tally.base(.registered), participants: tally.base(.participants),
            valid: tally.base(.valid))
    }

    package subscript(base: Denominator) -> Int {
        switch base {
        case .registered: registered
        case .participants: participants
        case .valid: valid
        }
    }
}
