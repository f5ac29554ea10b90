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

/// What everybody may read: the election, the sums, the stations' sheets, the log.
enum PublicOperations {
    static let all: [Operation] = [
        election, results, contest, stations, station, turnout, sheet, file, log,
    ]

    private static let stationParameter = Operation.Parameter(
        name: "station", schema: Schema.identifier, words: "A station's id")

    private static let election = Operation(
        method: .get, path: "/api/v1/election", summary: "What is decided, and by which forms",
        entry: .open,
        output: .json(
            status: 200,
            .object([
                .init("definition", .document("The election's definition, as in definition.json")),
                .init("forms", .map(.document("The form of the contest's sheets"), most: 1000)),
                .init("deciding", .choice(Series.allCases.map(\.rawValue))),
                .init("register", .map(Schema.count, most: 1_000_000)),
                .init("readiness", .list(.document("A requirement"), most: 10_000)),
                .init("signaturesNeeded", .integer(least: 2, most: 100)),
                .init("relations", .list(.document("A relation"), most: 1000), required: false),
            ])),
        problems: [409], isPublic: true
    ) { call, _ in
        guard let setting = call.state.setting else { throw FilingProblem.noElection }
        return JSONAnswer.response(setting)
    }

    private static let results = Operation(
        method: .get, path: "/api/v1/results",
        summary: "Every contest's sums in the count that decides", entry: .open,
        output: .json(status: 200, .list(ResultsShape.schema, most: 1000)), problems: [409],
        isPublic: true
    ) { call, _ in
        guard let setting = call.state.setting else { throw FilingProblem.noElection }
        let all = setting.definition.contests.compactMap { contest in
            call.state.sums[CountKey(contest.id, setting.deciding)].map {
                ResultsShape(contest, $0, setting.deciding, call.state)
            }
        }
        return JSONAnswer.response(all)
    }

    private static let contest = Operation(
        method: .get, path: "/api/v1/results/{contest}",
        summary: "One contest's sums, nation and districts", entry: .open,
        parameters: [
            .init(name: "contest", schema: Schema.identifier, words: "A contest's id"),
            .init(
                name: "series", schema: .choice(Series.allCases.map(\.rawValue)),
                words: "Which count; the one that decides when left out", inPath: false),
        ], output: .json(status: 200, ResultsShape.schema), problems: [409], isPublic: true
    ) { call, arguments in
        guard let setting = call.state.setting else { throw FilingProblem.noElection }
        let id: Contest.ID = try arguments.identifier("contest")
        guard let contest = setting.definition.contest(id) else {
            throw CallProblem.noSuchResource("contest \(id)")
        }
        var series = setting.deciding
        if let text = arguments.query["series"] {
            guard let wanted = Series(rawValue: text) else {
                throw CallProblem.unfit(["series is none of scanner, hand"])
            }
            series = wanted
        }
        guard let sums = call.state.sums[CountKey(id, series)] else {
            throw CallProblem.noSuchResource("contest \(id)")
        }
        return JSONAnswer.response(ResultsShape(contest, sums, series, call.state))
    }

    private static let stations = Operation(
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

    private static let station = Operation(
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

    private static let turnout = Operation(
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

    private static let sheet = Operation(
        method: .get, path: "/api/v1/sheets/{sheet}",
        summary: "A filed sheet's text as it is signed, or with its signatures as it came",
        entry: .open,
        parameters: [.init(name: "sheet", schema: Schema.digest, words: "A sheet's digest")],
        output: .text("text/plain"), isPublic: true
    ) { call, arguments in
        guard let id = arguments.path["sheet"].flatMap({ Digest(hex: $0) }),
            let ref = call.state.ref(id), let version = call.state.file(ref.key).version(id),
            version.isPublic
        else { throw CallProblem.noSuchResource("sheet of this digest") }
        return Response(text: version.note ?? version.statement.text)
    }

    private static let file = Operation(
        method: .get, path: "/api/v1/files/{file}",
        summary: "The picture of a filed sheet; others for those who may see the work",
        entry: .open,
        parameters: [.init(name: "file", schema: Schema.digest, words: "A file's SHA-256")],
        output: .file
    ) { call, arguments in
        guard let digest = arguments.path["file"].flatMap({ Digest(hex: $0) }) else {
            throw CallProblem.noSuchResource("file of this digest")
        }
        let paperOf = call.state.review.files[digest].flatMap { call.state.stations[$0] }
        let mayAll =
            call.caller.map { caller in
                // A voter's paper is shown where the work of its station is.
                if let paperOf { return caller.account.may(.seeWork, at: paperOf) }
                return caller.account.mayAnywhere(.seeWork)
                    || caller.account.mayAnywhere(.seeReadiness)
            } ?? false
        guard mayAll || call.state.publicFiles.contains(digest),
            // Pieces of packed readings lie in the store too; they are no pictures to be shown.
            let file = try call.office.store.file(digest), file.isPicture
        else { throw CallProblem.noSuchResource("file of this digest") }
        var response = Response(type: file.type, body: file.bytes)
        response.headers += [
            ("ETag", "\"\(digest.hex)\""),
            ("Cache-Control", mayAll ? "private, max-age=31536000" : "public, max-age=31536000"),
            ("Content-Disposition", "inline"),
        ]
        return response
    }

    private struct LogAnswer: Encodable {
        struct Entry: Encodable {
            let act: Int
            let moment: Instant
            let actor: String?
            let kind: String?
            /// The JSON text whose SHA-256 the link covers; absent for what is not public.
            let body: String?
            let bodyDigest: String
            let link: String
        }

        let entries: [Entry]
        let head: Int
    }

    private static let log = Operation(
        method: .get, path: "/api/v1/log",
        summary: "The acts of the office in order, each with its link to the one before",
        entry: .open,
        parameters: [
            .init(
                name: "after", schema: .integer(most: 1 << 53),
                words: "Acts with a higher number than this", inPath: false),
            .init(
                name: "limit", schema: .integer(most: 1000), words: "How many at most",
                inPath: false),
        ],
        output: .json(
            status: 200,
            .object([
                .init(
                    "entries",
                    .list(
                        .object([
                            .init("act", Schema.count), .init("moment", Schema.moment),
                            .init("actor", Schema.identifier, required: false),
                            .init("kind", .text(most: 100), required: false),
                            .init("body", .text(most: 16 << 20), required: false),
                            .init("bodyDigest", Schema.digest), .init("link", Schema.digest),
                        ]), most: 1000)), .init("head", Schema.count),
            ]))
    ) { call, arguments in
        let after = try arguments.number("after", or: 0, most: 1 << 53)
        let limit = try arguments.number("limit", or: 200, most: 1000)
        let seesAll = call.caller?.account.mayAnywhere(.seeLog) ?? false
        let reviews = call.caller?.account.mayAnywhere(.reviewPapers) ?? false
        let entries = try call.office.store.acts(after: after, limit: limit).map { stored in
            // Who reviews papers is not told who looked at one before it is settled.
            let blind = reviews && call.state.isUnseen(stored.sequence)
            let shown = seesAll && !blind || !Act.officeKinds.contains(stored.kind)
            let opened =
                try !call.state.isUnseen(stored.sequence)
                && (seesAll || call.state.opens(ActCoder.entry(stored).act))
            return LogAnswer.Entry(
                act: stored.sequence, moment: stored.moment, actor: shown ? stored.actor : nil,
                kind: shown ? stored.kind : nil,
                body: opened ? String(decoding: stored.body, as: UTF8.self) : nil,
                bodyDigest: Digest.of(stored.body).hex, link: stored.link.hex)
        }
        return JSONAnswer.response(LogAnswer(entries: entries, head: call.state.through))
    }
}
