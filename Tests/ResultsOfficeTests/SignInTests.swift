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

    @Test("a crowd at the door is asked to come again, and keeps nobody inside waiting")
    func crowd() throws {
        let door = try Door()
        let told = Mutex<[String: Int]>([:])
        // Each check takes some hundredths of a second; forty who come at once are more than the
        // few that may wait.
        let crowd = (0..<40).map { number in
            Thread {
                var code = "in"
                do {
                    _ = try door.signIn.signIn(
                        "stranger-\(number)@example.org", password: "wrong", code: "",
                        from: "10.0.0.\(number)")
                } catch let problem as SignInProblem { code = problem.code } catch { code = "?" }
                told.withLock { $0[code, default: 0] += 1 }
            }
        }
        for one in crowd { one.start() }
        let ends = Date().addingTimeInterval(60)
        while told.withLock({ $0.values.reduce(0, +) }) < 40, Date() < ends { usleep(10_000) }
        let codes = told.withLock { $0 }
        #expect(codes["sign-in.busy", default: 0] > 0 && codes["sign-in.wrong", default: 0] > 0)
        #expect(codes.values.reduce(0, +) == 40 && codes["in"] == nil && codes["?"] == nil)
        try door.enter()
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
