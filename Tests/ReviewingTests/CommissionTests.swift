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
private let first: Account.ID = "officer-1"
private let second: Account.ID = "officer-2"

extension Table {
    /// What three persons say of the only paper, one after the other.
    fileprivate mutating func hear(_ said: [[TargetChoice]]) {
        for (person, choices) in zip([anna, bek, chyn], said) {
            takes(person)
            says(person, 1, choices, why: "by \(person)")
        }
    }

    fileprivate func decision(
        _ choices: [TargetChoice], spoiled: Bool = false, of number: Int = 1
    ) -> PaperDecision {
        PaperDecision(
            paper: ref(number), choices: choices, spoiled: spoiled, grounds: "Minutes 4.")
    }

    /// - Returns: why it is not taken in; nil when it is.
    @discardableResult
    fileprivate mutating func enters(_ person: Account.ID, _ decision: PaperDecision)
        -> PaperRefusal?
    {
        if let refusal = book.refusal(of: decision, by: person) { return refusal }
        book.propose(decision, by: person, at: now, act: 100)
        return nil
    }

    @discardableResult
    fileprivate mutating func confirms(_ person: Account.ID, entered: Int = 100) -> PaperRefusal? {
        if let refusal = book.refusalToConfirm(ref(1), entered: entered, by: person) {
            return refusal
        }
        book.confirmProposal(ref(1), by: person, at: now, act: 101)
        return nil
    }
}

@Suite("What reviewers leave open, two officers decide for the commission")
struct CommissionTests {
    /// Two targets for the president (maro, telin) and the third answer of the referendum.
    private static let paper = Papers.paper(
        "p-1", ["??nnn", "nn?"],
        [Papers.target(0, 0), Papers.target(0, 1), Papers.target(1, 2)])

    /// One paper was read, and everything on it is doubtful.
    private static var reading: Reading {
        var reading = Papers.reading(doubtful: [paper])
        reading.papers = 1
        reading.totals = Papers.totals.map {
            MachineTotal(
                contest: $0.contest, papers: 1, votes: [:], blank: 0, overvoted: 0, undecided: 1)
        }
        return reading
    }

    /// Three opinions: no two agree on the president, two agree on the referendum.
    private static let apart: [[TargetChoice]] = [
        [.mark, .noMark, .mark], [.noMark, .mark, .mark], [.cannotTell, .noMark, .noMark],
    ]

    struct Row: Sendable, CustomTestStringConvertible {
        let claim: String
        var said = CommissionTests.apart
        let choices: [TargetChoice]
        var spoiled = false
        /// What each place becomes; nil where the paper is spoiled.
        let decided: [TargetChoice?]
        /// Votes, blank, overvoted and no vote of the president, then of the referendum.
        let president: ([ContestOption.ID: Int], Int, Int, Int)
        let referendum: ([ContestOption.ID: Int], Int, Int, Int)
        var testDescription: String { claim }
    }

    /// By hand: the president has one vote a paper.
    static let rows: [Row] = [
        Row(
            claim: "a mark at maro alone", choices: [.mark, .noMark],
            decided: [.mark, .noMark, .mark], president: (["maro": 1], 0, 0, 0),
            referendum: (["as-now": 1], 0, 0, 0)),
        Row(
            claim: "a mark at both: too many", choices: [.mark, .mark],
            decided: [.mark, .mark, .mark], president: ([:], 0, 1, 0),
            referendum: (["as-now": 1], 0, 0, 0)),
        Row(
            claim: "no mark at all: blank", choices: [.noMark, .noMark],
            decided: [.noMark, .noMark, .mark], president: ([:], 1, 0, 0),
            referendum: (["as-now": 1], 0, 0, 0)),
        Row(
            claim: "what it cannot tell either is no vote in that contest",
            choices: [.mark, .cannotTell], decided: [.mark, .cannotTell, .mark],
            president: ([:], 0, 0, 1), referendum: (["as-now": 1], 0, 0, 0)),
        Row(
            claim: "the whole paper is spoiled", choices: [], spoiled: true,
            decided: [nil, nil, .mark], president: ([:], 0, 0, 1),
            referendum: ([:], 0, 0, 1)),
        Row(
            claim: "reviewers agree that one place cannot be told: it alone is open",
            said: [[.noMark, .cannotTell, .mark], [.noMark, .cannotTell, .mark]],
            choices: [.mark], decided: [.noMark, .mark, .mark],
            president: (["telin": 1], 0, 0, 0), referendum: (["as-now": 1], 0, 0, 0)),
    ]

    @Test("the decision counts once a second officer confirms it, and not before", arguments: rows)
    func counts(row: Row) throws {
        var table = Table(Self.reading)
        table.hear(row.said)
        let left = try #require(table.settlement(1))
        #expect(left.isUndecided && table.book.progress(table.reading.id).undecided == 1)
        #expect(table.enters(first, table.decision(row.choices, spoiled: row.spoiled)) == nil)
        #expect(table.book.review(table.ref(1)).outcome == left, "entered is not decided")
        #expect(table.book.totals(table.reading.id, Tervania.definition)[0].undecided == 1)
        table.now = Instant(seconds: table.now.seconds + 60)
        #expect(table.confirms(second) == nil)
        let review = table.book.review(table.ref(1))
        #expect(review.settlement == left, "what reviewers said stays as it was")
        let outcome = try #require(review.outcome)
        #expect(outcome.choices == row.decided && outcome.spoiled == row.spoiled)
        #expect(outcome.by == [first, second] && outcome.at == table.now)
        #expect(outcome.reasons == ["Minutes 4."] && !outcome.isUndecided)
        let totals = table.book.totals(table.reading.id, Tervania.definition)
        for (total, wanted) in zip(totals, [row.president, row.referendum]) {
            #expect(total.votes.filter { $0.value > 0 } == wanted.0, "\(total.contest)")
            #expect(
                [total.blank, total.overvoted, total.spoiled, total.undecided]
                    == [wanted.1, wanted.2, wanted.3, 0], "\(total.contest)")
        }
        let progress = table.book.progress(table.reading.id)
        #expect([progress.settled, progress.undecided, progress.waiting] == [1, 0, 0])
        #expect(table.book.undecided(table.reading.id).isEmpty && table.book.unseen.isEmpty)
    }

    @Test("it is refused where reviewers are not done, to who reviewed, and to one person twice")
    func refusals() {
        var table = Table(Self.reading)
        let decision = table.decision([.mark, .noMark])
        #expect(table.enters(first, decision) == .notForCommission, "nobody has looked")
        table.hear(Array(Self.apart.prefix(2)))
        #expect(table.enters(first, decision) == .notForCommission, "a third is waited for")
        table.takes(chyn)
        table.says(chyn, 1, Self.apart[2], why: "faint")
        #expect(table.enters(anna, decision) == .ownOpinion)
        #expect(table.enters(first, table.decision([.mark])) == .choices)
        #expect(table.enters(first, table.decision([.mark, .noMark, .mark])) == .choices)
        #expect(table.enters(first, table.decision([.mark, .noMark], spoiled: true)) == .choices)
        #expect(table.enters(first, table.decision([.mark, .noMark], of: 2)) == .unknown)
        #expect(table.confirms(second) == .noDecisionWaits)
        #expect(table.enters(first, decision) == nil)
        #expect(table.enters(second, decision) == .decisionWaits)
        #expect(table.confirms(first) == .secondPerson)
        #expect(table.confirms(bek) == .ownOpinion)
        #expect(table.confirms(second, entered: 99) == .noDecisionWaits, "another one was read")
        #expect(table.confirms(second) == nil)
        #expect(table.confirms(second) == .notForCommission)
        #expect(table.enters(first, decision) == .notForCommission, "it is decided")
        #expect(table.book.refusalToWithdraw(table.ref(1), by: first) == .notForCommission)
    }

    @Test("taken back before it counts, the paper is open again")
    func takenBack() {
        var table = Table(Self.reading)
        table.hear(Self.apart)
        #expect(table.book.refusalToWithdraw(table.ref(1), by: first) == .noDecisionWaits)
        table.enters(first, table.decision([.mark, .noMark]))
        #expect(table.book.refusalToWithdraw(table.ref(1), by: second) == nil)
        table.book.withdrawProposal(table.ref(1), act: 102)
        #expect(table.book.review(table.ref(1)).proposal == nil)
        #expect(table.enters(second, table.decision([.noMark, .mark])) == nil)
        #expect(table.confirms(first) == nil)
        #expect(table.book.review(table.ref(1)).outcome?.choices == [.noMark, .mark, .mark])
    }

    @Test("papers that reviewers settled are not the commission's")
    func settled() {
        var table = Table(Self.reading)
        table.hear([[.mark, .noMark, .mark], [.mark, .noMark, .mark]])
        #expect(table.enters(first, table.decision([])) == .notForCommission)
    }

    // MARK: Records

    private func record() -> CastVoteRecord {
        let contests = Papers.shape.parts.indices.map {
            Self.paper.reading($0, of: Papers.shape, settlement: nil)
        }
        return CastVoteRecord(
            id: "p-1", batch: nil, layout: "tervania",
            snapshots: [
                .init(kind: .original, contests: contests),
                .init(kind: .interpreted, contests: contests),
            ], images: [])
    }

    @Test("it stands as a snapshot behind the reviewers', which stays")
    func snapshots() throws {
        var table = Table(Self.reading)
        table.hear(Self.apart)
        table.enters(first, table.decision([.noMark, .mark]))
        #expect(
            table.book.records(table.reading.id, from: [record()])[0].snapshots.count == 3,
            "entered, it is in no record")
        table.confirms(second)
        let snapshots = table.book.records(table.reading.id, from: [record()])[0].snapshots
        #expect(snapshots.map(\.kind) == [.original, .interpreted, .modified, .modified])
        #expect(Array(snapshots.prefix(2)) == record().snapshots)
        #expect(
            snapshots[2].decision?.reason
                == "No two of three reviewers agree on president. by anna by bek by chyn")
        #expect(
            snapshots[2].contests[0].positions.map(\.indication).prefix(2) == [.unknown, .unknown])
        #expect(snapshots[3].decision?.by == ["officer-1", "officer-2"])
        #expect(snapshots[3].decision?.reason == "The commission decided. Minutes 4.")
        #expect(snapshots[3].contests[0].positions.map(\.indication) == [.no, .yes, .no, .no, .no])
        #expect(snapshots[3].contests[1] == snapshots[2].contests[1])
    }

    @Test("a contest in which it finds no vote is not in the snapshot, which says so")
    func noVote() throws {
        var table = Table(Self.reading)
        table.hear(Self.apart)
        table.enters(first, table.decision([.noMark, .cannotTell]))
        table.confirms(second)
        let last = table.book.records(table.reading.id, from: [record()])[0].current
        #expect(last.contests.map(\.contest) == [Papers.referendum])
        #expect(
            last.decision?.reason == "The commission decided. No vote in president. Minutes 4.")
    }
}
