import Cryptography
import Formats
import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import StorageSQLite

/// The store of the results office: copies of it, the way back, and whether it is whole.
enum StoreCommands {
    static let all: [Command] = [
        Command(
            words: ["store", "backup"], usage: "(--data DIR | --database URL) --out FILE.sqlite",
            summary: "Copies the store into one file while the service runs, and checks the copy.",
            options: ["--data", "--database", "--out"], run: backup),
        Command(
            words: ["store", "restore"], usage: "--from FILE.sqlite (--data DIR | --database URL)",
            summary: "Copies a backup into an empty store; goes on where it was interrupted.",
            options: ["--data", "--database", "--from"], run: restore),
        Command(
            words: ["store", "check"], usage: "(--data DIR | --database URL)",
            summary: "Walks the chain of acts and recomputes every digest; exit 1 if damaged.",
            options: ["--data", "--database"], run: check),
        Command(
            words: ["store", "migrate"], usage: "(--data DIR | --database URL)",
            summary: "Brings the store's schema forward, or makes it; for a role that owns it.",
            options: ["--data", "--database"], run: migrate),
    ]

    @Sendable static func backup(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StorePlace(invocation)
        let out = try invocation.required("--out", for: "the file for the backup")
        guard !FileManager.default.fileExists(atPath: out) else {
            throw PlainProblem(
                code: "storage.backup-exists", summary: "\(out) is there already.",
                remedy: "Name a new file; a backup never replaces another.")
        }
        let progress = Progress("store backup", total: 0)
        defer { progress.finish() }
        var census = StoreCensus()
        switch place {
        case .folder:
            var faults: [String] = []
            try SQLiteBackup.make(
                from: place.file, to: out,
                inspect: { draft in
                    let copy = try SQLiteStore(path: draft, onlyReads: true)
                    defer { copy.close() }
                    let check = try StoreCheck(copy)
                    census = check.census
                    faults = try SQLiteStore.faults(of: draft) + check.faults
                    if let fault = faults.first { throw StorageProblem.damaged(fault) }
                }, progress: { progress.report($0, of: $1) })
        case .database(let url):
            let source = try PostgreSQLStore(url: url, frozen: true)
            defer { source.close() }
            census = try copy(source, intoNewFile: out, progress: progress)
        }
        try tell(census, at: out, "kept in", json: invocation.json)
        return .done
    }

    @Sendable static func restore(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StorePlace(invocation)
        let from = try invocation.required("--from", for: "the file of the backup")
        let source = try SQLiteStore(path: from, onlyReads: true)
        defer { source.close() }
        let progress = Progress("store restore", total: 0)
        defer { progress.finish() }
        let census: StoreCensus
        if case .folder(let folder) = place, !FileManager.default.fileExists(atPath: place.file) {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            census = try copy(source, intoNewFile: place.file, progress: progress)
        } else {
            let target = try place.open()
            defer { target.close() }
            census = try StoreCopy.copy(from: source, to: target) { progress.report($0, of: $1) }
        }
        try tell(census, at: place.shown, "restored into", json: invocation.json)
        return .done
    }

    @Sendable static func check(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StorePlace(invocation)
        let progress = Progress("store check", total: 0)
        defer { progress.finish() }
        var faults: [String] = []
        var census = StoreCensus()
        do {
            if case .folder = place { faults += try SQLiteStore.faults(of: place.file) }
            let store = try place.openForReading()
            defer { store.close() }
            let check = try StoreCheck(store) { progress.report($0, of: $1) }
            faults += check.faults
            census = check.census
        } catch StorageProblem.damaged(let what) {
            faults.append(what)
        }
        progress.finish()
        if invocation.json {
            let told = ToldCheck(place: place.shown, census: ToldCensus(census), faults: faults)
            Talk.out(String(decoding: try Documents.encode(told), as: UTF8.self))
        } else {
            for fault in faults { Talk.out("BAD \(fault)") }
            Talk.out("\(faults.isEmpty ? "ok " : "")\(place.shown): \(sentence(census))")
        }
        if let first = faults.first { Talk.problem(StorageProblem.damaged(first)) }
        return faults.isEmpty ? .done : .reported
    }

    @Sendable static func migrate(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StorePlace(invocation)
        let store = try place.open()
        defer { store.close() }
        var census = StoreCensus()
        census.acts = try store.head()
        if invocation.json {
            let told = ["place": place.shown, "schema": "\(place.schema)"]
            Talk.out(String(decoding: try Documents.encode(told), as: UTF8.self))
        } else {
            Talk.out("\(place.shown): schema \(place.schema), \(census.acts) acts")
        }
        return .done
    }

    /// The file appears under its name when the copy is whole; an interrupted one is taken up again.
    private static func copy(
        _ source: any OfficeStore, intoNewFile path: String, progress: Progress
    ) throws -> StoreCensus {
        let draft = path + ".incomplete"
        let target = try SQLiteStore(path: draft)
        let census: StoreCensus
        do {
            defer { target.close() }
            census = try StoreCopy.copy(from: source, to: target) { progress.report($0, of: $1) }
        }
        try SQLiteBackup.publish(draft, as: path)
        return census
    }

    private static func tell(
        _ census: StoreCensus, at place: String, _ verb: String, json: Bool
    ) throws {
        if json {
            let told = ToldCheck(place: place, census: ToldCensus(census), faults: [])
            Talk.out(String(decoding: try Documents.encode(told), as: UTF8.self))
        } else {
            Talk.out("\(sentence(census)) \(verb) \(place)")
        }
    }

    private static func sentence(_ census: StoreCensus) -> String {
        """
        \(census.acts) acts, \(census.files) files, \(census.replies) answers, \
        \(census.secrets) values of the vault
        """
    }
}

private struct ToldCensus: Encodable {
    let acts: Int
    let files: Int
    let answers: Int
    let secrets: Int
    let link: String?

    init(_ census: StoreCensus) {
        acts = census.acts
        files = census.files
        answers = census.replies
        secrets = census.secrets
        link = census.link?.hex
    }
}

private struct ToldCheck: Encodable {
    let place: String
    let census: ToldCensus
    let faults: [String]
}
