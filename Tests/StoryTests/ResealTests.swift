import Auditing
import Ballots
import Elections
import Formats
import Foundation
import Ledger
import Missions
import Primitives
import Publication
import Story
import Tervania
import Testing

/// Somebody who holds the key changes a figure, computes every digest anew and signs again. The log
/// is then whole; the sums no longer follow.
@Suite("A record that is changed and sealed again does not add up")
struct ResealTests {
    @Test("one total")
    func total() throws {
        let broken = try resealed("6-declare/president/results.json") {
            try edit($0) { document in
                guard var totals = document["totals"] as? [String: Int] else { return }
                totals["maro", default: 0] += 1
                document["totals"] = totals
            }
        }
        #expect(broken.contains { $0.number == 11 && $0.text.contains("maro") }, "\(broken)")
    }

    @Test("one total of the standard's report")
    func standardReport() throws {
        let path = "6-declare/referendum/err.json"
        let broken = try resealed(path) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            let place = try #require(text.range(of: "\"Count\" : "))
            return Array(text.replacingCharacters(in: place, with: "\"Count\" : 1").utf8)
        }
        #expect(broken.contains { $0.number == 11 && $0.text.contains(path) }, "\(broken)")
    }

    @Test("a wider risk limit than the definition's")
    func riskLimit() throws {
        let broken = try resealed("7-check/audit-report.json") {
            try edit($0) { $0["riskLimitThousandths"] = 500 }
        }
        #expect(broken.contains { $0.number == 14 && $0.text.contains("limit") }, "\(broken)")
    }

    @Test("one name more on one station's list")
    func registered() throws {
        let broken = try resealed("3-admit/turnout.json") {
            try editList($0) { stations in
                stations[0]["registered"] = (stations[0]["registered"] as? Int ?? 0) + 1
            }
        }
        #expect(broken.contains { $0.number == 11 }, "\(broken)")
    }

    @Test("a paper that a person read, hidden from the report")
    func hiddenLook() throws {
        let broken = try resealed("4-read/reading-report.json") {
            try edit($0) { document in
                guard var looks = document["looks"] as? [[String: Any]] else { return }
                looks.removeFirst()
                document["looks"] = looks
            }
        }
        #expect(broken.contains { $0.number == 8 }, "\(broken)")
    }

    @Test("a field that nobody reads")
    func unknownField() throws {
        let broken = try resealed("3-admit/turnout.json") {
            try editList($0) { $0[0]["voters"] = ["somebody"] }
        }
        #expect(broken.contains { $0.number == 6 && $0.text.contains("turnout.json") }, "\(broken)")
    }

    @Test("a number too large to compute with")
    func hugeNumber() throws {
        let broken = try resealed("7-check/audit-report.json") {
            try edit($0) { $0["riskLimitThousandths"] = Int.max }
        }
        #expect(
            broken.contains { $0.number == 6 && $0.text.contains("twelve digits") }, "\(broken)")
    }

    @Test("a second reading of one drawn paper")
    func secondReading() throws {
        let broken = try resealed("7-check/manual-readings.json") {
            try editList($0) { $0.append($0[0]) }
        }
        #expect(broken.contains { $0.number == 14 && $0.text.contains("once each") }, "\(broken)")
    }

    @Test("a seed drawn while stations were open")
    func earlySeed() throws {
        let broken = try resealed("7-check/seed.json") {
            try edit($0) { $0["drawn"] = "2031-05-18T05:00:00Z" }
        }
        #expect(broken.contains { $0.number == 13 && $0.text.contains("closed") }, "\(broken)")
    }

    @Test("an option named twice in the definition")
    func optionTwice() throws {
        let broken = try resealed("1-define/definition.json") {
            try edit($0) { document in
                guard var contests = document["contests"] as? [[String: Any]],
                    var options = contests[0]["options"] as? [[String: Any]]
                else { return }
                options.append(options[0])
                contests[0]["options"] = options
                document["contests"] = contests
            }
        }
        #expect(broken.contains { $0.number == 6 && $0.text.contains("twice") }, "\(broken)")
    }

    @Test("a sealed file that has no place in a record, and a seed under another name")
    func noPlace() throws {
        var builder = RecordBuilder()
        for entry in TamperTests.entries() {
            let bytes = try #require(StoryFixture.files[entry.path])
            builder.seal(entry.kind == .auditSeed ? .notice : entry.kind, entry.path, bytes)
        }
        builder.seal(.turnout, "3-admit/voters.csv", Array("name,paper\n".utf8))
        let step = StoryFixture.verify(builder.finished(origin: Story.origin, key: Story.key))[2]
        let named = Set(step.faults.map(\.file))
        #expect(named.isSuperset(of: ["3-admit/voters.csv", "7-check/seed.json"]))
        // Without its parents an entry no longer says what it was made from.
        #expect(named.contains("7-check/sample.json"))
    }

    @Test("one vote in one cast vote record")
    func vote() throws {
        let path = "4-read/cast-vote-records.json"
        let broken = try resealed(path) { bytes in
            var record = RecordReader.decode(
                RecordFiles(contents: StoryFixture.files, irregular: [:]))
            guard var records = record.records.value,
                let index = records.firstIndex(where: {
                    $0.current.contests[0].positions[0].indication == .yes
                })
            else { return bytes }
            for snapshot in records[index].snapshots.indices {
                var positions = records[index].snapshots[snapshot].contests[0].positions
                positions[0] = PositionReading(
                    option: positions[0].option, indication: .no, ink: 0)
                positions[1] = PositionReading(
                    option: positions[1].option, indication: .yes, ink: 6000)
                records[index].snapshots[snapshot].contests[0].positions = positions
            }
            record.records = .present(records)
            return Array(
                try CastVoteRecordReport.encode(
                    records, of: .real, definition: Tervania.definition,
                    generated: Instant(seconds: Tervania.definition.day.number * 86_400)))
        }
        #expect(broken.contains { $0.number == 9 }, "\(broken)")
    }

    @Test("records that say they are of a test")
    func recordsOfATest() throws {
        let path = "4-read/cast-vote-records.json"
        let broken = try resealed(path) { bytes in
            Array(
                try CastVoteRecordReport.encode(
                    CastVoteRecordReport.decode(Data(bytes), name: path), of: .test,
                    definition: Tervania.definition,
                    generated: Instant(seconds: Tervania.definition.day.number * 86_400)))
        }
        #expect(
            broken.contains { $0.number == 6 && $0.text.contains("those of a test") }, "\(broken)")
    }

    @Test("what a person read on one drawn paper")
    func sampledPaper() throws {
        let broken = try resealed("7-check/manual-readings.json") {
            try editList($0) { readings in
                guard var contests = readings[3]["contests"] as? [[String: Any]] else { return }
                contests[0]["options"] = ["telin"]
                readings[3]["contests"] = contests
            }
        }
        #expect(broken.contains { $0.number == 14 }, "\(broken)")
    }

    @Test("one answer on one observer's form")
    func evidence() throws {
        let broken = try resealed(RecordPath.observations) { try alteredAnswer($0) }
        #expect(broken.contains { $0.number == 16 }, "\(broken)")
        #expect(broken.contains { $0.number == 6 && $0.text.contains("came in") }, "\(broken)")
    }

    @Test("another sample than the seed's")
    func sample() throws {
        let broken = try resealed("7-check/sample.json") {
            try edit($0) { document in
                guard var papers = document["papers"] as? [String] else { return }
                papers.swapAt(0, 1)
                document["papers"] = papers
            }
        }
        #expect(broken.contains { $0.number == 13 }, "\(broken)")
    }

    @Test("one figure of one station's sheet")
    func sheet() throws {
        let broken = try resealed("5-balance/referendum.csv") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            var lines = text.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
            let last = lines[2].count - 1
            lines[2][last] = String((Int(lines[2][last]) ?? 0) + 5)
            return Array(lines.map { $0.joined(separator: ",") }.joined(separator: "\r\n").utf8)
        }
        #expect(broken.contains { $0.number == 9 }, "\(broken)")
        #expect(broken.contains { $0.number == 11 }, "\(broken)")
    }

    /// Turns one answer of one form that a finding rests on into its opposite.
    private func alteredAnswer(_ bytes: [UInt8]) throws -> [UInt8] {
        var log = try Documents.decode(
            ObservationLog.self, from: Data(bytes), name: RecordPath.observations)
        let question = try #require(
            log.submissions[0].answers.keys.sorted().first { key in
                log.submissions[0].answers[key] == .yes
            })
        log.submissions[0].answers[question] = .no
        return Array(try Documents.encode(log))
    }

    private struct Broken: CustomStringConvertible {
        let number: Int
        let text: String
        var description: String { "\(number): \(text)" }
    }

    /// Changes one artifact and seals everything anew with the demonstration's own key.
    private func resealed(
        _ path: String, change: ([UInt8]) throws -> [UInt8]
    ) throws -> [Broken] {
        let entries = TamperTests.entries()
        var builder = RecordBuilder()
        let pathOf = Dictionary(
            entries.map { ($0.digest, $0.path) }, uniquingKeysWith: { first, _ in first })
        for entry in entries {
            var bytes = try #require(StoryFixture.files[entry.path])
            if entry.path == path {
                let changed = try change(bytes)
                #expect(changed != bytes)
                bytes = changed
            }
            builder.seal(
                entry.kind, entry.path, bytes, from: entry.parents.compactMap { pathOf[$0] })
        }
        let results = StoryFixture.verify(builder.finished(origin: Story.origin, key: Story.key))
        for step in [1, 2, 3, 4, 5] { #expect(results[step - 1].holds, "the log itself is whole") }
        return results.filter { !$0.holds }.map { result in
            Broken(
                number: result.number,
                text: result.faults.map { "\($0.file): \($0.reason)" }.joined(separator: "; "))
        }
    }

    private func edit(_ bytes: [UInt8], _ change: (inout [String: Any]) -> Void) throws -> [UInt8] {
        let decoded = try JSONSerialization.jsonObject(with: Data(bytes))
        var document = try #require(decoded as? [String: Any])
        change(&document)
        var data = try JSONSerialization.data(
            withJSONObject: document,
            options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        data.append(0x0A)
        return Array(data)
    }

    private func editList(
        _ bytes: [UInt8], _ change: (inout [[String: Any]]) -> Void
    ) throws -> [UInt8] {
        let decoded = try JSONSerialization.jsonObject(with: Data(bytes))
        var document = try #require(decoded as? [[String: Any]])
        change(&document)
        var data = try JSONSerialization.data(
            withJSONObject: document,
            options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        data.append(0x0A)
        return Array(data)
    }
}
