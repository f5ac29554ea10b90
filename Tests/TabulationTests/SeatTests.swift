import Elections
import Primitives
import Tabulation
import Testing

private func figures(_ votes: [Int]) -> SeatFigures {
    let ids: [ContestOption.ID] = ["a", "b", "c", "d", "e", "f", "g", "h"]
    return SeatFigures(zip(ids, votes).map { ListVotes($0, votes: $1) })
}

private func seats(_ rule: SeatRule, _ votes: [Int]) throws -> [Int] {
    try rule.allocate(figures(votes)).lists.map(\.seats)
}

@Suite("Seats follow the votes by the method that the law names")
struct SeatTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let method: SeatRule.Method
        let seats: Int
        let votes: [Int]
        let shared: [Int]
    }

    /// Worked examples in common use; where no source is named, the quotients are by hand.
    static let rows = [
        Row(
            testDescription: "D'Hondt: 100, 80, 30, 20 thousand for 8 (Wikipedia, D'Hondt method)",
            method: .dHondt, seats: 8, votes: [100_000, 80_000, 30_000, 20_000],
            shared: [4, 3, 1, 0]),
        Row(
            testDescription: "Sainte-Laguë: the same votes (Wikipedia, Sainte-Laguë method)",
            method: .sainteLague, seats: 8, votes: [100_000, 80_000, 30_000, 20_000],
            shared: [3, 3, 1, 1]),
        Row(
            testDescription:
                "Hare: 47, 16, 15.8, 12, 6.1, 3.1 thousand for 10 (Wikipedia, largest remainders)",
            method: .hare, seats: 10, votes: [47_000, 16_000, 15_800, 12_000, 6_100, 3_100],
            shared: [5, 2, 1, 1, 1, 0]),
        Row(
            testDescription: "Droop: the same votes, quota 9,091 (Wikipedia, largest remainders)",
            method: .droop, seats: 10, votes: [47_000, 16_000, 15_800, 12_000, 6_100, 3_100],
            shared: [5, 2, 2, 1, 0, 0]),
        Row(
            testDescription:
                "D'Hondt by hand: quotients down to 7,833 against 7,900 for the tenth seat",
            method: .dHondt, seats: 10, votes: [47_000, 16_000, 15_800, 12_000, 6_100, 3_100],
            shared: [5, 2, 2, 1, 0, 0]),
        Row(
            testDescription: "the Alabama paradox, 25 seats (Wikipedia, quotas 7.35 … 0.98)",
            method: .hare, seats: 25, votes: [1500, 1500, 900, 500, 500, 200],
            shared: [7, 7, 4, 3, 3, 1]),
        Row(
            testDescription: "with a 26th seat two lists lose one (same source)", method: .hare,
            seats: 26, votes: [1500, 1500, 900, 500, 500, 200], shared: [8, 8, 5, 2, 2, 1]),
        Row(
            testDescription: "one list takes all", method: .dHondt, seats: 3, votes: [1, 0],
            shared: [3, 0]),
        Row(
            testDescription: "equal lists that all get their seat are no tie", method: .sainteLague,
            seats: 2, votes: [7, 7], shared: [1, 1]),
        Row(
            testDescription: "votes beyond any country do not overflow", method: .dHondt, seats: 3,
            votes: [.max / 2, .max / 4], shared: [2, 1]),
        Row(
            testDescription: "nor in whole quotas", method: .hare, seats: 3,
            votes: [.max / 2, .max / 4], shared: [2, 1]),
    ]

    @Test("published and hand-made examples", arguments: rows)
    func examples(row: Row) throws {
        #expect(try seats(SeatRule(row.method, seats: row.seats), row.votes) == row.shared)
    }

    /// 100,000 / 7 = 20,000 / 1.4 exactly (140,000 = 140,000): binary fractions do not see it.
    @Test("an exact tie of quotients is a tie, and the rule breaks it")
    func exactTie() throws {
        let votes = [100_000, 80_000, 30_000, 20_000]
        let open = try SeatRule(.modifiedSainteLague, seats: 8).allocate(figures(votes))
        #expect(open.lists.map(\.seats) == [3, 3, 1, 0])
        #expect(open.seatsLeft == 1)
        #expect(open.undecided == ["a", "d"])
        let more = SeatRule(
            .modifiedSainteLague, seats: 8, tie: TieRule([.init(.moreVotes)]))
        #expect(try seats(more, votes) == [4, 3, 1, 0])
        let lot = SeatRule(
            .modifiedSainteLague, seats: 8,
            tie: TieRule([.init(.order, order: ["d", "c", "b", "a"])]))
        #expect(try seats(lot, votes) == [3, 3, 1, 1])
    }

    @Test("a first divisor of one is the plain method")
    func firstDivisor() throws {
        let plain = SeatRule(.modifiedSainteLague, seats: 8, firstDivisorTenths: 10)
        #expect(try seats(plain, [100_000, 80_000, 30_000, 20_000]) == [3, 3, 1, 1])
    }

    @Test(
        "a threshold is a share of a named base, exact at its edge",
        arguments: [
            // must exceed, base, who takes part; 5 % of 1,000 is 50 and of 1,020 is 51
            (false, SeatRule.Base.lists, [true, true, true]),
            (true, .lists, [true, true, false]),
            (false, .valid, [true, true, false]),
        ])
    func threshold(exceed: Bool, base: SeatRule.Base, part: [Bool]) throws {
        var stated = figures([600, 350, 50])
        stated.valid = 1020
        let rule = SeatRule(
            .dHondt, seats: 20, threshold: .init(5, 100, of: base, mustExceed: exceed))
        let shared = try rule.allocate(stated)
        #expect(shared.lists.map(\.takesPart) == part)
        #expect(part[2] || shared.lists[2].seats == 0)
        #expect(shared.lists.map(\.seats).reduce(0, +) == 20)
    }

    @Test("a list with fewer candidates than seats has vacant ones")
    func vacant() throws {
        let rule = SeatRule(.dHondt, seats: 3)
        let computed = try SeatComputation(
            rule, SeatFigures([ListVotes("a", votes: 9, candidates: 1), ListVotes("b", votes: 1)]))
        #expect(computed.allocation.lists[0].seats == 3)
        #expect(computed.allocation.lists[0].vacant == 2)
        #expect(computed.isUndecided)
    }

    static let refusals: [(SeatRule, SeatFigures, String)] = [
        (SeatRule(.dHondt, seats: 0), figures([1]), "rules.seats"),
        (SeatRule(.dHondt, seats: 100_000), figures([1]), "rules.seats"),
        (SeatRule(.dHondt, seats: 1), figures([]), "rules.lists"),
        (SeatRule(.dHondt, seats: 1), figures([0, 0]), "rules.no-votes"),
        (SeatRule(.dHondt, seats: 1), figures([-1, 2]), "rules.negative"),
        (SeatRule(.dHondt, seats: 1), figures([.max, .max]), "rules.huge"),
        (
            SeatRule(.dHondt, seats: 1, threshold: .init(5, 100, of: .registered)), figures([1]),
            "rules.no-base"
        ),
        (
            SeatRule(.dHondt, seats: 1, threshold: .init(60, 100, of: .lists)), figures([1, 1]),
            "rules.all-below-threshold"
        ),
        (
            SeatRule(.dHondt, seats: 1, threshold: .init(5, 0, of: .lists)), figures([1]),
            "rules.threshold"
        ),
        (SeatRule(.droop, seats: 5), figures([1, 1]), "rules.few-votes"),
        (
            SeatRule(.modifiedSainteLague, seats: 1, firstDivisorTenths: 0), figures([1]),
            "rules.first-divisor"
        ),
    ]

    @Test("what cannot be shared is refused", arguments: refusals)
    func refused(_ row: (rule: SeatRule, figures: SeatFigures, code: String)) {
        let flaw = #expect(throws: RuleFlaw.self) { try row.rule.allocate(row.figures) }
        #expect(flaw?.code == row.code)
    }

    @Test("a repeated list is refused")
    func twice() {
        let flaw = #expect(throws: RuleFlaw.self) {
            try SeatRule(.hare, seats: 1).allocate(
                SeatFigures([ListVotes("a", votes: 1), ListVotes("a", votes: 1)]))
        }
        #expect(flaw?.code == "rules.list-twice")
    }
}
