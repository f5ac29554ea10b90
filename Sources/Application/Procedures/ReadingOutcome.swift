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
    package var notices: [PageNoticeItem] = []
    package let election: ElectionDefinition.ID

    init(definition: ElectionDefinition) {
        election = definition.id
        totals = definition.contests.map(ContestTotal.init)
    }

    mutating func add(_ sheet: ReadSheets.SheetOutcome) {
        if let record = sheet.record {
            records.append(record)
            for index in totals.indices { totals[index].add(record) }
        }
        reviews += sheet.reviews
        refusals += sheet.refusals
        notices += sheet.notices
    }
}

extension ReadSheets.SheetOutcome {
    mutating func refuse(_ page: String, _ problem: any Problem) {
        refusals.append(PageRefusal(page: page, sheet: sheet, problem))
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
package struct ContestTotal: Encodable, Hashable, Sendable {
    package let contest: Contest.ID
    private let rules: Contest
    package var papers = 0
    package var votes: [ContestOption.ID: Int]
    package var blank = 0
    package var overvoted = 0
    /// Papers on which a person must look at this contest.
    package var undecided = 0

    private enum CodingKeys: String, CodingKey {
        case contest, papers, votes, blank, overvoted, undecided
    }

    package init(contest: Contest) {
        self.contest = contest.id
        rules = contest
        votes = Dictionary(contest.options.map { ($0.id, 0) }) { first, _ in first }
    }

    package mutating func add(_ record: CastVoteRecord) {
        for reading in record.current.contests where reading.contest == contest {
            add(reading.verdict(in: rules))
        }
    }

    private mutating func add(_ verdict: Verdict) {
        papers += 1
        switch verdict {
        case .votes(let options): for option in options { votes[option, default: 0] += 1 }
        case .blank: blank += 1
        case .overvote: overvoted += 1
        case .undecided: undecided += 1
        }
    }
}
