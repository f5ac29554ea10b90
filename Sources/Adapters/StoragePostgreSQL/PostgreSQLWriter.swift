import Foundation
import Storage

/// The one connection that writes, and what happens when it breaks.
final class PostgreSQLWriter: @unchecked Sendable {
    private let lock = NSLock()
    private let address: PostgreSQLAddress
    private let patience: Duration
    private let steps: [String]
    private var connection: PostgreSQLConnection?
    private var closed = false

    init(_ address: PostgreSQLAddress, patience: Duration, steps: [String]) {
        self.address = address
        self.patience = patience
        self.steps = steps
    }

    /// What a transaction has come to before it is committed.
    private enum Verdict {
        case write
        /// Nothing is to be written. `promised` when the answer rests on what others have kept.
        case answer(CommitOutcome, promised: Bool)
    }

    func open() throws(StorageProblem) {
        lock.lock()
        defer { lock.unlock() }
        do throws(PostgreSQLFailure) {
            let connection = try PostgreSQLConnection(address, patience: patience)
            try PostgreSQLSchema.bringForward(connection, steps: steps)
            self.connection = connection
        } catch {
            throw error.problem
        }
    }

    func close() {
        lock.lock()
        defer { lock.unlock() }
        closed = true
        connection = nil
    }

    /// Keeps a change, looking again after a race, connecting again after a break, and finding out
    /// after a break in the middle of the commit.
    func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        try attempting { connection, unsure throws(PostgreSQLFailure) in
            switch try Self.decide(change, connection, unsure: unsure) {
            case .write:
                try connection.write(change)
                return .done
            case .answer(let outcome, let promised):
                guard promised else { return .rolledBack(outcome) }
                try connection.writeMark()
                return outcome == .done ? .done : .confirmed(outcome)
            }
        }
    }

    /// Does what may be done twice without harm.
    func write(
        _ body: (PostgreSQLConnection) throws(PostgreSQLFailure) -> Void
    ) throws(StorageProblem) {
        _ = try attempting { connection, _ throws(PostgreSQLFailure) in
            try body(connection)
            return .done
        }
    }

    /// How a transaction is to end.
    private enum Ending {
        /// Committed; the change is kept.
        case done
        /// Committed, to be sure that what the outcome tells of is kept everywhere.
        case confirmed(CommitOutcome)
        case rolledBack(CommitOutcome)
    }

    private static func decide(
        _ change: Change, _ connection: PostgreSQLConnection, unsure: Bool
    ) throws(PostgreSQLFailure) -> Verdict {
        let earlier: KeptReply? =
            if let reply = change.reply { try connection.reply(to: reply.key) } else { nil }
        if unsure, let act = change.acts.last, change.reply == earlier,
            try connection.link(of: act.sequence) == act.link
        {
            return .answer(.done, promised: true)
        }
        if unsure, change.acts.isEmpty, change.reply != nil, change.reply == earlier {
            return .answer(.done, promised: true)
        }
        if let earlier { return .answer(.answered(earlier), promised: true) }
        guard !change.acts.isEmpty else { return .write }
        let head = try connection.head()
        guard head.sequence == change.after else {
            return .answer(.behind(head: head.sequence), promised: false)
        }
        do throws(StorageProblem) { try change.checkChain(onto: head) } catch {
            throw PostgreSQLFailure(error)
        }
        return .write
    }

    /// Runs a transaction until it is known what became of it.
    ///
    /// `unsure` is true for `body` when an earlier attempt may have been kept.
    private func attempting(
        _ body: (PostgreSQLConnection, _ unsure: Bool) throws(PostgreSQLFailure) -> Ending
    ) throws(StorageProblem) -> CommitOutcome {
        lock.lock()
        defer { lock.unlock() }
        if closed { throw .closed }
        let deadline = ContinuousClock.now + patience * 2
        var unsure: StorageProblem?
        var breaks = 0
        var races = 0
        while true {
            var committing = false
            do throws(PostgreSQLFailure) {
                return try once(body, unsure: unsure != nil, committing: &committing)
            } catch {
                if committing, error.broken || error.state == Self.unreplicated {
                    unsure = error.problem
                }
                // A server that may only be read may be the wrong one of several.
                if error.broken || error.state == "25006" { connection = nil } else { clean() }
                breaks += error.broken ? 1 : 0
                races += error.isRace ? 1 : 0
                let again =
                    unsure != nil && ContinuousClock.now < deadline
                    || error.broken && breaks == 1 || error.isRace && races < 20
                if again {
                    if unsure != nil { Thread.sleep(forTimeInterval: 0.1) }
                    continue
                }
                if let unsure { throw .outcomeUnknown(unsure.reason) }
                throw error.problem
            }
        }
    }

    /// Not a state of the server: its success came with a warning.
    private static let unreplicated = "local"

    private func once(
        _ body: (PostgreSQLConnection, Bool) throws(PostgreSQLFailure) -> Ending, unsure: Bool,
        committing: inout Bool
    ) throws(PostgreSQLFailure) -> CommitOutcome {
        let connection = try current()
        try connection.script("BEGIN ISOLATION LEVEL READ COMMITTED")
        // A newer program may have brought the schema forward since.
        try PostgreSQLSchema.refuseNewer(connection, known: steps.count)
        let ending = try body(connection, unsure)
        if case .rolledBack(let outcome) = ending {
            if !connection.rollback() { self.connection = nil }
            return outcome
        }
        if case .done = ending { committing = true }
        guard try connection.commit() else {
            throw PostgreSQLFailure(
                .unavailable("\(address.shown): no standby has confirmed the change"),
                state: Self.unreplicated)
        }
        if case .confirmed(let outcome) = ending { return outcome }
        return .done
    }

    private func current() throws(PostgreSQLFailure) -> PostgreSQLConnection {
        if let connection { return connection }
        let opened = try PostgreSQLConnection(address, patience: patience)
        try PostgreSQLSchema.bringForward(opened, steps: steps)
        connection = opened
        return opened
    }

    /// Leaves no transaction open.
    private func clean() {
        guard let connection else { return }
        if !connection.rollback() { self.connection = nil }
    }
}

extension StorageProblem {
    /// The particulars alone, to be told in another problem.
    fileprivate var reason: String {
        switch self {
        case .unavailable(let why), .busy(let why): why
        default: summary
        }
    }
}
