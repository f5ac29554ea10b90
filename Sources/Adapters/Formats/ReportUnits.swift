import Elections
import Primitives
import Tabulation

/// How far down a results report goes.
package enum ReportDepth: Hashable, Sendable {
    /// Nation and widest areas, and the stations where they are few.
    case usual
    /// This many levels below the nation; the sheets stand below the narrowest areas.
    case levels(Int)
    /// Every level, down to the sheets.
    case all
}

/// One unit of a results report, with the figures that it sums.
struct ReportUnit {
    let id: String
    let type: String
    /// What the standard has no word for.
    var otherType: String?
    let name: LocalizedText
    /// The station's code; nil for areas.
    var number: String?
    /// Nil for a station whose sheet is not in the sums.
    let figures: [Int]?
    /// Sheets in the unit; nil for a station.
    var sheets: Int?
    /// Stations expected in it, where that is known.
    var total: Int?
    var children: [String] = []
}

/// The units of a report, parents before children.
struct ReportUnits {
    static let nation = "unit-nation"

    let all: [ReportUnit]
    /// True when the sheets themselves are among the units.
    let withStations: Bool

    /// True when there are areas below the widest.
    var hasOtherAreas: Bool { all.contains { $0.otherType != nil } }

    private static func districtID(_ place: Int) -> String { "unit-district-\(place + 1)" }
    private static func stationID(_ place: Int) -> String { "unit-station-\(place + 1)" }

    /// Nation, widest areas, and the stations where they are wanted.
    init(_ source: ElectionResultsSource, withStations: Bool) {
        self.withStations = withStations
        var inside: [[String]] = Array(repeating: [], count: source.districts.count)
        var topLevel = source.districts.indices.map(Self.districtID)
        var stations: [ReportUnit] = []
        if withStations {
            for (number, station) in source.stations.enumerated() {
                if let district = station.district {
                    inside[district].append(Self.stationID(number))
                } else {
                    topLevel.append(Self.stationID(number))
                }
                stations.append(
                    ReportUnit(
                        id: Self.stationID(number), type: "polling-place", name: station.name,
                        number: station.id.text, figures: station.figures))
            }
        }
        let nation = Self.unit(Self.nation, "country", source.nation, children: topLevel)
        let middle = source.districts.enumerated().map { number, district in
            Self.unit(Self.districtID(number), "state", district, children: inside[number])
        }
        all = [nation] + middle + stations
    }

    /// Areas down to a depth, and the sheets when the depth is beyond the narrowest.
    ///
    /// - Parameter depth: levels below the nation.
    init(
        _ source: ElectionResultsSource, _ declaration: Declaration, _ batch: SheetBatch,
        sums: AreaSums, depth: Int
    ) {
        withStations = depth > sums.levels.count
        let names = Dictionary(
            declaration.districts.compactMap { district in
                district.name.map { (district.district, $0) }
            }, uniquingKeysWith: { first, _ in first })
        func id(_ place: Int) -> String { place == 0 ? Self.nation : "unit-area-\(place)" }
        var units: [ReportUnit] = []
        for (place, area) in sums.areas.enumerated() where area.path.count <= depth {
            var children = area.path.count < depth ? area.children.map(id) : []
            if withStations { children += area.sheets.map(Self.stationID) }
            guard let own = area.path.last else {
                units.append(
                    Self.unit(Self.nation, "country", source.nation, children: children))
                continue
            }
            let isWidest = area.path.count == 1
            units.append(
                ReportUnit(
                    id: id(place), type: isWidest ? "state" : "other",
                    otherType: isWidest ? nil : sums.level(of: area),
                    name: isWidest ? names[own] ?? LocalizedText(own) : LocalizedText(own),
                    figures: area.tally.figures, sheets: area.tally.sheets, children: children))
        }
        if withStations {
            units += batch.sheets.enumerated().map {
                Self.station($0, $1, below: sums.levels.count)
            }
        }
        all = units
    }

    private static func unit(
        _ id: String, _ type: String, _ area: ElectionResultsSource.Area, children: [String]
    ) -> ReportUnit {
        ReportUnit(
            id: id, type: type, name: area.name, figures: area.figures, sheets: area.sheets,
            total: area.total, children: children)
    }

    private static func station(
        _ number: Int, _ sheet: ResultsSheet, below levels: Int
    ) -> ReportUnit {
        let place = (sheet.areas.dropFirst(levels) + [sheet.name]).joined(separator: ", ")
        return ReportUnit(
            id: stationID(number), type: "polling-place", name: LocalizedText(place),
            number: sheet.station.text, figures: sheet.figures)
    }
}
