import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tabulation
import Tervania
import Testing

private let anna = People.member("north-001", 0)
private let bolot = People.member("north-001", 1)

@Suite("A sheet that cannot be right is told so, line by line")
struct BadSheetTests {
    typealias Figure = SheetStatement.Figure

    /// A sheet of north-001 whose lines are others.
    static func sheet(
        election: ElectionDefinition.ID = Tervania.definition.id,
        station: PollingStation.ID = "north-001", contest: Contest.ID = Tervania.president,
        _ change: ([Figure]) -> [Figure] = { $0 }
    ) -> SheetStatement {
        SheetStatement(
            election: election, station: station, contest: contest, series: .hand,
            figures: change(Sheets.president().figures))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        var testDescription: String { what }
        let sheet: SheetStatement
        let problem: FilingProblem
        /// What the sentence names, so that the person finds it.
        let named: String
    }

    static let rows = [
        Row(
            what: "a line missing", sheet: sheet { Array($0.dropFirst()) },
            problem: .linesMissing([]), named: "registered"),
        Row(
            what: "the last line missing", sheet: sheet { Array($0.dropLast()) },
            problem: .linesMissing([]), named: "against-all"),
        Row(
            what: "no lines", sheet: sheet { _ in [] }, problem: .linesMissing([]), named: "maro"),
        Row(
            what: "a line too many", sheet: sheet { $0 + [Figure("gifts", 1)] },
            problem: .linesUnknown([]), named: "gifts"),
        Row(
            what: "a line twice", sheet: sheet { $0 + [Figure("maro", 50)] },
            problem: .linesUnknown([]), named: "maro"),
        Row(
            what: "a line twice in its place", sheet: sheet { [$0[0]] + $0 },
            problem: .linesUnknown([]), named: "registered"),
        Row(
            what: "two lines in another order", sheet: sheet { [$0[1], $0[0]] + $0.dropFirst(2) },
            problem: .linesUnknown([]), named: "received"),
        Row(
            what: "a line in other letters that look the same",
            sheet: sheet { $0.map { Figure($0.name == "maro" ? "mаro" : $0.name, $0.value) } },
            problem: .linesMissing([]), named: "maro"),
        Row(
            what: "a negative figure",
            sheet: sheet { $0.map { Figure($0.name, $0.name == "maro" ? -1 : $0.value) } },
            problem: .figureRange("", 0), named: "maro"),
        Row(
            what: "a huge figure",
            sheet: sheet { $0.map { Figure($0.name, $0.name == "telin" ? 10_000_000 : $0.value) } },
            problem: .figureRange("", 0), named: "10000000"),
        Row(
            what: "the largest of all numbers in every line",
            sheet: sheet { $0.map { Figure($0.name, .max) } },
            problem: .figureRange("", 0), named: "registered"),
        Row(
            what: "another election", sheet: sheet(election: "tervania-2027"),
            problem: .otherElection("x"), named: "tervania-2027"),
        Row(
            what: "another contest", sheet: sheet(contest: "mayor"),
            problem: .unknownContest("x"), named: "mayor"),
        Row(
            what: "the lines of the other contest", sheet: sheet(contest: Tervania.referendum),
            problem: .linesMissing([]), named: "direct"),
        Row(
            what: "a station of another election", sheet: sheet(station: "kg-1234"),
            problem: .unknownStation("x"), named: "kg-1234"),
    ]

    @Test("is refused with what is wrong, and nothing is kept", arguments: rows)
    func refused(row: Row) throws {
        var night = Night()
        let acts = night.acts.count
        for came in [night.proposes(anna, row.sheet), night.enters(People.north[0], row.sheet)] {
            guard case .no(let problem) = came else {
                Issue.record("\(row.what) came as \(came)")
                continue
            }
            #expect(problem == row.problem, "\(row.what)")
            #expect(problem.summary.contains(row.named), "\(row.what): \(problem.summary)")
            #expect(problem.what.ru != nil && problem.what.ky != nil)
        }
        #expect(night.acts.count == acts)
        // A text cannot even hold a negative figure; the others come under signatures too.
        if SheetStatement(text: row.sheet.text) != nil, row.sheet.station == "north-001" {
            #expect(night.takes(anna, Night.signed(row.sheet)) == .no(row.problem))
            #expect(night.acts.count == acts)
        }
    }

    @Test("before an election is set up there is nowhere to file")
    func noElection() {
        let state = OfficeState()
        #expect(throws: FilingProblem.noElection) {
            try state.propose(Sheets.president(), by: anna)
        }
    }

    @Test("reasons longer than 2000 letters are too long")
    func tooLong() {
        var night = Night()
        let long = String(repeating: "ө", count: 2001)
        let sheet = Sheets.president(reasons: [SheetStatement.Reason("a", long)])
        #expect(night.proposes(anna, sheet) == .no(.tooLong))
        let short = Sheets.president(
            reasons: [SheetStatement.Reason("a", String(long.dropLast()))])
        #expect(night.proposes(anna, short) == .done)
    }
}

@Suite("An equation of the law is hard, soft, or an alarm")
struct EquationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        var testDescription: String { what }
        let changes: [String: Int]
        let equation: String
        let sides: String
    }

    // By hand from the sheet that adds up: received 103 = issued 95 + cancelled 8, boxes 4 + 89 =
    // invalid 3 + valid 90, votes 50 + 20 + 10 + 5 + 5 = 90, issued 95 of 230 registered.
    static let hard = [
        Row(
            what: "a paper lost", changes: ["received": 104], equation: "papers-accounted",
            sides: "104 = 103"),
        Row(
            what: "a vote too many", changes: ["maro": 51], equation: "votes-counted",
            sides: "90 = 91"),
        Row(
            what: "a paper too many in the boxes", changes: ["in-mobile-boxes": 5],
            equation: "boxes-counted", sides: "94 = 93"),
        Row(
            what: "more papers given out than voters", changes: ["registered": 94],
            equation: "issued-at-most-registered", sides: "95 <= 94"),
    ]

    @Test("a broken hard one refuses the sheet, and the attempt is kept", arguments: hard)
    func hardRefused(row: Row) throws {
        var night = Night()
        let sheet = Sheets.president(changing: row.changes)
        guard case .refused(let problem) = night.proposes(anna, sheet) else {
            Issue.record("\(row.what) was not refused")
            return
        }
        #expect(problem.imbalances.map(\.equation.text) == [row.equation])
        #expect(problem.summary.contains(row.sides), "\(problem.summary)")
        #expect(problem.what.ky?.contains(row.sides) == true)
        #expect(night.status(sheet) == .refused)
        let kept = try #require(night.state.file(sheet.key).versions.last)
        #expect(kept.statement == sheet && kept.imbalances == problem.imbalances)
        #expect(night.state.decidingSums(Tervania.president)?.nation.sheets == 0)
        // The same once more: the same answer, and nothing more in the log.
        let acts = night.acts.count
        #expect(night.proposes(anna, sheet) == .no(problem))
        #expect(night.acts.count == acts)
        // Under signatures it is another attempt, kept with its note.
        #expect(night.takes(anna, Night.signed(sheet)) != .done)
        #expect(night.status(sheet) == .refused)
        night.files(Sheets.president())
        #expect(night.status(sheet) == .filed, "the right one is filed after it")
    }

    /// One paper more in the boxes than were given out.
    static func soft(_ reasons: [SheetStatement.Reason] = []) -> SheetStatement {
        Sheets.president(carriedAway: -1, reasons: reasons)
    }

    @Test("a broken soft one wants a reason, for that equation")
    func softReason() {
        var night = Night()
        guard case .no(let problem) = night.proposes(anna, Self.soft()) else {
            Issue.record("a reason was not asked for")
            return
        }
        #expect(problem == .reasonMissing([], []))
        #expect(problem.imbalances.map(\.equation.text) == ["boxes-at-most-issued"])
        // 93 papers in the boxes, 92 given out.
        #expect(problem.summary.contains("93 <= 92"))
        let other = Self.soft([SheetStatement.Reason("papers-accounted", "Because.")])
        #expect(night.proposes(anna, other) == .no(.reasonMissing([], [])))
        let blank = Self.soft([SheetStatement.Reason("boxes-at-most-issued", " \n")])
        #expect(night.proposes(anna, blank) == .no(.reasonMissing([], [])))
        let good = Self.soft([SheetStatement.Reason("boxes-at-most-issued", "A paper found.")])
        #expect(night.proposes(anna, good) == .done)
    }

    @Test("under signatures a missing reason does not hold the sheet back, it puts it in question")
    func softSigned() {
        var night = Night()
        let sheet = Self.soft()
        #expect(night.takes(anna, Night.signed(sheet)) == .done)
        #expect(night.status(sheet) == .inQuestion)
        #expect(night.current(sheet)?.question?.why == "filing.reason-missing")
        #expect(FilingProblem.reason(code: "filing.reason-missing")?.ky != nil)
        #expect(night.state.decidingSums(Tervania.president)?.nation.sheets == 1)
        let good = Self.soft([SheetStatement.Reason("boxes-at-most-issued", "A paper found.")])
        var other = Night()
        other.takes(anna, Night.signed(good))
        #expect(other.status(good) == .filed)
    }

    static let alarm = ResultsForm.Equation.Severity(rawValue: "alarm")

    /// Tervania's form, where more than one in a hundred invalid papers alarms.
    static func alarming() -> Night? {
        guard let alarm else { return nil }
        var setting = Night.setting
        setting.forms[Tervania.president]?.equations.append(
            ResultsForm.Equation(
                "few-invalid", alarm, ["invalid"], .atMost, ["in-mobile-boxes"],
                LocalizedText("Invalid papers are at most those of the mobile box.")))
        return Night(setting)
    }

    @Test(
        "a broken alarm is filed, and an officer is told until one has looked",
        .enabled(if: alarm != nil, "forms without alarms"))
    func alarmTold() throws {
        var night = try #require(Self.alarming())
        let sheet = Sheets.president(invalid: 5)
        night.proposes(anna, sheet)
        #expect(night.state.alarms == [], "not before it is filed")
        night.confirms(bolot, sheet)
        #expect(night.status(sheet) == .filed)
        #expect(night.state.alarms == [sheet.ref])
        func see(_ who: Account) -> Night.Came {
            night.does(who) { state, who throws(FilingProblem) in
                try state.seeAlarm(sheet.ref, by: who)
            }
        }
        #expect(see(anna) == .no(.notAllowed))
        #expect(see(People.north[0]) == .done)
        #expect(see(People.north[0]) == .already)
        #expect(night.state.alarms == [])
    }

    @Test(
        "the alarm goes with the sheet that a correction replaces",
        .enabled(if: alarm != nil, "forms without alarms"))
    func alarmGone() throws {
        var night = try #require(Self.alarming())
        let sheet = Sheets.president(invalid: 5)
        night.files(sheet)
        let right = Sheets.correcting(sheet, votes: [50, 20, 10, 5, 5])
        night.proposes(anna, right)
        night.confirms(People.north[0], right)
        #expect(night.state.alarms == [])
    }

    @Test("a sheet that was tried five hundred times is not tried again")
    func tried() {
        var night = Night()
        for number in 0..<OfficeState.mostVersions {
            let wrong = Sheets.president(changing: ["valid": 1000 + number])
            #expect(night.proposes(anna, wrong) == .refused(.doesNotAddUp([], [])))
        }
        let acts = night.acts.count
        #expect(night.proposes(anna, Sheets.president()) == .no(.tooMany))
        #expect(night.acts.count == acts, "and the log does not grow by it")
    }
}
