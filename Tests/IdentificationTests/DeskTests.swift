import Elections
import Identification
import Primitives
import Testing

@Suite("A voter is given the papers once, by a decision that can be answered for")
struct DeskTests {
    static let zone = ZoneTests.specimen
    static let noon = Instant(text: "2031-05-18T07:00:00Z")!

    func desk(_ station: PollingStation.ID = "a") -> StationDesk {
        let voter = Voter(
            id: "7", station: "a", personalNumber: Personal(""), birth: Personal("740812"),
            surname: Personal("ERIKSSON"))
        return StationDesk(station: station, list: VoterList([voter]))
    }

    static let rows: [(String, DeviceVerdict, OfficerDecision, Admission)] = [
        ("the device knows the person", .same, .admit(by: "one"), .admitted),
        (
            "the officer may refuse all the same", .same, .refuse(by: "one"),
            .refused(.byOfficer, rightStation: nil)
        ),
        (
            "an officer cannot overrule a device that says another person", .different,
            .admit(by: "one"), .refused(.notTheSamePerson, rightStation: nil)
        ),
        (
            "without the device one officer is not enough", .failed(.deviceFailure),
            .admit(by: "one"), .refused(.fallbackNeedsTwoOfficers, rightStation: nil)
        ),
        (
            "two are", .failed(.deviceFailure),
            .admitByFallback(.deviceFailure, by: "one", and: "two"),
            .admittedByFallback(.deviceFailure)
        ),
        (
            "but not the same one twice", .failed(.deviceFailure),
            .admitByFallback(.deviceFailure, by: "one", and: "one"),
            .refused(.fallbackNeedsTwoOfficers, rightStation: nil)
        ),
        (
            "and for the reason that the device gave", .failed(.deviceFailure),
            .admitByFallback(.unreadableFinger, by: "one", and: "two"),
            .refused(.fallbackNeedsTwoOfficers, rightStation: nil)
        ),
    ]

    @Test("decides", arguments: rows)
    func decides(
        row: (
            sentence: String, verdict: DeviceVerdict, decision: OfficerDecision,
            admission: Admission
        )
    ) {
        var desk = desk()
        let admission = desk.arrive(
            zone: Self.zone, verdict: row.verdict, decision: row.decision, at: Self.noon)
        #expect(admission == row.admission, "\(row.sentence)")
        #expect(desk.events.last?.verdict == row.verdict)
        #expect(desk.events.last?.decision == row.decision)
    }

    @Test("a second attempt is refused and counted")
    func twice() {
        var desk = desk()
        desk.arrive(zone: Self.zone, verdict: .same, decision: .admit(by: "one"), at: Self.noon)
        let second = desk.arrive(
            zone: Self.zone, verdict: .same, decision: .admit(by: "one"), at: Self.noon)
        #expect(second == .refused(.alreadyAdmitted, rightStation: nil))
        #expect(desk.turnout.admitted == 1)
        #expect(desk.turnout.refused == ["already-admitted": 1])
    }

    @Test("a voter of another station is told the right one")
    func elsewhere() {
        var desk = desk("b")
        let answer = desk.arrive(
            zone: Self.zone, verdict: .same, decision: .admit(by: "one"), at: Self.noon)
        #expect(answer == .refused(.otherStation, rightStation: "a"))
        #expect(desk.turnout.admitted == 0)
    }
}
