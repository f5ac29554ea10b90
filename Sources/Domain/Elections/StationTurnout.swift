import Primitives

/// How many came, and how many were given a paper at one station. The only thing that crosses from
/// the chapter of persons to the chapters of papers: a count, never a list.
package struct StationTurnout: Codable, Hashable, Sendable {
    package var station: PollingStation.ID
    /// Names on the list of this station.
    package var registered: Int
    /// Persons admitted and given the papers.
    package var admitted: Int
    /// Of those admitted, through the fallback and not through the equipment.
    package var admittedByFallback: Int
    /// Arrivals that were refused, by reason code.
    package var refused: [String: Int]

    package init(
        station: PollingStation.ID, registered: Int, admitted: Int, admittedByFallback: Int,
        refused: [String: Int]
    ) {
        self.station = station
        self.registered = registered
        self.admitted = admitted
        self.admittedByFallback = admittedByFallback
        self.refused = refused
    }
}
