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
        guard var note = SignedNote(text: body) else {
            preconditionFailure("an origin with control characters: \(origin)")
        }
        note.sign(as: origin, by: key)
        return note.note
    }

    /// Reads a note and checks its signatures against a key.
    ///
    /// Signatures by unknown keys are passed over; a bad one by the known key refuses the note.
    package static func open(_ note: String, key: NoteKey) throws(CheckpointFlaw) -> Checkpoint {
        let (checkpoint, signed) = try parse(note)
        let signers: [NoteKey]
        do throws(NoteFlaw) { signers = try signed.signers(among: [key]) } catch {
            throw CheckpointFlaw(error)
        }
        guard signers == [key] else { throw .notSigned(by: key.name) }
        guard checkpoint.origin == key.name else { throw .otherOrigin(checkpoint.origin) }
        return checkpoint
    }

    /// Splits a note without checking who signed it.
    package static func parse(
        _ note: String
    ) throws(CheckpointFlaw) -> (Checkpoint, SignedNote) {
        let signed: SignedNote
        do throws(NoteFlaw) { signed = try SignedNote(reading: note) } catch {
            throw CheckpointFlaw(error)
        }
        let lines = signed.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3] == "" else {
            throw .malformed("it is not three lines, an empty one, and signatures")
        }
        guard !lines[0].isEmpty, !lines[0].contains(" "), !lines[0].contains("+"),
            let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let bytes = Base64.decode(String(lines[2])), let root = Digest(bytes: bytes)
        else { throw .malformed("its origin, size or root is not well formed") }
        return (Checkpoint(origin: String(lines[0]), size: size, root: root), signed)
    }
}

/// Why a checkpoint is not accepted. A finding about a record, not a failure of ours.
package enum CheckpointFlaw: Error, Hashable, Sendable {
    case malformed(String)
    case notSigned(by: String)
    case badSignature(String)
    case otherOrigin(String)

    init(_ flaw: NoteFlaw) {
        switch flaw {
        case .malformed(let what): self = .malformed(what)
        case .badSignature(let name): self = .badSignature(name)
        }
    }

    package var text: String {
        switch self {
        case .malformed(let what): "the checkpoint is malformed: \(what)"
        case .notSigned(let name): "the checkpoint is not signed by \(name)"
        case .badSignature(let name): "the signature of \(name) does not fit the checkpoint"
        case .otherOrigin(let origin): "the checkpoint is of another log, \(origin)"
        }
    }
}
