import Cryptography
import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice

/// Before, during and after the day: turnout, readiness, what waits, publication.
enum DayOperations {
    static let all: [Operation] = [
        turnout, desk, readiness, record, confirm, remark, work, propose, withdraw, publish,
    ]

    private static let done = Operation.Output.json(status: 200, DeedAnswer.schema)

    private static let turnout = Operation(
        method: .post, path: "/api/v1/turnout",
        summary: "How many had voted at a station by an hour",
        input: .json(
            .object([
                .init("station", Schema.identifier), .init("hour", Schema.moment),
                .init("voters", Schema.figure),
            ])), output: done, problems: [404, 409]
    ) { call, arguments in
        let report = try arguments.read(TurnoutReport.self)
        return try Deeds.perform(call) { state, now, person in
            try state.reportTurnout(report, by: person, at: now)
        }
    }

    private static let desk = Operation(
        method: .post, path: "/api/v1/desk-counts",
        summary: "What a station's desk counted: names on the list, persons admitted",
        input: .json(
            .object([
                .init("station", Schema.identifier), .init("registered", Schema.figure),
                .init("admitted", Schema.figure), .init("admittedByFallback", Schema.figure),
                .init("refused", .map(Schema.figure, most: 100)),
            ])), output: done, problems: [404, 409]
    ) { call, arguments in
        let counts = try arguments.read(StationTurnout.self)
        return try Deeds.perform(call) { state, _, person in
            try state.countDesk(counts, by: person)
        }
    }

    private static let keySchema = Schema.object([
        .init("station", Schema.identifier), .init("requirement", Schema.identifier),
        .init("serial", .text(most: 64)),
    ])

    private struct ItemShape: Encodable {
        let station: String
        let requirement: String
        let serial: String
        let standing: String
        let due: Instant
        let note: String?
        let recordedBy: String?
        let recorded: Instant?
        let evidence: String?
        let confirmedBy: String?
        let confirmed: Instant?
        let remarks: [Remark]

        struct Remark: Encodable {
            let agrees: Bool
            let text: String
            let by: String
            let at: Instant
        }

        static let schema = Schema.object([
            .init("station", Schema.identifier), .init("requirement", Schema.identifier),
            .init("serial", .text(most: 64)),
            .init(
                "standing",
                .choice(["confirmed", "recorded", "partly", "failed", "open", "late"])),
            .init("due", Schema.moment), .init("note", Schema.words, required: false),
            .init("recordedBy", Schema.identifier, required: false),
            .init("recorded", Schema.moment, required: false),
            .init("evidence", Schema.digest, required: false),
            .init("confirmedBy", Schema.identifier, required: false),
            .init("confirmed", Schema.moment, required: false),
            .init(
                "remarks",
                .list(
                    .object([
                        .init("agrees", .boolean), .init("text", Schema.words),
                        .init("by", Schema.identifier), .init("at", Schema.moment),
                    ]), most: 10_000)),
        ])
    }

    private static let readiness = Operation(
        method: .get, path: "/api/v1/readiness",
        summary: "What must be there before stations open, and how it stands",
        parameters: [
            .init(
                name: "station", schema: Schema.identifier, words: "Only this station",
                inPath: false)
        ],
        output: .json(
            status: 200, .object([.init("items", .list(ItemShape.schema, most: 1_000_000))])),
        problems: [404, 409]
    ) { call, arguments in
        let person = try call.person()
        let state = call.state
        var stations = state.stations.values.sorted { $0.id < $1.id }
        if let text = arguments.query["station"] {
            guard let id = PollingStation.ID(text) else {
                throw CallProblem.unfit(["station is not an identifier"])
            }
            stations = [try state.station(id)]
            guard person.may(.seeReadiness, at: stations[0]) else { throw FilingProblem.notAllowed }
        }
        guard person.mayAnywhere(.seeReadiness) else { throw FilingProblem.notAllowed }
        let items = stations.filter { person.may(.seeReadiness, at: $0) }.flatMap { station in
            state.readinessItems(at: station).map { shape($0.0, $0.1, station, call) }
        }
        return JSONAnswer.response(["items": items])
    }

    private static func shape(
        _ key: ReadinessKey, _ item: ReadinessItem, _ station: PollingStation, _ call: OfficeCall
    ) -> ItemShape {
        let requirement = call.state.setting?.readiness.first { $0.id == key.requirement }
        let due = requirement?.due(at: station) ?? station.opens
        return ItemShape(
            station: key.station.text, requirement: key.requirement.text, serial: key.serial,
            standing: item.standing(due: due, now: call.now).rawValue, due: due,
            note: item.record?.value.note, recordedBy: item.record?.by.text,
            recorded: item.record?.at, evidence: item.record?.value.evidence?.hex,
            confirmedBy: item.confirmed?.by.text, confirmed: item.confirmed?.at,
            remarks: item.remarks.map {
                ItemShape.Remark(
                    agrees: $0.value.agrees, text: $0.value.text, by: $0.by.text, at: $0.at)
            })
    }

    private static let record = Operation(
        method: .post, path: "/api/v1/readiness",
        summary: "Records what is there of what a station needs",
        input: .json(
            .object([
                .init("key", keySchema),
                .init("state", .choice(ReadinessRecord.State.allCases.map(\.rawValue))),
                .init("note", Schema.words),
                .init("evidence", .nullable(Schema.digest), required: false),
            ])), output: done, problems: [404, 409]
    ) { call, arguments in
        let record = try arguments.read(ReadinessRecord.self)
        return try Deeds.perform(call) { state, _, person in
            try state.recordReadiness(record, by: person)
        }
    }

    private static let confirm = Operation(
        method: .post, path: "/api/v1/readiness/confirmations",
        summary: "A second person confirms what was recorded as ready", input: .json(keySchema),
        output: done, problems: [404, 409]
    ) { call, arguments in
        let key = try arguments.read(ReadinessKey.self)
        return try Deeds.perform(call) { state, _, person in
            try state.confirmReadiness(key, by: person)
        }
    }

    private static let remark = Operation(
        method: .post, path: "/api/v1/readiness/remarks",
        summary: "An observer sets a finding beside what the commission says",
        input: .json(
            .object([
                .init("key", keySchema), .init("agrees", .boolean), .init("text", Schema.words),
                .init("evidence", .nullable(Schema.digest), required: false),
            ])), output: done, problems: [404, 409]
    ) { call, arguments in
        let remark = try arguments.read(ReadinessRemark.self)
        return try Deeds.perform(call) { state, _, person in
            try state.remarkReadiness(remark, by: person)
        }
    }

    private struct WorkAnswer: Encodable {
        struct Item: Encodable {
            let station: String
            let contest: String
            let series: String
            let status: String
            let sheets: [VersionShape]
        }

        let items: [Item]
        let alarms: [String]
    }

    private static let work = Operation(
        method: .get, path: "/api/v1/work",
        summary: "Sheets of your area that are not simply filed, with every version",
        output: .json(
            status: 200,
            .object([
                .init(
                    "items",
                    .list(
                        .object([
                            .init("station", Schema.identifier),
                            .init("contest", Schema.identifier),
                            .init("series", .choice(Series.allCases.map(\.rawValue))),
                            .init("status", .choice(SheetStatus.allCases.map(\.rawValue))),
                            .init("sheets", .list(VersionShape.schema, most: 100_000)),
                        ]), most: 1_000_000)),
                .init("alarms", .list(Schema.digest, most: 1_000_000)),
            ]))
    ) { call, _ in
        let person = try call.person()
        guard person.mayAnywhere(.seeWork) else { throw FilingProblem.notAllowed }
        let own = call.state.sheets.filter { key, file in
            guard let station = call.state.stations[key.station] else { return false }
            return file.status != .filed && person.may(.seeWork, at: station)
        }
        let items = own.sorted { $0.key < $1.key }.map { key, file in
            WorkAnswer.Item(
                station: key.station.text, contest: key.contest.text, series: key.series.rawValue,
                status: file.status.rawValue,
                sheets: file.versions.map { VersionShape($0, of: file) })
        }
        let alarms = call.state.alarms.filter { ref in
            call.state.stations[ref.key.station].map { person.may(.seeWork, at: $0) } ?? false
        }
        return JSONAnswer.response(WorkAnswer(items: items, alarms: alarms.map(\.id.hex)))
    }

    private static let contestParameter = Operation.Parameter(
        name: "contest", schema: Schema.identifier, words: "A contest's id")

    private static let propose = Operation(
        method: .post, path: "/api/v1/publications/{contest}",
        summary: "An officer of the centre proposes the sums for publication as final",
        parameters: [contestParameter], output: done, problems: [409]
    ) { call, arguments in
        let contest: Contest.ID = try arguments.identifier("contest")
        return try Deeds.perform(call) { state, _, person in
            try state.proposePublication(contest, by: person)
        }
    }

    private static let withdraw = Operation(
        method: .post, path: "/api/v1/publications/{contest}/withdrawal",
        summary: "The proposal is taken back", parameters: [contestParameter], output: done,
        problems: [409]
    ) { call, arguments in
        let contest: Contest.ID = try arguments.identifier("contest")
        return try Deeds.perform(call) { state, _, person in
            try state.withdrawPublication(contest, by: person)
        }
    }

    private static let publish = Operation(
        method: .post, path: "/api/v1/publications/{contest}/confirmation",
        summary: "A second officer confirms them; they are public as final",
        parameters: [contestParameter], output: done, problems: [409]
    ) { call, arguments in
        let contest: Contest.ID = try arguments.identifier("contest")
        return try Deeds.perform(call) { state, _, person in
            try state.confirmPublication(contest, by: person)
        }
    }
}
