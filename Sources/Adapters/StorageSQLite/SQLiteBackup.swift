import CSQLite
import Foundation
import Storage

/// A copy of a store's file, taken while the service writes to it.
package enum SQLiteBackup {
    /// Copies the pages of one moment into a new file that appears whole or not at all.
    ///
    /// The source's readers and writer are not held up. The copy is one file without a log beside it.
    ///
    /// - Parameters:
    ///   - inspect: shown the finished copy before it gets its name; when it throws there is no copy.
    ///   - progress: told how many pages are done, of how many.
    package static func make(
        from path: String, to target: String,
        inspect: (_ draft: String) throws -> Void,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        let draft = "\(target).partial-\(getpid())"
        try SQLiteSchema.makeEmptyFile(draft)
        defer { for end in ["", "-wal", "-shm", "-journal"] { unlink(draft + end) } }
        try copyPages(from: path, to: draft, progress: progress)
        try inspect(draft)
        try publish(draft, as: target)
    }

    /// Gives a finished, closed file its name, unless there is a file of that name.
    package static func publish(_ draft: String, as target: String) throws(StorageProblem) {
        try sync(draft)
        if link(draft, target) == 0 {
            unlink(draft)
        } else {
            let number = errno
            // Some file systems know no second name for a file.
            guard number != EEXIST, access(target, F_OK) != 0, rename(draft, target) == 0 else {
                throw SQLiteProblems.fromDisk(number: number, path: target)
            }
        }
        try SQLiteSchema.syncFolder(of: target)
    }

    private static func copyPages(
        from path: String, to draft: String, progress: (Int, Int) -> Void
    ) throws(StorageProblem) {
        let source = try SQLiteConnection(path: path, access: .readOnly)
        guard try SQLiteSchema.isCurrent(source, path: path, steps: SQLiteSchema.steps) else {
            throw .readOnly("\(path) has an older schema and must be brought forward first")
        }
        // Holds the moment: without it, a commit in between would start the copy anew.
        try source.script("BEGIN")
        _ = try source.number("SELECT max(sequence) FROM act")
        let target = try SQLiteConnection(path: draft, access: .readWrite)
        guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
            throw target.problem()
        }
        var result = SQLITE_OK
        while result == SQLITE_OK {
            result = sqlite3_backup_step(backup, 2048)
            let total = Int(sqlite3_backup_pagecount(backup))
            progress(total - Int(sqlite3_backup_remaining(backup)), total)
        }
        sqlite3_backup_finish(backup)
        guard result == SQLITE_DONE else { throw target.problem() }
        try target.script("PRAGMA journal_mode = DELETE")
    }

    private static func sync(_ path: String) throws(StorageProblem) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw SQLiteProblems.fromDisk(number: errno, path: path) }
        defer { Foundation.close(file) }
        guard fsync(file) == 0 else { throw SQLiteProblems.fromDisk(number: errno, path: path) }
    }
}

extension SQLiteStore {
    /// What SQLite itself finds wrong with a file: pages, indexes, values; empty when nothing is.
    package static func faults(of path: String) throws(StorageProblem) -> [String] {
        let connection = try SQLiteConnection(path: path, access: .readOnly)
        var faults: [String] = []
        try connection.run("PRAGMA integrity_check(20)") { row throws(StorageProblem) in
            if row.text(0) != "ok" { faults.append(row.text(0)) }
        }
        return faults
    }
}
