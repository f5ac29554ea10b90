import Assessments
import Elections
import Missions
import Primitives

extension RecordVerification {
    static let assessmentSteps: [Step] = [
        Step("Each finding's figure is counted again from the forms, and its evidence is there") {
            record in
            guard let assessment = record.assessment.value else {
                return .without(RecordPath.assessment)
            }
            guard let log = record.observations.value else {
                return .without(RecordPath.observations)
            }
            let faults = assessment.findings.flatMap { finding in
                figureFaults(finding, log: log) + evidenceFaults(finding, log: log, record: record)
            }
            return Finding(
                measure:
                    "\(assessment.findings.count) findings from \(log.submissions.count) forms",
                faults: faults + formFaults(record, log: log))
        },
        Step("Conclusions cite findings, say no more than they do, and name what was not seen") {
            record in
            guard let assessment = record.assessment.value else {
                return .without(RecordPath.assessment)
            }
            guard let log = record.observations.value else {
                return .without(RecordPath.observations)
            }
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            let flaws = assessment.flaws(
                submissions: log.submissions, visits: log.visits, definition: definition,
                rights: log.rights)
            var other: [Fault] = []
            if assessment.election != definition.id
                || assessment.mission != record.mission.value?.id
            {
                other.append(Fault(RecordPath.assessment, "it is of another election or mission"))
            }
            return Finding(
                measure:
                    "\(assessment.conclusions.count) conclusions, \(assessment.reach.visited) of \(assessment.reach.of) stations visited",
                faults: other
                    + flaws.map {
                        Fault(RecordPath.assessment, "check \($0.check.rawValue): \($0.reason)")
                    })
        },
    ]

    private static func figureFaults(
        _ finding: Assessments.Finding, log: ObservationLog
    ) -> [Fault] {
        let counted = finding.measured(from: log.submissions, visits: log.visits)
        guard counted != finding.stated else { return [] }
        let stated = finding.stated.map { "\($0.matching) of \($0.of)" } ?? "no figure"
        let found = counted.map { "\($0.matching) of \($0.of)" } ?? "none"
        let same = stated == found ? ", from other evidence" : ""
        return [
            Fault(
                RecordPath.assessment,
                "finding \(finding.id) states \(stated); the forms give \(found)\(same)")
        ]
    }

    /// Each reference names a file of the record, and in the forms a visit or a form.
    private static func evidenceFaults(
        _ finding: Assessments.Finding, log: ObservationLog, record: PublishedRecord
    ) -> [Fault] {
        let known = Set(
            log.submissions.map { EvidenceReference.submission($0.id) }
                + log.visits.map { EvidenceReference.visit($0.id) })
        return finding.allEvidence.compactMap { reference in
            if record.files.contents[reference.path] == nil {
                return Fault(
                    RecordPath.assessment,
                    "finding \(finding.id) points at \(reference.path), which is not there")
            }
            if reference.path == EvidenceReference.observations, !known.contains(reference) {
                return Fault(
                    RecordPath.assessment,
                    "finding \(finding.id) points at \(reference.locator), which is no visit or form"
                )
            }
            return nil
        }
    }

    private static func formFaults(_ record: PublishedRecord, log: ObservationLog) -> [Fault] {
        guard let form = record.observationForm.value else {
            return [Fault(RecordPath.observationForm, "it is missing or unreadable")]
        }
        return log.faults(form: form).map { Fault(RecordPath.observations, "\($0)") }
    }
}
