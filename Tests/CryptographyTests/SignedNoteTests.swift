import Cryptography
import Foundation
import TestSupport
import Testing

@Suite("A note says who signed it, and every altered note says so")
struct SignedNoteTests {
    static let text = "example.org/sheet\nnorth-001\n152\n"
    static let anna = member(1, "anna")
    static let bolot = member(2, "bolot")
    static let stranger = member(3, "stranger")

    static func member(_ seed: UInt8, _ name: String) -> (key: NoteKey, signing: SigningKey) {
        guard let signing = SigningKey(seed: [UInt8](repeating: seed, count: 32)) else {
            preconditionFailure("32 bytes are a seed")
        }
        return (NoteKey(name: name, key: signing.verifyingKey), signing)
    }

    static func note(_ members: [(key: NoteKey, signing: SigningKey)]) -> SignedNote {
        guard var note = SignedNote(text: text) else { preconditionFailure("a plain text") }
        for member in members { note.sign(as: member.key.name, by: member.signing) }
        return note
    }

    // Written by another program (aics-tlog 0.2.1); the note's shape is that of c2sp.org/signed-note.
    @Test(
        "reads the note that another program wrote",
        .enabled(if: SharedData.isPresent, "needs ../shared"))
    func other() throws {
        let path = SharedData.path("data/audit/tlog-sample/checkpoint")
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let note = try SignedNote(reading: text)
        #expect(note.signatures.map(\.name) == ["example.org/election/kg-2026"])
        #expect(note.signatures.map(\.identity) == [[0xba, 0x49, 0x95, 0xb4]])
        #expect(note.text.split(separator: "\n").map(String.init)[1] == "100000")
        let key = try #require(
            NoteKey(
                text:
                    "example.org/election/kg-2026+ba4995b4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
            ))
        #expect(try note.signers(among: [key]) == [key])
        #expect(note.note == text)
    }

    @Test("is written as text, empty line, and a line for each signature, and read the same")
    func shape() throws {
        let note = Self.note([Self.anna, Self.bolot])
        let lines = note.note.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 7)
        #expect(lines[3] == "")
        #expect(lines[4].hasPrefix("— anna ") && lines[5].hasPrefix("— bolot "))
        let read = try SignedNote(reading: note.note)
        #expect(read == note)
        #expect(
            try read.signers(among: [Self.bolot.key, Self.anna.key]).map(\.name) == [
                "anna", "bolot",
            ])
    }

    @Test("every altered byte is noticed: no note, a bad signature, or a signer fewer")
    func altered() throws {
        let bytes = Array(Self.note([Self.anna, Self.bolot]).note.utf8)
        let keys = [Self.anna.key, Self.bolot.key]
        for place in bytes.indices {
            for bit in [UInt8(1), 0x20, 0x80] {
                var other = bytes
                other[place] ^= bit
                let signers = (try? SignedNote(reading: String(decoding: other, as: UTF8.self)))
                    .flatMap { try? $0.signers(among: keys) }
                #expect((signers?.count ?? 0) < 2, "byte \(place) with bit \(bit)")
            }
        }
        for place in bytes.indices {
            var shorter = bytes
            shorter.remove(at: place)
            let signers = (try? SignedNote(reading: String(decoding: shorter, as: UTF8.self)))
                .flatMap { try? $0.signers(among: keys) }
            #expect((signers?.count ?? 0) < 2, "without byte \(place)")
        }
    }

    @Test("signatures of unknown keys are passed over, one that does not fit refuses the note")
    func strangers() throws {
        let note = Self.note([Self.stranger, Self.anna])
        #expect(try note.signers(among: [Self.anna.key]) == [Self.anna.key])
        #expect(try note.signers(among: []) == [])
        // The same name with another key is another signer, by the identity.
        let other = Self.member(9, "anna").key
        #expect(try note.signers(among: [other]) == [])
        // Anna's identity over a signature that Bolot made.
        let signature = SignedNote.Signature(
            name: "anna", identity: Self.anna.key.identity,
            bytes: Self.bolot.signing.sign(Array(Self.text.utf8)))
        let payload = Base64.encode(signature.identity + signature.bytes)
        let forged = try SignedNote(reading: "\(Self.text)\n— anna \(payload)\n")
        #expect(throws: NoteFlaw.badSignature("anna")) {
            try forged.signers(among: [Self.anna.key])
        }
    }

    @Test("the same signature twice is one signer")
    func twice() throws {
        let note = Self.note([Self.anna, Self.anna])
        #expect(try note.signers(among: [Self.anna.key]) == [Self.anna.key])
    }

    @Test("64 signatures are read, 65 are not")
    func many() throws {
        let members = (0..<65).map { Self.member(UInt8(100 + $0), "m\($0)") }
        let most = try SignedNote(reading: Self.note(Array(members.dropLast())).note)
        #expect(try most.signers(among: members.map(\.key)).count == 64)
        #expect(throws: NoteFlaw.malformed("it has 65 signatures")) {
            try SignedNote(reading: Self.note(members).note)
        }
    }

    @Test(
        "what is no note is refused",
        arguments: [
            ("nothing", ""), ("one line", "a\n"), ("no signature", "a\n\n"),
            ("no text", "\n— anna AAAAAAAAAA==\n"),
            ("last line not ended", "a\n\n— anna AAAAAAAAAA=="),
            ("a carriage return", "a\r\n\n— anna AAAAAAAAAA==\n"),
            ("a null", "a\u{0}\n\n— anna AAAAAAAAAA==\n"),
            ("a hyphen for the dash", "a\n\n- anna AAAAAAAAAA==\n"),
            ("no name", "a\n\n—  AAAAAAAAAA==\n"),
            ("a plus in the name", "a\n\n— a+b AAAAAAAAAA==\n"),
            ("a wide space in the name", "a\n\n— a\u{2003}b AAAAAAAAAA==\n"),
            ("a part too many", "a\n\n— anna AAAAAAAAAA== x\n"),
            ("a signature of four bytes", "a\n\n— anna AAAAAA==\n"),
            ("base64 that no writer writes", "a\n\n— anna AAAAAAAAAB==\n"),
        ])
    func malformed(what: String, note: String) {
        #expect(throws: NoteFlaw.self, "\(what)") { try SignedNote(reading: note) }
    }

    @Test("a text with an empty line is signed to its last line")
    func emptyLines() throws {
        guard var note = SignedNote(text: "a\n\nb\n") else { throw NoteFlaw.malformed("") }
        note.sign(as: "anna", by: Self.anna.signing)
        #expect(try SignedNote(reading: note.note).text == "a\n\nb\n")
        #expect(SignedNote(text: "a") == nil)
        #expect(SignedNote(text: "a\u{7F}\n") == nil)
    }

    @Test("a key's text is read back, and no other text is a key")
    func keyTexts() {
        let text = Self.anna.key.text
        #expect(NoteKey(text: text) == Self.anna.key)
        let payload = text.split(separator: "+", maxSplits: 2)[2]
        let identity = text.split(separator: "+")[1]
        for other in [
            "", "anna", "anna+\(identity)", "+\(identity)+\(payload)",
            "an na+\(identity)+\(payload)",
            "bolot+\(identity)+\(payload)", "anna+00000000+\(payload)", text + "=", text + "\n",
            text.uppercased(),
        ] {
            #expect(NoteKey(text: other) == nil, "\(other)")
        }
        #expect(!NoteKey.isName("") && !NoteKey.isName("a b") && !NoteKey.isName("a+b"))
        #expect(!NoteKey.isName("a\nb") && NoteKey.isName("Аселя/1"))
    }
}
