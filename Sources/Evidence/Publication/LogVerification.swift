import Cryptography
import Ledger

/// The files of a record as found on disk, before anything in them is believed.
package struct RecordFiles: Sendable {
    /// Path inside the record to bytes.
    package var contents: [String: [UInt8]]
    /// What is there and is no regular file (a link, a device), with what it is.
    package var irregular: [String: String]

    package init(contents: [String: [UInt8]], irregular: [String: String]) {
        self.contents = contents
        self.irregular = irregular
    }

    package func text(_ path: String) -> String? {
        contents[path].flatMap { String(validating: $0, as: UTF8.self) }
    }
}

/// What the log says, once its tree and its signature have been recomputed.
package struct LogReading: Sendable {
    package var entries: [LedgerEntry] = []
    package var faults: [Fault] = []
    package var treeFaults: [Fault] = []
    package var signatureFaults: [Fault] = []
    package var keyText = ""

    /// - Parameter key: the key that the reader trusts; nil to take the record's own.
    package init(_ files: RecordFiles, key: NoteKey?) {
        readEntries(files)
        let checkpoint = readCheckpoint(files, key: key)
        compareTree(files, checkpoint)
    }

    private mutating func readEntries(_ files: RecordFiles) {
        let bundles = files.contents.keys.filter { $0.hasPrefix("log/tile/entries/") }.sorted()
        if bundles.isEmpty { faults.append(Fault("log/tile/entries", "the log has no entries")) }
        for path in bundles {
            guard let leaves = Tiles.entries(inBundle: files.contents[path] ?? []) else {
                faults.append(Fault(path, "the lengths of its entries do not fit its bytes"))
                continue
            }
            let tile = path.replacing("log/tile/entries/", with: "log/tile/0/")
            if leaves.flatMap({ MerkleTree.leaf($0).bytes }) != files.contents[tile] {
                treeFaults.append(Fault(path, "its entries do not give the hashes of \(tile)"))
            }
            for leaf in leaves {
                guard let entry = LedgerEntry(leaf: leaf) else {
                    faults.append(Fault(path, "entry \(entries.count) is not a well-formed entry"))
                    continue
                }
                entries.append(entry)
            }
        }
        checkReferences()
    }

    private mutating func checkReferences() {
        var known: Set<Digest> = []
        var paths: Set<String> = []
        for entry in entries {
            if !paths.insert(entry.path).inserted {
                faults.append(Fault(entry.path, "the log names this file twice"))
            }
            for parent in entry.parents where !known.contains(parent) {
                faults.append(
                    Fault(
                        entry.path, "it is made from \(parent.hex.prefix(12))…, not sealed before"))
            }
            known.insert(entry.digest)
        }
    }

    private mutating func readCheckpoint(_ files: RecordFiles, key: NoteKey?) -> Checkpoint? {
        let stated = files.text("log/key.txt").flatMap { text in
            text.hasSuffix("\n") ? NoteKey(text: String(text.dropLast())) : nil
        }
        if stated == nil {
            signatureFaults.append(Fault("log/key.txt", "it is not a verifier key"))
        }
        if let key, let stated, key != stated {
            signatureFaults.append(Fault("log/key.txt", "it is not the key you trust"))
        }
        guard let trusted = key ?? stated else { return nil }
        keyText = trusted.text
        guard let note = files.text("log/checkpoint") else {
            signatureFaults.append(Fault("log/checkpoint", "it is missing or not text"))
            return nil
        }
        do {
            return try Checkpoint.open(note, key: trusted)
        } catch {
            signatureFaults.append(Fault("log/checkpoint", error.text))
            return try? Checkpoint.parse(note).0
        }
    }

    private mutating func compareTree(_ files: RecordFiles, _ checkpoint: Checkpoint?) {
        let leaves = entries.map { Array($0.text.utf8) }
        let expected = Tiles.files(leaves)
        for (path, bytes) in expected.sorted(by: { $0.key < $1.key })
        where files.contents["log/\(path)"] != bytes {
            treeFaults.append(
                Fault(
                    "log/\(path)",
                    files.contents["log/\(path)"] == nil
                        ? "the tile is missing" : "the tile is not what the entries give"))
        }
        for path in files.contents.keys.sorted() where path.hasPrefix("log/tile/") {
            if expected[String(path.dropFirst(4))] == nil {
                treeFaults.append(Fault(path, "no entries give this tile"))
            }
        }
        guard let checkpoint else { return }
        if checkpoint.size != leaves.count {
            treeFaults.append(
                Fault(
                    "log/checkpoint",
                    "it is of \(checkpoint.size) entries; the log has \(leaves.count)"))
        } else if checkpoint.root != MerkleTree.root(leaves.map(MerkleTree.leaf)) {
            treeFaults.append(
                Fault("log/checkpoint", "its root is not the root of the log's entries"))
        }
    }

    /// The ledger as text for people: one line an event, then the root.
    package var ledgerText: String {
        let lines = entries.enumerated().map { index, entry in
            "\(index) \(entry.kind.rawValue) \(entry.path) \(entry.bytes) \(entry.digest.hex)"
        }
        let leaves = entries.map { MerkleTree.leaf(Array($0.text.utf8)) }
        return (lines + ["root \(MerkleTree.root(leaves).hex)"]).joined(separator: "\n")
    }

    /// Files named and not there, there and not named, and those that are no regular files.
    package func fileFaults(_ files: RecordFiles) -> [Fault] {
        var found: [Fault] = []
        let named = Set(entries.map(\.path))
        for path in files.irregular.keys.sorted() {
            found.append(Fault(path, "it is \(files.irregular[path] ?? ""), not a regular file"))
        }
        for path in named.sorted() where files.contents[path] == nil && files.irregular[path] == nil
        {
            found.append(Fault(path, "the log names it and it is missing"))
        }
        for path in files.contents.keys.sorted() where !named.contains(path) {
            let ours =
                path == "log/checkpoint" || path == "log/key.txt" || path.hasPrefix("log/tile/")
            if !ours { found.append(Fault(path, "the log does not name it")) }
        }
        return found
    }

    /// Files whose bytes are not those that were sealed.
    package func digestFaults(_ files: RecordFiles) -> [Fault] {
        entries.compactMap { entry in
            guard let bytes = files.contents[entry.path] else { return nil }
            if bytes.count != entry.bytes {
                return Fault(
                    entry.path, "it has \(bytes.count) bytes; \(entry.bytes) were sealed")
            }
            return Digest.of(bytes) == entry.digest
                ? nil : Fault(entry.path, "its bytes are not those that were sealed")
        }
    }
}
