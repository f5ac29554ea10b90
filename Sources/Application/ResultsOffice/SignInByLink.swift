import Cryptography
import Filing
import Foundation
import Offices
import Primitives
import Storage

/// Links by which a person chooses a password and sets up the second factor.
extension SignIn {
    /// A link's token for an account; used once, within two days. An earlier link of the account
    /// no longer works. The log says who made it: whoever makes a link could use it themselves.
    ///
    /// - Parameters:
    ///   - by: who makes it; nil for the service itself, as for the first administrator.
    ///   - key: of the request; the same key gives the same token, which is nowhere kept.
    package func invite(
        _ account: Account.ID, by: Account? = nil, key: String? = nil
    ) throws -> String {
        var token = Secrets.token()
        if let key {
            token = Digest.of(try officeSecret(), Array("\(account.text)\n\(key)".utf8)).hex
            if try invitation(named: Invitation.name(token)) != nil { return token }
        }
        let invitation = Invitation(account: account, secret: Secrets.random(20))
        let now = office.clock.now()
        let earlier = try office.store.secretNames(prefix: Invitation.prefix, at: now).filter {
            try self.invitation(named: $0)?.account == account
        }
        let made = VaultEntry(
            name: Invitation.name(token), value: Array(try JSONEncoder().encode(invitation)),
            expires: now.adding(minutes: Invitation.validHours * 60))
        _ = try office.perform(
            as: by?.id ?? "system", vault: earlier.map { VaultEntry(name: $0, value: nil) } + [made]
        ) { state, _ in
            if let by {
                guard (state.accounts[by.id] ?? by).may(.manageAccounts) else {
                    throw FilingProblem.notAllowed
                }
            }
            guard state.accounts[account] != nil else { throw FilingProblem.unknownAccount }
            return .act(.accountInvited(account))
        }
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
        guard token.utf8.count == 64, let found = try invitation(named: Invitation.name(token))
        else { throw SignInProblem.invitation }
        return found
    }

    private func invitation(named name: String) throws -> Invitation? {
        try office.store.secret(name, at: office.clock.now()).flatMap {
            try? JSONDecoder().decode(Invitation.self, from: Data($0))
        }
    }

    /// Sets password and second factor by a link, and signs in. Other sessions of the account end.
    package func accept(
        _ token: String, password: String, code: String, from: String
    ) throws -> (token: String, session: Session) {
        try limits.take(name: nil, from: from, at: office.clock.steady())
        let invitation = try invitation(token)
        guard Self.isStrong(password, invitation.account) else {
            throw SignInProblem.weakPassword
        }
        var step: Int?
        if needsSecondFactor {
            step = OneTimeCode(secret: invitation.secret)?.accepted(
                Self.digits(code), at: office.clock.now().seconds, after: nil)
            guard step != nil else { throw SignInProblem.wrong }
        }
        let credential = try credential(
            password, secret: needsSecondFactor ? invitation.secret : nil, step: step)
        let (session, made, sessionEntry) = try begin(invitation.account)
        let others = try Sessions.removals(
            of: invitation.account, in: office.store, at: office.clock.now())
        let vault =
            others + [
                try Self.entry(credential, invitation.account), sessionEntry,
                VaultEntry(name: Invitation.name(token), value: nil),
            ]
        _ = try office.perform(as: invitation.account, vault: vault) { state, _ in
            // Two who open one link at once: the second finds it used.
            guard state.accounts[invitation.account]?.active == true,
                try self.invitation(named: Invitation.name(token)) != nil
            else { throw SignInProblem.invitation }
            return .act(.signedIn)
        }
        limits.giveBack(name: nil, from: from)
        return (session, made)
    }

    /// Sets a password without a link: for rehearsals and the first administrator's tools.
    package func setPassword(_ password: String, of account: Account.ID) throws {
        let credential = try credential(password, secret: nil, step: nil)
        _ = try office.store.commit(Change(vault: [try Self.entry(credential, account)]))
    }

    private func credential(_ password: String, secret: [UInt8]?, step: Int?) throws -> Credential {
        let plain = Self.plain(password)
        guard let hash = try inTurn({ PasswordHash.of(plain) }) else {
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
}
