import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import Web

/// One person looking at one page.
struct Visit: Sendable {
    let view: View
    let call: OfficeCall
    let account: Account

    var state: OfficeState { call.state }
    var now: Instant { call.now }
    var language: Language { view.language }

    static func view(_ route: OfficeRoute, _ language: Language, _ call: OfficeCall) -> View {
        let definition = call.state.setting?.definition
        let frame = Frame(
            name: definition?.name ?? LocalizedText(Phrase.office),
            notice: definition?.inventedNotice, root: nil, entries: call.state.through, failed: 0,
            steps: 0, asOf: call.state.asOf,
            zoneMinutes: definition?.stations.first?.zoneMinutes ?? 0)
        return View(language, .live(.office(route)), frame: frame)
    }

    // MARK: Words

    func say(_ phrase: Phrase, _ values: String...) -> String {
        view.say(phrase, values: values)
    }
    func say(_ text: LocalizedText) -> String { text[language] }

    func link(_ route: OfficeRoute, _ text: String, _ query: [(String, String)] = []) -> HTML {
        tag("a", .href(address(route, query))) { text }
    }
    func address(_ route: OfficeRoute, _ query: [(String, String)] = []) -> Address {
        view.address(.live(.office(route))).with(query.map { (name: $0.0, value: $0.1) })
    }

    /// A person by the name that colleagues write.
    func person(_ id: Account.ID) -> String {
        if id == account.id { return say(.youAs, state.accounts[id]?.name ?? id.text) }
        return state.accounts[id]?.name ?? id.text
    }

    func name(_ station: PollingStation) -> String { "\(station.id.text) \(say(station.name))" }
    func name(_ id: PollingStation.ID) -> String { state.stations[id].map(name) ?? id.text }
    func title(_ contest: Contest.ID) -> String {
        state.contest(contest).map { say($0.title) } ?? contest.text
    }
    func district(_ id: District.ID) -> String {
        let known = state.setting?.definition.districts.first { $0.id == id }
        return known.map { say($0.name) } ?? id.text
    }
    func series(_ series: Series) -> String {
        say(series == .hand ? .seriesByHand : .seriesByScanner)
    }
    /// `President of Tervania · by hand`
    func title(_ key: SheetKey) -> String { "\(title(key.contest)) · \(series(key.series))" }

    /// Where a list goes on, from the address; beyond any list is the same as beyond this one.
    func place(_ name: String) -> Int {
        min(max(0, Int(call.request.query[name] ?? "") ?? 0), 10_000_000)
    }

    // MARK: Times

    /// On the wall clock of a station, or of the election's first station.
    func moment(_ moment: Instant, at station: PollingStation? = nil) -> String {
        view.speech.moment(moment, zoneMinutes: station?.zoneMinutes ?? view.frame.zoneMinutes)
    }

    /// `12 min`, `3 h`, `2 d`: since then.
    func age(_ then: Instant) -> String { span(minutes: (now.seconds - then.seconds) / 60) }

    func span(minutes: Int) -> String {
        let minutes = max(0, minutes)
        if minutes < 60 { return say(.spanMinutes, view.number(minutes)) }
        if minutes < 48 * 60 { return say(.spanHours, view.number(minutes / 60)) }
        return say(.spanDays, view.number(minutes / 1440))
    }

    // MARK: Where

    /// Stations where some grant allows one of the deeds, in the order of their ids.
    func stations(_ deeds: Deed...) -> [PollingStation] {
        state.stations.values.filter { station in
            deeds.contains { account.may($0, at: station) }
        }.sorted { $0.id < $1.id }
    }

    func may(_ deed: Deed, at id: PollingStation.ID) -> Bool {
        state.stations[id].map { account.may(deed, at: $0) } ?? false
    }

    /// Names of others who may do a deed at a station: whom to wake.
    func others(who deed: Deed, at station: PollingStation, but taken: [Account.ID]) -> [String] {
        state.accounts.values.filter { $0.may(deed, at: station) && !taken.contains($0.id) }
            .map(\.name).sorted()
    }
}

extension LocalizedText {
    init(_ phrase: Phrase) { self.init(phrase.en, ru: phrase.ru, ky: phrase.ky) }
}
