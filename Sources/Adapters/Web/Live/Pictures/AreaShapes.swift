import Elections
import Formats
import Primitives

/// Areas as shapes on a screen: drawn from a map, or as squares of equal size.
///
/// Numbers are tenths of a picture's unit, so that the same areas are the same text on every machine.
struct AreaShapes: Sendable {
    struct Shape: Sendable {
        /// For the `d` of a path.
        let path: String
        /// Where the area's mark stands, in units.
        let x: Int
        let y: Int
    }

    /// Units across.
    static let width = 720
    /// Positions that a drawing keeps; more would only make the page heavy.
    private static let mostPositions = 12_000

    /// By the place of the area in the list given; nil for one that the map does not have.
    let shapes: [Shape?]
    let height: Int

    /// Squares in rows, in the order given.
    init(squares count: Int) {
        let across = count <= 4 ? max(count, 1) : count <= 12 ? 4 : count <= 30 ? 6 : 10
        let side = Self.width / across
        shapes = (0..<count).map { place in
            let left = place % across * side
            let top = place / across * side
            return Shape(
                path: "M\(left + 4) \(top + 4)h\(side - 8)v\(side - 8)h\(8 - side)Z",
                x: left + side / 2, y: top + side / 2)
        }
        height = (count + across - 1) / across * side
    }

    /// From a map; nil when it has none of the areas named.
    init?(_ outlines: AreaOutlines, names: [String]) {
        let known = Dictionary(
            outlines.areas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let found = names.map { known[$0] }
        guard found.contains(where: { $0 != nil }) else { return nil }
        let projection = MapProjection(found.compactMap { $0 }, width: Double(Self.width))
        height = max(1, Int(projection.height.rounded(.up)))
        var rings = found.map { $0?.rings.map { $0.map(projection.place) } ?? [] }
        // Twice the area of a triangle that the eye does not miss, in square units.
        var detail = 0.6
        repeat {
            rings = rings.map { $0.map { LineThinning.thinned($0, detail: detail) } }
            detail *= 4
        } while rings.joined().reduce(0, { $0 + $1.count }) > Self.mostPositions && detail < 1e6
        shapes = rings.map(Self.shape)
    }

    private static func shape(_ rings: [[MapPoint]]) -> Shape? {
        let sized = rings.map { (ring: $0, size: abs(LineThinning.twiceArea($0))) }
        guard let largest = sized.max(by: { $0.size < $1.size }), largest.ring.count >= 3 else {
            return nil
        }
        let kept = sized.filter { ($0.size > 4 && $0.ring.count >= 3) || $0.size == largest.size }
        let path = kept.map { part in
            "M" + part.ring.map { "\(tenths($0.x)) \(tenths($0.y))" }.joined(separator: "L") + "Z"
        }.joined()
        let middle = LineThinning.middle(largest.ring)
        return Shape(path: path, x: Int(middle.x.rounded()), y: Int(middle.y.rounded()))
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0
            ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

struct MapPoint: Hashable, Sendable {
    let x: Double
    let y: Double
}

/// Degrees to units: equirectangular, with the cosine of the middle latitude as the scale from east
/// to west. True to scale along that latitude; a country is small enough for it to look right.
struct MapProjection {
    private let west: Double
    private let north: Double
    private let scale: Double
    private let squeeze: Double
    /// Added to longitudes west of it, so that a country across 180° stays in one piece.
    private let cut: Double
    let height: Double

    init(_ areas: [AreaOutlines.Area], width: Double) {
        let all = areas.lazy.flatMap(\.rings).flatMap { $0 }
        let cut = Self.cut(all.map(\.longitude))
        var west = Double.infinity
        var east = -Double.infinity
        var south = 90.0
        var north = -90.0
        for position in all {
            let longitude = position.longitude < cut ? position.longitude + 360 : position.longitude
            west = min(west, longitude)
            east = max(east, longitude)
            south = min(south, position.latitude)
            north = max(north, position.latitude)
        }
        let middle = (north + south) / 2
        // No country reaches a pole; a map that does is drawn flat rather than not at all.
        squeeze = max(0.1, Self.cosine(middle))
        scale = (width - 8) / max(1e-9, (east - west) * squeeze)
        self.west = west
        self.north = north
        self.cut = cut
        height = min(width * 2, (north - south) * scale + 8)
    }

    func place(_ position: AreaOutlines.Position) -> MapPoint {
        let longitude = position.longitude < cut ? position.longitude + 360 : position.longitude
        return MapPoint(
            x: 4 + (longitude - west) * squeeze * scale, y: 4 + (north - position.latitude) * scale)
    }

    /// The longitude at the east end of the widest gap: the map is cut there.
    private static func cut(_ longitudes: [Double]) -> Double {
        var taken = Array(repeating: false, count: 360)
        for longitude in longitudes { taken[min(359, Int(longitude + 180))] = true }
        guard let first = taken.firstIndex(of: true) else { return -180 }
        var best = (length: 0, end: 0)
        var run = 0
        for step in 1...360 {
            let degree = (first + step) % 360
            if taken[degree] {
                if run > best.length { best = (run, degree) }
                run = 0
            } else {
                run += 1
            }
        }
        return best.length == 0 ? -180 : Double(best.end - 180)
    }

    /// By its series to the tenth power, good to a hundred-thousandth between the poles.
    private static func cosine(_ degrees: Double) -> Double {
        let x = degrees * .pi / 180
        let square = x * x
        var term = 1.0
        var sum = 1.0
        for step in 1...6 {
            term *= -square / Double((2 * step - 1) * (2 * step))
            sum += term
        }
        return sum
    }
}
