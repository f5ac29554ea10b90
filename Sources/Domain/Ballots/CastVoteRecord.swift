import Elections
import Primitives

/// What one sheet of paper says, first as measured, then as the policy and a person read it.
///
/// Nothing is ever replaced: each reading is a snapshot added behind the others.
package struct CastVoteRecord: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<CastVoteRecord>

    /// The number imprinted at the scanner, or the sheet's name in the batch.
    package var id: ID
    package var batch: Batch.ID?
    package var layout: BallotLayout.ID
    /// At least one; the last is the one that counts.
    package var snapshots: [Snapshot]
    package var images: [PageImage]

    package init(
        id: ID, batch: Batch.ID?, layout: BallotLayout.ID, snapshots: [Snapshot],
        images: [PageImage]
    ) {
        precondition(!snapshots.isEmpty, "a cast vote record without a reading")
        self.id = id
        self.batch = batch
        self.layout = layout
        self.snapshots = snapshots
        self.images = images
    }

    package var current: Snapshot { snapshots[snapshots.count - 1] }

    package struct Snapshot: Codable, Hashable, Sendable {
        package enum Kind: String, Codable, Sendable {
            /// As measured, before any rule.
            case original
            /// After the mark policy.
            case interpreted
            /// After a person's decision.
            case modified
        }

        package var kind: Kind
        package var contests: [ContestReading]
        /// Who decided, when and why; nil for what the machine read.
        package var decision: Decision?

        package init(kind: Kind, contests: [ContestReading], decision: Decision? = nil) {
            self.kind = kind
            self.contests = contests
            self.decision = decision
        }
    }

    /// A person's part in a snapshot.
    package struct Decision: Codable, Hashable, Sendable {
        /// Accounts of those who decided, in the order in which they did.
        package var by: [String]
        package var at: Instant
        package var reason: String?

        package init(by: [String], at: Instant, reason: String? = nil) {
            self.by = by
            self.at = at
            self.reason = reason
        }
    }
}

/// One contest on one sheet, every option of it.
package struct ContestReading: Codable, Hashable, Sendable {
    package var contest: Contest.ID
    package var positions: [PositionReading]

    package init(contest: Contest.ID, positions: [PositionReading]) {
        self.contest = contest
        self.positions = positions
    }
}

/// One target on one sheet.
package struct PositionReading: Codable, Hashable, Sendable {
    package enum Indication: String, Codable, Sendable {
        case yes
        case no
        /// A person must look.
        case unknown
    }

    package var option: ContestOption.ID
    package var indication: Indication
    /// Newly dark part of the target, in ten-thousandths (0...10000).
    package var ink: Int
    /// Why a person must look; nil where nobody must.
    package var doubt: Doubt?
    /// All that was measured; in the original snapshot of what a machine read.
    package var measure: MarkMeasure?

    package init(
        option: ContestOption.ID, indication: Indication, ink: Int, doubt: Doubt? = nil,
        measure: MarkMeasure? = nil
    ) {
        self.option = option
        self.indication = indication
        self.ink = ink
        self.doubt = doubt
        self.measure = measure
    }
}

/// One side of a sheet as an image: its digest always, its file only where the image may be shown.
package struct PageImage: Codable, Hashable, Sendable {
    package var face: BallotLayout.Face
    /// SHA-256 of the image file, lower-case hexadecimal.
    package var sha256: String
    /// The name under which the image is published, if it is; nil when it has none.
    package var file: String?

    package init(face: BallotLayout.Face, sha256: String, file: String?) {
        self.face = face
        self.sha256 = sha256
        self.file = file
    }
}

/// Papers that are kept and counted together: those of one station, or of several small ones.
package struct Batch: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Batch>
    package var id: ID
    package var stations: [PollingStation.ID]
    package var papers: Int

    package init(id: ID, stations: [PollingStation.ID], papers: Int) {
        self.id = id
        self.stations = stations
        self.papers = papers
    }
}

/// What paper there is, before anybody draws a sample from it. File `manifest.json`.
package struct BallotManifest: Codable, Hashable, Sendable {
    package var batches: [Batch]

    package init(batches: [Batch]) { self.batches = batches }

    package var papers: Int { batches.reduce(0) { $0 + $1.papers } }
}
