import Elections
import Formats
import Foundation
import Primitives
import Tabulation

/// Chapter 5: the forms that come with the program, and sheets of contests held at once.
enum FormCommands {
    static let all: [Command] = [
        Command(
            words: ["balance", "forms"], usage: "[NAME]",
            summary:
                "Lists the built-in forms, mappings and sets; with a name, prints it as JSON to start from.",
            run: forms),
        Command(
            words: ["balance", "together"],
            usage:
                "--set NAME_OR_FILE --sheets CONTEST=FILE.csv[.gz|.zip] … [--turnout FILE.json] --out FILE.json",
            summary: "Checks what the sheets of contests held at once should have in common.",
            options: ["--set", "--sheets", "--turnout", "--out"], run: together),
    ]

    /// One line for each built-in name.
    static var list: String {
        let forms = BuiltInMappings.names.map { name in
            let first = BuiltInMappings.named(name)?.first
            return "\(name): \(first?.title.en ?? "")"
        }
        let sets = BuiltInForms.sets.values.sorted { $0.id < $1.id }.map {
            "\($0.id): \($0.title.en)"
        }
        return
            (["Forms and mappings, for --form:"] + forms + ["Sets of forms, for --set:"] + sets)
            .joined(separator: "\n")
    }

    private struct Listed: Encodable {
        let name: String
        let kind: String
        let title: LocalizedText
        let source: LocalizedText
    }

    private static var listed: [Listed] {
        BuiltInMappings.names.compactMap { name in
            BuiltInMappings.named(name)?.first.map {
                Listed(
                    name: name, kind: $0.isFormItself ? "form" : "mapping", title: $0.title,
                    source: $0.source)
            }
        }
            + BuiltInForms.sets.values.sorted { $0.id < $1.id }.map {
                Listed(name: $0.id.text, kind: "set", title: $0.title, source: $0.source)
            }
    }

    @Sendable static func forms(_ invocation: Invocation) throws -> ExitStatus {
        guard invocation.rest.count <= 1 else {
            throw UsageProblem(summary: "One name at most.", command: nil)
        }
        guard let name = invocation.rest.first else {
            Talk.out(
                invocation.json
                    ? String(decoding: try Documents.encode(listed).dropLast(), as: UTF8.self)
                    : list)
            return .done
        }
        Talk.out(String(decoding: try document(name).dropLast(), as: UTF8.self))
        return .done
    }

    /// One form or mapping as an object, editions as a list.
    private static func document(_ name: String) throws -> Data {
        if let editions = BuiltInMappings.named(name) {
            let items = editions.map { FormDocument($0) }
            return items.count == 1 ? try Documents.encode(items[0]) : try Documents.encode(items)
        }
        return try Documents.encode(FormFile.set(name))
    }

    /// A form where the table is the form's own, else the mapping.
    private struct FormDocument: Encodable {
        let mapping: TableMapping

        init(_ mapping: TableMapping) { self.mapping = mapping }

        func encode(to encoder: any Encoder) throws {
            if mapping.isFormItself {
                try mapping.form.encode(to: encoder)
            } else {
                try mapping.encode(to: encoder)
            }
        }
    }

    @Sendable static func together(_ invocation: Invocation) throws -> ExitStatus {
        if let word = invocation.rest.first {
            throw UsageProblem(summary: "\(word) has no place here.", command: nil)
        }
        let set = try FormFile.set(invocation.required("--set", for: "a set's name or file"))
        let turnout = try invocation.value("--turnout").map { path in
            try Documents.decode(
                [StationTurnout].self, from: Files.read(path, limit: 1 << 28), name: path)
        }
        let batches = try batches(invocation, set)
        let report = TogetherReport(set, batches: batches, turnout: turnout)
        let document = try Documents.encode(report)
        if let out = invocation.value("--out") { try Files.write(document, to: out) }
        for (contest, batch) in batches.sorted(by: { $0.key < $1.key }) {
            for refusal in batch.refusals.prefix(20) {
                Talk.problem(
                    PlainProblem(
                        code: refusal.code, summary: "\(contest): \(refusal.summary)",
                        remedy: refusal.remedy))
            }
        }
        Talk.out(
            invocation.json
                ? String(decoding: document.dropLast(), as: UTF8.self) : summary(report))
        return report.somethingIsWrong ? .reported : .done
    }

    private static func batches(
        _ invocation: Invocation, _ set: FormSet
    ) throws -> [Contest.ID: SheetBatch] {
        var found: [Contest.ID: SheetBatch] = [:]
        for word in invocation.values["--sheets"] ?? [] {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let contest = Contest.ID(String(parts[0])),
                let form = set.form(of: contest), found[contest] == nil
            else {
                throw UsageProblem(
                    summary:
                        "--sheets is written CONTEST=FILE, each contest once, of \(set.contests.map(\.contest.text).joined(separator: ", ")); got \(word).",
                    command: nil)
            }
            found[contest] = try SheetTable.read(String(parts[1]), forms: [form])
        }
        guard !found.isEmpty else {
            throw UsageProblem(summary: "--sheets is missing: CONTEST=FILE.", command: nil)
        }
        return found
    }

    private static func summary(_ report: TogetherReport) -> String {
        var lines = ["\(report.stations) stations with a sheet"]
        for relation in report.relations {
            lines.append(
                "\(relation.severity.rawValue)  \(relation.id): \(relation.count) stations break it, \(relation.waiting) cannot be asked yet"
            )
            for broken in relation.stations.prefix(10) {
                lines.append(
                    "      \(broken.place.joined(separator: " / ")): \(broken.left) \(relation.relation.rawValue) \(broken.right) does not hold"
                )
            }
        }
        return lines.joined(separator: "\n")
    }
}
