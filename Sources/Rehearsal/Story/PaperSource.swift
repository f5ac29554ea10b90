import Auditing
import Ballots
import Elections
import Primitives

/// Where the readings of the papers come from: from pages drawn, marked, scanned and read now, or
/// from committed readings, so that a golden ledger does not rest on a drawing library.
package protocol PaperSource: Sendable {
    /// The print-ready papers.
    func print(_ definition: ElectionDefinition) throws -> PrintedPapers
    func read(
        _ definition: ElectionDefinition, printed: PrintedPapers, manifest: BallotManifest,
        papers: [PollingStation.ID: Int], seed: UInt64,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) throws -> PapersRead
}

/// The papers as printed.
package struct PrintedPapers: Sendable {
    package let layouts: [BallotLayout]
    package let pdf: [UInt8]

    package init(layouts: [BallotLayout], pdf: [UInt8]) {
        self.layouts = layouts
        self.pdf = pdf
    }
}

/// One paper with everything that the story knows of it.
package struct PaperRead: Sendable {
    /// The machine's reading, original and interpreted; a person's decision is not in it yet.
    package var record: CastVoteRecord
    /// What a person sees on the paper: the options marked in each contest, by the definition's rule.
    package var seen: [ManualReading.Marked]
    /// The page as a JPEG file; nil where only its digest is known.
    package var image: [UInt8]?

    package init(record: CastVoteRecord, seen: [ManualReading.Marked], image: [UInt8]?) {
        self.record = record
        self.seen = seen
        self.image = image
    }

    package func seen(_ contest: Contest) -> Verdict {
        ManualReading(paper: record.id, found: true, contests: seen).verdict(contest)
    }
}

/// What chapter 4 hands on inside the rehearsal.
package struct PapersRead: Sendable {
    /// In the order of their numbers.
    package var papers: [PaperRead]
    /// Pages that the machine refused: their digest and the permanent code.
    package var refused: [String: String]

    package init(papers: [PaperRead], refused: [String: String]) {
        self.papers = papers.sorted { $0.record.id < $1.record.id }
        self.refused = refused
    }
}
