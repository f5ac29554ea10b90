import CPostgreSQL
import Foundation
import Storage

/// One connection, used by one thread at a time, with the statements it has prepared.
///
/// Every call has a limit of time of our own: a server that waits for a standby, or a network that
/// swallows packets, would otherwise hold the caller for ever.
final class PostgreSQLConnection {
    private let handle: OpaquePointer
    private let address: PostgreSQLAddress
    private let patience: Duration
    private let warnings = Warnings()
    private var prepared: [String: String] = [:]

    init(_ address: PostgreSQLAddress, patience: Duration) throws(PostgreSQLFailure) {
        self.address = address
        self.patience = patience
        guard let opened = address.connect() else {
            throw PostgreSQLFailure(.unavailable("no memory for a connection"), broken: true)
        }
        handle = opened
        guard PQstatus(opened) == CONNECTION_OK, PQsetnonblocking(opened, 1) == 0 else {
            // The object is whole by now, so letting go of it ends the connection.
            let why = address.clean(String(cString: PQerrorMessage(opened)))
            throw PostgreSQLFailure(.unavailable(why), broken: true)
        }
        PQsetNoticeReceiver(
            opened, noticed, Unmanaged.passUnretained(warnings).toOpaque())
        try script(Self.session)
    }

    deinit { PQfinish(handle) }

    /// What every session begins with. Commits that are weaker than "flushed here and by the
    /// synchronous standbys" are made that strong; stronger ones stay.
    private static let session = """
        SET search_path = pg_catalog; SET client_min_messages = warning;
        SET statement_timeout = '30s'; SET lock_timeout = '5s';
        SET idle_in_transaction_session_timeout = '60s';
        SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write');
        """

    /// Runs one statement with values, prepared once for this connection.
    @discardableResult
    func run(
        _ sql: String, _ values: [PostgreSQLValue] = []
    ) throws(PostgreSQLFailure) -> PostgreSQLRows {
        let name = try prepare(sql, values)
        var bytes: [[UInt8]?] = []
        for value in values { bytes.append(value.bytes) }
        let sent = withPointers(to: bytes) { places, lengths in
            let formats = [Int32](repeating: 1, count: bytes.count)
            return PQsendQueryPrepared(
                handle, name, Int32(bytes.count), places, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
        return try answer()
    }

    /// Runs statements that have no values; the last answer counts.
    func script(_ sql: String) throws(PostgreSQLFailure) {
        guard PQsendQuery(handle, sql) == 1 else { throw lost() }
        _ = try answer()
    }

    /// Ends the transaction so that it is kept.
    ///
    /// - Returns: true when the server has said so without a warning. "Committed locally, but might
    ///   not have been replicated" comes as a success with a warning, in the server's language; a
    ///   promise must not rest on it.
    func commit() throws(PostgreSQLFailure) -> Bool {
        warnings.count = 0
        try script("COMMIT")
        return warnings.count == 0
    }

    /// Ends the transaction so that nothing is kept; false when the connection is of no use any more.
    func rollback() -> Bool {
        PQtransactionStatus(handle) == PQTRANS_IDLE || (try? script("ROLLBACK")) != nil
    }

    private func prepare(
        _ sql: String, _ values: [PostgreSQLValue]
    ) throws(PostgreSQLFailure) -> String {
        if let known = prepared[sql] { return known }
        let name = "s\(prepared.count)"
        let types = values.map(\.type)
        guard PQsendPrepare(handle, name, sql, Int32(types.count), types) == 1 else {
            throw lost()
        }
        _ = try answer()
        prepared[sql] = name
        return name
    }

    /// Sends what is to be sent and waits for the whole answer, within the limit of time.
    private func answer() throws(PostgreSQLFailure) -> PostgreSQLRows {
        let deadline = ContinuousClock.now + patience
        while true {
            let left = PQflush(handle)
            if left == 0 { break }
            if left < 0 { throw lost() }
            try wait(for: POLLIN | POLLOUT, until: deadline)
        }
        var kept: PostgreSQLRows?
        var failure: PostgreSQLFailure?
        while true {
            while PQisBusy(handle) == 1 { try wait(for: POLLIN, until: deadline) }
            guard let result = PQgetResult(handle) else { break }
            let rows = PostgreSQLRows(result)
            switch PQresultStatus(result) {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: kept = rows
            default: failure = failure ?? self.failure(of: result)
            }
        }
        if let failure { throw failure }
        guard let kept else { throw lost() }
        return kept
    }

    private func wait(for events: Int32, until deadline: ContinuousClock.Instant)
        throws(PostgreSQLFailure)
    {
        let left = deadline - ContinuousClock.now
        let milliseconds =
            left.components.seconds * 1000 + left.components.attoseconds / Int64(1e15)
        var socket = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
        guard milliseconds > 0, socket.fd >= 0 else { throw slow() }
        let ready = poll(&socket, 1, Int32(clamping: milliseconds))
        if ready == 0 { throw slow() }
        if ready < 0, errno != EINTR { throw lost() }
        if socket.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
            guard PQconsumeInput(handle) == 1 else { throw lost() }
        }
    }

    private func failure(of result: OpaquePointer) -> PostgreSQLFailure {
        let text = address.clean(String(cString: PQresultErrorMessage(result)))
        let state = diagnosis(result, "C")
        if PQstatus(handle) != CONNECTION_OK || state.isEmpty {
            return PostgreSQLFailure(.unavailable(text), state: state, broken: true)
        }
        return PostgreSQLFailure(state: state, message: text)
    }

    private func lost() -> PostgreSQLFailure {
        let text = address.clean(String(cString: PQerrorMessage(handle)))
        return PostgreSQLFailure(.unavailable(text), broken: true)
    }

    private func slow() -> PostgreSQLFailure {
        PostgreSQLFailure(
            .unavailable("\(address.shown): no answer within \(patience)"), broken: true)
    }
}

/// How many warnings the server has sent.
private final class Warnings {
    var count = 0
}

/// Called by libpq, on the thread that reads the connection.
private func noticed(context: UnsafeMutableRawPointer?, result: OpaquePointer?) {
    guard let context, let result, diagnosis(result, "V") == "WARNING" else { return }
    Unmanaged<Warnings>.fromOpaque(context).takeUnretainedValue().count += 1
}

/// A field of a message of the server: `C` is the state, `V` the severity, in no language.
private func diagnosis(_ result: OpaquePointer, _ field: Character) -> String {
    let code = Int32(field.asciiValue ?? 0)
    return PQresultErrorField(result, code).map { String(cString: $0) } ?? ""
}

/// Shows values to a C function as addresses and lengths; an absent one has no address.
private func withPointers<Result>(
    to values: [[UInt8]?],
    _ body: ([UnsafePointer<CChar>?], [Int32]) -> Result
) -> Result {
    let buffers = values.map { value in
        value.map { bytes in
            // One byte more, since no address at all would mean NULL.
            let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawPointer(buffer).copyMemory(
                    from: source.baseAddress ?? UnsafeRawPointer(buffer), byteCount: bytes.count)
            }
            return buffer
        }
    }
    defer { for buffer in buffers { buffer?.deallocate() } }
    return body(
        buffers.map { $0.map { UnsafePointer($0) } }, values.map { Int32($0?.count ?? 0) })
}
