import Cryptography
import Elections
import Primitives

/// What one store counts, once and for all: its first event.
///
/// A store is of one mode from its first event to its last, so real papers and those of a test can never
/// mix: a paper printed for tests is refused in a real count, and any other in a test.
package struct CountIdentity: Codable, Hashable, Sendable {
    package var election: ElectionDefinition.ID
    package var station: PollingStation.ID
    package var mode: CountMode
    /// SHA-256 of `definition.json`, and of `ballot-layouts.json`; both are kept in the store.
    package var definition: Digest
    package var layouts: Digest
    /// Random; two stores of one station and one mode differ in it.
    package var store: String
    /// The verifier key text of what signs the export, under ``origin``.
    package var key: String
    /// The scanner's maker and serial number, as a person gave them.
    package var equipment: String?

    package init(
        election: ElectionDefinition.ID, station: PollingStation.ID, mode: CountMode,
        definition: Digest, layouts: Digest, store: String, key: VerifyingKey,
        equipment: String? = nil
    ) {
        self.election = election
        self.station = station
        self.mode = mode
        self.definition = definition
        self.layouts = layouts
        self.store = store
        self.equipment = equipment
        self.key = NoteKey(name: Self.origin(election, station, mode), key: key).text
    }

    /// The name under which everything is signed: `<election>/<station>/<mode>`. A signature made in
    /// a test therefore fits no real count.
    package var origin: String { Self.origin(election, station, mode) }

    private static func origin(
        _ election: ElectionDefinition.ID, _ station: PollingStation.ID, _ mode: CountMode
    ) -> String {
        // A signer's name holds no plus (c2sp.org/signed-note).
        "\(election)/\(station)/\(mode.rawValue)".map { $0 == "+" ? "%2B" : String($0) }.joined()
    }

    /// The first eight bytes of the key's SHA-256, in groups of four digits, to be read aloud.
    package var fingerprint: String {
        guard let key = NoteKey(text: key) else { return "" }
        let hex = Array(Digest.of(key.key.bytes).hex.prefix(16))
        return stride(from: 0, to: 16, by: 4).map { String(hex[$0..<$0 + 4]) }
            .joined(separator: " ")
    }
}
