import Assessments
import Cryptography
import Elections
import Formats
import Ledger
import Missions
import Primitives
import Publication
import Tabulation
import Tervania
import TervaniaMission

extension Performance {
    /// 8: what observers saw, as findings; what follows from findings, as conclusions.
    mutating func assess() throws -> [String] {
        try seal(
            .observationForm, RecordPath.observationForm, TervaniaMission.form,
            from: [RecordPath.mission])
        let log = TervaniaMission.observations(
            definition: definition, facts: stationFacts, seed: seed,
            digest: { form in
                (try? Documents.encode(form)).map { Digest.of(Array($0)).hex }
            })
        try seal(
            .observations, RecordPath.observations, log,
            from: [RecordPath.observationForm, RecordPath.mission])
        let assessment = TervaniaMission.assessment(of: log, definition: definition)
        try seal(
            .assessment, RecordPath.assessment, assessment,
            from: [RecordPath.observations, RecordPath.definition])
        let cited = Set(assessment.conclusions.flatMap(\.findings)).count
        let good = assessment.findings.filter { $0.sign == .good }.count
        return [
            "\(log.visits.count) visits, \(log.submissions.count) forms; \(assessment.findings.count) findings (\(good) good), \(assessment.conclusions.count) conclusions citing \(cited) of them",
            "nobody could enter \(assessment.reach.couldNotEnter.map(\.text).joined(separator: ", ")); not visited: \(assessment.reach.neverVisited.map(\.text).joined(separator: ", "))",
        ]
    }

    /// What there was to see at each station, so that the invented forms agree with the story.
    private var stationFacts: [StationFacts] {
        let broken = Set(
            batches.values.flatMap(\.sheets).filter { !$0.imbalances().isEmpty }
                .flatMap(\.station.stationsInUnit))
        return turnout.map { counts in
            StationFacts(
                station: counts.station, sheetBalances: !broken.contains(counts.station),
                admittedByFallback: counts.admittedByFallback)
        }
    }
}
