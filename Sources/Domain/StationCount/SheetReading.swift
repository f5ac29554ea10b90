import Ballots
import Cryptography
import Elections
import Primitives

/// What the reader says about one sheet. The reader runs apart and looks at pictures from outside, so
/// what it says is checked before it is kept.
package struct SheetReading: Codable, Hashable, Sendable {
    package var sheet: CastVoteRecord.ID
    /// Nil when the sheet was refused.
    package var record: CastVoteRecord?
    package var reviews: [ReviewItem]
    package var refusals: [PageRefusal]
    /// The text of each page's code, in the order of the pages; nil where there is none.
    package var codes: [String?]
    package var trace: PaperTrace?

    package init(
        sheet: CastVoteRecord.ID, record: CastVoteRecord?, reviews: [ReviewItem],
        refusals: [PageRefusal], codes: [String?], trace: PaperTrace?
    ) {
        self.sheet = sheet
        self.record = record
        self.reviews = reviews
        self.refusals = refusals
        self.codes = codes
        self.trace = trace
    }

    /// A reading without any answer: the reader died, or took too long.
    package static func failed(
        _ sheet: CastVoteRecord.ID, page: String, _ refusal: StationRefusal
    ) -> SheetReading {
        SheetReading(
            sheet: sheet, record: nil, reviews: [], refusals: [PageRefusal(page, sheet, refusal)],
            codes: [], trace: nil)
    }

    /// The first thing in it that no honest reader says; nil when there is none.
    package func flaw(
        pages: [KeptPage], definition: ElectionDefinition, layouts: [BallotLayout]
    ) -> String? {
        guard let record else {
            return refusals.isEmpty ? "it neither reads the sheet nor refuses it" : nil
        }
        guard refusals.isEmpty else { return "it both reads the sheet and refuses it" }
        guard record.id == sheet, reviews.allSatisfy({ $0.sheet == sheet }) else {
            return "it speaks of another sheet"
        }
        guard Set(record.images.map(\.sha256)) == Set(pages.map(\.sha256.hex)),
            record.images.count == pages.count
        else { return "it speaks of other pictures" }
        guard record.snapshots.map(\.kind) == [.original, .interpreted],
            record.snapshots.allSatisfy({ $0.decision == nil })
        else { return "it has readings that only a person adds" }
        guard let layout = layouts.first(where: { $0.id == record.layout }) else {
            return "it names a layout that is not defined"
        }
        return record.snapshots.lazy.compactMap {
            Self.flaw($0.contests, layout, definition)
        }.first
    }

    private static func flaw(
        _ readings: [ContestReading], _ layout: BallotLayout, _ definition: ElectionDefinition
    ) -> String? {
        let targets = layout.sides.flatMap(\.targets)
        let wanted = definition.contests.map(\.id).filter { id in
            targets.contains { $0.contest == id }
        }
        guard readings.map(\.contest) == wanted else { return "it has other contests" }
        for reading in readings {
            let printed = targets.filter { $0.contest == reading.contest }.map(\.option.text)
            guard reading.positions.map(\.option.text).sorted() == printed.sorted(),
                reading.positions.allSatisfy({ (0...10_000).contains($0.ink) })
            else { return "it has other positions in \(reading.contest)" }
        }
        return nil
    }
}
