import Elections
import Primitives
import Tabulation
import Testing

private func rule(_ steps: [TieRule.Step]) -> RankedRule {
    RankedRule(
        candidates: ["g", "m", "y"].map {
            ContestOption(id: $0, name: LocalizedText($0.text), kind: .candidate)
        },
        method: .instantRunoff, overvote: .skip, tie: TieRule(steps))
}

/// Three ballots for each of three candidates, nobody else ranked: everything is decided by ties.
private let level = RankedBallots([
    RankedBallot([["g"]], count: 3), RankedBallot([["m"]], count: 3),
    RankedBallot([["y"]], count: 3),
])

@Suite("Ties are broken as the law says, and by nothing else")
struct TieTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [TieRule.Step]
        let out: ContestOption.ID?
        let elected: [ContestOption.ID]
    }

    static let rows = [
        Row(testDescription: "no rule, no result", steps: [], out: nil, elected: []),
        Row(
            testDescription: "nobody, said by the rule", steps: [.init(.nobody)], out: nil,
            elected: []),
        Row(
            testDescription: "the lowest on the ballot goes, the highest stays",
            steps: [.init(.ballotOrder)], out: "y", elected: ["g"]),
        Row(
            testDescription: "a lot drawn in public enters as an order",
            steps: [.init(.order, order: ["m", "y", "g"])], out: "g", elected: ["m"]),
        Row(
            testDescription: "earlier rounds decide nothing in the first, then the next means does",
            steps: [.init(.earlierRounds), .init(.ballotOrder)], out: "y", elected: ["g"]),
        // RCTab 2.0.0, case tiebreak_seed_test: seed 1 eliminates the third of the names in order and
        // then elects the first.
        Row(
            testDescription: "RCTab's lot with seed 1", steps: [.init(.javaRandom, seed: "1")],
            out: "y", elected: ["g"]),
    ]

    @Test("each means", arguments: rows)
    func means(row: Row) throws {
        let result = try rule(row.steps).count(level)
        #expect(result.rounds[0].eliminated == (row.out.map { [$0] } ?? []))
        #expect(result.elected == row.elected)
        #expect(result.rounds[0].ties.first?.tied == ["g", "m", "y"])
        #expect((result.stop == .tie) == row.elected.isEmpty)
    }

    @Test("who was behind in the latest earlier round that differs goes")
    func earlier() throws {
        // Round 1: g 4, m 3, y 2; y's ballots make m 5... by hand: y goes, m 3 + 1, g 4 + 0: level at
        // 4 with one exhausted. Round 1 had g ahead, so g is elected.
        let ballots = RankedBallots([
            RankedBallot([["g"]], count: 4), RankedBallot([["m"]], count: 3),
            RankedBallot([["y"], ["m"]], count: 1), RankedBallot([["y"]], count: 1),
        ])
        let result = try rule([.init(.earlierRounds)]).count(ballots)
        #expect(result.rounds[1].tally == ["g": "4", "m": "4"])
        #expect(result.elected == ["g"])
        #expect(result.rounds[1].ties.first?.by == [.earlierRounds])
    }

    /// OpenJDK 17.0.15 of Debian 12, `Collections.shuffle(list, new Random(seed))` and
    /// `floor(nextDouble() * 7)`, run once for this table.
    @Test(
        "the generator is Java's",
        arguments: [
            (Int64(0), "ahdegbcf", [5, 1, 4, 3, 4, 2, 2, 6]),
            (1, "cghadbef", [5, 2, 1, 2, 6, 0, 6, 6]),
        ])
    func java(seed: Int64, shuffled: String, places: [Int]) {
        var shuffling = JavaRandom(seed: seed)
        #expect(String(shuffling.shuffled(Array("abcdefgh"))) == shuffled)
        var drawing = JavaRandom(seed: seed)
        #expect((0..<8).map { _ in drawing.place(below: 7) } == places)
    }

    /// OpenJDK 17.0.15, as above; the second bound makes the generator draw again.
    @Test("bounds with and without a power of two")
    func bounds() {
        var ordinary = JavaRandom(seed: 42)
        #expect((0..<6).map { _ in ordinary.below(100) } == [30, 63, 48, 84, 70, 25])
        var refusing = JavaRandom(seed: -5)
        #expect(
            (0..<4).map { _ in refusing.below(1_500_000_001) }
                == [578_319_411, 780_466_721, 717_457_953, 737_996_328])
        var power = JavaRandom(seed: 9)
        #expect((0..<4).map { _ in power.below(8) } == [5, 2, 6, 6])
    }

    @Test("a seed gives an order once, and another order beside it is refused")
    func seed() throws {
        let tie = TieRule([.init(.seed, seed: "7")])
        let drawn = try tie.drawn(from: ["b", "a"]) { seed, options in
            #expect(seed == "7")
            #expect(options == ["a", "b"])
            return options
        }
        #expect(drawn.steps[0].order == ["a", "b"])
        #expect(throws: RuleFlaw.self) {
            try TieRule([.init(.seed, order: ["b", "a"], seed: "7")]).drawn(from: ["a", "b"]) {
                $1
            }
        }
    }
}
