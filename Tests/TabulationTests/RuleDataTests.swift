import Elections
import Primitives
import Tabulation
import Testing

private func contest(
    _ kind: Contest.Kind = .election, options: [ContestOption.ID] = ["a", "b", "c"],
    againstAll: Bool = false, votesAllowed: Int = 1, rule: OutcomeRule.Kind = .plurality,
    base: Denominator = .valid, otherwise: OutcomeRule.Otherwise = .rejected,
    mustBeat: Bool = false, turnout: Int? = nil, _ change: (inout OutcomeRule) -> Void = { _ in }
) -> Contest {
    var all = options.map {
        ContestOption(
            id: $0, name: LocalizedText($0.text), kind: kind == .election ? .candidate : .answer)
    }
    if againstAll {
        all.append(ContestOption(id: "none", name: LocalizedText("none"), kind: .againstAll))
    }
    var stated = OutcomeRule(
        kind: rule, base: base, otherwise: otherwise, minimumTurnoutPercent: turnout,
        mustBeatAgainstAll: mustBeat, text: LocalizedText("a rule", ru: "правило", ky: "эреже"))
    change(&stated)
    return Contest(
        id: "x", title: LocalizedText("x"), kind: kind, votesAllowed: votesAllowed, options: all,
        outcome: stated)
}

@Suite("A rule of the outcome is data, and each part of it decides")
struct RuleDataTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let contest: Contest
        let votes: [ContestOption.ID: Int]
        var registered = 1000
        var participants = 100
        var valid = 100
        var earlier: [[ContestOption.ID: Int]]?
        let decision: Outcome.Decision
        var options: [ContestOption.ID] = []
    }

    /// By hand.
    static let rows = [
        Row(
            testDescription: "two seats go to the two with most votes",
            contest: contest { $0.seats = 2 }, votes: ["a": 20, "b": 50, "c": 30],
            decision: .elected, options: ["b", "c"]),
        Row(
            testDescription: "a tie for the second of two seats",
            contest: contest { $0.seats = 2 }, votes: ["a": 25, "b": 50, "c": 25], decision: .tie,
            options: ["a", "c"]),
        Row(
            testDescription: "a tie for the second of two seats, broken by seniority",
            contest: contest {
                $0.seats = 2
                $0.tie = TieRule([.init(.order, order: ["c", "b", "a"])])
            }, votes: ["a": 25, "b": 50, "c": 25], decision: .elected, options: ["b", "c"]),
        Row(
            testDescription: "three level for two seats, broken twice by the ballot's order",
            contest: contest {
                $0.seats = 2
                $0.tie = TieRule([.init(.ballotOrder)])
            }, votes: ["a": 30, "b": 30, "c": 30], decision: .elected, options: ["a", "b"]),
        Row(
            testDescription: "a candidate without a vote takes no seat",
            contest: contest { $0.seats = 3 }, votes: ["a": 60, "b": 40], decision: .elected,
            options: ["a", "b"]),
        Row(
            testDescription: "approval: marks are more than papers, and the base is papers",
            contest: contest(votesAllowed: 3, rule: .majority), votes: ["a": 60, "b": 70, "c": 51],
            decision: .elected, options: ["b"]),
        Row(
            testDescription: "a second round's tie goes by the first round's votes",
            contest: contest(options: ["a", "b"]) { $0.tie = TieRule([.init(.earlierRounds)]) },
            votes: ["a": 50, "b": 50], earlier: [["a": 30, "b": 31]], decision: .elected,
            options: ["b"]),
        Row(
            testDescription: "a tie that the law answers with a new vote",
            contest: contest(options: ["a", "b"]) { $0.tie = TieRule([.init(.newVote)]) },
            votes: ["a": 50, "b": 50], decision: .newElection, options: ["a", "b"]),
        Row(
            testDescription: "a tie that the law leaves without anybody",
            contest: contest(options: ["a", "b"]) { $0.tie = TieRule([.init(.nobody)]) },
            votes: ["a": 50, "b": 50], decision: .notElected),
        Row(
            testDescription: "a tie for the second round, by a recorded lot",
            contest: contest(rule: .majority, otherwise: .runoff) {
                $0.tie = TieRule([.init(.order, order: ["c", "a", "b"])])
            }, votes: ["a": 40, "b": 30, "c": 30], decision: .runoff, options: ["a", "c"]),
        Row(
            testDescription: "against-all counted in the base: 45 of 100 is no majority",
            contest: contest(againstAll: true, rule: .majority), votes: ["a": 45, "none": 20],
            decision: .notElected),
        Row(
            testDescription: "against-all taken out of the base: 45 of 80 is one",
            contest: contest(againstAll: true, rule: .majority) { $0.baseWithoutAgainstAll = true },
            votes: ["a": 45, "none": 20], decision: .elected, options: ["a"]),
        Row(
            testDescription: "against-all ahead asks for a new election",
            contest: contest(againstAll: true, mustBeat: true) { $0.againstAllWins = .newElection },
            votes: ["a": 30, "b": 10, "none": 40], decision: .newElection),
        Row(
            testDescription: "no majority asks for a new election",
            contest: contest(rule: .majority, otherwise: .newElection),
            votes: ["a": 50, "b": 50], decision: .newElection),
        Row(
            testDescription: "exactly half took part where more is needed",
            contest: contest(.referendum, turnout: 50) { $0.turnoutMustExceed = true },
            votes: ["a": 60], registered: 200, decision: .void),
        Row(
            testDescription: "one more than half took part",
            contest: contest(.referendum, turnout: 50) { $0.turnoutMustExceed = true },
            votes: ["a": 60], registered: 199, decision: .adopted, options: ["a"]),
        Row(
            testDescription: "yes has the majority",
            contest: contest(.referendum, options: ["yes", "no"], rule: .majority) {
                $0.adopts = "yes"
            }, votes: ["yes": 51, "no": 49], decision: .adopted, options: ["yes"]),
        Row(
            testDescription: "a majority for no adopts nothing",
            contest: contest(.referendum, options: ["yes", "no"], rule: .majority) {
                $0.adopts = "yes"
            }, votes: ["yes": 49, "no": 51], decision: .notAdopted),
        Row(
            testDescription: "exactly two thirds is not more than two thirds",
            contest: contest(.referendum, options: ["yes", "no"], rule: .majority) {
                $0.numerator = 2
                $0.divisor = 3
            }, votes: ["yes": 60, "no": 30], participants: 90, valid: 90, decision: .notAdopted),
    ]

    @Test("at the boundary and beside it", arguments: rows)
    func rules(row: Row) throws {
        let computed = try OutcomeComputation(
            row.contest,
            ContestFigures(
                votes: row.votes, registered: row.registered, participants: row.participants,
                valid: row.valid, earlier: row.earlier))
        #expect(computed.outcome.decision == row.decision)
        #expect(computed.outcome.options == row.options)
        for sentence in computed.sentences {
            #expect(!sentence.en.isEmpty && sentence.ru != nil && sentence.ky != nil)
            #expect(!sentence.en.contains("–"))
        }
    }

    static let refusals: [(Contest, ContestFigures, String)] = {
        func figures(
            _ votes: [ContestOption.ID: Int], valid: Int = 100
        ) -> ContestFigures {
            ContestFigures(votes: votes, registered: 1000, participants: 100, valid: valid)
        }
        let plain = figures(["a": 1])
        var silent = contest()
        silent.outcome = nil
        return [
            (silent, plain, "rules.no-rule"),
            (contest { $0.seats = 4 }, plain, "rules.outcome-seats"),
            (contest { $0.seats = 0 }, plain, "rules.outcome-seats"),
            (contest(rule: .majority) { $0.seats = 2 }, plain, "rules.outcome-majority-seats"),
            (contest { $0.adopts = "q" }, plain, "rules.outcome-adopts"),
            (contest(turnout: 101), plain, "rules.outcome-turnout"),
            (contest(options: ["a", "a"]), plain, "rules.options"),
            (contest(rule: .majority) { $0.divisor = 0 }, plain, "rules.outcome-share"),
            (contest { $0.tie = TieRule([.init(.order)]) }, plain, "rules.tie-order"),
            (contest(), figures(["q": 1]), "rules.unknown-option"),
            (contest(), figures(["a": -1]), "rules.negative"),
            (contest(), figures(["a": 101]), "rules.figures"),
            (contest(), figures([:], valid: 101), "rules.figures"),
        ]
    }()

    @Test("a rule or figures that cannot be are refused", arguments: refusals)
    func refused(_ row: (contest: Contest, figures: ContestFigures, code: String)) {
        let flaw = #expect(throws: RuleFlaw.self) {
            try OutcomeComputation(row.contest, row.figures)
        }
        #expect(flaw?.code == row.code)
    }

    @Test("a rule without the new parts is written as before")
    func oldRule() {
        let old = contest().outcome
        #expect(old?.seats == nil && old?.tie == nil && old?.adopts == nil)
        #expect(old?.turnoutMustExceed == nil && old?.baseWithoutAgainstAll == nil)
    }
}
