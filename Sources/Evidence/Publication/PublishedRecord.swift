import Assessments
import Auditing
import Ballots
import Cryptography
import Elections
import Forensics
import Ledger
import Missions
import Primitives

/// A record as a stranger finds it: its files, its log, and each artifact decoded or not.
package struct PublishedRecord: Sendable {
    package let files: RecordFiles
    package let log: LogReading
    package var definition: Artifact<ElectionDefinition> = .absent
    package var readiness: Artifact<[StationReadiness]> = .absent
    package var layouts: Artifact<[BallotLayout]> = .absent
    package var turnout: Artifact<[StationTurnout]> = .absent
    package var manifest: Artifact<BallotManifest> = .absent
    package var records: Artifact<[CastVoteRecord]> = .absent
    /// One for each contest of the definition.
    package var results: [ContestResults] = []
    package var reading: Artifact<ReadingReport> = .absent
    package var differences: Artifact<[CountDifference]> = .absent
    package var statistic: Artifact<ForensicReport> = .absent
    package var seed: Artifact<AuditSeed> = .absent
    package var sample: Artifact<AuditSample> = .absent
    package var readings: Artifact<[ManualReading]> = .absent
    package var audit: Artifact<AuditReport> = .absent
    package var assembly: Artifact<WatchRecord> = .absent
    package var mission: Artifact<Mission> = .absent
    package var observationForm: Artifact<ObservationForm> = .absent
    package var observations: Artifact<ObservationLog> = .absent
    package var assessment: Artifact<Assessment> = .absent
    package var disclosure: Artifact<DisclosureReport> = .absent
    /// Faults of documents that could not be read, by path.
    package var unreadable: [Fault] = []

    package init(files: RecordFiles, key: NoteKey?) {
        self.files = files
        log = LogReading(files, key: key)
    }

    /// Which election this is, in two lines; none when its definition cannot be read.
    package var heading: [String] {
        guard let definition = definition.value else { return [] }
        return ["\(definition.name.en), \(definition.day.text)"]
            + (definition.inventedNotice.map { [$0.en] } ?? [])
    }

    /// Names of the images that are published.
    package var images: [String] {
        files.contents.keys.filter { $0.hasPrefix(RecordPath.images + "/") }
            .map { String($0.dropFirst(RecordPath.images.utf8.count + 1)) }.sorted()
    }

    /// Papers whose image may be shown: drawn for the audit, or read by a person.
    package var shownPapers: Set<CastVoteRecord.ID> {
        var shown = Set(sample.value?.papers ?? [])
        for record in records.value ?? []
        where record.snapshots.contains(where: { $0.kind == .modified }) {
            shown.insert(record.id)
        }
        return shown
    }
}
