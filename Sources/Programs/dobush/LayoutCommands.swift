import Ballots
import Elections
import Formats
import Foundation
import Imaging
import Primitives
import Procedures
import Scanning

/// Chapter 1, papers of others: where the targets of a printed ballot are.
enum LayoutCommands {
    static let all: [Command] = [
        Command(
            words: ["define", "layouts"],
            usage:
                "DIR --blanks FRONT[,BACK…] [--contests ID,…] [--paper WxH] [--code qr|pdf417] [--separate]",
            summary: "Makes layouts of a printed ballot from pictures of its unmarked pages.",
            options: ["--blanks", "--contests", "--paper", "--code"], flags: ["--separate"],
            run: layouts)
    ]

    @Sendable static func layouts(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(
                summary: "One folder with definition.json is needed.", command: all[0])
        }
        let names = try invocation.required("--blanks", for: "pictures of the unmarked pages")
            .split(separator: ",").map(String.init)
        let definition = try DefinitionFolder(path: path).definition()
        let blanks = try self.blanks(names, code: try codeKind(invocation))
        guard let first = blanks.first else {
            throw UsageProblem(summary: "No blank page is named.", command: all[0])
        }
        let contests = try invocation.value("--contests").map { text in
            try text.split(separator: ",").map { word in
                guard let id = Contest.ID(String(word)) else {
                    throw BlankProblem.unknownContest(String(word))
                }
                return id
            }
        }
        let layOut = LayOutBlanks(
            definition: definition, contests: contests ?? definition.contests.map(\.id),
            paper: try paper(invocation, first.image),
            separate: invocation.flags.contains("--separate"))
        let layouts = try layOut(blanks)
        if let flaw = definition.flaws(of: layouts).first { throw flaw }
        try Files.write(Documents.encode(layouts), to: path + "/ballot-layouts.json")
        let targets = layouts.flatMap(\.sides).reduce(0) { $0 + $1.targets.count }
        let landmarks = layouts.flatMap(\.sides).reduce(0) { $0 + ($1.landmarks?.count ?? 0) }
        Talk.out(
            "\(layouts.count) layouts, \(targets) targets, \(landmarks) landmarks in \(path)/ballot-layouts.json"
        )
        return .done
    }

    private static func codeKind(_ invocation: Invocation) throws -> BallotLayout.CodeKind? {
        guard let text = invocation.value("--code") else { return nil }
        guard let kind = BallotLayout.CodeKind(rawValue: text) else {
            throw UsageProblem(summary: "--code is qr or pdf417, got \(text).", command: all[0])
        }
        return kind
    }

    private static func blanks(
        _ names: [String], code: BallotLayout.CodeKind?
    ) throws -> [LayOutBlanks.Blank] {
        let sought = code.map { SoughtCodes(kinds: [$0]) } ?? .none
        let blanks = try names.map { name in
            let image = try PageDecoder.decode(Array(Files.read(name, limit: 200_000_000)))
            return LayOutBlanks.Blank(
                name: name, image: image, code: PageDecoder.code(on: image, sought))
        }
        if let code, !blanks.contains(where: { $0.code?.corners != nil }) {
            throw BlankProblem.noCode(code)
        }
        return blanks
    }

    /// Papers in use, in millimetres. A3 and A5 have the shape of A4, which is meant unless
    /// somebody says otherwise.
    private static let papers: [(width: Double, height: Double)] = [
        (210, 297), (215.9, 279.4), (215.9, 355.6),
    ]

    private static func paper(_ invocation: Invocation, _ image: GrayImage) throws
        -> (width: Double, height: Double)
    {
        if let text = invocation.value("--paper") {
            let sides = text.split(separator: "x").compactMap { Double($0) }
            guard sides.count == 2, sides.allSatisfy({ (50...1000).contains($0) }) else {
                throw UsageProblem(
                    summary: "--paper takes millimetres, as in 210x297.", command: all[0])
            }
            return (sides[0], sides[1])
        }
        let shape = Double(image.height) / Double(image.width)
        // Two per cent: scanners cut edges.
        guard let found = papers.min(by: { distance($0, shape) < distance($1, shape) }),
            distance(found, shape) < 0.02
        else { throw BlankProblem.otherPaper(width: image.width, height: image.height) }
        return found
    }

    private static func distance(_ paper: (width: Double, height: Double), _ shape: Double)
        -> Double
    {
        abs(shape / (paper.height / paper.width) - 1)
    }
}
