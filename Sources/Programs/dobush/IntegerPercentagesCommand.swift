import Forensics
import Formats
import Foundation
import Primitives
import Procedures
import Tabulation

/// Chapter 7: a statistic of all sheets, with its null and its limits.
enum IntegerPercentagesCommand {
    static let all: [Command] = [
        Command(
            words: ["check", "integer-percentages"],
            usage: "--form NAME_OR_FILE --sheets FILE.csv[.gz] --leader COLUMN [--out FILE.json]",
            summary: "Counts stations that report whole percentages, beside what chance gives.",
            options: ["--form", "--sheets", "--leader", "--out"], run: run)
    ]

    @Sendable static func run(_ invocation: Invocation) throws -> ExitStatus {
        if let word = invocation.rest.first {
            throw UsageProblem(summary: "\(word) has no place here.", command: nil)
        }
        let leader = try invocation.required("--leader", for: "the column of the leader's votes")
        let batch = try SheetInput.read(invocation)
        let report = try CheckIntegerPercentages.report(batch, leader: leader)
        let document = try Documents.encode(report)
        if let out = invocation.value("--out") { try Files.write(document, to: out) }
        SheetInput.tell(batch, of: invocation)
        if invocation.json {
            Talk.out(String(decoding: document.dropLast(), as: UTF8.self))
        } else {
            let limits = report.limits.map { "limit: \($0.en)" }
            Talk.out(
                ([report.sentence.en, "null: \(report.null.en)"] + limits).joined(separator: "\n"))
        }
        return batch.refused > 0 ? .reported : .done
    }
}
