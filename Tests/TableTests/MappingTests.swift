import Elections
import Formats
import Foundation
import Primitives
import Tabulation
import TestSupport
import Testing

/// A mapping with one rule of every kind, over a form with a register, a total and two lists.
private let mapping: TableMapping = {
    let form = ResultsForm(
        id: "mapped", title: LocalizedText("Mapped"), source: LocalizedText("Invented"),
        places: [ResultsForm.Place("land"), ResultsForm.Place("station")],
        lines: [
            ResultsForm.Line("registered", "1", LocalizedText("Registered")),
            ResultsForm.Line("voters", "2", LocalizedText("Voters")),
            ResultsForm.Line("valid", "3", LocalizedText("Valid")),
        ], choices: ResultsForm.Choices(prefix: "c"),
        equations: [
            ResultsForm.Equation(
                "votes-counted", .hard, ["valid"], .equal, ["votes"], LocalizedText("")),
            ResultsForm.Equation(
                "within-register", .soft, ["voters"], .atMost, ["registered"], LocalizedText(""),
                provided: ["registered"]),
        ],
        bases: ResultsForm.Bases(
            registered: ["registered"], participants: ["voters"], valid: ["valid"]))
    var mapping = TableMapping(
        id: "mapped", title: form.title, source: form.source, form: form,
        columns: ["registered": ["Wahlberechtigte", "Stimmberechtigte"], "voters": ["Wähler"]])
    mapping.station = ["Bezirk", "Art"]
    mapping.absent = [TableMapping.CellRule(["registered"], ["", "-"])]
    mapping.derived = ["valid": ["votes"]]
    mapping.special = [TableMapping.SpecialRule("Art", ["5"], LocalizedText("postal districts."))]
    mapping.leftAside = ["Bemerkung"]
    return mapping
}()

private let header = "land,Bezirk,Art,Wahlberechtigte,Wähler,valid,c1,c2"

private func read(
    _ rows: [String], header: String = header, _ change: (inout TableMapping) -> Void = { _ in }
) throws -> SheetBatch {
    var changed = mapping
    change(&changed)
    #expect(changed.flaws() == [])
    return try SheetTable.read(
        bytes: Array(([header] + rows).joined(separator: "\n").utf8), name: "table.csv",
        mappings: [changed])
}

private func traps(_ batch: SheetBatch) -> [String] {
    (batch.reading?.traps ?? []).map {
        "\($0.code) \($0.column ?? "-") \($0.lines) \($0.accepted ? "read" : "refused")"
    }
}

@Suite("A stranger's table is read as its mapping explains it, and its traps are told")
struct MappingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let row: String
        /// registered, voters, valid, c1, c2; nil when the row is refused.
        var figures: [Int]?
        var traps: [String] = []
        var refusal: String?
        var point: TableMapping.Point?
    }

    static let rows = [
        Row(
            testDescription: "plain", row: "n,1,0,1000,600,590,300,290",
            figures: [1000, 600, 590, 300, 290]),
        Row(
            testDescription: "thousands with a point, explained",
            row: "n,1,0,1.000,600,590,300,290",
            figures: [1000, 600, 590, 300, 290],
            traps: ["traps.point-thousands registered [2] read"],
            point: .thousands),
        Row(
            testDescription: "millions with points, explained",
            row: "n,1,0,12.345.678,600,590,300,290", figures: [12_345_678, 600, 590, 300, 290],
            traps: ["traps.point-thousands registered [2] read"], point: .thousands),
        Row(
            testDescription: "the same unexplained", row: "n,1,0,1.000,600,590,300,290",
            traps: ["traps.mark-unexplained registered [2] refused"],
            refusal: "tables.mark-in-number"),
        Row(
            testDescription: "groups that are no thousands", row: "n,1,0,1.00,600,590,300,290",
            traps: ["traps.mark-unexplained registered [2] refused"],
            refusal: "tables.mark-in-number",
            point: .thousands),
        Row(
            testDescription: "a group of four", row: "n,1,0,1.0000,600,590,300,290",
            traps: ["traps.mark-unexplained registered [2] refused"],
            refusal: "tables.mark-in-number",
            point: .thousands),
        Row(
            testDescription: "a first group of nothing", row: "n,1,0,0.123,600,590,300,290",
            traps: ["traps.mark-unexplained registered [2] refused"],
            refusal: "tables.mark-in-number",
            point: .thousands),
        Row(
            testDescription: "a whole number as a fraction, explained",
            row: "n,1,0,1000,600,590,300.0,290", figures: [1000, 600, 590, 300, 290],
            traps: ["traps.point-decimal c1 [2] read"], point: .decimal),
        Row(
            testDescription: "three zeros may be thousands", row: "n,1,0,1000,600,590,300.000,290",
            traps: ["traps.mark-unexplained c1 [2] refused"], refusal: "tables.mark-in-number",
            point: .decimal),
        Row(
            testDescription: "a fraction is no vote", row: "n,1,0,1000,600,590,300.5,290",
            traps: ["traps.mark-unexplained c1 [2] refused"], refusal: "tables.mark-in-number",
            point: .decimal),
        Row(
            testDescription: "a comma for thousands", row: "n,1,0,\"1,000\",600,590,300,290",
            traps: ["traps.mark-unexplained registered [2] refused"],
            refusal: "tables.mark-in-number",
            point: .thousands),
        Row(
            testDescription: "a huge number in groups", row: "n,1,0,1.000.000.000,600,590,300,290",
            refusal: "tables.number-too-large", point: .thousands),
        Row(
            testDescription: "an empty register, explained", row: "n,1,0,,600,590,300,290",
            figures: [0, 600, 590, 300, 290],
            traps: ["traps.absent-cell registered [2] read", "traps.no-register - [2] read"]),
        Row(
            testDescription: "a dash in its place", row: "n,1,0,-,600,590,300,290",
            figures: [0, 600, 590, 300, 290],
            traps: ["traps.absent-cell registered [2] read", "traps.no-register - [2] read"]),
        Row(
            testDescription: "a dash elsewhere", row: "n,1,0,1000,-,590,300,290",
            refusal: "tables.not-a-number"),
        Row(
            testDescription: "an empty cell that nothing explains", row: "n,1,0,1000,,590,300,290",
            refusal: "tables.not-a-number"),
        Row(
            testDescription: "an empty total that can be made", row: "n,1,0,1000,600,,300,290",
            figures: [1000, 600, 590, 300, 290], traps: ["traps.derived-total valid [2] read"]),
        Row(
            testDescription: "a postal district", row: "n,1,5,0,600,590,300,290",
            figures: [0, 600, 590, 300, 290],
            traps: ["traps.special-station - [2] read", "traps.no-register - [2] read"]),
        Row(
            testDescription: "nothing but zeros", row: "n,1,0,0,0,0,0,0", figures: [0, 0, 0, 0, 0],
            traps: ["traps.empty-sheet - [2] read"]),
        Row(
            testDescription: "nothing at all", row: ",,,,,,,",
            traps: ["traps.empty-row - [2] refused"],
            refusal: "tables.empty-row"),
        Row(
            testDescription: "no name", row: "n,,,1000,600,590,300,290",
            refusal: "tables.no-station"),
        Row(
            testDescription: "full-width digits", row: "n,1,0,１０００,600,590,300,290",
            refusal: "tables.not-a-number", point: .thousands),
    ]

    @Test("cell by cell", arguments: rows)
    func cells(row: Row) throws {
        let batch = try read([row.row, "s,9,0,10,10,10,5,5"]) { $0.point = row.point }
        #expect(batch.sheets.dropLast().first?.figures == row.figures)
        #expect(traps(batch) == row.traps)
        #expect(batch.refusals.first?.code == row.refusal)
        #expect(batch.refusals.first?.line ?? 2 == 2)
    }

    @Test("a total whose column is missing is made, and told")
    func missingTotal() throws {
        let batch = try read(
            ["n,1,0,1000,600,300,290"], header: "land,Bezirk,Art,Wahlberechtigte,Wähler,c1,c2")
        #expect(batch.sheets[0].figures == [1000, 600, 590, 300, 290])
        #expect(traps(batch) == ["traps.derived-column valid [2] read"])
    }

    @Test("names of columns: another name, another order, columns that nobody reads")
    func columns() throws {
        let batch = try read(
            ["7,590,n,x,1,600,0,1000,290,300"],
            header: "Bemerkung,valid,land,Notiz,Bezirk,Wähler,Art,Stimmberechtigte,c2,c1")
        #expect(batch.sheets[0].values["c1"] == 300)
        #expect(batch.sheets[0].name == "1 0")
        #expect(batch.sheets[0].value("registered") == 1000)
        #expect(batch.notices.first == "Columns not read: Notiz.")
        #expect(batch.reading?.columns == ["registered": "Stimmberechtigte", "voters": "Wähler"])
    }

    @Test(
        "a header that does not fit says what is missing",
        arguments: [
            ("tabulation.missing-column", "land,Bezirk,Art,registered,Wähler,valid,c1,c2"),
            ("tabulation.missing-column", "land,Bezirk,Wahlberechtigte,Wähler,valid,c1,c2"),
            (
                "tables.column-twice",
                "land,Bezirk,Art,Wahlberechtigte,Stimmberechtigte,Wähler,valid,c1,c2"
            ),
            ("tabulation.no-votes", "land,Bezirk,Art,Wahlberechtigte,Wähler,valid"),
        ])
    func headers(code: String, header: String) {
        #expect { try read(["n"], header: header) } throws: { ($0 as? any Problem)?.code == code }
    }

    @Test("repeated names are refused unless the mapping says that each is a sheet")
    func repeated() throws {
        let rows = ["n,1,0,100,60,50,30,20", "n,1,0,100,70,60,30,30", "n,1,0,100,70,60,30,30"]
        let strict = try read(rows)
        #expect(strict.sheets.count == 1)
        #expect(strict.refusals.map(\.code) == ["tables.station-twice", "tables.station-twice"])
        let counted = try read(rows) { $0.repeatedNames = true }
        #expect(counted.sheets.map { $0.figures[1] } == [60, 70])
        #expect(counted.refusals.map(\.line) == [4])
        #expect(traps(counted) == ["traps.name-repeated - [3] read"])
        #expect(Set(counted.sheets.map(\.station)).count == 2)
    }

    @Test("rows that nothing names are numbered by their line, and that is told")
    func nameless() throws {
        let batch = try read(["n,1,0,100,60,50,30,20", "n,1,0,100,60,50,30,20"]) { $0.station = [] }
        #expect(batch.sheets.map(\.name) == ["row-2", "row-3"])
        #expect(traps(batch) == ["traps.no-station-name - [2, 3] read"])
    }

    @Test("options that are numbered keep the name of their column")
    func numbered() throws {
        let batch = try read(
            ["n,1,0,1000,600,590,300,290,5"],
            header:
                "land,Bezirk,Art,Wahlberechtigte,Wähler,valid,Maro Tal,Против всех,Число чего-то"
        ) {
            $0.numberedOptions = "c"
            $0.neverOptions = ["Число "]
        }
        #expect(batch.fitted.options == ["c1", "c2"])
        #expect(batch.reading?.columns["c2"] == "Против всех")
        #expect(batch.notices.contains("Columns not read: Число чего-то."))
    }

    @Test("semicolon, tab and quotes", arguments: [";", "\t"])
    func separators(mark: String) throws {
        let rows = ["n,1,0,1000,600,590,300,290"].map { $0.replacing(",", with: mark) }
        let batch = try read(rows, header: header.replacing(",", with: mark))
        #expect(batch.sheets[0].figures == [1000, 600, 590, 300, 290])
        #expect(batch.reading?.separator == (mark == ";" ? ";" : "a tab"))
        #expect(batch.notices.first?.hasPrefix("Cells are separated by") == true)
        #expect {
            try read(rows, header: header.replacing(",", with: mark)) { $0.separators = ["|"] }
        } throws: {
            $0 is any Problem
        }
    }

    @Test("a single quote stands around cells when the mapping says so")
    func quotes() throws {
        let batch = try read(["'n, west',1,0,1000,600,590,300,290"]) { $0.quote = "'" }
        #expect(batch.sheets[0].areas == ["n, west"])
    }

    struct Spoiled: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout TableMapping) -> Void

        init(_ code: String, _ change: @escaping @Sendable (inout TableMapping) -> Void) {
            testDescription = "tables.mapping-\(code)"
            self.change = change
        }
    }

    static let spoiled = [
        Spoiled("column") { $0.columns = ["recieved": ["x"]] },
        Spoiled("derived") { $0.derived = ["valid": ["valid"]] },
        Spoiled("derived") { $0.derived = ["valid": []] },
        Spoiled("derived") { $0.derived = ["valid": [1]] },
        Spoiled("derived") { $0.derived = ["total": ["votes"]] },
        Spoiled("separator") { $0.separators = [] },
        Spoiled("separator") { $0.separators = ["ab"] },
        Spoiled("separator") { $0.separators = ["1"] },
        Spoiled("separator") {
            $0.separators = [";"]
            $0.quote = ";"
        },
        Spoiled("area") { $0.registerCompleteFrom = "kreis" },
    ]

    @Test("a mapping that cannot be used says why", arguments: spoiled)
    func flaws(row: Spoiled) {
        var changed = mapping
        row.change(&changed)
        #expect(changed.flaws().map(\.code) == [row.testDescription])
    }

    @Test(
        "the built-in ones have no flaw and pass through a file", arguments: BuiltInMappings.names)
    func builtIn(name: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for found in try #require(BuiltInMappings.named(name)) {
            #expect(found.flaws() == [])
            let data =
                found.isFormItself ? try Documents.encode(found.form) : try Documents.encode(found)
            let file = try folder.write(Array(data), to: "mapping.json")
            #expect(try FormFile.mappings(file) == [found])
        }
    }

    @Test("a file that is neither form nor mapping is refused")
    func wrongFile() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for text in ["{}", "[]", "{\"form\": 3}", "{\"form\": {}}", "[{\"form\"", "7"] {
            let file = try folder.write(Array(text.utf8), to: "mapping.json")
            #expect { try FormFile.mappings(file) } throws: { $0 is any Problem }
        }
    }
}
