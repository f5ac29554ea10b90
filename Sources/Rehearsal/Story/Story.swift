import Auditing
import Ballots
import Cryptography
import Elections
import Formats
import Foundation
import Ledger
import Primitives
import Publication
import Tabulation
import Tervania

/// Plays Tervania's election from definition to publication, through the same procedures that the
/// command line and the pages use, and seals what each chapter hands on.
package struct Story: Sendable {
    /// What one chapter printed, how long it took and the file it left.
    package struct Told: Sendable {
        package let chapter: Chapter
        package let seconds: Double
        package let file: String
        package let sentences: [String]
    }

    /// The same number gives the same voters, marks, scans and forms.
    package let seed: UInt64
    package let papers: any PaperSource

    /// The key of the demonstration. Published on purpose: whoever has the program can sign as
    /// Tervania, which is why a record signed by it proves nothing about who made it.
    package static let key = SigningKey(
        seed: Digest.of("Tervania is invented and so is the secrecy of this key").bytes)!
    package static let origin = "tervania.example/election-2031"

    /// Called with the papers as read, for whoever wants to keep the readings.
    private let keep: @Sendable (PapersRead) throws -> Void

    package init(
        seed: UInt64 = 20_310_518, papers: any PaperSource,
        keep: @escaping @Sendable (PapersRead) throws -> Void = { _ in }
    ) {
        self.seed = seed
        self.papers = papers
        self.keep = keep
    }

    /// - Parameters:
    ///   - progress: steps done and steps in all, during the long chapter.
    ///   - told: called after each chapter.
    /// - Returns: every file of the record, by path.
    package func play(
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
        told: (Told) -> Void = { _ in }
    ) throws -> [String: [UInt8]] {
        var stage = Performance(seed: seed)
        let start = ContinuousClock()
        var last = start.now
        func tell(_ chapter: Chapter, _ file: String, _ sentences: [String]) {
            let now = start.now
            let span = last.duration(to: now).components
            told(
                Told(
                    chapter: chapter,
                    seconds: Double(span.seconds) + Double(span.attoseconds) * 1e-18, file: file,
                    sentences: sentences))
            last = now
        }
        let printed = try papers.print(Tervania.definition)
        tell(.define, RecordPath.definition, try stage.define(printed))
        tell(.watch, RecordPath.mission, try stage.watch())
        tell(.admit, RecordPath.turnout, try stage.admit())
        stage.countBoxes()
        let read = try papers.read(
            Tervania.definition, printed: printed, manifest: stage.manifest,
            papers: stage.boxes, seed: seed, progress: progress)
        try keep(read)
        tell(.read, RecordPath.records, try stage.read(read))
        tell(.balance, RecordPath.balance, try stage.balance())
        tell(.declare, RecordPath.declare, try stage.declare())
        tell(.check, RecordPath.audit, try stage.check())
        tell(.assess, RecordPath.assessment, try stage.assess())
        let files = try stage.publish(origin: Self.origin, key: Self.key)
        tell(.publish, "log/checkpoint", stage.published(files))
        return files
    }
}

/// The state of the story between its chapters. Chapters are in files of their own, so that the one
/// of persons and the one of papers stay apart.
struct Performance {
    let seed: UInt64
    let definition = Tervania.definition
    var record = RecordBuilder()
    var turnout: [StationTurnout] = []
    var fallbackSentences: [String] = []
    /// Papers in the boxes of each station.
    var boxes: [PollingStation.ID: Int] = [:]
    var manifest = BallotManifest(batches: [])
    var papers = PapersRead(papers: [], refused: [:])
    /// With persons' decisions.
    var records: [CastVoteRecord] = []
    var batches: [Contest.ID: SheetBatch] = [:]
    var winners: [Contest.ID: ContestOption.ID] = [:]
    var sample = AuditSample(seed: "", total: 0, papers: [])
    var disclosure: DisclosureReport?

    init(seed: UInt64) { self.seed = seed }

    mutating func seal(
        _ kind: EvidenceKind, _ path: String, _ value: some Encodable, from parents: [String] = []
    ) throws {
        record.seal(kind, path, Array(try Documents.encode(value)), from: parents)
    }

    /// Boxes hold what was issued, but for one voter at `north-003` who carried the paper away.
    mutating func countBoxes() {
        for counts in turnout {
            boxes[counts.station] = counts.admitted - (counts.station == "north-003" ? 1 : 0)
        }
        manifest = BallotManifest.pooled(papers: boxes, definition: definition)
    }
}
