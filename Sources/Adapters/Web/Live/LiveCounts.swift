import Elections
import Filing
import Primitives

/// How a sheet stands as the public sees it. What waits for a second person is one thing, whoever
/// it waits for, and shows no figures.
enum PublicStatus: Int, CaseIterable, Comparable, Sendable {
    case inQuestion, returned, silent, checking, annulled, corrected, filed

    init(_ status: SheetStatus) {
        switch status {
        case .entriesDiffer, .waiting: self = .checking
        case .inQuestion: self = .inQuestion
        case .refused: self = .returned
        case .silent: self = .silent
        case .annulled: self = .annulled
        case .corrected: self = .corrected
        case .filed: self = .filed
        }
    }

    /// The permanent name in downloads.
    var code: String {
        switch self {
        case .inQuestion: "in-question"
        case .returned: "returned"
        case .silent: "silent"
        case .checking: "being-checked"
        case .annulled: "annulled"
        case .corrected: "corrected"
        case .filed: "filed"
        }
    }

    static func < (left: PublicStatus, right: PublicStatus) -> Bool {
        left.rawValue < right.rawValue
    }

    /// What is in the sums first, then what is not, as a reader counts down from all stations.
    static let inReading: [PublicStatus] = [
        .filed, .corrected, .inQuestion, .checking, .returned, .silent, .annulled,
    ]

    /// True when the sheet is in the sums.
    var counts: Bool { self == .filed || self == .corrected || self == .inQuestion }
}

/// How many sheets stand how.
struct StatusCounts: Sendable {
    private var counts = Array(repeating: 0, count: PublicStatus.allCases.count)

    mutating func add(_ status: PublicStatus) { counts[status.rawValue] += 1 }

    subscript(status: PublicStatus) -> Int { counts[status.rawValue] }

    var total: Int { counts.reduce(0, +) }
    /// Sheets in the sums.
    var inSums: Int { PublicStatus.allCases.filter(\.counts).reduce(0) { $0 + self[$1] } }
    /// True when nothing more has to come and nothing is in doubt.
    var isWhole: Bool { total > 0 && self[.filed] + self[.corrected] + self[.annulled] == total }
    /// True when every station has a sheet in the sums, or an annulled one.
    var isIn: Bool { total > 0 && inSums + self[.annulled] == total }
}

/// The board in numbers, counted over all stations once for one state.
struct LiveCounts: Sendable {
    private(set) var nation: [CountKey: StatusCounts] = [:]
    private(set) var districts: [CountKey: [District.ID: StatusCounts]] = [:]
    private(set) var stationsOf: [District.ID: [PollingStation]] = [:]
    /// Stations by what needs somebody most, then by id.
    private(set) var board: [PollingStation] = []
    /// The worst status of the sheets of the count that decides.
    private(set) var worst: [PollingStation.ID: PublicStatus] = [:]
    private(set) var turnout = LiveTurnout()
    /// Stations where a second person has confirmed all that they need before they open.
    private(set) var ready: Set<PollingStation.ID> = []

    init(_ state: OfficeState) {
        guard let setting = state.setting else { return }
        let definition = setting.definition
        count(definition, setting.deciding, state)
        stationsOf = Dictionary(grouping: definition.stations, by: \.district)
        board = definition.stations.map { (worst[$0.id] ?? .silent, $0) }
            .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
        turnout = LiveTurnout(state)
        ready = Self.ready(state, setting)
    }

    private static func ready(
        _ state: OfficeState, _ setting: ElectionSetting
    ) -> Set<PollingStation.ID> {
        var confirmed: [PollingStation.ID: Set<ReadinessRequirement.ID>] = [:]
        var open: Set<PollingStation.ID> = []
        for (key, item) in state.readiness {
            if item.confirmed == nil {
                open.insert(key.station)
            } else {
                confirmed[key.station, default: []].insert(key.requirement)
            }
        }
        let stations = setting.definition.stations.filter { station in
            let wanted = setting.readiness.filter { $0.concerns(station) }.map(\.id)
            return !open.contains(station.id)
                && confirmed[station.id, default: []].isSuperset(of: wanted)
        }
        return Set(stations.map(\.id))
    }

    /// One pass: every sheet's status is asked for once.
    private mutating func count(
        _ definition: ElectionDefinition, _ deciding: Series, _ state: OfficeState
    ) {
        let keys = definition.contests.flatMap { contest in
            Series.allCases.map { CountKey(contest.id, $0) }
        }
        let place = Dictionary(
            definition.districts.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var all = Array(repeating: StatusCounts(), count: keys.count)
        var parts = Array(
            repeating: Array(repeating: StatusCounts(), count: place.count), count: keys.count)
        for station in definition.stations {
            var least = definition.contests.isEmpty ? PublicStatus.silent : .filed
            for (number, key) in keys.enumerated() {
                let status = state.publicStatus(
                    SheetKey(station.id, key.contest, key.series))
                all[number].add(status)
                if let district = place[station.district] { parts[number][district].add(status) }
                if key.series == deciding { least = min(least, status) }
            }
            worst[station.id] = least
        }
        for (number, key) in keys.enumerated() {
            nation[key] = all[number]
            districts[key] = place.mapValues { parts[number][$0] }
        }
    }

    func nation(_ key: CountKey) -> StatusCounts { nation[key] ?? StatusCounts() }
    func district(_ id: District.ID, _ key: CountKey) -> StatusCounts {
        districts[key]?[id] ?? StatusCounts()
    }
}

extension OfficeState {
    func publicStatus(_ key: SheetKey) -> PublicStatus { PublicStatus(file(key).status) }
}

/// Turnout through the day over the stations that reported an hour; nothing is extrapolated.
struct LiveTurnout: Sendable {
    /// What the stations of an area reported for one hour.
    struct Hour: Sendable {
        var reported = 0
        var voters = 0
        /// Names on the lists of the stations that reported.
        var registered = 0

        mutating func add(_ voters: Int, _ registered: Int) {
            reported += 1
            self.voters += voters
            self.registered += registered
        }
    }

    /// Minutes after midnight of the election day, by the clock on the station's wall, to what was
    /// reported then.
    private(set) var nation: [Int: Hour] = [:]
    private(set) var districts: [District.ID: [Int: Hour]] = [:]
    /// Stations whose list is known; others cannot have a share and are left out.
    private(set) var stations = 0
    private(set) var stationsOf: [District.ID: Int] = [:]

    init() {}

    init(_ state: OfficeState) {
        guard let setting = state.setting else { return }
        let midnight = setting.definition.day.number * 1440
        for station in setting.definition.stations {
            guard let registered = setting.register[station.id], registered > 0 else { continue }
            stations += 1
            stationsOf[station.district, default: 0] += 1
            for (hour, report) in state.turnout[station.id] ?? [:] {
                let minute = hour.seconds.flooredQuotient(60) + station.zoneMinutes - midnight
                nation[minute, default: Hour()].add(report.voters, registered)
                districts[station.district, default: [:]][minute, default: Hour()].add(
                    report.voters, registered)
            }
        }
    }

    /// Every hour that any station reported, in order.
    var hours: [Int] { nation.keys.sorted() }

    /// The hour of an area that most stations reported, the later of equals.
    func fullest(_ hours: [Int: Hour]) -> (minute: Int, hour: Hour)? {
        hours.max { ($0.value.reported, $0.key) < ($1.value.reported, $1.key) }
            .map { ($0.key, $0.value) }
    }
}
