import Cryptography
import Ledger
import Testing

@Suite("A log keeps what was put into it")
struct MerkleTests {
    // Roots of the RFC 6962 test leaves, as published with the certificate-transparency project's
    // reference tests: the empty tree, one empty leaf, and the eight-leaf tree.
    static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
            0x6e, 0x6f,
        ],
    ]

    @Test(
        "has the published root",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ])
    func roots(count: Int, root: String) {
        #expect(MerkleTree.root(Self.leaves.prefix(count).map(MerkleTree.leaf)).hex == root)
    }

    @Test("proves every leaf of every size up to 40")
    func proofs() {
        for size in 1...40 {
            let leaves = (0..<size).map { MerkleTree.leaf([UInt8($0)]) }
            let root = MerkleTree.root(leaves)
            for index in 0..<size {
                let path = MerkleTree.inclusionProof(index, in: leaves[...])
                #expect(
                    MerkleTree.root(from: leaves[index], at: index, of: size, path: path) == root)
                let other = leaves[(index + 1) % size]
                if size > 1 {
                    #expect(MerkleTree.root(from: other, at: index, of: size, path: path) != root)
                }
            }
        }
    }

    @Test(
        "names tiles as c2sp.org/tlog-tiles does",
        arguments: [(0, 256, "000"), (1_234_067, 256, "x001/x234/067"), (5, 3, "005.p/3")])
    func names(number: Int, count: Int, name: String) {
        #expect(Tiles.name(number, count: count) == name)
    }

    @Test("refuses a note that was altered anywhere")
    func alteredNote() throws {
        let key = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32)))
        let name = NoteKey(name: "example.org/log", key: key.verifyingKey)
        let note = Checkpoint(origin: "example.org/log", size: 3, root: Digest.of("x")).signed(
            by: key)
        #expect(try Checkpoint.open(note, key: name).size == 3)
        let bytes = Array(note.utf8)
        for index in bytes.indices {
            var altered = bytes
            altered[index] ^= 1
            let text = String(decoding: altered, as: UTF8.self)
            #expect(throws: CheckpointFlaw.self, "byte \(index)") {
                try Checkpoint.open(text, key: name)
            }
        }
    }

    @Test("an entry reads back as it was written, and not otherwise")
    func entries() {
        let entry = LedgerEntry(
            kind: .turnout, path: "3-admit/turnout.json", bytes: 12, digest: Digest.of("a"),
            parents: [Digest.of("b")])
        #expect(LedgerEntry(leaf: Array(entry.text.utf8)) == entry)
        #expect(LedgerEntry(leaf: Array((entry.text + "\n").utf8)) == nil)
        #expect(
            LedgerEntry(leaf: Array(entry.text.replacing("turnout.json", with: "x\ny").utf8)) == nil
        )
    }
}
