import Ballots
import Elections
import Formats
import Foundation
import Primitives
import Testing

@Suite("Cast vote records in the common format")
struct CastVoteRecordReportTests {
    private func record(_ number: Int) throws -> CastVoteRecord {
        let contests = [
            ContestReading(
                contest: "president",
                positions: [
                    .init(option: "maro", indication: .yes, ink: 10_000),
                    .init(option: "telin", indication: .no, ink: 0),
                    .init(option: "savan", indication: .unknown, ink: 987),
                ])
        ]
        return CastVoteRecord(
            id: try #require(CastVoteRecord.ID("sheet-\(number)")), batch: "north-001",
            layout: "paper",
            snapshots: [
                .init(kind: .original, contests: contests),
                .init(kind: .interpreted, contests: contests),
            ],
            images: [
                PageImage(
                    face: .front, sha256: String(repeating: "ab", count: 32), file: "a b%.png")
            ])
    }

    private let definition = ElectionDefinition(
        id: "invented", name: LocalizedText("Invented"), inventedNotice: nil,
        day: CivilDay(text: "2031-05-18")!,
        contests: [
            Contest(
                id: "president", title: LocalizedText("President"), kind: .election,
                votesAllowed: 1,
                options: ["maro", "telin", "savan"].map {
                    ContestOption(
                        id: ContestOption.ID($0)!, name: LocalizedText($0), kind: .candidate)
                }, outcome: nil)
        ], districts: [], stations: [],
        markPolicy: MarkPolicy(ignoredBelow: 250, countedFrom: 1000, text: LocalizedText("any")),
        publication: PublicationRule(smallestPool: 30))

    @Test("come back as they went")
    func roundTrip() throws {
        let records = try (0..<50).map(record)
        let bytes = try CastVoteRecordReport.encode(
            records, of: .real, definition: definition, generated: Instant(seconds: 0))
        #expect(try CastVoteRecordReport.decode(bytes, name: "records") == records)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#""GeneratedDate" : "1970-01-01T00:00:00Z""#))
        #expect(text.contains(#""0.0987""#) && text.contains(#""1.0000""#))
        #expect(text.contains(#""ContestSelectionId" : "president/savan""#))
    }

    @Test(
        "another report is refused with its place", arguments: ["{}", "[]", "{\"CVR\":[{}]}", ""])
    func refused(text: String) {
        #expect(throws: DocumentProblem.self) {
            _ = try CastVoteRecordReport.decode(Data(text.utf8), name: "records")
        }
    }

    @Test("ink beyond the whole is refused")
    func ink() throws {
        let bytes = try CastVoteRecordReport.encode(
            [record(1)], of: .real, definition: definition, generated: Instant(seconds: 0))
        let text = String(decoding: bytes, as: UTF8.self).replacing("1.0000", with: "1.0001")
        #expect(throws: DocumentProblem.self) {
            _ = try CastVoteRecordReport.decode(Data(text.utf8), name: "records")
        }
    }
}
