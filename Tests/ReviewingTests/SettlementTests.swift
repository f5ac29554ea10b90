import Offices
import Primitives
import Reviewing
import Testing

private let anna: Account.ID = "anna"
private let bek: Account.ID = "bek"
private let chyn: Account.ID = "chyn"

@Suite("A doubtful paper is what two persons say of it who do not see each other")
struct SettlementTests {
    /// What one person says of a paper with two targets for the president and one for the referendum.
    enum Said: Sendable {
        case places(TargetChoice, TargetChoice, TargetChoice)
        case spoiled
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let claim: String
        let said: [Said]
        /// Nil while the paper waits.
        let choices: [TargetChoice?]?
        var spoiled = false
        var undecided = false
        var testDescription: String { claim }
    }

    /// By hand from the rule: two that agree settle; of three, two settle each contest.
    static let rows: [Row] = [
        Row(claim: "nobody has looked", said: [], choices: nil),
        Row(
            claim: "one alone settles nothing", said: [.places(.mark, .noMark, .mark)], choices: nil
        ),
        Row(
            claim: "two agree",
            said: [.places(.mark, .noMark, .mark), .places(.mark, .noMark, .mark)],
            choices: [.mark, .noMark, .mark]),
        Row(
            claim: "two differ on one target: a third is waited for",
            said: [.places(.mark, .noMark, .mark), .places(.mark, .noMark, .noMark)],
            choices: nil),
        Row(
            claim: "two differ on whether it is spoiled",
            said: [.places(.mark, .noMark, .mark), .spoiled], choices: nil),
        Row(
            claim: "two find it spoiled", said: [.spoiled, .spoiled], choices: [nil, nil, nil],
            spoiled: true),
        Row(
            claim: "the third agrees with the first",
            said: [
                .places(.mark, .noMark, .mark), .places(.noMark, .noMark, .mark),
                .places(.mark, .noMark, .mark),
            ], choices: [.mark, .noMark, .mark]),
        Row(
            claim: "each contest has its own two",
            said: [
                .places(.mark, .noMark, .mark), .places(.noMark, .mark, .noMark),
                .places(.mark, .noMark, .noMark),
            ], choices: [.mark, .noMark, .noMark]),
        Row(
            claim: "two agree on each target but no two on the contest",
            said: [
                .places(.mark, .noMark, .mark), .places(.mark, .mark, .mark),
                .places(.noMark, .mark, .cannotTell),
            ], choices: [nil, nil, .mark], undecided: true),
        Row(
            claim: "three different contests, nothing is decided",
            said: [
                .places(.mark, .noMark, .mark), .places(.noMark, .mark, .noMark),
                .places(.cannotTell, .noMark, .cannotTell),
            ], choices: [nil, nil, nil], undecided: true),
        Row(
            claim: "one of three finds it spoiled, the others agree",
            said: [
                .places(.mark, .noMark, .mark), .spoiled, .places(.mark, .noMark, .mark),
            ], choices: [.mark, .noMark, .mark]),
        Row(
            claim: "one of three finds it spoiled, the others agree on one contest",
            said: [
                .spoiled, .places(.mark, .noMark, .mark), .places(.mark, .noMark, .noMark),
            ], choices: [.mark, .noMark, nil], undecided: true),
        Row(
            claim: "two of three find it spoiled",
            said: [.spoiled, .places(.mark, .noMark, .mark), .spoiled],
            choices: [nil, nil, nil], spoiled: true),
        Row(
            claim: "two agree that it cannot be told: the commission decides",
            said: [
                .places(.cannotTell, .noMark, .mark), .places(.cannotTell, .noMark, .mark),
            ], choices: [.cannotTell, .noMark, .mark], undecided: true),
    ]

    @Test("two agree, or two of three do", arguments: rows)
    func rule(row: Row) {
        let paper = Papers.paper(
            "p", ["??nnn", "n?n"],
            [Papers.target(0, 0), Papers.target(0, 1), Papers.target(1, 1)])
        var table = Table(Papers.reading(doubtful: [paper]))
        for (person, said) in zip([anna, bek, chyn], row.said) {
            #expect(table.takes(person) == 1)
            switch said {
            case .places(let one, let two, let three):
                #expect(table.says(person, 1, [one, two, three]) == nil)
            case .spoiled: #expect(table.says(person, 1, [], spoiled: true, why: "torn") == nil)
            }
        }
        let settlement = table.settlement(1)
        #expect(settlement?.choices == row.choices)
        #expect(settlement?.spoiled ?? false == row.spoiled)
        #expect(settlement?.isUndecided ?? false == row.undecided)
        if settlement != nil {
            #expect(settlement?.by == Array([anna, bek, chyn].prefix(row.said.count)))
            #expect(table.takes("dina") == nil, "nobody is asked about a settled paper")
        }
        let progress = table.book.progress(table.reading.id)
        let waits = row.choices == nil
        #expect(progress.waiting == (waits ? 1 : 0))
        #expect(progress.undecided == (row.undecided ? 1 : 0))
    }
}
