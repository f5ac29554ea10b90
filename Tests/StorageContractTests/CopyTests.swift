import Cryptography
import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@Suite("A store can be copied, taken up again and checked")
struct CopyTests {
    private static func fill(_ store: any OfficeStore, acts: Int) throws -> Chain {
        var chain = Chain()
        let change = Change(
            acts: chain.next(acts), files: (0..<12).map { .sample("scan \($0)") },
            vault: [
                VaultEntry(name: "credential/a", value: [1]),
                VaultEntry(name: "session/1", value: [2], expires: Chain.noon),
            ])
        #expect(try store.commit(change) == .done)
        try store.keep((0..<250).map { .sample("k\($0)") })
        return chain
    }

    @Test(
        "from every store into every store",
        arguments: StoreKind.allCases, StoreKind.allCases)
    func copy(from: StoreKind, to: StoreKind) throws {
        let here = try Place(from)
        let there = try Place(to)
        let source = try here.open()
        let target = try there.open()
        let chain = try Self.fill(source, acts: 450)
        var told: [Int] = []
        let census = try StoreCopy.copy(from: source, to: target) { done, total in
            told.append(done)
            #expect(done <= total)
        }
        #expect(try Contents(target) == Contents(source))
        #expect(census.acts == 450 && census.files == 12)
        #expect(census.replies == 250 && census.secrets == 2)
        #expect(census.link == chain.last?.link)
        #expect(told.last == 462 && told == told.sorted())
        let check = try StoreCheck(target)
        #expect(check.faults == [] && check.census == census)
    }

    @Test("a copy goes on where it stopped, and withdraws what was withdrawn")
    func resumed() throws {
        let place = try Place(.sqlite)
        let source = try place.open()
        var chain = try Self.fill(source, acts: 5)
        let target = MemoryStore()
        _ = try target.commit(Change(acts: Array(chain.all.prefix(3)), files: [.sample("scan 3")]))
        _ = try target.commit(Change(vault: [VaultEntry(name: "credential/left", value: [1])]))
        _ = try StoreCopy.copy(from: source, to: target)
        #expect(try Contents(target) == Contents(source))
        _ = try source.commit(
            Change(
                after: 5, acts: [chain.next()],
                vault: [VaultEntry(name: "credential/a", value: nil)]))
        _ = try StoreCopy.copy(from: source, to: target)
        #expect(try Contents(target) == Contents(source))
    }

    @Test("a target with another past, or with more, is left alone")
    func otherTarget() throws {
        let source = MemoryStore()
        var chain = try Self.fill(source, acts: 3)
        let longer = MemoryStore()
        let other = MemoryStore()
        _ = try StoreCopy.copy(from: source, to: longer)
        _ = try longer.commit(Change(after: 3, acts: [chain.next()]))
        var otherChain = Chain()
        _ = try other.commit(Change(acts: [otherChain.next("other")]))
        for target in [longer, other] {
            let before = try Contents(target)
            #expect(throws: StoreCopyProblem.targetDiffers(acts: before.acts.count)) {
                try StoreCopy.copy(from: source, to: target)
            }
            #expect(try Contents(target) == before)
        }
    }

    @Test("a backup taken while the store is written to is one moment of it, and whole")
    func online() throws {
        let place = try Place(.sqlite)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: chain.next(300)))
        let stop = Atomic(false)
        let newest = chain.last
        let writer = Thread {
            var last = newest
            var number = 0
            while !stop.load(ordering: .relaxed) {
                number += 1
                let act = StoredAct(
                    after: last, moment: Chain.noon, actor: "a", kind: "k",
                    body: [UInt8](
                        repeating: 1, count: 5000))
                let change = Change(
                    after: act.sequence - 1, acts: [act], files: [.sample("with \(act.sequence)")],
                    reply: .sample("\(act.sequence)"))
                guard (try? store.commit(change)) == .done else { return }
                last = act
            }
        }
        writer.start()
        defer { stop.store(true, ordering: .relaxed) }
        let folder = URL(filePath: place.path).deletingLastPathComponent().path
        for round in 0..<4 {
            let before = try store.head()
            let target = folder + "/backup\(round).sqlite"
            var inspected = false
            try SQLiteBackup.make(
                from: place.path, to: target,
                inspect: { draft in
                    inspected = try StoreCheck(SQLiteStore(path: draft, onlyReads: true)).faults
                        .isEmpty
                })
            #expect(inspected)
            let copy = try SQLiteStore(path: target, onlyReads: true)
            let acts = try copy.head()
            #expect(acts >= before)
            // Every act from the 301st on came with one file and one answer.
            #expect(try copy.fileDigests(after: nil, limit: 100_000).count == acts - 300)
            #expect(try copy.replies(after: nil, limit: 100_000).count == acts - 300)
            #expect(throws: StorageProblem.self) { try copy.commit(Change()) }
            let attributes = try FileManager.default.attributesOfItem(atPath: target)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        #expect(throws: StorageProblem.self) {
            try SQLiteBackup.make(
                from: place.path, to: folder + "/backup0.sqlite", inspect: { _ in })
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.contains { $0.contains("partial") }, "\(names)")
    }

    @Test("a frozen view of a database does not see what comes later")
    func frozen() throws {
        let place = try Place(.postgresql)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: chain.next(2)))
        let frozen = try PostgreSQLStore(url: place.url, frozen: true)
        _ = try store.commit(Change(after: 2, acts: [chain.next()], reply: .sample("k")))
        #expect(try frozen.head() == 2)
        #expect(try frozen.replies(after: nil, limit: 9) == [])
        #expect { try frozen.commit(Change()) } throws: { problem in
            (problem as? StorageProblem)?.code == "storage.read-only"
        }
        #expect(try store.head() == 3)
        frozen.close()
    }
}
