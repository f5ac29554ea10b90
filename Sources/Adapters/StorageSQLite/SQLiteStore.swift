import Cryptography
import Foundation
import Primitives
import Storage

/// The store of one machine: a file of SQLite, with its write-ahead log beside it.
///
/// One connection writes, under a lock; a few read. Every commit is on the disk before it is answered
/// (`synchronous = FULL`). Several programs may use one file: whoever is behind is told so.
package final class SQLiteStore: OfficeStore, @unchecked Sendable {
    private let path: String
    private let steps: [String]
    private let onlyReads: Bool
    private let readers: SQLiteReaders
    private let lock = NSLock()
    private var writer: SQLiteConnection?
    private var closed = false

    /// Opens the file, makes it when it is absent, and brings an older one forward.
    ///
    /// - Parameters:
    ///   - path: of the file; its folder is there.
    ///   - onlyReads: true to leave the file exactly as it is.
    ///   - steps: of the schema; others than the usual ones only in tests.
    package init(
        path: String, onlyReads: Bool = false, steps: [String] = SQLiteSchema.steps
    ) throws(StorageProblem) {
        self.path = path
        self.steps = steps
        self.onlyReads = onlyReads
        readers = SQLiteReaders(path: path, steps: steps, most: 8)
        if !onlyReads {
            try SQLiteSchema.makeIfAbsent(path: path, steps: steps)
            do throws(StorageProblem) {
                writer = try openWriter()
            } catch {
                // A disk that is read-only or full now may be written later.
                switch error {
                case .readOnly, .full: break
                default: throw error
                }
            }
        }
        _ = try head()
    }

    package func head() throws(StorageProblem) -> Int {
        try readers.reading { connection throws(StorageProblem) in
            try connection.number("SELECT max(sequence) FROM act") ?? 0
        }
    }

    package func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct] {
        let start = max(0, sequence)
        return try readers.reading { connection throws(StorageProblem) in
            let acts = try connection.acts(after: start, limit: max(0, limit))
            guard !acts.isEmpty else { return [] }
            var place = ChainPlace.start
            if start > 0 {
                guard let link = try connection.link(of: start) else {
                    throw .damaged("act \(start) is missing")
                }
                place = ChainPlace(sequence: start, link: link)
            }
            _ = try place.reading(acts)
            return acts
        }
    }

    package func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        try change.checkLimits()
        var outcome = CommitOutcome.done
        try writing { connection throws(StorageProblem) in
            outcome = try connection.decide(change)
            guard outcome == .done else { return false }
            try connection.write(change)
            return true
        }
        return outcome
    }

    package func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply? {
        try readers.reading { connection throws(StorageProblem) in try connection.reply(to: key) }
    }

    package func file(_ digest: Digest) throws(StorageProblem) -> StoredFile? {
        try readers.reading { connection throws(StorageProblem) in
            var found: StoredFile?
            try connection.run(
                "SELECT type, bytes FROM file WHERE digest = ?", [.bytes(digest.bytes)]
            ) { row throws(StorageProblem) in
                found = StoredFile(type: row.text(0), bytes: row.bytes(1))
            }
            if let found, found.digest != digest { throw .damaged("file \(digest.hex)") }
            return found
        }
    }

    package func secret(_ name: String, at now: Instant) throws(StorageProblem) -> [UInt8]? {
        try readers.reading { connection throws(StorageProblem) in
            var found: [UInt8]?
            try connection.run(
                "SELECT value FROM vault WHERE name = ? AND (expires IS NULL OR expires > ?)",
                [.text(name), .number(now.seconds)]
            ) { row throws(StorageProblem) in found = row.bytes(0) }
            return found
        }
    }

    package func secretNames(
        prefix: String, at now: Instant
    ) throws(StorageProblem) -> [String] {
        try readers.reading { connection throws(StorageProblem) in
            var names: [String] = []
            // No byte of UTF-8 is as high as 0xFF, so every name with the prefix comes before that.
            try connection.run(
                """
                SELECT name FROM vault WHERE name >= ? AND name < ?
                AND (expires IS NULL OR expires > ?) ORDER BY name
                """,
                [.text(prefix), .textBytes(Array(prefix.utf8) + [0xFF]), .number(now.seconds)]
            ) { row throws(StorageProblem) in names.append(row.text(0)) }
            return names
        }
    }

    package func forgetExpired(at now: Instant) throws(StorageProblem) {
        try writing { connection throws(StorageProblem) in
            let moment = SQLiteValue.number(now.seconds)
            let values = try connection.run("DELETE FROM vault WHERE expires <= ?", [moment])
            let answers = try connection.run("DELETE FROM reply WHERE expires <= ?", [moment])
            return values + answers > 0
        }
    }

    package func fileDigests(
        after digest: Digest?, limit: Int
    ) throws(StorageProblem) -> [Digest] {
        try readers.reading { connection throws(StorageProblem) in
            var digests: [Digest] = []
            try connection.run(
                "SELECT digest FROM file WHERE digest > ? ORDER BY digest LIMIT ?",
                [.bytes(digest?.bytes ?? []), .number(max(0, limit))]
            ) { row throws(StorageProblem) in
                guard let digest = Digest(bytes: row.bytes(0)) else {
                    throw .damaged("a file's digest")
                }
                digests.append(digest)
            }
            return digests
        }
    }

    package func replies(
        after key: RequestKey?, limit: Int
    ) throws(StorageProblem) -> [KeptReply] {
        try readers.reading { connection throws(StorageProblem) in
            try connection.replies(after: key, limit: max(0, limit))
        }
    }

    package func vaultEntries(
        after name: String?, limit: Int
    ) throws(StorageProblem) -> [VaultEntry] {
        try readers.reading { connection throws(StorageProblem) in
            try connection.vaultEntries(after: name, limit: max(0, limit))
        }
    }

    package func keep(_ replies: [KeptReply]) throws(StorageProblem) {
        for reply in replies { try reply.checkLimits() }
        try writing { connection throws(StorageProblem) in
            for reply in replies { try connection.insert(reply, orLeave: true) }
            return true
        }
    }

    package func close() {
        readers.close()
        lock.lock()
        defer { lock.unlock() }
        closed = true
        // The last connection to go moves the log into the file.
        writer = nil
    }

    private func writing(
        _ body: (SQLiteConnection) throws(StorageProblem) -> Bool
    ) throws(StorageProblem) {
        lock.lock()
        defer { lock.unlock() }
        if closed { throw .closed }
        if onlyReads { throw .readOnly("\(path) was opened for reading") }
        let connection = try currentWriter()
        do throws(StorageProblem) {
            try connection.transaction { () throws(StorageProblem) in
                // A newer program may have brought the file forward since.
                _ = try SQLiteSchema.isCurrent(connection, path: path, steps: steps)
                return try body(connection)
            }
        } catch {
            // A connection that met a problem is not trusted with the next change.
            writer = nil
            throw error
        }
    }

    /// The connection that writes, opened anew when the path leads to another file than before.
    private func currentWriter() throws(StorageProblem) -> SQLiteConnection {
        if let writer, try writer.identity == FileIdentity(path: path) { return writer }
        writer = nil
        let opened = try openWriter()
        writer = opened
        return opened
    }

    private func openWriter() throws(StorageProblem) -> SQLiteConnection {
        let connection = try SQLiteConnection(path: path, access: .readWrite)
        guard connection.identity.bytes > 0 else {
            throw .damaged("\(path) is empty; a store never is")
        }
        try SQLiteSchema.bringForward(connection, path: path, steps: steps)
        var mode = ""
        try connection.run("PRAGMA journal_mode") { row throws(StorageProblem) in
            mode = row.text(0)
        }
        if mode != "wal" { try connection.script("PRAGMA journal_mode = WAL") }
        // Sessions and hashes that were removed are overwritten; the log is cut back after a rush.
        try connection.script(
            """
            PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
            PRAGMA cell_size_check = ON; PRAGMA journal_size_limit = 67108864;
            """)
        return connection
    }
}
