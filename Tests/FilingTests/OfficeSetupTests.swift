import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tabulation
import Tervania
import Testing

@Suite("An election is set up whole, and not changed once it runs")
struct ElectionSetupTests {
    private func set(
        _ night: inout Night, by who: Account = People.admin,
        _ change: (inout ElectionSetting) -> Void = { _ in }
    ) -> Night.Came {
        var setting = Night.setting
        change(&setting)
        return night.does(who) { state, who throws(FilingProblem) in
            try state.setElection(setting, by: who)
        }
    }

    /// A row changes one thing of Tervania that makes it unusable.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let says: String
        let change: @Sendable (inout ElectionSetting) -> Void

        init(
            _ words: String, says: String,
            _ change: @escaping @Sendable (inout ElectionSetting) -> Void
        ) {
            testDescription = words
            self.says = says
            self.change = change
        }
    }

    static let rows = [
        Row("no contests", says: "no contest") { $0.definition.contests = [] },
        Row("a contest without a form", says: "has no form") {
            $0.forms[Tervania.referendum] = nil
        },
        Row("a form that speaks of a line it has not", says: "valid") {
            $0.forms[Tervania.president]?.lines.removeLast()
        },
        Row("a line named as an option", says: "one name") {
            $0.definition.contests[0].options[0].id = "valid"
        },
        Row("a list shorter than nothing", says: "-1") { $0.register["north-001"] = -1 },
        Row("a requirement twice", says: "one name") { $0.readiness.append($0.readiness[0]) },
        Row("a requirement after the opening", says: "opening") {
            $0.readiness[0].dueMinutesBefore = -1
        },
        Row("more signatures than keys", says: "33") { $0.signaturesNeeded = 33 },
    ]

    @Test("is refused with the reason", arguments: rows)
    func flaws(row: Row) {
        var night = Night()
        guard case .no(let problem) = set(&night, row.change) else {
            Issue.record("it was accepted")
            return
        }
        #expect(problem.code == "filing.election-flaw")
        #expect(problem.summary.contains(row.says), "\(problem.summary)")
    }

    @Test("by an administrator alone, as often as need be before anything has come")
    func often() {
        var night = Night()
        for who in [People.centre[0], People.auditor, People.member("north-001", 0)] {
            #expect(set(&night, by: who) == .no(.notAllowed))
        }
        #expect(set(&night) == .done)
        #expect(set(&night) { $0.register["x"] = 1 } == .no(.unknownStation("x")))
        night.proposes(People.member("north-001", 0), Sheets.president())
        #expect(set(&night) == .no(.electionRuns))
    }

    @Test("what the new definition has not is gone, and other keys stay")
    func replaced() {
        var night = Night()
        let came = set(&night) {
            $0.definition.contests.removeLast()
            $0.definition.stations.removeAll { $0.id == "north-002" }
            $0.register["north-002"] = nil
        }
        #expect(came == .done)
        #expect(night.state.forms[Tervania.referendum] == nil)
        #expect(night.state.sums[CountKey(Tervania.referendum, .hand)] == nil)
        #expect(night.state.stationKeys["north-002"] == nil)
        #expect(night.state.stationKeys["north-001"]?.count == 3)
        #expect(
            night.takes(People.centre[0], Night.signed(Sheets.president("north-002")))
                == .no(.unknownStation("north-002")))
    }

    @Test("a station's keys are whole texts, each once, of one station that is there")
    func keys() {
        var night = Night()
        func set(_ keys: [String], at station: PollingStation.ID = "north-001", by who: Account)
            -> Night.Came
        {
            night.does(who) { state, who throws(FilingProblem) in
                try state.setStationKeys(station, keys, by: who)
            }
        }
        let keys = Night.members("north-001").map(\.key.text)
        #expect(set(keys, by: People.north[0]) == .no(.notAllowed))
        #expect(set(keys + [keys[0]], by: People.admin) == .no(.keyText))
        #expect(set(keys + ["anna+00000000+AQ=="], by: People.admin) == .no(.keyText))
        #expect(set(keys + [""], by: People.admin) == .no(.keyText))
        #expect(set(keys, at: "x", by: People.admin) == .no(.unknownStation("x")))
        #expect(set([], by: People.admin) == .done)
        #expect(
            night.takes(People.centre[0], Night.signed(Sheets.president()))
                == .no(.fewSignatures(0, 2)))
        #expect(set(keys, by: People.admin) == .done)
    }
}

@Suite("Accounts have roles where they fit, and somebody can always make more")
struct AccountTests {
    private func set(
        _ night: inout Night, _ grants: [Grant], id: Account.ID = "new@tervania.example",
        name: String = "New", active: Bool = true, by who: Account = People.admin
    ) -> Night.Came {
        night.does(who) { state, who throws(FilingProblem) in
            try state.setAccount(
                Account(id: id, name: name, grants: grants, active: active), by: who)
        }
    }

    static let areas: [(String, Area)] = [
        ("nation", .nation), ("district", .district("north")), ("station", .station("north-001")),
    ]

    @Test(
        "each role in the areas of its office",
        arguments: [
            (Role.commissionMember, ["station"]), (.territorialOfficer, ["district"]),
            (.nationalOfficer, ["nation"]), (.administrator, ["nation"]),
            (.reviewer, ["nation", "district", "station"]),
            (.observer, ["nation", "district", "station"]),
            (.auditor, ["nation", "district", "station"]),
        ])
    func areas(role: Role, fit: [String]) {
        for (name, area) in Self.areas {
            var night = Night()
            #expect(
                set(&night, [Grant(role, area)])
                    == (fit.contains(name) ? .done : .no(.accountArea)), "\(role) of a \(name)")
        }
        var night = Night()
        for area in [Area.district("east"), .station("east-001")] {
            #expect(set(&night, [Grant(.observer, area)]) == .no(.accountArea))
        }
    }

    @Test("whoever keeps the accounts files nothing, and gives nobody both")
    func apart() {
        var night = Night()
        let admin = Grant(.administrator, .nation)
        for other in [
            Grant(.nationalOfficer, .nation), Grant(.territorialOfficer, .district("north")),
            Grant(.commissionMember, .station("north-001")), Grant(.reviewer, .nation),
        ] {
            #expect(set(&night, [admin, other]) == .no(.accountRoles))
        }
        #expect(set(&night, [admin, Grant(.auditor, .nation)]) == .done)
    }

    @Test("only administrators, and the last one stays")
    func last() {
        var night = Night()
        for who in [People.centre[0], People.auditor, People.north[0]] {
            #expect(set(&night, [], by: who) == .no(.notAllowed))
        }
        let id = People.admin.id
        #expect(set(&night, [], id: id) == .no(.lastAdministrator))
        #expect(
            set(&night, People.admin.grants, id: id, active: false) == .no(.lastAdministrator))
        #expect(set(&night, [Grant(.administrator, .nation)]) == .done)
        #expect(set(&night, [], id: id) == .done)
        #expect(set(&night, [], id: id) == .already)
    }

    @Test("names are short and on one line, before an election too")
    func names() {
        var night = Night()
        #expect(set(&night, [], name: String(repeating: "x", count: 201)) == .no(.tooLong))
        let many = [Grant](repeating: Grant(.observer, .nation), count: 101)
        #expect(set(&night, many) == .no(.tooLong))
        #expect(set(&night, [], name: "\u{202E}Anna\nMaro") == .done)
        #expect(night.state.accounts["new@tervania.example"]?.name == "Anna Maro")
        let empty = OfficeState()
        #expect(throws: FilingProblem.accountArea) {
            try empty.setAccount(People.north[0], by: People.admin)
        }
    }
}
