import Cryptography
import Elections
import Filing
import Formats
import Foundation
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation
import Tervania
import Web

/// An evening at the results office of Tervania, made up act by act: every status, corrections, both
/// counts, signed and copied sheets, stations abroad. Nothing in it was counted.
struct ElectionNight {
    private(set) var state = OfficeState()
    private(set) var acts: [LiveAct] = []
    private(set) var pictures: [Digest: (type: String, bytes: [UInt8])] = [:]
    private var last: StoredAct?
    private(set) var now = Instant(text: "2031-05-18T02:00:00Z")!
    let definition: ElectionDefinition

    /// How far the evening has come.
    enum Hour: CaseIterable {
        /// Set up, and nothing more.
        case morning
        /// Every status at once.
        case night
        /// All in and published as final.
        case published
        /// Corrected after it was published.
        case corrected
    }

    static let night = ElectionNight(.night)

    init(_ hour: Hour, definition: ElectionDefinition = Tervania.definition) {
        self.definition = definition
        setUp()
        guard hour != .morning else { return }
        day()
        mixed()
        guard hour != .night else { return }
        finish()
        guard hour == .corrected else { return }
        correct("north-001", Tervania.president, .hand, why: "Two bundles were taken for one.") {
            $0[8] -= 10
            $0[9] += 10
        }
    }

    func model(isStatic: Bool = true, geoJSON: [UInt8]? = nil) -> LiveModel {
        let acts = acts
        let pictures = pictures
        return LiveModel(
            state: state, geoJSON: geoJSON, now: now, isStatic: isStatic, link: acts.last?.link,
            log: LiveLog(count: acts.count) { from, through in Array(acts[(from - 1)..<through]) },
            files: LiveFiles(type: { pictures[$0]?.type }, bytes: { pictures[$0]?.bytes }))
    }

    /// Folds an act and links it as the store does.
    mutating func act(
        _ act: Act, by actor: Account.ID = "officer@example.org", after minutes: Int = 1
    ) {
        now = now.adding(minutes: minutes)
        guard let body = try? ActCoder.encode(act) else { return }
        let stored = StoredAct(
            after: last, moment: now, actor: actor.text, kind: act.kind, body: body)
        last = stored
        let entry = ActEntry(sequence: stored.sequence, moment: now, actor: actor, act: act)
        state.fold(entry)
        acts.append(LiveAct(entry, body: body, link: stored.link))
    }

    // MARK: Before and during the day

    private static let requirement = ReadinessRequirement(
        id: "scanner", kind: .countingEquipment, title: LocalizedText("Ballot scanner"),
        dueMinutesBefore: 60)

    private mutating func setUp() {
        var setting = ElectionSetting(
            definition: definition,
            forms: [
                Tervania.president: TervaniaForms.sheet, Tervania.referendum: TervaniaForms.sheet,
            ], readiness: [Self.requirement])
        for profile in Tervania.profiles { setting.register[profile.id] = profile.registered }
        act(.electionSet(setting), by: "admin@example.org")
        act(
            .accountSet(Account(id: "anna@example.org", name: "Anna", grants: [])),
            by: "admin@example.org")
        act(.signedIn, by: "anna@example.org")
        for profile in Tervania.profiles {
            let key = ReadinessKey(profile.id, Self.requirement.id, serial: "SC-\(profile.id)")
            act(.readinessRecorded(ReadinessRecord(key: key, state: .ready, note: "Tested.")))
            if profile.id != "south-005" { act(.readinessConfirmed(key)) }
        }
        act(.stationKeysSet("north-003", Self.members.map(\.note.text)))
    }

    private mutating func day() {
        for hour in [10, 12, 14, 16, 18, 20] {
            for (place, profile) in Tervania.profiles.enumerated() {
                // One station never reports, and the last hour is missing from two.
                guard profile.id != "south-005", hour < 20 || place % 5 != 1 else { continue }
                let station = state.stations[profile.id]!
                let moment = station.opens.adding(minutes: (hour - 8) * 60)
                let part = [10: 14, 12: 33, 14: 52, 16: 71, 18: 88, 20: 100][hour]!
                act(
                    .turnoutReported(
                        TurnoutReport(
                            station: profile.id, hour: moment,
                            voters: profile.registered * profile.turnout * part / 10_000)), after: 0
                )
            }
            now = now.adding(minutes: 115)
        }
    }

    // MARK: Sheets

    static func figures(
        _ profile: Tervania.Profile, _ contest: Contest, surplus: Int = 0
    ) -> [Int] {
        let issued = profile.registered * profile.turnout / 100
        let received = Tervania.papersReceived(at: profile)
        let valid = issued + surplus - 2
        let lean = contest.kind == .election ? profile.lean : [61, 16, 23]
        var votes = lean.map { valid * $0 / 100 }
        votes[0] += valid - votes.reduce(0, +)
        return [
            profile.registered, received, issued, received - issued, 6, issued + surplus - 6, 2,
            valid,
        ] + votes
    }

    func statement(
        _ id: PollingStation.ID, _ contest: Contest.ID, _ series: Series, surplus: Int = 0,
        reasons: [SheetStatement.Reason] = [], image: Digest? = nil, replaces: Digest? = nil,
        why: String? = nil, change: (inout [Int]) -> Void = { _ in }
    ) -> SheetStatement {
        let profile = Tervania.profiles.first { $0.id == id }!
        var figures = Self.figures(profile, definition.contest(contest)!, surplus: surplus)
        change(&figures)
        let columns = state.forms[contest]!.columns
        return SheetStatement(
            election: definition.id, station: id, contest: contest, series: series,
            figures: zip(columns, figures).map { SheetStatement.Figure($0, $1) }, reasons: reasons,
            image: image, replaces: replaces, why: why)
    }

    private mutating func file(_ statement: SheetStatement) {
        act(.sheetProposed(statement), by: "member-1@example.org")
        act(
            .sheetConfirmed(SheetRef(statement.key, statement.id)), by: "member-2@example.org",
            after: 3)
    }

    private mutating func scanner(_ id: PollingStation.ID, change: (inout [Int]) -> Void = { _ in })
    {
        file(statement(id, Tervania.president, .scanner, change: change))
        file(statement(id, Tervania.referendum, .scanner))
    }

    private mutating func picture(_ seed: String) -> Digest {
        let bytes = PaperPicture.png(seed: seed)
        let digest = Digest.of(bytes)
        pictures[digest] = ("image/png", bytes)
        return digest
    }

    private mutating func hand(_ id: PollingStation.ID) {
        let image = picture(id.text)
        file(statement(id, Tervania.president, .hand, image: image))
        file(statement(id, Tervania.referendum, .hand))
    }

    private mutating func correct(
        _ id: PollingStation.ID, _ contest: Contest.ID, _ series: Series, why: String,
        change: (inout [Int]) -> Void
    ) {
        let key = SheetKey(id, contest, series)
        guard let current = state.file(key).current else { return }
        file(
            statement(
                id, contest, series, image: picture("\(id)-corrected"), replaces: current.id,
                why: why, change: change))
    }

    static let members: [(note: NoteKey, key: SigningKey)] = (1...2).map { number in
        let key = SigningKey(seed: Array(repeating: UInt8(number), count: 32))!
        return (NoteKey(name: "north-003-member-\(number)", key: key.verifyingKey), key)
    }

    static func signed(_ statement: SheetStatement) -> String {
        var note = SignedNote(text: statement.text)!
        for member in members { note.sign(as: member.note.name, by: member.key) }
        return note.note
    }

    private mutating func mixed() {
        now = Instant(text: "2031-05-18T15:10:00Z")!
        scanner("north-001")
        scanner("north-002") { figures in
            figures[8] += 1
            figures[9] -= 1
        }
        scanner("north-003")
        scanner("south-001")
        scanner("south-003")
        hand("north-001")
        file(
            statement("north-002", Tervania.president, .hand, image: picture("north-002")) {
                $0[8] += 9
                $0[10] -= 9
            })
        file(statement("north-002", Tervania.referendum, .hand))
        correct(
            "north-002", Tervania.president, .hand,
            why: "Two digits were swapped in lines 9 and 11."
        ) {
            _ in
        }
        for contest in [Tervania.president, Tervania.referendum] {
            act(
                .sheetSigned(
                    note: Self.signed(statement("north-003", contest, .hand)),
                    signers: Self.members.map(\.note.name)), by: "stick@example.org")
        }
        soft()
        doubts()
        waiting()
    }

    /// More papers in the box than issued, with the commission's reason.
    private mutating func soft() {
        file(
            statement(
                "north-004", Tervania.president, .hand, surplus: 1,
                reasons: [
                    .init(
                        "boxes-at-most-issued",
                        "A paper of the referendum lay in the box of the other vote.")
                ], image: picture("north-004")))
        file(statement("north-004", Tervania.referendum, .hand))
    }

    private mutating func doubts() {
        hand("north-005")
        let asked = state.file(SheetKey("north-005", Tervania.president, .hand)).current!
        act(
            .questionRaised(
                SheetRef(SheetKey("north-005", Tervania.president, .hand), asked.id),
                why: "The photograph shows 61 where the sheet says 67."))
        hand("abroad-001")
        let key = SheetKey("abroad-001", Tervania.president, .hand)
        let ref = SheetRef(key, state.file(key).current!.id)
        act(.annulmentProposed(ref, why: "The box was opened before the close."), after: 30)
        act(.annulmentConfirmed(ref), by: "second@example.org", after: 20)
    }

    private mutating func waiting() {
        for contest in [Tervania.president, Tervania.referendum] {
            // Two clerks agree on one station, one clerk has copied another.
            act(.sheetEntered(statement("south-001", contest, .hand)), by: "clerk-1@example.org")
            act(.sheetEntered(statement("south-001", contest, .hand)), by: "clerk-2@example.org")
            act(.sheetEntered(statement("south-004", contest, .hand)), by: "clerk-1@example.org")
            let bad = statement("south-002", contest, .hand) { $0[7] += 5 }
            act(
                .sheetRefused(bad, why: "filing.does-not-add-up", note: nil),
                by: "member-1@example.org")
            act(.sheetProposed(statement("south-003", contest, .hand)), by: "member-1@example.org")
        }
        // Days late, from the other end of the world.
        now = Instant(text: "2031-05-20T01:40:00Z")!
        hand("abroad-002")
        act(.signedOut, by: "anna@example.org")
    }

    /// What was missing comes in, the doubt is settled, and two officers publish.
    private mutating func finish() {
        for contest in [Tervania.president, Tervania.referendum] {
            let key = SheetKey("south-003", contest, .hand)
            act(
                .sheetConfirmed(SheetRef(key, state.file(key).proposal!.id)),
                by: "member-2@example.org")
            act(.sheetEntered(statement("south-004", contest, .hand)), by: "clerk-2@example.org")
            for id: PollingStation.ID in ["south-002", "south-005"] {
                file(statement(id, contest, .hand))
            }
        }
        let key = SheetKey("north-005", Tervania.president, .hand)
        act(.questionSettled(SheetRef(key, state.file(key).current!.id), why: "The paper says 67."))
        for contest in [Tervania.president, Tervania.referendum] {
            let publication = Publication(
                contest: contest, through: state.through,
                sums: state.decidingSums(contest)!.digest)
            act(.publicationProposed(publication), by: "first@example.org", after: 30)
            act(.publicationConfirmed(publication), by: "second@example.org", after: 30)
        }
    }
}

/// A picture of a sheet on paper: grey lines of text on white, as PNG without compression.
enum PaperPicture {
    static func png(seed: String, width: Int = 420, height: Int = 594) -> [UInt8] {
        var chance = SeededSource(seed: 7, purpose: seed)
        var lengths: [Int] = []
        for _ in 0..<height / 22 { lengths.append(120 + chance.below(200)) }
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            let line = y / 22
            let inked = y % 22 < 6 && line > 1 && line < lengths.count - 1
            for x in 0..<width {
                let text = inked && x > 40 && x < 40 + lengths[line] && x % 9 < 6
                let figure = inked && x > 350 && x < 385 && x % 12 < 8
                rows.append(text ? 120 : figure ? 40 : 250)
            }
        }
        let size = big(UInt32(width)) + big(UInt32(height)) + [8, 0, 0, 0, 0]
        return [137, 80, 78, 71, 13, 10, 26, 10] + chunk("IHDR", size) + chunk("IDAT", stored(rows))
            + chunk("IEND", [])
    }

    private static func big(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }

    private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(kind.utf8) + data
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in body {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return big(UInt32(data.count)) + body + big(crc ^ 0xFFFF_FFFF)
    }

    /// Source: RFC 1950 and 1951, stored blocks.
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var place = 0
        while place < data.count {
            let size = min(65_535, data.count - place)
            let last: UInt8 = place + size == data.count ? 1 : 0
            let low = UInt8(size & 255)
            let high = UInt8(size >> 8)
            result += [last, low, high, ~low, ~high] + data[place..<place + size]
            place += size
        }
        var a: UInt32 = 1
        var b: UInt32 = 0
        for byte in data {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return result + big(b << 16 | a)
    }
}
