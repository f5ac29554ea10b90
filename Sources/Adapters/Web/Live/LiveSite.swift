import Cryptography
import Elections
import Filing
import Primitives

/// All public pages of a count at one act, in all languages, each made when it is asked for. The
/// service answers with them and `dobush publish` writes them.
///
/// A page costs what stands on it. What the first page after an act costs beyond that is one pass over
/// the stations (``LiveCounts``); a folder of files costs the number of stations times contests,
/// counts and languages.
package struct LiveSite: Sendable {
    package let model: LiveModel
    package let frame: Frame
    let shelf = LiveShelf()

    /// Stations on one page of a board.
    static let stationsOnPage = 100
    /// Acts on one page of the log.
    static let actsOnPage = 500

    package init(_ model: LiveModel) {
        self.model = model
        let definition = model.state.setting?.definition
        frame = Frame(
            name: definition?.name ?? Self.unnamed, notice: definition?.inventedNotice, root: nil,
            entries: 0, failed: 0, steps: 0, asOf: model.state.asOf ?? model.now,
            zoneMinutes: Self.zone(definition),
            live: LiveFrame(
                act: model.state.through, link: model.link, isStatic: model.isStatic,
                contests: definition?.contests ?? []))
    }

    private static let unnamed = LocalizedText(
        "No election yet", ru: "Выборов пока нет", ky: "Азырынча шайлоо жок")

    /// The clock of the first station at home.
    private static func zone(_ definition: ElectionDefinition?) -> Int {
        let stations = definition?.stations ?? []
        return (stations.first { $0.seat == .home } ?? stations.first)?.zoneMinutes ?? 0
    }

    var state: OfficeState { model.state }
    var contests: [Contest] { state.setting?.definition.contests ?? [] }
    var districts: [District] { state.setting?.definition.districts ?? [] }
    var stations: [PollingStation] { state.setting?.definition.stations ?? [] }
    var deciding: Series { state.setting?.deciding ?? .hand }

    /// Every page below the folder of a language.
    package var paths: [String] { routes.map(\.path) }

    private var routes: [LiveRoute] {
        var all: [LiveRoute] = [.front]
        all += contests.map { .contest($0.id) }
        all += [.turnout, .machineAgainstHand]
        all += (1...boardPages(stations.count)).map { .stations(page: $0) }
        for district in districts {
            let count = model.counts.stationsOf[district.id]?.count ?? 0
            all += (1...boardPages(count)).map { .district(district.id, page: $0) }
        }
        for station in stations {
            all.append(.station(station.id))
            all += sheetKeys(station.id).map { .sheet($0) }
        }
        all.append(.log())
        all += (1...logPages).map { .log(page: $0) }
        all.append(.check)
        return all
    }

    func boardPages(_ count: Int) -> Int { max(1, (count - 1) / Self.stationsOnPage + 1) }
    var logPages: Int { max(1, (model.log.count - 1) / Self.actsOnPage + 1) }

    /// Sheets of a station that have a page: those of which something came.
    func sheetKeys(_ station: PollingStation.ID) -> [SheetKey] {
        contests.flatMap { contest in
            Series.allCases.map { SheetKey(station, contest.id, $0) }
        }.filter(hasPage)
    }

    func hasPage(_ key: SheetKey) -> Bool { state.file(key).status != .silent }

    /// The document at a path below a language's folder; nil when there is none.
    package func document(_ path: String, _ language: Language) -> String? {
        guard let route = LiveRoute(path: path, in: state) else { return nil }
        let view = View(language, .live(route), frame: frame)
        return page(route, view).map { Shell(view).document($0) }
    }

    private func page(_ route: LiveRoute, _ view: View) -> Page? {
        guard state.setting != nil else { return route == .front ? emptyFront(view) : nil }
        switch route {
        case .front: return front(view)
        case .contest(let id): return state.contest(id).map { contest($0, view) }
        case .district(let id, let number):
            return districts.first { $0.id == id }.flatMap { district($0, number, view) }
        case .station(let id): return state.stations[id].map { station($0, view) }
        case .sheet(let key): return hasPage(key) ? sheet(key, view) : nil
        case .stations(let number): return board(number, view)
        case .turnout: return turnout(view)
        case .machineAgainstHand: return machineAgainstHand(view)
        case .log(let number): return log(number, view)
        case .check: return check(view)
        case .office: return nil
        }
    }

    /// Every file of a static site, one after the other, always in the same order: whoever stopped
    /// half-way passes over what is written already.
    package func write(_ each: (_ path: String, _ bytes: [UInt8]) throws -> Void) rethrows {
        for (path, bytes) in sharedFiles { try each(path, bytes) }
        for path in dataPaths {
            guard let file = data(path) else { continue }
            try each(path, file.bytes)
        }
        for path in paths {
            for language in Language.allCases {
                guard let document = document(path, language) else { continue }
                try each("\(language.rawValue)/\(path)", Array(document.utf8))
            }
        }
    }

    /// What all languages share.
    private var sharedFiles: [(String, [UInt8])] {
        [
            ("icon.svg", Array(Stylesheet.icon.utf8)),
            ("index.html", Array(entrance.utf8)),
            (LiveScript.path, Array(LiveScript.text.utf8)),
            (Stylesheet.path, Array(Stylesheet.text.utf8)),
        ]
    }

    private var entrance: String {
        LanguageChoice(name: frame.name, notice: frame.notice, front: .live(.front)).document
    }
}
