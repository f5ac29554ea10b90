import Ballots
import Elections
import Primitives

extension Site {
    /// One station: where and when, what it had, who came, what it signed, and machine against hand.
    func station(_ station: PollingStation, _ view: View) -> Page {
        let chain = Chain(
            above(station, view), here: station.id.text,
            below: [Phrase.sheet, .paper].map { view.say($0) })
        return Page(title: view.say(station.name), chain: chain) {
            tag("h1") { view.say(station.name) }
            tag("p", .css("question-line")) { place(station, view) }
            whereAndWhen(station, view)
            tag("h2") { view.say(.sheets) }
            sheetSection(station, view)
            tag("h2") { view.say(.machineAndHand) }
            machineAndHand(station, view)
            tag("h2") { view.say(.admissions) }
            admissions(station, view)
            tag("h2") { view.say(.readinessHere) }
            readinessSection(station, view)
            tag("h2") { view.say(.whoObserved) }
            observers(of: station, view)
        }
    }

    /// Nation and district above a station.
    func above(_ station: PollingStation, _ view: View) -> [(String, Route)] {
        let nation = dossier.contests.first.map { Route.results($0.contest.id) } ?? .front
        var steps = [(view.say(.nation), nation)]
        if let district = look.district(station.district), has(.district(district.id)) {
            steps.append((view.say(district.name), .district(district.id)))
        }
        return steps
    }

    private func place(_ station: PollingStation, _ view: View) -> String {
        let district = look.district(station.district).map { view.say($0.name) } ?? ""
        return view.say(.stationLine, station.id.text, district)
            + (station.seat == .abroad ? ", " + view.say(.atMission) : "")
    }

    private func whereAndWhen(_ station: PollingStation, _ view: View) -> HTML {
        let zone = station.zoneMinutes
        return tag("dl", .css("terms")) {
            tag("dt") { view.say(.hours) }
            tag("dd") {
                view.say(
                    .fromTo, view.speech.clock(station.opens, zoneMinutes: zone),
                    view.speech.clock(station.closes, zoneMinutes: zone), view.speech.zone(zone))
            }
            if let turnout = look.turnout[station.id] {
                tag("dt") { view.say(.registered) }
                tag("dd") { view.number(turnout.registered) }
            }
            if let batch = look.batch(of: station.id) {
                tag("dt") { view.say(.papers) }
                tag("dd") {
                    view.link(.batch(batch.id), view.count(batch.papers, .paperCount))
                    if batch.stations.count > 1 { " " + pooled(batch, view) }
                }
            }
        }
    }

    func pooled(_ batch: Batch, _ view: View) -> String {
        view.say(
            .pooledWith, batch.stations.map(\.text).joined(separator: ", "),
            view.number(dossier.definition.publication.smallestPool))
    }

    private func sheetSection(_ station: PollingStation, _ view: View) -> HTML {
        let sheets = look.sheets(of: station.id)
        guard !sheets.isEmpty else { return tag("p", .css("soft")) { view.say(.noSheetYetLong) } }
        return HTML.joined(
            sheets.map { sheet in
                let title = look.contest(sheet.contest).map { view.say($0.contest.title) }
                return tag("h3") {
                    view.link(.sheet(sheet.station, sheet.contest), title ?? sheet.contest.text)
                } + equations(sheet, view)
            })
    }

    private func machineAndHand(_ station: PollingStation, _ view: View) -> HTML {
        guard let batch = look.batch(of: station.id), !dossier.papers.isEmpty else {
            return tag("p", .css("soft")) { view.say(.noPapersYet) }
        }
        var result = HTML()
        if batch.stations.count > 1 {
            result += tag("p") { view.say(.comparedAsPool) + " " + pooled(batch, view) }
        }
        for contest in dossier.contests {
            let sheets = dossier.sheets.filter { sheet in
                sheet.contest == contest.contest.id
                    && sheet.stations.allSatisfy(batch.stations.contains)
            }
            guard sheets.flatMap(\.stations).count == batch.stations.count else { continue }
            result += comparison(contest, sheets, batch, view).html()
        }
        return result.isEmpty ? tag("p", .css("soft")) { view.say(.noSheetYetLong) } : result
    }

    private func comparison(
        _ contest: DeclaredContest, _ sheets: [SignedSheet], _ batch: Batch, _ view: View
    ) -> Table {
        let machine = MachineTally(look.papers(of: batch.id), contest.contest)
        let hand = sheets.reduce(into: contest.contest.options.map { _ in 0 }) { sums, sheet in
            for place in sums.indices { sums[place] += sheet.votes[place] }
        }
        let invalid = sheets.reduce(0) { $0 + $1.participants - $1.valid }
        var rows = contest.contest.options.indices.map { place in
            row(
                Key(place + 1).named(view.say(contest.contest.options[place].name)), hand[place],
                machine.votes[place], view)
        }
        rows.append(row(HTML(text: view.say(.notValid)), invalid, machine.invalid, view))
        if machine.undecided > 0 {
            rows.append(row(HTML(text: view.say(.undecided)), 0, machine.undecided, view))
        }
        return Table(
            caption: view.say(contest.contest.title),
            columns: [
                .text(view.say(.optionOnPaper)), .number(view.say(.handCount)),
                .number(view.say(.machineCount)), .number(view.say(.difference)),
            ], rows: rows)
    }

    private func row(_ name: HTML, _ hand: Int, _ machine: Int, _ view: View) -> Table.Row {
        let difference = machine - hand
        let text = difference > 0 ? "+" + view.number(difference) : view.number(difference)
        return Table.Row(
            [name] + [view.number(hand), view.number(machine), text].map { HTML(text: $0) },
            weight: difference == 0 ? .plain : .marked)
    }

    private func admissions(_ station: PollingStation, _ view: View) -> HTML {
        guard let turnout = look.turnout[station.id] else {
            return tag("p", .css("soft")) { view.say(.noTurnoutYet) }
        }
        return tag("dl", .css("terms")) {
            tag("dt") { view.say(.admitted) }
            tag("dd") {
                view.say(
                    .partOfBase, view.number(turnout.admitted), view.number(turnout.registered),
                    view.say(.ofRegistered))
            }
            tag("dt") { view.say(.byFallback) }
            tag("dd") { view.number(turnout.admittedByFallback) }
            tag("dt") { view.say(.refused) }
            tag("dd") {
                let reasons = turnout.refused.filter { $0.value > 0 }.sorted { $0.key < $1.key }
                reasons.isEmpty
                    ? view.say(.none)
                    : reasons.map { "\(view.refusal($0.key)): \(view.number($0.value))" }
                        .joined(separator: "; ")
            }
        }
    }

    private func readinessSection(_ station: PollingStation, _ view: View) -> HTML {
        guard let ready = look.readiness[station.id] else {
            return tag("p", .css("soft")) { view.say(.noReadinessYet) }
        }
        let rows = ready.equipment.map { device in
            Table.Row(
                [
                    HTML(text: device.serial),
                    HTML(text: view.say(device.kind == .scanner ? .scanner : .identification)),
                    device.tested.map {
                        Standing.good.badge(view.say(.testedOn, view.speech.day($0)))
                    }
                        ?? Standing.bad.badge(view.say(.notTested)),
                ], weight: device.tested == nil ? .marked : .plain)
        }
        return tag("dl", .css("terms")) {
            tag("dt") { view.say(.staff) }
            tag("dd") { view.number(ready.staff) }
            tag("dt") { view.say(.papersDelivered) }
            tag("dd") { view.number(ready.papersDelivered) }
            tag("dt") { view.say(.screens) }
            tag("dd") { view.number(ready.screens) }
            if let prepared = ready.missionPrepared {
                tag("dt") { view.say(.ministryPrepared) }
                tag("dd") { prepared.map { view.say($0) }.joined(separator: " ") }
            }
        }
            + Table(
                caption: view.say(.equipment),
                columns: [
                    .text(view.say(.serial)), .text(view.say(.kind)), .text(view.say(.test)),
                ], rows: rows
            ).html()
    }

    private func observers(of station: PollingStation, _ view: View) -> HTML {
        guard let assessment = dossier.assessment else {
            return tag("p", .css("soft")) { view.say(.noObservationsYet) }
        }
        let visits = assessment.observations.filter { $0.station == station.id }
        guard !visits.isEmpty else { return tag("p") { view.say(.nobodyVisited) } }
        return tag("ul") {
            for visit in visits {
                tag("li") {
                    view.link(.observation(visit.name), view.say(.observationBy, visit.team))
                    ", " + view.speech.moment(visit.at, zoneMinutes: station.zoneMinutes)
                    if !visit.entered {
                        " "
                        Standing.doubt.badge(view.say(.entryRefused))
                    }
                }
            }
        }
    }
}

/// What the records of one batch add up to in one contest.
struct MachineTally: Sendable {
    private(set) var votes: [Int]
    private(set) var invalid = 0
    private(set) var undecided = 0

    init(_ papers: [CastVoteRecord], _ contest: Contest) {
        votes = contest.options.map { _ in 0 }
        for paper in papers {
            switch paper.verdict(in: contest) {
            case .votes(let options):
                for (place, option) in contest.options.enumerated()
                where options.contains(option.id) {
                    votes[place] += 1
                }
            case .blank, .overvote: invalid += 1
            case .undecided: undecided += 1
            }
        }
    }
}

extension CastVoteRecord {
    /// What counts of this paper in a contest.
    func verdict(in contest: Contest) -> Verdict {
        current.contests.first { $0.contest == contest.id }?
            .verdict(in: contest) ?? .undecided
    }
}
