import Auditing
import Ballots
import Cryptography
import Elections
import Ledger
import Primitives
import Publication

/// All pages of one record in all languages, each made when it is asked for. The service answers
/// with them and `dobush publish` writes them; they are the same bytes.
package struct Site: Sendable {
    package let dossier: Dossier
    package let frame: Frame
    private let routes: [String: Route]
    let look: LookUp

    package init(_ dossier: Dossier) {
        self.dossier = dossier
        look = LookUp(dossier)
        frame = Frame(
            name: dossier.definition.name, notice: dossier.definition.inventedNotice,
            root: dossier.log.root, entries: dossier.log.entries.count,
            failed: dossier.log.failed, steps: dossier.log.verification.count,
            asOf: dossier.definition.stations.map(\.closes).max(),
            zoneMinutes: dossier.definition.stations.first?.zoneMinutes ?? 0)
        let all = Self.routes(of: dossier)
        routes = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every page below the folder of a language.
    package var paths: [String] { routes.keys.sorted() }

    private static func routes(of dossier: Dossier) -> [Route] {
        var all: [Route] = [.front, .log, .verify, .missing]
        all += Chapter.allCases.map { .chapter($0) }
        all += dossier.contests.map { .results($0.contest.id) }
        if !dossier.contests.isEmpty {
            all += dossier.definition.districts.map { .district($0.id) }
        }
        all += dossier.definition.stations.map { .station($0.id) }
        all += dossier.sheets.map { .sheet($0.station, $0.contest) }
        all += dossier.manifest.batches.map { .batch($0.id) }
        all += dossier.papers.map { .paper($0.id) }
        if dossier.audit != nil { all.append(.audit) }
        if dossier.statistic != nil { all.append(.statistic) }
        if let assessment = dossier.assessment {
            all.append(.statement)
            all += assessment.findings.map { .finding($0.id) }
            all += assessment.observations.map { .observation($0.name) }
        }
        return all
    }

    /// The document at a path below a language's folder; nil when there is none.
    package func document(_ path: String, _ language: Language) -> String? {
        routes[path].map { document($0, language) }
    }

    package func document(_ route: Route, _ language: Language) -> String {
        let view = View(language, route, frame: frame)
        return Shell(view).document(page(route, view))
    }

    /// The answer to an address that is no page; its links work from anywhere on a server.
    package func missing(_ language: Language) -> String {
        let view = View(language, .missing, frame: frame, anywhere: true)
        return Shell(view).document(missing(view))
    }

    func has(_ route: Route) -> Bool { routes[route.path] != nil }

    private func page(_ route: Route, _ view: View) -> Page {
        switch route {
        case .front: front(view)
        case .chapter(let chapter): self.chapter(chapter, view)
        case .results(let contest): look.contest(contest).map { results($0, view) } ?? missing(view)
        case .district(let id): look.district(id).map { district($0, view) } ?? missing(view)
        case .station(let id):
            dossier.definition.station(id).map { station($0, view) } ?? missing(view)
        case .sheet(let station, let contest):
            look.sheet(station, contest).map { sheet($0, view) } ?? missing(view)
        case .batch(let id): look.batch(id).map { batch($0, view) } ?? missing(view)
        case .paper(let id): look.paper(id).map { paper($0, view) } ?? missing(view)
        case .audit: dossier.audit.map { audit($0, view) } ?? missing(view)
        case .statistic: dossier.statistic.map { statistic($0, view) } ?? missing(view)
        case .statement: dossier.assessment.map { statement($0, view) } ?? missing(view)
        case .finding(let id): finding(id, view) ?? missing(view)
        case .observation(let name): observation(name, view) ?? missing(view)
        case .log: log(view)
        case .verify: verify(view)
        case .missing, .live: missing(view)
        }
    }
}

/// Things of the record by their names.
struct LookUp: Sendable {
    private let contests: [Contest.ID: DeclaredContest]
    private let districts: [District.ID: District]
    /// By the name on the sheet, which may stand for several stations.
    private let units: [PollingStation.ID: [SignedSheet]]
    private let sheets: [PollingStation.ID: [SignedSheet]]
    private let batches: [Batch.ID: Batch]
    private let batchOfStation: [PollingStation.ID: Batch]
    private let papers: [CastVoteRecord.ID: CastVoteRecord]
    private let papersOfBatch: [Batch.ID: [CastVoteRecord]]
    let readiness: [PollingStation.ID: StationReadiness]
    let turnout: [PollingStation.ID: StationTurnout]
    let drawn: Set<CastVoteRecord.ID>

    init(_ dossier: Dossier) {
        func keyed<Key: Hashable, Value>(_ list: [Value], by key: (Value) -> Key) -> [Key: Value] {
            Dictionary(list.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        }
        contests = keyed(dossier.contests) { $0.contest.id }
        districts = keyed(dossier.definition.districts, by: \.id)
        units = Dictionary(grouping: dossier.sheets, by: \.station)
        sheets = Dictionary(
            dossier.sheets.flatMap { sheet in sheet.stations.map { ($0, [sheet]) } },
            uniquingKeysWith: +)
        batches = keyed(dossier.manifest.batches, by: \.id)
        batchOfStation = Dictionary(
            dossier.manifest.batches.flatMap { batch in batch.stations.map { ($0, batch) } },
            uniquingKeysWith: { first, _ in first })
        papers = keyed(dossier.papers, by: \.id)
        papersOfBatch = Dictionary(grouping: dossier.papers.filter { $0.batch != nil }) {
            $0.batch ?? ""
        }
        readiness = keyed(dossier.readiness, by: \.station)
        turnout = keyed(dossier.turnout, by: \.station)
        drawn = Set(dossier.sample?.papers ?? [])
    }

    func contest(_ id: Contest.ID) -> DeclaredContest? { contests[id] }
    func district(_ id: District.ID) -> District? { districts[id] }
    func sheets(of station: PollingStation.ID) -> [SignedSheet] { sheets[station] ?? [] }
    func sheet(_ unit: PollingStation.ID, _ contest: Contest.ID) -> SignedSheet? {
        units[unit]?.first { $0.contest == contest }
    }
    func batch(_ id: Batch.ID) -> Batch? { batches[id] }
    func batch(of station: PollingStation.ID) -> Batch? { batchOfStation[station] }
    func paper(_ id: CastVoteRecord.ID) -> CastVoteRecord? { papers[id] }
    func papers(of batch: Batch.ID) -> [CastVoteRecord] { papersOfBatch[batch] ?? [] }
}
