import Ballots
import Elections
import Formats
import Foundation
import Primitives
import Testing

@Suite("A VotingWorks election becomes a definition, or is refused by place")
struct VotingWorksImportTests {
    /// The least that such a file holds, written for this test.
    private func file(
        candidates: String = #"[{"id":"ann","name":"Ann"},{"id":"bob","name":"Bob"}]"#,
        size: String = "letter", thresholds: String = #""markThresholds":{"definite":0.07},"#,
        grid: String? = nil
    ) -> Data {
        let positions =
            grid ?? """
                {"type":"option","sheetNumber":1,"side":"front","column":12,"row":8,
                 "contestId":"mayor","optionId":"ann"},
                {"type":"option","sheetNumber":1,"side":"front","column":12,"row":10.5,
                 "contestId":"mayor","optionId":"bob"},
                {"type":"write-in","sheetNumber":1,"side":"front","column":32,"row":8,
                 "contestId":"mayor","writeInIndex":0,
                 "writeInArea":{"x":27,"y":7.35,"width":4.5,"height":0.85}},
                {"type":"option","sheetNumber":1,"side":"back","column":26,"row":24,
                 "contestId":"q1","optionId":"q1-option-yes"},
                {"type":"option","sheetNumber":1,"side":"back","column":32,"row":24,
                 "contestId":"q1","optionId":"q1-option-no"}
                """
        return Data(
            """
            {"title":"Test","state":"NH","county":{"id":"7","name":"C"},
             "date":"2022-07-12T12:00:00.000-04:00",
             "districts":[{"id":"d1","name":"D"}],"precincts":[{"id":"p1","name":"P"}],
             "ballotStyles":[{"id":"card-number-3","precincts":["p1"],"districts":["d1"]}],
             \(thresholds)"ballotLayout":{"paperSize":"\(size)","metadataEncoding":"timing-marks"},
             "contests":[
               {"id":"mayor","districtId":"d1","title":"Mayor","type":"candidate","seats":1,
                "candidates":\(candidates),"allowWriteIns":true},
               {"id":"q1","districtId":"d1","title":"Question","type":"yesno"}],
             "gridLayouts":[{"ballotStyleId":"card-number-3","gridPositions":[\(positions)]}]}
            """.utf8)
    }

    @Test("ids are kept, write-ins and answers included")
    func ids() throws {
        let made = try VotingWorksImport(file(), name: "election.json")
        #expect(made.definition.flaws().isEmpty)
        #expect(made.definition.flaws(of: made.layouts).isEmpty)
        #expect(made.definition.contests.map(\.id.text) == ["mayor", "q1"])
        #expect(
            made.definition.contests.map { $0.options.map(\.id.text) } == [
                ["ann", "bob", "write-in-0"], ["q1-option-yes", "q1-option-no"],
            ])
        #expect(made.definition.contests.map(\.outcome) == [nil, nil])
        #expect(made.definition.day.text == "2022-07-12")
        #expect(made.definition.stations.map(\.id.text) == ["p1"])
        #expect(made.definition.stations[0].zoneMinutes == 0)
        let layout = try #require(made.layouts.first)
        #expect(layout.cardNumber == 3)
        #expect(layout.identity == .timingMarkBits)
        let side = try #require(layout.side(.front))
        // A quarter of an inch apart: 8.5 by 11 inches are 34 by 41 marks (VotingWorks' own count).
        #expect(side.columns == 34 && side.rows == 41)
        #expect(side.targets.map(\.row) == [8, 10.5, 8])
    }

    /// 0.07 of 5.08 by 3.302 mm, as a part of the pill 4.18 by 2.402 mm (area 8.803 square mm):
    /// 0.07 * 16.774 / 8.803 = 0.1334.
    @Test("the threshold follows the area that is measured")
    func threshold() throws {
        let made = try VotingWorksImport(file(), name: "election.json")
        #expect(made.definition.markPolicy.countedFrom == 1334)
        #expect(made.definition.markPolicy.ignoredBelow == 100)
        let silent = try VotingWorksImport(file(thresholds: ""), name: "election.json")
        #expect(silent.definition.markPolicy.countedFrom == 1334)
    }

    @Test("paper of 8.5 by 14 inches has 53 rows")
    func legal() throws {
        let made = try VotingWorksImport(file(size: "legal"), name: "election.json")
        #expect(made.layouts[0].sides.map(\.rows) == [53, 53])
    }

    @Test("a contest without choices is a flaw")
    func noChoices() throws {
        let made = try VotingWorksImport(
            file(
                candidates: "[]",
                grid: """
                    {"type":"option","side":"back","column":26,"row":24,"contestId":"q1",
                     "optionId":"q1-option-yes"}
                    """), name: "election.json")
        #expect(made.definition.flaws().map(\.code).contains("elections.no-options"))
    }

    @Test(
        "what cannot be meant is refused with its place",
        arguments: [
            (
                #"{"type":"option","side":"front","column":1,"row":1,"contestId":"x","optionId":"y"}"#,
                "x"
            ),
            (
                #"{"type":"option","side":"front","column":1,"row":1,"contestId":"mayor","optionId":"y"}"#,
                "y"
            ),
            (
                #"{"type":"option","side":"front","column":99,"row":1,"contestId":"mayor","optionId":"ann"}"#,
                "ann"
            ),
            (#"{"type":"option","side":"front","column":1,"row":1,"contestId":"mayor"}"#, "mayor"),
        ])
    func refused(grid: String, names: String) {
        do {
            _ = try VotingWorksImport(file(grid: grid), name: "election.json")
            Issue.record("accepted")
        } catch let problem as any Problem {
            #expect(problem.code == "formats.not-this-document")
            #expect(problem.summary.contains(names))
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("paper of an unknown size is refused") func size() {
        #expect(throws: (any Error).self) {
            _ = try VotingWorksImport(file(size: "a3"), name: "election.json")
        }
    }
}
