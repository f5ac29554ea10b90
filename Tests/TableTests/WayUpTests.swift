import Elections
import Formats
import Foundation
import Primitives
import Tabulation
import Testing

@Suite("The way up is written so that every sum can be opened")
struct WayUpTests {
    private static let table = """
        region,tik,uik,registered,received_by_commission,issued_early,issued_in_station,issued_outside,cancelled,in_mobile_boxes,in_stationary_boxes,invalid,valid,c1,c2
        B,"two, east",1,100,80,0,50,0,30,0,50,1,49,40,9
        A,one,1,200,90,0,60,0,30,0,61,1,60,30,30
        B,"two, east",2,0,80,0,0,0,80,0,0,0,0,0,0
        B,three,9,50,80,0,50,0,30,0,50,0,50,25,24
        """

    private static func batch() throws -> SheetBatch {
        try SheetTable.read(
            bytes: Array(table.utf8), name: "t.csv", forms: BuiltInForms.all["ru-federal"] ?? [])
    }

    // Sums by hand.
    @Test("areas, each before those in it")
    func areas() throws {
        let text = String(
            decoding: AreaTable.areas(AreaSums(try Self.batch())), as: UTF8.self)
        let rows = text.split(separator: "\r\n").map(String.init)
        #expect(
            rows[0].hasPrefix(
                "area_level,region,tik,area_sheets,area_without_register,area_breaking_hard,area_breaking_soft,area_raising_alarm,registered,"
            ))
        #expect(
            rows.dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: "|") } == [
                "nation|4|0", "region|A|1", "tik|A|one", "region|B|3", "tik|B|three", "tik|B|\"two",
            ])
        #expect(
            rows[1]
                == "nation,,,4,0,1,1,0,350,330,0,160,0,170,0,161,2,159,95,63,46.00")
        #expect(
            rows[6]
                == "tik,B,\"two, east\",2,0,0,0,0,100,160,0,50,0,110,0,50,1,49,40,9,50.00")
    }

    @Test("sheets, with what they break and the line they stand on")
    func sheets() throws {
        let batch = try Self.batch()
        let text = String(
            decoding: AreaTable.sheets(batch, levels: ["region", "tik"]), as: UTF8.self)
        let rows = text.split(separator: "\r\n").map(String.init)
        #expect(rows[0].hasPrefix("region,tik,sheet_station,registered,"))
        #expect(rows[2] == "A,one,1,200,90,0,60,0,30,0,61,1,60,30,30,boxes-at-most-issued,3")
        #expect(rows[4].hasSuffix(",25,24,votes-counted,5"))
    }

    private struct Unit {
        let name: String
        let type: String
        let children: [String]
    }

    @Test(
        "a report is as deep as asked",
        arguments: [
            (ReportDepth.levels(0), ["country"]), (.levels(1), ["country", "state", "state"]),
            (.levels(2), ["country", "state", "other", "state", "other", "other"]),
            (
                .all,
                [
                    "country", "state", "other", "state", "other", "other", "polling-place",
                    "polling-place", "polling-place", "polling-place",
                ]
            ),
            (
                .usual,
                [
                    "country", "state", "state", "polling-place", "polling-place", "polling-place",
                    "polling-place",
                ]
            ),
        ] as [(ReportDepth, [String])])
    func depth(depth: ReportDepth, types: [String]) throws {
        let batch = try Self.batch()
        let declaration = Declaration(batch, definition: nil)
        let report = try ElectionResultsReport(
            declaration, batch: batch, definition: nil, sums: AreaSums(batch), depth: depth)
        let document = try JSONSerialization.jsonObject(with: report.document())
        let units = try #require((document as? [String: Any])?["GpUnit"] as? [[String: Any]])
        #expect(units.map { $0["Type"] as? String } == types)
        let voters = Dictionary(
            units.map { ($0["@id"] as? String ?? "", $0["VotersParticipated"] as? Int ?? -1) },
            uniquingKeysWith: { first, _ in first })
        for unit in units {
            guard let children = unit["ComposingGpUnitIds"] as? [String] else { continue }
            let sum = children.reduce(0) { $0 + (voters[$1] ?? -1000) }
            #expect(sum == unit["VotersParticipated"] as? Int)
        }
        #expect(voters["unit-nation"] == 161)
    }

    @Test("a report that would be too large is refused with the numbers")
    func tooLarge() throws {
        let head = Self.table.split(separator: "\n")[0]
        let rows = (0..<20_001).map { "A,one,\($0),1,0,0,0,0,0,0,0,0,0,0,0" }
        let batch = try SheetTable.read(
            bytes: Array(([String(head)] + rows).joined(separator: "\n").utf8), name: "t.csv",
            forms: BuiltInForms.all["ru-federal"] ?? [])
        let declaration = Declaration(batch, definition: nil)
        let problem = #expect(throws: PlainProblem.self) {
            try ElectionResultsReport(
                declaration, batch: batch, definition: nil, sums: AreaSums(batch), depth: .all)
        }
        #expect(problem?.code == "formats.report-too-large")
        #expect(problem?.summary.contains("20004") == true)
    }

    @Test("a file ten times the limit is refused before it is kept")
    func tenTimes() throws {
        var limits = TableLimits()
        limits.bytes = Self.table.utf8.count
        let long = Self.table + String(repeating: "\n", count: limits.bytes * 9)
        #expect(throws: TableProblem.tooLarge("t.csv", limits.bytes)) {
            try SheetTable.read(
                bytes: Array(long.utf8), name: "t.csv", forms: BuiltInForms.all["ru-federal"] ?? [],
                limits: limits)
        }
        limits.rows = 3
        limits.bytes = 1 << 20
        #expect(throws: TableProblem.tooManyRows("t.csv", 3)) {
            try SheetTable.read(
                bytes: Array(Self.table.utf8), name: "t.csv",
                forms: BuiltInForms.all["ru-federal"] ?? [], limits: limits)
        }
    }
}
