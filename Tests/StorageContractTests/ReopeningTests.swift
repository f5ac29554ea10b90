import Cryptography
import Foundation
import Primitives
import Storage
import StoragePostgreSQL
import StorageSQLite
import TestSupport
import Testing

@Suite("A store that is opened again is the store that was left")
struct ReopeningTests {
    @Test("everything is found again", arguments: StoreKind.lasting)
    func again(kind: StoreKind) throws {
        let place = try Place(kind)
        var chain = Chain()
        let store = try place.open()
        let entry = VaultEntry(name: "credential/a", value: [1], expires: Chain.noon)
        _ = try store.commit(
            Change(
                acts: chain.next(3), files: [.sample("scan")], reply: .sample("k"), vault: [entry]))
        let left = try Contents(store)
        store.close()
        let opened = try place.open()
        #expect(try Contents(opened) == left)
        #expect(left.acts == chain.all && left.files.count == 1 && left.vault == [entry])
        #expect(try opened.commit(Change(after: 3, acts: [chain.next()])) == .done)
    }

    @Test("a newer schema is refused, and an older one comes forward", arguments: StoreKind.lasting)
    func schema(kind: StoreKind) throws {
        let place = try Place(kind)
        let first = try place.open()
        var chain = Chain()
        _ = try first.commit(Change(acts: chain.next(2)))
        first.close()
        let next = "CREATE TABLE \(kind == .sqlite ? "" : "dobush.")later (number INTEGER)"
        func newer(_ step: String) throws -> any OfficeStore {
            kind == .sqlite
                ? try SQLiteStore(path: place.path, steps: SQLiteSchema.steps + [next, step])
                : try PostgreSQLStore(url: place.url, steps: PostgreSQLSchema.steps + [next, step])
        }
        // A step that fails takes the steps before it back.
        #expect(throws: StorageProblem.self) { try newer("nonsense") }
        #expect(try place.open().head() == 2)
        let opened = try newer("SELECT 1")
        #expect(try opened.acts(after: 0, limit: 9) == chain.all)
        opened.close()
        #expect(throws: StorageProblem.newerSchema(found: 3, known: 1)) { try place.open() }
    }

    @Test(
        "a newer schema that appears under a running program is not written to",
        arguments: StoreKind.lasting)
    func schemaUnderneath(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next()]))
        try place.tamper(
            sqlite: "PRAGMA user_version = 9",
            postgresql: "INSERT INTO dobush.schema_step (number) SELECT generate_series(2, 9)")
        #expect(throws: StorageProblem.newerSchema(found: 9, known: 1)) {
            try store.commit(Change(after: 1, acts: [chain.next()]))
        }
    }

    @Test(
        "acts and files cannot be changed or removed by a mistaken command",
        arguments: StoreKind.lasting)
    func guards(kind: StoreKind) throws {
        let place = try Place(kind)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next()], files: [.sample("scan")]))
        for statement in [
            "DELETE FROM TABLE.act", "UPDATE TABLE.act SET actor = 'x'", "DELETE FROM TABLE.file",
            "UPDATE TABLE.file SET type = 'x'",
        ] {
            #expect(throws: Tool.Failed.self, "\(statement)") {
                try place.tamper(
                    sqlite: statement.replacingOccurrences(of: "TABLE.", with: ""),
                    postgresql: statement.replacingOccurrences(of: "TABLE", with: "dobush"))
            }
        }
        #expect(try store.acts(after: 0, limit: 9) == chain.all)
    }

    @Test(
        "what somebody changed underneath is noticed when it is read", arguments: StoreKind.lasting)
    func tampered(kind: StoreKind) throws {
        let off =
            kind == .sqlite
            ? "DROP TRIGGER act_is_never_changed; DROP TRIGGER file_is_never_changed;"
                + "DROP TRIGGER act_is_never_removed;"
            : "ALTER TABLE dobush.act DISABLE TRIGGER ALL; ALTER TABLE dobush.file DISABLE TRIGGER ALL;"
        let bytes = kind == .sqlite ? "x'00'" : "'\\x00'"
        let schema = kind == .sqlite ? "" : "dobush."
        for (statement, sentence) in [
            ("UPDATE \(schema)act SET body = \(bytes) WHERE sequence = 2", "act 2"),
            ("UPDATE \(schema)act SET actor = 'x' WHERE sequence = 3", "act 3"),
            ("UPDATE \(schema)act SET moment = 0 WHERE sequence = 1", "act 1"),
            ("DELETE FROM \(schema)act WHERE sequence = 2", "act 1 comes act 3"),
            (
                "UPDATE \(schema)file SET bytes = \(bytes)",
                "file \(StoredFile.sample("scan").digest)"
            ),
        ] {
            let place = try Place(kind)
            let store = try place.open()
            var chain = Chain()
            _ = try store.commit(Change(acts: chain.next(3), files: [.sample("scan")]))
            #expect(try StoreCheck(store).faults == [])
            try place.tamper(sqlite: off + statement, postgresql: off + statement)
            let check = try StoreCheck(store)
            #expect(check.faults.first?.contains(sentence) == true, "\(statement): \(check.faults)")
            let copy = MemoryStore()
            #expect(throws: StorageProblem.self) { try StoreCopy.copy(from: store, to: copy) }
        }
    }
}

@Suite("A file that is not a store is not taken for one")
struct ForeignFileTests {
    @Test("each kind of file has its problem, and is left as it was")
    func files() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let other = folder.path + "/other.sqlite"
        try Tool.run("/usr/bin/sqlite3", other, "CREATE TABLE t (a); PRAGMA user_version = 1;")
        let text = try folder.write(
            Array(String(repeating: "not a database\n", count: 99).utf8), to: "text")
        let empty = try folder.write([], to: "empty")
        for (path, code) in [
            (other, "storage.foreign"), (text, "storage.foreign"), (empty, "storage.damaged"),
            (folder.path, "storage.unavailable"),
            (folder.path + "/absent/office.sqlite", "storage.unavailable"),
        ] {
            let before = FileManager.default.contents(atPath: path)
            #expect("\(path)") { try SQLiteStore(path: path) } throws: { problem in
                (problem as? StorageProblem)?.code == code
            }
            #expect(FileManager.default.contents(atPath: path) == before)
        }
        #expect(throws: StorageProblem.self) {
            try SQLiteStore(path: folder.path + "/new.sqlite", onlyReads: true)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new.sqlite"))
    }

    @Test("the schema dobush of another program is left alone")
    func schema() throws {
        let place = try Place(.postgresql)
        try place.tamper(
            sqlite: "", postgresql: "CREATE SCHEMA dobush; CREATE TABLE dobush.t (a int)")
        #expect { try place.open() } throws: { problem in
            (problem as? StorageProblem)?.code == "storage.foreign"
        }
    }

    @Test("only the owner may read the file and its log, and nothing is left beside them")
    func mode() throws {
        let place = try Place(.sqlite)
        let store = try place.open()
        var chain = Chain()
        _ = try store.commit(Change(acts: [chain.next()]))
        for end in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.path + end)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(end)")
        }
        store.close()
        let folder = URL(filePath: place.path).deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["office.sqlite"])
    }

    @Test("a file that is cut or has a page overwritten is damaged, not read wrongly")
    func damagedPages() throws {
        for cut in [true, false] {
            let place = try Place(.sqlite)
            let store = try place.open()
            var chain = Chain()
            _ = try store.commit(Change(acts: chain.next(400), files: [.sample("scan")]))
            store.close()
            let handle = try FileHandle(forUpdating: URL(filePath: place.path))
            let size = try handle.seekToEnd()
            if cut {
                try handle.truncate(atOffset: size / 2)
            } else {
                for page in stride(from: 4096 * 12, to: Int(size), by: 4096 * 7) {
                    try handle.seek(toOffset: UInt64(page))
                    try handle.write(contentsOf: Data(repeating: 0xA5, count: 4096))
                }
            }
            try handle.close()
            #expect("cut: \(cut)") {
                let opened = try place.open()
                let check = try StoreCheck(opened)
                if !check.faults.isEmpty { throw StorageProblem.damaged("") }
            } throws: { problem in
                (problem as? StorageProblem)?.code == "storage.damaged"
            }
        }
    }
}
