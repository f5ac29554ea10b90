import Auditing
import Ballots
import Elections
import Ledger
import Primitives

/// Paths of the artifacts that the verifier looks for.
package enum RecordPath {
    package static let definition = "1-define/definition.json"
    package static let readiness = "1-define/readiness.json"
    package static let layouts = "1-define/ballot-layouts.json"
    package static let form = "1-define/results-form.json"
    package static let ballots = "1-define/ballots.pdf"
    package static let assembly = "2-watch/assembly.json"
    package static let mission = "2-watch/mission.json"
    package static let turnout = "3-admit/turnout.json"
    package static let manifest = "4-read/manifest.json"
    package static let records = "4-read/cast-vote-records.json"
    package static let reading = "4-read/reading-report.json"
    package static let images = "4-read/images"
    package static let balance = "5-balance"
    package static let machineAgainstHand = "5-balance/machine-against-hand.json"
    package static let declare = "6-declare"
    package static let seed = "7-check/seed.json"
    package static let sample = "7-check/sample.json"
    package static let readings = "7-check/manual-readings.json"
    package static let audit = "7-check/audit-report.json"
    package static let statistic = "7-check/whole-percentages.json"
    package static let observationForm = "8-assess/observation-form.json"
    package static let observations = "8-assess/observations.json"
    package static let assessment = "8-assess/assessment.json"
    package static let disclosure = "9-publish/disclosure.json"
    package static let notice = "NOTICE.txt"
}

/// The order of sealing that makes a sample's seed worth something.
package enum SealingOrder {
    private static let steps: [(before: EvidenceKind, after: EvidenceKind)] = [
        (.definition, .castVoteRecords), (.manifest, .auditSeed), (.castVoteRecords, .auditSeed),
        (.resultsSheets, .auditSeed), (.results, .auditSeed), (.auditSeed, .auditSample),
        (.auditSample, .manualReadings), (.manualReadings, .auditReport),
        (.observations, .assessment),
    ]

    package static func faults(_ entries: [LedgerEntry]) -> [Fault] {
        steps.flatMap { step -> [Fault] in
            guard let last = entries.lastIndex(where: { $0.kind == step.before }),
                let first = entries.firstIndex(where: { $0.kind == step.after }), last > first
            else { return [] }
            return [
                Fault(
                    entries[first].path,
                    "it was sealed before \(entries[last].path), which must come first")
            ]
        }
    }
}

/// Whether the records are what the definition and the mark policy allow.
package struct RecordConsistency: Sendable {
    let definition: ElectionDefinition
    let records: [CastVoteRecord]

    package init(definition: ElectionDefinition, records: [CastVoteRecord]) {
        self.definition = definition
        self.records = records
    }

    package var faults: [Fault] {
        var found: [Fault] = []
        var seen: Set<CastVoteRecord.ID> = []
        for record in records {
            if !seen.insert(record.id).inserted {
                found.append(fault(record, "its number stands twice"))
            }
            found += contestFaults(record)
            found += policyFaults(record)
            found += decisionFaults(record)
        }
        return found
    }

    private func fault(_ record: CastVoteRecord, _ reason: String) -> Fault {
        Fault(RecordPath.records, "paper \(record.id): \(reason)")
    }

    private func contestFaults(_ record: CastVoteRecord) -> [Fault] {
        let expected = definition.contests.map(\.id)
        return record.snapshots.flatMap { snapshot -> [Fault] in
            guard snapshot.contests.map(\.contest) == expected else {
                return [fault(record, "its contests are not those of the definition")]
            }
            return snapshot.contests.compactMap { reading in
                let options = definition.contest(reading.contest)?.options.map(\.id)
                return reading.positions.map(\.option) == options
                    ? nil : fault(record, "its options in \(reading.contest) are not those printed")
            }
        }
    }

    /// The first reading follows from the ink; `unknown` is always allowed, because a person looks.
    private func policyFaults(_ record: CastVoteRecord) -> [Fault] {
        record.snapshots[0].contests.flatMap(\.positions).compactMap { position in
            let byInk = definition.markPolicy.indication(ink: position.ink)
            guard position.indication != .unknown, position.indication != byInk else { return nil }
            return fault(
                record,
                "option \(position.option) has ink \(position.ink) and is read as \(position.indication.rawValue)"
            )
        }
    }

    /// A later snapshot may settle what was unknown and change nothing else.
    private func decisionFaults(_ record: CastVoteRecord) -> [Fault] {
        zip(record.snapshots, record.snapshots.dropFirst()).flatMap { before, after -> [Fault] in
            zip(before.contests.flatMap(\.positions), after.contests.flatMap(\.positions))
                .compactMap { old, new in
                    if old.ink != new.ink {
                        return fault(record, "the ink of \(new.option) changed between readings")
                    }
                    return old.indication == new.indication || old.indication == .unknown
                        ? nil : fault(record, "a clear reading of \(new.option) was changed")
                }
        }
    }
}

/// What the machine counted in one batch and contest, from the records alone.
package struct MachineCount: Codable, Hashable, Sendable {
    package var batch: Batch.ID
    package var contest: Contest.ID
    package var votes: [ContestOption.ID: Int]
    package var valid: Int
    package var invalid: Int
    package var undecided: Int

    /// One for each batch of the manifest and each contest, in that order.
    package static func counts(
        records: [CastVoteRecord], manifest: BallotManifest, contests: [Contest]
    ) -> [MachineCount] {
        let byBatch = Dictionary(grouping: records) { $0.batch }
        return manifest.batches.flatMap { batch in
            contests.map { contest in
                count(byBatch[batch.id] ?? [], batch: batch.id, contest: contest)
            }
        }
    }

    private static func count(
        _ records: [CastVoteRecord], batch: Batch.ID, contest: Contest
    ) -> MachineCount {
        var result = MachineCount(
            batch: batch, contest: contest.id,
            votes: Dictionary(
                contest.options.map { ($0.id, 0) }, uniquingKeysWith: { first, _ in first }),
            valid: 0,
            invalid: 0, undecided: 0)
        for record in records {
            let reading = record.current.contests.first { $0.contest == contest.id }
            switch reading?.verdict(in: contest) ?? .undecided {
            case .votes(let options):
                result.valid += 1
                for option in options { result.votes[option, default: 0] += 1 }
            case .blank, .overvote: result.invalid += 1
            case .undecided: result.undecided += 1
            }
        }
        return result
    }
}

/// Whether turnout, manifest and records agree on how much paper there is.
package struct PaperAccount: Sendable {
    let definition: ElectionDefinition
    let turnout: [StationTurnout]
    let manifest: BallotManifest
    let records: [CastVoteRecord]

    package init(
        definition: ElectionDefinition, turnout: [StationTurnout], manifest: BallotManifest,
        records: [CastVoteRecord]
    ) {
        self.definition = definition
        self.turnout = turnout
        self.manifest = manifest
        self.records = records
    }

    package var faults: [Fault] { turnoutFaults + manifestFaults }

    private var turnoutFaults: [Fault] {
        var found: [Fault] = []
        if turnout.map(\.station) != definition.stations.map(\.id) {
            found.append(
                Fault(RecordPath.turnout, "its stations are not those of the definition, in order"))
        }
        for counts in turnout {
            let figures =
                [counts.registered, counts.admitted, counts.admittedByFallback]
                + counts.refused.values
            if figures.contains(where: { $0 < 0 }) {
                found.append(
                    Fault(RecordPath.turnout, "station \(counts.station) has a count below zero"))
            }
            if counts.admitted > counts.registered {
                found.append(
                    Fault(
                        RecordPath.turnout,
                        "station \(counts.station) admitted \(counts.admitted) of \(counts.registered) registered"
                    ))
            }
            if counts.admittedByFallback > counts.admitted {
                found.append(
                    Fault(
                        RecordPath.turnout,
                        "station \(counts.station) has more fallback admissions than admissions"))
            }
        }
        return found
    }

    private var manifestFaults: [Fault] {
        var found: [Fault] = []
        let stations = manifest.batches.flatMap(\.stations)
        if stations.sorted() != definition.stations.map(\.id).sorted() {
            found.append(
                Fault(RecordPath.manifest, "its batches do not hold every station exactly once"))
        }
        let admitted = Dictionary(
            turnout.map { ($0.station, $0.admitted) }, uniquingKeysWith: { first, _ in first })
        let counted = Dictionary(grouping: records) { $0.batch }
        for batch in manifest.batches {
            let there = counted[batch.id]?.count ?? 0
            if there != batch.papers {
                found.append(
                    Fault(
                        RecordPath.records,
                        "batch \(batch.id) has \(there) records; the manifest has \(batch.papers) papers"
                    ))
            }
            let given = batch.stations.reduce(0) { $0 + (admitted[$1] ?? 0) }
            if batch.papers > given {
                found.append(
                    Fault(
                        RecordPath.manifest,
                        "batch \(batch.id) has \(batch.papers) papers; \(given) persons were admitted"
                    ))
            }
        }
        let known = Set(manifest.batches.map { Optional($0.id) })
        for record in records where !known.contains(record.batch) {
            found.append(
                Fault(
                    RecordPath.records,
                    "paper \(record.id) is of batch \(record.batch?.text ?? "none"), not in the manifest"
                ))
        }
        return found
    }
}
