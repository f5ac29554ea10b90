import Cryptography
import Elections
import Filing
import Foundation
import Primitives
import Tabulation
import Tervania
import Testing
import Web

@Suite("A country of 2,474 stations")
struct LiveGrowthTests {
    /// Nine districts; every station has filed both counts of both contests, but for one in fifty.
    static let site: LiveSite = {
        var definition = Tervania.definition
        definition.districts = (1...9).map {
            District(id: .init("d\($0)")!, name: LocalizedText("District number \($0)"))
        }
        definition.stations = (0..<2474).map { number in
            var station = Tervania.definition.stations[0]
            station.id = .init("s\(number)")!
            station.name = LocalizedText("School number \(number), a street with a long name")
            station.district = definition.districts[number % 9].id
            return station
        }
        var state = OfficeState()
        var sequence = 0
        var acts: [LiveAct] = []
        func fold(_ act: Act) {
            sequence += 1
            let entry = ActEntry(
                sequence: sequence, moment: Instant(seconds: 1_936_700_000 + sequence),
                actor: "member@example.org", act: act)
            state.fold(entry)
            acts.append(LiveAct(entry, body: [0x7B, 0x7D], link: .of("\(sequence)")))
        }
        var setting = ElectionSetting(
            definition: definition,
            forms: [
                Tervania.president: TervaniaForms.sheet, Tervania.referendum: TervaniaForms.sheet,
            ])
        for station in definition.stations { setting.register[station.id] = 230 }
        fold(.electionSet(setting))
        for (number, station) in definition.stations.enumerated() {
            for contest in definition.contests {
                let figures = ElectionNight.figures(Tervania.profiles[0], contest)
                let columns = state.forms[contest.id]!.columns
                for series in Series.allCases where number % 50 != 7 {
                    let sheet = SheetStatement(
                        election: definition.id, station: station.id, contest: contest.id,
                        series: series,
                        figures: zip(columns, figures).map { SheetStatement.Figure($0, $1) })
                    fold(.sheetProposed(sheet))
                    fold(.sheetConfirmed(SheetRef(sheet.key, sheet.id)))
                }
            }
        }
        let all = acts
        return LiveSite(
            LiveModel(
                state: state, map: nil, now: state.asOf ?? Instant(seconds: 0), isStatic: true,
                link: all.last?.link,
                log: LiveLog(count: all.count) { Array(all[($0 - 1)..<$1]) }))
    }()

    @Test(
        "has no page above 300 kB",
        arguments: [
            "live/index.html", "live/results/president.html", "live/districts/d1.html",
            "live/districts/d1~~3.html", "live/stations.html", "live/stations~~25.html",
            "live/turnout.html", "live/machine-against-hand.html", "live/log.html",
            "live/log/3.html", "live/check.html", "live/stations/s77.html",
        ])
    func sizes(path: String) throws {
        for language in Language.allCases {
            let page = try #require(Self.site.document(path, language), "\(path)")
            #expect(page.utf8.count < 300_000, "\(path) has \(page.utf8.count) bytes")
        }
    }

    @Test("lists every station once over the pages of the board")
    func board() throws {
        var found: [String: Int] = [:]
        for number in 1...25 {
            let path = number == 1 ? "live/stations.html" : "live/stations~~\(number).html"
            let page = try #require(Self.site.document(path, .english))
            for match in page.matches(of: #/live/stations/(s\d+)\.html/#) {
                found[String(match.output.1), default: 0] += 1
            }
        }
        #expect(found.count == 2474 && found.values.allSatisfy { $0 == 1 })
        #expect(Self.site.document("live/stations~~26.html", .english) == nil)
        // What needs somebody stands first: the fifty that are silent.
        let first = try #require(Self.site.document("live/stations.html", .english))
        #expect(first.components(separatedBy: "/s7.html").count > 1)
    }
}
