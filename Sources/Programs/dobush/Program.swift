import Formats
import Foundation
import Primitives

/// Finds the command, runs it, and tells of its problem if it has one.
enum Program {
    /// Every command, in the order of the story.
    static let commands: [Command] = [
        DefineCommands.all,
        BallotCommands.all,
        LayoutCommands.all,
        BallotDefinitionCommands.all,
        WatchCommands.all,
        ReadCommands.all,
        StationCommands.all,
        ReviewCommands.all,
        BalanceCommands.all,
        SealCommands.all,
        RuleCommands.all,
        FormCommands.all,
        IntegerPercentagesCommand.all,
        PublishCommands.all,
        SiteCommand.all,
        ServeCommands.all,
        StoreCommands.all,
        DemoCommand.all,
    ].flatMap { $0 }

    static func run(_ arguments: [String]) -> Int32 {
        do {
            return try dispatch(arguments).rawValue
        } catch let problem as any Problem {
            tell(problem, json: arguments.contains("--json"))
            return ExitStatus.unusable.rawValue
        } catch {
            tell(
                PlainProblem(
                    code: "program.fault", summary: "Something we did not expect: \(error)",
                    remedy: "Please report this with the command you ran."),
                json: arguments.contains("--json"))
            return ExitStatus.fault.rawValue
        }
    }

    private static func tell(_ problem: any Problem, json: Bool) {
        Talk.problem(problem)
        guard json, let document = try? Documents.encode(ToldProblem(problem)) else { return }
        Talk.out(String(decoding: document, as: UTF8.self))
    }

    private static func dispatch(_ arguments: [String]) throws -> ExitStatus {
        guard let first = arguments.first(where: { $0 != "--json" }), first != "help",
            first != "--help", first != "-h"
        else {
            if arguments.contains("--json") {
                let lines = commands.map(HelpLine.init)
                Talk.out(String(decoding: try Documents.encode(lines), as: UTF8.self))
            } else {
                Talk.out(help(arguments.dropFirst().first))
            }
            return .done
        }
        let candidates = commands.filter { arguments.starts(with: $0.words) }
        guard let command = candidates.max(by: { $0.words.count < $1.words.count }) else {
            let near = commands.filter { $0.words.first == first }
            throw PlainProblem(
                code: "command.unknown",
                summary: "There is no command \(arguments.prefix(2).joined(separator: " ")).",
                remedy: near.isEmpty
                    ? "dobush help shows every command."
                    : "Commands of this chapter: "
                        + near.map { $0.words.joined(separator: " ") }.joined(separator: ", "))
        }
        let tail = Array(arguments.dropFirst(command.words.count))
        if tail.contains("--help") || tail.contains("-h") {
            Talk.out(line(command))
            return .done
        }
        return try command.run(Invocation(tail, for: command))
    }

    private static func help(_ chapter: String?) -> String {
        if chapter == "forms" { return FormCommands.list }
        let shown = commands.filter { chapter == nil || $0.words.first == chapter }
        let lines = (shown.isEmpty ? commands : shown).map(line)
        return "dobush: an election that a stranger can repeat step by step.\n\n"
            + lines.joined(separator: "\n")
            + "\n\n--json prints one JSON document on any command.\n"
            + "Exit codes: 0 done; 1 done, with something wrong reported; 2 unusable; 3 our fault."
    }

    private static func line(_ command: Command) -> String {
        "dobush \(command.words.joined(separator: " ")) \(command.usage)\n    \(command.summary)"
    }
}

/// A problem as a JSON document, for programs that asked for one.
private struct ToldProblem: Encodable {
    struct Told: Encodable {
        let code: String
        let summary: String
        let hint: String
        /// What happened and what to do in English, Russian and Kyrgyz, for those who are told so.
        let text: LocalizedText?
        let advice: LocalizedText?
    }

    let problem: Told

    init(_ problem: any Problem) {
        let told = problem as? any ToldInThreeLanguages
        self.problem = Told(
            code: problem.code, summary: problem.summary, hint: problem.remedy, text: told?.text,
            advice: told?.advice)
    }
}

private struct HelpLine: Encodable {
    let command: String
    let usage: String
    let summary: String

    init(_ command: Command) {
        self.command = command.words.joined(separator: " ")
        usage = command.usage
        summary = command.summary
    }
}
