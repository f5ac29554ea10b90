import Elections
import Filing
import Primitives

extension LiveSite {
    /// Where every station stands, what needs somebody first.
    func board(_ number: Int, _ view: View) -> Page? {
        let pages = boardPages(stations.count)
        guard number >= 1, number <= pages else { return nil }
        let shown = model.counts.board.dropFirst((number - 1) * Self.stationsOnPage)
            .prefix(Self.stationsOnPage)
        let chain = Chain(
            [(view.say(.liveFront), .live(.front))], here: view.say(.stationsTitle),
            below: [Phrase.station, .sheet].map { view.say($0) })
        return Page(title: view.say(.stationsTitle), chain: chain) {
            tag("h1") { view.say(.stationsTitle) }
            tag("p", .css("question-line")) { view.say(.boardQuestion) }
            if number == 1 {
                statusTable(view).html()
                meanings(view)
            }
            boardTable(Array(shown), view).html()
            pager(number, pages, view) { .stations(page: $0) }
            tag("h2") { view.say(.byDistrict) }
            tag("ul", .css("actions")) {
                for district in districts {
                    tag("li") {
                        view.link(
                            .live(.district(district.id)),
                            view.say(
                                .nameAndCount, view.say(district.name),
                                view.number(model.counts.stationsOf[district.id]?.count ?? 0)))
                    }
                }
            }
        }
    }

    private func statusTable(_ view: View) -> Table {
        let statuses = PublicStatus.inReading
        var rows: [Table.Row] = []
        for contest in contests {
            for series in Series.allCases.reversed() {
                let counts = model.counts.nation(CountKey(contest.id, series))
                guard series == deciding || counts[.silent] < counts.total else { continue }
                rows.append(
                    Table.Row(
                        [
                            HTML(text: view.say(contest.title))
                                + tag("span", .css("under")) { view.say(series.name) }
                        ] + statuses.map { HTML(text: view.number(counts[$0])) }
                            + [HTML(text: view.number(counts.total))]))
            }
        }
        return Table(
            caption: view.say(.statusCaption),
            columns: [.text(view.say(.contest))]
                + statuses.map { .number(view.say($0.column)) } + [.number(view.say(.allStations))],
            rows: rows)
    }

    private func meanings(_ view: View) -> HTML {
        tag("details") {
            tag("summary") { view.say(.statusMeanings) }
            tag("dl", .css("terms")) {
                for status in PublicStatus.allCases {
                    tag("dt") { status.badge(view) }
                    tag("dd") { view.say(status.meaning) }
                }
            }
        }
    }

    private func boardTable(_ stations: [PollingStation], _ view: View) -> Table {
        let names = Dictionary(
            districts.map { ($0.id, view.say($0.name)) }, uniquingKeysWith: { first, _ in first })
        return Table(
            caption: view.say(.boardCaption, view.say(deciding.name)),
            columns: [.text(view.say(.station))] + contests.map { .text(view.say($0.title)) }
                + [.text(view.say(.newestAct)), .text(view.say(.scannerCount))],
            rows: stations.map { station in
                var place = "\(station.id) · \(names[station.district] ?? station.district.text)"
                if station.seat == .abroad {
                    place += " · " + view.speech.zone(station.zoneMinutes)
                }
                return Table.Row(
                    [
                        view.link(.live(.station(station.id)), view.say(station.name))
                            + tag("span", .css("under")) { place }
                    ] + contests.map { sheetBadge(SheetKey(station.id, $0.id, deciding), view) }
                        + [newest(station, view), otherSeries(station, view)])
            }, notes: [view.say(.boardNote)])
    }

    func sheetBadge(_ key: SheetKey, _ view: View) -> HTML {
        let badge = state.publicStatus(key).badge(view)
        guard hasPage(key) else { return badge }
        return tag("a", .css("plain"), .href(view.address(.live(.sheet(key))))) { badge }
    }

    /// When the newest sheet of the station came, by the station's own clock.
    private func newest(_ station: PollingStation, _ view: View) -> HTML {
        let moments = contests.flatMap { contest in
            state.file(SheetKey(station.id, contest.id, deciding)).versions.map(\.came)
        }
        guard let moment = moments.max() else { return HTML(text: "–") }
        let day = state.setting?.definition.day
        let local = moment.text(offsetMinutes: station.zoneMinutes)
        let clock = view.speech.clock(moment, zoneMinutes: station.zoneMinutes)
        let sameDay = CivilDay(text: String(local.prefix(10))).map { $0 == day } ?? true
        return HTML(
            text: sameDay
                ? clock
                : CivilDay(text: String(local.prefix(10))).map(view.speech.day).map {
                    "\($0), \(clock)"
                } ?? clock)
    }

    private func otherSeries(_ station: PollingStation, _ view: View) -> HTML {
        let other: Series = deciding == .hand ? .scanner : .hand
        let filed = contests.filter {
            state.publicStatus(SheetKey(station.id, $0.id, other)).counts
        }.count
        return HTML(text: view.say(.nOfM, view.number(filed), view.number(contests.count)))
    }
}

extension PublicStatus {
    var meaning: Phrase {
        switch self {
        case .inQuestion: .meansInQuestion
        case .returned: .meansReturned
        case .silent: .meansSilent
        case .checking: .meansChecking
        case .annulled: .meansAnnulled
        case .corrected: .meansCorrected
        case .filed: .meansFiled
        }
    }
}
