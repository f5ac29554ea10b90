import Ballots
import Elections
import Primitives

/// One sentence about the votes which, with the others of its contest, makes the outcome right.
///
/// Source of the shape: Stark, "Sets of Half-Average Nulls Generate Risk-Limiting Audits (SHANGRLA)",
/// 2020. Each paper scores 0, 1 or 2 half-votes; the sentence is true when the papers' mean is
/// above one, that is, above half a vote.
package struct Assertion: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        /// `winner` has more votes than `loser`.
        case beats
        /// `winner` has more than half of the votes of those who took part; papers that are not
        /// valid count against it.
        case majorityOfParticipants = "majority-of-participants"
        /// `winner` has more than half of the valid votes.
        case majorityOfValid = "majority-of-valid"
    }

    package var contest: Contest.ID
    package var kind: Kind
    package var winner: ContestOption.ID
    package var loser: ContestOption.ID?

    package init(
        contest: Contest.ID, kind: Kind, winner: ContestOption.ID, loser: ContestOption.ID? = nil
    ) {
        self.contest = contest
        self.kind = kind
        self.winner = winner
        self.loser = loser
    }

    /// The score of one paper in half-votes.
    ///
    /// An undecided reading scores as if it were the worst for the sentence.
    package func halfVotes(_ verdict: Verdict) -> Int {
        if verdict == .undecided { return 0 }
        let marked = verdict.options
        switch kind {
        case .beats:
            let forWinner = marked.contains(winner)
            let forLoser = loser.map { marked.contains($0) } ?? false
            return forWinner == forLoser ? 1 : (forWinner ? 2 : 0)
        case .majorityOfParticipants: return marked.contains(winner) ? 2 : 0
        case .majorityOfValid:
            if marked.isEmpty { return 1 }
            return marked.contains(winner) ? 2 : 0
        }
    }

    /// The sentences that a winner by this rule needs. Empty where nobody wins: then the outcome
    /// rests on a hand count, and the report says so.
    package static func needed(
        for contest: Contest, rule: OutcomeRule, winner: ContestOption.ID
    ) -> [Assertion] {
        switch rule.kind {
        case .majority where rule.numerator * 2 == rule.divisor && rule.base != .registered:
            let kind: Kind =
                rule.base == .participants ? .majorityOfParticipants : .majorityOfValid
            // More than half of those who took part beats every other option by itself.
            return [Assertion(contest: contest.id, kind: kind, winner: winner)]
        case .plurality:
            return contest.options.filter { $0.id != winner }.map {
                Assertion(contest: contest.id, kind: .beats, winner: winner, loser: $0.id)
            }
        case .majority:
            return []
        }
    }
}
