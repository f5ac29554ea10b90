import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// One district: its sums, and its stations a page at a time.
    func district(_ district: District, _ number: Int, _ view: View) -> Page? {
        let all = model.counts.stationsOf[district.id] ?? []
        guard number >= 1, number <= boardPages(all.count) else { return nil }
        let from = (number - 1) * Self.stationsOnPage
        let shown = all.dropFirst(from).prefix(Self.stationsOnPage)
        let name = view.say(district.name)
        let chain = Chain(
            [(view.say(.liveFront), .live(.front))], here: name,
            below: [Phrase.station, .sheet].map { view.say($0) })
        return Page(title: name, chain: chain) {
            tag("h1") { name }
            tag("p", .css("question-line")) { view.count(all.count, .stations) }
            for contest in contests {
                if let count = deciding(contest).map({ local($0, district) }) {
                    tag("h2") { view.say(contest.title) }
                    if number == 1 { districtSums(count, district, view) }
                    stationTable(count, Array(shown), district, view).html()
                }
            }
            pager(number, boardPages(all.count), view) { .district(district.id, page: $0) }
            if !shown.isEmpty { stationTiles(Array(shown), view) }
            tag("p") { view.link(.live(.turnout), view.say(.openTurnout)) }
        }
    }

    /// The same count as it stands in one district.
    private func local(_ count: LiveCount, _ district: District) -> LiveCount {
        LiveCount(
            contest: count.contest, series: count.series, sums: count.sums,
            counts: model.counts.district(
                district.id, CountKey(count.contest.id, count.series)),
            finality: count.finality, decides: count.decides)
    }

    private func districtSums(_ count: LiveCount, _ district: District, _ view: View) -> HTML {
        guard let sums = count.sums.districts[district.id] else { return HTML() }
        return progress(count.counts, count, view)
            + (count.counts.inSums > 0 ? voteTable(count, sums, view).html() : HTML())
    }

    private func stationTable(
        _ count: LiveCount, _ stations: [PollingStation], _ district: District, _ view: View
    ) -> Table {
        func figures(_ figures: [Int]) -> [String] {
            var sums = Sums(columns: figures.count)
            sums.add(figures)
            let registered = count.base(.registered, of: sums)
            let participants = count.base(.participants, of: sums)
            return [
                view.number(registered), view.number(participants),
                view.shareOf(participants, registered, decimals: 2),
            ] + count.votes(sums).map { view.number($0.votes) } + [view.number(count.invalid(sums))]
        }
        var rows = stations.map { station in
            let key = SheetKey(station.id, count.contest.id, count.series)
            let file = state.file(key)
            let status = PublicStatus(file.status)
            let cells =
                file.current.map { figures($0.figures) }
                ?? Array(repeating: "–", count: 4 + count.contest.options.count)
            return Table.Row(
                [
                    view.link(.live(.station(station.id)), view.say(station.name))
                        + tag("span", .css("under")) { station.id.text },
                    hasPage(key)
                        ? tag("a", .css("plain"), .href(view.address(.live(.sheet(key))))) {
                            status.badge(view)
                        } : status.badge(view),
                ] + cells.map { HTML(text: $0) },
                weight: status == .inQuestion ? .marked : .plain)
        }
        if let sums = count.sums.districts[district.id] {
            rows.append(
                Table.Row(
                    [
                        HTML(text: view.say(.districtSum)),
                        HTML(text: view.count(sums.sheets, .sheets)),
                    ] + figures(sums.figures).map { HTML(text: $0) }, weight: .total))
        }
        let marked = rows.contains { $0.weight == .marked }
        return Table(
            caption: caption(.stationCaption, count, view),
            columns: [
                .text(view.say(.station)), .text(view.say(.sheet)),
                .number(view.say(.registered)), .number(view.say(.tookPart)),
                .number(view.say(.turnout)),
            ] + optionColumns(count.contest, view) + [.number(view.say(.notValid))], rows: rows,
            notes: marked ? [view.say(.shadedInQuestion)] : [])
    }

    /// The stations as squares of equal size, because every station is one station.
    private func stationTiles(_ stations: [PollingStation], _ view: View) -> HTML {
        tag("h2") { view.say(.stationsAsTiles) }
            + Tile.list(
                stations.map { station in
                    Tile(
                        id: station.id.text, name: view.say(station.name),
                        route: .live(.station(station.id)),
                        states: [(model.counts.worst[station.id] ?? .silent).badge(view)])
                }, view)
    }

    /// Links to the pages before and after, and where one is.
    func pager(
        _ number: Int, _ pages: Int, _ view: View, _ route: (Int) -> LiveRoute
    ) -> HTML {
        guard pages > 1 else { return HTML() }
        return tag("nav", .css("next"), Attribute("aria-label", view.say(.pagesOfList))) {
            if number > 1 {
                view.link(.live(route(number - 1)), view.say(.pageBefore))
            } else {
                tag("span")
            }
            tag("span") { view.say(.pageOf, view.number(number), view.number(pages)) }
            if number < pages {
                view.link(.live(route(number + 1)), view.say(.pageAfter))
            } else {
                tag("span")
            }
        }
    }
}
