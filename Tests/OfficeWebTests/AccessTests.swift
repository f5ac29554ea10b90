import Cryptography
import Elections
import Filing
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Tervania
import TervaniaEvening
import Testing

@Suite("A page is open to those whose role and area allow it, and to nobody else")
struct AccessTests {
    /// Who is meant by each letter of a row: m member of north-001, o member of south-001, t officer
    /// of the north, n officer of the centre, r reviewer, b observer, a auditor, d administrator.
    static let people: [(Character, Account)] = [
        ("m", People.first), ("o", People.elsewhere), ("t", People.clerk), ("n", People.centre),
        ("r", EveningSetting.reviewer), ("b", EveningSetting.observer),
        ("a", EveningSetting.auditor), ("d", EveningSetting.administrator),
    ]

    /// From the table of rights in `Permissions.swift`, by hand.
    static let rows: [(page: String, open: String)] = [
        ("index.html", "motnrbad"), ("stations.html", "motnra"),
        ("stations/north-001.html", "mtnra"), (Figures.page, "mtn"), (Figures.copy, "tn"),
        ("stick.html", "motn"), ("turnout/north-001.html", "mt"), ("readiness.html", "motnba"),
        ("readiness/north-001.html", "mtnba"), ("publication.html", "n"), ("accounts.html", "d"),
        ("accounts/reviewer~40tervania.example.html", "d"), ("election.html", "d"),
        ("log.html", "nad"),
    ]

    @Test("looking", arguments: rows)
    func look(page: String, open: String) throws {
        let test = try TestOffice()
        for (letter, account) in Self.people {
            let answer = try test.get(page, as: account)
            let status = open.contains(letter) ? 200 : 403
            #expect(answer.status == status, "\(page) for \(account.id)")
            if status == 403 { #expect(answer.says("Open to, each for their own area")) }
        }
        let nobody = try test.get(page, as: nil)
        #expect(nobody.status == 303 && nobody.location.hasPrefix("sign-in.html"))
    }

    @Test("sending a form changes nothing for whoever may not open it", arguments: rows)
    func send(page: String, open: String) throws {
        let test = try TestOffice()
        for (letter, account) in Self.people where !open.contains(letter) {
            _ = try test.session(account)
            let before = test.state.through
            let answer = try test.post(page, as: account, Figures.fields() + [("do", "file")])
            #expect(answer.status == 403 && test.state.through == before, "\(page) \(account.id)")
        }
    }

    @Test("a version is open only where its station is")
    func version() throws {
        let test = try TestOffice()
        let stated = try test.post(
            Figures.page, as: People.first, Figures.fields() + [("do", "file")])
        for (letter, account) in Self.people {
            let status = "mtnra".contains(letter) ? 200 : 403
            #expect(try test.get(stated.location, as: account).status == status, "\(account.id)")
        }
    }

    @Test("an account that was ended is out at once")
    func ended() throws {
        let test = try TestOffice()
        _ = try test.session(People.first)
        var ended = People.first
        ended.active = false
        try test.put(.accountSet(ended))
        #expect(throws: (any Error).self) { try test.get("index.html", as: People.first) }
    }

    @Test(
        "what is no page is none",
        arguments: [
            "none.html", "stations/none.html", "stations/..%2f.html", "state/north-001.html",
            "state/north-001~~president~~guess.html", "versions/zz.html", "files/zz", "a/b/c",
            "stations/", "state/north-001~~~~hand.html",
        ])
    func missing(path: String) throws {
        let test = try TestOffice()
        #expect(try test.get(path, as: People.first).response == nil)
    }
}

@Suite("A form is done only when a page of ours sent it")
struct FormTokenTests {
    @Test(
        "another site's form, and one without the session's token, change nothing",
        arguments: [
            ("no token", "", [:]), ("a wrong token", String(repeating: "0", count: 64), [:]),
            ("another site", nil, ["sec-fetch-site": "cross-site"]),
            ("a sister site", nil, ["sec-fetch-site": "same-site"]),
            ("another origin", nil, ["origin": "https://evil.example"]),
            ("no origin", nil, ["origin": "null"]),
        ] as [(String, String?, [String: String])])
    func refused(name: String, token: String?, headers: [String: String]) throws {
        let test = try TestOffice()
        _ = try test.session(People.first)
        let before = test.state.through
        let answer = try test.post(
            Figures.page, as: People.first, Figures.fields() + [("do", "file")], token: token,
            headers: headers)
        #expect(answer.status == 403 && answer.says("api.other-site"), "\(name)")
        #expect(test.state.through == before)
    }

    @Test("our own page's is done")
    func own() throws {
        let test = try TestOffice()
        let headers = ["sec-fetch-site": "same-origin", "origin": "https://office.example"]
        let answer = try test.post(
            Figures.page, as: People.first, Figures.fields() + [("do", "file")], headers: headers)
        #expect(answer.status == 303)
    }

    @Test("a form of an older session comes back filled in, and only then is done")
    func older() throws {
        let test = try TestOffice()
        let answer = try test.post(
            Figures.page, as: People.first, Figures.fields() + [("do", "file")], token: "old")
        #expect(answer.says("value=\"147\""))
    }

    @Test("what was typed travels through a sign-in that became necessary")
    func expired() throws {
        let test = try TestOffice()
        let asked = try test.post(
            Figures.page, as: nil, Figures.fields() + [("do", "file")])
        #expect(asked.status == 401 && asked.says("What you had typed is kept"))
        #expect(asked.says("name=\"kept-n1\" value=\"250\""))
        try test.signIn.setPassword(TestOffice.password, of: People.first.id)
        let kept = Figures.fields().map { ("kept-\($0.0)", $0.1) }
        let entered = try test.post(
            "sign-in.html", as: nil,
            [
                ("name", People.first.id.text), ("password", TestOffice.password),
                ("back", Figures.page),
            ] + kept)
        #expect(entered.status == 200 && entered.says("name=\"n1\" value=\"250\""))
        let back = try test.post(
            Figures.page, as: People.first, Figures.fields() + [("do", "restore")])
        #expect(back.status == 200 && back.says("value=\"250\""))
        #expect(test.state.file(Figures.key).versions.isEmpty)
    }
}

@Suite("Signing in")
struct SignInTests {
    @Test("a right password leads back to where one was, with a cookie that scripts cannot read")
    func cookie() throws {
        let test = try TestOffice()
        try test.signIn.setPassword(TestOffice.password, of: People.first.id)
        let asked = try test.get(Figures.page, as: nil)
        #expect(asked.location == "sign-in.html?back=\(Figures.page)")
        let entered = try test.post(
            "sign-in.html", as: nil,
            [
                ("name", People.first.id.text), ("password", TestOffice.password),
                ("back", Figures.page),
            ])
        #expect(entered.status == 303 && entered.location == Figures.page)
        let cookie = try #require(entered.response?.header("set-cookie"))
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
    }

    @Test(
        "it leads nowhere but to a page of the office",
        arguments: ["//evil.example/", "https://evil.example", "../../x", "files/zz", "\r\nx: y"])
    func back(path: String) throws {
        let test = try TestOffice()
        try test.signIn.setPassword(TestOffice.password, of: People.first.id)
        let entered = try test.post(
            "sign-in.html", as: nil,
            [
                ("name", People.first.id.text), ("password", TestOffice.password), ("back", path),
            ])
        #expect(entered.location == "index.html")
    }

    @Test("a wrong one says nothing about which of the three was wrong, and keeps the name")
    func wrong() throws {
        let test = try TestOffice()
        for name in [People.first.id.text, "nobody@example.org", "<script>"] {
            let answer = try test.post(
                "sign-in.html", as: nil, [("name", name), ("password", "wrong words")])
            #expect(answer.status == 401 && answer.says("Name, password or code is wrong."))
            #expect(!answer.says("wrong words") && !answer.says("<script>\""))
        }
    }

    @Test("an invitation sets password and code, once")
    func invitation() throws {
        let test = try TestOffice(secondFactor: true)
        let token = try test.signIn.invite(People.first.id)
        let page = try test.get("invitation.html?token=\(token)", as: nil)
        let secret = try #require(OneTimeCode(secret: test.signIn.invitation(token).secret))
        #expect(page.status == 200 && page.says("code-picture"))
        let shown = page.text.replacing("\n", with: " ").replacing(" ", with: "")
        #expect(shown.contains(secret.text))
        let now = test.office.clock.now().seconds
        let code = secret.code(step: OneTimeCode.step(at: now))
        let differ = try test.post(
            "invitation.html", as: nil,
            [
                ("invitation", token), ("password", "four plain words"), ("again", "x"),
                ("code", code),
            ])
        #expect(differ.status == 422 && differ.says("The two passwords differ."))
        let weak = try test.post(
            "invitation.html", as: nil,
            [("invitation", token), ("password", "short"), ("again", "short"), ("code", code)])
        #expect(weak.status == 422 && weak.says("sign-in.weak-password"))
        // Shown in two groups, and typed so.
        let spaced = String(code.prefix(3)) + " " + String(code.suffix(3))
        let fields = [
            ("invitation", token), ("password", TestOffice.password),
            ("again", TestOffice.password), ("code", spaced),
        ]
        let entered = try test.post("invitation.html", as: nil, fields)
        #expect(entered.status == 303 && entered.location == "index.html")
        #expect(try test.post("invitation.html", as: nil, fields).status == 404)
    }

    @Test("signing out ends the session")
    func out() throws {
        let test = try TestOffice()
        let (token, _) = try test.session(People.first)
        let answer = try test.post("sign-out.html", as: People.first, [])
        #expect(answer.status == 303 && answer.location.contains("done=signed-out"))
        #expect(throws: (any Error).self) { try test.signIn.session(token) }
    }
}
