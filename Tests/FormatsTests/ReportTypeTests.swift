import Ballots
import Elections
import Formats
import Foundation
import Primitives
import Testing

/// The mark is VotingWorks's: `ReportType` has `other`, `OtherReportType` has `test` among its words.
@Suite("Cast vote records say whether their papers are those of a test")
struct ReportTypeTests {
    struct Row: CustomTestStringConvertible {
        let claim: String
        let text: String
        let mode: CountMode?
        var testDescription: String { claim }

        init(_ claim: String, _ fields: String, _ mode: CountMode?) {
            self.claim = claim
            text = fields.hasPrefix("!") ? String(fields.dropFirst()) : Self.report(fields)
            self.mode = mode
        }

        /// Fields behind the kind of a report.
        private static func report(_ fields: String) -> String {
            #"{"@type":"CVR.CastVoteRecordReport","Version":"1.0.0""# + fields + "}"
        }
    }

    static let rows = [
        Row(
            "of a count, by the type of report", #","ReportType":["originating-device-export"]"#,
            .real),
        Row("of a count, where no type stands", "", .real),
        Row("of a test", #","ReportType":["other"],"OtherReportType":"test""#, .test),
        Row(
            "of a test, before and behind many records",
            #","OtherReportType":"test","CVR":[{"a":["b","c"]},{}],"ReportType":["other"]"#, .test),
        Row("one word of several", #","ReportType":["other"],"OtherReportType":"a, Test""#, .test),
        Row("a test whose type is missing", #","OtherReportType":"test""#, .test),
        Row("a test named as a type", #","ReportType":["aggregated","test"]"#, .test),
        Row(
            "another type is no test", #","ReportType":["other"],"OtherReportType":"testament""#,
            .real),
        Row(
            "the same words deeper down mean nothing",
            #","CVR":[{"OtherReportType":"test","ReportType":["test"]}],"Notes":"test""#, .real),
        Row(
            "nor do they in a sentence",
            #","Notes":"\"OtherReportType\":\"test\",","ReportType":[]"#,
            .real),
        Row(
            "said twice, once as a test", #","OtherReportType":"test","OtherReportType":"x""#, .test
        ),
        Row("a field's name with escapes is not believed", #","Other\u0052eportType":"test""#, nil),
        Row("nor is a type with escapes", #","OtherReportType":"\u0074est""#, nil),
        Row("another kind of report", #"!{"@type":"ElectionResults.ElectionReport"}"#, nil),
        Row("no kind", #"!{"ReportType":["aggregated"]}"#, nil),
        Row("a list", #"!["@type","CVR.CastVoteRecordReport"]"#, nil),
        Row("cut off", #"!{"@type":"CVR.CastVoteRecordReport","CVR":["#, nil),
        Row("two behind each other", #"!{"@type":"CVR.CastVoteRecordReport"}{}"#, nil),
        Row("words", "!the papers", nil),
        Row("nothing", "!", nil),
    ]

    @Test("in whatever pieces the file comes", arguments: rows)
    func scan(row: Row) {
        let bytes = Array(row.text.utf8)
        for size in [1, 2, 7, 1000] {
            var rest = bytes[...]
            let mode = ReportTypeScan.mode {
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            }
            #expect(mode == row.mode, "in pieces of \(size)")
        }
    }

    private static let definition = ElectionDefinition(
        id: "invented", name: LocalizedText("Invented"), inventedNotice: nil,
        day: CivilDay(number: 0), contests: [], districts: [], stations: [],
        markPolicy: MarkPolicy(ignoredBelow: 250, countedFrom: 1000, text: LocalizedText("any")),
        publication: PublicationRule(smallestPool: 30))

    private static func records(_ mode: CountMode) throws -> Data {
        let record = CastVoteRecord(
            id: "one", batch: nil, layout: "paper",
            snapshots: [.init(kind: .original, contests: [])], images: [])
        return try CastVoteRecordReport.encode(
            [record], of: mode, definition: definition, generated: Instant(seconds: 0))
    }

    @Test("whoever reads records gets those of its own kind, and no others")
    func refused() throws {
        let (real, test) = (try Self.records(.real), try Self.records(.test))
        #expect(try CastVoteRecordReport.decode(real, name: "r").count == 1)
        #expect(try CastVoteRecordReport.decode(test, name: "t", of: .test).count == 1)
        #expect(throws: CountModeProblem.test("t")) {
            try CastVoteRecordReport.decode(test, name: "t")
        }
        #expect(throws: CountModeProblem.real("r")) {
            try CastVoteRecordReport.decode(real, name: "r", of: .test)
        }
        for (bytes, mode) in [(real, CountMode.real), (test, .test)] {
            var pieces = [Array(bytes)]
            #expect(ReportTypeScan.mode { pieces.popLast() } == mode)
        }
    }
}
