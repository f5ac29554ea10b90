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
}
