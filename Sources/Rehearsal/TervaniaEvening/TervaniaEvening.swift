import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation
import Tervania

/// The evening of the invented election up to half past ten: most stations have filed, one does not
/// add up, one was corrected, one is in question, and two are still silent. For trying the office,
/// and for its pictures.
package struct TervaniaEvening {
    private let office: ResultsOffice
    /// Sets the office's clock.
    private let clock: (Instant) -> Void
    private let system: Account.ID = "system"

    /// Half past ten at night in Tervania.
    package static let ends = moment(22, 30)

    package init(on office: ResultsOffice, clock: @escaping (Instant) -> Void) {
        self.office = office
        self.clock = clock
    }

    static func moment(_ hour: Int, _ minute: Int = 0, day: Int = 0) -> Instant {
        Instant(
            seconds: (Tervania.day.number + day) * 86_400 + hour * 3600 + minute * 60 - 5 * 3600)
    }

    package func play() throws {
        clock(Self.moment(9, day: -4))
        try setUp()
        try prepare()
        try vote()
        try countDesks()
        try countByScanner()
        try countByHand()
        clock(Self.ends)
    }

    private func setUp() throws {
        try put(system, .electionSet(EveningSetting.setting))
        for account in EveningSetting.all { try put(system, .accountSet(account)) }
        for profile in Tervania.profiles {
            try put(
                system, .stationKeysSet(profile.id, Self.keys(profile.id).map { $0.0.text }))
        }
    }

    /// The commission's keys, public by design: anybody can make these sheets again.
    package static func keys(_ station: PollingStation.ID) -> [(NoteKey, SigningKey)] {
        (1...3).compactMap { number in
            let seed = Digest.of("Tervania, \(station), member \(number)").bytes
            return SigningKey(seed: seed).map {
                (NoteKey(name: "tervania/\(station)/\(number)", key: $0.verifyingKey), $0)
            }
        }
    }

    // MARK: Before the day

    private func prepare() throws {
        clock(Self.moment(10, day: -3))
        for station in Tervania.stations {
            let member = EveningSetting.member(station.id, 1)
            let officer = EveningSetting.officer(station.district)
            for requirement in EveningSetting.setting.readiness where requirement.concerns(station)
            {
                for serial in Self.serials(requirement, station.id) {
                    let key = ReadinessKey(station.id, requirement.id, serial: serial)
                    let (state, note) = Self.found(requirement, station.id, serial)
                    let record = ReadinessRecord(key: key, state: state, note: note)
                    try act(member) { try $0.recordReadiness(record, by: member) }
                    guard state == .ready, !Self.isForgotten(key) else { continue }
                    try act(officer) { try $0.confirmReadiness(key, by: officer) }
                }
            }
        }
        clock(Self.moment(16, day: -1))
        let observer = EveningSetting.observer
        let power = ReadinessKey("south-003", "power")
        try act(observer) {
            try $0.remarkReadiness(
                ReadinessRemark(
                    key: power, agrees: false,
                    text: "The generator stood in the yard without fuel at 15:40."), by: observer)
        }
        let scanner = ReadinessKey("north-001", "scanner", serial: "SC-NORTH-001")
        try act(observer) {
            try $0.remarkReadiness(
                ReadinessRemark(
                    key: scanner, agrees: true,
                    text: "Saw the test deck read twice; both strips gave the expected totals."),
                by: observer)
        }
    }

    private static func serials(
        _ requirement: ReadinessRequirement, _ station: PollingStation.ID
    ) -> [String] {
        let code = station.text.uppercased()
        switch requirement.kind {
        case .identificationEquipment: return ["ID-\(code)-A", "ID-\(code)-B"]
        case .countingEquipment: return ["SC-\(code)"]
        default: return [""]
        }
    }

    private static func found(
        _ requirement: ReadinessRequirement, _ station: PollingStation.ID, _ serial: String
    ) -> (ReadinessRecord.State, String) {
        if serial == "ID-ABROAD-002-B" {
            return (.failed, "Delivered on 14 May. Does not start; a spare is on its way.")
        }
        if station == "south-003", requirement.kind == .connection {
            return (.partly, "Mobile network only, one bar; the line is promised for the evening.")
        }
        switch requirement.kind {
        case .identificationEquipment:
            return (.ready, "Delivered on 14 May. Ten test persons, ten right.")
        case .countingEquipment: return (.ready, "Test deck of 40 papers, totals as expected.")
        case .keys: return (.ready, "Sealed bag, two signatures.")
        case .staff: return (.ready, "Seven members, trained on 12 May.")
        case .materials: return (.ready, "Papers counted, three screens, two boxes.")
        case .power: return (.ready, "Mains, and a generator.")
        case .connection: return (.ready, "Test sheet sent and received.")
        case .ministry: return (.ready, "Note of the mission on file.")
        }
    }

    private static func isForgotten(_ key: ReadinessKey) -> Bool {
        key.station == "south-004" && key.requirement == "keys"
    }

    // MARK: The day

    private func vote() throws {
        let parts = [(10, 9), (12, 30), (14, 52), (16, 71), (18, 88), (20, 100)]
        for (hour, part) in parts {
            for station in Tervania.stations {
                let moment = station.opens.adding(minutes: (hour - 8) * 60)
                // South-005 has no line; what is abroad still votes.
                guard moment <= Self.moment(22), station.id != "south-005" || hour <= 12,
                    let profile = profile(station.id)
                else { continue }
                clock(moment.adding(minutes: 4))
                let voters =
                    EveningFigures(profile: profile, contest: Tervania.definition.contests[0])
                    .issued * part / 100
                let member = EveningSetting.member(station.id, 1)
                let report = TurnoutReport(station: station.id, hour: moment, voters: voters)
                _ = try office.perform(as: member.id) { state, now in
                    try state.reportTurnout(report, by: member, at: max(now, moment))
                }
            }
        }
    }

    /// Desks hand their counts on at the close. That of south-004 let one voter in whom it did not
    /// count, so that its boxes will hold one paper more than voters were admitted.
    private func countDesks() throws {
        for profile in Tervania.profiles where profile.id != "abroad-001" {
            clock(Self.moment(20, 5))
            let issued = EveningFigures(
                profile: profile, contest: Tervania.definition.contests[0]
            ).issued
            let counts = StationTurnout(
                station: profile.id, registered: profile.registered,
                admitted: profile.id == "south-004" ? issued - 1 : issued, admittedByFallback: 2,
                refused: [:])
            let member = EveningSetting.member(profile.id, 1)
            _ = try office.perform(as: member.id) { state, _ in
                try state.countDesk(counts, by: member)
            }
        }
    }

    // MARK: The count

    private func countByScanner() throws {
        for (place, profile) in Tervania.profiles.enumerated() where profile.district != "abroad" {
            guard profile.id != "south-005" else { continue }
            clock(Self.moment(20, 12 + place))
            for contest in Tervania.definition.contests {
                try file(EveningFigures(profile: profile, contest: contest).statement(.scanner))
            }
        }
    }

    private func countByHand() throws {
        let officer = EveningSetting.officer("south")
        for (place, profile) in Tervania.profiles.enumerated() {
            clock(Self.moment(21, 5 + place * 5))
            for contest in Tervania.definition.contests {
                let figures = EveningFigures(profile: profile, contest: contest)
                switch profile.id {
                case "abroad-001", "south-005": continue
                case "south-001":
                    let first = EveningSetting.member(profile.id, 1)
                    try act(first) { try $0.propose(figures.statement(.hand), by: first) }
                case "south-002" where contest.id == Tervania.president:
                    // Two digits of the stationary box were swapped.
                    let first = EveningSetting.member(profile.id, 1)
                    try act(first) {
                        try $0.propose(
                            figures.statement(.hand, changing: ["in-stationary-boxes": 27]),
                            by: first)
                    }
                case "south-004": try fileSigned(figures)
                case "north-003":
                    // A voter went out with the paper: one fewer in the box than issued.
                    try file(
                        figures.statement(
                            .hand, changing: ["in-stationary-boxes": -1, "invalid": -1]))
                default: try file(figures.statement(.hand))
                }
            }
        }
        try correct()
        let doubted = SheetKey("south-003", Tervania.president, .hand)
        if let sheet = office.state.file(doubted).current {
            try act(officer) {
                try $0.raiseQuestion(
                    SheetRef(doubted, sheet.id),
                    why:
                        "An observer writes that the stationary box was opened before the mobile one.",
                    by: officer)
            }
        }
    }

    private func correct() throws {
        guard let profile = profile("north-005") else { return }
        clock(Self.moment(22, 10))
        let figures = EveningFigures(
            profile: profile, contest: Tervania.definition.contests[0])
        let first = figures.statement(.hand)
        let options = figures.contest.options.map(\.id.text)
        let correction = figures.statement(
            .hand, changing: [options[0]: -2, options[1]: 2], replaces: first,
            why: "Two papers lay in the wrong pile; found when the piles were bound.")
        let member = EveningSetting.member(profile.id, 1)
        let officer = EveningSetting.officer("north")
        try act(member) { try $0.propose(correction, by: member) }
        try act(officer) {
            try $0.confirm(SheetRef(correction.key, correction.id), by: officer)
        }
    }

    private func file(_ statement: SheetStatement) throws {
        let first = EveningSetting.member(statement.station, 1)
        let second = EveningSetting.member(statement.station, 2)
        try act(first) { try $0.propose(statement, by: first) }
        try act(second) { try $0.confirm(SheetRef(statement.key, statement.id), by: second) }
    }

    private func fileSigned(_ figures: EveningFigures) throws {
        let statement = figures.statement(.hand)
        guard var note = SignedNote(text: statement.text) else { return }
        for (name, key) in Self.keys(statement.station).prefix(2) {
            note.sign(as: name.name, by: key)
        }
        let officer = EveningSetting.officer("south", 2)
        let text = note.note
        try act(officer) { try $0.takeSigned(text, by: officer) }
    }

    private func profile(_ id: PollingStation.ID) -> Tervania.Profile? {
        Tervania.profiles.first { $0.id == id }
    }

    private func act(
        _ account: Account, _ decide: (OfficeState) throws -> Decision
    ) throws {
        _ = try office.perform(as: account.id) { state, _ in try decide(state) }
    }

    private func put(_ actor: Account.ID, _ act: Act) throws {
        _ = try office.perform(as: actor) { _, _ in .act(act) }
    }
}
