import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tervania
import Testing

private let station: PollingStation.ID = "north-001"
private let anna = People.member(station, 0)
private let bolot = People.member(station, 1)
private let officer = People.north[0]
private let colleague = People.north[1]

@Suite("An annulled sheet is left out until another names it")
struct AnnulmentTests {
    private func annul(
        _ night: inout Night, _ sheet: SheetStatement, by who: Account, why: String = "Stolen box."
    ) -> Night.Came {
        night.does(who) { state, who throws(FilingProblem) in
            try state.proposeAnnulment(sheet.ref, why: why, by: who)
        }
    }

    private func confirm(
        _ night: inout Night, _ sheet: SheetStatement, by who: Account
    ) -> Night.Came {
        night.does(who) { state, who throws(FilingProblem) in
            try state.confirmAnnulment(sheet.ref, by: who)
        }
    }

    @Test("two officers of the centre annul it")
    func annulled() {
        var night = Night()
        let sheet = Sheets.president()
        #expect(annul(&night, sheet, by: People.centre[0]) == .no(.unknownSheet))
        night.files(sheet)
        #expect(annul(&night, sheet, by: officer) == .no(.notAllowed))
        #expect(annul(&night, sheet, by: People.centre[0], why: "") == .no(.whyMissing))
        #expect(confirm(&night, sheet, by: People.centre[1]) == .no(.notWaiting))
        #expect(annul(&night, sheet, by: People.centre[0]) == .done)
        #expect(annul(&night, sheet, by: People.centre[0]) == .already)
        #expect(annul(&night, sheet, by: People.centre[1], why: "Other.") == .no(.inProgress))
        #expect(night.status(sheet) == .inQuestion)
        #expect(night.state.decidingSums(Tervania.president)?.nation.sheets == 1, "still counted")
        #expect(confirm(&night, sheet, by: People.centre[0]) == .no(.secondPerson))
        #expect(confirm(&night, sheet, by: People.centre[1]) == .done)
        #expect(confirm(&night, sheet, by: People.centre[1]) == .already)
        #expect(night.status(sheet) == .annulled)
        let sums = night.state.decidingSums(Tervania.president)
        #expect(sums?.nation.sheets == 0 && sums?.nation.figures.allSatisfy { $0 == 0 } == true)
    }

    @Test("the proposal can be taken back")
    func takenBack() {
        var night = Night()
        let sheet = Sheets.president()
        night.files(sheet)
        _ = annul(&night, sheet, by: People.centre[0])
        let back = night.does(People.centre[1]) { state, who throws(FilingProblem) in
            try state.withdrawAnnulment(sheet.ref, by: who)
        }
        #expect(back == .done)
        #expect(night.status(sheet) == .filed)
        #expect(confirm(&night, sheet, by: People.centre[1]) == .no(.notWaiting))
    }

    @Test("it does not come back by being sent once more, on whatever way")
    func stays() {
        var night = Night()
        let sheet = Sheets.president()
        night.takes(anna, Night.signed(sheet))
        _ = annul(&night, sheet, by: People.centre[0])
        _ = confirm(&night, sheet, by: People.centre[1])
        #expect(night.proposes(anna, sheet) == .no(.annulledBefore))
        #expect(night.enters(officer, sheet) == .no(.annulledBefore))
        #expect(night.takes(anna, Night.signed(sheet)) == .already)
        let other = Sheets.president(invalid: 4)
        #expect(night.proposes(anna, other) == .no(.annulledBefore))
        #expect(night.takes(anna, Night.signed(other)) == .refused(.annulledBefore))
        #expect(night.takes(anna, Night.signed(other)) == .no(.annulledBefore))
        #expect(night.status(sheet) == .annulled && night.current(sheet) == nil)
    }

    @Test("a correction that names it takes its place, with an officer's confirmation")
    func replaced() {
        var night = Night()
        let sheet = Sheets.president()
        night.files(sheet)
        _ = annul(&night, sheet, by: People.centre[0])
        _ = confirm(&night, sheet, by: People.centre[1])
        let again = Sheets.correcting(sheet, votes: [49, 21, 10, 5, 5], why: "Counted again.")
        #expect(night.proposes(anna, again) == .done)
        #expect(night.status(sheet) == .waiting)
        #expect(night.confirms(officer, again) == .done)
        #expect(night.status(sheet) == .corrected)
        #expect(night.state.decidingSums(Tervania.president)?.nation.figures[8] == 49)
    }

    @Test("what an annulled correction had replaced does not count again")
    func chain() {
        var night = Night()
        let first = Sheets.president()
        night.files(first)
        let second = Sheets.correcting(first, votes: [90, 0, 0, 0, 0])
        night.proposes(anna, second)
        night.confirms(officer, second)
        #expect(annul(&night, first, by: People.centre[0]) == .no(.notWaiting), "it is replaced")
        _ = annul(&night, second, by: People.centre[0])
        _ = confirm(&night, second, by: People.centre[1])
        #expect(night.current(first) == nil)
        #expect(night.status(first) == .annulled)
        #expect(night.proposes(anna, first) == .already, "it is known, and stays replaced")
        let restored = Sheets.correcting(
            second, votes: [50, 20, 10, 5, 5], why: "The first was right.")
        #expect(night.proposes(officer, restored) == .done)
        #expect(night.confirms(colleague, restored) == .done)
        #expect(night.state.decidingSums(Tervania.president)?.nation.figures[8] == 50)
    }
}

@Suite("Doubt stands beside a sheet until somebody settles it")
struct QuestionTests {
    @Test("raised by an officer of its area, settled with a reason; the sheet counts meanwhile")
    func question() {
        var night = Night()
        let sheet = Sheets.president()
        func raise(_ who: Account, _ why: String = "The photograph shows 53.") -> Night.Came {
            night.does(who) { state, who throws(FilingProblem) in
                try state.raiseQuestion(sheet.ref, why: why, by: who)
            }
        }
        func settle(_ who: Account, _ why: String = "It is a smudge.") -> Night.Came {
            night.does(who) { state, who throws(FilingProblem) in
                try state.settleQuestion(sheet.ref, why: why, by: who)
            }
        }
        #expect(raise(officer) == .no(.unknownSheet))
        night.files(sheet)
        #expect(raise(People.south) == .no(.notAllowed))
        #expect(raise(anna) == .no(.notAllowed))
        #expect(raise(officer, "") == .no(.whyMissing))
        #expect(settle(officer) == .no(.notWaiting))
        #expect(raise(officer) == .done)
        #expect(raise(officer, "The photograph\nshows 53.") == .already)
        #expect(night.status(sheet) == .inQuestion)
        #expect(night.state.decidingSums(Tervania.president)?.nation.sheets == 1)
        #expect(settle(officer, " ") == .no(.whyMissing))
        #expect(settle(People.centre[0]) == .done)
        #expect(night.status(sheet) == .filed)
    }
}
