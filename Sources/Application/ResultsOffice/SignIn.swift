import Cryptography
import Filing
import Foundation
import Offices
import Primitives
import Storage
import Synchronization

/// Lets people in: passwords, second factors, sessions, invitations, and the wait after wrong tries.
package final class SignIn: Sendable {
    private let office: ResultsOffice
    /// False for rehearsals only, where accounts have passwords alone.
    package let needsSecondFactor: Bool
    private let limits = Mutex<[String: AttemptLimit]>([:])
    /// A hash to check against when there is no such account, so that both take as long.
    private let decoy: PasswordHash?
    private let checking = NSLock()

    package init(_ office: ResultsOffice, needsSecondFactor: Bool = true) {
        self.office = office
        self.needsSecondFactor = needsSecondFactor
        decoy = PasswordHash.of(Secrets.token())
    }

    /// A session for the right name, password and code.
    ///
    /// - Parameter from: the sender's address, for the wait after wrong tries.
    /// - Returns: the token, which is nowhere kept, and the session.
    package func signIn(
        _ name: String, password: String, code: String, from: String
    ) throws -> (token: String, session: Session) {
        let account = Account.ID(name).flatMap { office.state.accounts[$0] }
        try takeTry("name \(account?.id.text ?? "")", burst: 8, secondsEach: 30)
        try takeTry("from \(from)", burst: 40, secondsEach: 5)
        guard let account, account.active, try accepts(account.id, password, code) else {
            if let account { try note(.signInRefused, account.id) }
            throw SignInProblem.wrong
        }
        giveBack("name \(account.id.text)")
        let (token, session, entry) = try begin(account.id)
        try note(.signedIn, account.id, vault: [entry])
        return (token, session)
    }

    /// One at a time: each check takes 64 MiB and a tenth of a second, and a code is used once.
    private func accepts(_ id: Account.ID, _ password: String, _ code: String) throws -> Bool {
        checking.lock()
        defer { checking.unlock() }
        let now = office.clock.now()
        let bytes = try office.store.secret(Credential.name(id), at: now)
        let kept = try bytes.map { try JSONDecoder().decode(Credential.self, from: Data($0)) }
        let hash = kept.map { PasswordHash(kept: $0.password) } ?? decoy
        let right = hash?.accepts(password) ?? false
        guard right, var credential = kept else { return false }
        guard let secret = credential.secret.flatMap(OneTimeCode.init(secret:)) else {
            return !needsSecondFactor
        }
        let step = secret.accepted(code, at: now.seconds, after: credential.lastStep)
        guard let step else { return false }
        credential.lastStep = step
        _ = try office.store.commit(Change(vault: [try entry(credential, id)]))
        return true
    }

    private func begin(_ account: Account.ID) throws -> (String, Session, VaultEntry) {
        let token = Secrets.token()
        let now = office.clock.now()
        let session = Session(
            account: account, formToken: Secrets.token(), began: now,
            ends: now.adding(minutes: Session.longestHours * 60), used: now)
        return (token, session, try Self.entry(session, token))
    }

    private static func entry(_ session: Session, _ token: String) throws -> VaultEntry {
        VaultEntry(
            name: Session.name(token), value: Array(try JSONEncoder().encode(session)),
            expires: session.expires)
    }

    private func entry(_ credential: Credential, _ account: Account.ID) throws -> VaultEntry {
        VaultEntry(
            name: Credential.name(account), value: Array(try JSONEncoder().encode(credential)))
    }

    /// The session of a token, and the account as it is now.
    package func session(_ token: String) throws -> (Session, Account) {
        let now = office.clock.now()
        guard token.utf8.count == 64,
            let bytes = try office.store.secret(Session.name(token), at: now),
            var session = try? JSONDecoder().decode(Session.self, from: Data(bytes)),
            session.ends > now, let account = office.state.accounts[session.account],
            account.active
        else { throw SignInProblem.sessionEnded }
        if now.seconds - session.used.seconds >= 60 {
            session.used = now
            _ = try? office.store.commit(Change(vault: [try Self.entry(session, token)]))
        }
        return (session, account)
    }

    package func signOut(_ token: String) throws {
        guard let (session, _) = try? self.session(token) else { return }
        try note(
            .signedOut, session.account,
            vault: [VaultEntry(name: Session.name(token), value: nil)])
    }

    // MARK: Invitations

    /// A link's token for an account; used once, within two days.
    ///
    /// - Parameter key: of the request; the same key gives the same token, which is nowhere kept.
    package func invite(_ account: Account.ID, key: String? = nil) throws -> String {
        var token = Secrets.token()
        if let key {
            token = Digest.of(try officeSecret(), Array("\(account.text)\n\(key)".utf8)).hex
            if try office.store.secret(Invitation.name(token), at: office.clock.now()) != nil {
                return token
            }
        }
        let invitation = Invitation(account: account, secret: Secrets.random(20))
        let expires = office.clock.now().adding(minutes: Invitation.validHours * 60)
        _ = try office.store.commit(
            Change(vault: [
                VaultEntry(
                    name: Invitation.name(token),
                    value: Array(try JSONEncoder().encode(invitation)),
                    expires: expires)
            ]))
        return token
    }

    /// Random bytes of this store, made when they are first wanted.
    private func officeSecret() throws -> [UInt8] {
        let name = "office-secret"
        if let known = try office.store.secret(name, at: office.clock.now()) { return known }
        let made = Secrets.random(32)
        _ = try office.store.commit(Change(vault: [VaultEntry(name: name, value: made)]))
        return made
    }

    package func invitation(_ token: String) throws -> Invitation {
        guard token.utf8.count == 64,
            let bytes = try office.store.secret(
                Invitation.name(token), at: office.clock.now()),
            let invitation = try? JSONDecoder().decode(Invitation.self, from: Data(bytes))
        else { throw SignInProblem.invitation }
        return invitation
    }

    /// Sets password and second factor by a link, and signs in.
    package func accept(
        _ token: String, password: String, code: String, from: String
    ) throws -> (token: String, session: Session) {
        try takeTry("from \(from)", burst: 40, secondsEach: 5)
        let invitation = try invitation(token)
        guard Self.isStrong(password, invitation.account) else {
            throw SignInProblem.weakPassword
        }
        var step: Int?
        if needsSecondFactor {
            step = OneTimeCode(secret: invitation.secret)?.accepted(
                code, at: office.clock.now().seconds, after: nil)
            guard step != nil else { throw SignInProblem.wrong }
        }
        let credential = try credential(
            password, secret: needsSecondFactor ? invitation.secret : nil, step: step)
        let (session, made, sessionEntry) = try begin(invitation.account)
        try note(
            .signedIn, invitation.account,
            vault: [
                try entry(credential, invitation.account), sessionEntry,
                VaultEntry(name: Invitation.name(token), value: nil),
            ])
        return (session, made)
    }

    /// Sets a password without a link: for rehearsals and the first administrator's tools.
    package func setPassword(_ password: String, of account: Account.ID) throws {
        let credential = try credential(password, secret: nil, step: nil)
        _ = try office.store.commit(Change(vault: [try entry(credential, account)]))
    }

    private func credential(_ password: String, secret: [UInt8]?, step: Int?) throws -> Credential {
        guard let hash = checking.withLock({ PasswordHash.of(password) }) else {
            throw SignInProblem.noMemory
        }
        return Credential(password: hash.text, secret: secret, lastStep: step)
    }

    /// Length is what counts (NIST SP 800-63B, 5.1.1.2); the few words that everybody tries are out.
    static func isStrong(_ password: String, _ account: Account.ID) -> Bool {
        let low = password.lowercased()
        let usual = ["password", "dobush", "qwerty", "123456", account.text.lowercased()]
        return (12...200).contains(password.unicodeScalars.count)
            && Set(password.unicodeScalars).count >= 5 && !usual.contains { low.hasPrefix($0) }
    }

    // MARK: Limits

    private func takeTry(_ name: String, burst: Int, secondsEach: Int) throws {
        let now = office.clock.steady()
        let wait = limits.withLock { limits -> Int? in
            if limits.count > 20_000 { limits = limits.filter { !$0.value.isFull(at: now) } }
            return limits[
                name, default: AttemptLimit(burst: burst, secondsEach: secondsEach, at: now)
            ].take(at: now)
        }
        if let wait { throw SignInProblem.wait(seconds: wait) }
    }

    private func giveBack(_ name: String) { limits.withLock { $0[name]?.giveBack() } }

    private func note(_ act: Act, _ account: Account.ID, vault: [VaultEntry] = []) throws {
        _ = try office.perform(as: account, vault: vault) { _, _ in .act(act) }
    }
}
