import Auditing
import Ballots
import Cryptography
import Elections
import Primitives

/// The numbered list of `Documentation/Specifications/verifications.md`, in its order. Each step
/// recomputes something from the published files; none takes another's word.
package enum RecordVerification {
    package struct Step: Sendable {
        package let title: String
        /// The measure in words, and what does not hold.
        let check: @Sendable (PublishedRecord) -> Finding

        init(_ title: String, check: @escaping @Sendable (PublishedRecord) -> Finding) {
            self.title = title
            self.check = check
        }
    }

    struct Finding {
        var measure: String
        var faults: [Fault]

        /// A step that cannot be made because a document is missing or unreadable.
        static func without(_ path: String) -> Finding {
            Finding(
                measure: "",
                faults: [Fault(path, "it is missing or unreadable, so this step cannot be made")])
        }
    }

    package static let steps: [Step] =
        logSteps + paperSteps + resultSteps + auditSteps + statisticSteps + assessmentSteps
        + disclosureSteps

    package static func run(_ record: PublishedRecord) -> [VerificationResult] {
        steps.enumerated().map { index, step in
            let finding = step.check(record)
            return VerificationResult(
                number: index + 1, title: step.title, measure: finding.measure,
                faults: finding.faults)
        }
    }

    private static let logSteps: [Step] = [
        Step("No file is missing, extra, or a link") { record in
            Finding(
                measure: "\(record.files.contents.count) files",
                faults: record.log.fileFaults(record.files))
        },
        Step("Every file has the bytes that were sealed") { record in
            Finding(
                measure: "\(record.log.entries.count) digests",
                faults: record.log.digestFaults(record.files))
        },
        Step("The log's tree gives its root, and every artifact comes after what it is made from") {
            record in
            // Which sheets a record holds follows from its contests; without a definition the later
            // steps say what is missing.
            let plan = record.definition.value.map { RecordPlan(contests: $0.contests.map(\.id)) }
            return Finding(
                measure: "\(record.log.entries.count) entries",
                faults: record.log.faults + record.log.treeFaults
                    + (plan?.faults(record.log.entries) ?? []))
        },
        Step("The checkpoint is signed by the log's key") { record in
            Finding(measure: "one Ed25519 signature", faults: record.log.signatureFaults)
        },
        Step("Papers, records and sheets were sealed before the seed, the seed before the sample") {
            record in
            Finding(measure: "order of sealing", faults: SealingOrder.faults(record.log.entries))
        },
        Step("Every document can be read, and the definition has no flaw") { record in
            var faults = record.unreadable
            if let notice = record.definition.value?.inventedNotice?.en,
                record.files.text(RecordPath.notice)?.contains(notice) != true
            {
                faults.append(
                    Fault(RecordPath.notice, "it does not say that the election is invented"))
            }
            return Finding(measure: "\(record.log.entries.count) documents", faults: faults)
        },
    ]

    private static let paperSteps: [Step] = [
        Step("No station admitted more than are registered or counted more papers than it gave") {
            record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            guard let turnout = record.turnout.value else { return .without(RecordPath.turnout) }
            guard let manifest = record.manifest.value else { return .without(RecordPath.manifest) }
            guard let records = record.records.value else { return .without(RecordPath.records) }
            let account = PaperAccount(
                definition: definition, turnout: turnout, manifest: manifest, records: records)
            let admitted = turnout.reduce(0) { $0 + $1.admitted }
            return Finding(
                measure: "\(admitted) admitted, \(records.count) papers", faults: account.faults)
        },
        Step("Each reading follows from its ink, and persons settled only what was doubtful") {
            record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            guard let records = record.records.value else { return .without(RecordPath.records) }
            let settled = records.filter { $0.snapshots.contains { $0.kind == .modified } }.count
            return Finding(
                measure: "\(records.count) records, \(settled) settled by a person",
                faults: RecordConsistency(definition: definition, records: records).faults
                    + imageFaults(record, records) + readingFaults(record, records))
        },
    ]

    /// Each published image is the one whose digest its record holds.
    private static func imageFaults(
        _ record: PublishedRecord, _ records: [CastVoteRecord]
    ) -> [Fault] {
        let digests = Dictionary(
            records.flatMap(\.images).map { ($0.file ?? "", $0.sha256) },
            uniquingKeysWith: { first, _ in first })
        return record.images.compactMap { name in
            let path = "\(RecordPath.images)/\(name)"
            let found = Digest.of(record.files.contents[path] ?? []).hex
            return digests[name] == found
                ? nil : Fault(path, "it is not the image that the paper's record names")
        }
    }

    private static func readingFaults(
        _ record: PublishedRecord, _ records: [CastVoteRecord]
    ) -> [Fault] {
        guard let report = record.reading.value else {
            return [Fault(RecordPath.reading, "it is missing or unreadable")]
        }
        return report == ReadingReport(records: records, refused: report.refused)
            ? [] : [Fault(RecordPath.reading, "it is not what the records give")]
    }

    private static let auditSteps: [Step] = [
        Step("The audit's sample is the one that the public seed draws") { record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            guard let records = record.records.value else { return .without(RecordPath.records) }
            guard let seed = record.seed.value else { return .without(RecordPath.seed) }
            guard let sample = record.sample.value else { return .without(RecordPath.sample) }
            return Finding(
                measure: "\(sample.papers.count) draws from \(records.count) papers",
                faults: AuditChecks(contests: definition.contests, records: records)
                    .sampleFaults(seed: seed, sample: sample)
                    + definition.stations.filter { $0.closes >= seed.drawn }.prefix(1).map {
                        Fault(RecordPath.seed, "it was drawn before station \($0.id) closed")
                    })
        },
        Step("The measured risk follows from the records and what persons read") { record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            guard let records = record.records.value else { return .without(RecordPath.records) }
            guard let sample = record.sample.value else { return .without(RecordPath.sample) }
            guard let readings = record.readings.value else { return .without(RecordPath.readings) }
            guard let report = record.audit.value else { return .without(RecordPath.audit) }
            let checks = AuditChecks(contests: definition.contests, records: records)
            let risk = Percentage(max(0, report.measuredRiskMillionths), of: 1_000_000).text(
                decimals: 2)
            var faults: [Fault] = []
            if report.riskLimitThousandths != definition.riskLimitThousandths {
                faults.append(Fault(RecordPath.audit, "its risk limit is not the definition's"))
            }
            return Finding(
                measure:
                    "risk \(risk ?? "") %, limit \(Double(report.riskLimitThousandths) / 10) %",
                faults: faults
                    + checks.reportFaults(
                        sample: sample, readings: readings, report: report, winners: record.winners)
            )
        },
    ]

    private static let disclosureSteps: [Step] = [
        Step("Nothing published ties a paper to a person") { record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            guard let records = record.records.value else { return .without(RecordPath.records) }
            guard let manifest = record.manifest.value else { return .without(RecordPath.manifest) }
            let report = DisclosureReport(
                definition: definition, manifest: manifest, records: records,
                publishedImages: record.images, shownPapers: record.shownPapers)
            var faults = report.lines.flatMap { line in
                line.exceptions.map { Fault(RecordPath.records, "\(line.rule): \($0)") }
            }
            if record.disclosure.value != report {
                faults.append(
                    Fault(RecordPath.disclosure, "it is not what the published files give"))
            }
            return Finding(
                measure:
                    "smallest batch \(report.smallestBatch) papers, \(record.images.count) images",
                faults: faults)
        }
    ]
}
