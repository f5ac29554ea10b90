import Elections
import Primitives

/// A station that reports on its own, or several small ones whose papers are pooled.
package struct ReportingUnit: Hashable, Sendable {
    package let district: District.ID
    package let stations: [PollingStation.ID]
}

extension ElectionDefinition {
    /// What a sheet's name stands for: a station, stations of one district joined by `+`, or a
    /// whole district; nil when it is none of them.
    package func reportingUnit(named name: String) -> ReportingUnit? {
        if let station = stations.first(where: { $0.id.text == name }) {
            return ReportingUnit(district: station.district, stations: [station.id])
        }
        if let district = districts.first(where: { $0.id.text == name }) {
            let inside = stations.filter { $0.district == district.id }.map(\.id)
            return ReportingUnit(district: district.id, stations: inside)
        }
        let parts = PollingStation.ID(name)?.stationsInUnit ?? []
        let pooled = parts.compactMap(station)
        guard parts.count > 1, pooled.count == parts.count,
            Set(pooled.map(\.district)).count == 1, Set(pooled.map(\.id)).count == pooled.count
        else { return nil }
        return ReportingUnit(district: pooled[0].district, stations: pooled.map(\.id))
    }
}
