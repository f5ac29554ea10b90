import Elections
import Filing
import Formats
import Foundation
import Primitives
import Tabulation
import Tervania
import TestSupport
import Testing
import Web

@Suite("A count in a folder of files")
struct LiveFolderTests {
    /// Left for `run.py`, which opens the pages in a browser and runs the programs printed on them.
    static let folder = PackageFiles.path(".build/live-site")

    /// Three areas side by side with ragged borders; the north is in two parts.
    static func map(names: [String] = ["north", "south", "abroad"]) -> [UInt8] {
        func ring(_ x: Double, _ y: Double, _ size: Double, _ seed: UInt64) -> String {
            var chance = SeededSource(seed: seed, purpose: "coast")
            var points: [String] = []
            for step in 0..<240 {
                let angle = Double(step) / 240
                let side = Int(angle * 4)
                let along = angle * 4 - Double(side)
                let corner = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)]
                let (from, to) = (corner[side], corner[side + 1])
                let ragged = chance.between(-0.02, 0.02)
                points.append(
                    "[\(x + size * (from.0 + (to.0 - from.0) * along + ragged)),\(y + size * (from.1 + (to.1 - from.1) * along + ragged))]"
                )
            }
            return "[" + (points + [points[0]]).joined(separator: ",") + "]"
        }
        let features = [
            """
            {"type":"Feature","id":"\(names[0])","geometry":{"type":"MultiPolygon","coordinates":\
            [[\(ring(70, 42, 3, 1))],[\(ring(73.4, 44, 0.8, 4))]]}}
            """,
            """
            {"type":"Feature","properties":{"district":"\(names[1])"},"geometry":{"type":"Polygon",\
            "coordinates":[\(ring(70.2, 38.9, 3, 2))]}}
            """,
            """
            {"type":"Feature","properties":{"district":"\(names[2])"},"geometry":{"type":"Polygon",\
            "coordinates":[\(ring(74, 39, 1.5, 3))]}}
            """,
        ]
        return Array(
            "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
                .utf8)
    }

    @Test(
        "is written whole, and again to the same bytes",
        arguments: [
            ("night", ElectionNight.Hour.night, false), ("published", .published, true),
            ("corrected", .corrected, false),
        ])
    func written(name: String, hour: ElectionNight.Hour, mapped: Bool) throws {
        let model = ElectionNight(hour).model(geoJSON: mapped ? Self.map() : nil)
        var first: [String: [UInt8]] = [:]
        LiveSite(model).write { path, bytes in first[path] = bytes }
        var same = true
        LiveSite(model).write { path, bytes in same = same && first[path] == bytes }
        #expect(same && first.count > 150)
        try Self.put(first, in: name)
    }

    /// What a reader's browser is given before and after something happened, for the script's test.
    @Test(
        "is given by the service page by page",
        arguments: [("before", ElectionNight.Hour.night), ("after", .corrected)])
    func served(name: String, hour: ElectionNight.Hour) throws {
        let site = LiveSite(ElectionNight(hour).model(isStatic: false))
        var files: [String: [UInt8]] = [:]
        for path in ["live/index.html", "live/results/president.html", "live/stations.html"] {
            files["en/\(path)"] = Array(try #require(site.document(path, .english)).utf8)
        }
        files["live.js"] = Array(LiveScript.text.utf8)
        files["style.css"] = Array(Stylesheet.text.utf8)
        files["icon.svg"] = Array(Stylesheet.icon.utf8)
        try Self.put(files, in: name)
    }

    private static func put(_ files: [String: [UInt8]], in name: String) throws {
        let root = folder + "/" + name
        try? FileManager.default.removeItem(atPath: root)
        for (path, bytes) in files {
            let file = URL(filePath: root + "/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    @Test(
        "its tables of sheets are read back as they stand", arguments: ["president", "referendum"])
    func tables(contest: String) throws {
        let site = LiveSite(ElectionNight.night.model())
        let id = try #require(Contest.ID(contest))
        for series in Series.allCases {
            let path = "data/live/sheets-\(contest)-\(series.rawValue).csv"
            let bytes = try #require(site.data(path)).bytes
            let batch = try SheetTable.read(
                bytes: bytes, name: path, forms: [TervaniaForms.sheet],
                contest: ElectionNight.night.definition.contest(id))
            let sums = try #require(ElectionNight.night.state.sums[CountKey(id, series)])
            #expect(batch.sheets.count == sums.nation.sheets)
            for (place, figure) in sums.nation.figures.enumerated() {
                #expect(batch.sheets.reduce(0) { $0 + $1.figures[place] } == figure)
            }
        }
    }
}

@Suite("A map is taken within limits")
struct MapTests {
    @Test("areas are found by id or by the property district")
    func names() throws {
        let outlines = try AreaOutlines(geoJSON: LiveFolderTests.map())
        #expect(outlines.areas.map(\.name) == ["north", "south", "abroad"])
        #expect(outlines.area("north")?.rings.count == 2)
        #expect(outlines.area("south")?.rings.first?.count == 240)
    }

    static let refusals: [(text: String, code: String)] = {
        let ring = "[[0,0],[1,0],[1,1],[0,0]]"
        let twice = feature(ring, wrapped: false) + "," + feature(ring, wrapped: false)
        let point = #"{"geometry":{"type":"Point","coordinates":[1,2]}}"#
        let long = String(repeating: "[0,0],", count: 400_000)
        return [
            ("", "formats.map-not-geojson"), ("[]", "formats.map-not-geojson"),
            (#"{"type":"Feature","features":[]}"#, "formats.map-not-geojson"),
            (collection(""), "formats.map-not-geojson"),
            (collection(point), "formats.map-not-geojson"),
            (feature(ring, name: ""), "formats.map-area-without-name"),
            (feature("[[0,0],[1,0],[1,1],[0,1]]"), "formats.map-open-ring"),
            (feature("[[0,0],[1,0],[0,0]]"), "formats.map-open-ring"),
            (feature("[[0,0],[181,0],[1,1],[0,0]]"), "formats.map-position"),
            (feature("[[0,0],[1,1e999],[1,1],[0,0]]"), "formats.map-not-geojson"),
            (feature("[[0],[1,0],[1,1],[0]]"), "formats.map-position"),
            (collection(twice), "formats.map-area-twice"),
            (String(repeating: "[", count: 100_000), "formats.map-not-geojson"),
            (feature("[\(long)[0,0]]"), "formats.map-too-large"),
            (String(repeating: " ", count: 16 << 20) + " ", "formats.map-too-large"),
        ]
    }()

    @Test("what is not a map of areas is refused with its reason", arguments: refusals.indices)
    func refused(row: Int) {
        let (text, code) = Self.refusals[row]
        #expect {
            try AreaOutlines(geoJSON: Array(text.utf8))
        } throws: { error in
            (error as? MapProblem)?.code == code
        }
    }

    private static func collection(_ features: String) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}"
    }

    static func feature(_ ring: String, name: String = "north", wrapped: Bool = true) -> String {
        let feature =
            "{\"id\":\"\(name)\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
        return wrapped ? collection(feature) : feature
    }

    @Test("a country across the date line stays in one piece, and a jagged coast is thinned")
    func drawing() throws {
        var coast: [String] = []
        // Twenty thousand teeth, each a hundredth of a degree.
        for step in 0..<20_000 {
            let x = Double(step) / 2000
            coast.append("[\(170 + x > 180 ? x - 190 : 170 + x),\(step % 2 == 0 ? 60.0 : 60.01)]")
        }
        let ring = "[" + (coast + ["[-175,50]", "[170,50]", coast[0]]).joined(separator: ",") + "]"
        let bytes = Array(Self.feature(ring).utf8)
        let night = ElectionNight(.published)
        let site = LiveSite(night.model(geoJSON: bytes))
        let page = try #require(site.document("live/results/president.html", .english))
        let path = try #require(page.firstMatch(of: #/<path class="area [^"]*" d="([^"]*)"/#))
        #expect(path.output.1.utf8.count < 200_000)
        let across = path.output.1.matches(of: #/[ML](-?\d+)/#).compactMap { Int($0.output.1) }
        // Fifteen degrees over the whole width: no point lies in a far corner by itself.
        #expect(across.max().map { $0 > 700 } == true && across.min().map { $0 < 10 } == true)
        #expect(Set(across.map { $0 / 180 }).count == 4)
    }
}
