import Cryptography
import Elections
import Filing
import Formats
import Foundation
import HTTPServer
import OfficeWeb
import Offices
import Primitives
import ResultsOffice
import Storage
import Tervania
import TervaniaEvening
import Testing

@Suite("An administrator makes accounts and sets up the election, and touches no sheet")
struct AdministrationTests {
    private let administrator = EveningSetting.administrator

    @Test("an account is made with a role at one place, and its link is shown once")
    func account() throws {
        let test = try TestOffice()
        let page = "accounts/new~40example.org.html"
        let begun = try test.post(
            "accounts.html", as: administrator, [("do", "new"), ("id", "new@example.org")])
        #expect(begun.location == page)
        let role = [("role", "commission-member"), ("area", "station")]
        let wrong = try test.post(
            page, as: administrator,
            [("do", "set"), ("person", "New Member"), ("station", "west-001")] + role)
        #expect(wrong.status == 422 && wrong.says("No such station"))
        let made = try test.post(
            page, as: administrator,
            [
                ("do", "set"), ("person", "New <i>Member</i>"), ("station", "north-002"),
                ("active", "yes"),
            ] + role)
        #expect(made.status == 303)
        let account = test.state.accounts["new@example.org"]
        #expect(account?.grants == [Grant(.commissionMember, .station("north-002"))])
        let invited = try test.post(page, as: administrator, [("do", "invite")])
        #expect(invited.status == 200 && invited.says("invitation.html?token="))
        #expect(invited.says("http://office.example/en/office/"))
        let again = try test.get(page, as: administrator)
        #expect(!again.says("token=") && again.says("New &lt;i&gt;Member&lt;/i&gt;"))
        let ended = try test.post(
            page, as: administrator,
            [("do", "set"), ("person", "New"), ("grant", "commission-member station:north-002")])
        #expect(ended.status == 303 && test.state.accounts["new@example.org"]?.active == false)
    }

    @Test("a role that does not fit its place, and the end of the last administrator, are refused")
    func rules() throws {
        let test = try TestOffice()
        let unfit = try test.post(
            "accounts/x.html", as: administrator,
            [("do", "set"), ("person", "X"), ("role", "commission-member"), ("area", "nation")])
        #expect(unfit.status == 422 && unfit.says("filing.account-area"))
        let page = "accounts/administrator~40tervania.example.html"
        let last = try test.post(
            page, as: administrator, [("do", "set"), ("person", "A"), ("active", "yes")])
        #expect(last.status == 409 && last.says("filing.last-administrator"))
    }

    @Test("a definition is read, its contests are given forms, and only then is anything set")
    func election() throws {
        let test = try TestOffice()
        let before = test.state.through
        let bytes = Array(try Documents.encode(Tervania.definition))
        _ = try test.session(administrator)
        let read = try test.post(
            "election.html", as: administrator, [("do", "read")],
            files: [("file", "definition.json", bytes)])
        #expect(read.status == 200 && read.says("Form: President of Tervania"))
        #expect(test.state.through == before + 1)
        let fields = [
            ("do", "set"), ("definition", Digest.of(bytes).hex), ("form0", "tervania"),
            ("form1", "tervania"), ("deciding", "scanner"), ("signatures", "3"),
            ("readiness", "yes"),
        ]
        let wrong = try test.post(
            "election.html", as: administrator, fields + [("register", "north-001 230\nwest-1 5")])
        #expect(wrong.status == 422 && wrong.says("Line 2 cannot be read: west-1 5"))
        let set = try test.post(
            "election.html", as: administrator,
            fields + [("register", "north-001,230\nnorth-002;215\r\n")])
        #expect(set.status == 303)
        let setting = test.state.setting
        #expect(setting?.deciding == .scanner && setting?.signaturesNeeded == 3)
        #expect(setting?.register == ["north-001": 230, "north-002": 215])
        #expect(setting?.readiness.map(\.id) == UsualReadiness.requirements.map(\.id))
    }

    @Test(
        "what is no definition, and no map, is refused in words",
        arguments: [
            ("read", "file", "{", "definition.json"), ("read", "file", "[1,2]", "definition.json"),
            ("map", "map", "{\"type\":\"Point\"}", "no GeoJSON"), ("map", "map", "x", "no GeoJSON"),
        ])
    func files(deed: String, field: String, content: String, said: String) throws {
        let test = try TestOffice()
        let answer = try test.post(
            "election.html", as: administrator, [("do", deed)],
            files: [(field, "definition.json", Array(content.utf8))])
        #expect(answer.status == 422 && answer.says(said))
    }

    @Test("a map and a commission's keys are set")
    func mapAndKeys() throws {
        let test = try TestOffice()
        let map =
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}"#
        let set = try test.post(
            "election.html", as: administrator, [("do", "map")],
            files: [("map", "m.geojson", Array(map.utf8))])
        #expect(set.status == 303 && test.state.map == Digest.of(map))
        let keys = TervaniaEvening.keys("north-001").map(\.0.text).joined(separator: "\r\n")
        let kept = try test.post(
            "election.html", as: administrator,
            [("do", "keys"), ("station", "north-001"), ("keys", keys)])
        #expect(kept.status == 303 && test.state.stationKeys["north-001"]?.count == 3)
        let none = try test.post(
            "election.html", as: administrator,
            [("do", "keys"), ("station", "north-001"), ("keys", "not a key")])
        #expect(none.says("filing.key-text") && none.says("not a key"))
    }

    @Test("the log shows acts by kind, and a copy's digest to nobody")
    func log() throws {
        let test = try TestOffice()
        _ = try test.post(Figures.copy, as: People.clerk, Figures.fields() + [("do", "file")])
        let page = try test.get("log.html?kind=sheet-entered", as: EveningSetting.auditor)
        #expect(page.says("sheet copied from paper") && !page.says("account made or changed</td>"))
        let entry = test.state.file(Figures.key).entries.first
        #expect(entry.map { !page.says($0.statement.id.hex) } ?? false)
        let none = try test.get("log.html?station=nowhere", as: EveningSetting.auditor)
        #expect(none.says("No such act here."))
        let first = try test.get("log.html?before=3", as: EveningSetting.auditor)
        #expect(first.says("election set up") && !first.says("Older acts"))
    }
}

@Suite("Nothing that somebody types becomes part of a page")
struct HostileTests {
    static let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u{202E}"

    @Test("in reasons, names, figures, addresses")
    func escaped() throws {
        let test = try TestOffice()
        let answers = [
            try test.post(
                Figures.page, as: People.first,
                Figures.fields(["received": Self.hostile]) + [("do", "file")]),
            try test.get("stations.html?find=\(Self.encoded)", as: People.first),
            try test.get(
                "log.html?actor=\(Self.encoded)&station=\(Self.encoded)", as: EveningSetting.auditor
            ),
            try test.get("index.html?done=\(Self.encoded)", as: People.first),
            try test.get("sign-in.html?back=\(Self.encoded)", as: nil),
            try test.get("invitation.html?token=\(Self.encoded)", as: nil),
            try test.post(
                "sign-in.html", as: nil, [("name", Self.hostile), ("back", Self.hostile)]),
            try test.post(
                "accounts/x.html", as: EveningSetting.administrator,
                [("do", "set"), ("person", Self.hostile), ("role", "reviewer"), ("area", "x")]),
        ]
        for answer in answers {
            #expect(!answer.says("<script>alert") && !answer.says("<img src=x"))
            #expect(!answer.says("\u{202E}"))
        }
    }

    private static let encoded =
        hostile.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""

    @Test("a reason of any length and shape is kept, cut or refused, and never breaks the page")
    func long() throws {
        let test = try TestOffice()
        let soft = ["in-stationary-boxes": "141", "invalid": "4"]
        for (reason, status) in [
            (String(repeating: "a", count: 2001), 422),
            (String(repeating: "я", count: 70_000), 413),
            ("a\r\nfigure maro 999\u{0}\u{7}", 303),
        ] {
            let answer = try test.post(
                Figures.page, as: People.first,
                Figures.fields(soft) + [("r3", reason), ("do", "file")])
            #expect(answer.status == status)
        }
        let statement = test.state.file(Figures.key).proposal?.statement
        #expect(statement?.figures.map(\.value).max() == 250)
    }

    @Test(
        "a body of the wrong kind is refused in words",
        arguments: ["application/json", "text/plain", "", "multipart/form-data"])
    func types(type: String) throws {
        let test = try TestOffice()
        let answer = try test.post(
            Figures.page, as: People.first, [("do", "file")], sentAs: type)
        #expect([400, 415].contains(answer.status) && answer.says("<h1"))
    }

    @Test("hundreds of numbers that name no page of results are only an empty list")
    func numbers() throws {
        let test = try TestOffice()
        for text in ["-1", "99999999999999999999", "x", "9223372036854775807"] {
            for page in ["stations.html?from=", "readiness.html?from=", "log.html?before="] {
                #expect(
                    try test.get(page + text, as: People.centre).status == 200, "\(page)\(text)")
            }
        }
    }
}
