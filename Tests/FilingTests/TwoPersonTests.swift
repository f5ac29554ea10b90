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

@Suite("A sheet takes two persons to be filed, corrected, returned and annulled")
struct TwoPersonTests {
    @Test("stated by one member and confirmed by another, it is filed and counts")
    func filed() {
        var night = Night()
        let sheet = Sheets.president()
        #expect(night.status(sheet) == .silent)
        #expect(night.proposes(anna, sheet) == .done)
        #expect(night.status(sheet) == .waiting)
        #expect(night.current(sheet) == nil, "nothing counts before the second person")
        #expect(night.confirms(anna, sheet) == .no(.secondPerson))
        #expect(night.confirms(bolot, sheet) == .done)
        #expect(night.status(sheet) == .filed)
        #expect(night.current(sheet)?.persons == [anna.id, bolot.id])
        #expect(night.current(sheet)?.channel == .online)
    }

    @Test("sent again by anybody who may, it is there already")
    func again() {
        var night = Night()
        let sheet = Sheets.president()
        night.proposes(anna, sheet)
        #expect(night.proposes(bolot, sheet) == .already, "stating it again is not confirming")
        #expect(night.status(sheet) == .waiting)
        night.confirms(bolot, sheet)
        let acts = night.acts.count
        #expect(night.proposes(anna, sheet) == .already)
        #expect(night.confirms(bolot, sheet) == .already)
        #expect(night.enters(officer, sheet) == .already)
        #expect(night.acts.count == acts, "and nothing is added to the log")
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String { why }
        let who: Account
        let may: Bool
        let why: String
    }

    @Test(
        "only its own commission states a station's sheet",
        arguments: [
            Row(who: anna, may: true, why: "a member"),
            Row(who: People.member("north-002", 0), may: false, why: "another station's member"),
            Row(
                who: officer, may: false, why: "the territory copies or corrects, it does not state"
            ),
            Row(who: People.centre[0], may: false, why: "nor does the centre"),
            Row(who: People.reviewer, may: false, why: "a reviewer"),
            Row(who: People.observer, may: false, why: "an observer"),
            Row(who: People.auditor, may: false, why: "an auditor"),
            Row(who: People.admin, may: false, why: "whoever keeps the machine"),
        ])
    func rights(row: Row) {
        var night = Night()
        let came = night.proposes(row.who, Sheets.president())
        #expect(came == (row.may ? .done : .no(.notAllowed)), "\(row.why)")
    }

    @Test("an account out of use does nothing")
    func inactive() {
        var night = Night()
        var gone = anna
        gone.active = false
        #expect(night.proposes(gone, Sheets.president()) == .no(.notAllowed))
        night.proposes(anna, Sheets.president())
        #expect(
            night.does(gone) { state, who throws(FilingProblem) in
                try state.withdraw(Sheets.president().ref, by: who)
            } == .no(.notAllowed))
    }

    @Test("while one waits, another cannot be stated beside it")
    func inProgress() {
        var night = Night()
        night.proposes(anna, Sheets.president())
        #expect(night.proposes(bolot, Sheets.president(invalid: 4)) == .no(.inProgress))
        #expect(night.enters(officer, Sheets.president()) == .no(.inProgress))
    }

    @Test("whoever stated it takes it back, nobody else; then it can be stated anew")
    func withdrawn() {
        var night = Night()
        let wrong = Sheets.president(invalid: 4)
        night.proposes(anna, wrong)
        func withdraw(_ who: Account) -> Night.Came {
            night.does(who) { state, who throws(FilingProblem) in
                try state.withdraw(wrong.ref, by: who)
            }
        }
        #expect(withdraw(bolot) == .no(.notAllowed))
        #expect(withdraw(officer) == .no(.notAllowed))
        #expect(withdraw(anna) == .done)
        #expect(night.status(wrong) == .silent)
        #expect(withdraw(anna) == .no(.notWaiting))
        #expect(night.confirms(bolot, wrong) == .no(.notWaiting))
        night.files(Sheets.president())
        #expect(night.status(wrong) == .filed)
        #expect(night.state.file(wrong.key).versions.count == 2, "both stay")
    }

    @Test("the second person or an officer returns it, with a reason")
    func returned() {
        for who in [bolot, officer, People.centre[0]] {
            var night = Night()
            let sheet = Sheets.president()
            night.proposes(anna, sheet)
            func giveBack(_ person: Account, _ why: String) -> Night.Came {
                night.does(person) { state, person throws(FilingProblem) in
                    try state.giveBack(sheet.ref, why: why, by: person)
                }
            }
            #expect(giveBack(who, " \n ") == .no(.whyMissing))
            #expect(giveBack(who, String(repeating: "x", count: 2001)) == .no(.tooLong))
            #expect(giveBack(People.south, "not mine") == .no(.notAllowed))
            #expect(giveBack(who, "Line 7 cannot\nbe read.") == .done)
            #expect(night.status(sheet) == .refused)
            #expect(
                night.state.file(sheet.key).versions.last?.state
                    == .refused(why: "Line 7 cannot be read."))
            #expect(night.proposes(anna, sheet) == .done, "it may be stated again as it was")
        }
    }

    @Test("what is not there cannot be confirmed")
    func unknown() {
        var night = Night()
        let sheet = Sheets.president("nowhere-1")
        #expect(night.confirms(bolot, sheet) == .no(.unknownStation("nowhere-1")))
        #expect(night.confirms(bolot, Sheets.president()) == .no(.unknownSheet))
    }
}

@Suite("A correction is a version of its own")
struct CorrectionTests {
    @Test("stated by a member, confirmed by an officer above; both sheets stay")
    func corrected() {
        var night = Night()
        let first = Sheets.president()
        night.files(first)
        let second = Sheets.correcting(first, votes: [51, 19, 10, 5, 5])
        #expect(night.proposes(anna, second) == .done)
        #expect(night.status(first) == .filed, "the first counts until the second is confirmed")
        #expect(night.confirms(bolot, second) == .no(.notAllowed), "not within the station")
        #expect(night.confirms(officer, second) == .done)
        #expect(night.status(first) == .corrected)
        #expect(night.current(first)?.statement == second)
        #expect(night.state.file(first.key).filed.map(\.statement) == [first, second])
        // maro: 50 in the first, 51 in the second; only the second counts.
        #expect(night.state.decidingSums(Tervania.president)?.nation.figures[8] == 51)
    }

    @Test("an officer states one, another officer confirms it, and the station returns it not")
    func byOfficers() {
        var night = Night()
        let first = Sheets.president()
        night.files(first)
        let second = Sheets.correcting(first, votes: [51, 19, 10, 5, 5])
        #expect(night.proposes(officer, second) == .done)
        #expect(night.confirms(officer, second) == .no(.secondPerson))
        let returned = night.does(anna) { state, who throws(FilingProblem) in
            try state.giveBack(second.ref, why: "We do not agree.", by: who)
        }
        #expect(returned == .no(.notAllowed))
        #expect(night.confirms(colleague, second) == .done)
    }

    @Test("it says why, and names the sheet that counts now")
    func named() {
        var night = Night()
        let first = Sheets.president()
        #expect(
            night.proposes(anna, Sheets.correcting(first, votes: [51, 19, 10, 5, 5]))
                == .no(.replacesOther), "nothing is there to correct")
        night.files(first)
        #expect(
            night.proposes(anna, Sheets.correcting(first, votes: [51, 19, 10, 5, 5], why: " "))
                == .no(.whyMissing))
        #expect(night.proposes(anna, Sheets.president(invalid: 4)) == .no(.alreadyFiled))
        let second = Sheets.correcting(first, votes: [51, 19, 10, 5, 5])
        night.proposes(anna, second)
        night.confirms(officer, second)
        let late = Sheets.correcting(first, votes: [52, 18, 10, 5, 5])
        #expect(night.proposes(anna, late) == .no(.replacesOther), "the first is corrected already")
        #expect(night.proposes(anna, second) == .already)
        #expect(night.proposes(anna, first) == .already, "an old one sent again changes nothing")
        #expect(night.current(first)?.statement == second)
    }
}

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
