import Elections
import Missions
import Primitives

/// What the story knows of one station and a team inside could see.
package struct StationFacts: Sendable {
    package let station: PollingStation.ID
    /// Whether the signed sheet adds up.
    package let sheetBalances: Bool
    /// Persons admitted through the fallback.
    package let admittedByFallback: Int

    package init(station: PollingStation.ID, sheetBalances: Bool, admittedByFallback: Int) {
        self.station = station
        self.sheetBalances = sheetBalances
        self.admittedByFallback = admittedByFallback
    }
}

extension TervaniaMission {
    /// The day's plan: minutes after the opening of the station, minutes there, parts seen.
    private static let plan:
        [(
            team: Team.ID, station: PollingStation.ID, after: Int, minutes: Int,
            parts: [StationPart]
        )] = [
            ("team-north", "north-001", -30, 120, [.opening, .voting]),
            ("team-north", "north-002", 240, 50, [.voting]),
            ("team-north", "north-003", 660, 270, [.voting, .closing]),
            ("team-south", "south-001", -30, 110, [.opening, .voting]),
            ("team-south", "south-004", 200, 0, []),
            ("team-south", "south-003", 330, 45, [.voting]),
            ("team-south", "south-002", 650, 310, [.voting, .closing]),
            ("team-veldmark", "abroad-001", -30, 930, [.opening, .voting, .closing]),
            ("team-oyamar", "abroad-002", -30, 940, [.opening, .voting, .closing]),
        ]

    /// What a team found otherwise than it should be, by station.
    private static let shortcomings: [PollingStation.ID: Set<Question.ID>] = [
        "north-002": ["secrecy", "step-free"],
        "north-003": ["observers-view"],
        "south-003": ["observers-view", "step-free"],
        "south-001": ["step-free"],
        "abroad-002": ["scanner-slip-posted"],
    ]

    /// The day of the mission: visits, filled forms, rights used and refused.
    ///
    /// A function of its arguments alone. The seed moves queues and arrivals, never a finding.
    ///
    /// - Parameters:
    ///   - definition: Tervania's, for hours and stations.
    ///   - facts: of the stations; one that is missing is taken to balance, without fallback.
    ///   - digest: SHA-256 of a form as received, in lower hexadecimal; computed by the caller.
    package static func observations(
        definition: ElectionDefinition, facts: [StationFacts], seed: UInt64,
        digest: (FormSubmission) -> String? = { _ in nil }
    ) -> ObservationLog {
        let visits = visits(definition: definition, seed: seed)
        let busiest = facts.filter { fact in
            visits.contains { $0.station == fact.station && $0.wasInside }
        }.max { left, right in
            (left.admittedByFallback, right.station) < (right.admittedByFallback, left.station)
        }
        let submissions = visits.filter(\.wasInside).map { visit in
            let fact =
                facts.first { $0.station == visit.station }
                ?? StationFacts(station: visit.station, sheetBalances: true, admittedByFallback: 0)
            let stopped = fact.admittedByFallback > 0 && busiest?.station == visit.station
            var submission = submission(
                of: visit, fact: fact, equipmentStopped: stopped, seed: seed)
            submission.digest = digest(submission)
            return submission
        }
        return ObservationLog(
            inventedNotice: notice, mission: mission.id, visits: visits, submissions: submissions,
            rights: rights(visits))
    }

    private static func visits(definition: ElectionDefinition, seed: UInt64) -> [Visit] {
        zip(plan, 1...).compactMap { stop, number in
            guard let station = definition.station(stop.station) else { return nil }
            var chance = SeededSource(seed: seed, purpose: "visit \(stop.station)")
            let late = stop.parts.contains(.opening) ? 0 : chance.below(12)
            let refused = stop.parts.isEmpty
            return Visit(
                id: Visit.ID("visit-\(number)")!, team: stop.team, station: stop.station,
                arrival: station.opens.adding(minutes: stop.after + late), minutes: stop.minutes,
                outcome: refused
                    ? .entryRefused
                    : shortcomings[stop.station]?.contains("observers-view") == true
                        ? .partly : .observed,
                parts: stop.parts,
                note: refused
                    ? LocalizedText(
                        "The guard did not let the team through the gate and named no rule.",
                        ru:
                            "Охрана не пропустила группу через ворота и не назвала никакого правила.",
                        ky: "Кароол топту дарбазадан киргизген жок жана эч кандай эреже айткан жок."
                    )
                    : nil)
        }
    }

    private static func submission(
        of visit: Visit, fact: StationFacts, equipmentStopped: Bool, seed: UInt64
    ) -> FormSubmission {
        var chance = SeededSource(seed: seed, purpose: "form \(visit.station)")
        let queue = chance.below(visit.parts.contains(.opening) ? 25 : 9)
        let wrong = shortcomings[visit.station] ?? []
        var answers: [Question.ID: Answer] = [:]
        for question in form.questions {
            guard visit.parts.contains(question.part) else {
                answers[question.id] = .notObserved
                continue
            }
            switch question.id {
            case "queue": answers[question.id] = .number(queue)
            case "identification-working":
                answers[question.id] = equipmentStopped ? .no : .yes
            case "fallback-two-officers":
                answers[question.id] = fact.admittedByFallback > 0 ? .yes : .notObserved
            case "sheet-balanced": answers[question.id] = fact.sheetBalances ? .yes : .no
            case "overall":
                answers[question.id] = .choice(fact.sheetBalances ? "good" : "bad")
            default: answers[question.id] = wrong.contains(question.id) ? .no : .yes
            }
        }
        return FormSubmission(
            id: FormSubmission.ID("form-\(visit.station)")!, form: form.id,
            formVersion: form.version, visit: visit.id, answers: answers)
    }

    private static func rights(_ visits: [Visit]) -> [RightUse] {
        visits.flatMap { visit -> [RightUse] in
            guard visit.wasInside else {
                return [RightUse(right: "cis2002.15.r3", visit: visit.id, outcome: .refused)]
            }
            return [
                RightUse(right: "cis2002.15.r3", visit: visit.id, outcome: .used),
                RightUse(
                    right: "cis2002.15.r4", visit: visit.id,
                    outcome: visit.outcome == .partly ? .refused : .used),
            ]
        }
    }
}
