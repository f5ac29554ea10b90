import Cryptography
import Foundation
import Primitives

/// A store that ends with the program: for rehearsals and tests.
package final class MemoryStore: OfficeStore, @unchecked Sendable {
    private let lock = NSLock()
    private var acts: [StoredAct] = []
    private var files: [Digest: StoredFile] = [:]
    private var replies: [RequestKey: KeptReply] = [:]
    private var vault: [String: VaultEntry] = [:]
    private var closed = false

    package init() {}

    package func head() throws(StorageProblem) -> Int { try held { $0.acts.count } }

    package func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct] {
        try held { Array($0.acts.dropFirst(max(0, sequence)).prefix(max(0, limit))) }
    }

    package func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        try change.checkLimits()
        return try held { store in
            if let reply = change.reply, let earlier = store.replies[reply.key] {
                return .answered(earlier)
            }
            if !change.acts.isEmpty, store.acts.count != change.after {
                return .behind(head: store.acts.count)
            }
            store.acts += change.acts
            for file in change.files where store.files[file.digest] == nil {
                store.files[file.digest] = file
            }
            if let reply = change.reply { store.replies[reply.key] = reply }
            for entry in change.vault {
                store.vault[entry.name] = entry.value == nil ? nil : entry
            }
            return .done
        }
    }

    package func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply? {
        try held { $0.replies[key] }
    }

    package func file(_ digest: Digest) throws(StorageProblem) -> StoredFile? {
        try held { $0.files[digest] }
    }

    package func secret(_ name: String, at now: Instant) throws(StorageProblem) -> [UInt8]? {
        try held { store in store.vault[name].flatMap { $0.isPast(now) ? nil : $0.value } }
    }

    package func secretNames(
        prefix: String, at now: Instant
    ) throws(StorageProblem) -> [String] {
        try held { store in
            store.vault.values.filter { $0.name.hasPrefix(prefix) && !$0.isPast(now) }.map(\.name)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    package func forgetExpired(at now: Instant) throws(StorageProblem) {
        try held { store in
            store.vault = store.vault.filter { !$0.value.isPast(now) }
            store.replies = store.replies.filter { $0.value.expires > now }
        }
    }

    package func close() { lock.withLock { closed = true } }

    private func held<Value>(_ body: (MemoryStore) -> Value) throws(StorageProblem) -> Value {
        lock.lock()
        defer { lock.unlock() }
        if closed { throw .closed }
        return body(self)
    }
}

extension VaultEntry {
    package func isPast(_ now: Instant) -> Bool { expires.map { $0 <= now } ?? false }
}

extension Change {
    /// Every store refuses the same sizes, before it writes anything.
    package func checkLimits() throws(StorageProblem) {
        for act in acts where act.body.count > StorageLimits.body {
            throw .tooLarge(
                what: "The act \(act.kind)", bytes: act.body.count, limit: StorageLimits.body)
        }
        for file in files where file.bytes.count > StorageLimits.file {
            throw .tooLarge(
                what: "The file", bytes: file.bytes.count, limit: StorageLimits.file)
        }
        for entry in vault {
            let size = entry.value?.count ?? 0
            if entry.name.utf8.count > StorageLimits.vaultName || size > StorageLimits.vaultValue {
                throw .tooLarge(
                    what: "A value of the vault", bytes: size, limit: StorageLimits.vaultValue)
            }
        }
        for (place, act) in acts.enumerated() where act.sequence != after + 1 + place {
            preconditionFailure("act \(act.sequence) after \(after + place)")
        }
    }
}
