import Ballots
import Cryptography
import Elections
import Filing
import Formats
import Foundation
import Primitives
import Procedures
import ResultsOffice
import Reviewing
import Storage

/// Between reading and counting: the papers on which people must look.
enum ReviewCommands {
    static let all: [Command] = [
        Command(
            words: ["review", "pack"],
            usage: "--definition DIR --reading OUT --station ID --out FOLDER PATH…",
            summary:
                "Makes a folder for review of what `read` left in OUT: doubtful papers with pictures cut from the pages.",
            options: ["--definition", "--reading", "--station", "--out"], run: pack),
        Command(
            words: ["review", "load"],
            usage: "(--data DIR | --database URL) --as ACCOUNT FOLDER…",
            summary: "Takes packed folders into a results office, while it runs or not, each once.",
            options: ["--data", "--database", "--as"], run: load),
        Command(
            words: ["review", "records"],
            usage: "(--data DIR | --database URL) --station ID --out FOLDER",
            summary:
                "Writes a station's cast vote records with every snapshot, and its totals before and after review.",
            options: ["--data", "--database", "--station", "--out"], run: records),
    ]

    // MARK: Packing

    @Sendable static func pack(_ invocation: Invocation) throws -> ExitStatus {
        let out = try invocation.required("--out", for: "the folder for the review")
        let folder = try invocation.required("--definition", for: "the folder of the definition")
        let left = try invocation.required("--reading", for: "the folder that `read` left")
        let station = try identifier(
            PollingStation.self, try invocation.required("--station", for: "the station's code"))
        guard !invocation.rest.isEmpty else {
            throw UsageProblem(summary: "No pages are named.", command: all[0])
        }
        try Files.checkOutputFolder(out)
        let definition = try DefinitionFolder(path: folder).definition()
        let machine = try MachineFolder(left)
        let pages = PageFinder(try PageList.pages(under: invocation.rest), machine.records)
        let bar = Progress("review pack", total: Set(machine.reviews.map(\.sheet)).count)
        var reading: Reading?
        try Files.publishFolder(out) { place in
            let packing = PackReading(
                definition: definition, station: station, records: machine.records,
                reviews: machine.reviews, refusedPages: machine.refusedPages,
                totals: machine.totals, files: machine.files.map { $0.file },
                show: {
                    bar.step()
                    return try pages.show($0)
                })
            let packed = try packing { picture in
                try Files.write(
                    Data(picture), to: PackedFolder.picture(Digest.of(picture), in: place))
            }
            for (file, bytes) in machine.files {
                try Files.write(bytes, to: place + "/" + file.name)
            }
            try Files.write(Documents.encode(packed), to: place + "/" + PackedFolder.manifest)
            reading = packed
        }
        bar.finish()
        guard let reading else { return .fault }
        try tell(ToldReading(reading), json: invocation.json) {
            "\($0.doubtful) of \($0.papers) papers for people, \($0.pictures) pictures, in \(out)"
        }
        return .done
    }

    // MARK: Loading

    @Sendable static func load(_ invocation: Invocation) throws -> ExitStatus {
        let name = try invocation.required("--as", for: "the account that takes the reading in")
        guard !invocation.rest.isEmpty else {
            throw UsageProblem(summary: "No folder is named.", command: all[1])
        }
        let store = try StorePlace(invocation).open()
        defer { store.close() }
        let office = try ResultsOffice(store: store)
        let taking = TakeInReading(office, as: try identifier(of: name))
        var told: [ToldLoad] = []
        for path in invocation.rest {
            let packed = try PackedFolder(path)
            let isNew = try taking.take(
                packed.reading, look: ReportTypeScan.mode, file: packed.bytes)
            told.append(ToldLoad(packed.reading, isNew: isNew))
        }
        try tell(told, json: invocation.json) { told in
            told.map {
                "\($0.station): \($0.doubtful) of \($0.papers) papers for people"
                    + ($0.taken ? "" : "; it was here already")
            }.joined(separator: "\n")
        }
        return .done
    }

    // MARK: Records

    @Sendable static func records(_ invocation: Invocation) throws -> ExitStatus {
        let out = try invocation.required("--out", for: "the folder for the records")
        let station = try identifier(
            PollingStation.self, try invocation.required("--station", for: "the station's code"))
        try Files.checkOutputFolder(out)
        let store = try StorePlace(invocation).openForReading()
        defer { store.close() }
        let state = try ResultsOffice(store: store).state
        guard let definition = state.setting?.definition,
            let taken = state.review.reading(of: station)
        else {
            throw PlainProblem(
                code: "review.no-reading",
                summary: "The office has no reading of station \(station).",
                remedy: "Take one in with `dobush review load`.")
        }
        guard let kept = taken.reading.files.first(where: { $0.name == Reading.recordsName }),
            let bytes = try store.whole(kept)
        else { throw ReadingFileProblem(digest: taken.id) }
        let originals = try CastVoteRecordReport.decode(Data(bytes), name: kept.name)
        let told = ToldReview(
            station: station.text, progress: state.review.progress(taken.id),
            before: taken.reading.totals, after: state.review.totals(taken.id, definition))
        try Files.publishFolder(out) { place in
            try Files.write(
                CastVoteRecordReport.encode(
                    state.review.records(taken.id, from: originals), of: .real,
                    definition: definition, generated: state.asOf ?? taken.at),
                to: place + "/" + Reading.recordsName)
            try Files.write(Documents.encode(told), to: place + "/review-totals.json")
        }
        try tell(told, json: invocation.json) {
            "\($0.settled) of \($0.papers) papers settled, \($0.undecided) left to the commission, in \(out)"
        }
        return .done
    }

    // MARK: Words

    private static func identifier<Subject>(
        _ subject: Subject.Type = Subject.self, _ text: String
    ) throws -> Identifier<Subject> {
        guard let id = Identifier<Subject>(text) else {
            throw UsageProblem(summary: "\(text) is no name of anything here.", command: nil)
        }
        return id
    }

    private static func identifier<Subject>(of text: String) throws -> Identifier<Subject> {
        try identifier(Subject.self, text)
    }

    private static func tell<Value: Encodable>(
        _ value: Value, json: Bool, _ sentence: (Value) -> String
    ) throws {
        Talk.out(
            json ? String(decoding: try Documents.encode(value), as: UTF8.self) : sentence(value))
    }
}

private struct ToldReading: Encodable {
    let reading: String
    let papers: Int
    let doubtful: Int
    let pictures: Int

    init(_ reading: Reading) {
        self.reading = reading.id.hex
        papers = reading.papers
        doubtful = reading.doubtful.count
        pictures = Set(reading.pictures).count
    }
}

private struct ToldLoad: Encodable {
    let station: String
    let reading: String
    let papers: Int
    let doubtful: Int
    /// False when it was in the office already.
    let taken: Bool

    init(_ reading: Reading, isNew: Bool) {
        station = reading.station.text
        self.reading = reading.id.hex
        papers = reading.papers
        doubtful = reading.doubtful.count
        taken = isNew
    }
}

private struct ToldReview: Encodable {
    let station: String
    /// Papers on which somebody must look.
    let papers: Int
    let settled: Int
    let waiting: Int
    let undecided: Int
    let before: [MachineTotal]
    let after: [MachineTotal]

    init(
        station: String, progress: ReviewProgress, before: [MachineTotal], after: [MachineTotal]
    ) {
        self.station = station
        papers = progress.papers
        settled = progress.settled
        waiting = progress.waiting
        undecided = progress.undecided
        self.before = before
        self.after = after
    }
}
