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
private let password = Door.password

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
