import Elections
import Filing
import Primitives

extension LiveRoute {
    /// The public page at a path below a language's folder; nil when there is none, or when it is
    /// one of the office's.
    ///
    /// Names are read back from the path, so that no list of all pages has to be kept: finding a
    /// page takes the same time for ten stations as for a hundred thousand.
    init?(path: String, in state: OfficeState) {
        guard path.hasPrefix("live/"), path.hasSuffix(".html") else { return nil }
        let parts = path.dropFirst(5).dropLast(5).split(
            separator: "/", omittingEmptySubsequences: false
        ).map(String.init)
        let found: LiveRoute? =
            switch parts.count {
            case 1: Self.single(parts[0])
            case 2: Self.inside(parts[0], parts[1], state)
            default: nil
            }
        guard let found, found.path == path else { return nil }
        self = found
    }

    private static func single(_ name: String) -> LiveRoute? {
        let (base, page) = pageOf(name)
        switch base {
        case "index": return .front
        case "stations": return .stations(page: page)
        case "turnout": return .turnout
        case "machine-against-hand": return .machineAgainstHand
        case "log": return .log()
        case "check": return .check
        default: return nil
        }
    }

    private static func inside(
        _ folder: String, _ name: String, _ state: OfficeState
    ) -> LiveRoute? {
        switch folder {
        case "results":
            return state.setting?.definition.contests.first {
                Address.segment($0.id.text) == name
            }.map { .contest($0.id) }
        case "districts":
            let (base, page) = pageOf(name)
            return state.setting?.definition.districts.first {
                Address.segment($0.id.text) == base
            }.map { .district($0.id, page: page) }
        case "stations": return station(name, state).map { .station($0) }
        case "sheets": return sheet(name, state).map { .sheet($0) }
        case "log": return Int(name).map { .log(page: $0) }
        default: return nil
        }
    }

    private static func sheet(_ name: String, _ state: OfficeState) -> SheetKey? {
        let parts = pieces(name)
        guard parts.count == 3, let station = station(parts[0], state),
            let contest = state.setting?.definition.contests.first(where: {
                Address.segment($0.id.text) == parts[1]
            }), let series = Series(rawValue: parts[2])
        else { return nil }
        return SheetKey(station, contest.id, series)
    }

    private static func station(_ name: String, _ state: OfficeState) -> PollingStation.ID? {
        if let text = Address.name(ofSegment: name), let id = PollingStation.ID(text) {
            return state.stations[id] == nil ? nil : id
        }
        // A shortened name ends in a digest and has to be looked for.
        return state.stations.keys.first { Address.segment($0.text) == name }
    }

    private static func pageOf(_ name: String) -> (String, Int) {
        let parts = pieces(name)
        guard parts.count == 2, let page = Int(parts[1]), page > 1 else { return (name, 1) }
        return (parts[0], page)
    }

    private static func pieces(_ name: String) -> [String] {
        var parts: [String] = []
        var rest = name[...]
        while let gap = rest.firstRange(of: "~~") {
            parts.append(String(rest[..<gap.lowerBound]))
            rest = rest[gap.upperBound...]
        }
        return parts + [String(rest)]
    }
}
