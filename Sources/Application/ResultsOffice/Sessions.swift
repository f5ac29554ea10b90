import Foundation
import Offices
import Primitives
import Storage

/// Sessions in the vault.
final class Sessions: Sendable {
    private let store: any OfficeStore
    /// Held while a session's last use is written or the session is ended, so that one that was
    /// ended does not come back by a request that was on its way.
    private let writing = NSLock()

    init(store: any OfficeStore) { self.store = store }

    static func entry(_ session: Session, _ token: String) throws -> VaultEntry {
        VaultEntry(
            name: Session.name(token), value: Array(try JSONEncoder().encode(session)),
            expires: session.expires)
    }

    /// Nil when it has ended or never was. Its use is written once a minute.
    func session(_ token: String, at now: Instant) throws -> Session? {
        guard token.utf8.count == 64, var session = try read(Session.name(token), at: now),
            session.ends > now
        else { return nil }
        guard now.seconds - session.used.seconds >= 60 else { return session }
        session.used = now
        let entry = try Self.entry(session, token)
        try writing.withLock {
            guard try store.secret(entry.name, at: now) != nil else { return }
            // A store that cannot be written now still lets people read.
            _ = try? store.commit(Change(vault: [entry]))
        }
        return session
    }

    func end(_ token: String) throws {
        try writing.withLock {
            _ = try store.commit(
                Change(vault: [VaultEntry(name: Session.name(token), value: nil)]))
        }
    }

    func end(of account: Account.ID, at now: Instant) throws {
        try writing.withLock {
            let ended = try Self.removals(of: account, in: store, at: now)
            if !ended.isEmpty { _ = try store.commit(Change(vault: ended)) }
        }
    }

    /// What ends every session of the account when it is kept.
    static func removals(
        of account: Account.ID, in store: any OfficeStore, at now: Instant
    ) throws -> [VaultEntry] {
        try store.secretNames(prefix: Session.prefix, at: now).filter { name in
            try store.secret(name, at: now).flatMap {
                try? JSONDecoder().decode(Session.self, from: Data($0))
            }?.account == account
        }.map { VaultEntry(name: $0, value: nil) }
    }

    private func read(_ name: String, at now: Instant) throws -> Session? {
        try store.secret(name, at: now).flatMap {
            try? JSONDecoder().decode(Session.self, from: Data($0))
        }
    }
}
