import Ballots
import Foundation
import Pen

/// What a run of the corpus found. File `corpus.json`.
struct CorpusReport: Codable, Sendable {
    /// A range of pages that was read.
    struct Slice: Codable, Hashable, Sendable {
        let from: Int
        let pages: Int
    }

    var seed: Int
    /// Edition of the model that made the pages.
    var model = PageModel.edition
    /// Which reader read them, as who ran the program named it.
    var reader: String
    var slices: [Slice]
    var tally: CorpusTally
    var wrong: [WrongPlace]
    /// Codes of the refusals, by page.
    var refused: [Int: String]

    init(seed: Int, reader: String, slices: [Slice], outcome: CorpusReader.Outcome) {
        self.seed = seed
        self.reader = reader
        self.slices = slices
        tally = outcome.tally
        wrong = outcome.wrong
        refused = outcome.refused
    }

    /// Nil for no reports.
    static func sum(_ reports: [CorpusReport]) throws -> CorpusReport? {
        guard var total = reports.first else { return nil }
        for report in reports.dropFirst() {
            guard report.seed == total.seed, report.model == total.model,
                report.reader == total.reader
            else {
                throw CorpusProblem.differentCorpora
            }
            total.slices += report.slices
            total.tally.add(report.tally)
            total.wrong += report.wrong
            total.refused.merge(report.refused) { first, _ in first }
        }
        total.slices.sort { $0.from < $1.from }
        for (one, next) in zip(total.slices, total.slices.dropFirst())
        where one.from + one.pages > next.from {
            throw CorpusProblem.differentCorpora
        }
        return total
    }

    // MARK: As a text

    var text: String {
        ([headline, "", "| what the pen did | yes | no | to a person |", "|---|---|---|---|"]
            + deedRows + ["", "| marks by style | yes | no | to a person |", "|---|---|---|---|"]
            + rows(tally.styles) + [
                "", "| reason to look | plain mark | nothing | doubtful | not as asked |",
                "|---|---|---|---|---|",
            ] + doubtRows
            + [
                "",
                "| pages | read | refused | positions | missed | invented | plain ones to a person |",
                "|---|---|---|---|---|---|---|",
            ] + partRows + refusalRows).joined(separator: "\n")
    }

    private var headline: String {
        let firm = tally.count(.firmMark)
        let empty = tally.count(.nothing)
        let pages = max(1, tally.all.pages)
        return """
            \(tally.all.positions) positions on \(tally.all.pages - tally.all.refused) pages of seed \
            \(seed), model \(model), reader \(reader); \(tally.all.refused) pages refused
            errors outside the review band: \(tally.errors) of \(tally.plain) plain positions, 95 % \
            bound \(rate(tally.errors, tally.plain))
              plain marks read as none: \(tally.all.missed) of \(firm), bound \
            \(rate(tally.all.missed, firm))
              marks read where none is: \(tally.all.invented) of \(empty), bound \
            \(rate(tally.all.invented, empty))
              a plain mark taken for a neighbour's: \(tally.moved)
            plain positions sent to a person: \(tally.all.plainToPerson), \
            \(percent(tally.all.plainToPerson, tally.plain))
            processor time: \(thousandths(tally.drawing / Double(pages))) s a page for drawing, \
            \(thousandths(tally.reading / Double(pages))) s for reading
            """
    }

    private var deedRows: [String] {
        [
            (TargetTruth.Deed.firmMark, "plain mark"), (.nothing, "nothing"),
            (.doubtful, "doubtful"), (.outsidePolicy, "mark not as asked"),
        ].map { deed, name in
            "| \(name) | \(tally.count(deed, .yes)) | \(tally.count(deed, .no)) | "
                + "\(tally.count(deed, .unknown)) |"
        }
    }

    private func rows(_ table: [String: [String: Int]]) -> [String] {
        table.sorted { $0.key < $1.key }.map { name, row in
            "| \(name) | \(row["yes"] ?? 0) | \(row["no"] ?? 0) | \(row["unknown"] ?? 0) |"
        }
    }

    private var doubtRows: [String] {
        Doubt.allCases.compactMap { doubt in
            let counts = [TargetTruth.Deed.firmMark, .nothing, .doubtful, .outsidePolicy].map {
                tally.doubts[$0.rawValue]?[doubt.rawValue] ?? 0
            }
            guard counts.contains(where: { $0 > 0 }) else { return nil }
            return "| \(doubt.rawValue) | \(counts.map(String.init).joined(separator: " | ")) |"
        }
    }

    private var partRows: [String] {
        tally.parts.sorted { $0.key < $1.key }.map { name, part in
            "| \(name) | \(part.pages - part.refused) | \(part.refused) | \(part.positions) | "
                + "\(part.missed) | \(part.invented) | \(part.plainToPerson) |"
        }
    }

    private var refusalRows: [String] {
        guard !refused.isEmpty else { return [] }
        let pages = refused.sorted { $0.key < $1.key }.map { "page \($0.key) \($0.value)" }
        return ["", "refused: " + pages.joined(separator: ", ")]
    }

    private func rate(_ errors: Int, _ trials: Int) -> String {
        guard let bound = CorpusTally.bound(errors, of: trials), bound > 0 else { return "none" }
        return "one in \(Int(1 / bound))"
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "none" : "\(thousandths(Double(part) * 100 / Double(whole))) %"
    }

    private func thousandths(_ value: Double) -> String {
        String(format: "%.3f", value)
    }
}
