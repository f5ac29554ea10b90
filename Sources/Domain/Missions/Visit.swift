import Elections
import Primitives

/// The part of a station's day.
package enum StationPart: String, Codable, Sendable, CaseIterable, Hashable {
    case opening, voting, closing
}

/// One team at one station.
package struct Visit: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Visit>

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case observed
        /// Inside, and kept from seeing some of it.
        case partly
        case entryRefused = "entry-refused"
    }

    package var id: ID
    package var team: Team.ID
    package var station: PollingStation.ID
    package var arrival: Instant
    /// Minutes observed, breaks left out; 0 where entry was refused.
    package var minutes: Int
    package var outcome: Outcome
    package var parts: [StationPart]
    /// What the team was told, in its own words, where it could not observe.
    package var note: LocalizedText?

    package init(
        id: ID, team: Team.ID, station: PollingStation.ID, arrival: Instant, minutes: Int,
        outcome: Outcome, parts: [StationPart], note: LocalizedText? = nil
    ) {
        self.id = id
        self.team = team
        self.station = station
        self.arrival = arrival
        self.minutes = minutes
        self.outcome = outcome
        self.parts = parts
        self.note = note
    }

    package var wasInside: Bool { outcome != .entryRefused }
}

/// One right of an observer on one occasion: used, or refused.
package struct RightUse: Codable, Hashable, Sendable {
    package enum Outcome: String, Codable, Sendable { case used, refused }

    /// The right, by its id in the catalogue of standards.
    package var right: String
    package var visit: Visit.ID
    package var outcome: Outcome

    package init(right: String, visit: Visit.ID, outcome: Outcome) {
        self.right = right
        self.visit = visit
        self.outcome = outcome
    }
}
