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
        refusals.append(PageRefusal(page: page, sheet: sheet, problem))
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

extension PageRefusal {
    package init(page: String, sheet: CastVoteRecord.ID?, _ problem: any Problem) {
        let fault = ReadSheets.PageFault(problem)
        self.init(
            page: page, sheet: sheet, code: fault.code, text: fault.text, advice: fault.advice)
    }
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
