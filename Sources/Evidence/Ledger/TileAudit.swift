import Cryptography

/// Checks a tiled log from whatever of its tiles are at hand.
///
/// A mirror may keep only some tiles. Each bundle is held against its tile, each tile against the
/// hash above it, and the root is recomputed from the lowest level that is complete.
package struct TileAudit: Sendable {
    package struct Line: Hashable, Sendable {
        package let path: String
        /// Nil when it holds.
        package let flaw: String?
    }

    package private(set) var lines: [Line] = []
    private let files: [String: [UInt8]]
    private let size: Int

    /// - Parameters:
    ///   - files: path inside the log (`checkpoint`, `tile/…`) to bytes.
    ///   - key: nil to leave the signature unchecked.
    package init(files: [String: [UInt8]], key: NoteKey?) {
        self.files = files
        let note = String(validating: files["checkpoint"] ?? [], as: UTF8.self) ?? ""
        let checkpoint: Checkpoint
        do {
            checkpoint = try Checkpoint.parse(note).0
        } catch {
            size = 0
            lines.append(Line(path: "checkpoint", flaw: error.text))
            return
        }
        size = checkpoint.size
        if let key {
            var flaw: String?
            do { _ = try Checkpoint.open(note, key: key) } catch { flaw = error.text }
            lines.append(Line(path: "checkpoint (signature)", flaw: flaw))
        }
        checkRoot(checkpoint)
        checkBundles()
        checkTiles()
    }

    /// Hashes at one level of tiles: each stands for 256 to the power `level` entries.
    private func count(level: Int) -> Int {
        var count = size
        for _ in 0..<level { count /= Tiles.width }
        return count
    }

    private func width(_ level: Int, _ tile: Int) -> Int {
        min(Tiles.width, count(level: level) - tile * Tiles.width)
    }

    private func tile(_ level: Int, _ number: Int) -> [Digest]? {
        let width = width(level, number)
        guard width > 0,
            let bytes = files["tile/\(level)/\(Tiles.name(number, count: width))"],
            bytes.count == width * 32
        else { return nil }
        return stride(from: 0, to: bytes.count, by: 32).compactMap {
            Digest(bytes: Array(bytes[$0..<$0 + 32]))
        }
    }

    private func hashes(level: Int, from first: Int) -> [Digest]? {
        var all: [Digest] = []
        var number = first / Tiles.width
        while number * Tiles.width < count(level: level) {
            guard let part = tile(level, number) else { return nil }
            all += part
            number += 1
        }
        return Array(all.dropFirst(first % Tiles.width))
    }

    private mutating func checkRoot(_ checkpoint: Checkpoint) {
        let level = (0...8).first {
            $0 == 0 || count(level: $0) > 0 ? hashes(level: $0, from: 0) != nil : false
        }
        guard let level else {
            lines.append(Line(path: "checkpoint (root)", flaw: "no level of tiles is complete"))
            return
        }
        var parts: [(size: Int, digest: Digest)] = []
        var covered = 0
        var span = 1
        for _ in 0..<level { span *= Tiles.width }
        for current in stride(from: level, through: 0, by: -1) {
            guard let found = hashes(level: current, from: covered / span) else {
                lines.append(
                    Line(path: "checkpoint (root)", flaw: "a tile at the right edge is missing"))
                return
            }
            parts += found.map { (span, $0) }
            covered += found.count * span
            span /= Tiles.width
        }
        let holds = MerkleTree.root(ofSubtrees: parts) == checkpoint.root
        lines.append(
            Line(
                path: "checkpoint (root)",
                flaw: holds ? nil : "the tiles give another root"))
    }

    private mutating func checkBundles() {
        for number in 0..<((size + Tiles.width - 1) / Tiles.width) {
            let path = "tile/entries/\(Tiles.name(number, count: width(0, number)))"
            guard let bytes = files[path], let leaves = tile(0, number) else { continue }
            let entries = Tiles.entries(inBundle: bytes)
            lines.append(
                Line(
                    path: path,
                    flaw: entries?.map(MerkleTree.leaf) == leaves
                        ? nil : "its entries do not give the hashes of its tile"))
        }
    }

    private mutating func checkTiles() {
        for level in 1...8 where count(level: level) > 0 {
            for number in 0..<count(level: level) {
                guard let above = tile(level, number / Tiles.width),
                    let below = tile(level - 1, number)
                else { continue }
                let holds = above[number % Tiles.width] == MerkleTree.root(below)
                lines.append(
                    Line(
                        path: "tile/\(level - 1)/\(Tiles.name(number, count: Tiles.width))",
                        flaw: holds ? nil : "it does not give the hash above it"))
            }
        }
    }
}
