import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import StorageSQLite

/// Where the store of a results office is, as the command line names it.
enum StorePlace: Sendable {
    /// `office.sqlite` in a folder.
    case folder(String)
    /// A database of PostgreSQL.
    case database(String)

    /// From `--data` or `--database`, one of which is needed.
    ///
    /// - Parameter usual: the folder when neither is named; nil where one must be.
    init(_ invocation: Invocation, or usual: String? = nil) throws {
        switch (invocation.value("--data"), invocation.value("--database")) {
        case (let folder?, nil): self = .folder(folder)
        case (nil, let url?): self = .database(url)
        case (nil, nil) where usual != nil: self = .folder(usual ?? "")
        default:
            throw UsageProblem(summary: "Name one of --data DIR and --database URL.", command: nil)
        }
    }

    /// Of SQLite; empty for a database.
    var file: String {
        if case .folder(let folder) = self {
            URL(filePath: folder).appending(path: "office.sqlite").path
        } else {
            ""
        }
    }

    /// For people; without a password.
    var shown: String {
        switch self {
        case .folder: file
        case .database(let url): (try? PostgreSQLAddress(url).shown) ?? "the database"
        }
    }

    /// The newest schema that this program knows.
    var schema: Int {
        switch self {
        case .folder: SQLiteSchema.steps.count
        case .database: PostgreSQLSchema.steps.count
        }
    }

    /// Opens the store, makes it when there is none, and brings an older schema forward.
    func open() throws(StorageProblem) -> any OfficeStore {
        switch self {
        case .folder(let folder):
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            } catch { throw .unavailable("the folder \(folder) cannot be made") }
            return try SQLiteStore(path: file)
        case .database(let url): return try PostgreSQLStore(url: url)
        }
    }

    /// Opens a store that is there, and leaves it as it is.
    func openForReading() throws(StorageProblem) -> any OfficeStore {
        switch self {
        case .folder: try SQLiteStore(path: file, onlyReads: true)
        case .database(let url): try PostgreSQLStore(url: url, frozen: true)
        }
    }
}
