import Elections
import Ledger

/// What a record holds: each path with its kind, and the kinds that each kind is made from. A file that
/// is sealed and has no place here is reported like one that is missing.
package struct RecordPlan: Sendable {
    private let kinds: [String: EvidenceKind]

    package init(contests: [Contest.ID]) {
        var kinds: [String: EvidenceKind] = [
            RecordPath.notice: .notice, RecordPath.definition: .definition,
            RecordPath.readiness: .readiness, RecordPath.layouts: .ballotLayout,
            RecordPath.form: .resultsForm, RecordPath.ballots: .ballotPrint,
            RecordPath.assembly: .assembly, RecordPath.mission: .mission,
            RecordPath.turnout: .turnout, RecordPath.manifest: .manifest,
            RecordPath.records: .castVoteRecords, RecordPath.reading: .readingReport,
            RecordPath.machineAgainstHand: .machineAgainstHand, RecordPath.seed: .auditSeed,
            RecordPath.sample: .auditSample, RecordPath.readings: .manualReadings,
            RecordPath.audit: .auditReport, RecordPath.statistic: .forensicReport,
            RecordPath.observationForm: .observationForm,
            RecordPath.observations: .observations, RecordPath.assessment: .assessment,
            RecordPath.disclosure: .disclosureCheck,
        ]
        for contest in contests {
            kinds[RecordPath.sheets(contest)] = .resultsSheets
            kinds["\(RecordPath.balance)/\(contest).json"] = .imbalances
            kinds[RecordPath.results(contest)] = .results
            kinds["\(RecordPath.declare)/\(contest)/err.json"] = .resultsReport
        }
        self.kinds = kinds
    }

    /// The kinds that an artifact is made from, at the least.
    private static func parents(of kind: EvidenceKind) -> Set<EvidenceKind> {
        switch kind {
        case .notice: []
        case .definition, .assembly: [.notice]
        case .readiness, .ballotLayout, .resultsForm, .turnout: [.definition]
        case .ballotPrint: [.definition, .ballotLayout]
        case .mission: [.assembly, .definition]
        case .manifest: [.turnout]
        case .readingReport: [.manifest]
        case .castVoteRecords: [.definition, .ballotLayout, .manifest]
        case .resultsSheets: [.resultsForm, .turnout, .manifest]
        case .imbalances: [.resultsForm, .resultsSheets]
        case .machineAgainstHand: [.castVoteRecords, .manifest, .resultsSheets]
        case .results, .resultsReport: [.definition, .resultsForm, .resultsSheets]
        case .auditSeed: [.manifest, .castVoteRecords]
        case .auditSample: [.auditSeed, .castVoteRecords]
        case .manualReadings: [.auditSample]
        case .auditReport: [.castVoteRecords, .auditSample, .manualReadings]
        case .forensicReport: [.resultsSheets]
        case .observationForm: [.mission]
        case .observations: [.observationForm, .mission]
        case .assessment: [.observations, .definition]
        case .pageImage: [.castVoteRecords]
        case .disclosureCheck: [.definition, .manifest, .castVoteRecords]
        }
    }

    /// Sealed files without a place, of the wrong kind or not made from what they must be, and
    /// places without a file.
    package func faults(_ entries: [LedgerEntry]) -> [Fault] {
        let kindOf = Dictionary(
            entries.map { ($0.digest, $0.kind) }, uniquingKeysWith: { first, _ in first })
        var found = entries.flatMap { entry -> [Fault] in
            let image =
                entry.kind == .pageImage && entry.path.hasPrefix(RecordPath.images + "/")
                && entry.path.hasSuffix(".jpg")
            guard image || kinds[entry.path] == entry.kind else {
                return [
                    Fault(
                        entry.path, "a record has no place for it, or not as \(entry.kind.rawValue)"
                    )
                ]
            }
            let made = Set(entry.parents.compactMap { kindOf[$0] })
            let lacking = Self.parents(of: entry.kind).subtracting(made).map(\.rawValue).sorted()
            return lacking.isEmpty
                ? []
                : [
                    Fault(
                        entry.path,
                        "its entry does not name what it is made from: \(lacking.joined(separator: ", "))"
                    )
                ]
        }
        let there = Set(entries.map(\.path))
        for path in kinds.keys.sorted() where !there.contains(path) {
            found.append(Fault(path, "a record must hold it and the log does not name it"))
        }
        return found
    }
}
