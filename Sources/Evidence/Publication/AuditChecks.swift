import Auditing
import Ballots
import Elections

/// Whether the audit in the record is the one that its seed and its readings give.
package struct AuditChecks: Sendable {
    let contests: [Contest]
    let records: [CastVoteRecord]

    package init(contests: [Contest], records: [CastVoteRecord]) {
        self.contests = contests
        self.records = records
    }

    package func sampleFaults(seed: AuditSeed, sample: AuditSample) -> [Fault] {
        var found: [Fault] = []
        if sample.seed != seed.digits {
            found.append(Fault(RecordPath.sample, "its seed is not the one drawn in public"))
        }
        guard !records.isEmpty else { return found }
        let drawn = AuditSample.draw(
            seed: seed.digits, count: sample.papers.count, from: records.map(\.id))
        if sample.total != drawn.total {
            found.append(
                Fault(
                    RecordPath.sample,
                    "it is drawn from \(sample.total) papers; there are \(drawn.total)"))
        }
        let differing = zip(sample.papers, drawn.papers).enumerated().filter { $1.0 != $1.1 }
        found += differing.prefix(3).map { place, pair in
            Fault(
                RecordPath.sample,
                "draw \(place + 1) is paper \(pair.0); the seed gives \(pair.1)")
        }
        return found
    }

    /// - Parameter winners: by contest, from the recomputed outcome; contests without a winner are
    ///   not audited by comparison.
    package func reportFaults(
        sample: AuditSample, readings: [ManualReading], report: AuditReport,
        winners: [Contest.ID: ContestOption.ID]
    ) -> [Fault] {
        var found: [Fault] = []
        let read = Set(readings.map(\.paper))
        if readings.map(\.paper) != read.sorted() {
            found.append(
                Fault(RecordPath.readings, "papers do not stand once each, in the order of numbers")
            )
        }
        for paper in Set(sample.papers).subtracting(read).sorted() {
            found.append(Fault(RecordPath.readings, "the drawn paper \(paper) was not read"))
        }
        for paper in read.subtracting(sample.papers).sorted() {
            found.append(Fault(RecordPath.readings, "paper \(paper) was read and not drawn"))
        }
        let audit = ComparisonAudit(
            contests: contests, assertions: assertions(winners: winners),
            riskLimitThousandths: report.riskLimitThousandths)
        let measured = audit.report(records: records, sample: sample, readings: readings)
        if measured != report {
            found.append(Fault(RecordPath.audit, difference(report, measured)))
        }
        return found
    }

    package func assertions(winners: [Contest.ID: ContestOption.ID]) -> [Assertion] {
        contests.flatMap { contest -> [Assertion] in
            guard let rule = contest.outcome, let winner = winners[contest.id] else { return [] }
            return Assertion.needed(for: contest, rule: rule, winner: winner)
        }
    }

    private func difference(_ stated: AuditReport, _ measured: AuditReport) -> String {
        if stated.lines.map(\.assertion) != measured.lines.map(\.assertion) {
            return "its sentences are not those that the outcome needs"
        }
        if stated.discrepancies != measured.discrepancies {
            return
                "it lists \(stated.discrepancies.count) papers that differ; recomputed \(measured.discrepancies.count)"
        }
        return
            "it states a risk of \(stated.measuredRiskMillionths) in a million; recomputed \(measured.measuredRiskMillionths)"
    }
}
