import Elections
import Primitives
import Tabulation
import Testing

/// `42 M>N>C>K` as a pile of ballots; a dash is an empty rank, `a|b` an overvote.
private func pile(_ text: String) -> RankedBallot {
    let parts = text.split(separator: " ", maxSplits: 1)
    let ranks = (parts.count > 1 ? String(parts[1]) : "").split(separator: ">")
    return RankedBallot(
        ranks.map { rank in
            rank == "-"
                ? []
                : rank == "|"
                    ? [RankedBallot.unnamedOvervote]
                    : rank.split(separator: "|").compactMap { ContestOption.ID(String($0)) }
        }, count: Int(parts[0]) ?? 0)
}

private func rule(
    _ ids: String, _ method: RankedRule.Method = .instantRunoff, seats: Int? = nil,
    tie: [TieRule.Step] = [], _ change: (inout RankedRule) -> Void = { _ in }
) -> RankedRule {
    var rule = RankedRule(
        candidates: ids.map {
            let id = ContestOption.ID(String($0)) ?? "x"
            return ContestOption(id: id, name: LocalizedText(String($0)), kind: .candidate)
        }, method: method, overvote: .exhaust, seats: seats,
        tie: tie.isEmpty ? nil : TieRule(tie))
    change(&rule)
    return rule
}

private func count(_ rule: RankedRule, _ piles: [String]) throws -> RankedResult {
    try rule.count(RankedBallots(piles.map(pile)))
}

@Suite("Ranked ballots elect by the rule, round by round")
struct RankedCountTests {
    /// The capital of Tennessee, the example of many textbooks: by hand, Chattanooga (15) goes first
    /// to Knoxville, then Nashville (26) goes to Knoxville too.
    @Test("the last is eliminated until one has more than half")
    func tennessee() throws {
        let result = try count(
            rule("MNCK"), ["42 M>N>C>K", "26 N>C>K>M", "15 C>K>N>M", "17 K>C>N>M"])
        #expect(result.elected == ["K"])
        #expect(
            result.rounds.map(\.tally) == [
                ["M": "42", "N": "26", "C": "15", "K": "17"], ["M": "42", "N": "26", "K": "32"],
                ["M": "42", "K": "58"],
            ])
        #expect(result.rounds.map(\.threshold) == ["51", "51", "51"])
        #expect(result.rounds.map(\.eliminated) == [["C"], ["N"], []])
        #expect(result.stop == nil)
    }

    /// The food example of the encyclopaedias: 20 ballots, three seats, quota 20/4 + 1 = 6. By hand:
    /// chocolate has 12, passes on 6/12 of each ballot; pears go to oranges, which reach 6.
    @Test("surpluses go on in parts of votes")
    func food() throws {
        let result = try count(
            rule("OPCSW", .transferable, seats: 3),
            ["4 O", "2 P>O", "8 C>S", "4 C>W", "1 S", "1 W"])
        #expect(result.rounds.map(\.threshold).allSatisfy { $0 == "6" })
        #expect(result.rounds[1].tally == ["O": "4", "P": "2", "C": "6", "S": "5", "W": "3"])
        #expect(result.rounds[2].tally == ["O": "6", "C": "6", "S": "5", "W": "3"])
        #expect(result.elected == ["C", "O", "S"])
        #expect(
            result.rounds[0].transfers.map { "\($0.from.text)\($0.to?.text ?? "-")\($0.votes)" }
                == ["CS4", "CW2"])
    }

    struct Reading: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let overvote: RankedRule.Overvote
        var repeated = RankedRule.Repeated.skip
        var skipped: Int?
        let ballot: String
        let tally: [ContestOption.ID: String]
        let rest: BallotRest
    }

    /// One ballot beside two for b and three for c; by hand from the sense of each rule.
    static let readings = [
        Reading(
            testDescription: "an overvote exhausts", overvote: .exhaust, ballot: "1 a|b>a",
            tally: ["a": "0"], rest: .overvote),
        Reading(
            testDescription: "an overvote is passed over", overvote: .skip, ballot: "1 a|b>a",
            tally: ["a": "1"], rest: .exhausted),
        Reading(
            testDescription: "an overvote without names is passed over", overvote: .skip,
            ballot: "1 |>a", tally: ["a": "1"], rest: .exhausted),
        Reading(
            testDescription: "an overvote at the end leaves nobody", overvote: .skip,
            ballot: "1 a|b", tally: ["a": "0"], rest: .exhausted),
        Reading(
            testDescription: "two who are both in the count exhaust",
            overvote: .exhaustIfSeveralContinue, ballot: "1 a|b>a", tally: ["a": "0"],
            rest: .overvote),
        Reading(
            testDescription: "one of two who is alone in the count gets the vote",
            overvote: .exhaustIfSeveralContinue, ballot: "1 a|z>b", tally: ["a": "1"],
            rest: .overvote),
        Reading(
            testDescription: "one empty rank is allowed", overvote: .exhaust, skipped: 1,
            ballot: "1 ->a", tally: ["a": "1"], rest: .skipped),
        Reading(
            testDescription: "two empty ranks are too many", overvote: .exhaust, skipped: 1,
            ballot: "1 ->->a", tally: ["a": "0"], rest: .skipped),
        Reading(
            testDescription: "any number of empty ranks where the rule names none",
            overvote: .exhaust, ballot: "1 ->->->a", tally: ["a": "1"], rest: .skipped),
        Reading(
            testDescription: "a withdrawn candidate ranked twice does not harm",
            overvote: .exhaust, ballot: "1 z>z>a", tally: ["a": "1"], rest: .repeated),
        Reading(
            testDescription: "a candidate ranked twice exhausts", overvote: .exhaust,
            repeated: .exhaust, ballot: "1 z>z>a", tally: ["a": "0"], rest: .repeated),
        Reading(
            testDescription: "a ballot that ranks nobody is blank", overvote: .exhaust,
            ballot: "1 -", tally: ["a": "0"], rest: .blank),
    ]

    @Test("a ballot is read as the rule says", arguments: readings)
    func reading(row: Reading) throws {
        let stated = rule("abcz") {
            $0.overvote = row.overvote
            $0.repeated = row.repeated
            $0.skippedRanksAllowed = row.skipped
            $0.withdrawn = ["z"]
        }
        let result = try count(stated, [row.ballot, "2 b", "3 c"])
        #expect(result.rounds[0].tally["a"] == row.tally["a"])
        let counted = row.tally["a"] == "1"
        #expect(result.rounds[0].inactive[row.rest.rawValue] == (counted ? "0" : "1"))
    }

    @Test("a batch goes together where its members cannot save each other")
    func batch() throws {
        // 1 + 2 < 4: d and c go at once; 1 + 2 + 4 = 7 is not below 7, so b stays.
        let result = try count(
            rule("abcde") { $0.batchElimination = true }, ["7 a", "4 b", "2 c", "1 d", "7 e>a"])
        #expect(
            result.rounds[0].eliminated == ["d", "c"] || result.rounds[0].eliminated == ["c", "d"])
        #expect(result.rounds[0].cause == .batch)
    }

    @Test("everybody below the least votes goes at once, and all of them stop the count")
    func least() throws {
        let some = try count(rule("abc") { $0.leastVotes = 5 }, ["6 a", "4 b>a", "3 c>a"])
        #expect(some.rounds[0].eliminated == ["b", "c"])
        #expect(some.elected == ["a"])
        let all = try count(rule("abc") { $0.leastVotes = 5 }, ["4 a", "4 b", "3 c"])
        #expect(all.stop == .allBelowLeast)
        #expect(all.elected.isEmpty)
    }

    @Test("names that are not on the ballot go first and are never elected")
    func writeIns() throws {
        var stated = rule("abw")
        stated.candidates[2].kind = .writeIn
        let result = try count(stated, ["9 w>a", "2 a", "3 b"])
        #expect(result.rounds[0].eliminated == ["w"])
        #expect(result.rounds[0].elected.isEmpty)
        #expect(result.elected == ["a"])
    }

    @Test("seats filled one after the other are counts of their own")
    func sequential() throws {
        // a 5 of 9 first; without a its ballots are c's: c 5 of 9.
        let result = try count(
            rule("abc", .oneAfterAnother, seats: 2), ["5 a>c", "4 b"])
        #expect(result.elected == ["a", "c"])
        #expect(result.rounds.map(\.pass) == [1, 2])
    }

    @Test("eliminations from below until everybody left is above a share")
    func share() throws {
        // Above 15 % of 100 is more than 15: c with exactly 15 goes; its votes are exhausted.
        let result = try count(
            rule("abc", .lastLeftAboveShare) { $0.shareHundredths = 1500 },
            ["50 a", "35 b", "15 c"])
        #expect(result.rounds[0].threshold == "15")
        #expect(result.rounds[0].eliminated == ["c"])
        #expect(result.elected == ["a", "b"])
    }

    @Test("a thousand million ballots with nine decimals do not overflow")
    func huge() throws {
        let result = try count(
            rule("abc", .transferable, seats: 2) { $0.decimals = 9 },
            ["999999998 a>b", "1 b", "1 c"])
        // Quota 10^9 / 3 + 1 = 333,333,334; fraction 666,666,664 / 999,999,998 = 0.666666665
        // rounded down; b gets 999,999,998 × 0.666666665 + 1 = 666,666,664.66666667 by hand.
        #expect(result.rounds[0].threshold == "333333334")
        #expect(result.rounds[1].tally["b"] == "666666664.66666667")
        #expect(result.elected == ["a", "b"])
    }

    @Test("no vote at all: the tie rule decides or the count stops")
    func nobodyVoted() throws {
        #expect(try count(rule("ab"), []).stop == .tie)
        #expect(try count(rule("ab", tie: [.init(.ballotOrder)]), []).elected == ["a"])
    }

    @Test("the order of the rows does not matter")
    func order() throws {
        let piles = ["42 M>N>C>K", "26 N>C>K>M", "15 C>K>N>M", "17 K>C>N>M"]
        let one = RankedBallots(piles.map(pile))
        let other = RankedBallots((piles.reversed() + ["0 M"]).dropLast().map(pile))
        #expect(one == other)
    }

    static let flaws: [(RankedRule, String)] = [
        (rule(""), "rules.no-candidates"),
        (rule("aa"), "rules.candidate-twice"),
        (rule("ab", .transferable, seats: 3), "rules.seats-and-candidates"),
        (rule("ab", .instantRunoff, seats: 2), "rules.seats"),
        (rule("ab", .transferable, seats: 0), "rules.seats"),
        (
            rule("ab", .oneAfterAnother, seats: 1) { rule in
                rule.candidates = (0..<900).map {
                    ContestOption(
                        id: ContestOption.ID("c\($0)") ?? "x", name: LocalizedText("c"),
                        kind: .candidate)
                }
                rule.seats = 3
            }, "rules.many-passes"
        ),
        (rule("ab") { $0.decimals = 10 }, "rules.decimals"),
        (rule("ab") { $0.decimals = -1 }, "rules.decimals"),
        (rule("ab") { $0.leastVotes = -1 }, "rules.least-votes"),
        (rule("ab") { $0.skippedRanksAllowed = -1 }, "rules.skipped-ranks"),
        (rule("ab") { $0.stopAfterRound = 0 }, "rules.stop-after-round"),
        (rule("ab") { $0.withdrawn = ["q"] }, "rules.withdrawn-unknown"),
        (rule("abc", .transferable, seats: 2) { $0.continueToTwo = true }, "rules.continue-to-two"),
        (rule("ab", .lastLeftAboveShare), "rules.share"),
        (rule("ab", tie: [.init(.order, order: ["a"])]), "rules.tie-order"),
        (rule("ab", tie: [.init(.javaRandom, seed: "x")]), "rules.tie-seed"),
    ]

    @Test("a rule that cannot be applied is refused", arguments: flaws)
    func refusals(_ row: (rule: RankedRule, code: String)) {
        #expect(row.rule.flaws().map(\.code).contains(row.code))
        #expect(throws: RuleFlaw.self) { try row.rule.count(RankedBallots([])) }
    }

    @Test(
        "ballots that cannot be counted are refused",
        arguments: ["0 a", "-3 a", "1 q", "2000000000 a"])
    func ballotRefusals(_ text: String) {
        #expect(throws: RuleFlaw.self) { try count(rule("ab"), [text]) }
    }
}
