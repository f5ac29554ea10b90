import Elections
import Missions
import Primitives

// Checks 2 to 6 and 8 to 10: how far the assessment reaches, and whether it says so.
extension AssessmentInspection {
    private var counted: StationReach { StationReach(visits: visits, definition: definition) }

    func coverage() -> Remarks {
        var found = Remarks()
        var seen: Set<String> = []
        for cell in assessment.coverage {
            let name = "\(cell.area.rawValue), \(cell.stage.rawValue)"
            if !seen.insert(name).inserted { found.fails.append("\(name) is there twice") }
        }
        for area in Area.allCases {
            for stage in area.stages where !seen.contains("\(area.rawValue), \(stage.rawValue)") {
                found.fails.append("nothing is said of \(area.rawValue), \(stage.rawValue)")
            }
        }
        for cell in assessment.coverage where cell.state == .observed && cell.stage == .day {
            if cell.area == .abroad && counted.abroad.visited == 0 {
                found.fails.append(
                    "voting abroad is called observed and no station abroad was visited")
            }
            if cell.area == .count
                && counted.parts.first(where: { $0.name == StationPart.closing.rawValue })?.visited
                    == 0
            {
                found.fails.append("the count is called observed and nobody watched one")
            }
        }
        return found
    }

    func reach() -> Remarks {
        var found = Remarks()
        for visit in visits where definition.station(visit.station) == nil {
            found.fails.append("visit \(visit.id) was to \(visit.station), which is not defined")
        }
        if counted != assessment.reach {
            found.fails.append(
                "the reach stated is \(assessment.reach.visited) of \(assessment.reach.of) stations, the visits give \(counted.visited) of \(counted.of); or their lists differ"
            )
        }
        let text = assessment.statementText(.english).flatMap(\.sentences).joined(separator: " ")
        for station in counted.couldNotEnter + counted.neverVisited
        where !text.contains(station.text) {
            found.fails.append(
                "the statement does not name \(station), which nobody saw from inside")
        }
        return found
    }

    private var sentences: [(String, String)] {
        assessment.findings.map { ("finding \($0.id)", $0.text) }.flatMap(texts)
            + assessment.conclusions.map { ("conclusion \($0.id)", $0.text) }.flatMap(texts)
    }

    private func texts(_ name: String, _ text: LocalizedText) -> [(String, String)] {
        [text.en, text.ru, text.ky].compactMap { $0 }.map { (name, $0) }
    }

    func sampleType() -> Remarks {
        guard !assessment.sample.allowsInference else { return Remarks() }
        var found = Remarks()
        for (name, text) in sentences {
            for sign in ["%", "±", "per cent", "margin of error", "процент", "пайыз"]
            where text.lowercased().contains(sign) {
                found.fails.append(
                    "\(name) has \"\(sign)\", and the stations were not drawn by chance")
            }
        }
        return found
    }

    func zeroBound() -> Remarks {
        var found = Remarks()
        for finding in assessment.findings {
            guard let stated = finding.stated, stated.matching == 0, stated.of > 0 else { continue }
            let bound = SampleBounds.percent(SampleBounds.zeroInN(stated.of))
            found.prompts.append(
                assessment.sample.allowsInference
                    ? "finding \(finding.id): none in \(stated.of) leaves rates up to \(bound) % possible (95 %)"
                    : "finding \(finding.id): none in \(stated.of) stations visited says nothing of others"
            )
        }
        return found
    }

    func balance() -> Remarks {
        var found = Remarks()
        let signs = Set(assessment.findings.map(\.sign))
        if signs.count == 1, let sign = signs.first {
            found.prompts.append("every finding is \(sign.rawValue); look again for the other kind")
        }
        let cited = Set(assessment.conclusions.flatMap(\.findings))
        for finding in assessment.findings
        where finding.sign == .bad && finding.weight == .serious && !cited.contains(finding.id) {
            found.fails.append("serious finding \(finding.id) appears in no conclusion")
        }
        return found
    }

    func timing() -> Remarks {
        var found = Remarks()
        if let last = definition.stations.max(by: { $0.closes < $1.closes }),
            assessment.publicAt < last.closes
        {
            found.fails.append(
                "public at \(assessment.publicAt.text()), before \(last.id) closes at \(last.closes.text())"
            )
        }
        for visit in visits where visit.arrival.adding(minutes: visit.minutes) > assessment.publicAt
        {
            found.fails.append("visit \(visit.id) ends after the assessment is public")
        }
        return found
    }

    func scopeNote() -> Remarks {
        let limits = assessment.limits(visits: visits, definition: definition).map(\.en)
        guard !limits.isEmpty else { return Remarks() }
        var found = Remarks()
        if assessment.scopeNote == nil {
            found.fails.append("a scope note is missing: " + limits.joined(separator: "; "))
        }
        for conclusion in assessment.conclusions where conclusion.scope == .wholeProcess {
            found.fails.append("conclusion \(conclusion.id) speaks of the whole process")
        }
        return found
    }

    func independence() -> Remarks {
        assessment.independence.en.isEmpty
            ? Remarks(fails: ["who invited and who paid is not said"]) : Remarks()
    }
}
