import Formats
import Foundation
import Pen
import Primitives
import Printing

/// Marks of known truth by the million: `mark-corpus` makes pages, reads them with both readers, and
/// counts where the reader differs from the pen.
///
/// Exit status: 0 where no plain position was read wrong, 1 where one was, 2 for a wrong command.
@main
struct MarkCorpus {
    static func main() {
        do {
            let words = Array(CommandLine.arguments.dropFirst())
            switch words.first {
            case "papers": try PeerPapers(Words(Array(words.dropFirst()))).write()
            case "add": try add(Array(words.dropFirst()))
            default: try run(Words(words))
            }
        } catch let problem as any Problem {
            complain("problem: \(problem.code)\n\(problem.summary)\nhint: \(problem.remedy)")
        } catch {
            complain("problem: corpus.failed\n\(error)\nhint: See Benchmarks/README.md.")
        }
    }

    private static func complain(_ text: String) -> Never {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        exit(2)
    }

    private static func run(_ words: Words) throws {
        let from = try words.number("--from", 0)
        let pages = try words.number("--pages", 100)
        let seed = UInt64(try words.number("--seed", 2031))
        let out = words.value("--out") ?? ".build/mark-corpus"
        try FileManager.default.createDirectory(
            atPath: out + "/crops", withIntermediateDirectories: true)
        if let page = words.value("--show") {
            guard let number = Int(page) else { throw CorpusProblem.notANumber("--show", page) }
            try show(page: number, seed: seed, out: out)
            return
        }
        let reader = CorpusReader(
            seed: seed, jobs: try words.number("--jobs", 1),
            crops: CropFolder(folder: out + "/crops"), samples: try words.number("--samples", 4))
        let bar = PageCounter(total: pages)
        let outcome = try reader(from: from, count: pages) { bar.step($0) }
        let report = CorpusReport(
            seed: Int(seed), reader: words.value("--reader") ?? "unnamed",
            slices: [CorpusReport.Slice(from: from, pages: pages)], outcome: outcome)
        try Files.write(Documents.encode(report), to: out + "/corpus.json")
        print(report.text)
        if report.tally.errors > 0 { exit(1) }
    }

    /// Sums up reports of slices.
    private static func add(_ files: [String]) throws {
        let reports = try files.map {
            try Documents.decode(CorpusReport.self, from: Files.read($0), name: $0)
        }
        guard let report = try CorpusReport.sum(reports) else { throw CorpusProblem.noReports }
        print(report.text)
        if report.tally.errors > 0 { exit(1) }
    }

    /// Writes one page as it is scanned, to be looked at.
    private static func show(page number: Int, seed: UInt64, out: String) throws {
        let run = CorpusPage.Run(number: number / CorpusPage.pagesInRun, seed: seed)
        let model = try PageModel(plan: run.sheet.plan, run: run.print)
        let page = CorpusPage(number: number, seed: seed, run: run)
        let (picture, _) = model.page(page.order)
        let path = "\(out)/page-\(number).jpeg"
        try Files.write(Data(try picture.jpeg(quality: page.order.scanner.quality)), to: path)
        print("\(path): \(page.labels.joined(separator: ", "))")
    }
}

/// Why the program cannot go on.
enum CorpusProblem: Problem {
    case notANumber(String, String)
    case missing(String)
    case noReports
    case differentCorpora

    var code: String {
        switch self {
        case .notANumber: "corpus.not-a-number"
        case .missing: "corpus.option-missing"
        case .noReports: "corpus.no-reports"
        case .differentCorpora: "corpus.different-corpora"
        }
    }

    var summary: String {
        switch self {
        case .notANumber(let name, let text): "\(name) is given \"\(text)\", not a whole number."
        case .missing(let name): "\(name) is not given."
        case .noReports: "No report is named."
        case .differentCorpora: "The reports differ in seed, model or reader, or share pages."
        }
    }

    var remedy: String { "See Benchmarks/README.md for how the program is called." }
}

/// Options of the form `--name value`.
struct Words {
    private var values: [String: String] = [:]

    init(_ words: [String]) {
        for (name, value) in zip(words, words.dropFirst()) where name.hasPrefix("--") {
            values[name] = value
        }
    }

    func value(_ name: String) -> String? { values[name] }

    func required(_ name: String) throws -> String {
        guard let value = values[name] else { throw CorpusProblem.missing(name) }
        return value
    }

    func number(_ name: String, _ usual: Int) throws -> Int {
        guard let text = values[name] else { return usual }
        guard let number = Int(text), number >= 0 else {
            throw CorpusProblem.notANumber(name, text)
        }
        return number
    }
}
