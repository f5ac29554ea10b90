import Cryptography
import Foundation
import Primitives
import Storage
import Testing

@Suite("Every store guards its vault, its limits and its names")
struct VaultTests {
    @Test("values are set, replaced and removed", arguments: StoreKind.allCases)
    func values(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        func set(_ entries: VaultEntry...) throws {
            #expect(try store.commit(Change(vault: entries)) == .done)
        }
        try set(VaultEntry(name: "credential/a", value: [1]), VaultEntry(name: "s", value: [2]))
        try set(VaultEntry(name: "credential/a", value: [3]))
        #expect(try store.secret("credential/a", at: Chain.noon) == [3])
        try set(VaultEntry(name: "s", value: nil), VaultEntry(name: "absent", value: nil))
        #expect(try store.secret("s", at: Chain.noon) == nil)
        // Of one name twice in one change the last counts.
        try set(VaultEntry(name: "t", value: [1]), VaultEntry(name: "t", value: [2]))
        #expect(try store.secret("t", at: Chain.noon) == [2])
        try set(VaultEntry(name: "t", value: [1]), VaultEntry(name: "t", value: nil))
        #expect(try store.secret("t", at: Chain.noon) == nil)
    }

    @Test("a value ends at its moment, and is then forgotten", arguments: StoreKind.allCases)
    func expiry(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        let end = Chain.noon
        let before = Instant(seconds: end.seconds - 1)
        let long = KeptReply.sample("long", expires: Instant(seconds: end.seconds + 1))
        _ = try store.commit(
            Change(
                reply: .sample("short", expires: end),
                vault: [
                    VaultEntry(name: "session/1", value: [1], expires: end),
                    VaultEntry(name: "session/2", value: [2]),
                ]))
        _ = try store.commit(Change(reply: long))
        #expect(try store.secret("session/1", at: before) == [1])
        #expect(try store.secret("session/1", at: end) == nil)
        #expect(
            try store.secretNames(prefix: "session/", at: before) == ["session/1", "session/2"])
        #expect(try store.secretNames(prefix: "session/", at: end) == ["session/2"])
        try store.forgetExpired(at: before)
        #expect(try store.vaultEntries(after: nil, limit: 9).count == 2)
        #expect(try store.replies(after: nil, limit: 9).count == 2)
        try store.forgetExpired(at: end)
        #expect(try store.vaultEntries(after: nil, limit: 9).map(\.name) == ["session/2"])
        #expect(try store.replies(after: nil, limit: 9) == [long])
        // A key that was forgotten may be used again.
        #expect(try store.commit(Change(reply: .sample("short"))) == .done)
    }

    @Test("names are compared and ordered by their bytes", arguments: StoreKind.allCases)
    func names(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        // In the order of their bytes in UTF-8; the two é are one letter spelt in two ways.
        let names = ["A", "B", "a", "a%", "a_", "ab", "e\u{301}", "z", "é", "ө", "😀"]
        for (place, name) in names.shuffled().enumerated() {
            let entry = VaultEntry(name: name, value: [UInt8(place)])
            #expect(
                try store.commit(Change(reply: .sample(name), vault: [entry])) == .done, "\(name)")
        }
        func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
        #expect(bytes(try store.secretNames(prefix: "", at: Chain.noon)) == bytes(names))
        for (prefix, wanted) in [
            ("a", ["a", "a%", "a_", "ab"]), ("a%", ["a%"]), ("a_", ["a_"]), ("e", ["e\u{301}"]),
            ("é", ["é"]), ("😀", ["😀"]), ("b", []), ("\u{0}", []),
        ] {
            let found = try store.secretNames(prefix: prefix, at: Chain.noon)
            #expect(bytes(found) == bytes(wanted), "\(prefix)")
        }
        #expect(bytes(try store.replies(after: nil, limit: 99).map(\.key.key)) == bytes(names))
        #expect(try store.secret("a\u{0}", at: Chain.noon) == nil)
        #expect(try store.reply(to: RequestKey(account: "clerk", key: "a\u{0}")) == nil)
    }

    @Test("lists can be walked in pages", arguments: StoreKind.allCases)
    func pages(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        let files = (0..<7).map { StoredFile.sample("file \($0)") }
        _ = try store.commit(Change(files: files))
        let replies = ["a", "b"].flatMap { account in
            ["1", "2", "3"].map { KeptReply.sample($0, account: account) }
        }
        try store.keep(replies.reversed())
        try store.keep([.sample("1", account: "a", body: "changed")])
        _ = try store.commit(
            Change(vault: (0..<5).map { VaultEntry(name: "n\($0)", value: [$0]) }))
        var digests: [Digest] = []
        while case let page = try store.fileDigests(after: digests.last, limit: 3), !page.isEmpty {
            #expect(page.count <= 3)
            digests += page
        }
        #expect(digests.map(\.hex) == files.map(\.digest.hex).sorted())
        var found: [KeptReply] = []
        while case let page = try store.replies(after: found.last?.key, limit: 2), !page.isEmpty {
            found += page
        }
        #expect(found == replies)
        var names: [String] = []
        while case let page = try store.vaultEntries(after: names.last, limit: 2), !page.isEmpty {
            names += page.map(\.name)
        }
        #expect(names == ["n0", "n1", "n2", "n3", "n4"])
    }

    @Test(
        "what is as large as allowed is kept, what is larger is refused",
        arguments: StoreKind.allCases)
    func limits(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        func change(over: Int) -> [(String, Change)] {
            func bytes(_ limit: Int) -> [UInt8] { [UInt8](repeating: 7, count: limit + over) }
            func name(_ limit: Int) -> String { String(repeating: "n", count: limit + over) }
            func act(actor: String = "a", kind: String = "k", body: [UInt8] = []) -> Change {
                Change(
                    acts: [
                        StoredAct(
                            after: nil, moment: Chain.noon, actor: actor, kind: kind, body: body)
                    ])
            }
            var reply = Change(reply: .sample("k", body: name(StorageLimits.body)))
            if over == 0 { reply.reply = .sample("answer", body: name(StorageLimits.body)) }
            return [
                ("body", act(body: bytes(StorageLimits.body))),
                ("actor", act(actor: name(StorageLimits.name))),
                ("kind", act(kind: name(StorageLimits.name))),
                ("file", Change(files: [StoredFile(type: "t", bytes: bytes(StorageLimits.file))])),
                ("type", Change(files: [.sample("typed", type: name(StorageLimits.name))])),
                ("answer", reply),
                ("account", Change(reply: .sample("k1", account: name(StorageLimits.name)))),
                ("key", Change(reply: .sample(name(StorageLimits.name)))),
                (
                    "name",
                    Change(vault: [VaultEntry(name: name(StorageLimits.vaultName), value: [])])
                ),
                (
                    "value",
                    Change(vault: [VaultEntry(name: "v", value: bytes(StorageLimits.vaultValue))])
                ),
            ]
        }
        for (what, change) in change(over: 1) {
            #expect("\(what)") { try store.commit(change) } throws: { problem in
                if case StorageProblem.tooLarge = problem { true } else { false }
            }
        }
        #expect(try Contents(store) == Contents(MemoryStore()))
        var kept = false
        for (what, change) in change(over: 0) {
            let outcome = try store.commit(change)
            // All three acts are the first; one of them can be.
            #expect(outcome == (kept && !change.acts.isEmpty ? .behind(head: 1) : .done), "\(what)")
            kept = kept || !change.acts.isEmpty
        }
        _ = try Contents(store)
    }

    @Test("a name with the character NUL is refused by all", arguments: StoreKind.allCases)
    func nul(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        for change in [
            Change(reply: .sample("a\u{0}")), Change(reply: .sample("a", account: "\u{0}")),
            Change(vault: [VaultEntry(name: "a\u{0}b", value: [])]),
            Change(files: [.sample("f", type: "a\u{0}")]),
        ] {
            #expect { try store.commit(change) } throws: { problem in
                (problem as? StorageProblem)?.code == "storage.unfit-name"
            }
        }
        #expect(try Contents(store) == Contents(MemoryStore()))
    }
}
