import Elections
import Primitives

/// Papers marked beforehand, of which it is known what a machine must read.
///
/// In each contest every option is voted a different number of times, so that options whose places
/// were swapped show; each option stands alone on at least one paper; one paper is blank, one is
/// overvoted, and where several may be chosen, one has a vote against all beside another; and the
/// kinds of marks take turns, so that each is met in every contest. The totals
/// follow from the papers by the rules of the contests; nothing is read.
package struct TestDeck: Hashable, Sendable {
    package let ballots: BallotSet
    package let papers: [Paper]
    /// Kinds of marks that this policy would not count for certain, and that are not used.
    package let leftOut: [DeckMark]

    package struct Paper: Hashable, Sendable {
        /// From 1.
        package let number: Int
        /// Which sheet of the set, from 0.
        package let sheet: Int
        package let marks: [Mark]

        /// The paper's name among scans and in the list.
        package var name: String {
            let digits = String(number)
            return "deck-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    package struct Mark: Hashable, Sendable {
        package let contest: Contest.ID
        package let option: ContestOption.ID
        package let kind: DeckMark
    }

    /// - Parameters:
    ///   - ballots: the papers, issued for tests.
    ///   - seed: in which order the kinds of marks take turns and the papers lie.
    package init(_ ballots: BallotSet, seed: UInt64) throws(TestDeckProblem) {
        self.ballots = ballots
        let page = ballots.pages[0]
        let policy = ballots.definition.markPolicy
        let target = page.contests[0].options[0].target
        let shape = page.layout.targetShape ?? .ellipse
        let sure = DeckMark.allCases.filter {
            $0.ink(on: target, shape: shape) >= policy.countedFrom + DeckMark.margin
        }
        guard !sure.isEmpty else { throw .noSureMark(countedFrom: policy.countedFrom) }
        leftOut = DeckMark.allCases.filter { !sure.contains($0) }
        var chance = SeededSource(seed: seed, purpose: "test deck")
        let kinds = chance.shuffled(sure)
        var made: [(sheet: Int, marks: [Mark])] = []
        for (index, sheet) in ballots.sheets.enumerated() {
            made += Self.papers(of: sheet, kinds: kinds).map { (index, $0) }
        }
        papers = chance.shuffled(made).enumerated().map {
            Paper(number: $0 + 1, sheet: $1.sheet, marks: $1.marks)
        }
    }

    // MARK: What is marked

    /// One list of marks for each paper of a sheet.
    private static func papers(of sheet: BallotSet.Sheet, kinds: [DeckMark]) -> [[Mark]] {
        var turn = 0
        let contests = sheet.pages.flatMap(\.contests).map(\.contest)
        // Contests with few options repeat themselves rather than lie blank beside long ones.
        let least = contests.map { choices(in: $0, kinds: kinds.count, room: 0).count }
        let columns = contests.map { contest in
            choices(in: contest, kinds: kinds.count, room: least.max() ?? 0).map { options in
                options.map { option in
                    defer { turn += 1 }
                    return Mark(
                        contest: contest.id, option: option, kind: kinds[turn % kinds.count])
                }
            }
        }
        let count = columns.map(\.count).max() ?? 0
        // A contest with fewer papers than another on the same sheet is blank on the rest.
        let marked = (0..<count).map { row in
            columns.flatMap { $0.indices.contains(row) ? $0[row] : [] }
        }
        return [[]] + marked
    }

    /// The options marked on one paper after the other, the overvoted one last.
    ///
    /// - Parameter room: papers that there are anyway; options are voted more often to fill them.
    private static func choices(
        in contest: Contest, kinds: Int, room: Int
    ) -> [[ContestOption.ID]] {
        let count = contest.options.count
        // Option i, from 0, is voted `first + i` times, often enough that each kind of mark is met.
        var first = 1
        while count * first + count * (count - 1) / 2 < kinds { first += 1 }
        var chosen = choices(in: contest, first: first)
        while case let more = choices(in: contest, first: first + 1), more.count <= room {
            chosen = more
            first += 1
        }
        return chosen
    }

    private static func choices(in contest: Contest, first: Int) -> [[ContestOption.ID]] {
        let options = contest.options.map(\.id)
        // A vote against all stands alone: beside another it is none.
        let alone = Set(contest.options.filter { $0.kind == .againstAll }.map(\.id))
        var papers = options.map { [$0] }
        var left = options.indices.map { first + $0 - 1 }
        while let most = left.max(), most > 0 {
            let waiting = left.indices.sorted { (left[$1], $0) < (left[$0], $1) }
                .filter { left[$0] > 0 }
            let next =
                alone.contains(options[waiting[0]])
                ? waiting.prefix(1)
                : waiting.filter { !alone.contains(options[$0]) }.prefix(contest.votesAllowed)
            for place in next { left[place] -= 1 }
            papers.append(next.sorted().map { options[$0] })
        }
        if contest.votesAllowed < options.count {
            papers.append(Array(options.prefix(contest.votesAllowed + 1)))
        }
        if contest.votesAllowed > 1, let other = options.first(where: { !alone.contains($0) }) {
            papers += options.filter(alone.contains).map { [other, $0] }
        }
        return papers
    }

    // MARK: What it amounts to

    /// What a machine must say, by the rules of the contests. File `expected-totals.json`.
    package var expected: [ContestTotal] {
        ballots.definition.contests.map { contest in
            var total = ContestTotal(contest)
            for paper in papers where contests(on: paper).contains(contest.id) {
                total.add(verdict(of: paper, in: contest))
            }
            return total
        }
    }

    /// What a paper's marks come to in a contest that is on it.
    package func verdict(of paper: Paper, in contest: Contest) -> Verdict {
        let marked = paper.marks.filter { $0.contest == contest.id }.map(\.option)
        return ContestReading(
            contest: contest.id,
            positions: contest.options.map { option in
                PositionReading(
                    option: option.id, indication: marked.contains(option.id) ? .yes : .no, ink: 0)
            }
        ).verdict(in: contest)
    }

    private func contests(on paper: Paper) -> [Contest.ID] {
        ballots.sheets[paper.sheet].pages.flatMap(\.contests).map(\.contest.id)
    }

    /// The lines of the marks on one page of a paper.
    package func strokes(of paper: Paper, on page: BallotDesign) -> [PenStroke] {
        page.contests.flatMap { block in
            block.options.flatMap { row in
                paper.marks.filter { $0.contest == block.contest.id && $0.option == row.option.id }
                    .flatMap { $0.kind.strokes(on: row.target) }
            }
        }
    }
}

/// Why no deck can be made.
package enum TestDeckProblem: ToldInThreeLanguages, Hashable {
    case noSureMark(countedFrom: Int)

    package var code: String { "ballots.no-sure-mark" }

    package var text: LocalizedText {
        switch self {
        case .noSureMark(let bound):
            LocalizedText(
                "The mark policy counts from \(bound) ten-thousandths, more than any mark of the deck is sure to cover.",
                ru:
                    "По правилу отметка засчитывается с \(bound) десятитысячных: столько ни одна отметка набора наверняка не закрасит.",
                ky:
                    "Эреже боюнча белги \(bound) он миңдиктен эсептелет: топтомдун бир да белгиси мынчаны так жаппайт."
            )
        }
    }

    package var advice: LocalizedText {
        LocalizedText(
            "Lower `countedFrom` in the definition's mark policy.",
            ru: "Уменьшите `countedFrom` в правиле отметок описания.",
            ky: "Сыпаттаманын белги эрежесиндеги `countedFrom` санын азайтыңыз.")
    }
}
