import Elections
import Forensics
import Formats
import Ledger
import Primitives
import Procedures
import Publication
import Tabulation
import Tervania

extension Performance {
    /// 6: totals, the outcome by the rule, each share with its base.
    mutating func declare() throws -> [String] {
        var sentences: [String] = []
        for contest in definition.contests {
            guard let batch = batches[contest.id] else { continue }
            let declaration = DeclareResults.declare(batch, definition: definition)
            let parents = [RecordPath.definition, RecordPath.form, RecordPath.sheets(contest.id)]
            try seal(.results, RecordPath.results(contest.id), declaration, from: parents)
            let report = ElectionResultsReport(
                declaration, batch: batch, definition: definition)
            record.seal(
                .resultsReport, "\(RecordPath.declare)/\(contest.id)/err.json",
                Array(try report.document()), from: parents)
            if case .outcome(let outcome, let words) = declaration.outcome {
                if outcome.decision == .elected || outcome.decision == .adopted {
                    winners[contest.id] = outcome.options.first
                }
                sentences += words.suffix(2).map(\.en)
            }
        }
        return sentences
    }

    /// The part of chapter 7 that looks at the sheets alone.
    mutating func wholePercentages() throws -> [String] {
        guard let batch = batches[Tervania.president], let leader = winners[Tervania.president]
        else {
            return []
        }
        let report = try CheckIntegerPercentages.report(batch, leader: leader.text)
        try seal(
            .forensicReport, RecordPath.statistic, report,
            from: [RecordPath.sheets(Tervania.president)])
        return [report.sentence.en]
    }
}
