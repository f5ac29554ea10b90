import Ballots
import Elections
import Primitives
import Printing
import Tervania
import Testing

@Suite("Whatever a definition says and however its papers look, nothing gets in the way")
struct FittingTests {
    /// What became of four hundred definitions, each in a style of its own.
    private static let seeds = 0..<400

    @Test("every definition fits without a fault, or is refused with its reason")
    func everything() throws {
        var fitted = 0
        for seed in Self.seeds {
            var invented = InventedElection(seed: UInt64(seed))
            let definition = invented.definition()
            let style = invented.style()
            do {
                let papers = try BallotPress.sets(definition, style: style)[0]
                for fault in faults(papers) { Issue.record("seed \(seed): \(fault)") }
                fitted += 1
            } catch let problem as BallotDesignProblem {
                guard case .doesNotFit(_, _, let wouldFit, let most) = problem else {
                    Issue.record("seed \(seed): \(problem.summary)")
                    continue
                }
                #expect(!wouldFit.isEmpty || most != nil || !problem.remedy.isEmpty)
            } catch PrintingProblem.textDoesNotFit {
            }
        }
        // Of the long lists with long names most must be refused; enough others must not.
        #expect((150..<400).contains(fitted), "\(fitted) fitted")
    }

    /// Everything wrong with the places of a set of papers.
    private func faults(_ papers: BallotSet) -> [String] {
        var found = papers.pages.flatMap(faults)
        let printed = papers.pages.flatMap(\.contests)
        if printed.map(\.contest) != papers.definition.contests { found.append("contests differ") }
        for block in printed where block.options.map(\.option) != block.contest.options {
            found.append("options of \(block.contest.id) differ")
        }
        if Set(papers.layouts.map(\.id)).count != papers.layouts.count {
            found.append("two sheets have one name")
        }
        found += papers.definition.flaws(of: papers.layouts).map(\.summary)
        return found
    }

    private func faults(_ page: BallotDesign) -> [String] {
        let rows = page.contests.flatMap(\.options)
        let texts =
            [page.heading, page.guidance] + [page.notice, page.turn].compactMap { $0 }
            + page.contests.map(\.title) + rows.flatMap { [$0.number, $0.name] }
        let clear = rows.map(\.clear) + [page.sample, page.code]
        let mark = BallotPaper.mark
        let frame = page.paper.markCentres.map {
            PaperZone(
                left: $0.x - mark.width / 2 - 2, top: $0.y - mark.height / 2 - 2,
                width: mark.width + 4, height: mark.height + 4)
        }
        var found: [String] = []
        for (index, zone) in texts.enumerated() {
            if !page.paper.inside.nearlyHolds(zone) { found.append("a text leaves the page") }
            if (clear + frame).contains(where: { $0.reallyOverlaps(zone) }) {
                found.append("a text meets a target or a mark")
            }
            if texts[(index + 1)...].contains(where: { $0.reallyOverlaps(zone) }) {
                found.append("two texts meet")
            }
        }
        for (index, zone) in clear.enumerated()
        where clear[(index + 1)...].contains(where: { $0.reallyOverlaps(zone) }) {
            found.append("two targets meet")
        }
        for (target, row) in zip(page.layout.side(page.face)?.targets ?? [], rows) {
            if target.row * 8 != (target.row * 8).rounded()
                || target.column * 8 != (target.column * 8).rounded()
            {
                found.append("a target lies off the eighths")
            }
            let away =
                abs(page.paper.x(column: target.column) - row.target.middle.x)
                + abs(page.paper.y(row: target.row) - row.target.middle.y)
            if away > 1e-9 { found.append("a target lies elsewhere than the layout says") }
        }
        return found
    }

    // MARK: Refusals

    private static func council(options: Int, name: String = "Candidate") -> ElectionDefinition {
        var definition = Tervania.definition
        definition.contests = [definition.contests[0]]
        definition.contests[0].options = (1...options).map {
            ContestOption(
                id: ContestOption.ID("o\($0)")!, name: LocalizedText("\(name) \($0)"),
                kind: .candidate)
        }
        return definition
    }

    @Test("a refusal names what would fit, and that does fit")
    func advice() throws {
        var style = BallotStyle()
        style.paper = .a5
        let long = Self.council(options: 16)
        let problem = #expect(throws: BallotDesignProblem.self) {
            try BallotSet(long, style: style)
        }
        guard case .doesNotFit(1, 16, let wouldFit, _) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(wouldFit == ["--paper a4", "--option-columns 2"])
        style.paper = .a4
        #expect(try BallotSet(long, style: style).pages.count == 1)
        style.paper = .a5
        style.optionColumns = 2
        #expect(try BallotSet(long, style: style).pages.count == 1)
    }

    @Test("where nothing fits, the refusal says how many options would")
    func most() throws {
        let problem = #expect(throws: BallotDesignProblem.self) {
            try BallotSet(Self.council(options: 90))
        }
        guard case .doesNotFit(1, 90, [], .some(let most)) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        var style = BallotStyle()
        style.paper = .a4
        style.optionColumns = 2
        #expect(try BallotSet(Self.council(options: most), style: style).pages.count == 1)
        #expect(throws: BallotDesignProblem.self) {
            try BallotSet(Self.council(options: most + 1), style: style)
        }
    }

    @Test("a word too long for its column is named")
    func longWord() throws {
        let word = String(repeating: "Щ", count: 60)
        #expect(throws: PrintingProblem.textDoesNotFit("\(word) 1")) {
            try BallotPress.sets(Self.council(options: 3, name: word), style: BallotStyle())
        }
    }

    @Test("capitals that the usual estimate takes for one line get the lines they need")
    func wideLetters() throws {
        // By hand: 48 capitals of 12 points are about 48 x 12 x 0.35 x 0.8 = 161 mm, two lines of
        // the 93 mm beside a target on A5, where the estimate of 0.58 expects 118 mm.
        let name = "ЖУМАБЕКОВА ШАРШЕНБҮБҮ МАМЫРКУЛОВНА ЩЕДРИНА-ЖЫЛД"
        var style = BallotStyle()
        style.paper = .a5
        let papers = try BallotPress.sets(Self.council(options: 5, name: name), style: style)[0]
        let texts = try BallotPrinter.texts(of: papers.pages[0]).filter {
            $0.text.hasPrefix("ЖУМА")
        }
        #expect(texts.count == 5)
        #expect(Set(texts.map(\.points)).count == 1, "rivals stand in one size")
    }
}

extension PaperZone {
    /// Zones that touch, but for rounding, do not overlap.
    fileprivate func reallyOverlaps(_ other: PaperZone) -> Bool {
        let e = 1e-6
        return left + e < other.right && other.left + e < right && top + e < other.bottom
            && other.top + e < bottom
    }

    fileprivate func nearlyHolds(_ other: PaperZone) -> Bool {
        let e = 1e-6
        return left <= other.left + e && other.right <= right + e && top <= other.top + e
            && other.bottom <= bottom + e
    }
}
