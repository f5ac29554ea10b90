import Cryptography
import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import Synchronization
import TestSupport
import Testing

/// Stands between a store and its server on a UNIX socket and cuts the connection around COMMIT.
final class CuttingProxy: Sendable {
    enum Cut: Sendable {
        case never
        /// The server never hears of the commit.
        case before
        /// The server has done it; its word does not arrive.
        case after
    }

    let cut = Mutex(Cut.never)
    private let listener: Int32
    private let folder: TemporaryFolder
    private let server: String

    init(server: TestServer) throws {
        folder = try TemporaryFolder()
        self.server = server.folder + "/.s.PGSQL.5432"
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = Self.withAddress(folder.path + "/.s.PGSQL.5432") { bind(listener, $0, $1) }
        try #require(bound == 0 && listen(listener, 8) == 0)
        Thread { [self] in serve() }.start()
    }

    func url(_ database: TestDatabase) -> String {
        "postgres://dobush@/\(database.name)?host=\(folder.path)"
    }

    func remove() {
        shutdown(listener, Int32(SHUT_RDWR))
        folder.remove()
    }

    private func serve() {
        while case let client = accept(listener, nil, nil), client >= 0 {
            let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            guard Self.withAddress(server, { connect(upstream, $0, $1) }) == 0 else { return }
            Thread { [self] in relay(client, upstream) }.start()
        }
    }

    private func relay(_ client: Int32, _ upstream: Int32) {
        defer {
            close(client)
            close(upstream)
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var mute = false
        while true {
            var sockets = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&sockets, 2, 30_000) > 0 else { return }
            if sockets[0].revents != 0 {
                let count = read(client, &bytes, bytes.count)
                guard count > 0 else { return }
                // The whole statement: a transaction begins with READ COMMITTED.
                if Array(bytes[..<count]).contains(Array("COMMIT\u{0}".utf8)) {
                    let now = cut.withLock { cut in
                        defer { cut = .never }
                        return cut
                    }
                    if now == .before { return }
                    mute = now == .after
                }
                guard write(upstream, bytes, count) == count else { return }
            }
            if sockets[1].revents != 0 {
                let count = read(upstream, &bytes, bytes.count)
                // The answer has come, so the server is done; now the line goes dead.
                guard count > 0, !mute, write(client, bytes, count) == count else { return }
            }
        }
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

@Suite("A commit that breaks off is found out, not guessed")
struct CommitOutcomeTests {
    @Test("cut before or after the server did it: done in the end, and once")
    func cut() throws {
        let server = try TestServer.shared()
        let database = try server.makeDatabase()
        let proxy = try CuttingProxy(server: server)
        defer { proxy.remove() }
        let store = try PostgreSQLStore(url: proxy.url(database), patience: .seconds(5))
        let direct = try PostgreSQLStore(url: database.url)
        var chain = Chain()
        for (round, cut) in [CuttingProxy.Cut.before, .after, .before, .after].enumerated() {
            let change = Change(
                after: chain.all.count, acts: [chain.next()], files: [.sample("\(round)")],
                reply: round < 2 ? .sample("\(round)") : nil)
            proxy.cut.withLock { $0 = cut }
            #expect(try store.commit(change) == .done, "\(cut)")
            #expect(try direct.acts(after: 0, limit: 99) == chain.all)
            // An answer and a value of the vault alone break off as well.
            let alone = Change(
                reply: .sample("alone \(round)"), vault: [VaultEntry(name: "v", value: [1])])
            proxy.cut.withLock { $0 = cut }
            #expect(try store.commit(alone) == .done, "\(cut)")
            #expect(try direct.secret("v", at: Chain.noon) == [1])
        }
    }

    @Test("cut, and somebody else was faster: behind, not done")
    func overtaken() throws {
        let server = try TestServer.shared()
        let database = try server.makeDatabase()
        let proxy = try CuttingProxy(server: server)
        defer { proxy.remove() }
        let store = try PostgreSQLStore(url: proxy.url(database), patience: .seconds(5))
        let direct = try PostgreSQLStore(url: database.url)
        let mine = Change(acts: [
            StoredAct(after: nil, moment: Chain.noon, actor: "me", kind: "k", body: [])
        ])
        let other = Change(acts: [
            StoredAct(after: nil, moment: Chain.noon, actor: "other", kind: "k", body: [])
        ])
        proxy.cut.withLock { $0 = .before }
        // The other one waits until the connection is cut, and comes before the second attempt.
        let overtaking = Thread {
            while proxy.cut.withLock({ $0 }) == .before { usleep(200) }
            _ = try? direct.commit(other)
        }
        overtaking.start()
        let outcome = try store.commit(mine)
        let kept = try direct.acts(after: 0, limit: 9)
        #expect(kept.count == 1)
        #expect(outcome == (kept == mine.acts ? .done : .behind(head: 1)))
    }

    @Test("a commit that no standby confirms is not acknowledged, nor is the same sent again")
    func unreplicated() throws {
        let server = try TestServer()
        defer { server.remove() }
        let store = try PostgreSQLStore(url: server.url, patience: .seconds(3))
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next()]))
        try server.script("set", server.folder, "synchronous_standby_names=absent")
        func problem(_ change: Change) -> String {
            do { return "\(try store.commit(change))" } catch {
                return error.code
            }
        }
        let change = Change(after: 1, acts: [chain.next()], reply: .sample("k"))
        #expect(problem(change) == "storage.outcome-unknown")
        // The commit that waits for the standby is cancelled: PostgreSQL calls that a success, with
        // a warning, and the row is there for everybody to see.
        let cancel = """
            SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'
            """
        try server.sql(cancel)
        var head = 0
        for _ in 0..<100 where head != 2 {
            head = try store.head()
            usleep(50_000)
        }
        #expect(head == 2)
        // Sent again it finds its answer, and must not pass it on before a standby has it.
        #expect(problem(change) == "storage.unavailable")
        // Somebody cancels all that wait, all the time: still no acknowledgement.
        let stop = Atomic(false)
        let canceller = Thread {
            while !stop.load(ordering: .relaxed) { _ = try? server.sql(cancel) }
        }
        canceller.start()
        let third = Change(after: 2, acts: [chain.next()])
        #expect(problem(third) == "storage.outcome-unknown")
        stop.store(true, ordering: .relaxed)
        try server.script("set", server.folder, "synchronous_standby_names=")
        let kept = try #require(try store.reply(to: RequestKey(account: "clerk", key: "k")))
        #expect(try store.commit(change) == .answered(kept))
        #expect(try store.acts(after: 0, limit: 9) == chain.all)
    }
}
