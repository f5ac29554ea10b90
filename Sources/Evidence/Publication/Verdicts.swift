/// One reason why a step of the verification does not hold.
package struct Fault: Hashable, Sendable, Codable {
    /// Path inside the record.
    package let file: String
    package let reason: String

    package init(_ file: String, _ reason: String) {
        self.file = file
        self.reason = reason
    }
}

/// One numbered step of the verification and what came of it.
package struct VerificationResult: Hashable, Sendable, Codable {
    package let number: Int
    package let title: String
    /// What was recomputed, in figures, when the step holds.
    package let measure: String
    /// Empty when the step holds.
    package let faults: [Fault]

    package var holds: Bool { faults.isEmpty }
}

/// An artifact of the record as the reader found it.
package enum Artifact<Value: Sendable>: Sendable {
    case absent
    case malformed(String)
    case present(Value)

    package var value: Value? {
        if case .present(let value) = self { value } else { nil }
    }
}
