import Elections
import Formats
import Foundation
import Primitives

/// Chapter 1: what is decided, by whom, under which rules.
enum DefineCommands {
    static let all: [Command] = [
        Command(
            words: ["define", "check"], usage: "DIR",
            summary: "Checks an election definition and prints a summary.", run: check),
        importVotingWorks,
    ]

    @Sendable static func check(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "One folder with definition.json is needed.", command: nil)
        }
        let definition = try DefinitionFolder(path: path).definition()
        let flaws = definition.flaws()
        if invocation.json {
            let report = CheckReport(definition: definition, flaws: flaws)
            Talk.out(String(decoding: try Documents.encode(report), as: UTF8.self))
        } else if flaws.isEmpty {
            Talk.out(summary(of: definition))
        }
        for flaw in flaws { Talk.problem(flaw) }
        return flaws.isEmpty ? .done : .unusable
    }

    private static func summary(of definition: ElectionDefinition) -> String {
        var lines = ["\(definition.id)  \(definition.name.en)  \(definition.day.text)"]
        if let notice = definition.inventedNotice { lines.append(notice.en) }
        for contest in definition.contests {
            lines.append("contest \(contest.id): \(contest.options.count) options")
            lines.append("  rule: \(contest.outcome?.text.en ?? "none stated")")
        }
        lines.append(
            "\(definition.districts.count) districts, \(definition.stations.count) stations")
        return lines.joined(separator: "\n")
    }
}

private struct CheckReport: Encodable {
    struct Flaw: Encodable {
        let code: String
        let summary: String
        let hint: String
    }

    let id: String
    let contests: Int
    let stations: Int
    let problems: [Flaw]

    init(definition: ElectionDefinition, flaws: [DefinitionFlaw]) {
        id = definition.id.text
        contests = definition.contests.count
        stations = definition.stations.count
        problems = flaws.map { Flaw(code: $0.code, summary: $0.summary, hint: $0.remedy) }
    }
}
