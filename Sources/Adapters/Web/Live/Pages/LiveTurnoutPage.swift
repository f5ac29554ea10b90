import Elections
import Filing
import Primitives
import Tabulation

extension View {
    /// `14:00` of minutes after midnight; with a sign and a number of days for another day.
    func hour(_ minute: Int) -> String {
        let day = minute.flooredQuotient(1440)
        let rest = minute - day * 1440
        let clock = "\((rest / 60).padded(2)):\((rest % 60).padded(2))"
        return day == 0 ? clock : clock + (day > 0 ? " +\(day)" : " \u{2212}\(-day)")
    }
}

extension LiveSite {
    /// Turnout through the day, at each hour by the clock on the stations' walls.
    func turnout(_ view: View) -> Page {
        let title = view.say(.turnout)
        let counted = model.counts.turnout
        return Page(
            title: title,
            chain: Chain(
                [(view.say(.liveFront), .live(.front))], here: title,
                below: [view.say(.station)])
        ) {
            tag("h1") { title }
            tag("p", .css("question-line")) { view.say(.turnoutQuestion) }
            if counted.nation.isEmpty {
                tag("p") { view.say(.noTurnoutReported) }
            } else {
                hoursChart(counted, view)
                hoursTable(counted, view).html()
                turnoutMap(counted, view)
                districtHours(counted, view).html()
            }
            if let count = contests.first.flatMap({ deciding($0) }), count.counts.inSums > 0 {
                tag("h2") { view.say(.turnoutOnSheets) }
                tag("p") { view.say(.turnoutSheetsNote) }
                FigureBlock.row([turnoutFigure(count, view)], view)
            }
            tag("h2") { view.say(.downloads) }
            downloadList([LiveFile.turnout], view)
        }
    }

    private func hoursChart(_ counted: LiveTurnout, _ view: View) -> HTML {
        let points = counted.hours.compactMap { minute in
            counted.nation[minute].map {
                StepChart.Point(
                    minute: minute, part: $0.voters, base: $0.registered,
                    whole: $0.reported == counted.stations)
            }
        }
        var see: [String] = []
        if let newest = counted.fullest(counted.nation) {
            see.append(
                view.say(
                    .seeTurnout, view.hour(newest.minute),
                    view.shareOf(newest.hour.voters, newest.hour.registered),
                    view.coverage(newest.hour.reported, of: counted.stations)))
        }
        if let last = counted.hours.last, let hour = counted.nation[last],
            hour.reported < counted.stations
        {
            see.append(
                view.say(
                    .seeLastHour, view.hour(last),
                    view.coverage(hour.reported, of: counted.stations)))
        }
        see.append(view.say(.neverExtrapolated))
        return StepChart(
            title: view.say(.turnoutChart), points: points, see: see,
            data: view.address(shared: LiveFile.turnout),
            stamp: [view.say(.seriesReported) + ", " + view.say(.preliminaryWord)]
                + view.stampEnd
        ).html(view)
    }

    private func hoursTable(_ counted: LiveTurnout, _ view: View) -> Table {
        Table(
            caption: view.say(
                .captionTwo, view.say(.hoursCaption), view.say(.preliminaryWord)),
            columns: [
                .text(view.say(.localHour)), .number(view.say(.stationsReported)),
                .number(view.say(.votedSoFar)), .number(view.say(.onTheirLists)),
                .number(view.say(.shareOfRegistered)),
            ],
            rows: counted.hours.compactMap { minute in
                counted.nation[minute].map { hour in
                    Table.Row(
                        view.hour(minute),
                        view.say(
                            .nOfM, view.number(hour.reported), view.number(counted.stations)),
                        view.number(hour.voters), view.number(hour.registered),
                        view.shareOf(hour.voters, hour.registered))
                }
            }, notes: [view.say(.turnoutNote)] + unlisted(counted, view))
    }

    private func unlisted(_ counted: LiveTurnout, _ view: View) -> [String] {
        let left = stations.count - counted.stations
        return left > 0 ? [view.say(.withoutList, view.count(left, .stations))] : []
    }

    /// Districts down, hours across; each cell with its own coverage where it is not whole.
    private func districtHours(_ counted: LiveTurnout, _ view: View) -> Table {
        let hours = counted.hours
        return Table(
            caption: view.say(
                .captionTwo, view.say(.turnoutByDistrict), view.say(.preliminaryWord)),
            columns: [.text(view.say(.district))] + hours.map { .number(view.hour($0)) },
            rows: districts.enumerated().map { place, district in
                let all = counted.stationsOf[district.id] ?? 0
                return Table.Row(
                    [
                        tag("span", .css("soft")) { "\(place + 1) " }
                            + view.link(.live(.district(district.id)), view.say(district.name))
                    ]
                        + hours.map { minute in
                            guard let hour = counted.districts[district.id]?[minute] else {
                                return HTML(text: "–")
                            }
                            return HTML(text: view.shareOf(hour.voters, hour.registered))
                                + tag("span", .css("under")) {
                                    view.say(.nOfM, view.number(hour.reported), view.number(all))
                                }
                        })
            }, notes: [view.say(.underReported)])
    }
}
