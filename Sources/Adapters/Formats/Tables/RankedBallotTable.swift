import Elections
import Foundation
import Primitives
import Tabulation

/// Ranked ballots from a table, one row a ballot.
///
/// Columns: `rank1`, `rank2`, … without a gap, each with the id of a candidate; empty where the rank
/// is skipped; ids joined by a bar where it is overvoted (`ana|ben`), a bar alone where the record
/// says only that it is. Optional: `id`, which may be there once, and `count` for equal ballots.
/// Other columns are refused, because a misspelt rank would be lost silently.
package struct RankedBallotTable: Sendable {
    package let ballots: RankedBallots
    /// The first of the rows that are no ballot under the rule; they are not counted.
    package let refusals: [RowRefusal]
    package let refused: Int

    package static func read(
        _ path: String, rule: RankedRule, limits: TableLimits = TableLimits()
    ) throws -> RankedBallotTable {
        let builder = RankedBallotBuilder(file: path, rule: rule)
        let table = PlainTable(
            file: path, limits: limits, header: builder.header, take: builder.take)
        try table.read()
        return RankedBallotTable(
            ballots: builder.ballots, refusals: table.refusals, refused: table.refused)
    }
}

private final class RankedBallotBuilder {
    private let file: String
    private let known: Set<String>
    private let namesNeeded: Bool
    private var ranks: [Int] = []
    private var id: Int?
    private var count: Int?
    private var seen: [String: Int] = [:]
    private var total = 0
    private var counts: [[[ContestOption.ID]]: Int] = [:]
    /// Cells met before, so that each is taken apart once.
    private var cells: [String: [ContestOption.ID]] = ["": []]

    init(file: String, rule: RankedRule) {
        self.file = file
        known = Set(rule.candidates.map(\.id.text))
        namesNeeded = rule.overvote == .exhaustIfSeveralContinue
    }

    var ballots: RankedBallots {
        RankedBallots(counts.map { RankedBallot($0.key, count: $0.value) })
    }

    func header(_ names: [String]) throws {
        var places: [Int: Int] = [:]
        for (column, name) in names.enumerated() {
            if name == "id" {
                id = column
            } else if name == "count" {
                count = column
            } else if name.hasPrefix("rank"),
                let rank = PlainTable.number(String(name.dropFirst(4))),
                rank >= 1, rank <= RankedBallot.mostRanks, "rank\(rank)" == name
            {
                places[rank] = column
            } else {
                throw TableProblem.badHeader(
                    file, "the column \(PlainTable.clipped(name)) is not id, count or a rank")
            }
        }
        ranks = places.sorted { $0.key < $1.key }.map(\.value)
        guard !ranks.isEmpty, places.keys.max() == ranks.count else {
            throw TableProblem.badHeader(file, "the ranks are not rank1, rank2, … without a gap")
        }
    }

    func take(_ line: Int, _ row: [String]) throws -> RowRefusal? {
        guard let number = number(row) else {
            return refusal(
                line, "count", "count is \"\(PlainTable.clipped(count.map { row[$0] } ?? ""))\"",
                "Give a whole number from 1 to \(RankedBallot.mostBallots).")
        }
        var ballot: [[ContestOption.ID]] = []
        for column in ranks {
            if let marks = cells[row[column]] {
                ballot.append(marks)
            } else {
                switch marks(row[column]) {
                case .success(let marks):
                    cells[row[column]] = marks
                    ballot.append(marks)
                case .failure(let refused):
                    return refusal(line, refused.code, refused.what, refused.remedy)
                }
            }
        }
        if let id, !row[id].isEmpty {
            if let first = seen[row[id]] {
                return refusal(
                    line, "ballot-twice",
                    "ballot \(PlainTable.clipped(row[id])) is there already, on line \(first)",
                    "Find out which row is the ballot; the first is counted until then.")
            }
            seen[row[id]] = line
        }
        total += number
        guard total <= RankedBallot.mostBallots else {
            throw TableProblem.tooManyRows(file, RankedBallot.mostBallots)
        }
        counts[ballot, default: 0] += number
        return nil
    }

    /// How many ballots a row stands for; nil when it does not say so in digits.
    private func number(_ row: [String]) -> Int? {
        guard let count else { return 1 }
        guard let stated = PlainTable.number(row[count]),
            (1...RankedBallot.mostBallots).contains(stated)
        else { return nil }
        return stated
    }

    private struct Refused: Error {
        let code: String
        let what: String
        let remedy: String
    }

    private func marks(_ cell: String) -> Result<[ContestOption.ID], Refused> {
        if cell == "|" {
            guard !namesNeeded else {
                return .failure(
                    Refused(
                        code: "overvote-without-names",
                        what: "an overvote does not say between whom",
                        remedy: "This rule needs the names; join them by bars."))
            }
            return .success([RankedBallot.unnamedOvervote])
        }
        var found: [ContestOption.ID] = []
        for part in cell.split(separator: "|", omittingEmptySubsequences: false) {
            guard known.contains(String(part)), let id = ContestOption.ID(String(part)) else {
                return .failure(
                    Refused(
                        code: "unknown-candidate",
                        what: "\"\(PlainTable.clipped(String(part)))\" is no candidate of the rule",
                        remedy: "Correct the ballot, or name the candidate in the rule."))
            }
            found.append(id)
        }
        return .success(found)
    }

    private func refusal(_ line: Int, _ code: String, _ what: String, _ remedy: String)
        -> RowRefusal
    {
        RowRefusal(
            line: line, code: "ballots.\(code)", summary: "Line \(line): \(what).", remedy: remedy)
    }
}
