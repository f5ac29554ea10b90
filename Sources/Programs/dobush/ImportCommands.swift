import Elections
import Formats
import Foundation
import Primitives

extension DefineCommands {
    /// Chapter 1 from another system's file.
    static let importVotingWorks = Command(
        words: ["define", "import-votingworks"], usage: "FILE --out DIR",
        summary: "Makes a definition of a VotingWorks election.json with gridLayouts.",
        options: ["--out"], run: importFile)

    @Sendable private static func importFile(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "One file, an election.json, is needed.", command: nil)
        }
        let out = try invocation.required("--out", for: "the folder for the definition")
        let imported = try VotingWorksImport(Files.read(path, limit: 1 << 26), name: path)
        let flaws = imported.definition.flaws()
        guard flaws.isEmpty else {
            for flaw in flaws { Talk.problem(flaw) }
            return .unusable
        }
        try Files.publishFolder(out) { folder in
            try DefinitionFolder.write(
                imported.definition, layouts: imported.layouts, into: folder)
        }
        let summary = ImportSummary(
            id: imported.definition.id.text, contests: imported.definition.contests.count,
            stations: imported.definition.stations.count, layouts: imported.layouts.count)
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(summary), as: UTF8.self))
        } else {
            Talk.out(
                """
                \(summary.id): \(summary.contests) contests, \(summary.stations) stations, \
                \(summary.layouts) layouts in \(out)
                """)
        }
        return .done
    }
}

private struct ImportSummary: Encodable {
    let id: String
    let contests: Int
    let stations: Int
    let layouts: Int
}
