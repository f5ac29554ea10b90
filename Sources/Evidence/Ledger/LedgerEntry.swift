import Cryptography

/// One artifact sealed: what it is, where it lies, its digest, and the entries it was made from.
package struct LedgerEntry: Hashable, Sendable {
    package let kind: EvidenceKind
    /// Path inside the record, with slashes.
    package let path: String
    package let bytes: Int
    package let digest: Digest
    /// Digests of the artifacts this one was made from, in the order given.
    package let parents: [Digest]

    package init(kind: EvidenceKind, path: String, bytes: Int, digest: Digest, parents: [Digest]) {
        self.kind = kind
        self.path = path
        self.bytes = bytes
        self.digest = digest
        self.parents = parents
    }

    /// The leaf: five lines of text, so that a stranger reads it with nothing but a text editor.
    package var text: String {
        var lines = [
            "dobush-entry-1", "kind \(kind.rawValue)", "path \(path)", "bytes \(bytes)",
            "sha256 \(digest.hex)",
        ]
        lines += parents.map { "from \($0.hex)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a leaf; nil unless it is exactly what `text` would write.
    package init?(leaf: [UInt8]) {
        guard let text = String(validating: leaf, as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func value(_ line: Int, _ key: String) -> String? {
            guard line < lines.count, lines[line].hasPrefix(key + " ") else { return nil }
            return String(lines[line].dropFirst(key.count + 1))
        }
        guard let kind = value(1, "kind").flatMap(EvidenceKind.init(rawValue:)),
            let path = value(2, "path"), let bytes = value(3, "bytes").flatMap({ Int($0) }),
            let digest = value(4, "sha256").flatMap(Digest.init(hex:))
        else { return nil }
        var parents: [Digest] = []
        for line in lines.dropFirst(5).dropLast() {
            guard line.hasPrefix("from "), let parent = Digest(hex: String(line.dropFirst(5)))
            else { return nil }
            parents.append(parent)
        }
        self.init(kind: kind, path: path, bytes: bytes, digest: digest, parents: parents)
        guard self.text == text else { return nil }
    }
}
