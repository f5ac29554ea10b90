import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Web

/// How many have voted by each hour of a station's own day.
struct TurnoutPage: OfficePage {
    let id: PollingStation.ID

    var deeds: [Deed] { [.reportTurnout] }
    func isOpen(to visit: Visit) -> Bool { visit.may(.reportTurnout, at: id) }

    /// Full hours on the station's wall, after it opens and up to its close.
    static func hours(of station: PollingStation) -> [Instant] {
        let offset = station.zoneMinutes * 60
        let first = (station.opens.seconds + offset).flooredQuotient(3600) + 1
        let last = (station.closes.seconds + offset).flooredQuotient(3600)
        guard first <= last else { return [] }
        return (first...min(last, first + 47)).map { Instant(seconds: $0 * 3600 - offset) }
    }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        guard let station = visit.state.stations[id] else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        let hours = Self.hours(of: station)
        let passed = hours.filter { $0 <= visit.now }
        let known = visit.state.turnout[id] ?? [:]
        let fields = Fields(visit, filled)
        let next = passed.last { known[$0] == nil } ?? passed.last
        return Page(title: "\(visit.say(.turnoutOfDay)): \(visit.name(station))", chain: nil) {
            tag("p", .css("take")) { visit.link(.station(id), visit.name(station)) }
            tag("h1") { visit.say(.turnoutOfDay) }
            fields.above()
            tag("p") {
                visit.say(.turnoutHow, visit.view.speech.zone(station.zoneMinutes))
            }
            if passed.isEmpty {
                tag("p") {
                    visit.say(
                        .turnoutTooEarly,
                        hours.first.map { visit.moment($0, at: station) } ?? "–")
                }
            } else {
                fields.form("report", css: "form narrow") {
                    fields.choice(
                        "hour", visit.say(.byHour),
                        passed.reversed().map {
                            (
                                $0.text(),
                                visit.view.speech.clock($0, zoneMinutes: station.zoneMinutes)
                            )
                        }, chosen: next?.text() ?? "")
                    fields.text(
                        Fields.Text(
                            name: "voters", label: visit.say(.votedSoFar),
                            hint: visit.state.setting?.register[id].map {
                                visit.say(.namesOnList, visit.view.number($0))
                            }, most: 12, wholeNumber: true))
                    fields.button(visit.say(.reportTurnout))
                }
            }
            table(station, hours, known, visit)
            if visit.now >= station.closes { desk(fields, visit) }
        }
    }

    /// After the close: the counts that the sheets are held to.
    private func desk(_ fields: Fields, _ visit: Visit) -> HTML {
        let known = visit.state.desk[id]
        func field(_ name: String, _ label: Phrase, _ value: Int?) -> HTML {
            fields.text(
                Fields.Text(
                    name: name, label: visit.say(label), value: value.map { "\($0)" } ?? "",
                    most: 12, wholeNumber: true))
        }
        return tag("section") {
            tag("h2") { visit.say(.deskCounts) }
            tag("p") { visit.say(.deskHow) }
            fields.form("desk", css: "form narrow") {
                field(
                    "registered", .deskRegistered,
                    known?.registered ?? visit.state.setting?.register[id])
                field("admitted", .deskAdmitted, known?.admitted)
                field("fallback", .deskFallback, known?.admittedByFallback)
                fields.button(visit.say(.handOn))
            }
        }
    }

    private func countDesk(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        var filled = Filled(form: form)
        let numbers = ["registered", "admitted", "fallback"].map { name in
            let number = SheetDraft.number(form.text(name))
            if number == nil { filled.blame(name, visit.say(.writeNumber)) }
            return number
        }
        guard let registered = numbers[0], let admitted = numbers[1], let fallback = numbers[2]
        else { return .again(filled) }
        let counts = StationTurnout(
            station: id, registered: registered, admitted: admitted, admittedByFallback: fallback,
            refused: [:])
        let account = visit.account
        let id = id
        do {
            return try visit.perform(form) { plan in
                Landing(.turnout(id), plan.act == nil ? .already : .recorded)
            } decide: { state, _ in
                try state.countDesk(counts, by: account)
            }
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }

    private func table(
        _ station: PollingStation, _ hours: [Instant], _ known: [Instant: TurnoutReport],
        _ visit: Visit
    ) -> HTML {
        let register = visit.state.setting?.register[id]
        return Table(
            caption: visit.say(.reportsSoFar),
            columns: [
                .text(visit.say(.byHour)), .number(visit.say(.votedSoFar)),
                .number(visit.say(.ofRegister)),
            ],
            rows: hours.map { hour in
                let clock = visit.view.speech.clock(hour, zoneMinutes: station.zoneMinutes)
                guard let report = known[hour] else {
                    let word = hour <= visit.now ? visit.say(.notReported) : visit.say(.notYet)
                    return Table.Row(clock, word, "")
                }
                return Table.Row(
                    clock, visit.view.number(report.voters),
                    register.map { visit.view.speech.careful(report.voters, of: $0) } ?? "–")
            }
        ).html()
    }

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        if form.text("do") == "desk" { return try countDesk(visit, form) }
        var filled = Filled(form: form)
        let voters = SheetDraft.number(form.text("voters"))
        let hour = Instant(text: form.text("hour"))
        if voters == nil { filled.blame("voters", visit.say(.writeNumber)) }
        if hour == nil { filled.blame("hour", visit.say(.chooseHour)) }
        guard let voters, let hour else { return .again(filled) }
        let account = visit.account
        let id = id
        do {
            return try visit.perform(form) { plan in
                Landing(.turnout(id), plan.act == nil ? .already : .turnoutReported)
            } decide: { state, now in
                try state.reportTurnout(
                    TurnoutReport(station: id, hour: hour, voters: voters), by: account, at: now)
            }
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }
}
