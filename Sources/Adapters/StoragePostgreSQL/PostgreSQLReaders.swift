import Foundation
import Storage

/// Connections for reading, each used by one thread at a time.
final class PostgreSQLReaders: @unchecked Sendable {
    private let condition = NSCondition()
    private let address: PostgreSQLAddress
    private let patience: Duration
    private let known: Int
    private let frozen: Bool
    private let most: Int
    private var idle: [PostgreSQLConnection] = []
    private var lent = 0
    private var opened = false
    private var closed = false

    /// - Parameters:
    ///   - known: steps of the schema that this program knows.
    ///   - frozen: true to read everything as it was at the first call, through one connection.
    init(_ address: PostgreSQLAddress, patience: Duration, known: Int, frozen: Bool) {
        self.address = address
        self.patience = patience
        self.known = known
        self.frozen = frozen
        most = frozen ? 1 : 6
    }

    func reading<Value>(
        _ body: (PostgreSQLConnection) throws(PostgreSQLFailure) -> Value
    ) throws(StorageProblem) -> Value {
        let kept = try takeTurn()
        var usable: PostgreSQLConnection?
        defer { giveBack(usable) }
        do throws(PostgreSQLFailure) {
            if let kept {
                do throws(PostgreSQLFailure) {
                    let value = try body(kept)
                    usable = kept
                    return value
                } catch {
                    // The server was started anew since: the others that wait here are dead as well.
                    guard error.broken, !frozen else { throw error }
                    forgetIdle()
                }
            }
            let fresh = try open()
            let value = try body(fresh)
            usable = fresh
            return value
        } catch {
            throw error.problem
        }
    }

    func close() {
        condition.lock()
        defer { condition.unlock() }
        closed = true
        idle = []
        condition.broadcast()
    }

    private func open() throws(PostgreSQLFailure) -> PostgreSQLConnection {
        let connection = try PostgreSQLConnection(address, patience: patience)
        if frozen {
            guard !opened else {
                throw PostgreSQLFailure(.unavailable("the connection broke; begin again"))
            }
            opened = true
            try connection.script(
                """
                SET idle_in_transaction_session_timeout = 0;
                BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
                """)
        }
        guard try PostgreSQLSchema.version(connection, known: known) == known else {
            throw PostgreSQLFailure(
                .foreign("the database has no schema dobush, or one that is to be brought forward"))
        }
        return connection
    }

    private func takeTurn() throws(StorageProblem) -> PostgreSQLConnection? {
        condition.lock()
        defer { condition.unlock() }
        while lent >= most, !closed { condition.wait() }
        if closed { throw .closed }
        lent += 1
        return idle.popLast()
    }

    private func giveBack(_ connection: PostgreSQLConnection?) {
        condition.lock()
        defer { condition.unlock() }
        lent -= 1
        if let connection, !closed { idle.append(connection) }
        condition.signal()
    }

    private func forgetIdle() {
        condition.lock()
        defer { condition.unlock() }
        idle = []
    }
}
