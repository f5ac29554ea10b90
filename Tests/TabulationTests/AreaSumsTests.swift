import Elections
import Primitives
import Tabulation
import Testing

@Suite("Every area is the sum of what lies in it")
struct AreaSumsTests {
    private static let form: ResultsForm = {
        var form = FormDataTests.small
        form.places = [
            ResultsForm.Place("land"), ResultsForm.Place("kreis"), ResultsForm.Place("station"),
        ]
        return form
    }()

    private static let fitted = FittedForm(
        form, contest: nil, places: ["land", "kreis", "station"], lines: form.lines.map(\.id),
        options: ["a", "b"])

    private static func sheet(_ land: String, _ kreis: String, _ name: String, _ figures: [Int])
        -> ResultsSheet
    {
        ResultsSheet(
            station: PollingStation.ID(name) ?? "x", areas: [land, kreis], name: name,
            fitted: fitted, figures: figures)
    }

    private static func batch(_ sheets: [ResultsSheet], complete: String? = nil) -> SheetBatch {
        SheetBatch(
            fitted: fitted, sheets: sheets,
            reading: TableReading(
                mapping: "m", separator: ",", columns: [:], registerCompleteFrom: complete,
                traps: []))
    }

    /// listed, papers, keys, a, b; the postal district has no list.
    private static let sheets = [
        sheet("n", "n2", "s3", [100, 50, 1, 30, 20]), sheet("n", "n1", "s1", [100, 40, 1, 30, 10]),
        sheet("s", "s1", "s4", [100, 60, 0, 30, 30]), sheet("n", "n1", "post", [0, 20, 1, 15, 5]),
    ]

    @Test("in any order of the sheets", arguments: 0..<6)
    func order(seed: UInt64) {
        var chance = SeededSource(seed: seed)
        let sums = AreaSums(Self.batch(Self.sheets.shuffled(using: &chance)))
        #expect(sums.levels == ["land", "kreis"])
        let paths = sums.areas.map { $0.path.joined(separator: "/") }
        #expect(paths == ["", "n", "n/n1", "n/n2", "s", "s/s1"])
        let papers = sums.areas.map { $0.tally.figures[1] }
        // 50 + 40 + 60 + 20; n holds 50 + 40 + 20.
        #expect(papers == [170, 110, 60, 50, 60, 60])
        #expect(sums.areas.map(\.tally.sheets) == [4, 3, 2, 1, 1, 1])
        #expect(sums.areas.map(\.breaking.alarm) == [1, 0, 0, 0, 1, 1])
        for area in sums.areas where !area.children.isEmpty {
            var tally = Tally(columns: Self.fitted.figureCount)
            for child in area.children { tally.add(sums.areas[child].tally) }
            #expect(tally == area.tally)
        }
    }

    @Test("opens down to the sheets")
    func opens() throws {
        let sums = AreaSums(Self.batch(Self.sheets))
        let n1 = try #require(sums.areas.first { $0.path == ["n", "n1"] })
        #expect(n1.sheets.map { Self.sheets[$0].name } == ["s1", "post"])
    }

    @Test(
        "turnout only where the register holds the voters",
        arguments: [
            // nation 170 of 300; s and n/n2 have no postal district
            (nil, ["56.67", nil, nil, "50.00", "60.00", "60.00"]),
            ("land", ["56.67", "55.00", nil, "50.00", "60.00", "60.00"]),
            ("kreis", ["56.67", "55.00", "60.00", "50.00", "60.00", "60.00"]),
        ] as [(String?, [String?])])
    func turnout(complete: String?, wanted: [String?]) {
        let sums = AreaSums(Self.batch(Self.sheets, complete: complete))
        #expect(sums.areas.map { sums.turnout(of: $0)?.text() } == wanted)
    }

    @Test("a postal district alone has no turnout, and nothing divides by zero")
    func postal() {
        let sums = AreaSums(Self.batch([Self.sheets[3]], complete: "land"))
        #expect(sums.areas.map { sums.turnout(of: $0) } == [nil, nil, nil])
    }

    @Test("no sheet is no area but the nation")
    func empty() {
        let sums = AreaSums(Self.batch([]))
        #expect(sums.areas.map(\.tally.sheets) == [0])
    }
}
