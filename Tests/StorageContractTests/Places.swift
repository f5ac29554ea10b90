import Cryptography
import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import StorageSQLite
import TestSupport
import Testing

/// The three stores that keep one promise.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, sqlite, postgresql

    /// Those that outlive the program.
    static let lasting: [StoreKind] = [.sqlite, .postgresql]

    var testDescription: String { rawValue }
}

/// An empty place for one store, removed when the test lets go of it.
final class Place: Sendable {
    let kind: StoreKind
    private let memory = MemoryStore()
    private let folder: TemporaryFolder?
    private let database: TestDatabase?

    init(_ kind: StoreKind) throws {
        self.kind = kind
        folder = kind == .sqlite ? try TemporaryFolder() : nil
        database = kind == .postgresql ? try TestServer.shared().makeDatabase() : nil
    }

    deinit {
        folder?.remove()
        try? database?.remove()
    }

    /// Opens the place, once more if need be.
    func open() throws -> any OfficeStore {
        switch kind {
        case .memory: memory
        case .sqlite: try SQLiteStore(path: path)
        case .postgresql: try PostgreSQLStore(url: url)
        }
    }

    /// Of the file of SQLite.
    var path: String { (folder?.path ?? "") + "/office.sqlite" }
    /// Of the database of PostgreSQL.
    var url: String { database?.url ?? "" }

    /// Changes what lies there behind the store's back, as somebody with all rights.
    func tamper(sqlite: String, postgresql: String) throws {
        switch kind {
        case .memory: break
        case .sqlite: try Tool.run("/usr/bin/sqlite3", "-bail", path, sqlite)
        case .postgresql: try database?.sql(postgresql)
        }
    }
}

/// A program that a test calls.
enum Tool {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// What the program prints; throws when it ends with another code than 0.
    @discardableResult
    static func run(_ program: String, _ arguments: String...) throws -> String {
        try run(program, arguments)
    }

    /// By posix_spawn and a file: a pipe's end that some other child inherited would never close.
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let output = NSTemporaryDirectory() + "dobush-tool-\(UUID().uuidString)"
        defer { unlink(output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_CREAT | O_WRONLY, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        let started = posix_spawn(&child, program, &actions, nil, &words, environ)
        guard started == 0 else { throw Failed(description: "\(program): \(started)") }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let bytes = FileManager.default.contents(atPath: output) ?? Data()
        let text = String(decoding: bytes, as: UTF8.self)
        guard status == 0 else {
            throw Failed(description: "\(program) \(arguments): \(text)")
        }
        return text
    }
}

/// Acts that follow one another, for tests that do not care what they say.
struct Chain {
    private(set) var last: StoredAct?
    private(set) var all: [StoredAct] = []

    static let noon = Instant(seconds: 1_937_822_400)

    mutating func next(_ kind: String = "sheet-filed", body: [UInt8] = Array("{}".utf8))
        -> StoredAct
    {
        let act = StoredAct(
            after: last, moment: Self.noon, actor: "clerk@north-004", kind: kind, body: body)
        last = act
        all.append(act)
        return act
    }

    mutating func next(_ count: Int) -> [StoredAct] { (0..<count).map { _ in next() } }
}

extension KeptReply {
    /// An answer that lasts for an hour after noon.
    static func sample(
        _ key: String, account: String = "clerk", body: String = "ok",
        expires: Instant = Chain.noon.adding(minutes: 60)
    ) -> KeptReply {
        KeptReply(
            key: RequestKey(account: account, key: key), request: Digest.of(key), status: 201,
            body: Array(body.utf8), expires: expires)
    }
}

extension StoredFile {
    static func sample(_ text: String, type: String = "image/jpeg") -> StoredFile {
        StoredFile(type: type, bytes: Array(text.utf8))
    }
}

/// Everything in a store, to compare two.
struct Contents: Equatable {
    var acts: [StoredAct]
    var files: [StoredFile]
    var replies: [KeptReply]
    var vault: [VaultEntry]

    init(_ store: any OfficeStore) throws {
        acts = try store.acts(after: 0, limit: 100_000)
        files = try store.fileDigests(after: nil, limit: 100_000).compactMap(store.file)
        replies = try store.replies(after: nil, limit: 100_000)
        vault = try store.vaultEntries(after: nil, limit: 100_000)
    }
}

/// Runs a body in as many threads as said, however few cores there are, and waits for all.
func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for number in 0..<count {
        group.enter()
        Thread {
            body(number)
            group.leave()
        }.start()
    }
    group.wait()
}
