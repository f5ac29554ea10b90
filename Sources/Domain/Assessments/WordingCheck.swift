import Elections
import Missions
import Primitives

// Check 7: words of amount.
extension AssessmentInspection {
    func wording() -> Remarks {
        var found = Remarks()
        for conclusion in assessment.conclusions {
            for use in conclusion.words { found.fails += misfit(of: use, in: conclusion) }
            let declared = Set(conclusion.words.map(\.word))
            for language in Language.allCases {
                guard let text = conclusion.text.own(language) else { continue }
                let undeclared = ShareWord.found(in: text, language).subtracting(declared)
                for word in undeclared.sorted() {
                    found.fails.append(
                        "conclusion \(conclusion.id) says \"\(word.rawValue)\" (\(language.rawValue)) and ties it to no finding"
                    )
                }
            }
        }
        return found
    }

    private func misfit(of use: Conclusion.WordUse, in conclusion: Conclusion) -> [String] {
        guard conclusion.findings.contains(use.finding),
            let measured = assessment.finding(use.finding)?.measured(
                from: submissions, visits: visits),
            let fitting = ShareWord.fitting(measured.matching, of: measured.of)
        else {
            return ["conclusion \(conclusion.id): \"\(use.word.rawValue)\" has no figure behind it"]
        }
        guard use.word != fitting else { return [] }
        let fault = use.word > fitting ? "outruns" : "understates"
        return [
            "conclusion \(conclusion.id): \"\(use.word.rawValue)\" \(fault) \(measured.matching) of \(measured.of), which is \"\(fitting.rawValue)\""
        ]
    }
}

extension LocalizedText {
    /// The text in exactly this language, without falling back.
    fileprivate func own(_ language: Language) -> String? {
        switch language {
        case .english: en
        case .russian: ru
        case .kyrgyz: ky
        }
    }
}
