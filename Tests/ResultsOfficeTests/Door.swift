import Cryptography
import Filing
import FilingSupport
import Foundation
import Offices
import Primitives
import ResultsOffice
import Storage
import Synchronization

/// An office whose anna has a password and a phone.
struct Door {
    static let password = "тоо суу көпүрө нан"
    static let anna = People.member("north-001", 0)

    let live: LiveOffice
    let signIn: SignIn
    let secret: [UInt8]

    init() throws {
        live = try LiveOffice()
        signIn = SignIn(live.office)
        let link = try signIn.invite(Self.anna.id, by: People.admin)
        secret = try signIn.invitation(link).secret
        _ = try signIn.accept(
            link, password: Self.password, code: Self.code(secret, live.clock), from: "1.1.1.1")
        // The code of this half minute is used.
        live.clock.pass(60)
    }

    static func code(_ secret: [UInt8], _ clock: TestClock) -> String {
        OneTimeCode(secret: secret)?.code(step: OneTimeCode.step(at: clock.now.seconds)) ?? ""
    }

    var code: String { Self.code(secret, live.clock) }

    @discardableResult
    func enter(
        _ name: String = Door.anna.id.text, password typed: String = Door.password,
        code: String? = nil,
        from: String = "1.1.1.1"
    ) throws -> (token: String, session: Session) {
        try signIn.signIn(name, password: typed, code: code ?? self.code, from: from)
    }
}
