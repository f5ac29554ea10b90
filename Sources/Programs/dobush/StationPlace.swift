import Ballots
import CountingStation
import Cryptography
import Elections
import Formats
import Foundation
import Primitives
import StationCount
import StationExport
import Storage
import StorageSQLite

/// One station's count as the command line names it: its folder, its key, its second medium.
final class StationPlace {
    let folder: String
    let book: CountBook
    let identity: CountIdentity
    let definition: ElectionDefinition
    let layouts: [BallotLayout]
    private let source: (definition: [UInt8], layouts: [UInt8])
    private let lock: StationLock

    static func file(_ folder: String) -> String { folder + "/station.sqlite" }

    /// Opens a count that is prepared.
    init(_ invocation: Invocation) throws {
        folder = try invocation.required("--data", for: "the folder of the station's count")
        guard FileManager.default.fileExists(atPath: Self.file(folder)) else {
            throw CountProblem.notPrepared
        }
        let store = try SQLiteStore(path: Self.file(folder))
        book = try CountBook(store, now: Self.now)
        guard let identity = book.state.identity else { throw CountProblem.notPrepared }
        self.identity = identity
        guard let definition = try store.file(identity.definition),
            let layouts = try store.file(identity.layouts)
        else { throw StorageProblem.damaged("the definition is not in the store") }
        source = (definition.bytes, layouts.bytes)
        self.definition = try Documents.decode(
            ElectionDefinition.self, from: Data(definition.bytes), name: "definition.json")
        self.layouts = try Documents.decode(
            [BallotLayout].self, from: Data(layouts.bytes), name: "ballot-layouts.json")
        lock = StationLock(folder + "/lock")
    }

    static func now() -> Instant {
        Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
    }

    /// Does one thing while no other program does anything in this folder.
    func alone<Value>(_ body: () throws -> Value) throws -> Value { try lock.holding(body) }

    /// The second medium, with the key that signs it.
    func medium(_ invocation: Invocation, mayBegin: Bool = false) throws -> ExportFolder {
        let path = try invocation.required("--export", for: "the folder on the second medium")
        let key = try MemberKey(invocation.required("--key", for: "the station's key file")).key
        guard NoteKey(text: identity.key)?.key == key.verifyingKey else {
            throw CountProblem.otherKey
        }
        return ExportFolder(
            path: path, definition: definition, source: source, key: key, mayBegin: mayBegin)
    }

    /// Brings the medium into step; what a command has done stays done when it cannot.
    func follow(_ medium: ExportFolder) throws { try medium.follow(book) }
}

/// Keeps two programs from writing one export at a time.
final class StationLock {
    private let file: Int32

    init(_ path: String) {
        file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    }

    deinit { close(file) }

    func holding<Value>(_ body: () throws -> Value) throws -> Value {
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw StorageProblem.unavailable("the folder's lock cannot be taken")
            }
        }
        defer { flock(file, LOCK_UN) }
        return try body()
    }
}
