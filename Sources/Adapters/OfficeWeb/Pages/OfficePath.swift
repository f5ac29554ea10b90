import Cryptography
import Elections
import Filing
import Offices
import Primitives
import Reviewing
import Web

/// Reads the path of a page back into what it names.
enum OfficePath {
    static func route(_ path: String, _ state: OfficeState) -> OfficeRoute? {
        if let route = single[path] { return route }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        if parts[0] == "files" { return Digest(hex: String(parts[1])).map { .file($0) } }
        guard parts[1].hasSuffix(".html") else { return nil }
        let name = String(parts[1].dropLast(5))
        switch parts[0] {
        case "stations": return station(name, state).map { .station($0) }
        case "turnout": return station(name, state).map { .turnout($0) }
        case "readiness": return station(name, state).map { .stationReadiness($0) }
        case "state": return key(name, state).map { .state($0) }
        case "copy": return key(name, state).map { .copy($0) }
        case "versions": return Digest(hex: name).map { .version($0) }
        case "review": return PaperRef(name).map { .reviewPaper($0.reading, $0.number) }
        case "readings": return Digest(hex: name).map { .reading($0) }
        case "accounts": return account(name, state).map { .account($0) }
        default: return nil
        }
    }

    static func page(_ route: OfficeRoute) -> (any OfficePage)? {
        switch route {
        case .signIn, .invitation, .signOut, .file, .style, .script: nil
        case .desk: DeskPage()
        case .stations: StationsPage()
        case .station(let id): StationPage(id: id)
        case .state(let key): StatePage(key: key)
        case .copy(let key): CopyPage(key: key)
        case .version(let id): VersionPage(id: id)
        case .stick: StickPage()
        case .turnout(let id): TurnoutPage(id: id)
        case .readiness: ReadinessBoard()
        case .stationReadiness(let id): StationReadinessPage(id: id)
        case .review: ReviewPage()
        case .reviewPaper(let reading, let number): PaperPage(ref: PaperRef(reading, number))
        case .reading(let digest): ReadingPage(id: digest)
        case .publication: PublicationPage()
        case .accounts: AccountsPage()
        case .account(let id): AccountPage(id: id)
        case .election: ElectionPage()
        case .log: LogPage()
        }
    }

    private static let single: [String: OfficeRoute] = Dictionary(
        [
            OfficeRoute.signIn, .invitation, .signOut, .desk, .stations, .stick, .readiness,
            .review, .publication, .accounts, .election, .log, .style, .script,
        ].map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

    private static func station(_ segment: String, _ state: OfficeState) -> PollingStation.ID? {
        if let name = Address.name(ofSegment: segment) {
            return PollingStation.ID(name).flatMap { state.stations[$0]?.id }
        }
        // A very long name ends in its digest and is looked for.
        return state.stations.keys.first { Address.segment($0.text) == segment }
    }

    private static func account(_ segment: String, _ state: OfficeState) -> String? {
        Address.name(ofSegment: segment)
            ?? state.accounts.keys.first { Address.segment($0.text) == segment }?.text
    }

    private static func key(_ segment: String, _ state: OfficeState) -> SheetKey? {
        let parts = segment.split(separator: "~~", omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 3, let station = station(parts[0], state),
            let series = Series(rawValue: parts[2])
        else { return nil }
        let contest = state.setting?.definition.contests.first {
            Address.segment($0.id.text) == parts[1]
        }
        return contest.map { SheetKey(station, $0.id, series) }
    }
}
