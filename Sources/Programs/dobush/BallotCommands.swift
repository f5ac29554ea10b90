import Ballots
import Elections
import Formats
import Foundation
import Primitives
import Printing

/// Chapter 1, the paper: lays the ballots out and makes the file for the press.
enum BallotCommands {
    static let all: [Command] = [
        Command(
            words: ["define", "ballots"],
            usage: """
                DIR --out FILE.pdf [--layouts FILE.json] [--station ID|--each-station] [--test] \
                \(StyleOptions.usage)
                """,
            summary: "Lays out the ballots of a definition and writes them ready for print.",
            options: StyleOptions.options.union(StationChoice.options)
                .union(["--out", "--layouts"]),
            flags: StationChoice.flags.union(["--test"]), run: ballots),
        proof, testDeck,
    ]

    @Sendable static func ballots(_ invocation: Invocation) throws -> ExitStatus {
        let output = try invocation.required("--out", for: "the PDF to write")
        guard let folder = try folder(invocation) else { return .unusable }
        let definition = try folder.definition()
        let chosen = try StyleOptions(invocation, folder: folder)
        let stations = try StationChoice(
            invocation, definition: definition, style: chosen.style
        ).stations
        let isTest = invocation.flags.contains("--test")
        let sets = try BallotPress.sets(
            definition, style: chosen.style, stations: stations, isTest: isTest)
        let layouts = try readable(
            sets[0].layouts, folder: folder, isWritten: invocation.value("--layouts") != nil)
        let pages = PressPage.pages(of: sets)
        let pdf = try BallotPrinter.pdf(pages)
        if let path = invocation.value("--layouts") {
            try Files.write(Documents.encode(layouts), to: path)
        }
        try Files.write(Data(pdf), to: output)
        try tell(
            BallotsReport(
                sets[0], pages: pages.count, stations: stations.compactMap { $0?.id.text },
                isTest: isTest, overrides: chosen.overrides),
            output: output, json: invocation.json)
        return .done
    }

    /// The one folder of the command line, when its definition has no flaw.
    static func folder(_ invocation: Invocation) throws -> DefinitionFolder? {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "One folder with definition.json is needed.", command: nil)
        }
        let folder = DefinitionFolder(path: path)
        let flaws = try folder.definition().flaws()
        for flaw in flaws { Talk.problem(flaw) }
        return flaws.isEmpty ? folder : nil
    }

    /// The layouts by which these papers and the folder's earlier ones are read.
    ///
    /// Papers that no file of layouts describes could not be read back, so they are refused; new
    /// ones join the folder's where the file is written.
    static func readable(
        _ made: [BallotLayout], folder: DefinitionFolder, isWritten: Bool
    ) throws -> [BallotLayout] {
        guard FileManager.default.fileExists(atPath: folder.path + "/ballot-layouts.json") else {
            return made
        }
        let known = try folder.layouts()
        for layout in made where !known.contains(layout) {
            guard isWritten, !known.contains(where: { $0.id == layout.id }) else {
                throw PrintingProblem.layoutDiffers(layout.id.text)
            }
        }
        return known + made.filter { !known.contains($0) }
    }

    private static func tell(_ report: BallotsReport, output: String, json: Bool) throws {
        for change in report.overrides { Talk.say("style, by the command line: \(change)") }
        if json {
            Talk.out(String(decoding: try Documents.encode(report), as: UTF8.self))
            return
        }
        var line =
            "\(output): \(report.pages) page\(report.pages == 1 ? "" : "s"), "
            + "\(report.paper.uppercased()), \(report.contests) contests, \(report.targets) targets"
        if report.stations.count > 0 { line += ", for \(report.stations.count) stations" }
        if report.test { line += ", for tests only" }
        Talk.out(line)
    }
}

private struct BallotsReport: Encodable {
    let pages: Int
    let paper: String
    let contests: Int
    let targets: Int
    let layouts: [String]
    let style: BallotStyle
    /// Where the command line differs from the folder's style.
    let overrides: [String]
    /// Empty where papers are alike.
    let stations: [String]
    let test: Bool

    init(
        _ set: BallotSet, pages: Int, stations: [String], isTest: Bool, overrides: [String]
    ) {
        self.pages = pages
        paper = set.pages[0].paper.name
        let blocks = set.pages.flatMap(\.contests)
        contests = blocks.count
        targets = blocks.reduce(0) { $0 + $1.options.count }
        layouts = set.layouts.map(\.id.text)
        style = set.style
        self.overrides = overrides
        self.stations = stations
        test = isTest
    }
}
