import Cryptography

/// The size and root of a log at one moment, as a signed note (c2sp.org/tlog-checkpoint,
/// c2sp.org/signed-note).
package struct Checkpoint: Hashable, Sendable {
    /// Name of the log: no spaces, no plus.
    package let origin: String
    package let size: Int
    package let root: Digest

    package init(origin: String, size: Int, root: Digest) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The text that is signed, with its last line feed.
    package var body: String { "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n" }

    /// The whole note, signed by one key under the log's own name.
    package func signed(by key: SigningKey) -> String {
        let name = NoteKey(name: origin, key: key.verifyingKey)
        let payload = name.identity + key.sign(Array(body.utf8))
        return "\(body)\n\u{2014} \(origin) \(Base64.encode(payload))\n"
    }

    /// Reads a note and checks its signatures against a key.
    ///
    /// Signatures by unknown keys are passed over; a bad one by the known key refuses the note.
    package static func open(_ note: String, key: NoteKey) throws(CheckpointFlaw) -> Checkpoint {
        let (checkpoint, signatures) = try parse(note)
        var accepted = false
        for line in signatures
        where line.name == key.name && line.payload.prefix(4) == key.identity[...] {
            guard
                key.key.accepts(Array(line.payload.dropFirst(4)), over: Array(checkpoint.body.utf8))
            else { throw .badSignature(key.name) }
            accepted = true
        }
        guard accepted else { throw .notSigned(by: key.name) }
        guard checkpoint.origin == key.name else { throw .otherOrigin(checkpoint.origin) }
        return checkpoint
    }

    /// Splits a note without checking who signed it.
    package static func parse(
        _ note: String
    ) throws(CheckpointFlaw) -> (Checkpoint, [(name: String, payload: [UInt8])]) {
        // Scalars, not characters: a stray carriage return must not hide inside a line end.
        let text = String(note)
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" }),
            !text.unicodeScalars.contains("\u{7F}")
        else { throw .malformed("it has control characters") }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 6, lines.last == "", lines[3] == "" else {
            throw .malformed("it is not three lines, an empty one, and signatures")
        }
        guard !lines[0].isEmpty, !lines[0].contains(" "), !lines[0].contains("+"),
            let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let bytes = Base64.decode(lines[2]), let root = Digest(bytes: bytes)
        else { throw .malformed("its origin, size or root is not well formed") }
        var signatures: [(name: String, payload: [UInt8])] = []
        for line in lines[4..<(lines.count - 1)] {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}",
                let payload = Base64.decode(String(parts[2])),
                payload.count > 4
            else { throw .malformed("a signature line is not well formed") }
            signatures.append((String(parts[1]), payload))
        }
        return (Checkpoint(origin: lines[0], size: size, root: root), signatures)
    }
}

/// A public key with the name it signs under.
package struct NoteKey: Hashable, Sendable {
    package let name: String
    package let key: VerifyingKey

    package init(name: String, key: VerifyingKey) {
        self.name = name
        self.key = key
    }

    /// Reads `name+8 hex+base64`, the verifier key text of c2sp.org/signed-note.
    package init?(text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64.decode(String(parts[2])), bytes.first == 1,
            let key = VerifyingKey(bytes: Array(bytes.dropFirst()))
        else { return nil }
        self.init(name: String(parts[0]), key: key)
        guard self.text == text else { return nil }
    }

    /// First four bytes of SHA-256(name, line feed, 1, key).
    package var identity: [UInt8] {
        Array(Digest.of(Array(name.utf8), [0x0A, 0x01], key.bytes).bytes.prefix(4))
    }

    package var text: String {
        "\(name)+\(Hexadecimal.encode(identity))+\(Base64.encode([1] + key.bytes))"
    }
}

/// Why a checkpoint is not accepted. A finding about a record, not a failure of ours.
package enum CheckpointFlaw: Error, Hashable, Sendable {
    case malformed(String)
    case notSigned(by: String)
    case badSignature(String)
    case otherOrigin(String)

    package var text: String {
        switch self {
        case .malformed(let what): "the checkpoint is malformed: \(what)"
        case .notSigned(let name): "the checkpoint is not signed by \(name)"
        case .badSignature(let name): "the signature of \(name) does not fit the checkpoint"
        case .otherOrigin(let origin): "the checkpoint is of another log, \(origin)"
        }
    }
}
