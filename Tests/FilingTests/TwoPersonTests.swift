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
