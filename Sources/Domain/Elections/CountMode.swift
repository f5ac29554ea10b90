/// Whether papers are counted or a machine is tried with them. The two never mix: nothing that was made
/// of papers of a test comes into a count, by whatever door.
package enum CountMode: String, Codable, Sendable { case real, test }
