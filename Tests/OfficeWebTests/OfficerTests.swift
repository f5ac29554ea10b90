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

@Suite("Officers doubt, annul and publish, two of them where it counts")
struct OfficerTests {
    let test: TestOffice

    init() throws { test = try TestOffice() }

    /// A filed sheet's page.
    private func filed() throws -> String {
        let stated = try test.post(
            Figures.page, as: People.first, Figures.fields() + [("do", "file")])
        let page = String(stated.location.prefix { $0 != "?" })
        _ = try test.post(page, as: People.second, [("do", "confirm")])
        return page
    }

    @Test("a question is raised and settled with reasons that everybody can read")
    func question() throws {
        let page = try filed()
        let raised = try test.post(
            page, as: People.clerk, [("do", "question"), ("why", "The box was <b>open</b>.")])
        #expect(raised.status == 303 && test.state.file(Figures.key).status == .inQuestion)
        let shown = try test.get(page, as: People.clerk)
        #expect(shown.says("The box was &lt;b&gt;open&lt;/b&gt;.") && !shown.says("<b>open</b>"))
        #expect(try test.get("index.html", as: People.clerk).says("A sheet is in question"))
        let settled = try test.post(
            page, as: People.clerk, [("do", "settle"), ("why", "The seal was whole.")])
        #expect(settled.status == 303 && test.state.file(Figures.key).status == .filed)
    }

    @Test("an annulment says before what cannot be undone, and needs a second officer")
    func annulment() throws {
        let page = try filed()
        #expect(try test.get(page, as: People.centre).says("this cannot be undone"))
        let why = ("why", "Decision 7 of the central commission.")
        #expect(try test.post(page, as: People.clerk, [("do", "annul"), why]).status == 403)
        #expect(try test.post(page, as: People.centre, [("do", "annul"), why]).status == 303)
        let own = try test.post(page, as: People.centre, [("do", "confirm-annulment")])
        #expect(own.status == 403 && own.says("filing.second-person"))
        #expect(
            try test.get("index.html", as: People.otherCentre)
                .says("An annulment waits for a second officer"))
        let done = try test.post(page, as: People.otherCentre, [("do", "confirm-annulment")])
        #expect(done.status == 303 && test.state.file(Figures.key).status == .annulled)
    }

    @Test("a publication waits for every station, then for a second officer")
    func publication() throws {
        let early = try test.post(
            "publication.html", as: People.centre, [("do", "propose"), ("contest", "president")])
        #expect(early.status == 409 && early.says("filing.stations-missing"))
        for station in Tervania.stations {
            let statement = SheetStatement(
                election: Tervania.definition.id, station: station.id, contest: Tervania.president,
                series: .hand,
                figures: zip(Figures.names, Figures.right).map { SheetStatement.Figure($0, $1) })
            try test.put(.sheetProposed(statement))
            try test.put(.sheetConfirmed(SheetRef(statement.key, statement.id)))
        }
        let page = try test.get("publication.html", as: People.centre)
        // Twelve stations with 80 votes for the first are 960.
        #expect(page.says("960") && page.says("Propose these sums"))
        let proposed = try test.post(
            "publication.html", as: People.centre, [("do", "propose"), ("contest", "president")])
        #expect(proposed.status == 303)
        let sums = test.state.publications[Tervania.president]?.proposed?.publication.sums.hex ?? ""
        let fields = [("do", "confirm"), ("contest", "president"), ("sums", sums)]
        #expect(try test.post("publication.html", as: People.centre, fields).status == 403)
        let unseen = try test.post(
            "publication.html", as: People.otherCentre,
            [("do", "confirm"), ("contest", "president"), ("sums", "")])
        #expect(unseen.status == 422)
        #expect(try test.post("publication.html", as: People.otherCentre, fields).status == 303)
        #expect(test.state.publications[Tervania.president]?.done.count == 1)
        #expect(try test.get("publication.html", as: People.centre).says("published as final"))
    }
}

@Suite("Before and during the day")
struct DayTests {
    @Test(
        "readiness is recorded by one, confirmed by another, and an observer's word stands beside it"
    )
    func readiness() throws {
        let test = try TestOffice(at: "2031-05-15T10:00:00Z")
        let page = "readiness/north-001.html"
        let scanner = [("requirement", "scanner"), ("serial", "SC-7")]
        let half = try test.post(page, as: People.first, [("do", "record")] + scanner)
        #expect(half.status == 422 && half.says("Choose how it is."))
        let recorded = try test.post(
            page, as: People.first,
            [("do", "record"), ("state", "ready"), ("note", "Test deck read.")] + scanner,
            files: [("photo", "act.jpg", picture)])
        #expect(recorded.status == 303)
        let item = test.state.readiness[ReadinessKey("north-001", "scanner", serial: "SC-7")]
        let seen = try #require(item?.record?.at)
        #expect(item?.record?.value.evidence == Digest.of(picture))
        let own = try test.post(
            page, as: People.first, [("do", "confirm"), ("seen", seen.text())] + scanner)
        #expect(own.status == 403)
        let confirmed = try test.post(
            page, as: People.clerk, [("do", "confirm"), ("seen", seen.text())] + scanner)
        #expect(confirmed.status == 303)
        let remark = try test.post(
            page, as: EveningSetting.observer,
            [("do", "remark"), ("agrees", "no"), ("text", "It stood in its box.")] + scanner)
        #expect(remark.status == 303)
        let shown = try test.get(page, as: People.first)
        #expect(shown.says("SC-7") && shown.says("Test deck read.") && shown.says("confirmed"))
        #expect(shown.says("saw it differently") && shown.says("It stood in its box."))
        let board = try test.get("readiness.html", as: EveningSetting.observer)
        #expect(board.says("1 of 1 devices confirmed") && board.says("foreign ministry"))
        #expect(
            try test.get("files/\(Digest.of(picture).hex)", as: EveningSetting.observer).status
                == 200)
    }

    @Test("only what is late is shown when that is asked for")
    func late() throws {
        let test = try TestOffice(at: "2031-05-15T10:00:00Z")
        let all = try test.get("readiness.html?late=yes", as: EveningSetting.observer)
        // On 15 May 10:00 UTC nothing at home is due; the ministry's part abroad, 72 hours before, is.
        #expect(!all.says("north-001") && all.says("abroad-001"))
        let north = try test.get("readiness.html?district=north", as: EveningSetting.observer)
        #expect(north.says("north-001") && !north.says("south-001"))
    }

    @Test("turnout is reported by the full hours of the station's own clock")
    func turnout() throws {
        // Half past nine at night in Tervania is 01:30 the next day in Oyamar, which closed at 20:00
        // there, and 17:30 in Veldmark.
        let test = try TestOffice()
        let abroad = EveningSetting.member("abroad-001", 1)
        let page = try test.get("turnout/abroad-001.html", as: abroad)
        #expect(
            page.says("UTC+01:00") && page.says(">17:00<")
                && !page.says("<option value=\"2031-05-18T17:00:00Z\""))
        let reported = try test.post(
            "turnout/abroad-001.html", as: abroad,
            [("do", "report"), ("hour", "2031-05-18T16:00:00Z"), ("voters", "31")])
        #expect(reported.status == 303)
        let fewer = try test.post(
            "turnout/abroad-001.html", as: abroad,
            [("do", "report"), ("hour", "2031-05-18T15:00:00Z"), ("voters", "32")])
        #expect(fewer.says("filing.turnout-falls") && fewer.says("value=\"32\""))
        let none = try test.post(
            "turnout/abroad-001.html", as: abroad, [("do", "report"), ("voters", "many")])
        #expect(none.status == 422 && none.says("Choose the hour."))
    }

    @Test("a stick's files are each answered for, and a second time does no harm")
    func stick() throws {
        let test = try TestOffice()
        let keys = TervaniaEvening.keys("north-001")
        try test.put(.stationKeysSet("north-001", keys.map { $0.0.text }))
        let statement = SheetStatement(
            election: Tervania.definition.id, station: "north-001", contest: Tervania.president,
            series: .hand,
            figures: zip(Figures.names, Figures.right).map { SheetStatement.Figure($0, $1) },
            image: Digest.of(picture))
        var note = try #require(SignedNote(text: statement.text))
        for (name, key) in keys.prefix(2) { note.sign(as: name.name, by: key) }
        let other: [UInt8] = [0xFF, 0xD8, 0xFF, 9, 9]
        let files: [(field: String, name: String, bytes: [UInt8])] = [
            ("files", "scan.jpg", picture), ("files", "north.sheet", Array(note.note.utf8)),
            ("files", "cat.jpg", other), ("files", "<b>.txt", Array("hello".utf8)),
        ]
        let fields = [("do", "take")]
        let one = try test.post("stick.html", as: People.clerk, fields, files: files)
        #expect(one.status == 200 && one.says("taken and filed"))
        #expect(one.says("picture of a sheet") && one.says("no sheet names this picture"))
        #expect(one.says("&lt;b&gt;.txt") && !one.says("<b>.txt"))
        #expect(test.state.file(Figures.key).current?.channel == .signed)
        let two = try test.post("stick.html", as: People.clerk, fields, files: files)
        #expect(two.says("there already"))
        #expect(test.state.file(Figures.key).versions.count == 1)
        let none = try test.post("stick.html", as: People.clerk, fields)
        #expect(none.status == 422 && none.says("Choose a file."))
        let elsewhere = try test.post("stick.html", as: People.elsewhere, fields, files: files)
        #expect(elsewhere.says("filing.not-allowed"))
    }
}
