import Foundation
import Primitives

/// One thing the program can do: `dobush <words> …`.
struct Command: Sendable {
    /// `["define", "check"]`; the longest match wins.
    let words: [String]
    /// What comes after the words, for the help page.
    let usage: String
    let summary: String
    /// Options that take a value, with their dashes.
    var options: Set<String> = []
    /// Options that take none, with their dashes. `--json` is always allowed.
    var flags: Set<String> = []
    let run: @Sendable (Invocation) throws -> ExitStatus
}

/// Exit codes of the contract.
enum ExitStatus: Int32 {
    case done = 0
    /// Done, and the input has something wrong that is reported.
    case reported = 1
    /// The command, its definition or the place for the output cannot be used.
    case unusable = 2
    /// Our fault.
    case fault = 3
}

/// The words after the command, sorted into options, flags and the rest.
struct Invocation: Sendable {
    var values: [String: [String]] = [:]
    var flags: Set<String> = []
    var rest: [String] = []

    init(_ arguments: [String], for command: Command) throws {
        var index = 0
        var onlyRest = false
        while index < arguments.count {
            let word = arguments[index]
            index += 1
            if onlyRest || !word.hasPrefix("-") || word == "-" {
                rest.append(word)
            } else if word == "--" {
                onlyRest = true
            } else if let equals = word.firstIndex(of: "="),
                command.options.contains(String(word[..<equals]))
            {
                let name = String(word[..<equals])
                values[name, default: []].append(String(word[word.index(after: equals)...]))
            } else if command.options.contains(word) {
                guard index < arguments.count else {
                    throw UsageProblem(summary: "\(word) needs a value.", command: command)
                }
                values[word, default: []].append(arguments[index])
                index += 1
            } else if command.flags.contains(word) || word == "--json" {
                flags.insert(word)
            } else {
                throw UsageProblem(summary: "\(word) is not an option here.", command: command)
            }
        }
    }

    /// True when the result goes to stdout as one JSON document.
    var json: Bool { flags.contains("--json") }

    func value(_ option: String) -> String? { values[option]?.last }

    /// Every value of an option that may stand several times.
    func all(_ option: String) -> [String] { values[option] ?? [] }

    func required(_ option: String, for what: String) throws -> String {
        guard let value = value(option) else {
            throw UsageProblem(summary: "\(option) is missing: \(what).", command: nil)
        }
        return value
    }

    /// A whole number above zero.
    func number(_ option: String) throws -> Int? {
        guard let text = value(option) else { return nil }
        guard let number = Int(text), number > 0 else {
            throw UsageProblem(
                summary: "\(option) is a whole number above zero, got \(text).", command: nil)
        }
        return number
    }
}

struct UsageProblem: Problem {
    let code = "command.usage"
    let summary: String
    let remedy: String

    init(summary: String, command: Command?) {
        self.summary = summary
        remedy =
            command.map { "dobush \($0.words.joined(separator: " ")) \($0.usage)" }
            ?? "dobush help shows every command with its options."
    }
}
