import Cryptography
import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import Synchronization
import TestSupport
import Testing

/// The code of the problem that a call throws; `none` when it throws none.
private func code(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "none"
    } catch {
        return (error as? StorageProblem)?.code ?? "\(error)"
    }
}

@Suite("A database that fails is told of, and used again when it is back")
struct DatabaseTroubleTests {
    @Test("stopped, killed and started again, in the middle of the work")
    func restarted() throws {
        let server = try TestServer()
        defer { server.remove() }
        let store = try PostgreSQLStore(url: server.url, patience: .seconds(5))
        var chain = Chain()
        #expect(try store.commit(Change(acts: [chain.next()])) == .done)
        for stop in [["stop"], ["stop", "--now"]] {
            // Started again between two calls: nobody notices.
            _ = try Tool.run(PackageFiles.path("Scripts/postgresql"), stop + [server.folder])
            try server.script("again", server.folder)
            #expect(try store.head() == chain.all.count)
            let change = Change(after: chain.all.count, acts: [chain.next()])
            #expect(try store.commit(change) == .done)
            // Down for a while.
            _ = try Tool.run(PackageFiles.path("Scripts/postgresql"), stop + [server.folder])
            let next = Change(after: chain.all.count, acts: [chain.next()])
            for _ in 0..<2 {
                #expect(code { _ = try store.commit(next) } == "storage.unavailable")
                #expect(code { _ = try store.head() } == "storage.unavailable")
            }
            try server.script("again", server.folder)
            #expect(try store.commit(next) == .done)
            #expect(try store.acts(after: 0, limit: 9) == chain.all)
        }
    }

    @Test("killed again and again under four writers: all that was acknowledged is there, once")
    func killedUnderLoad() throws {
        let server = try TestServer()
        defer { server.remove() }
        let url = server.url
        let acknowledged = Mutex<[String]>([])
        let working = Atomic(true)
        inThreads(5) { number in
            if number == 4 {
                for _ in 0..<4 {
                    Thread.sleep(forTimeInterval: 0.4)
                    try? server.script("stop", "--now", server.folder)
                    try? server.script("again", server.folder)
                }
                Thread.sleep(forTimeInterval: 0.3)
                working.store(false, ordering: .relaxed)
                return
            }
            guard let store = try? PostgreSQLStore(url: url, patience: .seconds(5)) else { return }
            var round = 0
            while working.load(ordering: .relaxed) {
                round += 1
                let name = "\(number)-\(round)"
                while working.load(ordering: .relaxed) {
                    // Any problem: look again, and send the same once more.
                    guard let head = try? store.head(),
                        let newest = try? store.acts(after: head - 1, limit: 1)
                    else { continue }
                    let act = StoredAct(
                        after: head == 0 ? nil : newest.last, moment: Chain.noon, actor: "a",
                        kind: "k", body: Array(name.utf8))
                    let outcome = try? store.commit(
                        Change(after: head, acts: [act], reply: .sample(name)))
                    guard let outcome else { continue }
                    if case .behind = outcome { continue }
                    acknowledged.withLock { $0.append(name) }
                    break
                }
            }
        }
        let store = try PostgreSQLStore(url: url)
        #expect(try StoreCheck(store).faults == [])
        let kept = try store.acts(after: 0, limit: 1_000_000).map {
            String(decoding: $0.body, as: UTF8.self)
        }
        #expect(Set(kept).count == kept.count)
        let told = acknowledged.withLock { $0 }
        #expect(told.count > 20)
        #expect(Set(told).subtracting(kept) == [])
    }

    @Test("read-only: refused, still read, and on by itself")
    func readOnly() throws {
        let server = try TestServer()
        defer { server.remove() }
        let store = try PostgreSQLStore(url: server.url)
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next()]))
        try server.script("set", server.folder, "default_transaction_read_only=on")
        let change = Change(after: 1, acts: [chain.next()])
        var told = ""
        // The setting reaches a session a moment after the server was told.
        for _ in 0..<20 where told != "storage.read-only" {
            told = code { _ = try store.commit(Change(files: [.sample("\(UUID())")])) }
        }
        #expect(told == "storage.read-only")
        #expect(code { _ = try store.commit(change) } == "storage.read-only")
        #expect(try store.acts(after: 0, limit: 9) == [chain.all[0]])
        try server.script("set", server.folder, "default_transaction_read_only=off")
        for _ in 0..<40 where try store.head() == 1 {
            _ = try? store.commit(change)
            Thread.sleep(forTimeInterval: 0.05)
        }
        #expect(try store.acts(after: 0, limit: 9) == chain.all)
    }

    @Test("full: refused, nothing half-kept, and on by itself", .enabled(if: SmallDisk.isPossible))
    func full() throws {
        let server = try TestServer()
        defer { server.remove() }
        // The log of a server that has no room for it ends the server; tables on a disk of their own
        // are the case that a store meets.
        let disk = try SmallDisk(megabytes: 16)
        let folder = disk.path + "/tables"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let owner = try FileManager.default.attributesOfItem(atPath: server.folder)
        let name = try #require(owner[.ownerAccountName] as? String)
        try Tool.run("/bin/chown", name, folder, disk.path)
        try server.sql("CREATE TABLESPACE small LOCATION '\(folder)'")
        let database = try server.makeDatabase("TABLESPACE small")
        let store = try PostgreSQLStore(url: database.url)
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next()]))
        disk.fill()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        let scan = StoredFile(type: "image/jpeg", bytes: bytes)
        let change = Change(after: 1, acts: [chain.next()], files: [scan], reply: .sample("k"))
        for _ in 0..<2 { #expect(code { _ = try store.commit(change) } == "storage.full") }
        #expect(try store.head() == 1)
        #expect(try store.reply(to: RequestKey(account: "clerk", key: "k")) == nil)
        disk.free()
        #expect(try store.commit(change) == .done)
        #expect(try store.file(scan.digest) == scan)
        store.close()
        try database.remove()
    }

    @Test("tables that are gone, and a role that may not")
    func tables() throws {
        let place = try Place(.postgresql)
        let store = try place.open()
        try place.tamper(sqlite: "", postgresql: "REVOKE ALL ON dobush.act FROM dobush")
        #expect(
            code { _ = try store.commit(Change(acts: [StoredAct.first])) } == "storage.read-only")
        try place.tamper(sqlite: "", postgresql: "DROP TABLE dobush.act")
        #expect(code { _ = try store.head() } == "storage.damaged")
    }

    @Test("the rights that the manual gives to the service are enough, and no more")
    func rights() throws {
        let manual = try String(
            contentsOfFile: PackageFiles.path("Documentation/Operations/stores.md"), encoding: .utf8
        )
        let grants = manual.split(separator: "\n").filter {
            $0.hasPrefix("    GRANT ") && $0.contains("dobush")
        }
        #expect(grants.count == 5)
        let server = try TestServer.shared()
        let database = try server.makeDatabase()
        // The owner makes the tables.
        try PostgreSQLStore(url: database.url).close()
        try server.sql("CREATE ROLE office LOGIN")
        try database.sql(grants.joined(separator: "\n"))
        let url = database.url.replacingOccurrences(of: "dobush@", with: "office@")
        let store = try PostgreSQLStore(url: url)
        var chain = Chain()
        let change = Change(
            acts: [chain.next()], files: [.sample("scan")], reply: .sample("k"),
            vault: [VaultEntry(name: "a", value: [1]), VaultEntry(name: "b", value: nil)])
        #expect(try store.commit(change) == .done)
        #expect(try store.commit(Change(files: [.sample("scan")], vault: change.vault)) == .done)
        #expect(try store.commit(change) == .answered(.sample("k")))
        try store.keep([.sample("k"), .sample("l")])
        try store.forgetExpired(at: Chain.noon.adding(minutes: 60))
        #expect(try store.replies(after: nil, limit: 9) == [])
        for statement in [
            "UPDATE dobush.act SET actor = 'x'", "DELETE FROM dobush.file",
            "TRUNCATE dobush.act", "ALTER TABLE dobush.act DISABLE TRIGGER ALL",
            "DELETE FROM dobush.schema_step",
        ] {
            #expect(throws: Tool.Failed.self, "\(statement)") {
                try database.sql("SET ROLE office; \(statement)")
            }
        }
        #expect(try StoreCheck(store).faults == [])
    }

    @Test("addresses: unreadable, wrong password, nobody there; the password is never told")
    func addresses() throws {
        let server = try TestServer("--tcp")
        defer { server.remove() }
        #expect(server.url.contains("127.0.0.1"))
        let store = try PostgreSQLStore(url: server.url)
        #expect(store.place.contains("127.0.0.1") && !store.place.contains("dobush:"))
        store.close()
        let port = try #require(server.url.split(separator: ":").last?.split(separator: "/").first)
        for url in [
            "postgres://dobush:geheimnis@127.0.0.1:\(port)/dobush",
            "postgres://dobush:geheimnis@127.0.0.1:1/dobush",
            "postgres://dobush:geheimnis@127.0.0.1:\(port)/absent?sslmode=disable",
            "postgres://dobush:geheimnis@127.0.0.1:\(port)/dobush?sslmode=require",
            "postgres://dobush:geheimnis@127.0.0.1:port/dobush",
            "postgres://dobush:geheimnis@127.0.0.1/dobush?unknown=1",
            "host=127.0.0.1 password=geheimnis port=1", "geheimnis", "postgres://a\u{0}geheimnis",
        ] {
            #expect("\(url)") { try PostgreSQLStore(url: url) } throws: { error in
                guard let problem = error as? StorageProblem else { return false }
                return problem.code == "storage.unavailable"
                    && !"\(problem)\(problem.summary)".contains("geheimnis")
            }
        }
    }
}

extension StoredAct {
    fileprivate static var first: StoredAct {
        StoredAct(after: nil, moment: Chain.noon, actor: "a", kind: "k", body: [])
    }
}
