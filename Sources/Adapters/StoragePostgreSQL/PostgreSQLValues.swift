import CPostgreSQL

/// A value for a statement, in the server's binary form.
enum PostgreSQLValue {
    case number(Int?)
    case text(String?)
    case bytes([UInt8]?)

    /// Source: PostgreSQL 15, `pg_type.dat`: bigint, text and bytea.
    var type: Oid {
        switch self {
        case .number: 20
        case .text: 25
        case .bytes: 17
        }
    }

    var bytes: [UInt8]? {
        switch self {
        case .number(let value):
            value.map { withUnsafeBytes(of: Int64($0).bigEndian) { Array($0) } }
        case .text(let value): value.map { Array($0.utf8) }
        case .bytes(let value): value
        }
    }
}

/// The rows of an answer. Columns are bigint, text, bytea or boolean.
final class PostgreSQLRows {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }
    var isEmpty: Bool { count == 0 }

    func isAbsent(_ row: Int, _ column: Int32) -> Bool {
        PQgetisnull(result, Int32(row), column) == 1
    }

    /// Zero for NULL.
    func number(_ row: Int, _ column: Int32) -> Int {
        bytes(row, column).reduce(0) { $0 << 8 | Int($1) }
    }

    func optionalNumber(_ row: Int, _ column: Int32) -> Int? {
        isAbsent(row, column) ? nil : number(row, column)
    }

    func text(_ row: Int, _ column: Int32) -> String {
        String(decoding: bytes(row, column), as: UTF8.self)
    }

    func bytes(_ row: Int, _ column: Int32) -> [UInt8] {
        guard let start = PQgetvalue(result, Int32(row), column) else { return [] }
        let count = Int(PQgetlength(result, Int32(row), column))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
