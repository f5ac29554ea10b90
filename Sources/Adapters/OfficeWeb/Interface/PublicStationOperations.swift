import Cryptography
import Elections
import Filing
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Storage
import Tabulation

/// Stations as everybody may see them: where their sheets stand, and turnout.
extension PublicOperations {
    private static let stationParameter = Operation.Parameter(
        name: "station", schema: Schema.identifier, words: "A station's id")

    static let stations = Operation(
        method: .get, path: "/api/v1/stations",
        summary: "Every station with where its sheets stand, in the order of their ids",
        entry: .open,
        parameters: [
            .init(
                name: "after", schema: Schema.identifier,
                words: "Stations after this one; from the first when left out", inPath: false),
            .init(
                name: "limit", schema: .integer(most: 5000), words: "How many at most",
                inPath: false),
        ],
        output: .json(
            status: 200,
            .object([.init("stations", .list(StationShape.schema, most: 5000))])), isPublic: true
    ) { call, arguments in
        let limit = try arguments.number("limit", or: 1000, most: 5000)
        var ids = call.state.stations.keys.sorted()[...]
        if let text = arguments.query["after"] {
            guard let after = PollingStation.ID(text) else {
                throw CallProblem.unfit(["after is not an identifier"])
            }
            ids = ids.drop { $0 <= after }
        }
        let shapes = ids.prefix(limit).compactMap { id in
            call.state.stations[id].map { StationShape($0, call.state) }
        }
        return JSONAnswer.response(["stations": shapes])
    }

    private struct StationAnswer: Encodable {
        let station: StationShape
        let turnout: [String: Int]
        let sheets: [VersionShape]
        let desk: StationTurnout?
        /// By the series of the count.
        let brokenRelations: [String: [Relation]]

        struct Relation: Encodable {
            let relation: String
            let text: LocalizedText
            let severity: String
            let left: Int
            let right: Int

            static let schema = Schema.object([
                .init("relation", Schema.identifier), .init("text", Schema.localized),
                .init("severity", .text(most: 20)),
                .init("left", .integer(least: -(1 << 53), most: 1 << 53)),
                .init("right", .integer(least: -(1 << 53), most: 1 << 53)),
            ])
        }

        static let schema = Schema.object([
            .init("station", StationShape.schema), .init("turnout", .map(Schema.figure, most: 200)),
            .init("desk", .document("The desk's counts"), required: false),
            .init("brokenRelations", .map(.list(Relation.schema, most: 1000), most: 2)),
            .init("sheets", .list(VersionShape.schema, most: 100_000)),
        ])
    }

    static let station = Operation(
        method: .get, path: "/api/v1/stations/{station}",
        summary: "One station with every filed and annulled sheet and its turnout by hour",
        entry: .open, parameters: [stationParameter],
        output: .json(status: 200, StationAnswer.schema), problems: [409], isPublic: true
    ) { call, arguments in
        let station = try call.state.station(arguments.identifier("station"))
        var sheets: [VersionShape] = []
        for contest in call.state.setting?.definition.contests ?? [] {
            for series in Series.allCases {
                let file = call.state.file(SheetKey(station.id, contest.id, series))
                sheets += file.versions.filter(\.isPublic).map { VersionShape($0, of: file) }
            }
        }
        let turnout = (call.state.turnout[station.id] ?? [:]).map {
            ($0.key.text(), $0.value.voters)
        }
        return JSONAnswer.response(
            StationAnswer(
                station: StationShape(station, call.state),
                turnout: Dictionary(turnout, uniquingKeysWith: { first, _ in first }),
                sheets: sheets, desk: call.state.desk[station.id],
                brokenRelations: Dictionary(
                    uniqueKeysWithValues: Series.allCases.map { series in
                        (series.rawValue, relations(station.id, series, call.state))
                    })))
    }

    private static func relations(
        _ station: PollingStation.ID, _ series: Series, _ state: OfficeState
    ) -> [StationAnswer.Relation] {
        state.brokenRelations(station, series).map {
            StationAnswer.Relation(
                relation: $0.relation.id.text, text: $0.relation.text,
                severity: $0.relation.severity.rawValue, left: $0.left, right: $0.right)
        }
    }

    private struct TurnoutAnswer: Encodable {
        struct Hour: Encodable {
            let hour: Instant
            let stations: Int
            let voters: Int
            let registered: Int
        }

        let hours: [Hour]
    }

    static let turnout = Operation(
        method: .get, path: "/api/v1/turnout",
        summary: "Voters by the hour, over the stations that reported for it", entry: .open,
        output: .json(
            status: 200,
            .object([
                .init(
                    "hours",
                    .list(
                        .object([
                            .init("hour", Schema.moment), .init("stations", Schema.count),
                            .init("voters", Schema.count), .init("registered", Schema.count),
                        ]), most: 1000))
            ])), isPublic: true
    ) { call, _ in
        var hours: [Instant: (stations: Int, voters: Int, registered: Int)] = [:]
        for (station, reports) in call.state.turnout {
            let registered = call.state.setting?.register[station] ?? 0
            for report in reports.values {
                var sum = hours[report.hour] ?? (0, 0, 0)
                sum.stations += 1
                sum.voters += report.voters
                sum.registered += registered
                hours[report.hour] = sum
            }
        }
        return JSONAnswer.response(
            TurnoutAnswer(
                hours: hours.sorted { $0.key < $1.key }.map {
                    TurnoutAnswer.Hour(
                        hour: $0.key, stations: $0.value.stations, voters: $0.value.voters,
                        registered: $0.value.registered)
                }))
    }
}
