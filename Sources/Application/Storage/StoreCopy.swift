import Cryptography
import Primitives

/// How much a store holds, and where its chain stands.
package struct StoreCensus: Hashable, Sendable {
    package var acts = 0
    package var files = 0
    package var replies = 0
    package var secrets = 0
    /// The link of the newest act; nil for a store without acts.
    package var link: Digest?

    package init() {}
}

/// Copies one store into another: the backup of a database into a file, and the way back.
///
/// Links and digests are recomputed while copying, so a damaged store is not copied as if it were
/// whole. A copy that was interrupted goes on where it stopped.
package enum StoreCopy {
    /// Makes `target` equal to `source`.
    ///
    /// The source may be in use: answers are copied before acts and acts before files, so that the
    /// copy never holds an answer without its act or an act without its files. Acts added while the
    /// copy runs may be in it.
    ///
    /// - Parameters:
    ///   - target: empty, or with acts with which the source's acts begin.
    ///   - progress: told how many acts and files are done, of how many.
    /// - Throws: ``StorageProblem``; ``StoreCopyProblem`` for another target.
    package static func copy(
        from source: any OfficeStore, to target: any OfficeStore,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> StoreCensus {
        let start = try commonPast(source, target)
        var census = StoreCensus()
        census.replies = try copyReplies(source, target)
        census.secrets = try copyVault(source, target)
        var total = try source.head() - start.sequence + countFiles(source)
        var done = 0
        census.acts = start.sequence
        census.link = start.link
        try eachPage(of: source, after: start.sequence) { acts in
            guard
                try target.commit(Change(after: acts[0].sequence - 1, acts: acts)) == .done
            else { throw StoreCopyProblem.targetInUse }
            census.acts += acts.count
            census.link = acts.last?.link
            done += acts.count
            total = max(total, done)
            progress(done, total)
        }
        census.files = try copyFiles(source, target) {
            done += 1
            total = max(total, done)
            progress(done, total)
        }
        return census
    }

    /// Shows all acts above a number in pages that fit into memory.
    static func eachPage(
        of store: any OfficeStore, after sequence: Int, _ body: ([StoredAct]) throws -> Void
    ) throws {
        var last = sequence
        var limit = 200
        while true {
            let acts = try store.acts(after: last, limit: limit)
            guard let newest = acts.last else { return }
            try body(acts)
            last = newest.sequence
            limit = acts.reduce(0) { $0 + $1.body.count } > pageBytes ? 1 : 200
        }
    }

    /// Shows the digests of all files, in order.
    static func eachFile(of store: any OfficeStore, _ body: (Digest) throws -> Void) throws {
        var last: Digest?
        while true {
            let digests = try store.fileDigests(after: last, limit: 1000)
            if digests.isEmpty { return }
            for digest in digests { try body(digest) }
            last = digests.last
        }
    }

    static func countFiles(_ store: any OfficeStore) throws -> Int {
        var count = 0
        try eachFile(of: store) { _ in count += 1 }
        return count
    }

    /// Bytes that are written together.
    private static let pageBytes = 8 << 20

    private static func commonPast(
        _ source: any OfficeStore, _ target: any OfficeStore
    ) throws -> ChainPlace {
        let head = try target.head()
        if head == 0 { return .start }
        guard let mine = try target.acts(after: head - 1, limit: 1).first,
            let theirs = try source.acts(after: head - 1, limit: 1).first, mine == theirs
        else { throw StoreCopyProblem.targetDiffers(acts: head) }
        return mine.place
    }

    private static func copyReplies(
        _ source: any OfficeStore, _ target: any OfficeStore
    ) throws -> Int {
        var count = 0
        var last: RequestKey?
        while true {
            let replies = try source.replies(after: last, limit: 100)
            if replies.isEmpty { return count }
            try target.keep(replies)
            count += replies.count
            last = replies.last?.key
        }
    }

    /// What the source no longer has goes from the target too: a password that was withdrawn stays
    /// withdrawn.
    private static func copyVault(
        _ source: any OfficeStore, _ target: any OfficeStore
    ) throws -> Int {
        var names: Set<[UInt8]> = []
        try eachVaultPage(of: source) { entries in
            names.formUnion(entries.map { Array($0.name.utf8) })
            _ = try target.commit(Change(vault: entries))
        }
        try eachVaultPage(of: target) { entries in
            let gone = entries.filter { !names.contains(Array($0.name.utf8)) }
            guard !gone.isEmpty else { return }
            _ = try target.commit(
                Change(vault: gone.map { VaultEntry(name: $0.name, value: nil) }))
        }
        return names.count
    }

    static func eachVaultPage(
        of store: any OfficeStore, _ body: ([VaultEntry]) throws -> Void
    ) throws {
        var last: String?
        while true {
            let entries = try store.vaultEntries(after: last, limit: 100)
            if entries.isEmpty { return }
            try body(entries)
            last = entries.last?.name
        }
    }

    private static func copyFiles(
        _ source: any OfficeStore, _ target: any OfficeStore, step: () -> Void
    ) throws -> Int {
        var there: Set<Digest> = []
        try eachFile(of: target) { there.insert($0) }
        var count = 0
        var waiting: [StoredFile] = []
        func flush() throws {
            guard !waiting.isEmpty else { return }
            _ = try target.commit(Change(files: waiting))
            waiting = []
        }
        try eachFile(of: source) { digest in
            count += 1
            defer { step() }
            if there.contains(digest) { return }
            guard let file = try source.file(digest) else {
                throw StorageProblem.damaged("file \(digest.hex) is missing")
            }
            waiting.append(file)
            if waiting.reduce(0, { $0 + $1.bytes.count }) > pageBytes { try flush() }
        }
        try flush()
        return count
    }
}

/// Why a store cannot become the copy of another.
package enum StoreCopyProblem: Problem, Hashable {
    case targetDiffers(acts: Int)
    case targetInUse

    package var code: String {
        switch self {
        case .targetDiffers: "storage.copy-target-differs"
        case .targetInUse: "storage.copy-target-in-use"
        }
    }

    package var summary: String {
        switch self {
        case .targetDiffers(let acts):
            "The target already holds \(acts) acts, and they are not the first acts of the source."
        case .targetInUse: "Somebody else added acts to the target while it was being written."
        }
    }

    package var remedy: String {
        switch self {
        case .targetDiffers: "Name an empty place, or move what lies there away and keep it."
        case .targetInUse: "Stop the service that uses the target, and begin with an empty one."
        }
    }
}
