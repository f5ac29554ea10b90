import Cryptography
import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import Tabulation
import Web

/// A station as the office sees it: every sheet with every version, refused and waiting ones too.
struct StationPage: OfficePage {
    let id: PollingStation.ID

    var deeds: [Deed] { [.seeWork] }
    func isOpen(to visit: Visit) -> Bool { visit.may(.seeWork, at: id) }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        guard let station = visit.state.stations[id], let setting = visit.state.setting else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        return Page(title: visit.name(station), chain: nil) {
            tag("h1") { visit.say(station.name) }
            tag("p") {
                tag("span", .css("digest")) { station.id.text }
                " · " + visit.district(station.district)
            }
            tag("p", .css("small soft")) {
                visit.say(
                    .hoursOfStation, visit.moment(station.opens, at: station),
                    visit.moment(station.closes, at: station))
            }
            Fields(visit, filled).above()
            tag("ul", .css("actions")) {
                if visit.account.may(.reportTurnout, at: station) {
                    tag("li") { visit.link(.turnout(id), visit.say(.turnoutOfDay)) }
                }
                if visit.account.may(.seeReadiness, at: station) {
                    tag("li") { visit.link(.stationReadiness(id), visit.say(.readiness)) }
                }
            }
            RelationList(id, setting.deciding, in: visit.state).html(visit.view)
            for contest in setting.definition.contests {
                tag("h2") { visit.say(contest.title) }
                for series in [setting.deciding]
                    + Series.allCases.filter({ $0 != setting.deciding })
                {
                    sheet(SheetKey(id, contest.id, series), station, visit)
                }
                ComparisonPart(visit: visit, station: station, contest: contest).html()
            }
        }
    }

    private func sheet(_ key: SheetKey, _ station: PollingStation, _ visit: Visit) -> HTML {
        let file = visit.state.file(key)
        let state = VersionState(visit)
        return tag("section", .css("sheet-box")) {
            tag("h3") {
                visit.series(key.series) + " "
                state.badge(file.status)
            }
            for entry in file.entries {
                tag("p", .css("small")) {
                    visit.say(
                        .copiedBy, visit.person(entry.clerk), visit.moment(entry.made, at: station))
                }
            }
            if !file.versions.isEmpty {
                tag("ol", .css("versions")) {
                    for version in file.versions.reversed() { self.version(version, file, visit) }
                }
            }
            actions(key, file, visit)
        }
    }

    private func version(_ version: SheetVersion, _ file: SheetFile, _ visit: Visit) -> HTML {
        let station = visit.state.stations[version.statement.station]
        return tag("li") {
            tag("p") {
                tag("a", .href(visit.address(.version(version.id)))) {
                    visit.say(version.statement.replaces == nil ? .sheetWord : .correctionWord)
                    " " + visit.moment(version.filed ?? version.came, at: station)
                }
            }
            tag("p") { VersionState(visit).badge(version, in: file) }
            tag("p", .css("small soft")) {
                visit.say(VersionPage.channel(version.channel)) + " · "
                    + version.persons.map(visit.person).joined(separator: ", ")
            }
            if let question = version.question {
                tag("p", .css("small")) { visit.say(.questionIs, question.why) }
            }
        }
    }

    @HTMLBuilder
    private func actions(_ key: SheetKey, _ file: SheetFile, _ visit: Visit) -> HTML {
        let isOpen = file.current == nil && file.proposal == nil
        let copies = CopyPage(key: key).isOpen(to: visit)
        let own = file.entries.contains { $0.clerk == visit.account.id }
        if isOpen {
            tag("p", .css("actions-line")) {
                if visit.may(.fileSheet, at: id), file.entries.isEmpty {
                    tag("a", .css("button"), .href(visit.address(.state(key), again(file)))) {
                        visit.say(file.versions.isEmpty ? .stateSheet : .stateAgain)
                    }
                }
                if copies, !own {
                    tag("a", .css("button second"), .href(visit.address(.copy(key)))) {
                        visit.say(.copySheet)
                    }
                }
            }
        }
    }

    private func again(_ file: SheetFile) -> [(String, String)] {
        guard let last = file.versions.last else { return [] }
        switch last.state {
        case .refused, .withdrawn: return [("from", last.id.hex)]
        case .annulled: return [("replaces", last.id.hex)]
        default: return []
        }
    }
}

/// The stations within a person's areas, with where each sheet stands.
struct StationsPage: OfficePage {
    var deeds: [Deed] { [.seeWork] }

    private static let most = 100

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let query = visit.call.request.query
        let wanted = query["find"] ?? ""
        let status = SheetStatus(rawValue: query["status"] ?? "")
        let from = visit.place("from")
        let found = matching(visit, wanted, status)
        let shown = found.dropFirst(from).prefix(Self.most)
        return Page(title: visit.say(.stationsWord), chain: nil) {
            tag("h1") { visit.say(.stationsWord) }
            filter(visit, wanted, status)
            tag("p", .css("small soft")) {
                visit.say(.stationsFound, visit.view.number(found.count))
            }
            if shown.isEmpty {
                tag("p") { visit.say(.noStationFound) }
            } else {
                table(shown, visit)
            }
            if found.count > from + Self.most {
                tag("p", .css("take")) {
                    visit.link(
                        .stations, visit.say(.more),
                        [
                            ("find", wanted), ("status", status?.rawValue ?? ""),
                            ("from", "\(from + Self.most)"),
                        ])
                }
            }
        }
    }

    private func matching(
        _ visit: Visit, _ wanted: String, _ status: SheetStatus?
    ) -> [PollingStation] {
        let contests = visit.state.setting?.definition.contests.map(\.id) ?? []
        let low = wanted.lowercased()
        return visit.stations(.seeWork).filter { station in
            let named =
                low.isEmpty || station.id.text.lowercased().contains(low)
                || visit.say(station.name).lowercased().contains(low)
            guard named, let status else { return named }
            return contests.contains { contest in
                Series.allCases.contains {
                    visit.state.file(SheetKey(station.id, contest, $0)).status == status
                }
            }
        }
    }

    private func filter(_ visit: Visit, _ wanted: String, _ status: SheetStatus?) -> HTML {
        let fields = Fields(visit, Filled())
        let words: [(SheetStatus, Phrase)] = [
            (.entriesDiffer, .stateEntriesDiffer), (.inQuestion, .stateInQuestion),
            (.refused, .stateRefused), (.waiting, .stateWaiting), (.silent, .stateSilent),
            (.annulled, .stateAnnulledShort), (.corrected, .stateCorrected), (.filed, .stateFiled),
        ]
        return tag(
            "form", .css("form filter"), Attribute("method", "get"),
            .action(visit.view.address(visit.view.route))
        ) {
            fields.text(
                Fields.Text(
                    name: "find", label: visit.say(.findStation), value: wanted, required: false))
            fields.choice(
                "status", visit.say(.onlyWhere),
                [("", visit.say(.everything))] + words.map { ($0.0.rawValue, visit.say($0.1)) },
                chosen: status?.rawValue ?? "")
            fields.button(visit.say(.show), css: "button second")
        }
    }

    private func table(_ stations: ArraySlice<PollingStation>, _ visit: Visit) -> HTML {
        let setting = visit.state.setting
        let contests = setting?.definition.contests ?? []
        let series = setting?.deciding ?? .hand
        return Table(
            caption: visit.say(.sheetsCaption, visit.series(series)),
            columns: [.text(visit.say(.stationWord))]
                + contests.map { .text(visit.say($0.title)) },
            rows: stations.map { station in
                Table.Row(
                    [visit.link(.station(station.id), visit.name(station))]
                        + contests.map {
                            VersionState(visit).badge(
                                visit.state.file(SheetKey(station.id, $0.id, series)).status)
                        })
            }
        ).html()
    }
}
