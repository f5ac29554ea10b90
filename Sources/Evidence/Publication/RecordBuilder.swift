import Cryptography
import Ledger

/// Collects the artifacts of an election in the order in which they came to be, and seals them.
package struct RecordBuilder: Sendable {
    package private(set) var files: [String: [UInt8]] = [:]
    package private(set) var entries: [LedgerEntry] = []

    package init() {}

    /// Adds one artifact.
    ///
    /// - Parameters:
    ///   - path: inside the record; given once.
    ///   - parents: paths of artifacts sealed before, from which this one was made.
    package mutating func seal(
        _ kind: EvidenceKind, _ path: String, _ bytes: [UInt8], from parents: [String] = []
    ) {
        precondition(files[path] == nil, "\(path) is sealed twice")
        let digests = parents.map { parent -> Digest in
            guard let entry = entries.first(where: { $0.path == parent }) else {
                preconditionFailure("\(path) is made from \(parent), which is not sealed")
            }
            return entry.digest
        }
        files[path] = bytes
        entries.append(
            LedgerEntry(
                kind: kind, path: path, bytes: bytes.count, digest: Digest.of(bytes),
                parents: digests))
    }

    /// Every file of the finished record, the log among them.
    ///
    /// - Parameters:
    ///   - origin: the log's name, which is also the key's.
    package func finished(origin: String, key: SigningKey) -> [String: [UInt8]] {
        var all = files
        let leaves = entries.map { Array($0.text.utf8) }
        for (path, bytes) in Tiles.files(leaves) { all["log/\(path)"] = bytes }
        let checkpoint = Checkpoint(
            origin: origin, size: leaves.count, root: MerkleTree.root(leaves.map(MerkleTree.leaf)))
        all["log/checkpoint"] = Array(checkpoint.signed(by: key).utf8)
        let name = NoteKey(name: origin, key: key.verifyingKey)
        all["log/key.txt"] = Array((name.text + "\n").utf8)
        return all
    }
}
