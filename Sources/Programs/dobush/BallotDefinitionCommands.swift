import Ballots
import Elections
import Formats
import Foundation
import Primitives

/// Chapter 1 to and from NIST SP 1500-20.
enum BallotDefinitionCommands {
    static let all: [Command] = [
        Command(
            words: ["define", "export-nist"], usage: "DIR --out FILE.json",
            summary: "Writes definition and papers as a ballot definition of NIST SP 1500-20.",
            options: ["--out"], run: exportNIST),
        Command(
            words: ["define", "import-nist"], usage: "FILE --out DIR",
            summary: "Makes a definition of a ballot definition of NIST SP 1500-20.",
            options: ["--out"], run: importNIST),
    ]

    @Sendable private static func exportNIST(_ invocation: Invocation) throws -> ExitStatus {
        let output = try invocation.required("--out", for: "the file to write")
        guard let folder = try BallotCommands.folder(invocation) else { return .unusable }
        let definition = try folder.definition()
        let layouts = try folder.layouts()
        if let flaw = definition.flaws(of: layouts).first { throw flaw }
        try Files.write(
            BallotDefinitionExport(definition, layouts: layouts).document(), to: output)
        let report = ExportReport(
            id: definition.id.text, contests: definition.contests.count,
            layouts: layouts.map(\.id.text))
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(report), as: UTF8.self))
        } else {
            Talk.out(
                "\(output): \(report.contests) contests, \(report.layouts.count) layouts")
        }
        return .done
    }

    @Sendable private static func importNIST(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(
                summary: "One file, a ballot definition in JSON, is needed.", command: nil)
        }
        let out = try invocation.required("--out", for: "the folder for the definition")
        let imported = try BallotDefinitionImport(Files.read(path, limit: 1 << 26), name: path)
        let flaws = imported.definition.flaws()
        guard flaws.isEmpty else {
            for flaw in flaws { Talk.problem(flaw) }
            return .unusable
        }
        if !imported.layouts.isEmpty,
            let flaw = imported.definition.flaws(of: imported.layouts).first
        {
            throw flaw
        }
        try Files.publishFolder(out) { folder in
            try DefinitionFolder.write(
                imported.definition, layouts: imported.layouts, into: folder)
        }
        for remark in imported.remarks { Talk.say("note: \(remark)") }
        for field in imported.unheld {
            Talk.say("not kept: \(field.field), \(field.count) times")
        }
        let report = ImportReport(
            id: imported.definition.id.text, contests: imported.definition.contests.count,
            stations: imported.definition.stations.count,
            layouts: imported.layouts.map(\.id.text), remarks: imported.remarks,
            unheld: imported.unheld)
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(report), as: UTF8.self))
        } else {
            Talk.out(
                """
                \(report.id): \(report.contests) contests, \(report.stations) stations, \
                \(report.layouts.count) layouts in \(out)
                """)
        }
        return .done
    }
}

private struct ExportReport: Encodable {
    let id: String
    let contests: Int
    let layouts: [String]
}

private struct ImportReport: Encodable {
    let id: String
    let contests: Int
    let stations: Int
    let layouts: [String]
    let remarks: [String]
    let unheld: [BallotDefinitionImport.Unheld]
}
