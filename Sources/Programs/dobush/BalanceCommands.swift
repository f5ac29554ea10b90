import Elections
import Formats
import Foundation
import Primitives
import Procedures
import Tabulation

/// Chapters 5 and 6: the stations' sheets, and what they add up to.
enum BalanceCommands {
    static let all: [Command] = [
        Command(
            words: ["balance"],
            usage: "--form NAME_OR_FILE --sheets FILE.csv[.gz|.zip] --out FILE.json",
            summary: "Checks the equations of every station's sheet and sums them.",
            options: ["--form", "--sheets", "--out"], run: balance),
        Command(
            words: ["declare"],
            usage:
                "--form NAME_OR_FILE --sheets FILE.csv[.gz|.zip] [--definition DIR] [--contest ID] [--day YYYY-MM-DD] [--levels N|all] --out DIR",
            summary:
                "Sums the sheets at every level and states the outcome by the definition's rule.",
            options: [
                "--form", "--sheets", "--out", "--definition", "--contest", "--day", "--levels",
            ], run: declare),
    ]

    @Sendable static func balance(_ invocation: Invocation) throws -> ExitStatus {
        try noRest(invocation)
        let batch = try SheetInput.read(invocation)
        let report = BalanceSheets.report(batch)
        let document = try Documents.encode(report)
        if let out = try output(invocation) { try Files.write(document, to: out) }
        SheetInput.tell(batch, of: invocation)
        if invocation.json {
            Talk.out(String(decoding: document.dropLast(), as: UTF8.self))
        } else {
            Talk.out(summary(report))
        }
        return report.somethingIsWrong ? .reported : .done
    }

    @Sendable static func declare(_ invocation: Invocation) throws -> ExitStatus {
        try noRest(invocation)
        let day = try invocation.value("--day").map { text in
            guard let day = CivilDay(text: text) else {
                throw UsageProblem(
                    summary: "--day is written 2031-05-18, got \(text).", command: nil)
            }
            return day
        }
        let definition = try invocation.value("--definition").map(SheetInput.definition)
        let batch = try SheetInput.read(invocation, definition: definition)
        let declaration = DeclareResults.declare(batch, definition: definition)
        let results = try Documents.encode(declaration)
        let depth = try depth(invocation)
        if let out = try output(invocation) {
            let sums = AreaSums(batch)
            let report = try ElectionResultsReport(
                declaration, batch: batch, definition: definition, day: day, sums: sums,
                depth: depth)
            try Files.publishFolder(out) { folder in
                try Files.write(results, to: folder + "/results.json")
                try Files.write(report.document(), to: folder + "/err.json")
                try Files.write(Data(AreaTable.areas(sums)), to: folder + "/areas.csv")
                try Files.write(
                    Data(AreaTable.sheets(batch, levels: sums.levels)), to: folder + "/sheets.csv")
            }
        }
        SheetInput.tell(batch, of: invocation)
        if declaration.sheets.breakingHard > 0 {
            Talk.say(
                "Sheets that break a hard equation, summed as signed: \(declaration.sheets.breakingHard). dobush balance lists them."
            )
        }
        for notice in declaration.notices where !batch.notices.contains(notice) { Talk.say(notice) }
        if invocation.json {
            Talk.out(String(decoding: results.dropLast(), as: UTF8.self))
        } else {
            Talk.out(summary(declaration))
        }
        return declaration.somethingIsWrong ? .reported : .done
    }

    private static func depth(_ invocation: Invocation) throws -> ReportDepth {
        guard let text = invocation.value("--levels") else { return .usual }
        if text == "all" { return .all }
        guard let levels = Int(text), (0...100).contains(levels) else {
            throw UsageProblem(
                summary: "--levels is all, or how many levels below the nation, got \(text).",
                command: nil)
        }
        return .levels(levels)
    }

    /// The place for the output; it may be left out only where stdout takes the document.
    private static func output(_ invocation: Invocation) throws -> String? {
        let out =
            invocation.json
            ? invocation.value("--out")
            : try invocation.required("--out", for: "where the result goes")
        for input in ["--sheets", "--form"] {
            guard let out, let path = invocation.value(input), Files.areSame(out, path) else {
                continue
            }
            throw UsageProblem(
                summary: "--out names the file of \(input), which would be lost.", command: nil)
        }
        return out
    }

    private static func noRest(_ invocation: Invocation) throws {
        guard let word = invocation.rest.first else { return }
        throw UsageProblem(summary: "\(word) has no place here.", command: nil)
    }

    private static func summary(_ report: BalanceReport) -> String {
        var lines = ["\(report.sheets.accepted) sheets, \(report.sheets.refused) rows refused"]
        for equation in report.equations {
            lines.append(
                "\(equation.severity.rawValue)  \(equation.id): \(equation.count) stations break it"
            )
            for broken in equation.stations.prefix(10) {
                lines.append(
                    "      \(broken.place.joined(separator: " / ")): \(broken.left) \(equation.relation.rawValue) \(broken.right) does not hold"
                )
            }
            if equation.count > 10 { lines.append("      and \(equation.count - 10) more") }
        }
        for trap in report.reading?.traps ?? [] {
            lines.append("\(trap.accepted ? "read" : "refused")  \(trap.code): \(trap.summary)")
        }
        return lines.joined(separator: "\n")
    }

    private static func summary(_ declaration: Declaration) -> String {
        var lines: [String] = []
        if let notice = declaration.inventedNotice { lines.append(notice.en) }
        let turnout = declaration.turnout
        let part = declaration.bases[Denominator.participants.rawValue] ?? 0
        lines.append(
            "\(declaration.sheets.accepted) sheets, \(declaration.sheets.refused) rows refused")
        lines.append("took part: \(part), \(turnout.percent ?? "–") % of \(turnout.base.words.en)")
        for option in declaration.options {
            let shares = option.shares.map { "\($0.percent ?? "–") % of \($0.base.words.en)" }
            lines.append(
                "\(option.name?.en ?? option.id.text): \(option.votes), \(shares.joined(separator: ", "))"
            )
        }
        switch declaration.outcome {
        case .noRule: lines.append("outcome: \(StatedOutcome.noRuleText)")
        case .outcome(_, let sentences): lines += sentences.map(\.en)
        }
        return lines.joined(separator: "\n")
    }
}

/// Reads the sheets that a command names.
enum SheetInput {
    static func definition(_ path: String) throws -> ElectionDefinition {
        let definition = try DefinitionFolder(path: path).definition()
        if let flaw = definition.flaws().first { throw flaw }
        return definition
    }

    static func read(
        _ invocation: Invocation, definition: ElectionDefinition? = nil
    ) throws -> SheetBatch {
        let mappings = try FormFile.mappings(
            invocation.required("--form", for: "a form's name or file"))
        let path = try invocation.required("--sheets", for: "a table of sheets")
        let contest = try definition.map { definition in
            try DeclareResults.contest(
                of: SheetTable.columns(of: path), in: definition,
                wanted: invocation.value("--contest"))
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int ?? 0
        let progress = Progress("reading \(path), bytes", total: size)
        defer { progress.finish() }
        return try SheetTable.read(
            path, mappings: mappings, contest: contest, definition: definition,
            progress: { progress.step($0) })
    }

    /// Tells of the first refused rows; the document lists them all.
    static func tell(_ batch: SheetBatch, of invocation: Invocation) {
        let file = invocation.value("--sheets") ?? ""
        for refusal in batch.refusals.prefix(20) {
            Talk.problem(
                PlainProblem(
                    code: refusal.code, summary: "\(file): \(refusal.summary)",
                    remedy: refusal.remedy))
        }
        if batch.refused > 20 { Talk.say("and \(batch.refused - 20) more rows refused") }
        for notice in batch.notices { Talk.say(notice) }
    }
}
