import Elections
import Foundation
import Primitives

extension BallotDefinitionSource {
    /// Units of which no other unit is made, as a rule where papers are cast.
    private static let places: Set<String> = [
        "polling-place", "precinct", "split-precinct", "combined-precinct", "vote-center",
        "drop-box", "ballot-style-area",
    ]

    /// Districts and stations. Ours come back as they were; in other files precincts and polling
    /// places stand for stations, open for the whole day in a zone of 0, and every unit that holds
    /// some of them, or that a contest is held in, for a district.
    mutating func areas(
        day: CivilDay
    ) throws -> (districts: [District], stations: [PollingStation]) {
        let units = root.items("GpUnit")
        let held = Set(
            [election.text("ElectionScopeId")].compactMap { $0 }
                + election.items("Contest").compactMap { $0.text("ElectionDistrictId") })
        var districts: [District] = []
        var homes: [String: District.ID] = [:]
        for (index, unit) in units.enumerated() where isDistrict(unit, held: held) {
            let place = "GpUnit[\(index)]"
            let id: District.ID = try identifier(try name(of: unit, place), place)
            districts.append(District(id: id, name: text(unit["Name"]) ?? LocalizedText(id.text)))
            for part in unit.texts("ComposingGpUnitIds") { homes[part] = homes[part] ?? id }
        }
        var stations: [PollingStation] = []
        for (index, unit) in units.enumerated() where Self.places.contains(unit.text("Type") ?? "")
        {
            let home = unit.text("@id").flatMap { homes[$0] } ?? districts.first?.id
            stations.append(
                try station(unit, "GpUnit[\(index)]", district: home, day: day))
        }
        for unit in units where !isOwn && !isDistrict(unit, held: held) {
            let type = unit.text("Type") ?? ""
            if !Self.places.contains(type) {
                remark("unit \(unit.text("@id") ?? "") of type \(type) is not kept")
            }
        }
        if !isOwn, !stations.isEmpty {
            remark("precincts stand for stations, open for the whole day in a zone of 0")
        }
        return (districts, stations)
    }

    private func isDistrict(_ unit: BallotDefinitionNode, held: Set<String>) -> Bool {
        if isOwn { return unit.text("OtherType") == "district" }
        return held.contains(unit.text("@id") ?? "")
            || (!unit.texts("ComposingGpUnitIds").isEmpty
                && !Self.places.contains(unit.text("Type") ?? ""))
    }

    private mutating func station(
        _ unit: BallotDefinitionNode, _ place: String, district: District.ID?, day: CivilDay
    ) throws -> PollingStation {
        guard let district else { throw problem(place, "it lies in no district") }
        let id: PollingStation.ID = try identifier(try name(of: unit, place), place)
        let start = Instant(seconds: day.number * 86_400)
        return PollingStation(
            id: id, name: text(unit["Name"]) ?? LocalizedText(id.text), district: district,
            seat: unit.own("seat").flatMap { PollingStation.Seat(rawValue: $0) } ?? .home,
            zoneMinutes: unit.own("zone-minutes").flatMap { Int($0) } ?? 0,
            opens: unit.own("opens").flatMap { Instant(text: $0) } ?? start,
            closes: unit.own("closes").flatMap { Instant(text: $0) }
                ?? start.adding(minutes: 24 * 60))
    }
}
