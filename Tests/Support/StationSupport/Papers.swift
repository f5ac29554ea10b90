import Ballots
import Cryptography
import Elections
import Primitives
import StationCount

/// A small election with one paper, and readings of it made by hand.
package enum Papers {
    package static let mayor = Contest(
        id: "mayor", title: LocalizedText("Mayor"), kind: .election, votesAllowed: 1,
        options: [
            ContestOption(id: "a", name: LocalizedText("Ada"), kind: .candidate),
            ContestOption(id: "b", name: LocalizedText("Bo"), kind: .candidate),
        ], outcome: nil)

    package static let definition = ElectionDefinition(
        id: "small-2031", name: LocalizedText("A small election"),
        inventedNotice: LocalizedText("Invented."), day: CivilDay(text: "2031-05-18")!,
        contests: [mayor], districts: [District(id: "d", name: LocalizedText("D"))],
        stations: ["one", "two"].map { name in
            PollingStation(
                id: PollingStation.ID(name)!, name: LocalizedText(name), district: "d",
                seat: .home, zoneMinutes: 360, opens: Instant(seconds: 0),
                closes: Instant(seconds: 36_000))
        },
        markPolicy: MarkPolicy(
            ignoredBelow: 250, countedFrom: 1000, text: LocalizedText("Any mark counts.")),
        publication: PublicationRule(smallestPool: 30))

    package static let layout = BallotLayout(
        id: "paper", widthMillimetres: 148, heightMillimetres: 210, markWidth: 4, markHeight: 2,
        targetWidth: 5, targetHeight: 3.4, identity: .code,
        sides: [
            .init(
                face: .front, columns: 20, rows: 29,
                targets: ["a", "b"].enumerated().map { index, option in
                    BallotLayout.Target(
                        contest: "mayor", option: ContestOption.ID(option)!, column: 2,
                        row: Double(8 + 2 * index))
                })
        ])

    package static let key = SigningKey(seed: [UInt8](repeating: 7, count: 32))!

    package static func identity(_ mode: CountMode = .real, station: PollingStation.ID = "one")
        -> CountIdentity
    {
        CountIdentity(
            election: definition.id, station: station, mode: mode, definition: Digest.of("d"),
            layouts: Digest.of("l"), store: "0123", key: key.verifyingKey)
    }

    package static func page(_ number: String, picture: String? = nil) -> KeptPage {
        KeptPage(file: "\(number)-1.jpg", sha256: Digest.of(picture ?? number), bytes: 100)
    }

    /// The marks of a paper: one letter an option, `y`, `n` or `u`.
    package static func reading(
        _ number: String, marks: String = "yn", code: String? = nil, picture: String? = nil,
        trace: PaperTrace? = nil
    ) -> SheetReading {
        let id = CastVoteRecord.ID(number)!
        let kinds: [Character: PositionReading.Indication] = ["y": .yes, "n": .no, "u": .unknown]
        let contests = [
            ContestReading(
                contest: "mayor",
                positions: zip(["a", "b"], marks).map { option, mark in
                    PositionReading(
                        option: ContestOption.ID(option)!, indication: kinds[mark] ?? .no,
                        ink: mark == "y" ? 8000 : 0)
                })
        ]
        let record = CastVoteRecord(
            id: id, batch: "one", layout: "paper",
            snapshots: [
                .init(kind: .original, contests: contests),
                .init(kind: .interpreted, contests: contests),
            ],
            images: [
                PageImage(
                    face: .front, sha256: page(number, picture: picture).sha256.hex,
                    file: "\(number)-1.jpg")
            ])
        return SheetReading(
            sheet: id, record: record, reviews: [], refusals: [], codes: [code], trace: trace)
    }

    package static func refused(_ number: String) -> SheetReading {
        .failed(CastVoteRecord.ID(number)!, page: "\(number)-1.jpg", .readerFailed("test"))
    }
}
