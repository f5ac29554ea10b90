import Cryptography
import Filing
import Foundation
import Offices
import Primitives
import Storage
import Synchronization

/// Lets people in: passwords, second factors, sessions, and the wait after wrong tries.
///
/// What it keeps goes into the vault together with the act that says so, and is looked at once more
/// when the act is decided; so a code, a link or a session serves once even where two offices work on
/// one store.
package final class SignIn: Sendable {
    let office: ResultsOffice
    /// False for rehearsals only, where accounts have passwords alone.
    package let needsSecondFactor: Bool
    let limits = TryLimits()
    /// A hash to check against when there is no such account, so that both take as long.
    private static let decoy = PasswordHash.of(Secrets.token())
    /// One password at a time: each takes 64 MiB and a tenth of a second.
    private let hashing = NSLock()
    /// Passwords that wait for their turn. Each holds a thread of the server, so that more than a few
    /// would keep readers waiting; whoever comes then is asked to try again.
    private let waiting = Mutex(0)
    private static let mostWaiting = 4
    private let sessions: Sessions

    package init(_ office: ResultsOffice, needsSecondFactor: Bool = true) {
        self.office = office
        self.needsSecondFactor = needsSecondFactor
        let sessions = Sessions(store: office.store)
        self.sessions = sessions
        let clock = office.clock
        office.onActs { entries, _ in
            for case .accountSet(let account) in entries.map(\.act) where !account.active {
                // The session is refused in any case while the account is out of use.
                try? sessions.end(of: account.id, at: clock.now())
            }
        }
    }

    /// A session for the right name, password and code.
    ///
    /// - Parameters:
    ///   - name: the account's; spaces around it do not count, nor does the case of its letters
    ///     where it is clear who is meant.
    ///   - code: of the second factor; spaces in it do not count.
    ///   - from: the sender's address, for the wait after wrong tries.
    /// - Returns: the token, which is nowhere kept, and the session.
    package func signIn(
        _ name: String, password: String, code: String, from: String
    ) throws -> (token: String, session: Session) {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        let tried = name.isEmpty ? nil : name
        try limits.take(name: tried, from: from, at: office.clock.steady())
        let account = account(named: name)
        guard let checked = try accepts(account?.id, password, code), let account, account.active
        else {
            if let account { try note(.signInRefused, account.id) }
            throw SignInProblem.wrong
        }
        let (token, session, entry) = try begin(account.id)
        var vault = [entry]
        if checked.after != checked.before {
            vault.append(try Self.entry(checked.after, account.id))
        }
        _ = try office.perform(as: account.id, vault: vault) { state, _ in
            guard state.accounts[account.id]?.active == true,
                try self.credential(of: account.id) == checked.before
            else { throw SignInProblem.wrong }
            return .act(.signedIn)
        }
        limits.giveBack(name: tried, from: from)
        return (token, session)
    }

    private func account(named name: String) -> Account? {
        let accounts = office.state.accounts
        if let account = Account.ID(name).flatMap({ accounts[$0] }) { return account }
        let low = name.lowercased()
        let alike = accounts.values.filter { $0.id.text.lowercased() == low }
        return alike.count == 1 ? alike.first : nil
    }

    /// The credential as it is, and as it will be once the code is used; nil when password or code
    /// is wrong.
    private func accepts(
        _ id: Account.ID?, _ password: String, _ code: String
    ) throws -> (before: Credential, after: Credential)? {
        let kept = try id.flatMap { try credential(of: $0) }
        let hash = kept.map { PasswordHash(kept: $0.password) } ?? Self.decoy
        let right = try inTurn { hash?.accepts(Self.plain(password)) ?? false }
        guard right, let kept else { return nil }
        guard let secret = kept.secret.flatMap(OneTimeCode.init(secret:)) else {
            return needsSecondFactor ? nil : (kept, kept)
        }
        var after = kept
        after.lastStep = secret.accepted(
            Self.digits(code), at: office.clock.now().seconds, after: kept.lastStep)
        return after.lastStep == nil ? nil : (kept, after)
    }

    func credential(of id: Account.ID) throws -> Credential? {
        try office.store.secret(Credential.name(id), at: office.clock.now()).map {
            try JSONDecoder().decode(Credential.self, from: Data($0))
        }
    }

    /// Phones show the code in two groups.
    static func digits(_ code: String) -> String { code.filter { $0 != " " } }

    /// The same letters whichever keyboard wrote them (NIST SP 800-63B, 5.1.1.2: NFKC).
    static func plain(_ password: String) -> String {
        password.precomposedStringWithCompatibilityMapping
    }

    static func entry(_ credential: Credential, _ account: Account.ID) throws -> VaultEntry {
        VaultEntry(
            name: Credential.name(account), value: Array(try JSONEncoder().encode(credential)))
    }

    func begin(_ account: Account.ID) throws -> (String, Session, VaultEntry) {
        let token = Secrets.token()
        let now = office.clock.now()
        let session = Session(
            account: account, formToken: Secrets.token(), began: now,
            ends: now.adding(minutes: Session.longestHours * 60), used: now)
        return (token, session, try Sessions.entry(session, token))
    }

    func note(_ act: Act, _ account: Account.ID) throws {
        _ = try office.perform(as: account) { _, _ in .act(act) }
    }

    // MARK: Sessions

    /// The session of a token, and the account as it is now.
    package func session(_ token: String) throws -> (Session, Account) {
        let now = office.clock.now()
        guard let session = try sessions.session(token, at: now),
            let account = office.state.accounts[session.account], account.active
        else { throw SignInProblem.sessionEnded }
        return (session, account)
    }

    /// Does what costs a password's memory and time, one after the other.
    ///
    /// - Throws: ``SignInProblem/noMemory`` when too many wait already.
    func inTurn<Value>(_ body: () -> Value) throws(SignInProblem) -> Value {
        let isIn = waiting.withLock { waiting in
            guard waiting < Self.mostWaiting else { return false }
            waiting += 1
            return true
        }
        guard isIn else { throw .noMemory }
        defer { waiting.withLock { $0 -= 1 } }
        return hashing.withLock(body)
    }

    package func signOut(_ token: String) throws {
        guard let (session, _) = try? self.session(token) else { return }
        _ = try office.perform(
            as: session.account, vault: [VaultEntry(name: Session.name(token), value: nil)]
        ) { _, _ in .act(.signedOut) }
        try sessions.end(token)
    }

    /// Ends every session of an account, as after a lost telephone.
    package func endSessions(of account: Account.ID) throws {
        try sessions.end(of: account, at: office.clock.now())
    }
}
