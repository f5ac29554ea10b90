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
            words: ["define", "ballots"], usage: "DIR --out FILE.pdf [--layouts FILE.json]",
            summary: "Lays out the ballots of a definition and writes them ready for print.",
            options: ["--out", "--layouts"], run: ballots)
    ]

    @Sendable static func ballots(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "One folder with definition.json is needed.", command: nil)
        }
        let output = try invocation.required("--out", for: "the PDF to write")
        let folder = DefinitionFolder(path: path)
        let definition = try folder.definition()
        let flaws = definition.flaws()
        guard flaws.isEmpty else {
            for flaw in flaws { Talk.problem(flaw) }
            return .unusable
        }
        let design = try BallotDesign(definition)
        // Papers that the folder's own layouts do not describe could not be read back.
        if FileManager.default.fileExists(atPath: path + "/ballot-layouts.json") {
            let known = try folder.layouts()
            for layout in design.layouts where !known.contains(layout) {
                throw PrintingProblem.layoutDiffers(layout.id.text)
            }
        }
        let pdf = try BallotPrinter.pdf(design)
        if let layouts = invocation.value("--layouts") {
            try Files.write(Documents.encode(design.layouts), to: layouts)
        }
        try Files.write(Data(pdf), to: output)
        let report = BallotsReport(design)
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(report), as: UTF8.self))
        } else {
            Talk.out(
                "\(output): \(report.pages) page, \(report.paper.uppercased()), "
                    + "\(report.contests) contests, \(report.targets) targets")
        }
        return .done
    }
}

private struct BallotsReport: Encodable {
    let pages: Int
    let paper: String
    let contests: Int
    let targets: Int
    let layouts: [String]

    init(_ design: BallotDesign) {
        pages = design.layouts.count
        paper = design.paper.name
        contests = design.contests.count
        targets = design.contests.reduce(0) { $0 + $1.options.count }
        layouts = design.layouts.map(\.id.text)
    }
}
