import Elections
import Identification
import Primitives

/// Runs the desks of all stations through a day of arrivals and hands on counts alone.
package struct AdmitVoters: Sendable {
    package struct Outcome: Sendable {
        /// One a station, in the order of the definition.
        package let turnout: [StationTurnout]
        /// Fallback admissions by reason, nation-wide.
        package let fallbacks: [FallbackReason: Int]
    }

    private var desks: [PollingStation.ID: StationDesk]
    private let order: [PollingStation.ID]

    package init(stations: [PollingStation], list: VoterList) {
        order = stations.map(\.id)
        desks = Dictionary(
            uniqueKeysWithValues: stations.map {
                ($0.id, StationDesk(station: $0.id, list: list))
            })
    }

    /// One arrival at one desk; nil when there is no such station.
    @discardableResult
    package mutating func arrive(
        at station: PollingStation.ID, zone: [String], verdict: DeviceVerdict,
        decision: OfficerDecision, moment: Instant
    ) -> Admission? {
        desks[station]?.arrive(zone: zone, verdict: verdict, decision: decision, at: moment)
    }

    package func close() -> Outcome {
        var fallbacks: [FallbackReason: Int] = [:]
        for event in desks.values.flatMap(\.events) {
            if case .admittedByFallback(let reason) = event.admission {
                fallbacks[reason, default: 0] += 1
            }
        }
        return Outcome(turnout: order.compactMap { desks[$0]?.turnout }, fallbacks: fallbacks)
    }
}
