import Elections
import Missions
import Primitives

extension Assessment {
    /// Every check with its outcome, in the order of the numbers.
    ///
    /// All figures are counted again from the arguments; what the assessment states of itself is
    /// only ever compared.
    ///
    /// - Parameter rights: the log of observers' rights; nil when it is not at hand.
    package func verdicts(
        submissions: [FormSubmission], visits: [Visit], definition: ElectionDefinition,
        rights: [RightUse]? = nil
    ) -> [AssessmentVerdict] {
        let inspection = AssessmentInspection(
            assessment: self, submissions: submissions, visits: visits, definition: definition,
            rights: rights)
        return AssessmentCheck.allCases.map(inspection.verdict)
    }

    /// The reasons of every check that fails; empty when the assessment can stand.
    package func flaws(
        submissions: [FormSubmission], visits: [Visit], definition: ElectionDefinition,
        rights: [RightUse]? = nil
    ) -> [AssessmentFlaw] {
        verdicts(submissions: submissions, visits: visits, definition: definition, rights: rights)
            .filter { $0.outcome == .fails }
            .flatMap { verdict in
                verdict.reasons.map { AssessmentFlaw(check: verdict.check, reason: $0) }
            }
    }

    /// Why the assessment cannot speak of the whole process; empty when it can.
    package func limits(visits: [Visit], definition: ElectionDefinition) -> [LocalizedText] {
        let reach = StationReach(visits: visits, definition: definition)
        var found: [LocalizedText] = []
        if !longTermPresence {
            found.append(
                LocalizedText(
                    "nobody of the mission was there before the last days",
                    ru: "представителей миссии не было в стране до последних дней",
                    ky: "миссиянын өкүлдөрү акыркы күндөргө чейин өлкөдө болгон эмес"))
        }
        if reach.visited * 100 < Self.leastCoveragePercent * reach.of {
            found.append(
                LocalizedText(
                    "\(reach.visited) of \(reach.of) stations were visited",
                    ru: "посещено \(reach.visited) из \(reach.of) участков",
                    ky: "\(reach.of) участканын \(reach.visited) барылган"))
        }
        if reach.parts.first(where: { $0.name == StationPart.closing.rawValue })?.visited == 0 {
            found.append(
                LocalizedText(
                    "no count was watched", ru: "подсчёт не наблюдался",
                    ky: "добуш саноо байкалган эмес"))
        }
        if !sample.allowsInference {
            found.append(
                LocalizedText(
                    "the stations were not drawn by chance",
                    ru: "участки не были выбраны случайно",
                    ky: "участкалар кокустан тандалган эмес"))
        }
        return found
    }

    /// Below this share of stations visited, in per cent, an assessment must say how far it
    /// reaches. Our own line.
    package static let leastCoveragePercent = 10
}

/// One look at an assessment with everything it rests on.
struct AssessmentInspection {
    let assessment: Assessment
    let submissions: [FormSubmission]
    let visits: [Visit]
    let definition: ElectionDefinition
    let rights: [RightUse]?

    /// What a check found: reasons to fail, or else reasons to think again.
    struct Remarks {
        var fails: [String] = []
        var prompts: [String] = []
    }

    func verdict(_ check: AssessmentCheck) -> AssessmentVerdict {
        let found = remarks(check)
        if !found.fails.isEmpty {
            return AssessmentVerdict(check: check, outcome: .fails, reasons: found.fails)
        }
        return AssessmentVerdict(
            check: check, outcome: found.prompts.isEmpty ? .holds : .prompt,
            reasons: found.prompts)
    }

    private func remarks(_ check: AssessmentCheck) -> Remarks {
        switch check {
        case .evidence: evidence()
        case .coverage: coverage()
        case .reach: reach()
        case .sampleType: sampleType()
        case .zeroBound: zeroBound()
        case .balance: balance()
        case .wording: wording()
        case .timing: timing()
        case .scopeNote: scopeNote()
        case .independence: independence()
        case .contestsApart: contestsApart()
        case .numbers: numbers()
        case .standards: standards()
        case .rightsLog: rightsLog()
        }
    }
}
