import Elections
import Primitives

/// Papers marked beforehand, of which it is known what a machine must read.
///
/// In each contest every option is voted a different number of times, so that options whose places
/// were swapped show; each option stands alone on at least one paper; one paper is blank, one is
/// overvoted; and the kinds of marks take turns, so that each is met in every contest. The totals
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

    /// What the papers say of one contest. File `expected-totals.json` holds a list of these, in the
    /// shape of `totals.json`.
    package struct Total: Codable, Hashable, Sendable {
        package let contest: Contest.ID
        package var papers = 0
        package var votes: [ContestOption.ID: Int]
        package var blank = 0
        package var overvoted = 0
        /// No paper of a deck is for a person to decide.
        package var undecided = 0
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
        var papers = options.map { [$0] }
        var left = options.indices.map { first + $0 - 1 }
        while let most = left.max(), most > 0 {
            let next = left.indices.sorted { (left[$1], $0) < (left[$0], $1) }
                .filter { left[$0] > 0 }.prefix(contest.votesAllowed)
            for place in next { left[place] -= 1 }
            papers.append(next.sorted().map { options[$0] })
        }
        if contest.votesAllowed < options.count {
            papers.append(Array(options.prefix(contest.votesAllowed + 1)))
        }
        return papers
    }

    // MARK: What it amounts to

    /// What a machine must say, by the rules of the contests.
    package var expected: [Total] {
        ballots.definition.contests.map { contest in
            var total = Total(
                contest: contest.id,
                votes: Dictionary(contest.options.map { ($0.id, 0) }) { first, _ in first })
            for paper in papers where contests(on: paper).contains(contest.id) {
                total.papers += 1
                let marked = paper.marks.filter { $0.contest == contest.id }
                switch marked.count {
                case 0: total.blank += 1
                case ...contest.votesAllowed:
                    for mark in marked { total.votes[mark.option, default: 0] += 1 }
                default: total.overvoted += 1
                }
            }
            return total
        }
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
package enum TestDeckProblem: Problem, Hashable {
    case noSureMark(countedFrom: Int)

    package var code: String { "ballots.no-sure-mark" }

    package var summary: String {
        switch self {
        case .noSureMark(let bound):
            "The mark policy counts from \(bound) ten-thousandths, more than any mark of the deck is sure to cover."
        }
    }

    package var remedy: String { "Lower `countedFrom` in the definition's mark policy." }
}
