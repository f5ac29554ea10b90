import Formats
import Primitives
import Tabulation
import TestSupport
import Testing

@Suite(
    "Results of other countries come out as their sources sum them",
    .enabled(if: SharedData.isPresent, "needs ../shared"))
struct WorldResultsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let sheets: Int
        let totals: [String: Int]
        let traps: [String: Int]
    }

    // Totals: the README beside each file. Traps: counted with Python's csv.
    static let rows = [
        Row(
            testDescription: "al-2013", file: "al/al_parl2013.csv", sheets: 5508,
            totals: [
                "Ballots": 1_726_239, "Registered": 3_185_255, "C035": 714_118, "C050": 528_925,
            ],
            traps: [
                "traps.point-decimal": 11_014, "traps.absent-cell": 2, "traps.empty-sheet": 2,
                "traps.name-repeated": 60,
            ]),
        Row(
            testDescription: "ca-2011", file: "ca/ca2011_polls.csv.gz", sheets: 66_060,
            totals: ["votes": 4_871_244, "turnout": 12_325_714, "N": 24_090_963],
            traps: ["traps.no-station-name": 66_060]),
        Row(
            testDescription: "de-ep2024", file: "de/de_ep2024.csv.gz", sheets: 91_753,
            totals: [
                "registered": 61_963_020, "voters": 40_114_939, "valid": 39_810_489,
                "c1": 9_435_636, "c35": 55_417,
            ],
            traps: [
                "traps.special-station": 25_167, "traps.no-register": 25_153,
                "traps.empty-sheet": 186, "traps.name-repeated": 6,
            ]),
        Row(
            testDescription: "ge-2013", file: "ge/ge_pres2013.csv", sheets: 3707,
            totals: ["signed": 1_660_976, "registered": 3_537_719, "c23": 1_012_569],
            traps: [
                "traps.absent-cell": 52, "traps.derived-total": 3707, "traps.special-station": 34,
                "traps.no-register": 52,
            ]),
        Row(
            testDescription: "mx-2012", file: "mx/mx_pres2012.csv.gz", sheets: 143_132,
            totals: ["pri_pvem": 19_220_407, "total": 50_282_086, "ln": 79_433_171],
            traps: ["traps.special-station": 902, "traps.no-register": 902]),
        Row(
            testDescription: "mx-gto-2012", file: "mx/gto_gov2012.csv", sheets: 6746,
            totals: ["pan_na": 1_111_379, "total": 2_314_165, "ln": 3_859_590],
            traps: ["traps.special-station": 35, "traps.no-register": 35]),
        Row(
            testDescription: "mx-2018", file: "mx/mx_quickcount2018_returns.csv", sheets: 6307,
            totals: ["amlo": 1_207_530, "total": 2_275_143],
            traps: ["traps.special-station": 42, "traps.no-register": 42]),
    ]

    @Test("totals and traps", arguments: rows)
    func totals(row: Row) throws {
        let batch = try SheetTable.read(
            SharedData.path("data/results/\(row.file)"),
            mappings: try #require(BuiltInMappings.named(row.testDescription)))
        let report = BalanceReport(batch)
        #expect(report.sheets.accepted == row.sheets)
        #expect(report.sheets.refused == 0)
        #expect(report.sheets.breakingHard == 0)
        for (name, total) in row.totals { #expect(report.totals[name] == total, "\(name)") }
        var traps: [String: Int] = [:]
        for trap in batch.reading?.traps ?? [] { traps[trap.code, default: 0] += trap.count }
        #expect(traps == row.traps)
    }

    @Test("2004 under the site's own columns, zipped")
    func precincts() throws {
        let batch = try SheetTable.read(
            SharedData.path("data/audit/russia-precincts/2004.csv.zip"),
            mappings: try #require(BuiltInMappings.named("ru-federal")))
        #expect(batch.fitted.form.id == "ru-federal-2004")
        #expect(batch.reading?.columns["c7"] == "Против всех")
        let report = BalanceReport(batch)
        // 2004_expected.json; the seven of the last are found with Python's csv.
        #expect(report.equations.map(\.count) == [0, 0, 0, 0, 2, 7])
        #expect(report.totals["registered"] == 108_064_342)
        #expect(report.totals["c7"] == 2_396_550)
    }
}
