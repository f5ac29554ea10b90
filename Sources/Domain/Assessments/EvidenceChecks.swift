import Elections
import Missions
import Primitives

// Checks 1, 11, 12, 13 and 14: what findings and conclusions rest on.
extension AssessmentInspection {
    func evidence() -> Remarks {
        var found = Remarks()
        let places = Set(
            submissions.map { EvidenceReference.submission($0.id) }
                + visits.map { EvidenceReference.visit($0.id) })
        for finding in assessment.findings {
            if finding.measure == nil && finding.evidence.isEmpty {
                found.fails.append("finding \(finding.id) has no evidence")
            }
            for reference in finding.allEvidence
            where reference.path == EvidenceReference.observations && !places.contains(reference) {
                found.fails.append("finding \(finding.id): \(reference.locator) is not in the log")
            }
            if let measured = finding.measured(from: submissions, visits: visits),
                let stated = finding.stated, measured.evidence != stated.evidence
            {
                found.fails.append("finding \(finding.id) names other forms than those that match")
            }
        }
        for conclusion in assessment.conclusions { found.fails += support(of: conclusion) }
        for section in assessment.statement {
            for case .conclusion(let id) in section.sentences
            where assessment.conclusion(id) == nil {
                found.fails.append("the statement cites conclusion \(id), which is not there")
            }
        }
        return found
    }

    private func support(of conclusion: Conclusion) -> [String] {
        let missing = conclusion.findings.filter { assessment.finding($0) == nil }
        if !missing.isEmpty {
            return missing.map {
                "conclusion \(conclusion.id) cites finding \($0), which is not there"
            }
        }
        let cited = conclusion.findings.compactMap(assessment.finding)
        if cited.isEmpty { return ["conclusion \(conclusion.id) cites no finding"] }
        return cited.allSatisfy { $0.basis == .reported }
            ? ["conclusion \(conclusion.id) rests on hearsay alone"] : []
    }

    func contestsApart() -> Remarks {
        var found = Remarks()
        for finding in assessment.findings {
            if finding.contests.isEmpty {
                found.fails.append("finding \(finding.id) names no contest")
            }
            for contest in finding.contests where definition.contest(contest) == nil {
                found.fails.append(
                    "finding \(finding.id) names contest \(contest), which is not there")
            }
        }
        return found
    }

    func numbers() -> Remarks {
        var found = Remarks()
        for finding in assessment.findings {
            let measured = finding.measured(from: submissions, visits: visits)
            switch (measured, finding.stated) {
            case (nil, nil): break
            case (let measured?, let stated?):
                if measured.matching != stated.matching || measured.of != stated.of {
                    found.fails.append(
                        "finding \(finding.id) states \(stated.matching) of \(stated.of), the forms give \(measured.matching) of \(measured.of)"
                    )
                }
            case (nil, _):
                found.fails.append("finding \(finding.id) states a figure without a measure")
            case (_, nil):
                found.fails.append("finding \(finding.id) has a measure and states no figure")
            }
        }
        for conclusion in assessment.conclusions {
            let texts = [conclusion.text.en, conclusion.text.ru, conclusion.text.ky].compactMap {
                $0
            }
            for text in texts { found.fails += looseFigures(in: text, conclusion) }
        }
        found.fails = found.fails.uniqued()
        return found
    }

    /// Figures typed into a sentence, and figures taken from a finding that it does not cite.
    private func looseFigures(in text: String, _ conclusion: Conclusion) -> [String] {
        var found: [String] = []
        let pieces = text.split(separator: "{", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            var plain = piece
            if index > 0 {
                let parts = piece.split(
                    separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
                let name = String(parts[0].dropLast(2))
                let known = parts[0].hasSuffix(".n") || parts[0].hasSuffix(".m")
                let cited = Finding.ID(name).map(conclusion.findings.contains) ?? false
                if !known || !cited {
                    found.append("conclusion \(conclusion.id) takes a figure from {\(parts[0])}")
                }
                plain = parts.count > 1 ? parts[1] : ""
            }
            let words = plain.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
            for word in words where word.allSatisfy(\.isNumber) {
                found.append("conclusion \(conclusion.id) has the figure \(word) from no finding")
            }
        }
        return found
    }

    func standards() -> Remarks {
        var found = Remarks()
        for finding in assessment.findings {
            for id in finding.standards where assessment.standard(id) == nil {
                found.fails.append(
                    "finding \(finding.id) cites \(id), which is not in the catalogue")
            }
            let cited = finding.standards.compactMap(assessment.standard)
            if !cited.contains(where: { $0.reach == .hostLaw }) {
                found.fails.append("finding \(finding.id) cites no law of the host")
            }
            if !cited.contains(where: { $0.reach == .international }) {
                found.fails.append("finding \(finding.id) cites no international standard")
            }
            for standard in cited where standard.confidence == .check {
                found.prompts.append("\(standard.id): number and wording are still to be confirmed")
            }
        }
        return found
    }

    func rightsLog() -> Remarks {
        guard let rights else { return Remarks(prompts: ["the log of rights was not at hand"]) }
        var found = Remarks()
        for visit in visits where visit.outcome == .entryRefused {
            let logged = rights.contains { $0.visit == visit.id && $0.outcome == .refused }
            if !logged {
                found.fails.append(
                    "entry to \(visit.station) was refused and no right is logged so")
            }
        }
        let known = Set(visits.map(\.id))
        for right in rights where !known.contains(right.visit) {
            found.fails.append("the log of rights names visit \(right.visit), which is not there")
        }
        return found
    }
}

extension [String] {
    /// Each text once, in the order of its first appearance.
    fileprivate func uniqued() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
