import Elections
import Missions
import Primitives

/// When something happened.
package enum Stage: String, Codable, Sendable, CaseIterable, Hashable {
    case before, day, after
}

/// A part of the electoral process.
package enum Area: String, Codable, Sendable, CaseIterable, Hashable {
    case law, administration, registration, candidates, campaign, finance, media, technology
    case inclusion, complaints, day, count, tabulation, abroad

    /// The stages in which the area has something to watch. Our reading of the handbooks' lists.
    package var stages: [Stage] {
        switch self {
        case .law, .candidates: [.before]
        case .campaign, .media, .registration, .technology, .inclusion, .abroad: [.before, .day]
        case .finance: [.before, .after]
        case .administration, .complaints: [.before, .day, .after]
        case .day, .count: [.day]
        case .tabulation: [.day, .after]
        }
    }
}

/// How one area was followed at one stage.
package struct CoverageCell: Codable, Hashable, Sendable {
    package enum State: String, Codable, Sendable {
        case observed
        case documentsOnly = "documents-only"
        case notObserved = "not-observed"
    }

    package var area: Area
    package var stage: Stage
    package var state: State

    package init(area: Area, stage: Stage, state: State) {
        self.area = area
        self.stage = stage
        self.state = state
    }
}

/// Which stations were seen, counted from the visits and the definition.
package struct StationReach: Codable, Hashable, Sendable {
    package struct Share: Codable, Hashable, Sendable {
        /// The district's id, or the part of the day.
        package var name: String
        package var visited: Int
        package var of: Int

        package init(name: String, visited: Int, of: Int) {
            self.name = name
            self.visited = visited
            self.of = of
        }
    }

    package var visited: Int
    package var of: Int
    package var districts: [Share]
    package var abroad: Share
    /// Opening, voting, closing: stations at which the part was watched.
    package var parts: [Share]
    /// Stations that no team went to.
    package var neverVisited: [PollingStation.ID]
    /// Stations that teams went to and nobody could enter.
    package var couldNotEnter: [PollingStation.ID]
    /// Districts in which no station was seen from inside.
    package var districtsNeverVisited: [District.ID]
}

extension StationReach {
    /// Counts the reach. A station counts as visited when a team was inside.
    package init(visits: [Visit], definition: ElectionDefinition) {
        let inside = Set(visits.filter(\.wasInside).map(\.station))
        let tried = Set(visits.map(\.station))
        let stations = definition.stations
        func share(_ name: String, _ among: [PollingStation]) -> Share {
            Share(name: name, visited: among.count { inside.contains($0.id) }, of: among.count)
        }
        visited = stations.count { inside.contains($0.id) }
        of = stations.count
        districts = definition.districts.map { district in
            share(district.id.text, stations.filter { $0.district == district.id })
        }
        abroad = share("abroad", stations.filter { $0.seat == .abroad })
        parts = StationPart.allCases.map { part in
            let seen = Set(visits.filter { $0.wasInside && $0.parts.contains(part) }.map(\.station))
            return Share(
                name: part.rawValue, visited: stations.count { seen.contains($0.id) },
                of: stations.count)
        }
        neverVisited = stations.map(\.id).filter { !tried.contains($0) }
        couldNotEnter = stations.map(\.id).filter { tried.contains($0) && !inside.contains($0) }
        let seenDistricts = Set(stations.filter { inside.contains($0.id) }.map(\.district))
        districtsNeverVisited = definition.districts.map(\.id).filter {
            !seenDistricts.contains($0)
        }
    }
}
