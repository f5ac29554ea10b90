import Ballots
import Elections
import Primitives
import Procedures
import Scanning
import Testing

@Suite("The law says which marks count")
struct MarkRuleTests {
    @Test("a mark's kind is told from its ink")
    func kinds() throws {
        var page = PaintedPage()
        page.strokes = [0: .fill, 1: .cross, 3: .dot, 6: .tick]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: nil)
        let kinds = reading.targets.map(\.measure.kind)
        #expect(kinds == [.filled, .cross, nil, .dot, nil, nil, .stroke, nil])
    }

    @Test("where a filling is prescribed, other marks go to a person")
    func prescribed() throws {
        var page = PaintedPage()
        page.strokes = [0: .fill, 5: .cross]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: nil)
        var policy = page.definition.markPolicy
        func said() -> [Judgement] {
            TargetJudge(policy: policy, layout: page.layout).judge(reading)
        }
        #expect(said()[0].indication == .yes && said()[5].indication == .yes)
        policy.prescribed = [.filled]
        #expect(said()[0].indication == .yes)
        #expect(said()[5].indication == .unknown && said()[5].doubt == .otherMark)
    }

    @Test(
        "a mark that grazes its target and lies outside for two thirds goes to a person",
        arguments: [
            // Measured on a cross beside the next target, on a page of the mark corpus (7177).
            ("over a corner", 4299, [138, -63, 163, -38], Doubt.nearMiss),
            ("a line through the middle, long outside", 4299, [-138, -63, 163, 63], nil),
            ("one side, as much inside as outside", 1008, [20, -63, 163, 63], nil),
            ("the upper part only", 2016, [-138, -63, 163, -2], .nearMiss),
        ] as [(String, Int, [Int], Doubt?)])
    func grazing(name: String, near: Int, extent: [Int], doubt: Doubt?) {
        let page = PaintedPage()
        let said = TargetJudge(policy: page.definition.markPolicy, layout: page.layout).judge(
            MarkMeasure(
                ink: 1008, second: 1088, smear: 0, outline: 100, beside: 21, contrast: 200,
                extent: extent, near: near))
        #expect(said.doubt == doubt)
        #expect(said.indication == (doubt == nil ? .yes : .unknown))
    }

    @Test("nobody can vote against all and for somebody")
    func againstAll() throws {
        let contest = Contest(
            id: "council", title: LocalizedText("Council"), kind: .election, votesAllowed: 2,
            options: [
                .init(id: "a", name: LocalizedText("A"), kind: .candidate),
                .init(id: "b", name: LocalizedText("B"), kind: .candidate),
                .init(id: "none", name: LocalizedText("Against all"), kind: .againstAll),
            ], outcome: nil)
        func verdict(_ marked: ContestOption.ID...) -> Verdict {
            ContestReading(
                contest: "council",
                positions: contest.options.map {
                    PositionReading(
                        option: $0.id, indication: marked.contains($0.id) ? .yes : .no, ink: 0)
                }
            ).verdict(in: contest)
        }
        #expect(verdict("a", "b") == .votes(["a", "b"]))
        #expect(verdict("none") == .votes(["none"]))
        #expect(verdict("a", "none") == .overvote)
        #expect(verdict() == .blank)
    }
}

@Suite("A paper's code says where it may be counted")
struct SheetCodeTests {
    @Test(
        "it is read as it is written",
        arguments: [
            ("DOBUSH1 e paper-a5 front", nil, false), ("DOBUSH1 e paper-a5 back test", nil, true),
            ("DOBUSH1 e paper-a5 front at:12", "12", false),
            ("DOBUSH1 e paper-a5 front at:12 test", "12", true),
        ] as [(String, String?, Bool)])
    func read(text: String, station: String?, test: Bool) throws {
        let code = try #require(SheetCode(text))
        #expect(code.election == "e" && code.layout == "paper-a5")
        #expect(code.station?.text == station && code.isTest == test)
        #expect(code.text == text)
    }

    @Test(
        "anything else is no code of ours",
        arguments: [
            "", "DOBUSH1 e paper front x", "DOBUSH2 e paper front", "DOBUSH1 e paper side",
            "DOBUSH1 e paper front at:", "DOBUSH1 e paper front test at:12",
            "DOBUSH1 e paper front at:12 at:13", "DOBUSH1 e  front",
        ])
    func refused(text: String) { #expect(SheetCode(text) == nil) }

    @Test(
        "test papers, real ones and another station's never mix",
        arguments: [
            ("DOBUSH1 painted painted front", ReadSheets.Papers.real, nil),
            ("DOBUSH1 painted painted front test", .test, nil),
            ("DOBUSH1 painted painted front test", .real, "scanning.test-paper"),
            ("DOBUSH1 painted painted front", .test, "scanning.real-paper"),
            ("DOBUSH1 painted painted front at:12", .real, nil),
            ("DOBUSH1 painted painted front at:13", .real, "scanning.other-station"),
        ] as [(String, ReadSheets.Papers, String?)])
    func mixed(text: String, papers: ReadSheets.Papers, refusal: String?) {
        let page = PaintedPage()
        var layout = page.layout
        layout.identity = .code
        let reading = ReadSheets(
            definition: page.definition, layouts: [layout], jobs: 1, papers: papers,
            station: "12"
        ) { _, _ in .init(image: page.image(), code: FoundCode(text: text, degrees: 0)) }
        let outcome = reading([
            .init(id: "one", batch: nil, front: .init(name: "one.png", file: nil) { [1] })
        ])
        #expect(outcome.refusals.map(\.code) == (refusal.map { [$0] } ?? []))
        #expect(outcome.records.count == (refusal == nil ? 1 : 0))
    }
}
