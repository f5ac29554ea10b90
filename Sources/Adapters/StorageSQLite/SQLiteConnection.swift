import CSQLite
import Storage

/// One connection to a database file, with the statements it has prepared.
///
/// Used by one thread at a time; SQLite's own locks on connections are off.
final class SQLiteConnection {
    enum Access {
        case readWrite, readOnly
        /// For a file on a read-only disk whose last writer closed it: no lock and no log is needed.
        case immutable
    }

    let access: Access
    /// Which file was opened; the path may lead to another one later.
    let identity: FileIdentity
    let handle: OpaquePointer
    private let path: String
    private var statements: [String: OpaquePointer] = [:]

    /// Opens a file that is there.
    ///
    /// - Parameter patience: how long another program's lock is waited for, in milliseconds.
    init(path: String, access: Access, patience: Int = 5000) throws(StorageProblem) {
        identity = try FileIdentity(path: path)
        self.path = path
        self.access = access
        let name = access == .immutable ? "file:\(path.escapedForURI)?immutable=1" : path
        var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        flags |= access == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        if access == .immutable { flags |= SQLITE_OPEN_URI }
        var opened: OpaquePointer?
        let result = sqlite3_open_v2(name, &opened, flags, nil)
        guard let opened else { throw .unavailable("\(path): no memory to open it") }
        handle = opened
        guard result == SQLITE_OK, dobush_sqlite_defend(opened) == SQLITE_OK else {
            // The object is whole by now, so letting go of it closes the connection.
            throw SQLiteProblems.problem(of: opened, path: path)
        }
        sqlite3_busy_timeout(opened, Int32(patience))
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Runs one statement and shows each row of its answer.
    ///
    /// - Returns: how many rows the statement changed.
    @discardableResult
    func run(
        _ sql: String, _ values: [SQLiteValue] = [],
        each: (SQLiteRow) throws(StorageProblem) -> Void = { _ throws(StorageProblem) in }
    ) throws(StorageProblem) -> Int {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (place, value) in values.enumerated() {
            guard value.bind(to: statement, at: Int32(place + 1)) == SQLITE_OK else {
                throw problem()
            }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try each(SQLiteRow(statement: statement))
            case SQLITE_DONE: return Int(sqlite3_changes(handle))
            default: throw problem()
            }
        }
    }

    /// Runs several statements that have no values and no answer.
    func script(_ sql: String) throws(StorageProblem) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw problem() }
    }

    /// The first value of the first row, as a number; nil for an answer without rows.
    func number(_ sql: String, _ values: [SQLiteValue] = []) throws(StorageProblem) -> Int? {
        var found: Int?
        try run(sql, values) { row throws(StorageProblem) in found = found ?? row.number(0) }
        return found
    }

    /// All or nothing: what `body` writes is kept only when it returns true and the disk agrees.
    func transaction(
        _ body: () throws(StorageProblem) -> Bool
    ) throws(StorageProblem) {
        try run("BEGIN IMMEDIATE")
        do throws(StorageProblem) {
            if try body() { try run("COMMIT") } else { try run("ROLLBACK") }
        } catch {
            // SQLite has rolled back by itself after some failures.
            if sqlite3_get_autocommit(handle) == 0 { _ = try? run("ROLLBACK") }
            throw error
        }
    }

    func problem() -> StorageProblem { SQLiteProblems.problem(of: handle, path: path) }

    private func prepared(_ sql: String) throws(StorageProblem) -> OpaquePointer {
        if let known = statements[sql] { return known }
        var made: OpaquePointer?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        guard sqlite3_prepare_v3(handle, sql, -1, flags, &made, nil) == SQLITE_OK, let made else {
            throw problem()
        }
        statements[sql] = made
        return made
    }
}

/// A value for a statement.
enum SQLiteValue {
    case number(Int)
    case text(String)
    /// A text given as bytes; they need not be UTF-8.
    case textBytes([UInt8])
    case bytes([UInt8])
    case none

    static func number(_ value: Int?) -> SQLiteValue { value.map { .number($0) } ?? .none }

    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch self {
        case .number(let value): return sqlite3_bind_int64(statement, place, Int64(value))
        case .text(let value):
            var text = value
            return text.withUTF8 { Self.bind(text: $0, to: statement, at: place) }
        case .textBytes(let value):
            return value.withUnsafeBufferPointer { Self.bind(text: $0, to: statement, at: place) }
        case .bytes(let value):
            return value.withUnsafeBytes {
                dobush_sqlite_bind_bytes(statement, place, $0.baseAddress, UInt64($0.count))
            }
        case .none: return sqlite3_bind_null(statement, place)
        }
    }

    private static func bind(
        text: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, at place: Int32
    ) -> Int32 {
        // An empty buffer may have no address, which SQLite would take for NULL.
        guard let start = text.baseAddress, !text.isEmpty else {
            return dobush_sqlite_bind_text(statement, place, "", 0)
        }
        return start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            dobush_sqlite_bind_text(statement, place, $0, UInt64(text.count))
        }
    }
}

/// One row of an answer, good until the next row.
struct SQLiteRow {
    fileprivate let statement: OpaquePointer

    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    func optionalNumber(_ column: Int32) -> Int? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : number(column)
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func bytes(_ column: Int32) -> [UInt8] {
        // The address first: asking for it may change the form that the length is of.
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        let count = Int(sqlite3_column_bytes(statement, column))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}

extension String {
    fileprivate var escapedForURI: String {
        utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
