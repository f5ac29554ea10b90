import Cryptography

/// The Merkle tree of RFC 6962, section 2.1.
package enum MerkleTree {
    package static func leaf(_ entry: [UInt8]) -> Digest { Digest.of([0], entry) }

    package static func node(_ left: Digest, _ right: Digest) -> Digest {
        Digest.of([1], left.bytes, right.bytes)
    }

    /// The root over leaf hashes; of none, the SHA-256 of nothing.
    package static func root(_ leaves: [Digest]) -> Digest {
        root(ofSubtrees: leaves.map { (1, $0) })
    }

    /// The root over the roots of complete subtrees laid side by side, each a power of two in size
    /// and none larger than the one before it.
    package static func root(ofSubtrees parts: [(size: Int, digest: Digest)]) -> Digest {
        var peaks: [(size: Int, digest: Digest)] = []
        for part in parts {
            var top = part
            while let last = peaks.last, last.size == top.size {
                peaks.removeLast()
                top = (last.size * 2, node(last.digest, top.digest))
            }
            peaks.append(top)
        }
        guard var result = peaks.popLast()?.digest else { return Digest.of([UInt8]()) }
        while let peak = peaks.popLast() { result = node(peak.digest, result) }
        return result
    }

    /// The hashes that show `index` to be in the tree of these leaves, from the leaf upwards.
    ///
    /// Source: RFC 6962, section 2.1.1 (Merkle audit paths).
    package static func inclusionProof(_ index: Int, in leaves: ArraySlice<Digest>) -> [Digest] {
        let count = leaves.count
        precondition((0..<count).contains(index), "leaf \(index) of \(count)")
        guard count > 1 else { return [] }
        var split = 1
        while split * 2 < count { split *= 2 }
        let left = leaves.prefix(split)
        let right = leaves.dropFirst(split)
        return index < split
            ? inclusionProof(index, in: left) + [root(Array(right))]
            : inclusionProof(index - split, in: right) + [root(Array(left))]
    }

    /// The root that a leaf and its path lead to; nil when the path has the wrong length.
    ///
    /// Source: RFC 9162, section 2.1.3.2.
    package static func root(
        from leaf: Digest, at index: Int, of size: Int, path: [Digest]
    ) -> Digest? {
        guard index >= 0, index < size else { return nil }
        var position = index
        var last = size - 1
        var result = leaf
        for step in path {
            guard last > 0 else { return nil }
            if position % 2 == 1 || position == last {
                result = node(step, result)
                while position % 2 == 0 && position != 0 {
                    position /= 2
                    last /= 2
                }
            } else {
                result = node(result, step)
            }
            position /= 2
            last /= 2
        }
        return last == 0 ? result : nil
    }
}
