import Cryptography
import Elections
import Filing
import Foundation
import Primitives
import Tabulation
import Tervania
import Testing
import Web

@Suite("The pages of a count as it goes on")
struct LiveSiteTests {
    static let site = LiveSite(ElectionNight.night.model())
    static let hours = ElectionNight.Hour.allCases

    private func page(
        _ path: String, _ hour: ElectionNight.Hour = .night, language: Language = .english
    ) throws -> String {
        let site = hour == .night ? Self.site : LiveSite(ElectionNight(hour).model())
        return try #require(site.document(path, language), "\(path)")
    }

    @Test(
        "every page is there in three languages, with one heading and the notice", arguments: hours)
    func pages(hour: ElectionNight.Hour) throws {
        let site = LiveSite(ElectionNight(hour).model())
        let notice = try #require(ElectionNight.night.definition.inventedNotice)
        for path in site.paths {
            for language in Language.allCases {
                let page = try #require(site.document(path, language), "\(path)")
                #expect(page.contains(HTML(text: notice[language]).source), "\(path)")
                #expect(page.components(separatedBy: "<h1").count == 2, "\(path)")
                #expect(!page.contains(" style="), "\(path)")
                #expect(
                    page.firstMatch(of: #/\{\d\}/#) == nil || path.hasSuffix("check.html"),
                    "\(path)")
            }
        }
    }

    @Test("the folder of files links only to files that are in it")
    func links() throws {
        var written: [String: [UInt8]] = [:]
        Self.site.write { path, bytes in written[path] = bytes }
        let pattern = #/(?:href|src)="([^"#]+)(?:#[^"]*)?"/#
        for (path, bytes) in written where path.hasSuffix(".html") {
            let base = try #require(URL(string: "site:/" + path))
            for match in String(decoding: bytes, as: UTF8.self).matches(of: pattern) {
                let target = try #require(URL(string: String(match.output.1), relativeTo: base))
                let name = String(target.absoluteURL.path.drop { $0 == "/" })
                #expect(written[name] != nil, "\(path): \(name)")
            }
        }
        #expect(Set(Self.site.dataPaths).isSubset(of: written.keys))
    }

    @Test("what waits or was returned shows no figures, and its text is not handed out")
    func withheld() throws {
        for (station, words) in [
            ("south-002", "returned to the commission"), ("south-003", "being checked"),
            ("south-004", "being checked"),
        ] {
            let page = try page("live/sheets/\(station)~~president~~hand.html")
            #expect(page.contains(words), "\(station)")
            #expect(!page.contains("Figures signed"), "\(station)")
            #expect(!page.contains("sha256sum"), "\(station)")
        }
        let key = SheetKey("south-003", "president", .hand)
        let proposal = try #require(ElectionNight.night.state.file(key).proposal)
        #expect(Self.site.data("data/live/sheets/\(proposal.id.hex).txt") == nil)
        let log = try #require(Self.site.data("data/live/log-00001.jsonl"))
        let lines = String(decoding: log.bytes, as: UTF8.self).split(separator: "\n")
        let waiting = lines.filter { $0.contains("\"sheet-proposed\"") && !$0.contains("\"body\"") }
        // South-003 in both contests; every other proposal was filed.
        #expect(waiting.count == 2)
        #expect(!lines.joined().contains("clerk-1@example.org"))
        #expect(!lines.joined().contains("anna@example.org"))
    }

    @Test("a correction shows each line as it was and as it is, with its reason")
    func correction() throws {
        let page = try page("live/sheets/north-002~~president~~hand.html")
        #expect(page.contains("Two digits were swapped in lines 9 and 11."))
        // 215 registered, 66 %: 141 issued, 139 valid; 57 % of it and the rest to the first option.
        #expect(page.contains("What the correction changed"))
        let change = try #require(page.firstRange(of: "What the correction changed"))
        let table = page[change.upperBound...].prefix(2000)
        #expect(table.contains("\u{2212}9") && table.contains("+9"))
        #expect(page.contains("replaced") && page.contains("This one counts."))
    }

    @Test(
        "the outcome is stated only of figures that are whole, and final only when two published it",
        arguments: [
            (ElectionNight.Hour.morning, "No sheet has been filed yet", "Elected:"),
            (.night, "They will change.", "Elected:"),
            (.published, "Published as final by two officers", "By the figures so far"),
            (.corrected, "Changed since published", "Published as final by two officers"),
        ])
    func finality(hour: ElectionNight.Hour, said: String, notSaid: String) throws {
        let page = try page("live/results/president.html", hour)
        #expect(page.contains(said))
        #expect(!page.contains(notSaid))
        #expect(page.contains("Elected:") == (hour == .published || hour == .corrected))
    }

    @Test("inside every picture of preliminary figures stands that they are")
    func pictures() throws {
        for path in ["live/index.html", "live/results/president.html", "live/turnout.html"] {
            let page = try page(path)
            let drawings = page.matches(of: #/<svg class="plot[^>]*>(.*?)</svg>/#)
            #expect(!drawings.isEmpty, "\(path)")
            for drawing in drawings { #expect(drawing.output.1.contains("preliminary"), "\(path)") }
        }
    }

    @Test("every station is in one status, and the front counts them")
    func statuses() throws {
        let page = try page("live/stations.html")
        // By hand, from the evening: filed north-001, 003, 004, south-001, abroad-002; corrected
        // north-002; in question north-005; annulled abroad-001; returned south-002; being checked
        // south-003 and 004; silent south-005. In the referendum nothing is corrected, in question
        // or annulled.
        #expect(page.contains("in question") && page.contains("annulled"))
        let front = try self.page("live/index.html")
        #expect(front.contains("7 of 12\u{A0}stations in the sums."))
        #expect(front.contains("8 of 12\u{A0}stations in the sums."))
    }

    @Test("stations abroad keep their own clocks")
    func abroad() throws {
        let page = try page("live/stations/abroad-002.html")
        #expect(page.contains("UTC+09:00"))
        let sheet = try self.page("live/sheets/abroad-002~~president~~hand.html")
        // Filed a little after 01:41 UTC.
        #expect(sheet.contains("20\u{A0}May 2031, 10:4"))
    }

    @Test(
        "any other address is no page",
        arguments: [
            "live/none.html", "live/stations/none.html", "live/stations~~2.html",
            "live/stations~~1.html", "live/sheets/south-005~~president~~hand.html",
            "live/sheets/north-001~~president.html", "live/log/2.html", "live/log/0.html",
            "live/log/01.html", "office/index.html", "live/../index.html", "index.html",
        ])
    func strangers(path: String) {
        #expect(Self.site.document(path, .english) == nil)
    }

    @Test(
        "no other file is handed out",
        arguments: [
            "data/live/", "data/live/nothing.csv", "data/live/../../etc/passwd",
            "data/live/log-1.jsonl", "data/live/log-00002.jsonl", "data/live/sheets/x.txt",
            "data/live/files/0000.png", "style.css",
        ])
    func files(path: String) { #expect(Self.site.data(path) == nil) }

    @Test("with the service there is a way in and the one script; in a folder there is neither")
    func service() throws {
        let live = LiveSite(ElectionNight.night.model(isStatic: false))
        let page = try #require(live.document("live/index.html", .english))
        #expect(page.contains("../../en/office/sign-in.html"))
        #expect(page.components(separatedBy: "<script").count == 2)
        #expect(page.contains("src=\"../../live.js\""))
        let folder = try self.page("live/index.html")
        #expect(!folder.contains("<script") && !folder.contains("office/"))
        let sheet = try #require(
            live.document("live/sheets/north-001~~president~~hand.html", .english))
        #expect(sheet.contains("../../../api/v1/files/"))
    }

    @Test(
        "a station of any name has its page at its own address",
        arguments: ["a/b", "..", "x~~y", "~2e", "a+b~~2", String(repeating: "+", count: 128)])
    func names(name: String) throws {
        var definition = Tervania.definition
        definition.stations[0].id = try #require(PollingStation.ID(name))
        var state = OfficeState()
        let setting = ElectionSetting(
            definition: definition,
            forms: [
                Tervania.president: TervaniaForms.sheet, Tervania.referendum: TervaniaForms.sheet,
            ])
        let moment = Instant(seconds: 1_936_700_000)
        state.fold(
            ActEntry(
                sequence: 1, moment: moment, actor: "admin@example.org", act: .electionSet(setting))
        )
        let site = LiveSite(
            LiveModel(state: state, map: nil, now: moment, isStatic: true, link: nil))
        let title = try #require(definition.stations[0].name[.english] as String?)
        for path in site.paths { #expect(site.document(path, .english) != nil, "\(path)") }
        let own = site.paths.filter {
            site.document($0, .english)?.contains("<h1>\(title)</h1>") == true
        }
        #expect(own.count == 1 && own[0].hasPrefix("live/stations/"))
    }

    @Test("a text that is a tag or a formula stays a text")
    func hostile() throws {
        var night = ElectionNight(.night)
        let key = SheetKey("north-001", "president", .hand)
        let current = try #require(night.state.file(key).current)
        let sheet = night.statement(
            "north-001", "president", .hand, replaces: current.id,
            why: "=HYPERLINK(\"x\")<script>alert(1)</script>")
        night.act(.sheetProposed(sheet))
        night.act(.sheetConfirmed(SheetRef(key, sheet.id)))
        let site = LiveSite(night.model())
        let page = try #require(
            site.document("live/sheets/north-001~~president~~hand.html", .english))
        #expect(page.contains("&lt;script&gt;") && !page.contains("<script"))
        let table = try #require(site.data("data/live/versions.csv"))
        #expect(String(decoding: table.bytes, as: UTF8.self).contains(",\"'=HYPERLINK(\"\"x\"\")"))
    }
}
