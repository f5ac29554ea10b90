import Cryptography
import Elections
import Filing
import Offices
import Primitives
import Tabulation
import Tervania

/// Tervania's night of counting as tests play it: an office without a store, whose acts are decided,
/// kept in a list, and folded.
package struct Night: Sendable {
    package private(set) var state = OfficeState()
    package private(set) var acts: [ActEntry] = []
    package var now = Night.close

    /// When the stations at home close.
    package static let close =
        Tervania.definition.station("north-001")?.closes ?? Instant(seconds: 0)

    /// An office with Tervania set up, its people, and keys at every station.
    package init(_ setting: ElectionSetting = Night.setting) {
        keep(.electionSet(setting), by: People.admin.id)
        for person in People.all { keep(.accountSet(person), by: People.admin.id) }
        for station in setting.definition.stations {
            keep(
                .stationKeysSet(station.id, Night.members(station.id).map(\.key.text)),
                by: People.admin.id)
        }
    }

    package static let setting = ElectionSetting(
        definition: Tervania.definition,
        forms: [
            Tervania.president: TervaniaForms.sheet, Tervania.referendum: TervaniaForms.sheet,
        ],
        register: Dictionary(
            uniqueKeysWithValues: Tervania.profiles.map { ($0.id, $0.registered) }),
        readiness: [
            ReadinessRequirement(
                id: "scanner", kind: .countingEquipment, title: LocalizedText("Scanner, tested"),
                dueMinutesBefore: 120),
            ReadinessRequirement(
                id: "power", kind: .power, title: LocalizedText("Power"), dueMinutesBefore: 60),
            ReadinessRequirement(
                id: "bag", kind: .ministry, title: LocalizedText("Diplomatic bag"), place: .abroad,
                dueMinutesBefore: 24 * 60),
        ])

    /// Folds an act in as if it had been decided and kept.
    @discardableResult
    package mutating func keep(_ act: Act, by actor: Account.ID) -> ActEntry {
        let entry = ActEntry(sequence: acts.count + 1, moment: now, actor: actor, act: act)
        acts.append(entry)
        state.fold(entry)
        return entry
    }

    /// What came of a deed.
    package enum Came: Hashable, Sendable {
        case done
        case already
        case refused(FilingProblem)
        case no(FilingProblem)
    }

    /// Decides and keeps what follows.
    @discardableResult
    package mutating func does(
        _ person: Account,
        _ decide: (OfficeState, Account) throws(FilingProblem) -> Decision?
    ) -> Came {
        do throws(FilingProblem) {
            switch try decide(state, person) {
            case nil, .already?: return .already
            case .act(let act)?:
                keep(act, by: person.id)
                return .done
            case .refused(let act, let problem)?:
                keep(act, by: person.id)
                return .refused(problem)
            }
        } catch {
            return .no(error)
        }
    }

    // MARK: The deeds of one sheet

    @discardableResult
    package mutating func proposes(_ person: Account, _ sheet: SheetStatement) -> Came {
        does(person) { state, person throws(FilingProblem) in
            try state.propose(sheet, by: person)
        }
    }

    @discardableResult
    package mutating func confirms(_ person: Account, _ sheet: SheetStatement) -> Came {
        does(person) { state, person throws(FilingProblem) in
            try state.confirm(sheet.ref, by: person)
        }
    }

    @discardableResult
    package mutating func enters(_ person: Account, _ sheet: SheetStatement) -> Came {
        does(person) { state, person throws(FilingProblem) in try state.enter(sheet, by: person) }
    }

    @discardableResult
    package mutating func takes(_ person: Account, _ note: String) -> Came {
        does(person) { state, person throws(FilingProblem) in
            try state.takeSigned(note, by: person)
        }
    }

    /// Stated by one and confirmed by another member of north-001, or of another station.
    package mutating func files(_ sheet: SheetStatement) {
        proposes(People.member(sheet.station, 0), sheet)
        confirms(People.member(sheet.station, 1), sheet)
    }

    package func status(_ sheet: SheetStatement) -> SheetStatus { state.file(sheet.key).status }

    package func current(_ sheet: SheetStatement) -> SheetVersion? { state.file(sheet.key).current }

    // MARK: Signatures

    /// Three members of a station's commission with their keys.
    package static func members(
        _ station: PollingStation.ID
    ) -> [(key: NoteKey, signing: SigningKey)] {
        (0..<3).compactMap { number in
            let seed = Digest.of("key \(number) of \(station)").bytes
            return SigningKey(seed: seed).map {
                (NoteKey(name: "\(station)/\(number)", key: $0.verifyingKey), $0)
            }
        }
    }

    /// The sheet under signatures of some members of its station.
    package static func signed(_ sheet: SheetStatement, by numbers: [Int] = [0, 1]) -> String {
        guard var note = SignedNote(text: sheet.text) else { return "" }
        for number in numbers {
            let member = members(sheet.station)[number]
            note.sign(as: member.key.name, by: member.signing)
        }
        return note.note
    }
}

extension SheetStatement {
    package var ref: SheetRef { SheetRef(key, id) }
}

/// The people of the night.
package enum People {
    package static let admin = person("admin", [Grant(.administrator, .nation)])
    package static let north = [1, 2].map {
        person("north.\($0)", [Grant(.territorialOfficer, .district("north"))])
    }
    package static let south = person(
        "south.1", [Grant(.territorialOfficer, .district("south"))])
    package static let abroad = person(
        "abroad.1", [Grant(.territorialOfficer, .district("abroad"))])
    package static let centre = [1, 2, 3, 4].map {
        person("centre.\($0)", [Grant(.nationalOfficer, .nation)])
    }
    package static let reviewer = person("reviewer", [Grant(.reviewer, .nation)])
    package static let observer = person("observer", [Grant(.observer, .nation)])
    package static let auditor = person("auditor", [Grant(.auditor, .nation)])

    package static let all =
        [admin] + north + [south, abroad] + centre + [reviewer, observer, auditor]
        + Tervania.definition.stations.flatMap { [member($0.id, 0), member($0.id, 1)] }

    package static func member(_ station: PollingStation.ID, _ number: Int) -> Account {
        person("\(station).\(number)", [Grant(.commissionMember, .station(station))])
    }

    private static func person(_ name: String, _ grants: [Grant]) -> Account {
        Account(
            id: Account.ID("\(name)@tervania.example") ?? "nobody", name: name, grants: grants)
    }
}

/// Sheets of Tervania with figures chosen by hand.
package enum Sheets {
    /// A sheet that adds up: boxes are valid and invalid papers, issued are those in the boxes and
    /// those carried away, received are issued and cancelled.
    package static func president(
        _ station: PollingStation.ID = "north-001", votes: [Int] = [50, 20, 10, 5, 5],
        invalid: Int = 3, carriedAway: Int = 2, mobile: Int = 4, cancelled: Int = 8,
        registered: Int = 230, series: Series = .hand,
        reasons: [SheetStatement.Reason] = [], image: Digest? = nil, replaces: Digest? = nil,
        why: String? = nil, changing changes: [String: Int] = [:]
    ) -> SheetStatement {
        let valid = votes.reduce(0, +)
        let issued = valid + invalid + carriedAway
        let figures: [(String, Int)] =
            [
                ("registered", registered), ("received", issued + cancelled), ("issued", issued),
                ("cancelled", cancelled), ("in-mobile-boxes", mobile),
                ("in-stationary-boxes", valid + invalid - mobile), ("invalid", invalid),
                ("valid", valid),
            ] + zip(["maro", "telin", "savan", "ondar", "against-all"], votes)
        return SheetStatement(
            election: Tervania.definition.id, station: station, contest: Tervania.president,
            series: series,
            figures: figures.map { SheetStatement.Figure($0.0, changes[$0.0] ?? $0.1) },
            reasons: reasons, image: image, replaces: replaces, why: why)
    }

    /// The same station with other figures, as a correction.
    package static func correcting(
        _ earlier: SheetStatement, votes: [Int], why: String = "Two digits were swapped."
    ) -> SheetStatement {
        president(
            earlier.station, votes: votes, series: earlier.series, replaces: earlier.id, why: why)
    }
}
