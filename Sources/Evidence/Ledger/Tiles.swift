import Cryptography

/// The files of a tiled log (c2sp.org/tlog-tiles): 256 hashes a tile, 256 entries a bundle.
package enum Tiles {
    package static let width = 256

    /// Every file of the log but its checkpoint, path to bytes.
    ///
    /// - Parameter entries: each at most 65 535 bytes; longer ones trap, the caller logs digests.
    package static func files(_ entries: [[UInt8]]) -> [String: [UInt8]] {
        var files = bundles(entries)
        var level = 0
        var hashes = entries.map(MerkleTree.leaf)
        while !hashes.isEmpty {
            for start in stride(from: 0, to: hashes.count, by: width) {
                let part = hashes[start..<min(start + width, hashes.count)]
                files["tile/\(level)/\(name(start / width, count: part.count))"] = part.flatMap(
                    \.bytes)
            }
            let full = hashes.count / width
            hashes = (0..<full).map { tile in
                MerkleTree.root(Array(hashes[tile * width..<(tile + 1) * width]))
            }
            level += 1
        }
        return files
    }

    private static func bundles(_ entries: [[UInt8]]) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for start in stride(from: 0, to: entries.count, by: width) {
            let part = entries[start..<min(start + width, entries.count)]
            var bytes: [UInt8] = []
            for entry in part {
                precondition(entry.count <= 65_535, "a log entry of \(entry.count) bytes")
                bytes += [UInt8(entry.count >> 8), UInt8(entry.count & 255)]
                bytes += entry
            }
            files["tile/entries/\(name(start / width, count: part.count))"] = bytes
        }
        return files
    }

    /// `000`, `x001/x234/067`, with `.p/<n>` when the tile is not full.
    package static func name(_ number: Int, count: Int) -> String {
        var groups = [(number % 1000)]
        var rest = number / 1000
        while rest > 0 {
            groups.insert(rest % 1000, at: 0)
            rest /= 1000
        }
        let parts = groups.enumerated().map { index, group in
            let digits = String(repeating: "0", count: 3 - String(group).utf8.count) + String(group)
            return index < groups.count - 1 ? "x" + digits : digits
        }
        let path = parts.joined(separator: "/")
        return count < width ? "\(path).p/\(count)" : path
    }

    /// The entries of one bundle; nil when its lengths do not fit its bytes.
    package static func entries(inBundle bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var index = 0
        while index < bytes.count {
            guard index + 2 <= bytes.count else { return nil }
            let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
            index += 2
            guard index + length <= bytes.count else { return nil }
            entries.append(Array(bytes[index..<index + length]))
            index += length
        }
        return entries
    }
}
