import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tervania
import Testing

private let anna = People.member("north-001", 0)
private let bolot = People.member("north-001", 1)
private let courier = People.centre[0]
private let sheet = Sheets.president()

@Suite("A sheet under its commission's signatures is filed by them")
struct SignedSheetTests {
    @Test("two signatures file it, whoever brings it")
    func filed() throws {
        for who in [anna, People.north[0], courier] {
            var night = Night()
            #expect(night.takes(who, Night.signed(sheet)) == .done)
            let version = try #require(night.current(sheet))
            #expect(version.signers == ["north-001/0", "north-001/1"])
            #expect(version.channel == .signed && version.persons == [who.id])
            #expect(version.note == Night.signed(sheet))
        }
        var night = Night()
        for who in [People.member("north-002", 0), People.south, People.observer, People.admin] {
            #expect(night.takes(who, Night.signed(sheet)) == .no(.notAllowed), "\(who.name)")
        }
    }

    @Test("any two of the commission, in any order, or more")
    func anyTwo() {
        for numbers in [[0, 1], [2, 0], [1, 2], [2, 1, 0]] {
            var night = Night()
            #expect(night.takes(anna, Night.signed(sheet, by: numbers)) == .done)
        }
    }

    @Test("one signature is one person, also twice or under two names")
    func one() throws {
        var night = Night()
        #expect(night.takes(anna, Night.signed(sheet, by: [0])) == .no(.fewSignatures(1, 2)))
        #expect(night.takes(anna, Night.signed(sheet, by: [0, 0])) == .no(.fewSignatures(1, 2)))
        // The same key under two names; the office refuses to register it, and even where an older
        // log has it so, it is one signature.
        let member = Night.members("north-001")[0]
        let names = ["a", "b"].map { NoteKey(name: $0, key: member.key.key) }
        #expect(
            night.does(People.admin) { state, who throws(FilingProblem) in
                try state.setStationKeys("north-001", names.map(\.text), by: who)
            } == .no(.keyText))
        night.keep(.stationKeysSet("north-001", names.map(\.text)), by: People.admin.id)
        var note = try #require(SignedNote(text: sheet.text))
        for name in names { note.sign(as: name.name, by: member.signing) }
        #expect(night.takes(anna, note.note) == .no(.fewSignatures(1, 2)))
        #expect(night.status(sheet) == .silent)
    }

    @Test("where the law wants three, two are too few")
    func three() {
        var setting = Night.setting
        setting.signaturesNeeded = 3
        var night = Night(setting)
        #expect(night.takes(anna, Night.signed(sheet)) == .no(.fewSignatures(2, 3)))
        #expect(night.takes(anna, Night.signed(sheet, by: [0, 1, 2])) == .done)
        // A setting of one is taken for two: it takes two persons to file.
        setting.signaturesNeeded = 1
        night = Night(setting)
        #expect(night.takes(anna, Night.signed(sheet, by: [0])) == .no(.fewSignatures(1, 2)))
    }

    @Test("signatures of another station's members do not count")
    func strangers() throws {
        var night = Night()
        var note = try #require(SignedNote(text: sheet.text))
        for member in Night.members("north-002") {
            note.sign(as: member.key.name, by: member.signing)
        }
        #expect(night.takes(anna, note.note) == .no(.fewSignatures(0, 2)))
        // Beside two that count they do no harm.
        let member = Night.members("north-001")
        note.sign(as: member[0].key.name, by: member[0].signing)
        note.sign(as: member[1].key.name, by: member[1].signing)
        #expect(night.takes(anna, note.note) == .done)
    }

    @Test("an altered figure is noticed")
    func altered() {
        var night = Night()
        let note = Night.signed(sheet).replacing("figure maro 50", with: "figure maro 51")
        #expect(night.takes(anna, note) == .no(.badSignature("north-001/0")))
        for text in ["", "x", sheet.text, Night.signed(sheet) + "x"] {
            #expect(night.takes(anna, text) == .no(.notASheet("")))
        }
        let longest = String(repeating: "x", count: OfficeState.longestNote + 1)
        #expect(night.takes(anna, longest) == .no(.notASheet("")))
    }

    @Test("no single changed byte of the file is filed")
    func everyByte() {
        let night = Night()
        let bytes = Array(Night.signed(sheet).utf8)
        for place in bytes.indices {
            var other = bytes
            other[place] ^= 1
            var copy = night
            let came = copy.takes(anna, String(decoding: other, as: UTF8.self))
            #expect(came != .done, "byte \(place)")
        }
    }

    @Test("keys that were replaced no longer sign")
    func replacedKeys() {
        var night = Night()
        let fresh = Night.members("north-002").map(\.key.text)
        #expect(
            night.does(People.admin) { state, who throws(FilingProblem) in
                try state.setStationKeys("north-001", fresh, by: who)
            } == .done)
        #expect(night.takes(anna, Night.signed(sheet)) == .no(.fewSignatures(0, 2)))
    }

    @Test("days later, again and again: counted once")
    func again() {
        var night = Night()
        night.takes(anna, Night.signed(sheet))
        let acts = night.acts.count
        for _ in 0..<3 {
            night.now = night.now.adding(minutes: 24 * 60)
            #expect(night.takes(courier, Night.signed(sheet)) == .already)
            #expect(night.takes(courier, Night.signed(sheet, by: [1, 2])) == .already)
        }
        #expect(night.acts.count == acts)
        #expect(night.state.decidingSums(Tervania.president)?.nation.sheets == 1)
    }

    @Test("the signatures of a sheet that is filed online already are kept as its evidence")
    func evidence() throws {
        var night = Night()
        night.files(sheet)
        #expect(night.takes(anna, Night.signed(sheet)) == .done)
        let version = try #require(night.current(sheet))
        #expect(version.channel == .online && version.persons == [anna.id, bolot.id])
        #expect(version.signers == ["north-001/0", "north-001/1"] && version.note != nil)
        #expect(night.state.file(sheet.key).versions.count == 1)
        #expect(night.takes(anna, Night.signed(sheet)) == .already)
        #expect(night.state.decidingSums(Tervania.president)?.nation.sheets == 1)
    }

    @Test(
        "so are those of a text with the same figures and another picture; either can be corrected")
    func twin() throws {
        var night = Night()
        night.files(sheet)
        let pictured = Sheets.president(image: Digest.of("photo"))
        #expect(night.takes(anna, Night.signed(pictured)) == .done)
        #expect(night.state.file(sheet.key).versions.count == 1)
        #expect(night.current(sheet)?.twins == [pictured.id])
        #expect(night.state.ref(pictured.id) == pictured.ref)
        #expect(night.state.file(sheet.key).version(pictured.id)?.id == sheet.id)
        #expect(night.takes(anna, Night.signed(pictured)) == .already)
        let right = Sheets.correcting(pictured, votes: [51, 19, 10, 5, 5])
        #expect(night.takes(anna, Night.signed(right)) == .done)
        #expect(night.status(sheet) == .corrected)
        #expect(!night.state.file(sheet.key).hasGap)
        #expect(night.state.decidingSums(Tervania.president)?.nation.figures[8] == 51)
    }

    @Test("a sheet that waits for a second person is filed by two signatures")
    func waiting() throws {
        var night = Night()
        night.proposes(anna, sheet)
        #expect(night.takes(courier, Night.signed(sheet)) == .done)
        let version = try #require(night.current(sheet))
        #expect(version.persons == [anna.id, courier.id] && version.channel == .signed)
        #expect(night.state.file(sheet.key).proposal == nil)
        #expect(night.confirms(bolot, sheet) == .already)
    }

    @Test("another one that waits can no longer be confirmed, and is not in the way")
    func superseded() {
        var night = Night()
        let typed = Sheets.president(invalid: 4)
        night.proposes(anna, typed)
        night.takes(courier, Night.signed(sheet))
        #expect(night.confirms(bolot, typed) == .no(.notWaiting))
        #expect(
            night.state.file(sheet.key).version(typed.id)?.state
                == .refused(why: "filing.superseded"))
        #expect(FilingProblem.reason(code: "filing.superseded") != nil)
        let right = Sheets.correcting(sheet, votes: [51, 19, 10, 5, 5])
        #expect(night.proposes(anna, right) == .done)
        #expect(night.confirms(People.north[0], right) == .done)
    }

    @Test("two signed sheets with different figures: the first counts, and both are in doubt")
    func twoSheets() throws {
        var night = Night()
        night.takes(anna, Night.signed(sheet))
        let other = Sheets.president(votes: [90, 0, 0, 0, 0])
        #expect(night.takes(courier, Night.signed(other, by: [1, 2])) == .refused(.alreadyFiled))
        #expect(night.status(sheet) == .inQuestion)
        #expect(night.current(sheet)?.statement == sheet)
        let kept = try #require(night.state.file(sheet.key).version(other.id))
        #expect(kept.state == .refused(why: "filing.already-filed") && kept.note != nil)
        let acts = night.acts.count
        #expect(night.takes(courier, Night.signed(other)) == .no(.alreadyFiled))
        #expect(night.acts.count == acts)
        #expect(
            night.does(People.north[0]) { state, who throws(FilingProblem) in
                try state.settleQuestion(
                    sheet.ref, why: "The other is of the training.", by: who)
            } == .done)
        #expect(night.status(sheet) == .filed)
    }

    @Test("a second correction of one sheet is kept as refused, and puts the first in doubt")
    func twoCorrections() {
        var night = Night()
        let one = Sheets.correcting(sheet, votes: [51, 19, 10, 5, 5])
        let other = Sheets.correcting(sheet, votes: [52, 18, 10, 5, 5])
        night.takes(anna, Night.signed(sheet))
        night.takes(anna, Night.signed(one))
        #expect(night.takes(anna, Night.signed(other)) == .refused(.replacesOther))
        #expect(night.takes(anna, Night.signed(other)) == .no(.replacesOther))
        #expect(night.current(sheet)?.statement == one)
        #expect(night.status(sheet) == .inQuestion)
        // Also while the sheet that both correct is still on its way.
        var early = Night()
        early.takes(anna, Night.signed(one))
        #expect(early.takes(anna, Night.signed(other)) == .refused(.replacesOther))
    }

    @Test("a sheet that does not add up is kept as refused; its correction is taken")
    func refusedThenCorrected() {
        let wrong = Sheets.president(changing: ["valid": 91])
        let right = Sheets.correcting(wrong, votes: [50, 20, 10, 5, 5], why: "Line 8 was misread.")
        for order in [[wrong, right], [right, wrong], [wrong, right, wrong, right]] {
            var night = Night()
            for part in order { night.takes(anna, Night.signed(part)) }
            #expect(night.status(right) == .corrected)
            #expect(night.current(right)?.statement == right)
            #expect(night.state.file(right.key).versions.count == 2)
            #expect(!night.state.file(right.key).hasGap)
        }
    }

    @Test("a correction under signatures says why")
    func why() throws {
        var night = Night()
        night.takes(anna, Night.signed(sheet))
        let mute = Sheets.president(votes: [51, 19, 10, 5, 5], replaces: sheet.id)
        #expect(night.takes(anna, Night.signed(mute)) == .no(.whyMissing))
    }
}
