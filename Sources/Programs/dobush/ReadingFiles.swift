import Ballots
import Elections
import Formats
import Primitives
import Procedures

/// What `read` leaves in its folder, written while sheets are read.
final class ReadingFiles {
    private let folder: String
    private let records: CastVoteRecordReport.File
    private let reviews: ListFile<ReviewItem>
    private let refusals: ListFile<PageRefusal>
    private let notices: ListFile<PageNoticeItem>
    private var totals: RunningTotals
    private var summary: ReadSummary

    init(
        _ folder: String, of mode: CountMode, definition: ElectionDefinition, sources: [String]
    ) throws {
        self.folder = folder
        summary = ReadSummary(mode: mode)
        // The clock takes no part, so that the same pages give the same bytes on any day.
        records = try CastVoteRecordReport.File(
            folder + "/cast-vote-records.json", of: mode, definition: definition,
            generated: Instant(seconds: definition.day.number * 86_400), sources: sources)
        reviews = try ListFile(folder + "/review.json")
        refusals = try ListFile(folder + "/refusals.json")
        notices = try ListFile(folder + "/notices.json")
        totals = RunningTotals(definition)
    }

    func add(_ sheet: ReadSheets.SheetOutcome) throws {
        if let record = sheet.record {
            try records.append(record)
            summary.sheets += 1
            totals.add(record)
        }
        for item in sheet.reviews { try reviews.append(item) }
        for item in sheet.refusals { try refuse(item) }
        for item in sheet.notices {
            try notices.append(item)
            Talk.say("notice: \(item.code)\n\(item.page): \(item.text.en)")
        }
        summary.review += sheet.reviews.count
    }

    func refuse(_ refusal: PageRefusal) throws {
        try refusals.append(refusal)
        summary.refused += 1
        Talk.say(
            "problem: \(refusal.code)\n\(refusal.page): \(refusal.sentence)\nhint: \(refusal.hint)")
    }

    func finish() throws -> ReadSummary {
        try records.finish()
        try reviews.finish()
        try refusals.finish()
        try notices.finish()
        summary.totals = totals.contests
        try Files.write(Documents.encode(summary.totals), to: folder + "/totals.json")
        return summary
    }
}

/// What `read` says at its end.
struct ReadSummary: Encodable {
    let mode: CountMode
    var sheets = 0
    var refused = 0
    var review = 0
    var totals: [ContestTotal] = []
}
