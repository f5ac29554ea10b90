import Ballots
import Cryptography
import Elections
import Filing
import Formats
import Foundation
import Offices
import Pen
import Primitives
import Printing
import Procedures
import ResultsOffice
import Reviewing
import Synchronization
import Tervania

/// The papers of small stations, drawn, marked, scanned, read by the real reader and taken in, so that
/// reviewers have real crops before them. The same votes as the stations' sheets.
package struct EveningReading: Sendable {
    /// Decodes a page, as `ReadSheets` takes it.
    private let decode: ReadSheets.Decode
    /// Makes the pictures of one page's doubtful targets.
    private let show: @Sendable ([UInt8], [ReviewItem]) throws -> PackReading.Shown

    package init(
        decode: @escaping ReadSheets.Decode,
        show: @escaping @Sendable ([UInt8], [ReviewItem]) throws -> PackReading.Shown
    ) {
        self.decode = decode
        self.show = show
    }

    /// Stations with few papers, for a start in seconds.
    package static let stations: [PollingStation.ID] = ["north-004", "abroad-002"]

    /// What was read of one station, and every file that it names.
    package struct Packed: Sendable {
        package let reading: Reading
        package let files: [Digest: [UInt8]]
    }

    /// Voters who mark less plainly than most, so that a few papers give reviewers something to do.
    private static let pens = PenHabits(
        styles: [
            .fill: 3600, .cross: 1500, .tick: 1500, .slash: 800, .partialFill: 1000,
            .lightPencil: 600, .dot: 400, .crossBeside: 300, .circled: 300,
        ], hesitation: 600, erasure: 500)

    package func read(
        _ stations: [PollingStation.ID] = EveningReading.stations
    ) throws -> [Packed] {
        let definition = Tervania.definition
        let design = try BallotDesign(definition)
        let model = try PaperModel(
            definition: definition, layout: design.layouts[0], dpi: 200, pens: Self.pens)
        let reader = ReadSheets(
            definition: definition, layouts: design.layouts, jobs: Self.jobs, decode: decode)
        return try stations.map { station in
            let scans = try scans(station, model)
            let sheets = scans.map { id, jpeg in
                ReadSheets.Sheet(
                    id: id, batch: Batch.ID(station.text),
                    front: .init(name: "\(id).jpg", file: "\(id).jpg") { jpeg })
            }
            return try pack(station, reader(sheets), scans)
        }
    }

    private static var jobs: Int { ProcessInfo.processInfo.activeProcessorCount }

    private func scans(
        _ station: PollingStation.ID, _ model: PaperModel
    ) throws -> [(id: CastVoteRecord.ID, jpeg: [UInt8])] {
        guard let profile = Tervania.profiles.first(where: { $0.id == station }) else { return [] }
        let issued = EveningFigures(
            profile: profile, contest: Tervania.definition.contests[0]
        ).issued
        var chance = SeededSource(seed: 2031, purpose: "evening papers \(station)")
        let orders = Tervania.intentions(at: station, papers: issued, seed: 2031).map {
            PaperModel.Order(intention: $0, seed: chance.next())
        }
        let numbers = orders.map { _ in Digest.of("\(station) \(chance.next())").hex.prefix(10) }
        let made = Mutex<[Int: [UInt8]]>([:])
        try model.scan(orders, threads: Self.jobs) { place, scan in
            made.withLock { $0[place] = scan.jpeg }
        }
        let pages = made.withLock { $0 }
        return numbers.enumerated().compactMap { place, number in
            CastVoteRecord.ID(String(number)).map { ($0, pages[place] ?? []) }
        }
    }

    private func pack(
        _ station: PollingStation.ID, _ outcome: ReadingOutcome,
        _ scans: [(id: CastVoteRecord.ID, jpeg: [UInt8])]
    ) throws -> Packed {
        let definition = Tervania.definition
        let moment = Instant(seconds: definition.day.number * 86_400)
        let cut = [
            (
                Reading.recordsName,
                try CastVoteRecordReport.encode(
                    outcome.records, of: .real, definition: definition, generated: moment)
            ), ("review.json", try Documents.encode(outcome.reviews)),
            ("refusals.json", try Documents.encode(outcome.refusals)),
            ("totals.json", try Documents.encode(outcome.totals)),
        ].map { KeptFile.cut($0.0, Array($0.1)) }
        let totals = outcome.totals.map {
            MachineTotal(
                contest: $0.contest, papers: $0.papers, votes: $0.votes, blank: $0.blank,
                overvoted: $0.overvoted, undecided: $0.undecided)
        }
        let pages = Dictionary(
            scans.map { ("\($0.id).jpg", $0.jpeg) }, uniquingKeysWith: { first, _ in first })
        let packing = PackReading(
            definition: definition, station: station, records: outcome.records,
            reviews: outcome.reviews, refusedPages: outcome.refusals.count, totals: totals,
            files: cut.map(\.file), show: { try show(pages[$0[0].page] ?? [], $0) })
        var files: [Digest: [UInt8]] = [:]
        for piece in cut.flatMap(\.pieces) { files[Digest.of(piece)] = piece }
        let reading = try packing { files[Digest.of($0)] = $0 }
        return Packed(reading: reading, files: files)
    }
}

extension TervaniaEvening {
    /// The officer of the centre takes the readings in.
    package func takeIn(_ packed: [EveningReading.Packed], to office: ResultsOffice) throws {
        let taking = TakeInReading(office, as: EveningSetting.officers[0].id)
        for part in packed {
            try taking.take(part.reading, look: ReportTypeScan.mode) { part.files[$0] }
        }
    }
}
