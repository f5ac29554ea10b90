import Elections
import Primitives
import Tabulation
import Tervania
import Testing

@Suite("A results sheet accounts for every paper")
struct ImbalanceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// registered, received, issued, cancelled, mobile, stationary, invalid, valid
        let lines: [Int]
        let votes: [Int]
        var broken: [Imbalance] = []
    }

    private static func broken(
        _ id: ResultsForm.Equation.ID, _ severity: ResultsForm.Equation.Severity, _ left: Int,
        _ right: Int
    ) -> Imbalance {
        Imbalance(equation: id, severity: severity, left: left, right: right)
    }

    // Sums by hand.
    static let rows = [
        Row(
            testDescription: "figures agree", lines: [500, 500, 300, 200, 10, 288, 8, 290],
            votes: [100, 90, 50, 40, 10]),
        Row(
            testDescription: "nobody came", lines: [500, 500, 0, 500, 0, 0, 0, 0],
            votes: [0, 0, 0, 0, 0]),
        Row(
            testDescription: "a paper carried away is no imbalance",
            lines: [500, 500, 300, 200, 10, 289, 9, 290], votes: [100, 90, 50, 40, 10]),
        Row(
            testDescription: "one paper too many in the box",
            lines: [500, 500, 300, 200, 10, 291, 8, 293], votes: [103, 90, 50, 40, 10],
            broken: [broken("boxes-at-most-issued", .soft, 301, 300)]),
        Row(
            testDescription: "a vote short of the valid papers",
            lines: [500, 500, 300, 200, 10, 288, 8, 290], votes: [99, 90, 50, 40, 10],
            broken: [broken("votes-counted", .hard, 290, 289)]),
        Row(
            testDescription: "every equation broken, all reported in the order of the form",
            lines: [10, 20, 12, 7, 5, 9, 1, 12], votes: [1, 2, 3, 4, 5],
            broken: [
                broken("papers-accounted", .hard, 20, 19),
                broken("boxes-counted", .hard, 14, 13),
                broken("votes-counted", .hard, 12, 15),
                broken("boxes-at-most-issued", .soft, 14, 12),
                broken("issued-at-most-registered", .hard, 12, 10),
            ]),
    ]

    @Test("finds every broken equation, in the order of the form", arguments: rows)
    func imbalances(row: Row) {
        #expect(sheet(row.lines + row.votes).imbalances() == row.broken)
    }

    @Test("is compared with the counts of the desks")
    func turnout() {
        let sheet = sheet([500, 500, 300, 200, 10, 288, 8, 290, 100, 90, 50, 40, 10])
        func counts(_ registered: Int, _ admitted: Int) -> StationTurnout {
            StationTurnout(
                station: "north-004", registered: registered, admitted: admitted,
                admittedByFallback: 0, refused: [:])
        }
        #expect(sheet.differences(from: [counts(500, 300)]).isEmpty)
        #expect(sheet.differences(from: [counts(200, 100), counts(300, 200)]).isEmpty)
        let found = sheet.differences(from: [counts(500, 299)])
        #expect(found.map(\.subject) == [.issued])
        #expect(found.map { [$0.sheet, $0.desk] } == [[300, 299]])
    }

    private func sheet(_ figures: [Int]) -> ResultsSheet {
        let fitted = FittedForm(
            BuiltInForms.tervania, contest: Tervania.definition.contests[0])
        return ResultsSheet(
            station: "north-004", areas: ["north"], name: "north-004", fitted: fitted,
            figures: figures)
    }
}

@Suite("A results form is data")
struct FormTests {
    @Test("the built-in forms have no flaw", arguments: BuiltInForms.names)
    func builtIn(name: String) throws {
        for form in try #require(BuiltInForms.all[name]) { #expect(form.flaws() == []) }
    }

    struct Spoiled: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout ResultsForm) -> Void

        init(_ code: String, _ change: @escaping @Sendable (inout ResultsForm) -> Void) {
            testDescription = "tabulation.form-\(code)"
            self.change = change
        }
    }

    static let spoiled = [
        Spoiled("unknown-line") { $0.equations[0].left = ["recieved"] },
        Spoiled("empty-side") { $0.equations[0].right = [] },
        Spoiled("empty-side") { $0.bases.valid = [] },
        Spoiled("no-lines") { $0.lines = [] },
        Spoiled("no-station") { $0.places = [] },
        Spoiled("name") { $0.lines[1].id = $0.lines[0].id },
        Spoiled("name") { $0.lines[0].id = "votes" },
        Spoiled("equation-twice") { $0.equations[1].id = $0.equations[0].id },
    ]

    @Test("a form that cannot be used says why", arguments: spoiled)
    func flaws(row: Spoiled) {
        var form = BuiltInForms.tervania
        row.change(&form)
        #expect(form.flaws().map(\.code).contains(row.testDescription))
    }

    @Test("a table's columns decide the edition; columns that are missing are named")
    func fitting() throws {
        let forms = try #require(BuiltInForms.all["ru-federal"])
        let of2020 = [
            "region", "tik", "uik", "registered", "issued", "in_boxes", "invalid", "c1", "c2",
        ]
        let fitted = try FittedForm.fit(forms, to: of2020, contest: nil)
        #expect(fitted.form.id == "ru-federal-2020")
        #expect(fitted.options == ["c1", "c2"])
        let problem = #expect(throws: PlainProblem.self) {
            try FittedForm.fit(forms, to: of2020.filter { $0 != "in_boxes" }, contest: nil)
        }
        #expect(problem?.code == "tabulation.missing-column")
        #expect(problem?.summary.contains("in_boxes") == true)
    }

    @Test("an older edition without the last lines reads them as zero")
    func older() throws {
        let forms = try #require(BuiltInForms.all["ru-federal"])
        let columns = forms[0].requiredColumns + ["c1", "c2", "note"]
        let fitted = try FittedForm.fit(forms, to: columns, contest: nil)
        #expect(!fitted.lines.contains("lost_ballots"))
        #expect(fitted.options == ["c1", "c2"])
        // registered 100, received 60 = issued 1+48+1 and cancelled 10; boxes 1+49 = 2 invalid, 48 valid.
        let sheet = ResultsSheet(
            station: "s", areas: [], name: "s", fitted: fitted,
            figures: [100, 60, 1, 48, 1, 10, 1, 49, 2, 48, 40, 8])
        #expect(sheet.imbalances() == [])
    }
}

@Suite("Sums do not depend on the order of the sheets")
struct TallyTests {
    @Test("any order and any grouping give the same nation and districts", arguments: 0..<8)
    func commutes(seed: UInt64) {
        let fitted = FittedForm(BuiltInForms.tervania, contest: Tervania.definition.contests[0])
        var chance = SeededSource(seed: seed)
        let sheets = Tervania.definition.stations.map { station in
            ResultsSheet(
                station: station.id, areas: [station.district.text], name: station.id.text,
                fitted: fitted, figures: fitted.columns.map { _ in chance.below(1000) })
        }
        let straight = NationalTally(sheets, fitted: fitted)
        let shuffled = NationalTally(sheets.shuffled(using: &chance), fitted: fitted)
        #expect(straight.nation == shuffled.nation)
        #expect(straight.districts == shuffled.districts)
        #expect(straight.districts.map(\.name) == ["abroad", "north", "south"])
        var sum = Tally(columns: fitted.figureCount)
        for district in straight.districts { sum.add(district.tally) }
        #expect(sum == straight.nation)
    }

    @Test(
        "a sheet's name stands for a station, a pool in one district, or a district",
        arguments: [
            ("north-001", 1), ("abroad-001+abroad-002", 2), ("abroad", 2),
            ("north-001+south-001", nil),
            ("north-001+north-001", nil), ("north-001+", nil), ("east-001", nil), ("", nil),
        ] as [(String, Int?)])
    func units(name: String, stations: Int?) {
        #expect(Tervania.definition.reportingUnit(named: name)?.stations.count == stations)
    }
}
