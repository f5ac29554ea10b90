import Auditing
import Ballots
import Cryptography
import Elections
import Foundation
import Pen
import Primitives
import Printing
import Procedures
import Synchronization
import Tervania

/// Papers printed, marked by the pen, scanned, and read back from their pictures: nothing of the
/// pen's knowledge reaches the reader but the pixels.
package struct MachinePapers: PaperSource {
    let jobs: Int
    let decode: ReadSheets.Decode

    /// - Parameter decode: as `ReadSheets` takes it.
    package init(
        jobs: Int,
        decode: @escaping ReadSheets.Decode
    ) {
        self.jobs = jobs
        self.decode = decode
    }

    package func print(_ definition: ElectionDefinition) throws -> PrintedPapers {
        let design = try BallotDesign(definition)
        return PrintedPapers(layouts: design.layouts, pdf: try BallotPrinter.pdf(design))
    }

    package func read(
        _ definition: ElectionDefinition, printed: PrintedPapers, manifest: BallotManifest,
        papers: [PollingStation.ID: Int], seed: UInt64,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) throws -> PapersRead {
        let model = try PaperModel(
            definition: definition, layout: printed.layouts[0], dpi: 200)
        let slips = slips(definition, manifest: manifest, papers: papers, seed: seed)
        let scans = Mutex<[Int: PaperModel.Scan]>([:])
        let done = Atomic<Int>(0)
        try model.scan(slips.map(\.order), threads: jobs) { index, scan in
            scans.withLock { $0[index] = scan }
            progress(done.wrappingAdd(1, ordering: .relaxed).newValue, slips.count * 2)
        }
        let pages = scans.withLock { $0 }
        let sheets = slips.enumerated().map { index, slip in
            ReadSheets.Sheet(
                id: slip.id, batch: slip.batch,
                front: .init(name: "\(slip.id).jpg", file: nil) { pages[index]?.jpeg ?? [] })
        }
        let read = ReadSheets(
            definition: definition, layouts: printed.layouts, jobs: jobs, decode: decode)
        let outcome = read(sheets) { progress(slips.count + $0, slips.count * 2) }
        return gather(definition, slips: slips, pages: pages, outcome: outcome)
    }

    /// One paper before it is drawn.
    private struct Slip {
        let id: CastVoteRecord.ID
        let batch: Batch.ID
        let order: PaperModel.Order
    }

    /// The papers of each batch, shuffled as a box shuffles them, each with a random number.
    private func slips(
        _ definition: ElectionDefinition, manifest: BallotManifest,
        papers: [PollingStation.ID: Int], seed: UInt64
    ) -> [Slip] {
        var chance = SeededSource(seed: seed, purpose: "imprint")
        var given: Set<UInt64> = []
        return manifest.batches.flatMap { batch -> [Slip] in
            let intentions = batch.stations.flatMap {
                Tervania.intentions(at: $0, papers: papers[$0] ?? 0, seed: seed)
            }
            return chance.shuffled(intentions).map { intention in
                var number = chance.next() >> 24
                while !given.insert(number).inserted { number = chance.next() >> 24 }
                let text = String(number, radix: 16)
                let id = String(repeating: "0", count: 10 - text.utf8.count) + text
                return Slip(
                    id: CastVoteRecord.ID(stringLiteral: id), batch: batch.id,
                    order: .init(intention: intention, seed: chance.next()))
            }
        }
    }

    private func gather(
        _ definition: ElectionDefinition, slips: [Slip], pages: [Int: PaperModel.Scan],
        outcome: ReadingOutcome
    ) -> PapersRead {
        let records = Dictionary(grouping: outcome.records, by: \.id).compactMapValues(\.first)
        var read: [PaperRead] = []
        for (index, slip) in slips.enumerated() {
            guard let scan = pages[index], let record = records[slip.id] else { continue }
            read.append(
                PaperRead(
                    record: record, seen: Self.seen(scan.truth, definition), image: scan.jpeg))
        }
        let refused = Dictionary(
            outcome.refusals.compactMap { refusal in refusal.sheet.map { ($0.text, refusal.code) }
            },
            uniquingKeysWith: { first, _ in first })
        return PapersRead(papers: read, refused: refused)
    }

    /// What a person sees by the definition's rule: a firm mark inside the oval counts, what is
    /// outside it does not, and a doubtful one counts when the voter meant it.
    static func seen(
        _ truth: [TargetTruth], _ definition: ElectionDefinition
    ) -> [ManualReading.Marked] {
        definition.contests.map { contest in
            ManualReading.Marked(
                contest: contest.id,
                options: truth.filter { target in
                    guard target.contest == contest.id else { return false }
                    switch target.deed {
                    case .firmMark: return true
                    case .doubtful: return target.meant
                    case .nothing, .outsidePolicy: return false
                    }
                }.map(\.option))
        }
    }
}
