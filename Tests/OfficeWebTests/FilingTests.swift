import Cryptography
import Elections
import Filing
import Foundation
import HTTPServer
import Offices
import Primitives
import Storage
import Tervania
import TervaniaEvening
import Testing

@Suite("Two members of a commission file a sheet in their browsers")
struct FilingTests {
    let test: TestOffice

    init() throws { test = try TestOffice() }

    private func state(
        _ changes: [String: String] = [:], _ more: [(String, String)] = [("do", "file")]
    ) throws -> Answer {
        try test.post(Figures.page, as: People.first, Figures.fields(changes) + more)
    }

    @Test("one states it, the other confirms it, and it counts")
    func twoPersons() throws {
        let stated = try state()
        #expect(stated.status == 303)
        #expect(stated.location.hasPrefix("versions/"))
        #expect(test.state.file(Figures.key).current == nil)
        let own = try test.get(stated.location, as: People.first)
        #expect(own.says("It waits for a second person") && own.says("Take it back"))
        #expect(!own.says("Confirm and file"))
        let other = try test.get(stated.location, as: People.second)
        #expect(other.says("Confirm and file") && other.says("250"))
        let page = String(stated.location.prefix { $0 != "?" })
        let alone = try test.post(page, as: People.first, [("do", "confirm")])
        #expect(alone.status == 403 && alone.says("filing.second-person"))
        let filed = try test.post(page, as: People.second, [("do", "confirm")])
        #expect(filed.status == 303 && filed.location.contains("done=filed"))
        #expect(test.state.file(Figures.key).current?.figures == Figures.right)
    }

    @Test("the second returns it with a reason, which a form without one asks for")
    func returned() throws {
        let page = String(try state().location.prefix { $0 != "?" })
        let empty = try test.post(page, as: People.second, [("do", "give-back"), ("why", " ")])
        #expect(empty.status == 422 && empty.says("Say why, in a sentence."))
        let back = try test.post(
            page, as: People.second, [("do", "give-back"), ("why", "Line 4 is 101 on the paper.")])
        #expect(back.status == 303)
        let told = try test.get("stations/north-001.html", as: People.first)
        #expect(told.says("returned: Line 4 is 101 on the paper."))
        #expect(try test.get("index.html", as: People.first).says("Refused: state it again"))
    }

    @Test("whoever stated it takes it back before anybody confirmed it")
    func withdrawn() throws {
        let page = String(try state().location.prefix { $0 != "?" })
        #expect(try test.post(page, as: People.first, [("do", "withdraw")]).status == 303)
        #expect(test.state.file(Figures.key).proposal == nil)
    }

    @Test(
        "a figure that breaks the law's sum is asked about first, and kept as refused if it stands so"
    )
    func broken() throws {
        let asked = try state(["cancelled": "101"])
        #expect(asked.status == 422 && asked.says("Does not hold"))
        #expect(asked.says("value=\"101\"") && asked.says("Send it as it stands"))
        #expect(test.state.file(Figures.key).versions.isEmpty)
        let kept = try state(["cancelled": "101"], [("do", "anyway")])
        #expect(kept.status == 303 && kept.location.contains("done=refused"))
        let version = test.state.file(Figures.key).versions.first
        #expect(version?.state == .refused(why: "filing.does-not-add-up"))
        let again = try test.get(kept.location, as: People.first)
        #expect(again.says("value=\"101\"") && again.says("does not add up"))
    }

    @Test("a sum that may fail asks for its reason in place, and is filed with it")
    func soft() throws {
        // 10 and 141 in the boxes are one more than the 150 issued.
        let changes = ["in-stationary-boxes": "141", "invalid": "4"]
        let asked = try state(changes)
        #expect(asked.status == 422 && asked.says("Say why it does not hold"))
        let told = try state(changes, [("r3", "A paper was issued twice."), ("do", "file")])
        #expect(told.status == 303)
        let reasons = test.state.file(Figures.key).proposal?.statement.reasons
        #expect(reasons?.map(\.text) == ["A paper was issued twice."])
    }

    @Test(
        "what is no whole number is named with its line, and nothing typed is lost",
        arguments: [
            ("", "no figure yet"), ("-5", "is no whole number"), ("1,5", "is no whole number"),
            ("１２", "is no whole number"), ("٣", "is no whole number"),
            ("12 000", "is no whole number"), ("10000000", "at most 9,999,999"),
            ("abc", "is no whole number"), ("0x10", "is no whole number"),
        ])
    func numbers(typed: String, said: String) throws {
        let answer = try state(["received": typed])
        #expect(answer.status == 422 && answer.says(said), "\(typed)")
        #expect(answer.says("value=\"230\"") && answer.says("href=\"#f-n1\""))
        #expect(test.state.file(Figures.key).versions.isEmpty)
    }

    @Test("zeros in front, as printed boxes have them, are no fault")
    func zeros() throws {
        #expect(try state(["received": "000250"]).status == 303)
    }

    @Test("checking sends nothing")
    func check() throws {
        let answer = try state([:], [("do", "check")])
        #expect(answer.status == 200 && answer.says("All figures agree"))
        #expect(test.state.file(Figures.key).versions.isEmpty)
    }

    @Test("a picture is kept as soon as it comes, shown, and named by the sheet")
    func image() throws {
        let digest = Digest.of(picture)
        let files = [(field: "photo", name: "sheet.jpg", bytes: picture)]
        let checked = try test.post(
            Figures.page, as: People.first,
            Figures.fields(["received": "?"]) + [("do", "check")], files: files)
        #expect(checked.says("office/files/\(digest.hex)"))
        #expect(checked.says("name=\"image\" value=\"\(digest.hex)\""))
        let stated = try state([:], [("image", digest.hex), ("do", "file")])
        #expect(stated.status == 303)
        #expect(test.state.file(Figures.key).proposal?.statement.image == digest)
        let shown = try test.get("files/\(digest.hex)", as: People.second)
        #expect(
            shown.response?.body == picture
                && shown.response?.header("content-type") == "image/jpeg")
        #expect(try test.get("files/\(digest.hex)", as: People.elsewhere).status == 403)
        #expect(try test.get("files/\(digest.hex)", as: nil).status == 303)
    }

    @Test("a file that is no picture is refused beside its field")
    func noImage() throws {
        let answer = try test.post(
            Figures.page, as: People.first, Figures.fields() + [("do", "file")],
            files: [("photo", "sheet.jpg", Array("<svg onload=alert(1)>".utf8))])
        #expect(answer.status == 422 && answer.says("no JPEG or PNG"))
    }

    @Test(
        "a correction shows the old figures, wants a reason, and counts when an officer confirms it"
    )
    func correction() throws {
        let page = String(try state().location.prefix { $0 != "?" })
        _ = try test.post(page, as: People.second, [("do", "confirm")])
        let old = try #require(test.state.file(Figures.key).current)
        let form = try test.get(
            Figures.page + "?replaces=\(old.id.hex)", as: People.first)
        #expect(form.says("was 250") && form.says("Why the filed sheet is wrong"))
        let changes = ["maro": "81", "telin": "29"]
        let bare = try state(changes, [("replaces", old.id.hex), ("do", "file")])
        #expect(bare.status == 422 && bare.says("Say why, in a sentence."))
        let why = ("why", "Two piles were mixed.")
        let stated = try state(changes, [("replaces", old.id.hex), why, ("do", "file")])
        #expect(stated.status == 303 && stated.location.contains("correction-stated"))
        let second = String(stated.location.prefix { $0 != "?" })
        #expect(try test.post(second, as: People.second, [("do", "confirm")]).status == 403)
        #expect(test.state.file(Figures.key).current?.id == old.id)
        let seen = try test.get(second, as: People.clerk)
        #expect(seen.says("was 80") && seen.says("Two piles were mixed."))
        #expect(try test.post(second, as: People.clerk, [("do", "confirm")]).status == 303)
        #expect(test.state.file(Figures.key).status == .corrected)
    }

    @Test("the same form sent twice is done once and answered the same")
    func twice() throws {
        let key = String(repeating: "ab", count: 16)
        let fields = Figures.fields() + [("do", "file")]
        let files = [(field: "photo", name: "sheet.jpg", bytes: picture)]
        let one = try test.post(Figures.page, as: People.first, fields, files: files, key: key)
        let through = test.state.through
        let two = try test.post(Figures.page, as: People.first, fields, files: files, key: key)
        #expect(one.status == 303 && one.location == two.location)
        #expect(test.state.through == through)
        let other = try test.post(
            Figures.page, as: People.first, Figures.fields(["maro": "79"]) + [("do", "anyway")],
            key: key)
        #expect(other.says("api.idempotency-key-reused"))
        let none = try test.post(Figures.page, as: People.first, fields, key: "x")
        #expect(none.status == 400 && test.state.through == through)
    }
}

@Suite("Clerks copy paper sheets without seeing each other's figures")
struct CopyTests {
    let test: TestOffice

    init() throws { test = try TestOffice() }

    private func copy(_ account: Account, _ changes: [String: String] = [:]) throws -> Answer {
        try test.post(Figures.copy, as: account, Figures.fields(changes) + [("do", "file")])
    }

    @Test("two copies that agree file the sheet")
    func agree() throws {
        let digest = Digest.of(picture)
        let one = try test.post(
            Figures.copy, as: People.clerk, Figures.fields() + [("do", "file")],
            files: [("picture", "scan.jpg", picture)])
        #expect(one.status == 303 && one.location.contains("done=entered"))
        let form = try test.get(Figures.copy, as: People.otherClerk)
        // The scan is shared; the figures are not.
        #expect(form.says(digest.hex) && !form.says("value=\"250\"") && !form.says("147"))
        let same = try test.post(
            Figures.copy, as: People.clerk,
            Figures.fields() + [("image", digest.hex), ("do", "file")])
        #expect(same.status == 403 && same.says("filing.second-person"))
        let two = try copy(People.otherClerk)
        #expect(two.status == 303 && two.location.contains("entries-agree"))
        #expect(test.state.file(Figures.key).current?.figures == Figures.right)
    }

    @Test("where they differ a third is told the lines and no figure")
    func differ() throws {
        _ = try copy(People.clerk)
        let changes = ["maro": "81", "telin": "29"]
        let two = try copy(People.otherClerk, changes)
        #expect(two.location.contains("entries-differ"))
        for person in [People.clerk, People.otherClerk] {
            #expect(try test.get(Figures.copy, as: person).says("a third person looks"))
        }
        #expect(
            try test.get("index.html", as: EveningSetting.reviewer).says("Two copies differ"))
        let third = try test.get(Figures.copy, as: EveningSetting.reviewer)
        #expect(third.says("Two copies differ in") && third.says("<li>Aidana Maro</li>"))
        #expect(third.says("<li>Bektur Telin</li>") && !third.says("<li>Chynara Savan</li>"))
        for figure in ["80", "81", "30", "29", "250", "147"] {
            #expect(!third.says("value=\"\(figure)\"") && !third.says(">\(figure)<"))
        }
        for page in ["stations/north-001.html", "index.html"] {
            let told = try test.get(page, as: EveningSetting.reviewer)
            #expect(!told.says("147") && !told.says(">81<"))
        }
        let settled = try copy(EveningSetting.reviewer, changes)
        #expect(settled.status == 303 && settled.location.contains("entries-agree"))
        #expect(test.state.file(Figures.key).current?.figures[8] == 81)
    }

    @Test("a reviewer copies only where two differ")
    func reviewer() throws {
        #expect(try test.get(Figures.copy, as: EveningSetting.reviewer).status == 403)
        #expect(try copy(EveningSetting.reviewer).status == 403)
    }

    @Test("what does not add up on the paper is copied after a second look")
    func asItStands() throws {
        let first = try copy(People.clerk, ["cancelled": "101"])
        #expect(first.status == 422 && first.says("Send it as it stands"))
        let fields = Figures.fields(["cancelled": "101"]) + [("do", "anyway")]
        let kept = try test.post(Figures.copy, as: People.clerk, fields)
        #expect(kept.status == 303 && test.state.file(Figures.key).entries.count == 1)
    }
}
