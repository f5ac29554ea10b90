import CSQLite
import Foundation
import Primitives
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A file system of a few megabytes in memory, to fill and to lock. Needs root, as CI has.
final class SmallDisk {
    static let isPossible = geteuid() == 0
    let path: String

    init(megabytes: Int) throws {
        path = NSTemporaryDirectory() + "dobush-disk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Tool.run("/bin/mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path)
    }

    deinit {
        _ = try? Tool.run("/bin/umount", "-l", path)
        rmdir(path)
    }

    func makeReadOnly(_ yes: Bool) throws {
        try Tool.run("/bin/mount", "-o", "remount,\(yes ? "ro" : "rw")", path)
    }

    /// Takes all room that is left.
    func fill() {
        let file = open(path + "/filler", O_CREAT | O_WRONLY, 0o600)
        var block = [UInt8](repeating: 1, count: 1 << 16)
        while block.count > 64 {
            if write(file, block, block.count) <= 0 {
                block = Array(block.dropLast(block.count / 2))
            }
        }
        close(file)
    }

    func free() { unlink(path + "/filler") }
}

@Suite("A full or locked disk stops the writing and nothing else")
struct DiskTests {
    private func scan(_ number: Int) -> StoredFile {
        StoredFile(type: "image/jpeg", bytes: [UInt8](repeating: UInt8(number), count: 300_000))
    }

    @Test("full: refused, nothing half-kept, and on by itself", .enabled(if: SmallDisk.isPossible))
    func full() throws {
        let disk = try SmallDisk(megabytes: 6)
        let store = try SQLiteStore(path: disk.path + "/office.sqlite")
        var chain = Chain()
        var kept = 0
        #expect(try store.commit(Change(acts: [chain.next()])) == .done)
        disk.fill()
        for round in 1...3 {
            let head = try store.head()
            let last = try store.acts(after: head - 1, limit: 1).first
            let act = StoredAct(
                after: last, moment: Chain.noon, actor: "a", kind: "k", body: [UInt8(round)])
            let change = Change(
                after: head, acts: [act], files: [scan(round)], reply: .sample("\(round)"))
            for _ in 0..<2 {
                #expect { try store.commit(change) } throws: { problem in
                    (problem as? StorageProblem)?.code == "storage.full"
                }
            }
            #expect(try store.head() == head)
            #expect(try store.fileDigests(after: nil, limit: 9).count == kept)
            #expect(try store.reply(to: RequestKey(account: "clerk", key: "\(round)")) == nil)
            disk.free()
            #expect(try store.commit(change) == .done)
            kept += 1
            disk.fill()
        }
        disk.free()
        store.close()
        let opened = try SQLiteStore(path: disk.path + "/office.sqlite")
        #expect(try StoreCheck(opened).faults == [])
        #expect(try opened.head() == 4)
        opened.close()
    }

    @Test("full when the store is opened", .enabled(if: SmallDisk.isPossible))
    func fullAtOpening() throws {
        let disk = try SmallDisk(megabytes: 4)
        let path = disk.path + "/office.sqlite"
        disk.fill()
        #expect { try SQLiteStore(path: path) } throws: { problem in
            (problem as? StorageProblem)?.code == "storage.full"
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["filler"])
        disk.free()
        let store = try SQLiteStore(path: path)
        #expect(try store.head() == 0)
        store.close()
    }

    @Test(
        "read-only: still read, refused to write, and on by itself",
        .enabled(if: SmallDisk.isPossible))
    func readOnly() throws {
        let disk = try SmallDisk(megabytes: 8)
        let path = disk.path + "/office.sqlite"
        var chain = Chain()
        let first = try SQLiteStore(path: path)
        _ = try first.commit(Change(acts: chain.next(3), files: [scan(1)]))
        first.close()
        try disk.makeReadOnly(true)
        #expect { try SQLiteStore(path: disk.path + "/new.sqlite") } throws: { problem in
            (problem as? StorageProblem)?.code == "storage.read-only"
        }
        let store = try SQLiteStore(path: path)
        #expect(try store.acts(after: 0, limit: 9) == chain.all)
        #expect(try store.file(scan(1).digest) == scan(1))
        let change = Change(after: 3, acts: [chain.next()])
        for _ in 0..<2 {
            #expect { try store.commit(change) } throws: { problem in
                (problem as? StorageProblem)?.code == "storage.read-only"
            }
        }
        try disk.makeReadOnly(false)
        #expect(try store.commit(change) == .done)
        #expect(try store.acts(after: 0, limit: 9) == chain.all)
        store.close()
    }

    @Test("gone and back: a clear problem in between, and no new empty store in its place")
    func gone() throws {
        let place = try Place(.sqlite)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next()]))
        let away = place.path + ".away"
        for end in ["", "-wal", "-shm"] {
            try FileManager.default.moveItem(atPath: place.path + end, toPath: away + end)
        }
        let change = Change(after: 1, acts: [chain.next()])
        #expect { try store.commit(change) } throws: { problem in
            (problem as? StorageProblem)?.code == "storage.unavailable"
        }
        #expect(throws: StorageProblem.self) { try store.head() }
        #expect(!FileManager.default.fileExists(atPath: place.path))
        for end in ["", "-wal", "-shm"] {
            try FileManager.default.moveItem(atPath: away + end, toPath: place.path + end)
        }
        #expect(try store.commit(change) == .done)
        #expect(try store.head() == 2)
    }

    @Test("another file put in its place is not mixed up with the old one")
    func replaced() throws {
        let place = try Place(.sqlite)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: chain.next(2)))
        let other = try Place(.sqlite)
        let otherStore = try other.open()
        var otherChain = Chain()
        _ = try otherStore.commit(Change(acts: [otherChain.next("another past")]))
        otherStore.close()
        for end in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: place.path + end)
        }
        #expect(rename(other.path, place.path) == 0)
        #expect(try store.commit(Change(after: 2, acts: [chain.next()])) == .behind(head: 1))
        #expect(try store.acts(after: 0, limit: 9) == otherChain.all)
    }

    @Test("a lock that another program holds is waited for, then told")
    func locked() throws {
        let place = try Place(.sqlite)
        let store = try place.open()
        var holder: OpaquePointer?
        try #require(sqlite3_open(place.path, &holder) == SQLITE_OK)
        defer { sqlite3_close(holder) }
        try #require(sqlite3_exec(holder, "BEGIN IMMEDIATE", nil, nil, nil) == SQLITE_OK)
        var chain = Chain()
        let change = Change(acts: [chain.next()])
        #expect { try store.commit(change) } throws: { problem in
            (problem as? StorageProblem)?.code == "storage.busy"
        }
        #expect(try store.head() == 0)
        sqlite3_exec(holder, "ROLLBACK", nil, nil, nil)
        #expect(try store.commit(change) == .done)
    }
}
