import Elections
import Forensics
import Formats
import Foundation
import Primitives
import Tabulation
import TestSupport
import Testing

/// `results/expected.json`: official totals, and statistics computed by others' code from the same
/// files.
private struct Expected: Decodable {
    struct Year: Decodable {
        let leader_column: String
        let totals: [String: Int]
        let integer_anomaly_exact: Exact
        let integer_anomaly_published_mc1000: [String: Drawn]
    }
    struct Exact: Decodable {
        let n: Int
        let either: Row
        let leader: Row
        let turnout: Row
    }
    struct Row: Decodable {
        let obs: Double
        let exp: Double
        let sd: Double
        let anom: Double
        let z: Double
    }
    /// By weight: stations, registered, issued, leader's votes.
    struct Drawn: Decodable {
        let anomaly: [Double]
        let sd: [Double]
    }
    let ru: [String: Year]
}

@Suite(
    "Five Russian elections come out as published", .serialized,
    .enabled(if: SharedData.isPresent, "needs ../shared"))
struct RussianResultsTests {
    private func expected(_ year: String) throws -> Expected.Year {
        let data = try Data(
            contentsOf: URL(filePath: SharedData.path("data/results/expected.json")))
        return try #require(JSONDecoder().decode(Expected.self, from: data).ru[year])
    }

    private func sheets(_ year: String) throws -> SheetBatch {
        try SheetTable.read(
            SharedData.path("data/results/ru/ru\(year).csv.gz"),
            forms: try #require(BuiltInForms.all["ru-federal"]))
    }

    @Test(
        "every total, and whole percentages to the printed digit",
        arguments: [
            "2008", "2011", "2012", "2018", "2021",
        ])
    func year(_ year: String) throws {
        let expected = try expected(year)
        let batch = try sheets(year)
        #expect(batch.refused == 0)
        var totals = BalanceReport(batch).totals
        totals["rows"] = batch.sheets.count
        #expect(totals == expected.totals)

        let leader = try #require(ContestOption.ID(expected.leader_column))
        let result = IntegerPercentages(
            batch.sheets.compactMap { StationShares($0, leader: leader) })
        #expect(result.used == expected.integer_anomaly_exact.n)
        let rows: [(IntegerPercentages.Subject, Expected.Row)] = [
            (.either, expected.integer_anomaly_exact.either),
            (.leader, expected.integer_anomaly_exact.leader),
            (.turnout, expected.integer_anomaly_exact.turnout),
        ]
        for (subject, row) in rows {
            let figure = result[subject, .stations]
            #expect(figure.observed == row.obs)
            #expect((figure.expected - row.exp).magnitude < 0.0051)
            #expect((figure.standardDeviation - row.sd).magnitude < 0.0051)
            #expect((figure.excess - row.anom).magnitude < 0.0051)
            #expect(((figure.z ?? 0) - row.z).magnitude < 0.0051)
            // The published elections are drawn, 1,000 of them: their mean is good to sd / 31.6.
            let drawn = try #require(expected.integer_anomaly_published_mc1000[subject.rawValue])
            for (place, weight) in IntegerPercentages.Weight.allCases.enumerated() {
                let gap = (result[subject, weight].excess - drawn.anomaly[place]).magnitude
                #expect(gap < 4 * drawn.sd[place] / 31.6, "\(subject) by \(weight)")
            }
        }
    }

    @Test("the equations of 2018 break where others found it")
    func equations() throws {
        struct Checks: Decodable {
            let rows: Int
            let checks: [String: Int]
        }
        let data = try Data(
            contentsOf: URL(
                filePath: SharedData.path("data/audit/russia-precincts/2018_expected.json")))
        let checks = try JSONDecoder().decode(Checks.self, from: data)
        let report = BalanceReport(try sheets("2018"))
        #expect(report.sheets.accepted == checks.rows)
        #expect(report.equations.map(\.severity) == [.hard, .hard, .hard, .hard, .soft])
        #expect(
            report.equations.map(\.count) == [
                checks.checks["L1>=L3+L4+L5 violated"],
                checks.checks["L2==L3+L4+L5+L6+lost-unaccounted violated"],
                checks.checks["L7+L8==L9+L10 violated"],
                checks.checks["L10==sum(candidates) violated"],
                checks.checks["L7+L8<=L3+L4+L5 violated (soft)"],
            ])
        // Lines of the file, found with another program.
        #expect(
            report.equations[4].stations.map(\.line) == [
                15_832, 15_874, 54_105, 78_292, 78_893, 79_012,
            ])
        #expect(!report.somethingIsWrong)
    }

    @Test("the report for other programs adds up from districts to the nation")
    func report() throws {
        let batch = try sheets("2018")
        let declaration = Declaration(batch, definition: nil)
        #expect(declaration.outcome == .noRule)
        #expect(declaration.districts.count == 87)
        for (name, total) in declaration.totals {
            #expect(declaration.districts.reduce(0) { $0 + ($1.totals[name] ?? 0) } == total)
        }
        let document = try ElectionResultsReport(declaration, batch: batch, definition: nil)
            .document()
        #expect(document.count < 1 << 20)
    }
}
