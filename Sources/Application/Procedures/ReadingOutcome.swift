import Ballots
import Elections
import Primitives
import Scanning

/// What reading a batch of sheets left. Files `review.json`, `refusals.json`, `totals.json` and the
/// cast vote records.
package struct ReadingOutcome: Sendable, Equatable {
    package var records: [CastVoteRecord] = []
    package var reviews: [ReviewItem] = []
    package var refusals: [PageRefusal] = []
    package var totals: [ContestTotal] = []
    package let election: ElectionDefinition.ID

    init(definition: ElectionDefinition) { election = definition.id }

    mutating func refuse(_ page: String, _ sheet: CastVoteRecord.ID, _ problem: any Problem) {
        refusals.append(
            PageRefusal(
                page: page, sheet: sheet, code: problem.code, sentence: problem.summary,
                hint: problem.remedy))
    }

    mutating func total(_ definition: ElectionDefinition) {
        totals = definition.contests.map { contest in
            var total = ContestTotal(contest: contest)
            for record in records {
                for reading in record.current.contests where reading.contest == contest.id {
                    total.add(reading.verdict(votesAllowed: contest.votesAllowed))
                }
            }
            return total
        }
    }
}

/// A target that a person must look at.
package struct ReviewItem: Codable, Hashable, Sendable {
    package let sheet: CastVoteRecord.ID
    package let page: String
    package let contest: Contest.ID
    package let option: ContestOption.ID
    /// Which of the option's targets on the sheet, from 1.
    package let position: Int
    package let ink: Int
    /// Permanent code of the doubt.
    package let code: String
    package let sentence: String
    /// Centre of the target in pixels of the picture, after it was turned upright.
    package let x: Int
    package let y: Int
    package let turned: Bool
}

/// A page that was not read.
package struct PageRefusal: Codable, Hashable, Sendable {
    package let page: String
    package let sheet: CastVoteRecord.ID
    package let code: String
    package let sentence: String
    package let hint: String
}

/// What the papers that were read say, before any person has looked at the doubtful ones.
package struct ContestTotal: Codable, Hashable, Sendable {
    package let contest: Contest.ID
    package var papers = 0
    package var votes: [ContestOption.ID: Int]
    package var blank = 0
    package var overvoted = 0
    /// Papers on which a person must look at this contest.
    package var undecided = 0

    init(contest: Contest) {
        self.contest = contest.id
        votes = Dictionary(contest.options.map { ($0.id, 0) }) { first, _ in first }
    }

    mutating func add(_ verdict: Verdict) {
        papers += 1
        switch verdict {
        case .votes(let options): for option in options { votes[option, default: 0] += 1 }
        case .blank: blank += 1
        case .overvote: overvoted += 1
        case .undecided: undecided += 1
        }
    }
}
