import Cryptography
import Primitives

/// A walk through a whole store: what was read and found whole, and what is not as it was written.
package struct StoreCheck: Sendable {
    package private(set) var census = StoreCensus()
    /// One sentence for each thing that is not as it was written; empty for a whole store.
    package private(set) var faults: [String] = []
    private var done = 0
    private var total = 0

    /// Walks the chain of acts from the first, and recomputes the digest of every file.
    ///
    /// After an act that does not follow, no later one can be held to it, so the walk over the acts
    /// ends there.
    ///
    /// - Parameter progress: told how many acts and files are done, of how many.
    /// - Throws: ``StorageProblem`` other than damage.
    package init(
        _ store: any OfficeStore, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        try noting { try $0.walkActs(store, progress) }
        try noting { try $0.walkFiles(store, progress) }
        try noting { check in
            var last: RequestKey?
            while case let replies = try store.replies(after: last, limit: 200), !replies.isEmpty {
                check.census.replies += replies.count
                last = replies.last?.key
            }
        }
        try noting { check in
            try StoreCopy.eachVaultPage(of: store) { check.census.secrets += $0.count }
        }
    }

    private mutating func walkActs(
        _ store: any OfficeStore, _ progress: (Int, Int) -> Void
    ) throws {
        total = try store.head()
        let head = total
        try noting { check in
            try StoreCopy.eachPage(of: store, after: 0) { acts in
                check.census.acts += acts.count
                check.census.link = acts.last?.link
                check.step(acts.count, progress)
            }
        }
        if census.acts < head {
            faults.append("of \(head) acts only the first \(census.acts) could be held together")
        }
    }

    private mutating func walkFiles(
        _ store: any OfficeStore, _ progress: (Int, Int) -> Void
    ) throws {
        total += try StoreCopy.countFiles(store)
        try StoreCopy.eachFile(of: store) { digest in
            try noting { check in
                guard try store.file(digest) != nil else {
                    throw StorageProblem.damaged("file \(digest.hex) is missing")
                }
                check.census.files += 1
            }
            step(1, progress)
        }
    }

    private mutating func step(_ count: Int, _ progress: (Int, Int) -> Void) {
        done += count
        total = max(total, done)
        progress(done, total)
    }

    private mutating func noting(_ body: (inout StoreCheck) throws -> Void) throws {
        do { try body(&self) } catch StorageProblem.damaged(let what) { faults.append(what) }
    }
}
