import Cryptography
import Foundation
import Primitives
import Storage
import Testing

@Suite("Every store keeps what it acknowledges")
struct ContractTests {
    @Test("an empty store has nothing", arguments: StoreKind.allCases)
    func empty(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        #expect(try store.head() == 0)
        #expect(try Contents(store) == Contents(MemoryStore()))
        #expect(try store.file(Digest.of("absent")) == nil)
        #expect(try store.reply(to: RequestKey(account: "a", key: "k")) == nil)
        #expect(try store.secret("session/1", at: Chain.noon) == nil)
        #expect(try store.secretNames(prefix: "", at: Chain.noon) == [])
    }

    @Test("acts come back in order, in the window asked for", arguments: StoreKind.allCases)
    func order(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        var chain = Chain()
        #expect(try store.commit(Change(after: 0, acts: chain.next(3))) == .done)
        #expect(try store.commit(Change(after: 3, acts: chain.next(2))) == .done)
        #expect(try store.head() == 5)
        for (after, limit, wanted) in [
            (0, 10, 1...5), (-3, 10, 1...5), (1, 2, 2...3), (4, 9, 5...5), (0, 1, 1...1),
        ] {
            let acts = try store.acts(after: after, limit: limit)
            #expect(acts == chain.all.filter { wanted.contains($0.sequence) }, "\(after) \(limit)")
        }
        for (after, limit) in [(5, 10), (9, 10), (0, 0), (0, -1)] {
            #expect(try store.acts(after: after, limit: limit).isEmpty, "\(after) \(limit)")
        }
    }

    @Test("bytes and texts come back as they went in", arguments: StoreKind.allCases)
    func exact(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        let body = (0...255).map { UInt8($0) }
        let act = StoredAct(
            after: nil, moment: Instant(seconds: -1), actor: "Өмүрбек 'x' \"y\" \\ %_", kind: "",
            body: body)
        let empty = StoredAct(after: act, moment: Chain.noon, actor: "", kind: "k", body: [])
        let file = StoredFile(type: "", bytes: [])
        let reply = KeptReply(
            key: RequestKey(account: "", key: ""), request: Digest.of(""), status: -1, body: [],
            expires: Instant(seconds: -5))
        let secret = VaultEntry(name: "", value: [])
        let change = Change(acts: [act, empty], files: [file], reply: reply, vault: [secret])
        #expect(try store.commit(change) == .done)
        let kept = try Contents(store)
        #expect(kept.acts == [act, empty])
        #expect(kept.files == [file])
        #expect(kept.replies == [reply])
        #expect(kept.vault == [secret])
    }

    @Test(
        "who is behind is told so, and nothing of the change is kept", arguments: StoreKind.allCases
    )
    func behind(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        var chain = Chain()
        let first = chain.next()
        #expect(try store.commit(Change(acts: [first])) == .done)
        let late = StoredAct(
            after: nil, moment: Chain.noon, actor: "other", kind: "sheet-filed", body: [])
        let change = Change(
            after: 0, acts: [late], files: [.sample("scan")], reply: .sample("k"),
            vault: [VaultEntry(name: "session/1", value: [1])])
        let before = try Contents(store)
        #expect(try store.commit(change) == .behind(head: 1))
        #expect(try Contents(store) == before)
        var ahead = Chain()
        _ = ahead.next(4)
        #expect(try store.commit(Change(after: 4, acts: [ahead.next()])) == .behind(head: 1))
        #expect(try Contents(store) == before)
    }

    @Test(
        "a request is done once; its answer comes before being behind",
        arguments: StoreKind.allCases)
    func answered(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        var chain = Chain()
        let reply = KeptReply.sample("k", body: "first")
        #expect(try store.commit(Change(acts: [chain.next()], reply: reply)) == .done)
        let before = try Contents(store)
        let again = Change(
            after: 0, acts: [chain.all[0]], files: [.sample("scan")],
            reply: .sample("k", body: "second"), vault: [VaultEntry(name: "n", value: [1])])
        #expect(try store.commit(again) == .answered(reply))
        #expect(try store.commit(Change(reply: .sample("k"))) == .answered(reply))
        #expect(try Contents(store) == before)
        #expect(try store.reply(to: reply.key) == reply)
        #expect(try store.commit(Change(reply: .sample("k", account: "other"))) == .done)
    }

    @Test("a change without acts does not ask how far the chain is", arguments: StoreKind.allCases)
    func withoutActs(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: chain.next(2)))
        let change = Change(after: 0, files: [.sample("scan")], reply: .sample("k"))
        #expect(try store.commit(change) == .done)
        #expect(try store.commit(Change()) == .done)
        #expect(try store.head() == 2)
    }

    @Test("an act that does not follow from the last one is refused", arguments: StoreKind.allCases)
    func otherPast(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next("first")]))
        var other = Chain()
        _ = other.next("another first")
        let before = try Contents(store)
        #expect {
            try store.commit(Change(after: 1, acts: [other.next()], reply: .sample("k")))
        } throws: { problem in
            if case StorageProblem.damaged = problem { true } else { false }
        }
        #expect(try Contents(store) == before)
        #expect(try store.commit(Change(after: 1, acts: [chain.next()])) == .done)
    }

    @Test("the same file is kept once, with its first type", arguments: StoreKind.allCases)
    func files(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        let scan = StoredFile.sample("scan")
        #expect(try store.commit(Change(files: [scan, .sample("scan", type: "x")])) == .done)
        #expect(
            try store.commit(Change(files: [.sample("scan", type: "y"), .sample("b")])) == .done)
        #expect(try store.file(scan.digest) == scan)
        #expect(try store.fileDigests(after: nil, limit: 10).count == 2)
    }

    @Test("after closing every call is a problem, not a crash", arguments: StoreKind.allCases)
    func close(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        store.close()
        store.close()
        let calls: [() throws -> Void] = [
            { _ = try store.head() }, { _ = try store.acts(after: 0, limit: 1) },
            { _ = try store.commit(Change()) }, { _ = try store.file(Digest.of("")) },
            { _ = try store.reply(to: RequestKey(account: "", key: "")) },
            { _ = try store.secret("", at: Chain.noon) }, { _ = try store.keep([]) },
            { _ = try store.secretNames(prefix: "", at: Chain.noon) },
            { try store.forgetExpired(at: Chain.noon) },
            { _ = try store.fileDigests(after: nil, limit: 1) },
            { _ = try store.replies(after: nil, limit: 1) },
            { _ = try store.vaultEntries(after: nil, limit: 1) },
        ]
        for call in calls { #expect(throws: StorageProblem.closed) { try call() } }
    }

    @Test("the link is the one that the contract's formula gives")
    func link() {
        // By Python's hashlib: sha256 over the lines that the comment on the link names.
        let first = StoredAct(
            after: nil, moment: Instant(seconds: 0), actor: "system", kind: "opened",
            body: Array("{}".utf8))
        let second = StoredAct(
            after: first, moment: Instant(seconds: 86_400), actor: "clerk", kind: "sheet-filed",
            body: Array(#"{"votes":3}"#.utf8))
        #expect(
            first.link.hex == "b60cfe33ce615087ab616c4d34acad6a59410ca9efc63927230771ff43bbb5b4")
        #expect(
            second.link.hex == "ac1b29f6bdc69795133162aeea84489bd3ae3ae1fd3e209063da26bc0b67ca89")
    }
}
