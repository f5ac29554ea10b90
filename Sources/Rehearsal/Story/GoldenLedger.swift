import Cryptography
import Ledger
import Publication

/// The ledger as text for people: one line an event, and the root.
package enum GoldenLedger {
    package static func text(_ files: [String: [UInt8]]) -> String {
        let reading = LogReading(RecordFiles(contents: files, irregular: [:]), key: nil)
        let lines = reading.entries.enumerated().map { index, entry in
            "\(index) \(entry.kind.rawValue) \(entry.path) \(entry.bytes) \(entry.digest.hex)"
        }
        let leaves = reading.entries.map { MerkleTree.leaf(Array($0.text.utf8)) }
        return (lines + ["root \(MerkleTree.root(leaves).hex)"]).joined(separator: "\n") + "\n"
    }
}
