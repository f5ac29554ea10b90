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
