import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

/// How a sheet came to the office.
package enum Channel: String, Codable, Sendable {
    /// Stated by one member and confirmed by another.
    case online
    /// Copied from paper by two clerks who did not see each other's figures.
    case paper
    /// Under the signatures of its commission.
    case signed
}

/// One sheet as the office has it. Versions are never changed into others and never removed.
package struct SheetVersion: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Stated, and waiting for a second person.
        case proposed
        case filed
        /// Not accepted: it does not add up, or somebody returned it.
        case refused(why: String)
        /// Taken back by whoever stated it.
        case withdrawn
        case annulled(why: String)
    }

    /// Doubt about a filed sheet. It stays in the sums, and every sum says how many are in question.
    package struct Question: Hashable, Sendable {
        package let why: String
        package let raisedBy: Account.ID
        package let raised: Instant
    }

    package let statement: SheetStatement
    /// The statement's digest.
    package let id: Digest
    package internal(set) var channel: Channel
    package var state: State
    /// In the order acted: who stated it, who confirmed it; for a signed one, who brought it.
    package var persons: [Account.ID]
    /// Names of the commission's keys that signed it.
    package internal(set) var signers: [String]
    /// The whole note as it came, signatures and all; nil for a sheet without signatures. Where the
    /// sheet came online first, and later under signatures with the same figures, the note is kept
    /// here as its evidence.
    package internal(set) var note: String?
    package let came: Instant
    /// When it was filed; nil until it is.
    package var filed: Instant?
    /// The number of the act that brought it.
    package let act: Int
    /// As ``FittedForm/columns`` has them.
    package let figures: [Int]
    /// Equations that the figures break, in the order of the form.
    package let imbalances: [Imbalance]
    package var question: Question?
    /// Who proposed to annul it and why; a second person must confirm.
    package var annulment: Question?
    /// Digests of other texts with the same figures that came for this sheet under signatures. A
    /// correction may name any of them.
    package internal(set) var twins: [Digest] = []

    /// True when the sheet counted once: it is filed, whether replaced or not, or annulled.
    var isSettled: Bool {
        switch state {
        case .filed, .annulled: true
        case .proposed, .refused, .withdrawn: false
        }
    }

    func isNamed(_ id: Digest) -> Bool { self.id == id || twins.contains(id) }
}

/// What one clerk copied from a paper sheet. Nobody is shown its figures before another agrees.
package struct PaperEntry: Hashable, Sendable {
    package let statement: SheetStatement
    package let clerk: Account.ID
    package let made: Instant
    package let act: Int
}

/// Where a station stands with one sheet, in the order of what needs somebody most.
package enum SheetStatus: String, Codable, CaseIterable, Sendable {
    /// Two clerks copied it and do not agree.
    case entriesDiffer = "entries-differ"
    case inQuestion = "in-question"
    case refused
    /// Stated, and waiting for a second person.
    case waiting
    case silent
    case annulled
    case corrected
    case filed
}

extension SheetVersion {
    /// True when its figures are public: they were filed, whatever became of them later.
    package var isPublic: Bool {
        switch state {
        case .filed, .annulled: true
        case .proposed, .refused, .withdrawn: false
        }
    }
}
