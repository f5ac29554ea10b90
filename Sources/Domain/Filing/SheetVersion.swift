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
    package let channel: Channel
    package var state: State
    /// In the order acted: who stated it, who confirmed it; for a signed one, who brought it.
    package var persons: [Account.ID]
    /// Names of the commission's keys that signed it.
    package let signers: [String]
    /// The whole note as it came, signatures and all; nil for a sheet without signatures.
    package let note: String?
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
}

/// Everything that came for one station, contest and count, oldest first.
package struct SheetFile: Hashable, Sendable {
    package internal(set) var versions: [SheetVersion] = []
    /// Entries of clerks that still wait for one that agrees.
    package internal(set) var entries: [PaperEntry] = []

    package init() {}

    /// The sheet that counts: filed, and not replaced by a filed one. Where the chain of corrections
    /// has a gap because a part of it is still on its way, a correction counts before a first sheet,
    /// so that the order in which they come makes no difference.
    package var current: SheetVersion? {
        let replaced = Set(filed.compactMap(\.statement.replaces))
        let standing = filed.filter { !replaced.contains($0.id) }
        return standing.last { $0.statement.replaces != nil } ?? standing.last
    }

    /// True when a filed correction names a sheet that has not come.
    package var hasGap: Bool {
        let here = Set(versions.map(\.id))
        return filed.contains { version in
            version.statement.replaces.map { !here.contains($0) } ?? false
        }
    }

    /// The sheet that waits for a second person.
    package var proposal: SheetVersion? { versions.last { $0.state == .proposed } }

    package func version(_ id: Digest) -> SheetVersion? { versions.last { $0.id == id } }

    /// Filed versions, replaced ones too, in the order they came.
    package var filed: [SheetVersion] { versions.filter { $0.state == .filed } }

    package var status: SheetStatus {
        if let current {
            if current.question != nil || current.annulment != nil { return .inQuestion }
            return current.statement.replaces == nil ? .filed : .corrected
        }
        // An annulled sheet is the last word until another is filed in its place.
        for version in versions.reversed() {
            switch version.state {
            case .annulled: return .annulled
            case .proposed: return .waiting
            case .refused: return entries.isEmpty ? .refused : .waiting
            case .filed, .withdrawn: continue
            }
        }
        return entries.isEmpty ? .silent : entries.count > 1 ? .entriesDiffer : .waiting
    }

    mutating func change(_ id: Digest, _ body: (inout SheetVersion) -> Void) {
        guard let place = versions.lastIndex(where: { $0.id == id }) else { return }
        body(&versions[place])
    }
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
