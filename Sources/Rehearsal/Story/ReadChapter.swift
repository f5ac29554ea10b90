import Ballots
import Elections
import Formats
import Ledger
import Primitives
import Publication
import Tervania

extension Performance {
    /// 4: what each paper says, by machine, and by a person where the machine cannot tell.
    mutating func read(_ read: PapersRead) throws -> [String] {
        papers = read
        let report = ReadingReport(records: read.papers.map(\.record), refused: read.refused)
        let lines = definition.contests.map { PenComparison($0, papers: read.papers) }
        records = read.papers.map(ReviewDesk.settle)
        nameImages()
        try seal(.manifest, RecordPath.manifest, manifest, from: [RecordPath.turnout])
        try seal(.readingReport, RecordPath.reading, report, from: [RecordPath.manifest])
        return lines.map { line in
            "\(line.contest): machine and pen agree on \(line.agree) papers, \(line.toPerson) went to a person, \(line.differ) differ"
        } + ["\(report.papers) papers read, \(report.refused.count) refused"]
    }

    /// Gives every page the name under which its image is published, if it is. Which ones are is
    /// known only after the audit's sample, and by then the records are sealed.
    private mutating func nameImages() {
        for index in records.indices {
            for page in records[index].images.indices {
                let file = "\(records[index].id)-\(records[index].images[page].face.rawValue).jpg"
                records[index].images[page].file = file
            }
        }
    }

    /// Seals the records themselves; the moment is the day's, never a paper's.
    mutating func sealRecords() throws {
        let moment = Instant(seconds: definition.day.number * 86_400)
        let bytes = try CastVoteRecordReport.encode(
            records, of: .real, definition: definition, generated: moment)
        record.seal(
            .castVoteRecords, RecordPath.records, Array(bytes),
            from: [RecordPath.definition, RecordPath.layouts, RecordPath.manifest])
    }
}
