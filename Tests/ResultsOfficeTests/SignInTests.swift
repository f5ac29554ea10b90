import Cryptography
import Filing
import FilingSupport
import Foundation
import Offices
import Primitives
import ResultsOffice
import Storage
import Synchronization
import Testing

private let anna = People.member("north-001", 0)
private let password = "тоо суу көпүрө нан"

/// An office whose anna has a password and a phone.
private struct Door {
    let live: LiveOffice
    let signIn: SignIn
    let secret: [UInt8]

    init() throws {
        live = try LiveOffice()
        signIn = SignIn(live.office)
        let link = try signIn.invite(anna.id, by: People.admin)
        secret = try signIn.invitation(link).secret
        _ = try signIn.accept(
            link, password: password, code: Self.code(secret, live.clock), from: "1.1.1.1")
        // The code of this half minute is used.
        live.clock.pass(60)
    }

    static func code(_ secret: [UInt8], _ clock: TestClock) -> String {
        OneTimeCode(secret: secret)?.code(step: OneTimeCode.step(at: clock.now.seconds)) ?? ""
    }

    var code: String { Self.code(secret, live.clock) }

    @discardableResult
    func enter(
        _ name: String = anna.id.text, password typed: String = password, code: String? = nil,
        from: String = "1.1.1.1"
    ) throws -> (token: String, session: Session) {
        try signIn.signIn(name, password: typed, code: code ?? self.code, from: from)
    }
}

@Suite("Only the person with the password and the phone comes in")
struct SignInTests {
    @Test("name, password and code, all three; which one was wrong is not told")
    func wrong() throws {
        let door = try Door()
        let other = door.code == "000000" ? "000001" : "000000"
        #expect(throws: SignInProblem.wrong) { try door.enter("nobody@tervania.example") }
        #expect(throws: SignInProblem.wrong) { try door.enter("") }
        #expect(throws: SignInProblem.wrong) { try door.enter("no name at all") }
        #expect(throws: SignInProblem.wrong) { try door.enter(password: password + "!") }
        #expect(throws: SignInProblem.wrong) { try door.enter(password: "") }
        #expect(throws: SignInProblem.wrong) { try door.enter(code: other) }
        #expect(throws: SignInProblem.wrong) { try door.enter(code: "") }
        let (token, session) = try door.enter()
        #expect(session.account == anna.id && token.utf8.count == 64)
        #expect(try door.signIn.session(token).1 == anna)
        let kinds = try door.live.acts().suffix(5).map(\.kind)
        // Four wrong tries on a name that is there are in the log; those on others cannot be.
        #expect(
            kinds == [
                "sign-in-refused", "sign-in-refused", "sign-in-refused", "sign-in-refused",
                "signed-in",
            ])
    }

    @Test("spaces, capitals of the name and the keyboard's spelling make no difference")
    func typed() throws {
        let door = try Door()
        let code = door.code
        _ = try door.enter(
            " North-001.0@Tervania.Example ",
            // ө stays; й and ё would be two letters on some keyboards.
            password: password.decomposedStringWithCanonicalMapping,
            code: "\(code.prefix(3)) \(code.suffix(3))")
        #expect(throws: SignInProblem.wrong) { try door.enter(password: password.uppercased()) }
    }

    @Test("a code is used once, also by two at the same moment and in two offices")
    func codeOnce() throws {
        let door = try Door()
        let code = door.code
        try door.enter(code: code)
        #expect(throws: SignInProblem.wrong) { try door.enter(code: code) }
        // Between reading the credential and keeping that its code was used, the code is used
        // through another office on the same store.
        door.live.clock.pass(30)
        let next = door.code
        let store = DoctoredStore(before: door.live.store)
        let slow = SignIn(try ResultsOffice(store: store, clock: door.live.clock.clock))
        let inside = Mutex(0)
        store.afterReading("credential/") {
            if (try? door.enter(code: next)) != nil { inside.withLock { $0 += 1 } }
        }
        #expect(throws: SignInProblem.wrong) {
            try slow.signIn(anna.id.text, password: password, code: next, from: "2.2.2.2")
        }
        #expect(inside.withLock { $0 } == 1)
        door.live.clock.pass(30)
        try door.enter()
    }

    @Test("after eight wrong tries from one address the name waits there, known or not")
    func waits() throws {
        for name in [anna.id.text, "nobody@tervania.example"] {
            let door = try Door()
            for _ in 0..<8 {
                #expect(throws: SignInProblem.wrong) { try door.enter(name, password: "x") }
            }
            #expect(throws: SignInProblem.wait(seconds: 30)) {
                try door.enter(name, password: "x")
            }
            #expect(throws: SignInProblem.wait(seconds: 30)) { try door.enter(name) }
            // A clock that is set forward does not shorten the wait, and one set back not lengthen it.
            door.live.clock.jump(3600)
            #expect(throws: SignInProblem.wait(seconds: 30)) { try door.enter(name) }
            door.live.clock.jump(-3600)
            door.live.clock.pass(29)
            #expect(throws: SignInProblem.wait(seconds: 1)) { try door.enter(name) }
            // Whoever guesses from elsewhere does not shut the person out.
            if name == anna.id.text { try door.enter(from: "3.3.3.3") }
        }
    }

    @Test("one address does not try on for ever, and a commission signs in from one")
    func address() throws {
        let live = try LiveOffice()
        let signIn = SignIn(live.office, needsSecondFactor: false)
        try signIn.setPassword(password, of: anna.id)
        func guess() throws {
            _ = try signIn.accept("no link", password: password, code: "", from: "1.1.1.1")
        }
        for _ in 0..<39 { #expect(throws: SignInProblem.invitation) { try guess() } }
        // One of forty tries is left, and right ones are given back.
        for _ in 0..<3 {
            _ = try signIn.signIn(anna.id.text, password: password, code: "", from: "1.1.1.1")
        }
        #expect(throws: SignInProblem.invitation) { try guess() }
        #expect(throws: SignInProblem.wait(seconds: 5)) { try guess() }
        #expect(throws: SignInProblem.wait(seconds: 5)) {
            try signIn.signIn(anna.id.text, password: password, code: "", from: "1.1.1.1")
        }
        _ = try signIn.signIn(anna.id.text, password: password, code: "", from: "1.1.1.2")
    }

    @Test("without a second factor a password is enough, and only where the office is set so")
    func noFactor() throws {
        let live = try LiveOffice()
        let plain = SignIn(live.office, needsSecondFactor: false)
        try plain.setPassword(password, of: anna.id)
        let (token, _) = try plain.signIn(anna.id.text, password: password, code: "", from: "a")
        #expect(try plain.session(token).1 == anna)
        #expect(throws: SignInProblem.wrong) {
            try plain.signIn(anna.id.text, password: "x", code: "", from: "a")
        }
        let strict = SignIn(live.office)
        #expect(throws: SignInProblem.wrong) {
            try strict.signIn(anna.id.text, password: password, code: "", from: "a")
        }
        // Somebody who has a phone is asked for its code even there.
        let door = try Door()
        let open = SignIn(door.live.office, needsSecondFactor: false)
        #expect(throws: SignInProblem.wrong) {
            try open.signIn(anna.id.text, password: password, code: "", from: "a")
        }
    }

    @Test("an account without a password lets nobody in")
    func noPassword() throws {
        let door = try Door()
        #expect(throws: SignInProblem.wrong) {
            try door.enter(People.centre[0].id.text, password: "")
        }
    }
}

@Suite("A session ends: by hand, by rest, by time, with the account")
struct SessionTests {
    @Test("an hour without use ends it, use prolongs it")
    func idle() throws {
        let door = try Door()
        let (token, _) = try door.enter()
        for _ in 0..<3 {
            door.live.clock.pass(59 * 60)
            #expect(try door.signIn.session(token).1 == anna)
        }
        door.live.clock.pass(60 * 60)
        #expect(throws: SignInProblem.sessionEnded) { try door.signIn.session(token) }
    }

    @Test("fourteen hours end it whatever was done")
    func absolute() throws {
        let door = try Door()
        let (token, session) = try door.enter()
        #expect(session.ends == door.live.clock.now.adding(minutes: 14 * 60))
        for _ in 0..<27 {
            door.live.clock.pass(30 * 60)
            #expect(try door.signIn.session(token).1 == anna)
        }
        door.live.clock.pass(30 * 60)
        #expect(throws: SignInProblem.sessionEnded) { try door.signIn.session(token) }
    }

    @Test("signing out ends it at once, and only it")
    func signOut() throws {
        let door = try Door()
        let (first, _) = try door.enter()
        door.live.clock.pass(30)
        let (second, _) = try door.enter()
        try door.signIn.signOut(first)
        #expect(throws: SignInProblem.sessionEnded) { try door.signIn.session(first) }
        #expect(try door.signIn.session(second).1 == anna)
        try door.signIn.signOut(first)
        #expect(try door.live.acts().last?.kind == "signed-out")
        #expect(try door.live.acts().filter { $0.kind == "signed-out" }.count == 1)
    }

    @Test("a request on its way does not bring an ended session back")
    func race() throws {
        let door = try Door()
        let store = DoctoredStore(before: door.live.store)
        let signIn = SignIn(try ResultsOffice(store: store, clock: door.live.clock.clock))
        let (token, _) = try door.enter()
        // More than a minute, so that the next request writes that the session was used.
        door.live.clock.pass(61)
        store.afterReading("session/") { try? door.signIn.signOut(token) }
        _ = try? signIn.session(token)
        #expect(throws: SignInProblem.sessionEnded) { try signIn.session(token) }
        #expect(throws: SignInProblem.sessionEnded) { try door.signIn.session(token) }
    }

    @Test("an account put out of use is out, and back in use its old sessions stay ended")
    func deactivated() throws {
        let door = try Door()
        let (token, _) = try door.enter()
        func set(_ active: Bool) throws {
            var account = anna
            account.active = active
            _ = try door.live.office.perform(as: People.admin.id) { state, _ in
                try state.setAccount(account, by: People.admin)
            }
        }
        try set(false)
        #expect(throws: SignInProblem.sessionEnded) { try door.signIn.session(token) }
        door.live.clock.pass(30)
        #expect(throws: SignInProblem.wrong) { try door.enter() }
        try set(true)
        #expect(throws: SignInProblem.sessionEnded) { try door.signIn.session(token) }
        door.live.clock.pass(30)
        try door.enter()
    }

    @Test("rights are those of the account now, not of when it signed in")
    func rights() throws {
        let door = try Door()
        let (token, _) = try door.enter()
        var account = anna
        account.grants = []
        _ = try door.live.office.perform(as: People.admin.id) { state, _ in
            try state.setAccount(account, by: People.admin)
        }
        #expect(try door.signIn.session(token).1.grants == [])
    }

    @Test(
        "what is no token opens nothing",
        arguments: [
            "", "x", String(repeating: "0", count: 64), String(repeating: "é", count: 32),
            String(repeating: "0", count: 100_000),
        ])
    func noToken(token: String) throws {
        let live = try LiveOffice()
        #expect(throws: SignInProblem.sessionEnded) { try SignIn(live.office).session(token) }
    }
}

@Suite("A link lets one person choose a password, once")
struct InvitationTests {
    private func open(_ live: LiveOffice) throws -> (SignIn, String, [UInt8]) {
        let signIn = SignIn(live.office)
        let link = try signIn.invite(anna.id, by: People.admin)
        return (signIn, link, try signIn.invitation(link).secret)
    }

    @Test("used once, also by two who open it together")
    func once() throws {
        let live = try LiveOffice()
        let (signIn, link, secret) = try open(live)
        let store = DoctoredStore(before: live.store)
        let slow = SignIn(try ResultsOffice(store: store, clock: live.clock.clock))
        let inside = Mutex(0)
        store.afterReading("invitation/") {
            let came = try? signIn.accept(
                link, password: password, code: Door.code(secret, live.clock), from: "a")
            if came != nil { inside.withLock { $0 += 1 } }
        }
        #expect(throws: SignInProblem.invitation) {
            try slow.accept(
                link, password: "another one, later", code: Door.code(secret, live.clock),
                from: "b")
        }
        #expect(inside.withLock { $0 } == 1)
        #expect(throws: SignInProblem.invitation) { try signIn.invitation(link) }
        live.clock.pass(30)
        #expect(
            try signIn.signIn(
                anna.id.text, password: password, code: Door.code(secret, live.clock), from: "a"
            ).session.account == anna.id)
    }

    @Test("two days long, and the newest link only")
    func expires() throws {
        let live = try LiveOffice()
        let (signIn, link, _) = try open(live)
        live.clock.pass(48 * 3600 - 1)
        #expect(try signIn.invitation(link).account == anna.id)
        live.clock.pass(1)
        #expect(throws: SignInProblem.invitation) { try signIn.invitation(link) }
        let earlier = try signIn.invite(anna.id)
        let forBolot = try signIn.invite(People.member("north-001", 1).id)
        let newest = try signIn.invite(anna.id)
        #expect(throws: SignInProblem.invitation) { try signIn.invitation(earlier) }
        #expect(try signIn.invitation(newest).account == anna.id)
        #expect(try signIn.invitation(forBolot).account == People.member("north-001", 1).id)
    }

    @Test("it wants a long password and the right code, and waits for them")
    func strength() throws {
        let live = try LiveOffice()
        let (signIn, link, secret) = try open(live)
        let code = Door.code(secret, live.clock)
        for weak in [
            "", "short", "elevenchars", "aaaaaaaaaaaaaaaa", "abababababababab", "Password-2031!",
            "123456789012", "dobushdobush1", anna.id.text.uppercased(),
            String(repeating: "abcde ", count: 40),
        ] {
            #expect(throws: SignInProblem.weakPassword, "\(weak)") {
                try signIn.accept(link, password: weak, code: code, from: "a")
            }
        }
        #expect(throws: SignInProblem.wrong) {
            try signIn.accept(link, password: password, code: "", from: "a")
        }
        let (token, session) = try signIn.accept(link, password: password, code: code, from: "a")
        #expect(session.account == anna.id)
        #expect(try signIn.session(token).1 == anna)
        // The code of the link is used too.
        #expect(throws: SignInProblem.wrong) {
            try signIn.signIn(anna.id.text, password: password, code: code, from: "a")
        }
    }

    @Test("a new password ends the sessions and the password of before")
    func renewed() throws {
        let door = try Door()
        let (old, _) = try door.enter()
        let link = try door.signIn.invite(anna.id, by: People.admin)
        #expect(try door.signIn.session(old).1 == anna, "not before it is used")
        let secret = try door.signIn.invitation(link).secret
        #expect(secret != door.secret)
        door.live.clock.pass(30)
        let (new, _) = try door.signIn.accept(
            link, password: "a quite different one", code: Door.code(secret, door.live.clock),
            from: "a")
        #expect(throws: SignInProblem.sessionEnded) { try door.signIn.session(old) }
        #expect(try door.signIn.session(new).1 == anna)
        door.live.clock.pass(30)
        #expect(throws: SignInProblem.wrong) { try door.enter() }
    }

    @Test("only an administrator makes one, for an account that is there and in use; it is logged")
    func who() throws {
        let live = try LiveOffice()
        let signIn = SignIn(live.office)
        #expect(throws: FilingProblem.notAllowed) {
            try signIn.invite(anna.id, by: People.centre[0])
        }
        #expect(throws: FilingProblem.unknownAccount) {
            try signIn.invite("nobody@x", by: People.admin)
        }
        let link = try signIn.invite(anna.id, by: People.admin)
        let act = try #require(try live.acts().last)
        #expect(act.kind == "account-invited" && act.actor == People.admin.id.text)
        var gone = anna
        gone.active = false
        _ = try live.office.perform(as: People.admin.id) { state, _ in
            try state.setAccount(gone, by: People.admin)
        }
        let secret = try signIn.invitation(link).secret
        #expect(throws: SignInProblem.invitation) {
            try signIn.accept(
                link, password: password, code: Door.code(secret, live.clock), from: "a")
        }
    }
}

@Suite("Nothing secret stands in the log")
struct SecretsTests {
    @Test("neither password, factor, token nor link, whatever was done")
    func secrets() throws {
        let door = try Door()
        let link = try door.signIn.invite(anna.id, by: People.admin)
        let linkSecret = try door.signIn.invitation(link).secret
        let (token, session) = try door.enter()
        #expect(throws: SignInProblem.wrong) { try door.enter(password: "wrong " + password) }
        try door.signIn.signOut(token)
        let factor = try #require(OneTimeCode(secret: door.secret))
        let hidden: [String] = [
            password, token, link, session.formToken, factor.text, Hexadecimal.encode(door.secret),
            Hexadecimal.encode(linkSecret), Base64.encode(door.secret), "$argon2",
            Digest.of(token).hex,
        ]
        let acts = try door.live.acts()
        #expect(acts.count > 30)
        for act in acts {
            let text = String(decoding: act.body, as: UTF8.self) + act.actor + act.kind
            for secret in hidden { #expect(!text.contains(secret), "act \(act.sequence)") }
        }
        // The vault has the hash of the password and of the token, and neither of them.
        for entry in try door.live.store.vaultEntries(after: nil, limit: 1000) {
            let text = entry.name + String(decoding: entry.value ?? [], as: UTF8.self)
            for secret in [password, token, link] { #expect(!text.contains(secret)) }
        }
    }
}

@Suite("The clock is watched")
struct ClockTests {
    @Test("a moved wall clock is noticed, passing time is not")
    func jumps() {
        let clock = TestClock()
        var watch = ClockWatch(clock.clock)
        clock.pass(3600)
        #expect(watch.look(clock.clock) == nil)
        clock.jump(5)
        #expect(watch.look(clock.clock) == nil, "within the tolerance")
        clock.jump(-3600)
        #expect(watch.look(clock.clock) == -3600)
        #expect(watch.jump?.seconds == -3600)
        #expect(watch.look(clock.clock) == nil)
    }
}
