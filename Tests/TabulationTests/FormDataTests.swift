import Elections
import Foundation
import Primitives
import Tabulation
import Testing

@Suite("Laws are written as data")
struct FormDataTests {
    static let small = ResultsForm(
        id: "small", title: LocalizedText("Small"), source: LocalizedText("Invented"),
        places: [ResultsForm.Place("station")],
        lines: [
            ResultsForm.Line("listed", "1", LocalizedText("Listed")),
            ResultsForm.Line("papers", "2", LocalizedText("Papers")),
            ResultsForm.Line("keys", "3", LocalizedText("Keys")),
        ], choices: ResultsForm.Choices(columns: ["a", "b"]),
        equations: [
            // Two votes a paper, as where two seats are filled.
            ResultsForm.Equation(
                "two-votes", .hard, ["votes"], .atMost, ["2*papers"], LocalizedText("")),
            ResultsForm.Equation("one-key", .alarm, ["keys"], .atLeast, [1], LocalizedText("")),
            ResultsForm.Equation(
                "listed", .soft, ["papers"], .atMost, ["listed", 5], LocalizedText(""),
                provided: ["listed"]),
            ResultsForm.Equation(
                "a-ahead", .soft, ["a", "-3*b", -1], .atMost, [40], LocalizedText("")),
        ],
        bases: ResultsForm.Bases(registered: ["listed"], participants: ["papers"], valid: [0]))

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// listed, papers, keys, a, b
        let figures: [Int]
        var broken: [String] = []
    }

    static let rows = [
        Row(testDescription: "two votes a paper", figures: [50, 50, 1, 50, 50]),
        Row(
            testDescription: "a vote more than twice the papers", figures: [50, 50, 1, 60, 41],
            broken: ["two-votes"]),
        Row(testDescription: "no key", figures: [50, 50, 0, 1, 1], broken: ["one-key"]),
        Row(testDescription: "five more than listed", figures: [50, 55, 1, 1, 1]),
        Row(
            testDescription: "six more than listed", figures: [50, 56, 1, 1, 1], broken: ["listed"]),
        Row(testDescription: "no list, so nothing to compare", figures: [0, 56, 1, 1, 1]),
        Row(testDescription: "71 less 30 less 1 is 40", figures: [90, 90, 1, 71, 10]),
        Row(
            testDescription: "and one more is not", figures: [90, 90, 1, 72, 10],
            broken: ["a-ahead"]),
    ]

    @Test("coefficients, numbers and conditions count", arguments: rows)
    func equations(row: Row) {
        #expect(Self.small.flaws() == [])
        #expect(Self.sheet(row.figures).imbalances().map(\.equation.text) == row.broken)
    }

    static func sheet(_ figures: [Int]) -> ResultsSheet {
        let fitted = FittedForm(
            small, contest: nil, places: ["station"], lines: small.lines.map(\.id),
            options: ["a", "b"])
        return ResultsSheet(
            station: "s", areas: [], name: "s", fitted: fitted, figures: figures)
    }

    @Test("a form is the same after a trip through JSON")
    func roundTrip() throws {
        let data = try JSONEncoder().encode(Self.small)
        #expect(try JSONDecoder().decode(ResultsForm.self, from: data) == Self.small)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("\"2*papers\""))
        #expect(text.contains("[\"listed\",5]"))
    }

    @Test(
        "numbers that no law would write are flaws",
        arguments: [
            ["101*papers"], ["0*papers"], [1_000_000_000], ["999999999*papers"],
        ] as [[ResultsForm.Term]])
    func numbers(side: [ResultsForm.Term]) {
        var form = Self.small
        form.equations[0].right = side
        #expect(form.flaws().map(\.code) == ["tabulation.form-number"])
    }

    @Test(
        "a base is a plain sum of lines, or a lone 0",
        arguments: [
            (["papers"], true), ([0], true), (["2*papers"], false), (["papers", 1], false),
            (["papers", "papers"], false), ([1], false),
        ] as [([ResultsForm.Term], Bool)])
    func bases(terms: [ResultsForm.Term], isBase: Bool) {
        var form = Self.small
        form.bases.valid = terms
        #expect(form.flaws().isEmpty == isBase)
    }

    @Test("more than a hundred terms are too many")
    func tooMany() {
        var form = Self.small
        form.equations[0].right = Array(repeating: "papers", count: 101)
        #expect(form.flaws().map(\.code) == ["tabulation.form-too-many-terms"])
    }

    @Test("a contest whose option is named like a line does not fit")
    func fit() {
        func contest(_ options: [ContestOption.ID]) -> Contest {
            Contest(
                id: "c", title: LocalizedText("C"), kind: .election, votesAllowed: 1,
                options: options.map {
                    ContestOption(id: $0, name: LocalizedText($0.text), kind: .candidate)
                }, outcome: nil)
        }
        #expect(Self.small.flaws(for: contest(["a", "b"])) == [])
        #expect(
            Self.small.flaws(for: contest(["a", "papers"])).map(\.code)
                == ["tabulation.form-option-name", "tabulation.form-option-unknown"])
        #expect(BuiltInForms.tervania.flaws(for: contest(["a", "anything"])) == [])
    }

    @Test("an alarm is told, whatever else is wrong")
    func alarms() {
        let fitted = Self.sheet([0, 0, 0, 0, 0]).fitted
        func batch(_ sheets: [[Int]]) -> BalanceReport {
            BalanceReport(SheetBatch(fitted: fitted, sheets: sheets.map(Self.sheet)))
        }
        let quiet = batch([[50, 50, 1, 1, 1]])
        #expect(quiet.sheets.raisingAlarm == 0)
        #expect(!quiet.somethingIsWrong)
        let report = batch([[50, 50, 0, 1, 1], [50, 56, 0, 1, 1], [50, 56, 1, 1, 1]])
        #expect(report.sheets.raisingAlarm == 2)
        #expect(report.sheets.breakingSoftOnly == 2)
        #expect(report.sheets.breakingHard == 0)
        #expect(report.somethingIsWrong)
        #expect(!batch([[50, 56, 1, 1, 1]]).somethingIsWrong)
    }

    static var builtIn: [ResultsForm] { BuiltInForms.all.values.flatMap { $0 } }

    @Test("every text of a built-in form is there in three languages", arguments: builtIn)
    func languages(form: ResultsForm) {
        let texts =
            [form.title, form.source] + form.lines.map(\.label) + form.equations.map(\.text)
            + form.lines.compactMap(\.law) + form.equations.compactMap(\.law)
        for text in texts { #expect(text.ru != nil && text.ky != nil, "\(text.en)") }
    }

    @Test("and of a set", arguments: BuiltInForms.sets.keys.sorted())
    func setLanguages(name: String) throws {
        let set = try #require(BuiltInForms.sets[name])
        let texts =
            [set.title, set.source] + set.relations.map(\.text) + set.relations.compactMap(\.law)
        for text in texts { #expect(text.ru != nil && text.ky != nil, "\(text.en)") }
    }
}

@Suite("A form is filled in from what somebody typed")
struct EntryTests {
    private static let good = ["listed": "50", "papers": "40", "keys": "2", "a": "30", "b": "10"]

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: [String: String]
        var without: String?
        var flaws: [String] = []
    }

    static let rows = [
        Row(testDescription: "nothing wrong", change: [:], flaws: []),
        Row(
            testDescription: "a line missing", change: [:], without: "keys",
            flaws: ["keys tabulation.line-missing"]),
        Row(
            testDescription: "a line left empty", change: ["keys": ""],
            flaws: ["keys tabulation.line-missing"]),
        Row(
            testDescription: "a line of another form", change: ["spoilt": "3"],
            flaws: ["spoilt tabulation.line-unknown"]),
        Row(
            testDescription: "below zero", change: ["a": "-1"],
            flaws: ["a tabulation.figure-negative"]),
        Row(
            testDescription: "huge", change: ["a": "1000000000"],
            flaws: ["a tabulation.figure-too-large"]),
        Row(
            testDescription: "longer than any number",
            change: ["a": String(repeating: "9", count: 400)],
            flaws: ["a tabulation.figure-too-large"]),
        Row(
            testDescription: "a word", change: ["a": "ten"],
            flaws: ["a tabulation.figure-not-a-number"]),
        Row(
            testDescription: "full-width digits", change: ["a": "１２"],
            flaws: ["a tabulation.figure-not-a-number"]),
        Row(
            testDescription: "Arabic digits", change: ["a": "٣٤"],
            flaws: ["a tabulation.figure-not-a-number"]),
        Row(
            testDescription: "a point", change: ["a": "1.234"],
            flaws: ["a tabulation.figure-not-a-number"]),
        Row(
            testDescription: "all flaws at once, in the order of the form",
            change: ["b": "x", "listed": "-5", "zoo": "1"],
            flaws: [
                "listed tabulation.figure-negative", "b tabulation.figure-not-a-number",
                "zoo tabulation.line-unknown",
            ]),
    ]

    @Test("every flaw is told", arguments: rows)
    func entry(row: Row) {
        var texts = Self.good
        for (name, text) in row.change { texts[name] = text }
        if let without = row.without { texts[without] = nil }
        let fitted = FormDataTests.sheet([0, 0, 0, 0, 0]).fitted
        switch fitted.entry(station: "s", areas: ["north"], texts: texts) {
        case .sheet(let sheet):
            #expect(row.flaws == [])
            #expect(sheet.figures == [50, 40, 2, 30, 10])
            #expect(sheet.areas == ["north"])
        case .refused(let flaws):
            #expect(flaws.map { "\($0.name) \($0.code)" } == row.flaws)
        }
    }
}
