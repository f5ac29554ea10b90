import Ballots
import Elections
import Formats
import Foundation
import Imaging
import Primitives
import Procedures
import Scanning

/// Chapter 4: what does each paper say?
enum ReadCommands {
    static let all: [Command] = [
        Command(
            words: ["read"],
            usage:
                "--definition DIR --out OUT [--sheets FILE.csv] [--jobs N] [--station ID] [--test] PATH…",
            summary: "Reads pictures of ballots into cast vote records.",
            options: ["--definition", "--out", "--sheets", "--jobs", "--station"],
            flags: ["--test"], run: read)
    ]

    @Sendable static func read(_ invocation: Invocation) throws -> ExitStatus {
        let folder = try invocation.required("--definition", for: "the folder of the definition")
        let out = try invocation.required("--out", for: "the folder for the records")
        let jobs = try invocation.number("--jobs") ?? ProcessInfo.processInfo.activeProcessorCount
        guard !invocation.rest.isEmpty else {
            throw UsageProblem(summary: "No pages are named.", command: all[0])
        }
        // Before the work, not after it.
        try Files.checkOutputFolder(out)
        let place = DefinitionFolder(path: folder)
        let (definition, layouts) = try election(place)
        let pool = DecodingPool()
        let shelf = PictureShelf(apart: pool) { try Files.bytes(ofPage: $0) }
        let list = try pages(invocation, shelf, twoSided: layouts.contains { $0.sides.count > 1 })
        let sheets = list.entries.lazy.map { sheet($0, shelf) }
        let bar = Progress("read", total: sheets.count)
        let mode: CountMode = invocation.flags.contains("--test") ? .test : .real
        let reading = ReadSheets(
            definition: definition, layouts: layouts, jobs: jobs,
            papers: mode == .test ? .test : .real,
            station: try station(invocation, definition)
        ) { bytes, codes in
            let found = try pool.decode(bytes, codes: codes)
            return .init(image: found.page.image, code: found.code)
        }
        var summary = ReadSummary(mode: mode)
        try Files.publishFolder(out) { folder in
            let files = try ReadingFiles(
                folder, of: mode, definition: definition, sources: try place.digests())
            for stray in list.strays { try files.refuse(PageRefusal(stray)) }
            try reading.read(sheets, progress: { bar.step($0) }) { try files.add($0) }
            summary = try files.finish()
        }
        bar.finish()
        tell(summary, out: out, json: invocation.json)
        return summary.refused == 0 ? .done : .reported
    }

    private static func station(_ invocation: Invocation, _ definition: ElectionDefinition) throws
        -> PollingStation.ID?
    {
        guard let text = invocation.value("--station") else { return nil }
        guard let station = definition.stations.first(where: { $0.id.text == text }) else {
            throw PlainProblem(
                code: "reading.unknown-station", summary: "The definition has no station \(text).",
                remedy: "Name a station as definition.json does.")
        }
        return station.id
    }

    static func election(_ folder: DefinitionFolder) throws
        -> (ElectionDefinition, [BallotLayout])
    {
        let definition = try folder.definition()
        if let flaw = definition.flaws().first { throw flaw }
        let layouts = try folder.layouts()
        if let flaw = definition.flaws(of: layouts).first { throw flaw }
        return (definition, layouts)
    }

    private static func pages(
        _ invocation: Invocation, _ shelf: PictureShelf, twoSided: Bool
    ) throws -> PageList {
        let pages = try PageList.pages(under: invocation.rest)
        guard !pages.isEmpty else {
            throw PlainProblem(
                code: "reading.no-pages",
                summary: "There is no picture in \(invocation.rest.joined(separator: ", ")).",
                remedy: "Name files, or folders with JPEG, PNG, TIFF or PDF files.")
        }
        let counts = shelf.counts(of: pages)
        guard let table = invocation.value("--sheets") else {
            return PageList(pairing: pages, counts: counts, twoSided: twoSided)
        }
        return try PageList(
            csv: Files.read(table, limit: 1 << 28), name: table, pages: pages, counts: counts)
    }

    private static func sheet(_ entry: PageList.Entry, _ shelf: PictureShelf) -> ReadSheets.Sheet {
        ReadSheets.Sheet(
            id: CastVoteRecord.ID(entry.sheet) ?? "sheet",
            batch: entry.batch.flatMap { Batch.ID($0) }, front: page(entry.frontPage, shelf),
            back: entry.backPage.map { page($0, shelf) })
    }

    private static func page(_ page: PageReference, _ shelf: PictureShelf) -> ReadSheets.Page {
        ReadSheets.Page(name: page.name, file: page.name) {
            guard let bytes = try shelf.bytes(of: page) else {
                throw ImageProblem.noSuchPage(page.page, of: try shelf.file(page.file).pages)
            }
            return bytes
        }
    }

    private static func tell(_ summary: ReadSummary, out: String, json: Bool) {
        if json, let text = try? Documents.encode(summary) {
            Talk.out(String(decoding: text, as: UTF8.self))
        } else if !json {
            Talk.out(
                """
                \(summary.mode == .test ? "TEST: " : "")\(summary.sheets) sheets read, \(summary.refused) pages refused, \
                \(summary.review) targets for a person, in \(out)
                """)
        }
    }
}

extension PageRefusal {
    /// A page that was never tried.
    fileprivate init(_ stray: PageList.Stray) {
        self.init(
            page: stray.page, sheet: nil, code: stray.code, text: LocalizedText(stray.sentence),
            advice: LocalizedText(stray.hint))
    }
}
