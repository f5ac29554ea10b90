import Cryptography
import Primitives
import Storage
import Synchronization

/// A store that a test tampers with: acts changed behind its back, or something done by others
/// between two looks into the vault.
final class DoctoredStore: OfficeStore {
    private let kept: Mutex<[StoredAct]?>
    private let hook = Mutex<(prefix: String, body: @Sendable () -> Void)?>(nil)
    private let rest: MemoryStore

    /// With these acts, whatever they are.
    init(_ acts: [StoredAct]) {
        kept = Mutex(acts)
        rest = MemoryStore()
    }

    /// In front of another store.
    init(before store: MemoryStore) {
        kept = Mutex(nil)
        rest = store
    }

    func replace(_ acts: [StoredAct]) { kept.withLock { $0 = acts } }

    /// Does something once, right after the next value was read whose name begins so.
    func afterReading(_ prefix: String, _ body: @escaping @Sendable () -> Void) {
        hook.withLock { $0 = (prefix, body) }
    }

    func head() throws(StorageProblem) -> Int {
        if let count = kept.withLock({ $0?.count }) { return count }
        return try rest.head()
    }

    func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct] {
        if let acts = kept.withLock({ $0 }) {
            return Array(acts.dropFirst(sequence).prefix(limit))
        }
        return try rest.acts(after: sequence, limit: limit)
    }

    func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        if let head = kept.withLock({ $0?.count }) {
            return change.after == head ? .done : .behind(head: head)
        }
        return try rest.commit(change)
    }

    func secret(_ name: String, at now: Instant) throws(StorageProblem) -> [UInt8]? {
        let value = try rest.secret(name, at: now)
        let body = hook.withLock { hook -> (@Sendable () -> Void)? in
            guard let waiting = hook, name.hasPrefix(waiting.prefix) else { return nil }
            hook = nil
            return waiting.body
        }
        body?()
        return value
    }

    func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply? {
        try rest.reply(to: key)
    }

    func file(_ digest: Digest) throws(StorageProblem) -> StoredFile? { try rest.file(digest) }

    func secretNames(prefix: String, at now: Instant) throws(StorageProblem) -> [String] {
        try rest.secretNames(prefix: prefix, at: now)
    }

    func forgetExpired(at now: Instant) throws(StorageProblem) { try rest.forgetExpired(at: now) }

    func fileDigests(after digest: Digest?, limit: Int) throws(StorageProblem) -> [Digest] {
        try rest.fileDigests(after: digest, limit: limit)
    }

    func replies(after key: RequestKey?, limit: Int) throws(StorageProblem) -> [KeptReply] {
        try rest.replies(after: key, limit: limit)
    }

    func vaultEntries(after name: String?, limit: Int) throws(StorageProblem) -> [VaultEntry] {
        try rest.vaultEntries(after: name, limit: limit)
    }

    func keep(_ replies: [KeptReply]) throws(StorageProblem) { try rest.keep(replies) }

    func close() { rest.close() }
}
