import Ballots
import Elections
import Offices
import Primitives
import Reviewing
import Tervania
import Testing

private let anna: Account.ID = "anna"
private let bek: Account.ID = "bek"
private let chyn: Account.ID = "chyn"

extension Table {
    /// Two persons say the same of the paper that comes next to both.
    mutating func agree(
        _ number: Int, _ choices: [TargetChoice], spoiled: Bool = false, why: String? = nil
    ) {
        for person in [anna, bek] {
            takes(person)
            says(person, number, choices, spoiled: spoiled, why: why)
        }
    }
}

@Suite("What people decide is added to what the machine counted, and changes nothing of it")
struct TotalsTests {
    private func totals(_ table: Table) -> [MachineTotal] {
        table.book.totals(table.reading.id, Tervania.definition)
    }

    @Test("nothing is decided: the machine's totals, with no paper spoiled")
    func before() {
        let after = totals(Table())
        #expect(after.map(\.votes) == Papers.totals.map(\.votes))
        #expect(after.map(\.undecided) == [4, 1])
        #expect(after.map(\.spoiled) == [0, 0])
    }

    /// By hand: paper 1 is maro, paper 2 has telin and a second mark, paper 3 is ondar and not the
    /// second answer, which leaves it blank; paper 4 is spoiled and had the third answer.
    @Test("every decision moves one paper in each contest")
    func after() {
        var table = Table()
        table.agree(1, [.mark])
        table.agree(2, [.mark])
        table.agree(3, [.mark, .noMark])
        table.agree(4, [], spoiled: true, why: "signed")
        let after = totals(table)
        #expect(
            after[0].votes
                == ["maro": 4, "telin": 1, "savan": 0, "ondar": 1, "against-all": 0])
        #expect(
            [after[0].blank, after[0].overvoted, after[0].undecided, after[0].spoiled]
                == [1, 2, 0, 1])
        #expect(after[1].votes == Papers.referendumVotes([4, 3, 1]))
        #expect(
            [after[1].blank, after[1].overvoted, after[1].undecided, after[1].spoiled]
                == [1, 0, 0, 1])
        #expect(after.map(\.papers) == [10, 10])
        let progress = table.book.progress(table.reading.id)
        #expect([progress.papers, progress.settled, progress.waiting] == [4, 4, 0])
        #expect(table.reading.totals == Papers.totals)
    }

    @Test("what no two agree on stays undecided, beside what two do agree on")
    func partly() {
        var table = Table(Papers.reading(doubtful: [Papers.doubtful[2]]))
        for (person, first) in [
            (anna, TargetChoice.mark), (bek, .noMark), (chyn, .cannotTell),
        ] {
            table.takes(person)
            table.says(person, 1, [first, .mark], why: "faint")
        }
        #expect(totals(table)[0].undecided == 4)
        #expect(totals(table)[1].undecided == 0)
        #expect(totals(table)[1].votes == Papers.referendumVotes([4, 4, 2]))
        #expect(table.book.undecided(table.reading.id).map(\.number) == [1])
    }

    /// By hand from the rule that a vote against all stands beside no other: with two votes a paper,
    /// maro and against all is one mark too many though the marks are two; maro and telin is two votes.
    @Test(
        "against all beside somebody is no vote, where several may be marked",
        arguments: [
            ("against all, and people see a mark at maro", "?nnny", TargetChoice.mark, [:], 0, 1),
            (
                "against all, and people see none at maro", "?nnny", .noMark, ["against-all": 1], 0,
                0
            ),
            (
                "telin, and people see a mark at maro", "?ynnn", .mark, ["maro": 1, "telin": 1], 0,
                0
            ),
            ("nothing else, and people see none at maro", "?nnnn", .noMark, [:], 1, 0),
        ] as [(String, String, TargetChoice, [ContestOption.ID: Int], Int, Int)])
    func againstAll(
        claim: String, marks: String, seen: TargetChoice, votes: [ContestOption.ID: Int],
        blank: Int, overvoted: Int
    ) throws {
        var definition = Tervania.definition
        definition.contests[0].votesAllowed = 2
        var reading = Papers.reading(
            doubtful: [Papers.paper("p-1", [marks, "ynn"], [Papers.target(0, 0)])])
        reading.papers = 1
        reading.totals = [
            MachineTotal(
                contest: Papers.president, papers: 1, votes: [:], blank: 0, overvoted: 0,
                undecided: 1)
        ]
        var table = Table(reading)
        table.agree(1, [seen])
        let total = try #require(table.book.totals(reading.id, definition).first)
        #expect(total.votes == votes, "\(claim)")
        #expect([total.blank, total.overvoted, total.undecided] == [blank, overvoted, 0])
        let hand = HandCount(votes: votes, notValid: blank + overvoted)
        let both = try #require(
            table.book.against(
                hand, of: definition.contests[0], reading: reading.id, definition))
        #expect(both.agrees && both.lines[5].countedHere.count == blank + overvoted)
    }

    // MARK: Records

    private func record(_ paper: DoubtfulPaper) -> CastVoteRecord {
        let contests = Papers.shape.parts.indices.map {
            paper.reading($0, of: Papers.shape, settlement: nil)
        }
        return CastVoteRecord(
            id: paper.sheet, batch: nil, layout: "tervania",
            snapshots: [
                .init(kind: .original, contests: contests),
                .init(kind: .interpreted, contests: contests),
            ], images: [])
    }

    @Test("a settled paper has a snapshot more, with who decided; the others are as they were")
    func snapshots() throws {
        var table = Table()
        table.agree(1, [.mark])
        let originals = Papers.doubtful.map(record)
        let records = table.book.records(table.reading.id, from: originals)
        #expect(Array(records.dropFirst()) == Array(originals.dropFirst()))
        #expect(Array(records[0].snapshots.prefix(2)) == originals[0].snapshots)
        let last = try #require(records[0].snapshots.last)
        #expect(records[0].snapshots.count == 3 && last.kind == .modified)
        #expect(last.decision?.by == ["anna", "bek"] && last.decision?.at == table.now)
        #expect(last.decision?.reason == "Two reviewers agree.")
        #expect(last.contests[0].positions.map(\.indication) == [.yes, .no, .no, .no, .no])
        #expect(last.contests[0].positions[0].doubt == .ink, "the machine's doubt stays told")
        #expect(last.contests[1] == originals[0].current.contests[1])
    }

    @Test("a spoiled paper's snapshot reads no contest and says why")
    func spoiled() throws {
        var table = Table()
        table.agree(1, [], spoiled: true, why: "signed")
        let record = table.book.records(table.reading.id, from: [record(Papers.doubtful[0])])[0]
        #expect(record.current.contests.isEmpty)
        #expect(
            record.current.decision?.reason
                == "Spoiled: the paper is no vote. Two reviewers agree. signed signed")
    }

    // MARK: Flaws

    struct Row: Sendable, CustomTestStringConvertible {
        let claim: String
        let change: @Sendable (inout Reading) -> Void
        var testDescription: String { claim }
    }

    static let rows: [Row] = [
        Row(claim: "another format") { $0.format = "dobush-reading-9" },
        Row(claim: "more doubtful papers than papers") { $0.papers = 3 },
        Row(claim: "a negative number") { $0.refusedPages = -1 },
        Row(claim: "no records") { $0.files = [] },
        Row(claim: "a contest of another election") { $0.ballots[0].parts[0].contest = "senate" },
        Row(claim: "an option of another contest") { $0.ballots[0].parts[0].options[0] = "nobody" },
        Row(claim: "a total that cannot be meant") { $0.totals[0].blank = -1 },
        Row(claim: "one contest totalled twice") { $0.totals[1].contest = $0.totals[0].contest },
        Row(claim: "a sheet twice") { $0.doubtful[1].sheet = "p-1" },
        Row(claim: "no such ballot") { $0.doubtful[0].ballot = 1 },
        Row(claim: "too few marks") { $0.doubtful[0].marks[0] = "?nnn" },
        Row(claim: "a letter that means nothing") { $0.doubtful[0].marks[0] = "?nnnz" },
        Row(claim: "no doubtful place") { $0.doubtful[0].targets = [] },
        Row(claim: "a place beyond the paper") { $0.doubtful[0].targets[0].place = 5 },
        Row(claim: "a place before it") { $0.doubtful[0].targets[0].part = -1 },
        Row(claim: "one place twice") { $0.doubtful[0].targets.append($0.doubtful[0].targets[0]) },
        Row(claim: "a page that is not there") { $0.doubtful[0].targets[0].page = 1 },
        Row(claim: "a frame of three sides") { $0.doubtful[0].targets[0].frame = [1, 2, 3] },
        Row(claim: "a page without size") { $0.doubtful[0].pages[0].width = 0 },
    ]

    @Test("a reading that does not fit the election or itself is not taken in", arguments: rows)
    func flaws(row: Row) {
        var reading = Papers.reading()
        #expect(reading.flaw(Tervania.definition) == nil)
        row.change(&reading)
        #expect(reading.flaw(Tervania.definition) != nil)
    }
}

@Suite("Where machine and hand differ, the doubtful papers explain what they can and no more")
struct MachineAgainstHandTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let claim: String
        /// Votes by hand for maro, telin, savan, ondar and against all, then papers not valid.
        let hand: [Int]
        /// The machine after review has 4, 1, 0, 0, 0 and 3; papers 1 and 2 are settled, as maro and
        /// as two marks, papers 3 and 4 wait, at ondar and at maro.
        let differences: [Int]
        let unexplained: [Int]
        let atLeast: Int
        var testDescription: String { claim }
    }

    /// By hand. A paper can explain one too many where it is counted, and one too few where it is
    /// not counted and could be.
    static let rows: [Row] = [
        Row(
            claim: "both are the same", hand: [4, 1, 0, 0, 0, 3], differences: [0, 0, 0, 0, 0, 0],
            unexplained: [0, 0, 0, 0, 0, 0], atLeast: 0),
        Row(
            claim: "the two that wait are as their marks say", hand: [5, 1, 0, 1, 0, 3],
            differences: [-1, 0, 0, -1, 0, 0], unexplained: [0, 0, 0, 0, 0, 0], atLeast: 0),
        Row(
            claim: "by hand paper 1 was no vote", hand: [3, 1, 0, 0, 0, 4],
            differences: [1, 0, 0, 0, 0, -1], unexplained: [0, 0, 0, 0, 0, 0], atLeast: 0),
        Row(
            claim: "two fewer for maro by hand: one of them was plain",
            hand: [2, 1, 0, 0, 0, 5], differences: [2, 0, 0, 0, 0, -2],
            unexplained: [1, 0, 0, 0, 0, 0], atLeast: 1),
        Row(
            claim: "nobody doubted anything at against all", hand: [4, 1, 0, 0, 2, 3],
            differences: [0, 0, 0, 0, -2, 0], unexplained: [0, 0, 0, 0, 2, 0], atLeast: 2),
        Row(
            claim: "one went from telin, where none is counted in doubt, to savan",
            hand: [4, 0, 1, 0, 0, 3], differences: [0, 1, -1, 0, 0, 0],
            unexplained: [0, 1, 0, 0, 0, 0], atLeast: 1),
    ]

    @Test("line by line", arguments: rows)
    func lines(row: Row) throws {
        var table = Table()
        table.agree(1, [.mark])
        table.agree(2, [.mark])
        let contest = Tervania.definition.contests[0]
        let hand = HandCount(
            votes: Dictionary(uniqueKeysWithValues: zip(contest.options.map(\.id), row.hand)),
            notValid: row.hand[5])
        let both = try #require(
            table.book.against(
                hand, of: contest, reading: table.reading.id, Tervania.definition))
        #expect(both.lines.map(\.machine) == [4, 1, 0, 0, 0, 3])
        #expect(both.lines.map(\.difference) == row.differences)
        #expect(both.lines.map(\.unexplained) == row.unexplained)
        #expect(both.unexplained == row.atLeast)
        #expect(both.agrees == (row.differences.allSatisfy { $0 == 0 }))
        #expect(both.doubtful.map(\.number) == [1, 2, 3, 4])
        #expect(both.open.map(\.number) == [3, 4])
    }

    @Test("pages that the machine refused are in the hand's count alone")
    func refused() throws {
        var reading = Papers.reading()
        reading.refusedPages = 2
        let contest = Tervania.definition.contests[0]
        let both = try #require(
            Table(reading).book.against(
                HandCount(votes: ["maro": 3, "against-all": 3], notValid: 2), of: contest,
                reading: reading.id, Tervania.definition))
        #expect(both.lines[4].difference == -3)
        #expect(both.lines[4].unexplained == 1, "two papers were refused, three are missing")
    }
}
