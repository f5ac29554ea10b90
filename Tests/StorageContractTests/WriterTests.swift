import Cryptography
import Foundation
import Primitives
import Storage
import Synchronization
import Testing

@Suite("Many writers give one unbroken chain")
struct WriterTests {
    /// Adds an act by looking at the newest one first, again and again until nobody came between.
    private static func append(
        _ body: String, key: String, to store: any OfficeStore
    ) throws -> CommitOutcome {
        while true {
            let head = try store.head()
            let last = head == 0 ? nil : try store.acts(after: head - 1, limit: 1).first
            let act = StoredAct(
                after: last, moment: Chain.noon, actor: "clerk", kind: "sheet-filed",
                body: Array(body.utf8))
            let change = Change(
                after: head, acts: [act], files: [.sample("shared"), .sample(body)],
                reply: .sample(key, body: body))
            let outcome = try store.commit(change)
            if case .behind = outcome { continue }
            return outcome
        }
    }

    @Test(
        "threads of two programs at one place, with readers beside them",
        arguments: StoreKind.allCases)
    func threads(kind: StoreKind) throws {
        let place = try Place(kind)
        let stores = [try place.open(), try place.open()]
        let writers = 6
        let each = 12
        let troubles = Mutex<[String]>([])
        let writing = Atomic(writers)
        inThreads(writers + 2) { number in
            let store = stores[number % 2]
            do {
                guard number < writers else {
                    while writing.load(ordering: .relaxed) > 0 {
                        let acts = try store.acts(after: 0, limit: 1000)
                        if acts.map(\.sequence) != Array(0..<acts.count).map({ $0 + 1 }) {
                            troubles.withLock { $0.append("a reader saw a gap") }
                        }
                    }
                    return
                }
                defer { writing.subtract(1, ordering: .relaxed) }
                for round in 0..<each {
                    let name = "\(number)-\(round)"
                    let outcome = try Self.append(name, key: name, to: store)
                    if outcome != .done { troubles.withLock { $0.append("\(name): \(outcome)") } }
                }
            } catch {
                troubles.withLock { $0.append("\(error)") }
            }
        }
        #expect(troubles.withLock { $0 } == [])
        let acts = try stores[0].acts(after: 0, limit: 1000)
        _ = try ChainPlace.start.reading(acts)
        let wanted = (0..<writers).flatMap { writer in (0..<each).map { "\(writer)-\($0)" } }
        #expect(acts.map { String(decoding: $0.body, as: UTF8.self) }.sorted() == wanted.sorted())
        #expect(try stores[1].fileDigests(after: nil, limit: 1000).count == wanted.count + 1)
    }

    @Test("one request sent eight times at once is done once", arguments: StoreKind.allCases)
    func once(kind: StoreKind) throws {
        let place = try Place(kind)
        let stores = [try place.open(), try place.open()]
        for round in 0..<5 {
            let outcomes = Mutex<[CommitOutcome]>([])
            inThreads(8) { number in
                guard
                    let outcome = try? Self.append(
                        "by \(number)", key: "round \(round)", to: stores[number % 2])
                else { return }
                outcomes.withLock { $0.append(outcome) }
            }
            let all = outcomes.withLock { $0 }
            #expect(all.count == 8)
            #expect(all.count { $0 == .done } == 1)
            let kept = try #require(
                try stores[0].reply(to: RequestKey(account: "clerk", key: "round \(round)")))
            #expect(all.count { $0 == .answered(kept) } == 7)
            #expect(try stores[0].head() == round + 1)
        }
    }

    @Test("a long run of changes leaves what it leaves in memory", arguments: StoreKind.lasting)
    func model(kind: StoreKind) throws {
        let place = try Place(kind)
        var store = try place.open()
        let memory = MemoryStore()
        var chance = SeededSource(seed: 3)
        for round in 0..<150 {
            // One writer in five knows less than the newest act.
            let head = try memory.head()
            let known = max(0, Int.random(in: 0..<5, using: &chance) == 0 ? head - 1 : head)
            let last = known == 0 ? nil : try memory.acts(after: known - 1, limit: 1).first
            var acts: [StoredAct] = []
            for _ in 0..<Int.random(in: 0...3, using: &chance) {
                acts.append(
                    StoredAct(
                        after: acts.last ?? last, moment: Chain.noon, actor: "a", kind: "k",
                        body: [UInt8(round)]))
            }
            let change = Change(
                after: known, acts: acts,
                files: [.sample("f\(Int.random(in: 0..<40, using: &chance))")],
                reply: Bool.random(using: &chance)
                    ? .sample("k\(Int.random(in: 0..<60, using: &chance))") : nil,
                vault: (0..<Int.random(in: 0...2, using: &chance)).map { _ in
                    VaultEntry(
                        name: "v\(Int.random(in: 0..<20, using: &chance))",
                        value: Bool.random(using: &chance) ? [UInt8(round)] : nil,
                        expires: Bool.random(using: &chance)
                            ? Chain.noon.adding(minutes: Int.random(in: -9...9, using: &chance))
                            : nil)
                })
            #expect(try store.commit(change) == memory.commit(change))
            if round % 40 == 39 {
                try store.forgetExpired(at: Chain.noon)
                try memory.forgetExpired(at: Chain.noon)
                store.close()
                store = try place.open()
            }
        }
        #expect(try Contents(store) == Contents(memory))
    }
}
