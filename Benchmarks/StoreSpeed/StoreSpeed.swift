import Cryptography
import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import StorageSQLite

/// How fast a store keeps and finds, for people who change one: `store-speed FILE.sqlite|URL`.
enum StoreSpeed {
    static func run(_ arguments: [String]) -> Int32 {
        guard let place = arguments.first else {
            print("store-speed FILE.sqlite | postgres://…")
            return 2
        }
        do {
            let store: any OfficeStore =
                place.hasPrefix("postgres://")
                ? try PostgreSQLStore(url: place) : try SQLiteStore(path: place)
            defer { store.close() }
            print("| what | a second | ms of CPU each | ms of wall each |\n|---|---|---|---|")
            try measure(store)
            return 0
        } catch {
            print("\(error)")
            return 1
        }
    }

    private static func measure(_ store: any OfficeStore) throws {
        let writer = Writer(store)
        try time("a sheet of 1 kB, durable", 1500) { try writer.file(scan: 0) }
        try time("a sheet with a scan of 500 kB, durable", 100) { try writer.file(scan: 500_000) }
        var turn: UInt8 = 0
        try time("a session set, durable", 500) {
            // Another value each time: SQLite writes nothing when nothing changes.
            turn &+= 1
            let entry = VaultEntry(name: "session/1", value: [UInt8](repeating: turn, count: 100))
            _ = try store.commit(Change(vault: [entry]))
        }
        try time("head", 20_000) { _ = try store.head() }
        try time("an answer found", 20_000) {
            _ = try store.reply(to: RequestKey(account: "clerk", key: "700"))
        }
        try time("a session found", 20_000) {
            _ = try store.secret("session/1", at: Instant(seconds: 0))
        }
        try time("100 acts read, links recomputed", 300) {
            _ = try store.acts(after: 300, limit: 100)
        }
        let scan = try store.fileDigests(after: nil, limit: 1)
        try time("a scan of 500 kB read, digest recomputed", 300) {
            for digest in scan { _ = try store.file(digest) }
        }
    }

    /// CPU is this process's; a database's server has its own.
    private static func time(_ what: String, _ count: Int, _ body: () throws -> Void) throws {
        let cpu = processor()
        let start = ContinuousClock.now
        for _ in 0..<count { try body() }
        let wall = seconds(ContinuousClock.now - start)
        let used = processor() - cpu
        func each(_ total: Double) -> String {
            String(format: "%.3f", total / Double(count) * 1000)
        }
        print("| \(what) | \(Int(Double(count) / wall)) | \(each(used)) | \(each(wall)) |")
    }

    private static func processor() -> Double {
        var used = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
        return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}

/// Files one sheet after another.
private final class Writer {
    private let store: any OfficeStore
    private var last: StoredAct?
    private let body = [UInt8](repeating: UInt8(ascii: "x"), count: 1000)

    init(_ store: any OfficeStore) { self.store = store }

    func file(scan bytes: Int) throws {
        let act = StoredAct(
            after: last, moment: Instant(seconds: 0), actor: "clerk", kind: "sheet-filed",
            body: body)
        let name = "\(act.sequence)"
        var files: [StoredFile] = []
        if bytes > 0 {
            let seed = Array(name.utf8)
            let scan = [UInt8](repeating: UInt8(act.sequence & 255), count: bytes - seed.count)
            files = [StoredFile(type: "image/jpeg", bytes: seed + scan)]
        }
        let reply = KeptReply(
            key: RequestKey(account: "clerk", key: name), request: act.link, status: 201,
            body: Array(body.prefix(200)), expires: Instant(seconds: 100_000))
        let change = Change(after: act.sequence - 1, acts: [act], files: files, reply: reply)
        guard try store.commit(change) == .done else { throw StorageProblem.closed }
        last = act
    }
}
