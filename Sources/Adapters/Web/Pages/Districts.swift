import Elections
import Primitives

extension Site {
    /// One district: its stations, and each contest's sums down to them.
    func district(_ district: District, _ view: View) -> Page {
        let first = dossier.contests.first.map { Route.results($0.contest.id) } ?? .front
        let stations = dossier.definition.stations.filter { $0.district == district.id }
        let chain = Chain(
            [(view.say(.nation), first)], here: view.say(district.name),
            below: [Phrase.station, .sheet, .paper].map { view.say($0) })
        return Page(title: view.say(district.name), chain: chain) {
            tag("h1") { view.say(district.name) }
            tag("p", .css("question-line")) { view.count(stations.count, .stations) }
            Tile.list(stations.map { tile($0, view) }, view)
            for contest in dossier.contests {
                tag("h2") { view.say(contest.contest.title) }
                stationTable(contest, stations, district, view).html()
            }
        }
    }

    private func stationTable(
        _ contest: DeclaredContest, _ stations: [PollingStation], _ district: District, _ view: View
    ) -> Table {
        func cells(_ registered: Int, _ participants: Int, _ votes: [Int], _ valid: Int) -> [HTML] {
            let numbers = [registered, participants].map(view.number)
            let share = view.speech.careful(participants, of: registered, decimals: 2)
            let rest = (votes + [participants - valid]).map(view.number)
            return (numbers + [share] + rest).map { HTML(text: $0) }
        }
        let sheets = dossier.sheets.filter { sheet in
            sheet.contest == contest.contest.id
                && sheet.stations.contains { unit in stations.contains { $0.id == unit } }
        }
        var rows = sheets.map { sheet in
            Table.Row(
                [view.link(.sheet(sheet.station, sheet.contest), name(of: sheet, view))]
                    + cells(sheet.registered, sheet.participants, sheet.votes, sheet.valid),
                weight: sheet.broken.contains(where: \.hard) ? .marked : .plain)
        }
        let marked = rows.contains { $0.weight == .marked }
        if let sums = contest.districts[district.id] {
            rows.append(
                Table.Row(
                    [HTML(text: view.say(.districtSum))]
                        + cells(sums.registered, sums.participants, sums.votes, sums.valid),
                    weight: .total))
        }
        return Table(
            caption: view.say(.stationCaption, view.say(contest.contest.title)),
            columns: [
                .text(view.say(.sheet)), .number(view.say(.registered)),
                .number(view.say(.tookPart)), .number(view.say(.turnout)),
            ] + optionColumns(contest, view) + [.number(view.say(.notValid))], rows: rows,
            notes: marked ? [view.say(.shadedRows)] : [])
    }

    /// The station's name, or those of the stations whose sheets are published as one.
    func name(of sheet: SignedSheet, _ view: View) -> String {
        sheet.stations.map { id in
            "\(id) " + (dossier.definition.station(id).map { view.say($0.name) } ?? "")
        }.joined(separator: " + ")
    }

    /// A station with what became of its sheets.
    func tile(_ station: PollingStation, _ view: View) -> Tile {
        Tile(
            id: station.id.text, name: view.say(station.name), route: .station(station.id),
            states: sheetStates(station, view))
    }

    private func sheetStates(_ station: PollingStation, _ view: View) -> [HTML] {
        let sheets = look.sheets(of: station.id)
        var states: [HTML] = []
        if sheets.isEmpty {
            states.append(Standing.quiet.badge(view.say(.noSheetYet)))
        } else {
            states.append(sheetBadge(sheets, view))
        }
        if dossier.assessment?.couldNotEnter.contains(station.id) == true {
            states.append(Standing.doubt.badge(view.say(.observersNotLetIn)))
        }
        return states
    }

    /// A station with its readiness on the eve, for the chapter in which nobody has voted yet.
    private func readinessTile(_ station: PollingStation, _ view: View) -> Tile {
        var states: [HTML] = []
        if let ready = look.readiness[station.id] {
            let registered = look.turnout[station.id]?.registered ?? 0
            let lacks = !ready.shortcomings(registered: registered).isEmpty
            states.append(
                (lacks ? Standing.bad : .good).badge(view.say(lacks ? .notReady : .ready)))
        }
        return Tile(
            id: station.id.text, name: view.say(station.name), route: .station(station.id),
            states: states)
    }

    func sheetBadge(_ sheets: [SignedSheet], _ view: View) -> HTML {
        let broken = sheets.contains { $0.broken.contains(where: \.hard) }
        return (broken ? Standing.bad : .good).badge(view.say(broken ? .doesNotAddUp : .addsUp))
    }

    /// All stations as tiles, by district.
    ///
    /// - Parameter eve: true to show readiness, false to show what became of the sheets.
    func stationsByDistrict(_ view: View, eve: Bool = false) -> HTML {
        var result = HTML()
        for district in dossier.definition.districts {
            let stations = dossier.definition.stations.filter { $0.district == district.id }
            result += tag("h3") {
                has(.district(district.id))
                    ? view.link(.district(district.id), view.say(district.name))
                    : HTML(text: view.say(district.name))
            }
            result += Tile.list(
                stations.map { eve ? readinessTile($0, view) : tile($0, view) }, view)
        }
        return result
    }
}
