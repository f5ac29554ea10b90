import Cryptography
import Foundation
import Ledger
import TestSupport
import Testing

/// The sample log of ../shared, written by another program (aics-tlog 0.2.1).
private let sample = URL(filePath: SharedData.path("data/audit/tlog-sample"))

@Suite("Our log is byte for byte the log that others write")
struct SharedLogTests {
    @Test(
        "100 000 entries give the same tiles and checkpoint",
        .enabled(if: SharedData.isPresent, "needs ../shared"))
    func sampleLog() throws {
        let entries = (0..<100_000).map { number in
            Array("{\"type\":\"protocol\",\"uik\":\(number),\"votes\":[1,2,3]}".utf8)
        }
        let files = Tiles.files(entries)
        let kept = try FileManager.default.subpathsOfDirectory(atPath: sample.path)
            .filter { $0.hasPrefix("tile/") && !isFolder($0) }
        #expect(kept.count == 8)
        for path in kept {
            let expected = try Data(contentsOf: sample.appending(path: path))
            #expect(files[path].map { Data($0) } == expected, "\(path)")
        }
        let key = try #require(SigningKey(seed: (0..<32).map { UInt8($0) }))
        let checkpoint = Checkpoint(
            origin: "example.org/election/kg-2026", size: entries.count,
            root: MerkleTree.root(entries.map(MerkleTree.leaf)))
        let note = try String(contentsOf: sample.appending(path: "checkpoint"), encoding: .utf8)
        #expect(checkpoint.signed(by: key) == note)
    }

    @Test(
        "its checkpoint opens with its published key",
        .enabled(if: SharedData.isPresent, "needs ../shared"))
    func opens() throws {
        let note = try String(contentsOf: sample.appending(path: "checkpoint"), encoding: .utf8)
        let key = try #require(
            NoteKey(
                text:
                    "example.org/election/kg-2026+ba4995b4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
            ))
        let checkpoint = try Checkpoint.open(note, key: key)
        #expect(checkpoint.size == 100_000)
    }

    @Test(
        "a part of its tiles is enough to check it",
        .enabled(if: SharedData.isPresent, "needs ../shared"))
    func audit() throws {
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: sample.path)
        where !isFolder(path) {
            files[path] = Array(try Data(contentsOf: sample.appending(path: path)))
        }
        let lines = TileAudit(files: files, key: nil).lines
        #expect(lines.filter { $0.flaw != nil } == [])
        // The root, three bundles with their tiles less one that is not kept, four tiles below others.
        #expect(lines.count >= 6)
        files["tile/1/000"]?[40] ^= 1
        let altered = TileAudit(files: files, key: nil).lines.filter { $0.flaw != nil }
        #expect(altered.map(\.path).contains("checkpoint (root)"))
    }

    private func isFolder(_ path: String) -> Bool {
        var folder: ObjCBool = false
        _ = FileManager.default.fileExists(
            atPath: sample.appending(path: path).path, isDirectory: &folder)
        return folder.boolValue
    }
}
