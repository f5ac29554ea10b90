import Auditing
import Ballots
import Elections
import Ledger
import Primitives
import Publication
import Tervania

extension Performance {
    private static let ceremony = LocalizedText(
        "Twenty dice, thrown in public after the records were sealed. (Invented.)",
        ru: "Двадцать костей, брошенных публично после опечатывания записей. (Вымысел.)",
        ky: "Жазуулар мөөр басылгандан кийин ачык ыргытылган жыйырма сөөк. (Ойдон чыгарылган.)")

    /// The last station abroad closes in the evening of the day; the seed is drawn a day later.
    private var seedMoment: Instant {
        Instant(seconds: (definition.day.number + 1) * 86_400 + 9 * 3600)
    }

    /// 7: does the paper bear the result out?
    mutating func check() throws -> [String] {
        let drawn = AuditSeed(
            digits: "46125364152631542616", drawn: seedMoment, ceremony: Self.ceremony)
        try seal(
            .auditSeed, RecordPath.seed, drawn, from: [RecordPath.manifest, RecordPath.records])
        let checks = AuditChecks(contests: definition.contests, records: records)
        let audit = ComparisonAudit(
            contests: definition.contests, assertions: checks.assertions(winners: winners),
            riskLimitThousandths: definition.riskLimitThousandths ?? 50)
        // A fifth more than needed without discrepancies, so that one does not call for a new round.
        let draws = audit.drawsNeeded(records: records) * 6 / 5
        let sample = AuditSample.draw(
            seed: drawn.digits, count: min(draws, records.count * 2), from: records.map(\.id))
        try seal(
            .auditSample, RecordPath.sample, sample, from: [RecordPath.seed, RecordPath.records])
        let readings = readByHand(sample)
        try seal(.manualReadings, RecordPath.readings, readings, from: [RecordPath.sample])
        let report = audit.report(records: records, sample: sample, readings: readings)
        try seal(
            .auditReport, RecordPath.audit, report,
            from: [RecordPath.records, RecordPath.sample, RecordPath.readings])
        self.sample = sample
        let risk = Percentage(report.measuredRiskMillionths, of: 1_000_000).text() ?? "–"
        return [
            "seed \(drawn.digits): \(sample.papers.count) draws, \(Set(sample.papers).count) papers, \(report.discrepancies.count) differ from the machine",
            "measured risk \(risk) %, limit 5 %: \(report.confirmed ? "both outcomes are confirmed" : "more papers must be drawn")",
        ] + (try wholePercentages())
    }

    /// What persons read on the drawn papers, each paper once, in the order of numbers.
    private func readByHand(_ sample: AuditSample) -> [ManualReading] {
        let byPaper = Dictionary(grouping: papers.papers, by: \.record.id).compactMapValues(\.first)
        return Set(sample.papers).sorted().map { paper in
            ManualReading(
                paper: paper, found: byPaper[paper] != nil, contests: byPaper[paper]?.seen ?? [])
        }
    }
}
