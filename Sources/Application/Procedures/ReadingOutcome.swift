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
    package var notices: [PageNoticeItem] = []
    package let election: ElectionDefinition.ID
    private var running: RunningTotals

    /// Before any person has looked at the doubtful papers.
    package var totals: [ContestTotal] { running.contests }

    init(definition: ElectionDefinition) {
        election = definition.id
        running = RunningTotals(definition)
    }

    mutating func add(_ sheet: ReadSheets.SheetOutcome) {
        if let record = sheet.record {
            records.append(record)
            running.add(record)
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
