import Elections
import Offices
import Primitives
import Testing

@Suite("Everybody may do what their office is, there where it is, and nothing else")
struct RightsTests {
    /// Who may do what, and why; a deed that is not named of a role is not allowed to it.
    static let table: [(deed: Deed, roles: Set<Role>, why: String)] = [
        (
            .fileSheet, [.commissionMember],
            "the commission counted, and nobody else states its count"
        ),
        (.confirmSheet, [.commissionMember], "the second person was at the same table"),
        (
            .enterSheet, [.territorialOfficer, .nationalOfficer],
            "paper is copied where it arrives, in the territory or at the centre"
        ),
        (
            .settleEntries, [.reviewer, .nationalOfficer],
            "where two clerks differ somebody looks who is bound to neither"
        ),
        (
            .takeSignedSheets, [.commissionMember, .territorialOfficer, .nationalOfficer],
            "the signatures say who filed; anybody of the administration may carry the stick"
        ),
        (
            .refuseSheet, [.territorialOfficer, .nationalOfficer],
            "the commission above returns a sheet with a reason"
        ),
        (
            .takeReading, [.territorialOfficer, .nationalOfficer],
            "a reading carries no signatures, so a commission above answers for it"
        ),
        (.reviewPapers, [.reviewer], "who decides marks files no sheet and publishes nothing"),
        (
            .decidePaper, [.territorialOfficer, .nationalOfficer],
            "where reviewers do not agree, a commission above the station answers for it"
        ),
        (
            .questionSheet, [.territorialOfficer, .nationalOfficer],
            "the same commissions doubt one"
        ),
        (
            .correctSheet, [.territorialOfficer, .nationalOfficer],
            "a correction may be stated above the station, after the sheet has left it"
        ),
        (
            .confirmCorrection, [.territorialOfficer, .nationalOfficer],
            "a station cannot change its count without somebody above who looks"
        ),
        (
            .annulSheet, [.nationalOfficer],
            "the central commission alone takes a station's vote away"
        ),
        (.publish, [.nationalOfficer], "the central commission alone declares"),
        (
            .reportTurnout, [.commissionMember, .territorialOfficer],
            "counted at the station, or told to the territory by telephone"
        ),
        (
            .recordReadiness, [.commissionMember, .territorialOfficer],
            "written down by who is there or brings it"
        ),
        (
            .confirmReadiness, [.territorialOfficer, .nationalOfficer],
            "confirmed above the station"
        ),
        (
            .remarkReadiness, [.observer],
            "the observer's finding stands beside, and is nobody else's"
        ),
        (
            .seeReadiness,
            [.commissionMember, .territorialOfficer, .nationalOfficer, .observer, .auditor],
            "everybody but those who only keep machines or settle entries"
        ),
        (
            .seeWork,
            [.commissionMember, .territorialOfficer, .nationalOfficer, .reviewer, .auditor],
            "observers see what is filed, with everybody else"
        ),
        (
            .seeLog, [.nationalOfficer, .auditor, .administrator],
            "those who answer for the office, and who checks them"
        ),
        (.manageAccounts, [.administrator], "who lets people in files nothing"),
        (.manageElection, [.administrator], "the same"),
    ]

    @Test("the table names every deed once")
    func whole() {
        #expect(Self.table.map(\.deed) == Deed.allCases)
    }

    @Test("each role has the deeds that the table gives it", arguments: Role.allCases)
    func rights(role: Role) {
        for row in Self.table {
            #expect(
                role.deeds.contains(row.deed) == row.roles.contains(role),
                "\(role) and \(row.deed): \(row.why)")
        }
    }

    @Test("nobody who touches a sheet keeps the accounts, and nobody who watches files")
    func apart() {
        let filing: Set<Deed> = [
            .fileSheet, .confirmSheet, .enterSheet, .settleEntries, .takeSignedSheets, .refuseSheet,
            .questionSheet, .correctSheet, .confirmCorrection, .annulSheet, .publish,
        ]
        for role in [Role.administrator, .observer, .auditor] {
            #expect(role.deeds.isDisjoint(with: filing), "\(role)")
        }
        for role in Role.allCases where !role.deeds.isDisjoint(with: filing) {
            #expect(role.deeds.isDisjoint(with: [.manageAccounts, .manageElection]), "\(role)")
        }
    }

    // MARK: Areas

    static let station = PollingStation(
        id: "north-001", name: LocalizedText("School"), district: "north", seat: .home,
        zoneMinutes: 0, opens: Instant(seconds: 0), closes: Instant(seconds: 1))

    @Test(
        "a right holds in its area",
        arguments: [
            (Area.nation, true, "everywhere"), (.district("north"), true, "the station's district"),
            (.district("south"), false, "another district"),
            (.station("north-001"), true, "the station"),
            (.station("north-002"), false, "its neighbour"),
            // A district may bear the name of a station; the two are not mixed up.
            (.district("north-001"), false, "a district of the station's name"),
            (.station("north"), false, "a station of the district's name"),
        ])
    func areas(area: Area, holds: Bool, what: String) {
        let account = Account(id: "a@b", name: "A", grants: [Grant(.auditor, area)])
        #expect(account.may(.seeWork, at: Self.station) == holds, "\(what)")
        #expect(account.may(.seeWork) == (area == .nation), "for the whole nation")
        #expect(account.mayAnywhere(.seeWork))
        #expect(!account.may(.publish, at: Self.station))
        var gone = account
        gone.active = false
        #expect(!gone.may(.seeWork, at: Self.station) && !gone.mayAnywhere(.seeWork))
    }

    @Test(
        "an area is written as nation, district or station, and nothing else is one",
        arguments: [
            ("nation", Area.nation), ("district:north", .district("north")),
            ("station:north-001", .station("north-001")), ("Nation", nil), ("", nil),
            ("district:", nil), ("station:a b", nil), ("nation:x", nil), ("district:Ö", nil),
            ("station:" + String(repeating: "a", count: 129), nil),
        ])
    func texts(text: String, area: Area?) {
        #expect(Area(text) == area)
        if let area { #expect(area.text == text) }
    }
}

@Suite("Whoever tries too often waits")
struct AttemptLimitTests {
    static func at(_ seconds: Int) -> Instant { Instant(seconds: seconds) }

    @Test("three tries, then one more every ten seconds")
    func bucket() {
        var limit = AttemptLimit(burst: 3, secondsEach: 10, at: Self.at(100))
        #expect((0..<3).map { _ in limit.take(at: Self.at(100)) } == [nil, nil, nil])
        #expect(limit.take(at: Self.at(100)) == 10)
        #expect(limit.take(at: Self.at(103)) == 7)
        #expect(limit.take(at: Self.at(109)) == 1)
        #expect(limit.take(at: Self.at(110)) == nil)
        #expect(limit.take(at: Self.at(110)) == 10)
        // 25 seconds later two and a half are there; the half is not lost.
        #expect((0..<2).map { _ in limit.take(at: Self.at(135)) } == [nil, nil])
        #expect(limit.take(at: Self.at(135)) == 5)
        #expect(limit.take(at: Self.at(140)) == nil)
    }

    @Test("a long rest fills the bucket and no more")
    func full() {
        var limit = AttemptLimit(burst: 2, secondsEach: 10, at: Self.at(0))
        _ = limit.take(at: Self.at(0))
        #expect(!limit.isFull(at: Self.at(9)) && limit.isFull(at: Self.at(10)))
        let tries = (0..<3).map { _ in limit.take(at: Self.at(100_000)) }
        #expect(tries == [nil, nil, 10])
    }

    @Test("a try given back after the right password can be taken again, and never more than all")
    func givenBack() {
        var limit = AttemptLimit(burst: 1, secondsEach: 10, at: Self.at(0))
        limit.giveBack()
        #expect(limit.take(at: Self.at(0)) == nil)
        #expect(limit.take(at: Self.at(0)) == 10)
        limit.giveBack()
        limit.giveBack()
        #expect(limit.take(at: Self.at(0)) == nil)
        #expect(limit.take(at: Self.at(0)) == 10)
    }

    @Test("a clock that is set back gives no tries away and does not lock anybody out")
    func setBack() {
        var limit = AttemptLimit(burst: 2, secondsEach: 10, at: Self.at(1000))
        #expect(limit.take(at: Self.at(1000)) == nil)
        #expect(limit.take(at: Self.at(1000)) == nil)
        #expect(limit.take(at: Self.at(400)) == 10, "nothing was filled by going back")
        #expect(limit.take(at: Self.at(409)) == 1, "it goes on from the new time")
        #expect(limit.take(at: Self.at(410)) == nil)
        #expect(limit.take(at: Self.at(410)) == 10)
    }
}
