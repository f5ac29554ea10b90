import Ballots
import Elections
import Primitives
import Procedures
import Testing

@Suite("What a commission meets while it prepares its papers is told in three languages")
struct DesignerProblemTests {
    static let problems: [any ToldInThreeLanguages] = [
        BlankProblem.unknownContest("mayor"), BlankProblem.otherCount(found: 9, wanted: 10),
        BlankProblem.contestCut(pages: 2), BlankProblem.otherPaper(width: 900, height: 900),
        BlankProblem.noCode(.pdf417), BallotDesignProblem.nothingToPrint,
        BallotDesignProblem.noOptions("mayor"),
        BallotDesignProblem.doesNotFit(contests: 3, options: 90, wouldFit: ["A4"], most: 50),
        BallotDesignProblem.doesNotFit(contests: 3, options: 90, wouldFit: [], most: 50),
        BallotDesignProblem.doesNotFit(contests: 3, options: 90, wouldFit: [], most: nil),
        BallotDesignProblem.codeTooLong(bytes: 120),
        BallotDesignProblem.styleValue("languages", "xx"),
        BallotDesignProblem.styleValue("paper", "a3"),
    ]

    @Test("each in words of its own language, with what to do", arguments: problems.indices)
    func told(index: Int) {
        let problem = Self.problems[index]
        for text in [problem.text, problem.advice] {
            #expect(Set([text.en, text[.russian], text[.kyrgyz]]).count == 3, "\(problem)")
            #expect(isCyrillic(text[.russian]) && isCyrillic(text[.kyrgyz]), "\(problem)")
        }
    }

    private func isCyrillic(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
    }

    @Test("the particulars are in all three")
    func particulars() {
        let text = BlankProblem.otherCount(found: 9, wanted: 10).text
        for language in Language.allCases {
            #expect(text[language].contains("10") && text[language].contains("9"))
        }
    }

    /// One layout with everything wrong that is looked for, and none at all.
    @Test("every flaw of a layout")
    func flaws() {
        let page = PaintedPage()
        var layout = page.layout
        layout.targetWidth = 0
        layout.sides[0].code = BallotLayout.Area(left: -5, top: 0, width: 1, height: 1)
        layout.sides[0].targets[0].column = 1000
        layout.sides.append(layout.sides[0])
        layout.sides[1].columns = 1
        var placed = page.layout
        placed.id = "placed"
        placed.sides[0].landmarks = []
        let found =
            page.definition.flaws(of: [layout, layout, placed]) + page.definition.flaws(of: [])
        let codes = Set(found.map(\.code))
        #expect(
            codes == [
                "ballots.no-layouts", "ballots.layout-twice", "ballots.layout-sizes",
                "ballots.layout-sides", "ballots.layout-code", "ballots.layout-grid",
                "ballots.layout-target", "ballots.layout-landmarks",
            ])
        for flaw in found {
            #expect(Set([flaw.text.en, flaw.text[.russian], flaw.text[.kyrgyz]]).count == 3)
            #expect(isCyrillic(flaw.text[.russian]) && isCyrillic(flaw.text[.kyrgyz]))
        }
    }
}
