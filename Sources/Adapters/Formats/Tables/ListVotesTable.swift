import Elections
import Foundation
import Primitives
import Tabulation

/// Votes by list from a table: columns `list` and `votes`, optional `name` and `candidates` (how many
/// the list has), rows in the order of the ballot.
package struct ListVotesTable: Sendable {
    package let lists: [ListVotes]
    package let refusals: [RowRefusal]

    package static func read(_ path: String, limits: TableLimits = TableLimits()) throws
        -> ListVotesTable
    {
        let builder = ListVotesBuilder(file: path)
        let table = PlainTable(
            file: path, limits: limits, header: builder.header, take: builder.take)
        try table.read()
        return ListVotesTable(lists: builder.lists, refusals: table.refusals)
    }
}

private final class ListVotesBuilder {
    private let file: String
    private var columns: [String: Int] = [:]
    private(set) var lists: [ListVotes] = []

    init(file: String) { self.file = file }

    func header(_ names: [String]) throws {
        for (column, name) in names.enumerated() {
            guard ["list", "votes", "name", "candidates"].contains(name) else {
                throw TableProblem.badHeader(
                    file,
                    "the column \(PlainTable.clipped(name)) is not list, votes, name or candidates")
            }
            columns[name] = column
        }
        guard columns["list"] != nil, columns["votes"] != nil else {
            throw TableProblem.badHeader(file, "the columns list and votes are needed")
        }
    }

    func take(_ line: Int, _ row: [String]) throws -> RowRefusal? {
        func cell(_ name: String) -> String { columns[name].map { row[$0] } ?? "" }
        guard let id = ContestOption.ID(cell("list")) else {
            return refusal(
                line, "list-name", "\"\(PlainTable.clipped(cell("list")))\" cannot name a list",
                "A list is named by 1 to 128 printable ASCII characters without space.")
        }
        guard let votes = PlainTable.number(cell("votes")) else {
            return refusal(
                line, "not-a-number",
                "votes is \"\(PlainTable.clipped(cell("votes")))\", not a whole number",
                "Correct the figure.")
        }
        var candidates: Int?
        if !cell("candidates").isEmpty {
            candidates = PlainTable.number(cell("candidates"))
            guard candidates != nil else {
                return refusal(
                    line, "not-a-number",
                    "candidates is \"\(PlainTable.clipped(cell("candidates")))\", not a whole number",
                    "Correct the figure, or leave it empty.")
            }
        }
        guard lists.count < SeatRule.mostLists else {
            throw TableProblem.tooManyRows(file, SeatRule.mostLists)
        }
        let name = cell("name")
        lists.append(
            ListVotes(
                id, votes: votes, candidates: candidates,
                name: name.isEmpty ? nil : LocalizedText(name)))
        return nil
    }

    private func refusal(_ line: Int, _ code: String, _ what: String, _ remedy: String)
        -> RowRefusal
    {
        RowRefusal(
            line: line, code: "lists.\(code)", summary: "Line \(line): \(what).", remedy: remedy)
    }
}
