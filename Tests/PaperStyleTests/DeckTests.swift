import Ballots
import Elections
import Primitives
import Printing
import Tervania
import Testing

@Suite("A test deck would show every fault of a machine that it is made for")
struct DeckTests {
    private static let styles: [BallotStyle] = {
        var separate = BallotStyle()
        separate.papers = .separate
        separate.target = .box
        var sides = BallotStyle()
        sides.contestsOnPage = .one
        sides.target = .pill
        return [BallotStyle(), separate, sides]
    }()

    private func deck(_ style: BallotStyle, votes: Int = 1) throws -> TestDeck {
        var definition = Tervania.definition
        definition.contests[0].votesAllowed = votes
        return try TestDeck(
            BallotPress.sets(definition, style: style, isTest: true)[0], seed: 5)
    }

    @Test("votes every option a different number of times", arguments: styles, [1, 2, 3])
    func different(style: BallotStyle, votes: Int) throws {
        for total in try deck(style, votes: votes).expected {
            #expect(Set(total.votes.values).count == total.votes.count, "\(total)")
            #expect(total.votes.values.allSatisfy { $0 > 0 })
        }
    }

    @Test("has each option alone, each contest blank and overvoted", arguments: styles, [1, 2, 3])
    func cases(style: BallotStyle, votes: Int) throws {
        let deck = try deck(style, votes: votes)
        for contest in deck.ballots.definition.contests {
            let marked = deck.papers.map { paper in
                paper.marks.filter { $0.contest == contest.id }.map(\.option)
            }
            for option in contest.options.map(\.id) { #expect(marked.contains([option])) }
            let total = try #require(deck.expected.first { $0.contest == contest.id })
            // A vote against all beside another is a second paper with too many.
            let hasAgainstAll = contest.options.contains { $0.kind == .againstAll }
            let most = contest.votesAllowed > 1 && hasAgainstAll ? 2 : 1
            #expect(total.blank >= 1 && total.overvoted == most)
            #expect(marked.contains { $0.count == contest.votesAllowed + 1 })
        }
    }

    @Test("meets every kind of mark in every contest", arguments: styles)
    func kinds(style: BallotStyle) throws {
        let deck = try deck(style)
        #expect(deck.leftOut.isEmpty)
        for contest in deck.ballots.definition.contests {
            let used = Set(
                deck.papers.flatMap(\.marks).filter { $0.contest == contest.id }.map(\.kind))
            #expect(used == Set(DeckMark.allCases))
        }
    }

    @Test("adds up by hand: Tervania's five candidates and three answers")
    func byHand() throws {
        // President: 1 + 2 + 3 + 4 + 5 = 15 votes on 15 papers, an overvote, a blank: 17 papers.
        // Three answers fill them: 4 + 5 + 6 = 15 votes, an overvote, a blank.
        let totals = try deck(BallotStyle()).expected
        #expect(totals.map(\.papers) == [17, 17])
        #expect(totals.map(\.blank) == [1, 1] && totals.map(\.overvoted) == [1, 1])
        #expect(totals[0].votes.values.sorted() == [1, 2, 3, 4, 5])
        #expect(totals[1].votes.values.sorted() == [4, 5, 6])
    }

    @Test("puts a vote against all beside another once, as the overvote that it is")
    func againstAll() throws {
        let deck = try deck(BallotStyle(), votes: 2)
        let president = deck.ballots.definition.contests[0]
        let together = deck.papers.filter { paper in
            let marked = paper.marks.filter { $0.contest == president.id }.map(\.option)
            return marked.contains("against-all") && marked.count > 1
        }
        #expect(together.count == 1)
        #expect(together.allSatisfy { deck.verdict(of: $0, in: president) == .overvote })
        // By hand: four persons and against all; 1 + 2 + 3 + 4 + 5 votes, as with one vote a paper.
        let total = try #require(deck.expected.first { $0.contest == president.id })
        #expect(total.overvoted == 2 && total.votes.values.sorted() == [1, 2, 3, 4, 5])
    }

    @Test("leaves out what the policy would not count, and refuses when nothing is left")
    func policy() throws {
        var definition = Tervania.definition
        definition.markPolicy.countedFrom = 5000
        let papers = try BallotPress.sets(definition, style: BallotStyle(), isTest: true)[0]
        let deck = try TestDeck(papers, seed: 1)
        #expect(deck.leftOut.contains(.edge) && deck.leftOut.contains(.slash))
        #expect(deck.papers.flatMap(\.marks).allSatisfy { !deck.leftOut.contains($0.kind) })
        definition.markPolicy.countedFrom = 10_000
        let strict = try BallotPress.sets(definition, style: BallotStyle(), isTest: true)[0]
        #expect(throws: TestDeckProblem.noSureMark(countedFrom: 10_000)) {
            try TestDeck(strict, seed: 1)
        }
    }

    @Test("is the same deck from the same seed, another from another")
    func seeds() throws {
        let papers = try BallotPress.sets(
            Tervania.definition, style: BallotStyle(), isTest: true)[0]
        #expect(try TestDeck(papers, seed: 1) == TestDeck(papers, seed: 1))
        #expect(try TestDeck(papers, seed: 1).papers != TestDeck(papers, seed: 2).papers)
        let document = DeckDocument(try TestDeck(papers, seed: 1))
        #expect(try document.papers() == document.papers())
    }

    @Test("writes no test paper that lacks its words, and no other with them")
    func words() throws {
        let real = try BallotPress.sets(Tervania.definition, style: BallotStyle())[0].pages[0]
        let test = try BallotPress.sets(
            Tervania.definition, style: BallotStyle(), isTest: true)[0].pages[0]
        for (page, count) in [(real, 0), (test, 2)] {
            let texts = try BallotPrinter.texts(of: page).map(\.text)
            for words in ["TEST BALLOT", "ТЕСТОВЫЙ БЮЛЛЕТЕНЬ", "СЫНОО БЮЛЛЕТЕНИ"] {
                #expect(texts.count { $0.contains(words) } == count, "\(words)")
            }
        }
        #expect(test.layout == real.layout, "a test paper is read by the layout of the real one")
        #expect(test.codeText == real.codeText + " test")
    }
}

@Suite("A proof tells the commission what is wrong before it signs")
struct ProofTests {
    private static let trusting = BallotProof.Reader(code: { _ in nil }, page: { _, _ in [] })

    private func outcomes(
        _ definition: ElectionDefinition, style: BallotStyle = BallotStyle()
    ) throws -> [String: BallotProof.Outcome] {
        let proof = try BallotProof(
            definition, style: style, station: nil, reader: Self.trusting)
        #expect(try proof.pdf().starts(with: "%PDF-".utf8))
        return Dictionary(proof.checks.map { ($0.code, $0.outcome) }) { first, _ in first }
    }

    @Test("a code that cannot be read fails, the rest of Tervania's paper passes")
    func clean() throws {
        let found = try outcomes(Tervania.definition)
        #expect(found["proof.code"] == .failed)
        for code in [
            "fits", "contrast", "marks-clear", "targets-clear", "read-back", "options-once",
            "order", "translations", "names-differ", "lengths",
        ] { #expect(found["proof.\(code)"] == .passed, "\(code)") }
        // Its long name is set a little smaller in the head.
        #expect(found["proof.size"] == .look)
    }

    @Test("missing languages, equal names and long names are named")
    func wording() throws {
        var definition = Tervania.definition
        definition.contests[0].options[0].name.ky = nil
        definition.contests[0].options[1].name = definition.contests[0].options[2].name
        definition.contests[1].options[0].name.ru = String(repeating: "слово ", count: 14)
        let proof = try BallotProof(
            definition, style: BallotStyle(), station: nil, reader: Self.trusting)
        func found(_ code: String) -> [String] {
            proof.checks.first { $0.code == "proof.\(code)" }?.found ?? []
        }
        #expect(found("translations") == ["president/maro: no ky"])
        #expect(found("names-differ").count == 3, "in three languages")
        #expect(found("lengths") == ["referendum/direct, ru: 84 letters"])
        #expect(!proof.isClean)
    }

    @Test("papers that do not fit are a failed check, not an end of the work")
    func doesNotFit() throws {
        var definition = Tervania.definition
        definition.contests[0].options = (1...90).map {
            ContestOption(
                id: ContestOption.ID("o\($0)")!, name: LocalizedText("Name \($0)"),
                kind: .candidate)
        }
        let found = try outcomes(definition)
        #expect(found["proof.fits"] == .failed && found["proof.order"] == .untried)
        definition.contests[0].options = [
            ContestOption(id: "o1", name: LocalizedText("漢字"), kind: .candidate)
        ]
        definition.contests[0].votesAllowed = 1
        #expect(try outcomes(definition)["proof.fits"] == .failed)
    }

    @Test("contrast is that of the web's rule")
    func contrast() {
        // WCAG 2.1: black on white is 21 to 1; the grey 0.467 (#777777) is 4.48 to 1.
        #expect(abs(BallotProof.contrastOfPrint(grey: 0) - 21) < 1e-9)
        #expect(abs(BallotProof.contrastOfPrint(grey: 119.0 / 255) - 4.48) < 0.005)
    }
}
