import Cryptography
import Foundation
import Primitives

/// A store that ends with the program: for rehearsals and tests.
package final class MemoryStore: OfficeStore, @unchecked Sendable {
    private let lock = NSLock()
    private var acts: [StoredAct] = []
    private var files: [Digest: StoredFile] = [:]
    private var replies: [ExactKey: KeptReply] = [:]
    private var vault: [ExactName: VaultEntry] = [:]
    private var closed = false

    package init() {}

    package func head() throws(StorageProblem) -> Int { try held { $0.acts.count } }

    package func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct] {
        try held { Array($0.acts.dropFirst(max(0, sequence)).prefix(max(0, limit))) }
    }

    package func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        try change.checkLimits()
        return try held { store throws(StorageProblem) in
            if let reply = change.reply, let earlier = store.replies[ExactKey(reply.key)] {
                return .answered(earlier)
            }
            if !change.acts.isEmpty, store.acts.count != change.after {
                return .behind(head: store.acts.count)
            }
            try change.checkChain(onto: store.acts.last?.place ?? .start)
            store.acts += change.acts
            for file in change.files where store.files[file.digest] == nil {
                store.files[file.digest] = file
            }
            if let reply = change.reply { store.replies[ExactKey(reply.key)] = reply }
            for entry in change.vault {
                store.vault[ExactName(entry.name)] = entry.value == nil ? nil : entry
            }
            return .done
        }
    }

    package func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply? {
        try held { $0.replies[ExactKey(key)] }
    }

    package func file(_ digest: Digest) throws(StorageProblem) -> StoredFile? {
        try held { $0.files[digest] }
    }

    package func secret(_ name: String, at now: Instant) throws(StorageProblem) -> [UInt8]? {
        try held { store in
            store.vault[ExactName(name)].flatMap { $0.isPast(now) ? nil : $0.value }
        }
    }

    package func secretNames(
        prefix: String, at now: Instant
    ) throws(StorageProblem) -> [String] {
        try held { store in
            store.vault.filter { $0.key.bytes.starts(with: prefix.utf8) && !$0.value.isPast(now) }
                .sorted { $0.key < $1.key }.map(\.value.name)
        }
    }

    package func forgetExpired(at now: Instant) throws(StorageProblem) {
        try held { store in
            store.vault = store.vault.filter { !$0.value.isPast(now) }
            store.replies = store.replies.filter { $0.value.expires > now }
        }
    }

    package func fileDigests(
        after digest: Digest?, limit: Int
    ) throws(StorageProblem) -> [Digest] {
        try held { store in
            let ordered = store.files.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
            let rest = ordered.drop { known in
                digest.map { !$0.bytes.lexicographicallyPrecedes(known.bytes) } ?? false
            }
            return Array(rest.prefix(max(0, limit)))
        }
    }

    package func replies(
        after key: RequestKey?, limit: Int
    ) throws(StorageProblem) -> [KeptReply] {
        try held { store in
            let ordered = store.replies.sorted { $0.key < $1.key }
            let rest = ordered.drop { known in key.map { !(ExactKey($0) < known.key) } ?? false }
            return rest.prefix(max(0, limit)).map(\.value)
        }
    }

    package func vaultEntries(
        after name: String?, limit: Int
    ) throws(StorageProblem) -> [VaultEntry] {
        try held { store in
            let ordered = store.vault.sorted { $0.key < $1.key }
            let rest = ordered.drop { known in name.map { !(ExactName($0) < known.key) } ?? false }
            return rest.prefix(max(0, limit)).map(\.value)
        }
    }

    package func keep(_ replies: [KeptReply]) throws(StorageProblem) {
        for reply in replies { try reply.checkLimits() }
        try held { store in
            for reply in replies where store.replies[ExactKey(reply.key)] == nil {
                store.replies[ExactKey(reply.key)] = reply
            }
        }
    }

    package func close() { lock.withLock { closed = true } }

    private func held<Value>(
        _ body: (MemoryStore) throws(StorageProblem) -> Value
    ) throws(StorageProblem) -> Value {
        lock.lock()
        defer { lock.unlock() }
        if closed { throw .closed }
        return try body(self)
    }
}

/// A name as bytes: Swift calls two spellings of one letter equal, databases do not.
private struct ExactName: Hashable, Comparable {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    static func < (left: ExactName, right: ExactName) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

private struct ExactKey: Hashable, Comparable {
    let account: ExactName
    let key: ExactName

    init(_ key: RequestKey) {
        account = ExactName(key.account)
        self.key = ExactName(key.key)
    }

    static func < (left: ExactKey, right: ExactKey) -> Bool {
        left.account == right.account ? left.key < right.key : left.account < right.account
    }
}
