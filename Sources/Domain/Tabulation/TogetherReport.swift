import Elections
import Primitives

/// What the relations of a ``FormSet`` say about all stations. What `dobush balance together` writes.
package struct TogetherReport: Codable, Hashable, Sendable {
    package struct SetLabel: Codable, Hashable, Sendable {
        package let id: FormSet.ID
        package let title: LocalizedText
        package let source: LocalizedText
    }

    package struct ContestCounts: Codable, Hashable, Sendable {
        package let contest: Contest.ID
        package let accepted: Int
        package let refused: Int
    }

    /// One relation and the stations that break it.
    package struct RelationResult: Codable, Hashable, Sendable {
        package let id: FormSet.Relation.ID
        package let text: LocalizedText
        package let law: LocalizedText?
        package let severity: ResultsForm.Equation.Severity
        package let left: [CrossTerm]
        package let relation: ResultsForm.Equation.Relation
        package let right: [CrossTerm]
        package fileprivate(set) var count = 0
        /// Stations where a sheet or the desk's counts are missing.
        package fileprivate(set) var waiting = 0
        package fileprivate(set) var stations: [Broken] = []
    }

    /// One station where the relation does not hold.
    package struct Broken: Codable, Hashable, Sendable {
        package let station: PollingStation.ID
        package let place: [String]
        /// Lines of the tables, by contest.
        package let lines: [String: Int]
        package let left: Int
        package let right: Int
    }

    package let set: SetLabel
    package let contests: [ContestCounts]
    /// Stations with at least one sheet.
    package let stations: Int
    package let relations: [RelationResult]

    /// - Parameters:
    ///   - batches: the sheets of each contest; a station is known by its areas and its name.
    ///   - turnout: the desk's counts; nil when they were not given.
    package init(
        _ set: FormSet, batches: [Contest.ID: SheetBatch], turnout: [StationTurnout]?
    ) {
        self.set = SetLabel(id: set.id, title: set.title, source: set.source)
        contests = set.contests.compactMap { binding in
            batches[binding.contest].map {
                ContestCounts(
                    contest: binding.contest, accepted: $0.sheets.count, refused: $0.refused)
            }
        }
        let grouped = Self.grouped(set, batches)
        stations = grouped.count
        let desks = Dictionary(
            (turnout ?? []).map { ($0.station, $0) }, uniquingKeysWith: { first, _ in first })
        var results = set.relations.map { relation in
            RelationResult(
                id: relation.id, text: relation.text, law: relation.law,
                severity: relation.severity, left: relation.left, relation: relation.relation,
                right: relation.right)
        }
        let order = Dictionary(
            results.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for sheets in grouped {
            guard let any = sheets.values.first else { continue }
            let check = set.check(sheets, turnout: Self.desk(any.station, desks))
            for waiting in check.waiting { results[order[waiting.relation] ?? 0].waiting += 1 }
            for broken in check.broken {
                let place = order[broken.relation] ?? 0
                results[place].count += 1
                results[place].stations.append(Broken(broken, at: any, sheets))
            }
        }
        relations = results
    }

    /// True when something is wrong that the exit code tells.
    package var somethingIsWrong: Bool {
        relations.contains { $0.severity != .soft && $0.count > 0 }
            || contests.contains { $0.refused > 0 }
    }

    /// The counts of a station, or of each station of a pool; nil unless all are there.
    private static func desk(
        _ station: PollingStation.ID, _ desks: [PollingStation.ID: StationTurnout]
    ) -> [StationTurnout]? {
        let wanted = desks[station] == nil ? station.stationsInUnit : [station]
        let found = wanted.compactMap { desks[$0] }
        return found.count == wanted.count ? found : nil
    }

    /// In the order in which the first table names the stations.
    private static func grouped(
        _ set: FormSet, _ batches: [Contest.ID: SheetBatch]
    ) -> [[Contest.ID: ResultsSheet]] {
        var places: [[String]: Int] = [:]
        var grouped: [[Contest.ID: ResultsSheet]] = []
        for binding in set.contests {
            for sheet in batches[binding.contest]?.sheets ?? [] {
                let key = sheet.areas + [sheet.name]
                if let place = places[key] {
                    grouped[place][binding.contest] = sheet
                } else {
                    places[key] = grouped.count
                    grouped.append([binding.contest: sheet])
                }
            }
        }
        return grouped
    }
}

extension TogetherReport.Broken {
    init(
        _ broken: CrossImbalance, at sheet: ResultsSheet, _ sheets: [Contest.ID: ResultsSheet]
    ) {
        station = sheet.station
        place = sheet.areas + [sheet.name]
        lines = Dictionary(
            sheets.compactMap { contest, sheet in sheet.row.map { (contest.text, $0) } },
            uniquingKeysWith: { first, _ in first })
        left = broken.left
        right = broken.right
    }
}
