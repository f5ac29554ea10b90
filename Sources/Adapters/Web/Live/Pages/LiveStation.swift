import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// One station: who, where, when, and what it stated.
    func station(_ station: PollingStation, _ view: View) -> Page {
        let name = view.say(station.name)
        return Page(title: name, chain: chain(station, view, here: name)) {
            tag("h1") { name }
            tag("p", .css("question-line")) {
                let place = view.say(
                    .stationLine, station.id.text, districtName(station.district, view))
                station.seat == .abroad ? place + ", " + view.say(.atMission) : place
            }
            facts(station, view)
            for contest in contests { stationContest(contest, station, view) }
            relations(station, view)
            tag("h2") { view.say(.turnoutByHour) }
            stationTurnout(station, view)
        }
    }

    private func relations(_ station: PollingStation, _ view: View) -> HTML {
        let list = RelationList(station.id, deciding, in: state)
        guard !list.isEmpty else { return HTML() }
        return tag("h2") { view.say(.betweenSheets) } + list.html(view)
    }

    func districtName(_ id: District.ID, _ view: View) -> String {
        districts.first { $0.id == id }.map { view.say($0.name) } ?? id.text
    }

    /// Front, district, station, with the pages below where one stands.
    func chain(
        _ station: PollingStation, _ view: View, here: String, inside: Bool = false
    ) -> Chain {
        var above: [(String, Route)] = [(view.say(.liveFront), .live(.front))]
        above.append(
            (districtName(station.district, view), .live(.district(station.district))))
        if inside { above.append((view.say(station.name), .live(.station(station.id)))) }
        return Chain(above, here: here, below: inside ? [] : [view.say(.sheet)])
    }

    private func facts(_ station: PollingStation, _ view: View) -> HTML {
        tag("dl", .css("terms")) {
            tag("dt") { view.say(.hours) }
            tag("dd") {
                view.say(
                    .fromTo, view.speech.clock(station.opens, zoneMinutes: station.zoneMinutes),
                    view.speech.clock(station.closes, zoneMinutes: station.zoneMinutes),
                    view.speech.zone(station.zoneMinutes))
            }
            if let registered = state.setting?.register[station.id] {
                tag("dt") { view.say(.registeredBefore) }
                tag("dd") { view.number(registered) }
            }
            if !(state.setting?.readiness.isEmpty ?? true) {
                tag("dt") { view.say(.readinessHere) }
                tag("dd") { readiness(station, view) }
            }
        }
    }

    /// Ready when a second person has confirmed all that the station needs; nothing more is public.
    private func readiness(_ station: PollingStation, _ view: View) -> HTML {
        let ready = model.counts.ready.contains(station.id)
        return (ready ? Standing.good : .doubt).badge(
            view.say(ready ? .ready : .readinessNotConfirmed))
    }

    // MARK: One contest

    private func stationContest(
        _ contest: Contest, _ station: PollingStation, _ view: View
    ) -> HTML {
        let other: Series = deciding == .hand ? .scanner : .hand
        let keys = [deciding, other].map { SheetKey(station.id, contest.id, $0) }
        let shown = keys.filter { $0.series == deciding || hasPage($0) }
        return tag("section") {
            tag("h2") { view.say(contest.title) }
            tag("ul", .css("steps plain")) {
                for key in shown {
                    tag("li") {
                        tag("strong") { view.say(key.series.name) }
                        " "
                        state.publicStatus(key).badge(view)
                        if hasPage(key) {
                            tag("div") {
                                view.link(
                                    .live(.sheet(key)),
                                    view.say(.openSheet, view.say(key.series.name)))
                            }
                        } else {
                            tag("div", .css("small soft")) { view.say(.meansSilent) }
                        }
                    }
                }
            }
            if let fitted = state.forms[contest.id],
                let current = state.file(keys[0]).current ?? state.file(keys[1]).current
            {
                stationFigures(
                    contest, fitted, state.file(keys[0]).current, state.file(keys[1]).current,
                    current, view
                ).html()
            }
        }
    }

    private func stationFigures(
        _ contest: Contest, _ fitted: FittedForm, _ decides: SheetVersion?, _ other: SheetVersion?,
        _ any: SheetVersion, _ view: View
    ) -> Table {
        let otherSeries: Series = deciding == .hand ? .scanner : .hand
        let whole = decides.map { fitted.base(.participants, of: $0.figures) } ?? 0
        func cells(_ one: Int?, _ two: Int?, share: Bool) -> [HTML] {
            var cells = [one.map(view.number) ?? "–"]
            cells.append(share && one != nil ? view.shareOf(one ?? 0, whole, decimals: 2) : "–")
            if other != nil {
                cells.append(two.map(view.number) ?? "–")
                cells.append(difference(two, one, view))
            }
            return cells.map { HTML(text: $0) }
        }
        var rows = contest.options.enumerated().map { place, option in
            let column = fitted.lines.count + place
            return Table.Row(
                [Key(place + 1).named(view.say(option.name))]
                    + cells(decides?.figures[column], other?.figures[column], share: true))
        }
        let valid = [decides, other].map { $0.map { fitted.base(.valid, of: $0.figures) } }
        let took = [decides, other].map { $0.map { fitted.base(.participants, of: $0.figures) } }
        let invalid = zip(took, valid).map { took, valid in
            took.flatMap { took in valid.map { max(0, took - $0) } }
        }
        rows.append(
            Table.Row(
                [HTML(text: view.say(.notValid))] + cells(invalid[0], invalid[1], share: true)))
        rows.append(
            Table.Row(
                [HTML(text: view.say(.tookPart))] + cells(took[0], took[1], share: true),
                weight: .total))
        var columns: [Table.Column] = [
            .text(view.say(.optionOnPaper)), .number(view.say(deciding.name)),
            .number(view.say(.shareOfParticipants)),
        ]
        if other != nil {
            columns += [.number(view.say(otherSeries.name)), .number(view.say(.difference))]
        }
        return Table(
            caption: view.say(.stationVotesCaption, view.say(contest.title)), columns: columns,
            rows: rows, notes: other == nil ? [] : [view.say(.seriesNeverAdded)])
    }

    /// `+2`, `0`, `−1`: the scanner's figure less the hand's.
    func difference(_ other: Int?, _ decides: Int?, _ view: View) -> String {
        guard let other, let decides else { return "–" }
        let difference = deciding == .hand ? other - decides : decides - other
        return (difference > 0 ? "+" : "") + view.number(difference)
    }

    private func stationTurnout(_ station: PollingStation, _ view: View) -> HTML {
        let reports = (state.turnout[station.id] ?? [:]).values.sorted { $0.hour < $1.hour }
        guard !reports.isEmpty else { return tag("p") { view.say(.noTurnoutReported) } }
        let registered = state.setting?.register[station.id] ?? 0
        return Table(
            caption: view.say(.hoursCaption),
            columns: [
                .text(view.say(.localHour)), .number(view.say(.votedSoFar)),
                .number(view.say(.shareOfRegistered)),
            ],
            rows: reports.map { report in
                Table.Row(
                    view.speech.clock(report.hour, zoneMinutes: station.zoneMinutes),
                    view.number(report.voters), view.shareOf(report.voters, registered))
            }, notes: [view.say(.zoneNote, view.speech.zone(station.zoneMinutes))]
        ).html()
    }
}
