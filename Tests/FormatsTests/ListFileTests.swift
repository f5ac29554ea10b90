import Ballots
import Elections
import Formats
import Foundation
import Primitives
import Testing

@Suite("A list written while it grows is the same file")
struct ListFileTests {
    private struct Line: Encodable, Equatable {
        var name: String
        var parts: [Int]
        var empty: [String] = []
    }

    private func folder() throws -> String {
        let path = NSTemporaryDirectory() + "list-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test("lists of 0, 1 and 3 elements", arguments: [0, 1, 3])
    func lists(count: Int) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let lines = (0..<count).map { Line(name: "a \"quoted\"\nline \($0)", parts: [$0, 7]) }
        let file = try ListFile<Line>(folder + "/list.json")
        for line in lines { try file.append(line) }
        try file.finish()
        #expect(try Files.read(folder + "/list.json") == Documents.encode(lines))
    }

    @Test("cast vote records", arguments: [0, 1, 2], [CountMode.real, .test])
    func records(count: Int, mode: CountMode) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let definition = ElectionDefinition(
            id: "e", name: LocalizedText("E"), inventedNotice: LocalizedText("Invented"),
            day: CivilDay(text: "2031-05-18")!,
            contests: [
                Contest(
                    id: "c", title: LocalizedText("C"), kind: .election, votesAllowed: 1,
                    options: [.init(id: "o", name: LocalizedText("O"), kind: .candidate)],
                    outcome: nil)
            ], districts: [], stations: [],
            markPolicy: MarkPolicy(
                ignoredBelow: 1, countedFrom: 2, text: LocalizedText("any mark")),
            publication: PublicationRule(smallestPool: 1))
        let moment = Instant(seconds: 1_936_828_800)
        var measure = MarkMeasure(
            ink: 4321, second: 4000, smear: 1, outline: 99, beside: 2, contrast: 200)
        measure.extent = [-10, -20, 30, 40]
        measure.crossings = [1, 2, 1, 2, 1]
        measure.ring = 3
        let positions = [
            PositionReading(
                option: "o", indication: .unknown, ink: 4321, doubt: .readersDiffer,
                measure: measure)
        ]
        let contests = [ContestReading(contest: "c", positions: positions)]
        let records = (0..<count).map { number in
            CastVoteRecord(
                id: CastVoteRecord.ID("paper-\(number)")!, batch: "b", layout: "l",
                snapshots: [
                    .init(kind: .original, contests: contests),
                    .init(
                        kind: .modified, contests: contests,
                        decision: .init(by: ["one", "two"], at: moment, reason: "seen")),
                ], images: [])
        }
        let path = folder + "/records.json"
        let file = try CastVoteRecordReport.File(
            path, of: mode, definition: definition, generated: moment, sources: [])
        for record in records { try file.append(record) }
        try file.finish()
        let bytes = try Files.read(path)
        #expect(
            try bytes
                == CastVoteRecordReport.encode(
                    records, of: mode, definition: definition, generated: moment))
        #expect(try CastVoteRecordReport.decode(bytes, name: "records", of: mode) == records)
    }
}
