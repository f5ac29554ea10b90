import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tabulation
import Tervania
import Testing

private let station: PollingStation.ID = "north-001"
private let anna = People.member(station, 0)
private let bolot = People.member(station, 1)

/// The referendum's sheet of the station; the figures are chosen by hand.
private func referendum(
    registered: Int = 230, votes: [Int] = [60, 20, 10], invalid: Int = 3, carriedAway: Int = 2,
    reasons: [SheetStatement.Reason] = []
) -> SheetStatement {
    let valid = votes.reduce(0, +)
    let issued = valid + invalid + carriedAway
    let figures: [(String, Int)] =
        [
            ("registered", registered), ("received", issued + 8), ("issued", issued),
            ("cancelled", 8), ("in-mobile-boxes", 4),
            ("in-stationary-boxes", valid + invalid - 4), ("invalid", invalid), ("valid", valid),
        ] + zip(["direct", "delegated", "as-now"], votes)
    return SheetStatement(
        election: Tervania.definition.id, station: station, contest: Tervania.referendum,
        series: .hand, figures: figures.map { SheetStatement.Figure($0.0, $0.1) },
        reasons: reasons)
}

private func night() -> Night {
    var setting = Night.setting
    setting.relations = BuiltInForms.sets["tervania"]?.relations
    return Night(setting)
}

private func desk(_ admitted: Int) -> StationTurnout {
    StationTurnout(
        station: station, registered: 230, admitted: admitted, admittedByFallback: 1, refused: [:])
}

@Suite("Sheets of one station are held to each other and to the desk, whichever comes first")
struct RelationTests {
    // president(): 90 valid, 3 invalid, 2 carried away: 95 issued, 93 in the boxes.

    @Test("a list of another length is a hard relation: the second sheet is refused and kept")
    func hard() {
        var night = night()
        night.files(Sheets.president())
        let sheet = referendum(registered: 231)
        #expect(night.proposes(anna, sheet) == .refused(.doesNotAddUp([], [])))
        #expect(night.status(sheet) == .refused)
        #expect(night.proposes(anna, referendum()) == .done, "with the right list it is stated")
    }

    @Test("more papers of the referendum than of the president need a reason")
    func soft() {
        var night = night()
        night.files(Sheets.president())
        let more = referendum(votes: [61, 20, 10])
        #expect(night.proposes(anna, more) == .no(.reasonMissing([], [])))
        let explained = referendum(
            votes: [61, 20, 10],
            reasons: [SheetStatement.Reason("issued-together", "One voter declined the other.")])
        #expect(night.proposes(anna, explained) == .done)
        #expect(night.state.relationsBroken(by: more).map(\.relation.id) == ["issued-together"])
        #expect(night.state.relationsBroken(by: more).map(\.left) == [96])
        #expect(night.state.relationsBroken(by: more).map(\.right) == [95])
    }

    @Test("one paper more in the boxes than voters admitted raises an alarm when the desk reports")
    func deskLater() {
        var night = night()
        let sheet = Sheets.president()
        night.files(sheet)
        #expect(night.state.alarms.isEmpty, "before the desk has reported nothing can be said")
        #expect(
            night.does(anna) { state, person throws(FilingProblem) in
                try state.countDesk(desk(92), by: person)
            } == .done)
        #expect(night.state.alarms == [sheet.ref])
        #expect(night.state.brokenRelations(station, .hand).map(\.left) == [93])
        #expect(
            night.does(anna) { state, person throws(FilingProblem) in
                try state.countDesk(desk(92), by: person)
            } == .already, "the same counts again are nothing new")
    }

    @Test("and when the sheet is filed after the desk")
    func deskFirst() {
        var night = night()
        night.keep(.deskCounted(desk(92)), by: anna.id)
        let sheet = Sheets.president()
        night.files(sheet)
        #expect(night.current(sheet) != nil, "an alarm does not keep a sheet from being filed")
        #expect(night.state.alarms == [sheet.ref])
        night.does(People.north[0]) { state, person throws(FilingProblem) in
            try state.seeAlarm(sheet.ref, by: person)
        }
        #expect(night.state.alarms.isEmpty)
    }

    @Test("as many papers as voters is right, and the scanner's count is held by itself")
    func right() {
        var night = night()
        night.keep(.deskCounted(desk(93)), by: anna.id)
        night.files(Sheets.president())
        night.files(Sheets.president(series: .scanner))
        #expect(night.state.alarms.isEmpty)
        #expect(night.state.brokenRelations(station, .hand).isEmpty)
    }

    @Test(
        "counts that no desk can have are refused",
        arguments: [(-1, 0), (10_000_000, 0), (5, 6), (5, -1)])
    func badDesk(admitted: Int, fallback: Int) {
        var night = night()
        let counts = StationTurnout(
            station: station, registered: 230, admitted: admitted, admittedByFallback: fallback,
            refused: [:])
        #expect(
            night.does(anna) { state, person throws(FilingProblem) in
                try state.countDesk(counts, by: person)
            } == .no(.figureRange("", 0)))
        #expect(
            night.does(People.observer) { state, person throws(FilingProblem) in
                try state.countDesk(desk(5), by: person)
            } == .no(.notAllowed))
    }
}
