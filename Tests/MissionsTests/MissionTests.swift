import Assemblies
import Formats
import Foundation
import Missions
import Primitives
import Tervania
import TervaniaMission
import Testing

@Suite("An accreditation lives step by step")
struct AccreditationTests {
    static let first = CivilDay(text: "2031-04-01")!

    static let rows: [(String, [Accreditation.Event], Accreditation.Action)] = [
        ("named", [.nominate], .moved(.nominated)),
        ("list sent", [.nominate, .submit], .moved(.submitted)),
        ("card issued", [.nominate, .submit, .accredit], .moved(.accredited)),
        (
            "ends with the official results", [.nominate, .submit, .accredit, .publishResults],
            .moved(.expired)
        ),
        ("withdrawn before the list", [.nominate, .withdraw], .moved(.withdrawn)),
        ("withdrawn with a card", [.nominate, .submit, .accredit, .withdraw], .moved(.withdrawn)),
        ("no card without a list", [.nominate, .accredit], .refused(.nominated)),
        (
            "nobody comes back after withdrawal", [.nominate, .withdraw, .nominate],
            .refused(.withdrawn)
        ),
        (
            "nothing after the end", [.nominate, .submit, .accredit, .publishResults, .withdraw],
            .refused(.expired)
        ),
        (
            "results do not end what has not begun", [.nominate, .publishResults],
            .refused(.nominated)
        ),
    ]

    @Test("moves or refuses", arguments: rows)
    func moves(_ row: (sentence: String, events: [Accreditation.Event], last: Accreditation.Action))
    {
        var life = Accreditation(invited: Self.first)
        var last = Accreditation.Action.moved(.invited)
        for event in row.events { last = life.event(event, on: Self.first) }
        #expect(last == row.last, "\(row.sentence)")
    }

    @Test("time does not run backwards")
    func backwards() {
        var life = Accreditation(invited: Self.first)
        #expect(life.event(.nominate, on: CivilDay(text: "2031-03-31")!) == .refused(.invited))
    }

    @Test("observing is allowed from the card to the end")
    func mayObserve() {
        var life = Accreditation(invited: Self.first)
        _ = life.event(.nominate, on: Self.first)
        _ = life.event(.submit, on: Self.first)
        _ = life.event(.accredit, on: CivilDay(text: "2031-05-06")!)
        _ = life.event(.publishResults, on: CivilDay(text: "2031-06-01")!)
        #expect(!life.mayObserve(on: CivilDay(text: "2031-05-05")!))
        #expect(life.mayObserve(on: CivilDay(text: "2031-05-18")!))
        #expect(!life.mayObserve(on: CivilDay(text: "2031-06-02")!))
    }

    @Test("a file cannot claim steps that never were")
    func forged() {
        let json =
            #"{"steps":[{"state":"invited","day":"2031-04-01"},{"state":"accredited","day":"2031-04-02"}]}"#
        #expect(throws: DocumentProblem.self) {
            try Documents.decode(Accreditation.self, from: Data(json.utf8), name: "x")
        }
    }
}

@Suite("Who invites, who goes, and with whom")
struct TeamTests {
    let day = TervaniaMission.day

    @Test("the Speaker's office resolves to a body that may invite")
    func invitation() {
        #expect(
            TervaniaMission.mission.invitation.resolved(
                in: TervaniaMission.assembly, under: TervaniaMission.invitationLaw)
                == .resolved(body: "tervania-assembly", rule: "tv.10"))
    }

    @Test("an office of a body that the law does not name does not invite")
    func otherOffice() {
        let invitation = Invitation(
            person: .known("mirelle"), office: "river-president", day: .unknown(.noLabel))
        #expect(
            invitation.resolved(in: TervaniaMission.assembly, under: TervaniaMission.invitationLaw)
                == .bodyMayNotInvite(body: "river-assembly", rule: "tv.10"))
    }

    @Test("Tervania's teams have nothing wrong on the day")
    func faultless() {
        #expect(TervaniaMission.mission.teamFaults(on: day).isEmpty)
        #expect(TervaniaMission.watchRecord.flaws().isEmpty)
        #expect(TervaniaMission.mission.teams.count == 4)
        #expect(TervaniaMission.assembly.seatTotal == 6 + 3 + 5 + 5 + 8 + 4)
    }

    @Test("the ninth observer was withdrawn and is in no team")
    func withdrawn() throws {
        let ninth = try #require(TervaniaMission.mission.observer("observer-9"))
        #expect(ninth.accreditation.state == .withdrawn)
        #expect(!TervaniaMission.mission.teams.flatMap(\.members).contains("observer-9"))
    }

    typealias Change = @Sendable (inout Mission) -> Void
    static let rows: [(String, Change, TeamFault)] = [
        (
            "a pair of one state", { $0.observers[1].state = "kestria" },
            .oneStateAlone("team-north", "kestria")
        ),
        (
            "an observer alone", { $0.teams[0].members = ["observer-1"] },
            .fewerThanTwo("team-north")
        ),
        ("an observer at home", { $0.observers[0].state = "tervania" }, .homeState("observer-1")),
        (
            "nobody by that name", { $0.teams[0].members[0] = "ghost" },
            .unknownObserver("team-north", "ghost")
        ),
        (
            "one observer in two teams", { $0.teams[0].members[0] = "observer-3" },
            .inTwoTeams("observer-3")
        ),
        (
            "no card", { $0.teams[0].members[0] = "observer-9" },
            .notAccredited("observer-9", on: TervaniaMission.day)
        ),
    ]

    @Test("what is wrong with a team is reported", arguments: rows)
    func faults(_ row: (sentence: String, change: Change, fault: TeamFault)) {
        var mission = TervaniaMission.mission
        row.change(&mission)
        #expect(mission.teamFaults(on: day).contains(row.fault), "\(row.sentence)")
    }

    @Test("an observer's name prints as a dash and opens only for the card")
    func names() {
        let register = ObserverRegister(["observer-1": Personal("Invented Name")])
        #expect(!"\(register)".contains("Invented Name"))
        #expect(register.name(of: "observer-1") == "Invented Name")
    }

    @Test("everything of the mission survives being written and read")
    func coded() throws {
        let data = try Documents.encode(TervaniaMission.watchRecord)
        let again = try WatchReader.read(data, name: "mission.json").record
        #expect(again == TervaniaMission.watchRecord)
    }

    @Test("no real state stands in the invented record")
    func invented() throws {
        let text = String(
            decoding: try Documents.encode(TervaniaMission.watchRecord), as: UTF8.self)
        for name in ["Belarus", "Kazakhstan", "Kyrgyz", "Russia", "Tajikistan", "Armenia", "CSTO"] {
            #expect(!text.contains(name), "\(name)")
        }
        #expect(TervaniaMission.assembly.persons.allSatisfy { $0.name.hasPrefix("Invented ") })
    }
}

@Suite("A form says only what its team could see")
struct SubmissionTests {
    static let log = TervaniaMission.observations(
        definition: Tervania.definition,
        facts: [StationFacts(station: "south-002", sheetBalances: false, admittedByFallback: 2)],
        seed: 2031)

    @Test("the invented forms fit their form and their visits")
    func faultless() {
        #expect(Self.log.faults(form: TervaniaMission.form).isEmpty)
        #expect(Self.log.visits.count == 9)
        #expect(Self.log.submissions.count == 8)
        #expect(TervaniaMission.form.questions.count == 14)
    }

    @Test("the same arguments give the same day")
    func seeded() {
        let facts = [
            StationFacts(station: "south-002", sheetBalances: false, admittedByFallback: 2)
        ]
        let again = TervaniaMission.observations(
            definition: Tervania.definition, facts: facts, seed: 2031)
        #expect(again == Self.log)
        let other = TervaniaMission.observations(
            definition: Tervania.definition, facts: facts, seed: 2032)
        #expect(other != Self.log)
    }

    typealias Change = @Sendable (inout FormSubmission) -> Void
    static let rows: [(String, Change, SubmissionFault)] = [
        (
            "an answer of the wrong kind", { $0.answers["secrecy"] = .number(3) },
            .wrongKind("form-north-001", "secrecy")
        ),
        (
            "fewer than nobody waiting", { $0.answers["queue"] = .number(-1) },
            .wrongKind("form-north-001", "queue")
        ),
        (
            "a question left open", { $0.answers["secrecy"] = nil },
            .unanswered("form-north-001", "secrecy")
        ),
        (
            "a question of no form", { $0.answers["weather"] = .yes },
            .unknownQuestion("form-north-001", "weather")
        ),
        (
            "a count that the team left before", { $0.answers["sheet-balanced"] = .yes },
            .partNotVisited("form-north-001", "sheet-balanced")
        ),
        (
            "a visit that never was", { $0.visit = "visit-77" },
            .unknownVisit("form-north-001", "visit-77")
        ),
        (
            "a station nobody entered", { $0.visit = "visit-5" },
            .notInside("form-north-001", "visit-5")
        ),
        ("an older form", { $0.formVersion = 0 }, .otherForm("form-north-001")),
    ]

    @Test("what does not fit is reported", arguments: rows)
    func faults(_ row: (sentence: String, change: Change, fault: SubmissionFault)) {
        var log = Self.log
        row.change(&log.submissions[0])
        #expect(log.faults(form: TervaniaMission.form).contains(row.fault), "\(row.sentence)")
    }

    @Test("two forms for one visit are reported")
    func twice() {
        var log = Self.log
        var copy = log.submissions[0]
        copy.id = "copy"
        log.submissions.append(copy)
        #expect(log.faults(form: TervaniaMission.form) == [.twice("copy", "visit-1")])
    }

    @Test("the log survives being written and read")
    func coded() throws {
        let again = try Documents.decode(
            ObservationLog.self, from: Documents.encode(Self.log), name: "x")
        #expect(again == Self.log)
    }
}
