import Ballots
import Elections
import Formats
import Foundation
import Pen
import Primitives
import Printing

extension BallotCommands {
    /// Papers whose totals are known before they are read.
    static let testDeck = Command(
        words: ["define", "test-deck"],
        usage: """
            DIR --out FOLDER [--seed N] [--scans] [--dpi N] [--station ID] [--jobs N] \
            \(StyleOptions.usage)
            """,
        summary: "Makes marked test papers with the totals that a machine must read from them.",
        options: StyleOptions.options.union(StationChoice.options)
            .union(["--out", "--seed", "--dpi", "--jobs"]),
        flags: ["--scans"], run: makeDeck)

    @Sendable private static func makeDeck(_ invocation: Invocation) throws -> ExitStatus {
        let output = try invocation.required("--out", for: "the folder to write")
        guard let folder = try folder(invocation) else { return .unusable }
        try Files.checkOutputFolder(output)
        let definition = try folder.definition()
        let chosen = try StyleOptions(invocation, folder: folder)
        let station = try StationChoice(
            invocation, definition: definition, style: chosen.style
        ).stations[0]
        let papers = try BallotPress.sets(
            definition, style: chosen.style, stations: [station], isTest: true)[0]
        let layouts = try readable(papers.layouts, folder: folder, isWritten: true)
        let deck = try TestDeck(papers, seed: UInt64(invocation.number("--seed") ?? 1))
        let document = DeckDocument(deck)
        let dpi = try invocation.number("--dpi") ?? 200
        guard (75...400).contains(dpi) else {
            throw UsageProblem(summary: "--dpi is 75 to 400, got \(dpi).", command: testDeck)
        }
        let jobs = try invocation.number("--jobs") ?? ProcessInfo.processInfo.activeProcessorCount
        try Files.publishFolder(output) { place in
            try Files.write(Data(document.papers()), to: place + "/deck.pdf")
            try Files.write(Data(document.list()), to: place + "/deck-list.pdf")
            try Files.write(Data(document.table().utf8), to: place + "/deck-list.csv")
            try Files.write(
                Documents.encode(deck.expected), to: place + "/expected-totals.json")
            try DefinitionFolder.write(definition, layouts: layouts, into: place + "/definition")
            if invocation.flags.contains("--scans") {
                try DeckScans(deck: deck, dpi: Double(dpi), jobs: jobs).write(
                    into: place + "/scans")
            }
        }
        for change in chosen.overrides { Talk.say("style, by the command line: \(change)") }
        for kind in deck.leftOut {
            Talk.say("left out: \(kind.rawValue), which the mark policy is not sure to count")
        }
        try tell(DeckReport(deck, overrides: chosen.overrides), output, json: invocation.json)
        return .done
    }

    private static func tell(_ report: DeckReport, _ output: String, json: Bool) throws {
        if json {
            Talk.out(String(decoding: try Documents.encode(report), as: UTF8.self))
        } else {
            Talk.out("\(output): \(report.papers) papers, \(report.marks) marks")
        }
    }
}

/// The papers of a deck as a scanner would see them.
private struct DeckScans {
    let deck: TestDeck
    let dpi: Double
    let jobs: Int

    func write(into folder: String) throws {
        let bar = Progress("scan", total: deck.papers.count)
        for (index, sheet) in deck.ballots.sheets.enumerated() {
            let papers = deck.papers.filter { $0.sheet == index }
            for page in sheet.pages {
                // One model a page, so that the empty page is drawn once.
                let model = try PaperModel(page: page, dpi: dpi)
                let ending = sheet.pages.count > 1 ? "-\(page.face.rawValue)" : ""
                try model.scan(papers.map { order($0, page) }, threads: jobs) { place, jpeg in
                    try Files.write(
                        Data(jpeg), to: "\(folder)/\(papers[place].name)\(ending).jpg")
                    if page.face == .front { bar.step() }
                }
            }
        }
        bar.finish()
    }

    private func order(_ paper: TestDeck.Paper, _ page: BallotDesign) -> PaperModel.Strokes {
        PaperModel.Strokes(
            strokes: deck.strokes(of: paper, on: page).map { InkStroke($0) },
            seed: UInt64(paper.number) * 2 + (page.face == .front ? 0 : 1))
    }
}

extension InkStroke {
    /// A printed line, as grey on the paper as it is printed.
    fileprivate init(_ stroke: PenStroke) {
        self.init(
            spots: stroke.points.map { Spot($0.x, $0.y) }, width: stroke.width,
            tone: 30 + (243 - 30) * stroke.grey, grain: 0)
    }
}

private struct DeckReport: Encodable {
    let papers: Int
    let marks: Int
    let layouts: [String]
    let leftOut: [DeckMark]
    let totals: [ContestTotal]
    let overrides: [String]

    init(_ deck: TestDeck, overrides: [String]) {
        papers = deck.papers.count
        marks = deck.papers.reduce(0) { $0 + $1.marks.count }
        layouts = deck.ballots.layouts.map(\.id.text)
        leftOut = deck.leftOut
        totals = deck.expected
        self.overrides = overrides
    }
}
