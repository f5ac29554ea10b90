import Formats
import Foundation
import Ledger
import Primitives
import Procedures
import Story

/// Plays the whole invented election.
enum DemoCommand {
    static let all: [Command] = [
        Command(
            words: ["demo"], usage: "[--out DIR] [--jobs N] [--committed DIR | --readings FILE]",
            summary:
                "Plays Tervania's election in nine steps and leaves a record in DIR; from readings kept in a folder, or keeping them in a file.",
            options: ["--out", "--jobs", "--committed", "--readings"], run: play)
    ]

    /// Draws, marks, scans and reads every paper.
    static func papers(jobs: Int) -> MachinePapers {
        MachinePapers(jobs: jobs, decode: PageFile.decode)
    }

    @Sendable static func play(_ invocation: Invocation) throws -> ExitStatus {
        guard invocation.rest.isEmpty else {
            throw UsageProblem(summary: "\(invocation.rest[0]) is not understood.", command: nil)
        }
        let out = invocation.value("--out") ?? "tervania-record"
        let jobs = try invocation.number("--jobs") ?? ProcessInfo.processInfo.activeProcessorCount
        let progress = Progress("pages", total: 1)
        var told: [ToldLine] = []
        try Files.publishFolder(out) { part in
            let source: any PaperSource =
                try invocation.value("--committed").map { try CommittedPapers(folder: $0) }
                ?? papers(jobs: jobs)
            let story = Story(papers: source) { read in
                guard let path = invocation.value("--readings") else { return }
                try Files.write(Data(CommittedPapers.text(of: read).utf8), to: path)
            }
            let files = try story.play(progress: { progress.report($0, of: $1) }) { step in
                progress.finish()
                told.append(ToldLine(step, out: out))
                if !invocation.json { Talk.out(told[told.count - 1].text) }
            }
            for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
                try Files.write(Data(bytes), to: part + "/" + path)
            }
        }
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(told), as: UTF8.self))
        }
        return .done
    }
}

/// One chapter as printed.
private struct ToldLine: Encodable {
    let chapter: String
    let seconds: Double
    let file: String
    let sentences: [String]

    init(_ told: Story.Told, out: String) {
        chapter = "\(told.chapter.rawValue) \(told.chapter.name)"
        seconds = (told.seconds * 1000).rounded() / 1000
        file = "\(out)/\(told.file)"
        sentences = told.sentences
    }

    var text: String {
        let time = String(format: "%.2f s", seconds)
        let story = chapter.replacingOccurrences(of: " ", with: "-")
        return "\(chapter)  \(time)  \(file)\n"
            + sentences.map { "    \($0)\n" }.joined()
            + "    (Documentation/Story/0\(story).md)"
    }
}
