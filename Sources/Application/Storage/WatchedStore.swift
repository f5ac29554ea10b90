import Cryptography
import Primitives
import Synchronization

/// A store that remembers whether it could be written the last time, and how long writers wait now,
/// so that a service can tell before its people ask.
package final class WatchedStore: OfficeStore, Sendable {
    private struct Writing: Sendable {
        /// Why the newest write that ended has failed; nil when it was kept.
        var problem: StorageProblem?
        /// When each write that has not ended began.
        var begun: [Int: ContinuousClock.Instant] = [:]
        var next = 0
    }

    private let store: any OfficeStore
    private let patience: Duration
    private let writing = Mutex(Writing())

    /// - Parameter patience: how long a write may take before that is told as trouble.
    package init(_ store: any OfficeStore, patience: Duration = .seconds(5)) {
        self.store = store
        self.patience = patience
    }

    /// Why writing fails, or that it takes too long; nil when the last write was kept in time.
    package var trouble: StorageProblem? {
        let now = ContinuousClock.now
        return writing.withLock { writing in
            if let problem = writing.problem { return problem }
            guard let oldest = writing.begun.values.min(), now - oldest > patience else {
                return nil
            }
            return .unavailable("a write has not ended within \(patience)")
        }
    }

    /// After a write that failed, writes something of some size that nobody reads: the store says
    /// whether its trouble is over. Does nothing while all is well.
    package func probe(at now: Instant) {
        guard writing.withLock({ $0.problem }) != nil else { return }
        let bytes = [UInt8](repeating: 0, count: StorageLimits.vaultValue)
        let entry = VaultEntry(name: "probe", value: bytes, expires: now.adding(minutes: 1))
        _ = try? commit(Change(vault: [entry]))
    }

    private func noting<Value>(
        _ body: () throws(StorageProblem) -> Value
    ) throws(StorageProblem) -> Value {
        let number = writing.withLock { writing in
            writing.next += 1
            writing.begun[writing.next] = ContinuousClock.now
            return writing.next
        }
        do throws(StorageProblem) {
            let value = try body()
            ended(number, nil)
            return value
        } catch {
            ended(number, error)
            throw error
        }
    }

    private func ended(_ number: Int, _ problem: StorageProblem?) {
        writing.withLock { writing in
            writing.begun[number] = nil
            // What the sender did wrong says nothing about the store.
            if let problem, problem.isTheSenders { return }
            writing.problem = problem
        }
    }

    // MARK: Writing

    package func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        try noting { () throws(StorageProblem) in try store.commit(change) }
    }

    package func forgetExpired(at now: Instant) throws(StorageProblem) {
        try noting { () throws(StorageProblem) in try store.forgetExpired(at: now) }
    }

    package func keep(_ replies: [KeptReply]) throws(StorageProblem) {
        try noting { () throws(StorageProblem) in try store.keep(replies) }
    }

    package func close() { store.close() }

    // MARK: Reading

    package func head() throws(StorageProblem) -> Int { try store.head() }

    package func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct] {
        try store.acts(after: sequence, limit: limit)
    }

    package func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply? {
        try store.reply(to: key)
    }

    package func file(_ digest: Digest) throws(StorageProblem) -> StoredFile? {
        try store.file(digest)
    }

    package func secret(_ name: String, at now: Instant) throws(StorageProblem) -> [UInt8]? {
        try store.secret(name, at: now)
    }

    package func secretNames(
        prefix: String, at now: Instant
    ) throws(StorageProblem) -> [String] {
        try store.secretNames(prefix: prefix, at: now)
    }

    package func fileDigests(
        after digest: Digest?, limit: Int
    ) throws(StorageProblem) -> [Digest] {
        try store.fileDigests(after: digest, limit: limit)
    }

    package func replies(
        after key: RequestKey?, limit: Int
    ) throws(StorageProblem) -> [KeptReply] {
        try store.replies(after: key, limit: limit)
    }

    package func vaultEntries(
        after name: String?, limit: Int
    ) throws(StorageProblem) -> [VaultEntry] {
        try store.vaultEntries(after: name, limit: limit)
    }
}

extension StorageProblem {
    fileprivate var isTheSenders: Bool {
        switch self {
        case .tooLarge, .unfitName: true
        default: false
        }
    }
}
