import CSQLite
import Foundation
import Storage

/// The tables, and how a file of an older program is brought forward.
///
/// `user_version` counts the steps that were taken; `application_id` marks the file as ours.
package enum SQLiteSchema {
    /// "Dobu" in ASCII.
    static let mark = 0x446F_6275

    /// In the order in which they are taken. A step that was ever released never changes.
    package static let steps: [String] = [
        """
        CREATE TABLE act (
            sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
            moment INTEGER NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            link BLOB NOT NULL CHECK (length(link) = 32),
            body BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER act_is_never_changed BEFORE UPDATE ON act
            BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
        CREATE TRIGGER act_is_never_removed BEFORE DELETE ON act
            BEGIN SELECT RAISE(ABORT, 'acts are never removed'); END;

        CREATE TABLE file (
            digest BLOB PRIMARY KEY NOT NULL CHECK (length(digest) = 32),
            type TEXT NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER file_is_never_changed BEFORE UPDATE ON file
            BEGIN SELECT RAISE(ABORT, 'files are never changed'); END;
        CREATE TRIGGER file_is_never_removed BEFORE DELETE ON file
            BEGIN SELECT RAISE(ABORT, 'files are never removed'); END;

        CREATE TABLE reply (
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            request BLOB NOT NULL CHECK (length(request) = 32),
            status INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (account, key)
        ) STRICT;
        CREATE INDEX reply_expires ON reply (expires);

        CREATE TABLE vault (
            name TEXT PRIMARY KEY NOT NULL,
            expires INTEGER,
            value BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX vault_expires ON vault (expires) WHERE expires IS NOT NULL;
        """
    ]

    /// Brings a file forward to the last step, under the lock that every writer needs.
    static func bringForward(
        _ connection: SQLiteConnection, path: String, steps: [String]
    ) throws(StorageProblem) {
        if try isCurrent(connection, path: path, steps: steps) { return }
        try connection.transaction { () throws(StorageProblem) in
            let version = try version(connection)
            guard version < steps.count else { return false }
            for step in steps[version...] { try connection.script(step) }
            try connection.script(
                "PRAGMA user_version = \(steps.count); PRAGMA application_id = \(mark);")
            return true
        }
        guard try isCurrent(connection, path: path, steps: steps) else {
            throw .damaged("\(path): the schema did not come forward")
        }
    }

    /// True for the newest schema, false for an older one.
    ///
    /// - Throws: ``StorageProblem/newerSchema(found:known:)``, or ``StorageProblem/foreign(_:)`` for
    ///   the file of another program.
    static func isCurrent(
        _ connection: SQLiteConnection, path: String, steps: [String]
    ) throws(StorageProblem) -> Bool {
        let version = try version(connection)
        let marked = try connection.number("PRAGMA application_id") == mark
        guard marked else {
            let tables = try connection.number("SELECT count(*) FROM sqlite_schema") ?? 0
            if version == 0, tables == 0 { return false }
            throw .foreign("\(path) is a database of another program")
        }
        guard version <= steps.count else {
            throw .newerSchema(found: version, known: steps.count)
        }
        return version == steps.count
    }

    private static func version(_ connection: SQLiteConnection) throws(StorageProblem) -> Int {
        try connection.number("PRAGMA user_version") ?? 0
    }

    /// Makes a new store, unless there is a file; it appears whole or not at all.
    ///
    /// A file without bytes is therefore never a store that was about to be made, but one that
    /// somebody emptied.
    static func makeIfAbsent(path: String, steps: [String]) throws(StorageProblem) {
        if access(path, F_OK) == 0 { return }
        let draft = "\(path).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        try makeEmptyFile(draft)
        defer { for end in ["", "-wal", "-shm", "-journal"] { unlink(draft + end) } }
        try make(draft, steps: steps)
        if link(draft, path) != 0 {
            let number = errno
            if number == EEXIST { return }
            // Some file systems know no second name for a file.
            guard number == EPERM || number == ENOTSUP || number == EMLINK,
                rename(draft, path) == 0
            else { throw SQLiteProblems.fromDisk(number: number, path: path) }
        }
        try syncFolder(of: path)
    }

    private static func make(_ draft: String, steps: [String]) throws(StorageProblem) {
        let connection = try SQLiteConnection(path: draft, access: .readWrite)
        try connection.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        try bringForward(connection, path: draft, steps: steps)
    }

    /// Makes a file that only its owner may read and write.
    static func makeEmptyFile(_ path: String) throws(StorageProblem) {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SQLiteProblems.fromDisk(number: errno, path: path) }
        Foundation.close(file)
    }

    /// Makes the names in the folder of `path` outlive a power cut.
    static func syncFolder(of path: String) throws(StorageProblem) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let file = open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw SQLiteProblems.fromDisk(number: errno, path: folder) }
        defer { Foundation.close(file) }
        guard fsync(file) == 0 || errno == EINVAL else {
            throw SQLiteProblems.fromDisk(number: errno, path: folder)
        }
    }
}
