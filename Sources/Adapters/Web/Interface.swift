import Cryptography
import Elections
import Formats
import HTTPServer
import Ledger
import Primitives
import Publication

/// The JSON API, made once when the service starts: the record never changes under it.
struct Interface: Sendable {
    private let answers: [String: Response]

    init(_ dossier: Dossier) {
        var answers = [
            "record": Self.json(RecordSummary(dossier)), "log": Self.json(LogSummary(dossier)),
        ]
        for contest in dossier.contests {
            answers["results/\(contest.contest.id)"] = Self.json(ContestSummary(contest, dossier))
        }
        self.answers = answers
    }

    func answer(_ path: String) -> Response? { answers[path] }

    static func json(_ value: some Encodable, status: Int = 200) -> Response {
        guard let data = try? Documents.encode(value) else {
            return Response(status: 500, type: "application/json", body: Array("{}".utf8))
        }
        return Response(status: status, type: "application/json", body: Array(data))
    }
}

private struct RecordSummary: Encodable {
    struct Step: Encodable {
        let number: Int
        let title: String
        let holds: Bool
        let faults: Int
    }

    let election: String
    let name: LocalizedText
    let notice: LocalizedText?
    let day: CivilDay
    let contests: [String]
    let stations: Int
    let entries: Int
    let root: String?
    let verification: [Step]

    init(_ dossier: Dossier) {
        let definition = dossier.definition
        election = definition.id.text
        name = definition.name
        notice = definition.inventedNotice
        day = definition.day
        contests = dossier.contests.map(\.contest.id.text)
        stations = definition.stations.count
        entries = dossier.log.entries.count
        root = dossier.log.root?.hex
        verification = dossier.log.verification.map {
            Step(number: $0.number, title: $0.title, holds: $0.holds, faults: $0.faults.count)
        }
    }
}

private struct ContestSummary: Encodable {
    struct Sums: Encodable {
        let registered: Int
        let participants: Int
        let valid: Int
        let stations: Int
        let votes: [String: Int]

        init(_ sums: DeclaredContest.Sums, _ contest: Contest) {
            registered = sums.registered
            participants = sums.participants
            valid = sums.valid
            stations = sums.stations
            votes = Dictionary(
                zip(contest.options.map(\.id.text), sums.votes),
                uniquingKeysWith: { first, _ in first })
        }
    }

    let contest: String
    let title: LocalizedText
    let notice: LocalizedText?
    let stations: Int
    let nation: Sums
    let districts: [String: Sums]
    let outcome: LocalizedText?
    let rule: LocalizedText?

    init(_ declared: DeclaredContest, _ dossier: Dossier) {
        contest = declared.contest.id.text
        title = declared.contest.title
        notice = dossier.definition.inventedNotice
        stations = dossier.definition.stations.count
        nation = Sums(declared.nation, declared.contest)
        districts = Dictionary(
            declared.districts.map { ($0.key.text, Sums($0.value, declared.contest)) },
            uniquingKeysWith: { first, _ in first })
        outcome = declared.outcome
        rule = declared.contest.outcome?.text
    }
}

private struct LogSummary: Encodable {
    struct Entry: Encodable {
        let kind: String
        let path: String
        let bytes: Int
        let sha256: String
        let from: [String]
    }

    let origin: String
    let root: String?
    let key: String
    let checkpoint: String
    let entries: [Entry]

    init(_ dossier: Dossier) {
        origin = dossier.log.origin
        root = dossier.log.root?.hex
        key = dossier.log.keyText
        checkpoint = dossier.log.checkpoint
        entries = dossier.log.entries.map {
            Entry(
                kind: $0.kind.rawValue, path: $0.path, bytes: $0.bytes, sha256: $0.digest.hex,
                from: $0.parents.map(\.hex))
        }
    }
}
