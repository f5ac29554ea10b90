/// A text with signatures under it, as c2sp.org/signed-note writes it: the text, an empty line, and
/// one line for each signature. Checkpoints of the log and sheets of the stations are such notes.
package struct SignedNote: Hashable, Sendable {
    package struct Signature: Hashable, Sendable {
        package let name: String
        /// First four bytes of the key's identity; see ``NoteKey/identity``.
        package let identity: [UInt8]
        package let bytes: [UInt8]

        package init(name: String, identity: [UInt8], bytes: [UInt8]) {
            self.name = name
            self.identity = identity
            self.bytes = bytes
        }
    }

    /// What is signed, with its last line feed.
    package let text: String
    package private(set) var signatures: [Signature]

    /// A note as it is read accepts this many signatures.
    package static let mostSignatures = 64

    /// An unsigned note; nil unless the text ends its last line and has no control characters.
    package init?(text: String) {
        guard text.hasSuffix("\n"), Self.isPlain(text) else { return nil }
        self.text = text
        signatures = []
    }

    /// Reads a note without checking who signed it.
    package init(reading note: String) throws(NoteFlaw) {
        // Scalars, not characters: a stray carriage return must not hide inside a line end.
        guard Self.isPlain(note) else { throw .malformed("it has control characters") }
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.last == "", let gap = lines.dropLast().lastIndex(of: ""), gap > 0 else {
            throw .malformed("it is not a text, an empty line, and signatures")
        }
        let signed = lines[(gap + 1)..<(lines.count - 1)]
        guard !signed.isEmpty, signed.count <= Self.mostSignatures else {
            throw .malformed("it has \(signed.count) signatures")
        }
        var signatures: [Signature] = []
        for line in signed {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}", NoteKey.isName(String(parts[1])),
                let payload = Base64.decode(String(parts[2])), payload.count > 4
            else { throw .malformed("a signature line is not well formed") }
            signatures.append(
                Signature(
                    name: String(parts[1]), identity: Array(payload.prefix(4)),
                    bytes: Array(payload.dropFirst(4))))
        }
        text = lines[..<gap].joined(separator: "\n") + "\n"
        self.signatures = signatures
    }

    /// The whole note as it is written to a file.
    package var note: String {
        text + "\n"
            + signatures.map {
                "\u{2014} \($0.name) \(Base64.encode($0.identity + $0.bytes))\n"
            }.joined()
    }

    package mutating func sign(as name: String, by key: SigningKey) {
        signatures.append(
            Signature(
                name: name, identity: NoteKey(name: name, key: key.verifyingKey).identity,
                bytes: key.sign(Array(text.utf8))))
    }

    /// The keys of these that signed the note. Signatures by unknown keys are passed over; one that
    /// names a known key and does not fit refuses the note.
    package func signers(among keys: [NoteKey]) throws(NoteFlaw) -> [NoteKey] {
        let message = Array(text.utf8)
        var found: [NoteKey] = []
        for signature in signatures {
            guard
                let key = keys.first(where: {
                    $0.name == signature.name && $0.identity == signature.identity
                })
            else { continue }
            guard key.key.accepts(signature.bytes, over: message) else {
                throw .badSignature(key.name)
            }
            if !found.contains(key) { found.append(key) }
        }
        return found
    }

    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            ($0.value >= 0x20 || $0 == "\n") && $0 != "\u{7F}"
        }
    }
}

/// Why a note is not accepted. A finding about what came from outside, not a failure of ours.
package enum NoteFlaw: Error, Hashable, Sendable {
    case malformed(String)
    case badSignature(String)
}

/// A public key with the name it signs under.
package struct NoteKey: Hashable, Sendable {
    package let name: String
    package let key: VerifyingKey

    /// - Parameter name: as ``isName(_:)`` wants it; a note signed under another is read by nobody.
    package init(name: String, key: VerifyingKey) {
        self.name = name
        self.key = key
    }

    /// Not empty, and without space or plus (c2sp.org/signed-note, Format); so that neither a key's
    /// text nor a signature's line can be cut in two ways.
    package static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0 != "+" && $0.value > 0x20 && !(0x7F...0x9F).contains($0.value)
                    && !$0.properties.isWhitespace
            }
    }

    /// Reads `name+8 hex+base64`, the verifier key text of c2sp.org/signed-note.
    package init?(text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isName(String(parts[0])),
            let bytes = Base64.decode(String(parts[2])), bytes.first == 1,
            let key = VerifyingKey(bytes: Array(bytes.dropFirst()))
        else { return nil }
        self.init(name: String(parts[0]), key: key)
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    /// First four bytes of SHA-256(name, line feed, 1, key).
    package var identity: [UInt8] {
        Array(Digest.of(Array(name.utf8), [0x0A, 0x01], key.bytes).bytes.prefix(4))
    }

    package var text: String {
        "\(name)+\(Hexadecimal.encode(identity))+\(Base64.encode([1] + key.bytes))"
    }
}
