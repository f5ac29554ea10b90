import Ballots
import Elections
import Formats
import Foundation
import Primitives
import Tervania
import Testing

/// NIST's own examples, committed with their source.
private func example(_ number: Int) throws -> Data {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/nist-1500-20").standardizedFileURL
    return try Data(
        contentsOf: folder.appending(path: "physical_ballot_def_\(number).json"))
}

@Suite("Places of NIST's examples are where their files say")
struct BallotDefinitionExampleTests {
    /// One place, worked out by hand from the file: points to millimetres are 25.4 / 72.
    struct Row: CustomTestStringConvertible, Sendable {
        let example: Int
        let layout: Int
        let face: BallotLayout.Face
        let target: Int
        let option: String
        /// Centre from the left and from the top, in millimetres.
        let x: Double
        let y: Double

        var testDescription: String { "example \(example), \(option)" }
    }

    static let rows = [
        // X 224.25 + W 25 / 2 = 236.75 pt; Y 263.25 + H 13.5 / 2 = 270 pt.
        Row(
            example: 1, layout: 0, face: .front, target: 0, option: "cs-biden-harris",
            x: 83.520_139, y: 95.25),
        // Y 490 + 6.75 = 496.75 pt.
        Row(
            example: 1, layout: 0, face: .front, target: 3, option: "cs-trump-pence",
            x: 83.520_139, y: 175.242_361),
        // X 222.2 + 8.75 / 2 = 226.575 pt; Y 278.2 + 3 = 281.2 pt.
        Row(
            example: 2, layout: 0, face: .front, target: 0, option: "cs-biden-harris",
            x: 79.930_625, y: 99.201_111),
        // X 85.64003 + 5 = 90.64003 pt; Y 409.5962 + 5 = 414.5962 pt.
        Row(
            example: 3, layout: 0, face: .front, target: 0, option: "_CS1AEF", x: 31.975_788,
            y: 146.260_326),
        // Sheet 2: Y 248.9282 + 5 = 253.9282 pt.
        Row(
            example: 3, layout: 1, face: .front, target: 1, option: "_CS3DN", x: 31.975_788,
            y: 89.580_226),
    ]

    @Test("targets in millimetres", arguments: rows)
    func place(row: Row) throws {
        let imported = try BallotDefinitionImport(example(row.example), name: "example")
        let layout = imported.layouts[row.layout]
        let side = try #require(layout.side(row.face))
        let target = side.targets[row.target]
        #expect(target.option.text == row.option)
        // Without a frame of marks, places are hundredths of the page.
        #expect(abs(target.column / 100 * layout.widthMillimetres - row.x) < 0.001)
        #expect(abs(target.row / 100 * layout.heightMillimetres - row.y) < 0.001)
        #expect(imported.definition.flaws().isEmpty)
        #expect(imported.definition.flaws(of: imported.layouts).isEmpty)
    }

    @Test("papers, shapes and sizes")
    func papers() throws {
        let first = try BallotDefinitionImport(example(1), name: "1").layouts[0]
        // 612 x 1008 pt are 8.5 x 14 inches; 25 x 13.5 pt are 8.8194 x 4.7625 mm.
        #expect(abs(first.widthMillimetres - 215.9) < 1e-9)
        #expect(abs(first.heightMillimetres - 355.6) < 1e-9)
        #expect(
            abs(first.targetWidth - 8.819_444) < 1e-5 && abs(first.targetHeight - 4.7625) < 1e-9)
        #expect(first.targetShape == .box && first.identity == .none)
        let second = try BallotDefinitionImport(example(2), name: "2").layouts[0]
        // 1080 pt are 15 inches.
        #expect(abs(second.heightMillimetres - 381) < 1e-9 && second.targetShape == nil)
    }

    @Test("two lines for a president and a deputy are one area of a write-in")
    func writeIn() throws {
        let imported = try BallotDefinitionImport(example(1), name: "1")
        let layout = imported.layouts[0]
        let area = try #require(layout.sides[0].targets[4].writeInArea)
        // X 251.25, W 131 of 612; Y from 567.25 to 603 + 22.25 = 625.25, H 58 of 1008.
        #expect(abs(area.left - 41.053_922) < 1e-5 && abs(area.width - 21.405_229) < 1e-5)
        #expect(abs(area.top - 56.274_802) < 1e-5 && abs(area.height - 5.753_968) < 1e-5)
        let option = try #require(imported.definition.contests[0].options.last)
        #expect(option.kind == .writeIn && option.id == "write-in-1")
        #expect(imported.remarks.contains { $0.contains("taken for a write-in") })
    }

    @Test("the third example has its 25 contests and 60 places on two sheets")
    func third() throws {
        let imported = try BallotDefinitionImport(example(3), name: "3")
        // Counted in the file: 32 and 26 on the sides of sheet 1, 2 on sheet 2.
        #expect(imported.definition.contests.count == 25)
        #expect(imported.layouts.map { $0.sides.map(\.targets.count) } == [[32, 26], [2]])
        #expect(imported.definition.contests.filter { $0.kind == .referendum }.count == 3)
        #expect(
            imported.definition.contests[0].options[1].name.en == "John Kasich and Mary Taylor",
            "line ends and tabs inside names are not meant")
        // Counted in the file by another program.
        let unheld = Dictionary(imported.unheld.map { ($0.field, $0.count) }) { first, _ in first }
        #expect(unheld["Candidate.PartyId"] == 23 && unheld["BallotDefinition.Party"] == 4)
        #expect(unheld["Shape.StrokeWidth"] == 1)
    }
}

@Suite("Our own definition survives the way out and back")
struct BallotDefinitionRoundTripTests {
    static let definitions: [ElectionDefinition] =
        [Tervania.definition]
        + (0..<40).map { seed in
            var invented = InventedElection(seed: UInt64(seed) + 7000)
            return invented.definition()
        }

    @Test("definition and layouts of every style, letter by letter")
    func everything() throws {
        var layouts = 0
        for (number, definition) in Self.definitions.enumerated() {
            var invented = InventedElection(seed: UInt64(number) + 9000)
            for _ in 0..<6 {
                guard let papers = try? BallotSet(definition, style: invented.style()) else {
                    continue
                }
                let data = try BallotDefinitionExport(definition, layouts: papers.layouts)
                    .document()
                let back = try BallotDefinitionImport(data, name: "own")
                #expect(back.definition == definition)
                #expect(back.layouts == papers.layouts)
                #expect(back.unheld.isEmpty && back.remarks.isEmpty)
                layouts += papers.layouts.count
            }
        }
        #expect(layouts > 60, "\(layouts) layouts")
    }

    @Test("a layout of another order of targets, a card and a PDF417 keeps them")
    func order() throws {
        var layout = try BallotSet(Tervania.definition).layouts[0]
        layout.sides[0].targets.reverse()
        layout.sides[0].codeKind = .pdf417
        layout.cardNumber = 7
        let data = try BallotDefinitionExport(Tervania.definition, layouts: [layout]).document()
        #expect(try BallotDefinitionImport(data, name: "own").layouts == [layout])
    }

    @Test("a layout whose marks stand at no known distance is refused")
    func noPitch() throws {
        var layout = try BallotSet(Tervania.definition).layouts[0]
        layout.markPitchMillimetres = nil
        #expect(throws: BallotDefinitionProblem.noPitch("paper-a5")) {
            try BallotDefinitionExport(Tervania.definition, layouts: [layout])
        }
    }

    /// What a file of others may say that our papers cannot, each by one change of an example.
    static let refusals = [
        (#""VoteVariation": "n-of-m""#, #""VoteVariation": "rcv""#, "rcv"),
        (#""NumberVotes": 1"#, #""NumberVotes": 2"#, "one vote"),
        (#""ShapeType": "rectangle""#, #""ShapeType": "star""#, "g-1"),
        (#""MeasurementUnit": "pt""#, #""MeasurementUnit": "ell""#, "unit"),
        (#""Version": "1.0.0""#, #""Version": "2.0.0""#, "1.0.0"),
        (#""EndDate": "2020-11-03""#, #""EndDate": "2020-11-04""#, "several days"),
        ("BallotDefinition.CandidateContest", "BallotDefinition.StraightPartyContest", "steers"),
        (#""ContestOptionId": "cs-trump-pence""#, #""ContestOptionId": "cs-other""#, "cs-other"),
    ]

    @Test("what our papers cannot hold is refused by name", arguments: refusals)
    func refused(was: String, becomes: String, names: String) throws {
        let text = String(decoding: try example(1), as: UTF8.self)
        try #require(text.contains(was))
        let changed = Data(text.replacingOccurrences(of: was, with: becomes).utf8)
        let problem = #expect(throws: BallotDefinitionProblem.self) {
            try BallotDefinitionImport(changed, name: "changed")
        }
        #expect(problem?.summary.contains(names) == true, "\(problem?.summary ?? "")")
    }

    @Test("a file cut short anywhere is a problem, never a crash")
    func truncated() throws {
        let whole = try example(1)
        for length in stride(from: 0, to: whole.count - 2, by: 37) {
            do {
                _ = try BallotDefinitionImport(whole.prefix(length), name: "cut")
                Issue.record("\(length) bytes are taken for a file")
            } catch {
                #expect(error is any Problem, "\(length) bytes: \(error)")
            }
        }
    }
}
