import Assessments
import Elections
import Formats
import Foundation
import Missions
import Primitives
import Tervania
import TervaniaMission
import TestSupport
import Testing

/// Tervania's day as the tests see it: one sheet that does not add up, fallback at two stations.
enum Day {
    static let facts = [
        StationFacts(station: "south-002", sheetBalances: false, admittedByFallback: 1),
        StationFacts(station: "north-003", sheetBalances: true, admittedByFallback: 3),
    ]
    static let definition = Tervania.definition
    static let log = TervaniaMission.observations(definition: definition, facts: facts, seed: 2031)
    static let assessment = TervaniaMission.assessment(of: log, definition: definition)

    static func flaws(
        _ assessment: Assessment, _ log: ObservationLog = log
    ) -> [AssessmentFlaw] {
        assessment.flaws(
            submissions: log.submissions, visits: log.visits, definition: definition,
            rights: log.rights)
    }
}

@Suite("Every figure of an assessment is counted again")
struct FindingTests {
    // Counted by hand from the plan of the day: 8 stations inside, 4 openings, 4 counts, 9 visits.
    @Test(
        "measures",
        arguments: [
            ("opening-open", 4, 4), ("identification-worked", 7, 8), ("fallback-recorded", 2, 2),
            ("secrecy-not-kept", 1, 8), ("view-limited", 2, 8), ("slip-not-posted", 1, 4),
            ("sheet-not-balanced", 1, 4), ("steps", 3, 8), ("entry-refused", 1, 9),
        ] as [(Finding.ID, Int, Int)])
    func measures(id: Finding.ID, matching: Int, of: Int) throws {
        let finding = try #require(Day.assessment.finding(id))
        let figure = try #require(
            finding.measured(from: Day.log.submissions, visits: Day.log.visits))
        #expect(figure.matching == matching)
        #expect(figure.of == of)
        #expect(figure.evidence.count == matching)
    }

    @Test("the sheet that did not add up is tied to the station's form")
    func evidence() throws {
        let finding = try #require(Day.assessment.finding("sheet-not-balanced"))
        #expect(finding.allEvidence == [.submission("form-south-002")])
    }

    @Test("not observed is no answer")
    func notObserved() {
        let figure = Measure.answers("sheet-balanced", .yes).counted(
            in: Day.log.submissions, visits: Day.log.visits)
        #expect(figure.of == 4)
    }

    @Test("numbers are counted above a bound")
    func numbers() {
        let figure = Measure.numberAbove("queue", -1).counted(in: Day.log.submissions, visits: [])
        #expect(figure.matching == 8)
    }

    @Test("nothing is found where the forms bear nothing out")
    func quiet() {
        let calm = TervaniaMission.observations(
            definition: Day.definition, facts: [], seed: 2031)
        let assessment = TervaniaMission.assessment(of: calm, definition: Day.definition)
        #expect(assessment.finding("sheet-not-balanced") == nil)
        #expect(assessment.conclusion("sheets") == nil)
        #expect(Day.flaws(assessment, calm).isEmpty)
    }
}

@Suite("Tervania's assessment stands, and says how far it reaches")
struct ReachTests {
    @Test("all fourteen checks are answered and none fails")
    func stands() {
        let verdicts = Day.assessment.verdicts(
            submissions: Day.log.submissions, visits: Day.log.visits, definition: Day.definition,
            rights: Day.log.rights)
        #expect(verdicts.map(\.check.rawValue) == Array(1...14))
        for verdict in verdicts {
            #expect(verdict.outcome != .fails, "\(verdict.check): \(verdict.reasons)")
        }
    }

    @Test("eight of twelve seen; the one nobody could enter and the three nobody went to are named")
    func reach() {
        let reach = StationReach(visits: Day.log.visits, definition: Day.definition)
        #expect(reach.visited == 8)
        #expect(reach.of == 12)
        #expect(reach.districts.map(\.visited) == [3, 3, 2])
        #expect(reach.abroad.visited == 2)
        #expect(reach.parts.map(\.visited) == [4, 8, 4])
        #expect(reach.couldNotEnter == ["south-004"])
        #expect(reach.neverVisited == ["north-004", "north-005", "south-005"])
        #expect(reach.districtsNeverVisited.isEmpty)
    }

    @Test("the statement is whole in three languages", arguments: Language.allCases)
    func statement(language: Language) {
        let sections = Day.assessment.statementText(language)
        #expect(sections.count == 3)
        #expect(Day.assessment.conclusions.count == 5)
        let text = sections.flatMap(\.sentences).joined(separator: "\n")
        #expect(!text.contains("{"))
        for station in ["south-004", "north-004", "north-005", "south-005"] {
            #expect(text.contains(station))
        }
        if language != .english {
            #expect(Day.assessment.conclusions.allSatisfy { $0.text[language] != $0.text.en })
        }
    }

    @Test("a figure stands in its sentence")
    func sentence() throws {
        let conclusion = try #require(Day.assessment.conclusion("sheets"))
        #expect(
            Day.assessment.sentence(conclusion, .english)
                == "At 1 of 4 counts watched the results sheet did not add up.")
        let finding = try #require(Day.assessment.finding("steps"))
        #expect(
            Day.assessment.sentence(finding, .english)
                == "The station could be entered only by steps. (in 3 of 8 stations visited where it could be seen)"
        )
    }

    @Test("it survives being written and read")
    func coded() throws {
        let again = try Documents.decode(
            Assessment.self, from: Documents.encode(Day.assessment), name: "x")
        #expect(again == Day.assessment)
    }

    @Test(
        "international standards are those of the catalogue",
        .enabled(if: SharedData.isPresent, "needs ../shared"))
    func catalogue() throws {
        struct Entry: Decodable { let id, instrument, article, title, confidence: String }
        let entries = try Documents.decode(
            [Entry].self, from: Files.read(SharedData.path("data/standards/standards.json")),
            name: "standards.json")
        for standard in TervaniaMission.standards where standard.reach == .international {
            let entry = try #require(entries.first { $0.id == standard.id.text }, "\(standard.id)")
            #expect(entry.instrument == standard.instrument)
            #expect(entry.article == standard.article)
            #expect(entry.title == standard.title.en)
            #expect(entry.confidence == standard.confidence.rawValue)
        }
        let known = Set(entries.map(\.id)).union(TervaniaMission.standards.map(\.id.text))
        for question in TervaniaMission.form.questions {
            #expect(Set(question.standards).isSubset(of: known), "\(question.id)")
        }
    }
}

@Suite("An assessment that outruns its evidence is caught")
struct AssessmentCheckTests {
    typealias Change = @Sendable (inout Assessment) -> Void

    static let rows: [(String, AssessmentCheck, Change)] = [
        (
            "a finding without evidence", .evidence,
            {
                $0.findings[0].measure = nil
                $0.findings[0].stated = nil
            }
        ),
        (
            "evidence that is not in the log", .evidence,
            { $0.findings[3].stated?.evidence[0].locator = "submission:none" }
        ),
        (
            "evidence that does not match", .evidence,
            { $0.findings[3].stated?.evidence = [.submission("form-north-001")] }
        ),
        ("a conclusion of nothing", .evidence, { $0.conclusions[0].findings = [] }),
        ("a conclusion from hearsay", .evidence, { $0.findings[7].basis = .reported }),
        (
            "a conclusion from a finding that is not there", .evidence,
            { $0.conclusions[0].findings.append("none") }
        ),
        ("a part passed over in silence", .coverage, { $0.coverage.removeFirst() }),
        ("a reach of one more station", .reach, { $0.reach.visited += 1 }),
        ("the station nobody could enter, left out", .reach, { $0.reach.couldNotEnter = [] }),
        ("a statement that does not name it", .reach, { $0.statement.removeLast() }),
        (
            "a percentage without a random sample", .sampleType,
            { $0.conclusions[0].text.en += " That is 37 %." }
        ),
        (
            "a serious finding left out", .balance,
            { $0.conclusions.removeAll { $0.id == "refused" } }
        ),
        ("a word that outruns its share", .wording, { $0.conclusions[3].words[0].word = .most }),
        ("a word tied to nothing", .wording, { $0.conclusions[1].text.en = "Most stations." }),
        (
            "a Russian word tied to nothing", .wording,
            { $0.conclusions[1].text.ru = "На большинстве участков." }
        ),
        (
            "public before Veldmark closes", .timing,
            { $0.publicAt = Instant(text: "2031-05-18T18:59:59Z")! }
        ),
        ("no scope note", .scopeNote, { $0.scopeNote = nil }),
        ("a judgement of everything", .scopeNote, { $0.conclusions[0].scope = .wholeProcess }),
        ("an unnamed inviter", .independence, { $0.independence.en = "" }),
        ("a finding of no contest", .contestsApart, { $0.findings[0].contests = [] }),
        ("a contest that is not there", .contestsApart, { $0.findings[0].contests = ["mayor"] }),
        ("a figure changed", .numbers, { $0.findings[6].stated?.matching = 2 }),
        ("a figure typed by hand", .numbers, { $0.conclusions[2].text.en = "At 3 counts." }),
        (
            "a figure from a finding not cited", .numbers,
            { $0.conclusions[2].text.en = "At {steps.n}." }
        ),
        ("no law of the host", .standards, { $0.findings[0].standards = ["cis2002.9"] }),
        ("no international standard", .standards, { $0.findings[0].standards = ["tv.31"] }),
        ("a standard of no catalogue", .standards, { $0.findings[0].standards.append("tv.99") }),
    ]

    @Test("by the check whose question it is", arguments: rows)
    func caught(_ row: (sentence: String, check: AssessmentCheck, change: Change)) {
        var assessment = Day.assessment
        row.change(&assessment)
        #expect(Day.flaws(assessment).contains { $0.check == row.check }, "\(row.sentence)")
    }

    @Test("a form changed after the fact is caught by the figures")
    func changedForm() {
        var log = Day.log
        log.submissions[1].answers["secrecy"] = .yes
        let flaws = Day.flaws(Day.assessment, log)
        #expect(flaws.contains { $0.check == .numbers && $0.reason.contains("secrecy-not-kept") })
    }

    @Test("a visit to the closed station invented after the fact is caught by the reach")
    func changedVisit() throws {
        var log = Day.log
        let at = try #require(log.visits.firstIndex { $0.station == "south-004" })
        log.visits[at].outcome = .observed
        #expect(Day.flaws(Day.assessment, log).contains { $0.check == .reach })
    }

    @Test("a refusal that nobody logged is caught")
    func rights() {
        var log = Day.log
        log.rights.removeAll { $0.outcome == .refused }
        #expect(Day.flaws(Day.assessment, log).map(\.check) == [.rightsLog])
    }

    @Test("voices of one kind prompt, and do not fail")
    func oneSign() throws {
        var assessment = Day.assessment
        assessment.findings = assessment.findings.map { finding in
            var finding = finding
            finding.sign = .bad
            return finding
        }
        let verdict = try #require(
            assessment.verdicts(
                submissions: Day.log.submissions, visits: Day.log.visits,
                definition: Day.definition
            ).first { $0.check == .balance })
        #expect(verdict.outcome == .prompt)
    }

    @Test(
        "none in n is bounded for a random sample alone",
        arguments: [SampleType.random, .convenience])
    func bound(sample: SampleType) throws {
        var assessment = Day.assessment
        assessment.sample = sample
        assessment.findings[0].measure = .answers("boxes-shown-empty", .no)
        assessment.findings[0].stated = Measurement(matching: 0, of: 4, evidence: [])
        let verdict = try #require(
            assessment.verdicts(
                submissions: Day.log.submissions, visits: Day.log.visits,
                definition: Day.definition
            ).first { $0.check == .zeroBound })
        // By hand: 1 − 0.05^(1/4) = 0.5271.
        #expect(verdict.reasons.joined().contains("52.7 %") == (sample == .random))
    }
}
