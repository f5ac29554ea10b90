import Ballots
import Elections
import Primitives
import Tervania
import Testing

/// A definition with one contest of so many options, for trying sizes.
func definition(options: Int, contests: Int = 1, name: String = "Candidate") -> ElectionDefinition {
    var definition = Tervania.definition
    definition.contests = (0..<contests).map { contest in
        Contest(
            id: Contest.ID("contest-\(contest)") ?? "contest",
            title: LocalizedText("Council \(contest)", ru: "Совет", ky: "Кеңеш"), kind: .election,
            votesAllowed: 1,
            options: (0..<options).map { number in
                ContestOption(
                    id: ContestOption.ID("option-\(number)") ?? "option",
                    name: LocalizedText("\(name) \(number)", ru: "Кандидат \(number)"),
                    kind: .candidate)
            }, outcome: nil)
    }
    return definition
}

/// A paper as long as Kyrgyzstan's of January 2021: eighteen lines for president, and a question.
func longList() -> ElectionDefinition {
    var long = definition(options: 18)
    long.contests.append(Tervania.definition.contests[1])
    return long
}

@Suite("A ballot is laid out so that nothing gets in the way of anything")
struct DesignTests {
    @Test(
        "takes the small paper when it fits and the large one when it must",
        arguments: [(3, 1, "a5"), (10, 1, "a5"), (18, 1, "a4"), (5, 3, "a4")])
    func paper(options: Int, contests: Int, name: String) throws {
        let design = try BallotDesign(definition(options: options, contests: contests))
        #expect(design.paper.name == name)
    }

    @Test("holds eighteen candidates and a question on one side of A4")
    func longPaper() throws {
        let design = try BallotDesign(longList())
        #expect(design.paper == .a4)
        #expect(design.contests.map(\.options.count) == [18, 3])
    }

    @Test("refuses what does not fit, and what has nothing to print")
    func refusals() throws {
        // By hand: 160 quarters less 6 for the frame, 14 and 5 for the head, 3 between, 7 for title
        // and 6 for the foot leave 119; a row of a name in two lines takes 5 to 6.
        #expect(
            throws: BallotDesignProblem.doesNotFit(
                contests: 1, options: 40, wouldFit: ["--option-columns 2"], most: 40)
        ) { try BallotDesign(definition(options: 40)) }
        #expect(throws: BallotDesignProblem.nothingToPrint) {
            try BallotDesign(definition(options: 1, contests: 0))
        }
        #expect(throws: BallotDesignProblem.noOptions("contest-0")) {
            try BallotDesign(definition(options: 0))
        }
        var long = Tervania.definition
        long.id = try #require(ElectionDefinition.ID(String(repeating: "x", count: 120)))
        #expect(throws: BallotDesignProblem.codeTooLong(bytes: 143)) { try BallotDesign(long) }
    }

    static let designs: [BallotDesign] = [
        Tervania.definition, longList(), definition(options: 12),
        definition(options: 5, contests: 3),
        definition(options: 4, name: "A candidate of the union of mountain communities, number"),
    ].compactMap { try? BallotDesign($0) }

    @Test("keeps text out of targets, frame and code", arguments: designs)
    func apart(design: BallotDesign) {
        let texts =
            [design.heading, design.guidance] + [design.notice].compactMap { $0 }
            + design.contests.flatMap { [$0.title] + $0.options.flatMap { [$0.number, $0.name] } }
        let clear = design.contests.flatMap { $0.options.map(\.clear) }
        let mark = BallotPaper.mark
        let frame = design.paper.markCentres.map {
            PaperZone(
                left: $0.x - mark.width / 2 - 2, top: $0.y - mark.height / 2 - 2,
                width: mark.width + 4, height: mark.height + 4)
        }
        for (index, text) in texts.enumerated() {
            #expect(design.paper.inside.holds(text))
            #expect(!(clear + frame + [design.code]).contains { $0.overlaps(text) })
            #expect(!texts[(index + 1)...].contains { $0.overlaps(text) })
        }
    }

    @Test("gives targets white space of their own", arguments: designs)
    func targets(design: BallotDesign) {
        let clear = design.contests.flatMap { $0.options.map(\.clear) }
        for (index, zone) in clear.enumerated() {
            #expect(!clear[(index + 1)...].contains { $0.overlaps(zone) })
            #expect(!zone.overlaps(design.sample))
        }
    }

    @Test("says where the targets are in steps of the timing marks", arguments: designs)
    func layout(design: BallotDesign) throws {
        let layout = design.layouts[0]
        let side = try #require(layout.side(.front))
        let rows = design.contests.flatMap(\.options)
        #expect(side.targets.map(\.option) == rows.map(\.option.id))
        for (target, row) in zip(side.targets, rows) {
            #expect(abs(design.paper.x(column: target.column) - row.target.middle.x) < 1e-9)
            #expect(abs(design.paper.y(row: target.row) - row.target.middle.y) < 1e-9)
            #expect(target.row * 8 == (target.row * 8).rounded())
        }
    }

    @Test("surrounds the paper with marks at equal steps, corners shared")
    func frame() {
        // By hand: 2 x 20 + 2 x 29 - 4 on A5, 2 x 29 + 2 x 41 - 4 on A4; inset 7.5 and 7 mm on A5.
        #expect(BallotPaper.a5.markCentres.count == 94)
        #expect(BallotPaper.a4.markCentres.count == 136)
        #expect(BallotPaper.a5.x(column: 0) == 7.5 && BallotPaper.a5.x(column: 19) == 140.5)
        #expect(BallotPaper.a5.y(row: 0) == 7 && BallotPaper.a5.y(row: 28) == 203)
        #expect(BallotPaper.a4.x(column: 0) == 7 && BallotPaper.a4.y(row: 0) == 8.5)
    }
}
