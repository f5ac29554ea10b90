import Assemblies
import Formats
import Foundation
import Missions
import Primitives

/// Chapter 2: who observes, and in whose name.
enum WatchCommands {
    static let all: [Command] = [
        Command(
            words: ["watch", "import"], usage: "FILE…",
            summary:
                "Reads assemblies, delegations and offices (our JSON or Popolo) and says what is known.",
            options: ["--language"], run: importFiles),
        Command(
            words: ["watch", "show"], usage: "[FILE…] [--as-of DATE] [--language en|ru|ky]",
            summary:
                "Shows what is known of an assembly on a day, what is not, and what changed; without a file, the built-in snapshots.",
            options: ["--as-of", "--language"], run: show),
    ]

    @Sendable static func importFiles(_ invocation: Invocation) throws -> ExitStatus {
        guard !invocation.rest.isEmpty else {
            throw UsageProblem(summary: "Name at least one file.", command: nil)
        }
        let language = try language(of: invocation)
        let readings = try invocation.rest.map { try WatchReader.read($0) }
        if invocation.json {
            Talk.out(try text(of: readings))
            return .done
        }
        for reading in readings {
            Talk.out(summary(of: reading))
            Talk.out(WatchText(language).page(reading.record) + "\n")
        }
        return .done
    }

    private static func summary(of reading: WatchReading) -> String {
        let snapshot = reading.record.assembly
        var lines = [
            "\(reading.file): \(reading.form == .popolo ? "Popolo" : "Dobush")",
            "\(snapshot.namedBodies.count) bodies, \(snapshot.delegations.count) delegations, "
                + "\(snapshot.persons.count) persons, \(snapshot.offices.count) offices, "
                + "\(snapshot.holdings.count) holdings",
        ]
        if !reading.leftBehind.isEmpty {
            lines.append("not carried over:")
            lines += reading.leftBehind.map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    @Sendable static func show(_ invocation: Invocation) throws -> ExitStatus {
        let language = try language(of: invocation)
        let day = try invocation.value("--as-of").map(day(from:))
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        let files =
            invocation.rest.isEmpty
            ? try BuiltInSnapshots.files(near: program) : invocation.rest
        let records = try files.map { try WatchReader.read($0).record }
        let view = WatchView(records, on: day)
        Talk.out(invocation.json ? try text(of: view) : view.text(language))
        return .done
    }

    private static func language(of invocation: Invocation) throws -> Language {
        let word = invocation.value("--language") ?? "en"
        guard let language = Language(rawValue: word) else {
            throw UsageProblem(summary: "--language is en, ru or ky, got \(word).", command: nil)
        }
        return language
    }

    private static func day(from text: String) throws -> CivilDay {
        guard let day = CivilDay(text: text) else {
            throw UsageProblem(
                summary: "--as-of is a day such as 2021-01-08, got \(text).", command: nil)
        }
        return day
    }

    private static func text(of value: some Encodable) throws -> String {
        String(decoding: try Documents.encode(value).dropLast(), as: UTF8.self)
    }
}
