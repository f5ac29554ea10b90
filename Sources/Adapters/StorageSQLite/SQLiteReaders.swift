import Foundation
import Storage

/// Connections for reading, each used by one thread at a time. Readers see the last commit and never
/// hold up the writer.
final class SQLiteReaders: @unchecked Sendable {
    private let condition = NSCondition()
    private let path: String
    private let steps: [String]
    private let most: Int
    private var idle: [SQLiteConnection] = []
    private var lent = 0
    private var closed = false

    init(path: String, steps: [String], most: Int) {
        self.path = path
        self.steps = steps
        self.most = most
    }

    func reading<Value>(
        _ body: (SQLiteConnection) throws(StorageProblem) -> Value
    ) throws(StorageProblem) -> Value {
        let connection = try borrow()
        do throws(StorageProblem) {
            let value = try body(connection)
            giveBack(connection)
            return value
        } catch {
            giveBack(nil)
            throw error
        }
    }

    func close() {
        condition.lock()
        defer { condition.unlock() }
        closed = true
        idle = []
        condition.broadcast()
    }

    private func borrow() throws(StorageProblem) -> SQLiteConnection {
        let kept = try takeTurn()
        do throws(StorageProblem) {
            if let kept, try kept.identity == FileIdentity(path: path) { return kept }
            return try open()
        } catch {
            giveBack(nil)
            throw error
        }
    }

    /// Waits until fewer than the most connections are lent.
    private func takeTurn() throws(StorageProblem) -> SQLiteConnection? {
        condition.lock()
        defer { condition.unlock() }
        while lent >= most, !closed { condition.wait() }
        if closed { throw .closed }
        lent += 1
        return idle.popLast()
    }

    private func giveBack(_ connection: SQLiteConnection?) {
        condition.lock()
        defer { condition.unlock() }
        lent -= 1
        // One that reads without locks is right only while nobody can write.
        if let connection, !closed, connection.access == .readOnly { idle.append(connection) }
        condition.signal()
    }

    private func open() throws(StorageProblem) -> SQLiteConnection {
        do throws(StorageProblem) {
            return try opened(.readOnly)
        } catch {
            // On a read-only disk the shared index of the log cannot be made; without a log it is
            // not needed.
            guard case .readOnly = error, access(path + "-wal", F_OK) != 0 else { throw error }
            return try opened(.immutable)
        }
    }

    private func opened(_ access: SQLiteConnection.Access) throws(StorageProblem)
        -> SQLiteConnection
    {
        let connection = try SQLiteConnection(path: path, access: access)
        guard connection.identity.bytes > 0 else {
            throw .damaged("\(path) is empty; a store never is")
        }
        guard try SQLiteSchema.isCurrent(connection, path: path, steps: steps) else {
            throw .readOnly("\(path) has an older schema and must be brought forward first")
        }
        return connection
    }
}
