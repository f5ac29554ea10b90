import CSQLite
import Foundation
import Storage

/// What SQLite and the disk answer, as problems of a store.
enum SQLiteProblems {
    /// The problem of the connection's last call.
    static func problem(of handle: OpaquePointer, path: String) -> StorageProblem {
        problem(
            code: sqlite3_extended_errcode(handle),
            message: String(cString: sqlite3_errmsg(handle)), path: path,
            system: sqlite3_system_errno(handle))
    }

    private static func problem(
        code: Int32, message: String, path: String, system: Int32
    ) -> StorageProblem {
        let why = "\(path): \(message)"
        switch code & 0xFF {
        case SQLITE_FULL: return .full(why)
        case SQLITE_READONLY where code == SQLITE_READONLY | (4 << 8):
            return .unavailable("\(path): the file was moved away under the running program")
        case SQLITE_READONLY, SQLITE_PERM: return .readOnly(why)
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy(why)
        case SQLITE_NOTADB: return .foreign("\(path) is not a database")
        case SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_SCHEMA: return .damaged(why)
        case SQLITE_CANTOPEN, SQLITE_IOERR:
            // The log beside the file could not be made: the last error is then of looking for it.
            let folder = URL(filePath: path).deletingLastPathComponent().path
            let locked = access(path, F_OK) == 0 && access(folder, W_OK) != 0
            return fromDisk(number: locked ? errno : system, path: path, otherwise: message)
        // A table that is missing, or a statement that this schema does not know.
        case SQLITE_ERROR: return .damaged(why)
        default: return .unavailable(why)
        }
    }

    /// The problem that the system's error number tells of, after a failed call on `path`.
    static func fromDisk(
        number: Int32, path: String, otherwise: String = "cannot be opened"
    ) -> StorageProblem {
        let why = "\(path): \(number == 0 ? otherwise : String(cString: strerror(number)))"
        switch number {
        case ENOSPC, EDQUOT, EFBIG: return .full(why)
        case EROFS, EACCES, EPERM: return .readOnly(why)
        default: return .unavailable(why)
        }
    }
}

/// Which file a path leads to. A file that was replaced while we had it open would swallow what is
/// written to it.
struct FileIdentity: Equatable {
    private let device: UInt
    private let node: UInt
    let bytes: Int

    init(path: String) throws(StorageProblem) {
        var found = stat()
        guard stat(path, &found) == 0 else {
            throw SQLiteProblems.fromDisk(number: errno, path: path)
        }
        device = UInt(found.st_dev)
        node = UInt(found.st_ino)
        bytes = Int(found.st_size)
    }

    static func == (left: FileIdentity, right: FileIdentity) -> Bool {
        left.device == right.device && left.node == right.node
    }
}
