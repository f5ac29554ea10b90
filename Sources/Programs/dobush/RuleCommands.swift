import Elections
import Formats
import Foundation
import Primitives
import Procedures
import Tabulation

/// Chapter 6: rules as data, applied to ballots, lists and figures, and replayed.
enum RuleCommands {
    static let all: [Command] = [
        Command(
            words: ["declare", "ranked"],
            usage:
                "--rule FILE.json --ballots FILE.csv[.gz]|CVR.json [--contest ID] [--language en|ru|ky] --out DIR",
            summary: "Counts ranked ballots: instant-runoff and single transferable vote.",
            options: ["--rule", "--ballots", "--contest", "--out", "--language"], run: ranked),
        Command(
            words: ["declare", "seats"],
            usage:
                "--rule FILE.json --votes FILE.csv[.gz] [--registered N] [--participants N] [--valid N] [--language en|ru|ky] --out DIR",
            summary: "Shares seats among lists: D'Hondt, Sainte-Laguë, largest remainders.",
            options: [
                "--rule", "--votes", "--out", "--language", "--registered", "--participants",
                "--valid",
            ], run: seats),
        Command(
            words: ["declare", "outcome"],
            usage: "--contest FILE.json --figures FILE.json [--language en|ru|ky] --out DIR",
            summary: "States the outcome of one contest by its rule from its figures alone.",
            options: ["--contest", "--figures", "--out", "--language"], run: outcome),
        Command(
            words: ["declare", "replay"],
            usage:
                "FILE.json [--ballots FILE.csv[.gz]|CVR.json] [--contest ID] [--definition DIR]",
            summary:
                "Repeats rounds.json, seats.json or outcome.json from its own inputs, results.json by its definition, and compares.",
            options: ["--ballots", "--contest", "--definition"], run: replay),
    ]

    private static let documentLimit = 1 << 26

    @Sendable static func ranked(_ invocation: Invocation) throws -> ExitStatus {
        let input = try invocation.required("--rule", for: "a rule for ranked ballots")
        let table = try invocation.required("--ballots", for: "a table of ranked ballots")
        let rule: RankedRule = try read(input)
        if let flaw = rule.flawsBeforeDrawing().first { throw flaw }
        let read = try ballots(table, rule, invocation)
        let computation = try ApplyRules.ranked(rule, read.ballots)
        tell(read.refusals, read.refused, of: table)
        try finish(computation, computation.sentences, name: "rounds.json", invocation)
        return read.refused > 0 || computation.isUndecided ? .reported : .done
    }

    @Sendable static func seats(_ invocation: Invocation) throws -> ExitStatus {
        let input = try invocation.required("--rule", for: "a rule for sharing seats")
        let table = try invocation.required("--votes", for: "a table of votes by list")
        let rule: SeatRule = try read(input)
        let read = try ListVotesTable.read(table)
        // A list that is lost would change the seats of all others.
        if let refusal = read.refusals.first {
            throw PlainProblem(
                code: refusal.code, summary: "\(table): \(refusal.summary)", remedy: refusal.remedy)
        }
        let computation = try ApplyRules.seats(
            rule,
            SeatFigures(
                read.lists, registered: try figure("--registered", invocation),
                participants: try figure("--participants", invocation),
                valid: try figure("--valid", invocation)))
        try finish(computation, computation.sentences, name: "seats.json", invocation)
        return computation.isUndecided ? .reported : .done
    }

    @Sendable static func outcome(_ invocation: Invocation) throws -> ExitStatus {
        let contest: Contest = try read(
            invocation.required("--contest", for: "a contest with its rule"))
        let figures: ContestFigures = try read(
            invocation.required("--figures", for: "votes, registered, participants and valid"))
        let computation = try ApplyRules.outcome(contest, figures)
        try finish(computation, computation.sentences, name: "outcome.json", invocation)
        return computation.isUndecided ? .reported : .done
    }

    /// A table, or cast vote records when the name says that the file is JSON.
    private static func ballots(
        _ path: String, _ rule: RankedRule, _ invocation: Invocation
    ) throws -> RankedBallotTable {
        let contest = invocation.value("--contest")
        if path.lowercased().hasSuffix(".json") {
            return try RankedRecordFile.read(path, rule: rule, contest: contest)
        }
        guard contest == nil else {
            throw UsageProblem(summary: "--contest belongs to cast vote records.", command: nil)
        }
        return try RankedBallotTable.read(path, rule: rule)
    }

    private static func read<Value: Decodable>(_ path: String) throws -> Value {
        try Documents.decode(Value.self, from: Files.read(path, limit: documentLimit), name: path)
    }

    private static func figure(_ option: String, _ invocation: Invocation) throws -> Int? {
        guard let number = try invocation.number(option) else { return nil }
        guard number < 1_000_000_000_000 else {
            throw UsageProblem(summary: "\(option) has more than twelve digits.", command: nil)
        }
        return number
    }

    /// Writes the document and prints it, or its steps.
    private static func finish(
        _ computation: some Encodable, _ sentences: [LocalizedText], name: String,
        _ invocation: Invocation
    ) throws {
        if let word = invocation.rest.first {
            throw UsageProblem(summary: "\(word) has no place here.", command: nil)
        }
        let word = invocation.value("--language") ?? "en"
        guard let language = Language(rawValue: word) else {
            throw UsageProblem(summary: "--language is en, ru or ky, got \(word).", command: nil)
        }
        let document = try Documents.encode(computation)
        let out =
            invocation.json
            ? invocation.value("--out")
            : try invocation.required("--out", for: "where the result goes")
        if let out {
            try Files.publishFolder(out) { try Files.write(document, to: "\($0)/\(name)") }
        }
        Talk.out(
            invocation.json
                ? String(decoding: document.dropLast(), as: UTF8.self)
                : sentences.map { $0[language] }.joined(separator: "\n"))
    }

    private static func tell(_ refusals: [RowRefusal], _ refused: Int, of file: String) {
        for refusal in refusals.prefix(20) {
            Talk.problem(
                PlainProblem(
                    code: refusal.code, summary: "\(file): \(refusal.summary)",
                    remedy: refusal.remedy))
        }
        if refused > 20 { Talk.say("and \(refused - 20) more rows refused") }
    }

    // MARK: Replay

    private struct KindOnly: Decodable {
        let kind: String?
    }

    @Sendable static func replay(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(
                summary: "One file is needed: rounds.json, for example.", command: nil)
        }
        let data = try Files.read(path)
        let kind = try Documents.decode(KindOnly.self, from: data, name: path).kind
        if kind != "ranked", invocation.value("--ballots") != nil {
            throw UsageProblem(
                summary: "--ballots belongs to a count of ranked ballots.", command: nil)
        }
        let finding: ReplayComputation.Finding
        var sameBallots: Bool?
        switch kind {
        case "ranked":
            let stated = try Documents.decode(RankedComputation.self, from: data, name: path)
            finding = try ReplayComputation.ranked(stated)
            sameBallots = try invocation.value("--ballots").map {
                try ballots($0, stated.rule, invocation).ballots == stated.ballots
            }
        case nil:
            let stated = try Documents.decode(Declaration.self, from: data, name: path)
            let definition = try invocation.required(
                "--definition", for: "results are replayed by the rule of their definition")
            finding = try ReplayComputation.declaration(
                stated, definition: SheetInput.definition(definition))
        case "seats":
            finding = try ReplayComputation.seats(
                Documents.decode(SeatComputation.self, from: data, name: path))
        case "outcome":
            finding = try ReplayComputation.outcome(
                Documents.decode(OutcomeComputation.self, from: data, name: path))
        case let other?:
            throw DocumentProblem(
                file: path, place: ".kind", what: "\(other) is not ranked, seats or outcome")
        }
        return report(finding, sameBallots, json: invocation.json)
    }

    private struct Told: Encodable {
        let equal: Bool
        let steps: Int
        let sameBallots: Bool?
        let stated: String?
        let computed: String?
    }

    private static func report(
        _ finding: ReplayComputation.Finding, _ sameBallots: Bool?, json: Bool
    ) -> ExitStatus {
        let equal = finding.difference == nil
        if json {
            let told = Told(
                equal: equal, steps: finding.steps, sameBallots: sameBallots,
                stated: finding.difference?.stated, computed: finding.difference?.computed)
            if let document = try? Documents.encode(told) {
                Talk.out(String(decoding: document.dropLast(), as: UTF8.self))
            }
        } else if let difference = finding.difference {
            Talk.out(
                "not equal\n  the file says: \(difference.stated)\n  its inputs give: \(difference.computed)"
            )
        } else {
            Talk.out("equal: \(finding.steps) steps recomputed from the inputs in the file")
        }
        if sameBallots == false { Talk.say("The ballots in the file are not those of the table.") }
        return equal && sameBallots != false ? .done : .reported
    }
}
