import Cryptography
import Foundation
import Primitives
import Storage

/// The store beyond one machine: a schema `dobush` in a database of PostgreSQL.
///
/// One connection writes, under a lock; a few read. After the server was started again both connect
/// anew by themselves. Several programs may use one database: whoever is behind is told so.
package final class PostgreSQLStore: OfficeStore, Sendable {
    private let writer: PostgreSQLWriter
    private let readers: PostgreSQLReaders
    private let frozen: Bool
    /// Where the store is, without its password.
    package let place: String

    /// Opens the database, makes the schema when there is none, and brings an older one forward.
    ///
    /// - Parameters:
    ///   - url: as libpq reads it, with its parameters for TLS and for several hosts.
    ///   - frozen: true to read everything as it is now, and to write nothing.
    ///   - patience: how long the server may be silent in one call. A commit that has to be asked for
    ///     may take three times as long.
    ///   - steps: of the schema; others than the usual ones only in tests.
    package init(
        url: String, frozen: Bool = false, patience: Duration = .seconds(20),
        steps: [String] = PostgreSQLSchema.steps
    ) throws(StorageProblem) {
        let address = try PostgreSQLAddress(url)
        self.frozen = frozen
        place = address.shown
        writer = PostgreSQLWriter(address, patience: patience, steps: steps)
        readers = PostgreSQLReaders(
            address, patience: patience, known: steps.count, frozen: frozen)
        if !frozen { try writer.open() }
        _ = try head()
    }

    package func head() throws(StorageProblem) -> Int {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.head().sequence
        }
    }

    package func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct] {
        let start = max(0, sequence)
        return try readers.reading { connection throws(PostgreSQLFailure) in
            let acts = try connection.acts(after: start, limit: max(0, limit))
            guard !acts.isEmpty else { return [] }
            var place = ChainPlace.start
            if start > 0 {
                guard let link = try connection.link(of: start) else {
                    throw PostgreSQLFailure(.damaged("act \(start) is missing"))
                }
                place = ChainPlace(sequence: start, link: link)
            }
            do throws(StorageProblem) { _ = try place.reading(acts) } catch {
                throw PostgreSQLFailure(error)
            }
            return acts
        }
    }

    package func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        try change.checkLimits()
        try refuseIfFrozen()
        return try writer.commit(change)
    }

    package func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply? {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.reply(to: key)
        }
    }

    package func file(_ digest: Digest) throws(StorageProblem) -> StoredFile? {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.file(digest)
        }
    }

    package func secret(_ name: String, at now: Instant) throws(StorageProblem) -> [UInt8]? {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.secret(name, at: now)
        }
    }

    package func secretNames(
        prefix: String, at now: Instant
    ) throws(StorageProblem) -> [String] {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.secretNames(prefix: prefix, at: now)
        }
    }

    package func forgetExpired(at now: Instant) throws(StorageProblem) {
        try refuseIfFrozen()
        try writer.write { connection throws(PostgreSQLFailure) in
            let moment = PostgreSQLValue.number(now.seconds)
            try connection.run("DELETE FROM dobush.vault WHERE expires <= $1", [moment])
            try connection.run("DELETE FROM dobush.reply WHERE expires <= $1", [moment])
        }
    }

    package func fileDigests(
        after digest: Digest?, limit: Int
    ) throws(StorageProblem) -> [Digest] {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.fileDigests(after: digest, limit: max(0, limit))
        }
    }

    package func replies(
        after key: RequestKey?, limit: Int
    ) throws(StorageProblem) -> [KeptReply] {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.replies(after: key, limit: max(0, limit))
        }
    }

    package func vaultEntries(
        after name: String?, limit: Int
    ) throws(StorageProblem) -> [VaultEntry] {
        try readers.reading { connection throws(PostgreSQLFailure) in
            try connection.vaultEntries(after: name, limit: max(0, limit))
        }
    }

    package func keep(_ replies: [KeptReply]) throws(StorageProblem) {
        for reply in replies { try reply.checkLimits() }
        try refuseIfFrozen()
        try writer.write { connection throws(PostgreSQLFailure) in
            for reply in replies { try connection.insert(reply, orLeave: true) }
        }
    }

    package func close() {
        readers.close()
        writer.close()
    }

    private func refuseIfFrozen() throws(StorageProblem) {
        if frozen { throw .readOnly("\(place) was opened for reading") }
    }
}
