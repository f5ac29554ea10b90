import Foundation
import Primitives

/// The outlines of areas on a map, as a commission imports them: GeoJSON, a collection of features
/// with polygons, each named by its `id` or by a property `district`.
///
/// Source: RFC 7946. Longitude before latitude, degrees of WGS 84.
package struct AreaOutlines: Hashable, Sendable {
    package struct Position: Hashable, Sendable {
        /// -180 to 180.
        package let longitude: Double
        /// -90 to 90.
        package let latitude: Double

        package init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    package struct Area: Hashable, Sendable {
        package let name: String
        /// Rings without the repeated last position; outer ones and holes alike, as drawing by
        /// the even-odd rule wants them.
        package let rings: [[Position]]
    }

    package let areas: [Area]

    /// What a map of an election may weigh. A map of a country's districts for a screen has some ten
    /// thousand positions.
    package enum Limits {
        package static let bytes = 16 << 20
        package static let features = 5000
        package static let rings = 50_000
        package static let positions = 400_000
    }

    package init(geoJSON bytes: [UInt8]) throws(MapProblem) {
        guard bytes.count <= Limits.bytes else {
            throw .tooLarge("\(bytes.count) bytes, more than \(Limits.bytes)")
        }
        let collection: Collection
        do { collection = try JSONDecoder().decode(Collection.self, from: Data(bytes)) } catch {
            throw .notGeoJSON(Self.words(error))
        }
        guard collection.type == "FeatureCollection" else {
            throw .notGeoJSON("its type is \(collection.type.prefix(40)), not FeatureCollection")
        }
        guard collection.features.count <= Limits.features else {
            throw .tooLarge("\(collection.features.count) features, more than \(Limits.features)")
        }
        var areas: [Area] = []
        var names: Set<String> = []
        var rings = 0
        var positions = 0
        for (place, feature) in collection.features.enumerated() {
            guard let geometry = feature.geometry else { continue }
            let name = feature.id?.text ?? feature.properties?.district?.text ?? ""
            guard !name.isEmpty, name.utf8.count <= 128 else { throw .nameless(place + 1) }
            guard names.insert(name).inserted else { throw .twice(name) }
            rings += geometry.rings.count
            positions += geometry.rings.reduce(0) { $0 + $1.count }
            guard rings <= Limits.rings, positions <= Limits.positions else {
                throw .tooLarge(
                    "more than \(Limits.rings) rings or \(Limits.positions) positions")
            }
            var drawn: [[Position]] = []
            for ring in geometry.rings { drawn.append(try Self.ring(ring, name)) }
            areas.append(Area(name: name, rings: drawn))
        }
        guard !areas.isEmpty else { throw .notGeoJSON("it has no polygon") }
        self.areas = areas
    }

    /// The area of a name.
    package func area(_ name: String) -> Area? { areas.first { $0.name == name } }

    private static func ring(_ pairs: [[Double]], _ name: String) throws(MapProblem) -> [Position] {
        var ring: [Position] = []
        ring.reserveCapacity(pairs.count)
        for pair in pairs {
            guard pair.count >= 2, pair[0].isFinite, pair[1].isFinite, abs(pair[0]) <= 180,
                abs(pair[1]) <= 90
            else { throw .position(name) }
            ring.append(Position(longitude: pair[0], latitude: pair[1]))
        }
        guard ring.count >= 4, ring.first == ring.last else { throw .openRing(name) }
        return Array(ring.dropLast())
    }

    private static func words(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "it is not JSON" }
        switch error {
        case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            let path = context.codingPath.prefix(8).map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? "it is not JSON" : "\(path) has another shape"
        @unknown default: return "it is not JSON"
        }
    }
}

/// Why a map is not accepted.
package enum MapProblem: Problem, Hashable {
    case tooLarge(String)
    case notGeoJSON(String)
    /// The number of the feature, from 1.
    case nameless(Int)
    case twice(String)
    case position(String)
    case openRing(String)

    package var code: String {
        switch self {
        case .tooLarge: "formats.map-too-large"
        case .notGeoJSON: "formats.map-not-geojson"
        case .nameless: "formats.map-area-without-name"
        case .twice: "formats.map-area-twice"
        case .position: "formats.map-position"
        case .openRing: "formats.map-open-ring"
        }
    }

    package var summary: String {
        switch self {
        case .tooLarge(let what): "The map has \(what)."
        case .notGeoJSON(let what): "The map is not a GeoJSON collection of polygons: \(what)."
        case .nameless(let place): "Feature \(place) of the map names no district."
        case .twice(let name): "The map has the area \(name) twice."
        case .position(let name): "Area \(name) has a position that is not on the globe."
        case .openRing(let name): "Area \(name) has a ring that does not close."
        }
    }

    package var remedy: String {
        switch self {
        case .tooLarge: "Simplify its lines; a screen shows no more than ten thousand positions."
        case .notGeoJSON: "Export it as GeoJSON (RFC 7946), polygons in degrees of WGS 84."
        case .nameless: "Give each feature the district's id, as id or as a property district."
        case .twice: "Join its parts into one MultiPolygon."
        case .position: "Give longitude, then latitude, in degrees."
        case .openRing: "End each ring with its first position; a ring has at least four."
        }
    }
}

// MARK: As the file has it

private struct Collection: Decodable {
    let type: String
    let features: [Feature]
}

private struct Feature: Decodable {
    struct Properties: Decodable { let district: Name? }

    let id: Name?
    let properties: Properties?
    /// Nil for a feature that has no place.
    let geometry: Geometry?
}

/// A name that is written as a text or as a number.
private struct Name: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            text = String(number)
        } else {
            text = (try? container.decode(String.self)) ?? ""
        }
    }
}

private struct Geometry: Decodable {
    let rings: [[[Double]]]

    private enum Key: String, CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .type) {
        case "Polygon": rings = try container.decode([[[Double]]].self, forKey: .coordinates)
        case "MultiPolygon":
            rings = try container.decode([[[[Double]]]].self, forKey: .coordinates).flatMap { $0 }
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container, debugDescription: "not a polygon")
        }
    }
}
