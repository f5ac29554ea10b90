import Auditing
import Ballots
import Elections
import Formats
import Foundation
import Primitives

/// Readings kept in the repository, one line a paper, so that the golden ledger follows from text.
///
/// A line: number, batch, SHA-256 of the page, ink of each target, the machine's indication of each
/// target (`y`, `n`, `u`), and the options a person sees in each contest, joined by `+`; columns
/// apart by tabs, targets by commas, contests by semicolons.
package struct CommittedPapers: PaperSource {
    let text: String
    let printed: PrintedPapers

    package init(text: String, printed: PrintedPapers) {
        self.text = text
        self.printed = printed
    }

    /// From a folder with `readings.tsv`, `ballot-layouts.json` and `ballots.pdf`.
    package init(folder: String) throws {
        let layouts = try Documents.decode(
            [BallotLayout].self, from: Files.read(folder + "/ballot-layouts.json"),
            name: "ballot-layouts.json")
        let pdf = try Files.read(folder + "/ballots.pdf")
        let text = try Files.read(folder + "/readings.tsv")
        self.init(
            text: String(decoding: text, as: UTF8.self),
            printed: PrintedPapers(layouts: layouts, pdf: Array(pdf)))
    }

    package func print(_ definition: ElectionDefinition) throws -> PrintedPapers { printed }

    package func read(
        _ definition: ElectionDefinition, printed: PrintedPapers, manifest: BallotManifest,
        papers: [PollingStation.ID: Int], seed: UInt64,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) throws -> PapersRead {
        let lines = text.split(separator: "\n")
        let read = try lines.enumerated().map { number, line in
            guard let paper = Self.paper(line, definition, layout: printed.layouts[0].id) else {
                throw PlainProblem(
                    code: "story.committed-reading",
                    summary: "Line \(number + 1) of the committed readings is malformed.",
                    remedy: "Write them anew with Scripts/update-goldens.")
            }
            return paper
        }
        return PapersRead(papers: read, refused: [:])
    }

    /// The lines that `init` reads back.
    package static func text(of read: PapersRead) -> String {
        read.papers.map { paper in
            let positions = paper.record.snapshots[0].contests.flatMap(\.positions)
            let seen = paper.seen.map { $0.options.map(\.text).joined(separator: "+") }
            return [
                paper.record.id.text, paper.record.batch?.text ?? "",
                paper.record.images.first?.sha256 ?? "",
                positions.map { String($0.ink) }.joined(separator: ","),
                positions.map { String($0.indication.rawValue.prefix(1)) }.joined(),
                seen.joined(separator: ";"),
            ].joined(separator: "\t") + "\n"
        }.joined()
    }

    private static func paper(
        _ line: Substring, _ definition: ElectionDefinition, layout: BallotLayout.ID
    ) -> PaperRead? {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 6, let id = CastVoteRecord.ID(String(columns[0])),
            let batch = Batch.ID(String(columns[1]))
        else { return nil }
        let inks = columns[3].split(separator: ",").compactMap { Int($0) }
        let letters: [Character: PositionReading.Indication] = ["y": .yes, "n": .no, "u": .unknown]
        let indications = columns[4].compactMap { letters[$0] }
        let seen = columns[5].split(separator: ";", omittingEmptySubsequences: false)
        let options = definition.contests.map(\.options)
        let targets = options.flatMap { $0 }.count
        guard inks.count == targets, indications.count == targets, seen.count == options.count
        else { return nil }
        var place = 0
        let contests = definition.contests.map { contest in
            ContestReading(
                contest: contest.id,
                positions: contest.options.map { option in
                    defer { place += 1 }
                    return PositionReading(
                        option: option.id, indication: indications[place], ink: inks[place])
                })
        }
        let marked = zip(definition.contests, seen).map { contest, text in
            ManualReading.Marked(
                contest: contest.id,
                options: text.split(separator: "+").compactMap { ContestOption.ID(String($0)) })
        }
        let record = CastVoteRecord(
            id: id, batch: batch, layout: layout,
            snapshots: [
                .init(kind: .original, contests: contests),
                .init(kind: .interpreted, contests: contests),
            ],
            images: [PageImage(face: .front, sha256: String(columns[2]), file: nil)])
        return PaperRead(record: record, seen: marked, image: nil)
    }
}
