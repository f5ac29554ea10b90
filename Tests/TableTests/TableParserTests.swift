import Formats
import Testing

@Suite("CSV is taken apart as RFC 4180 writes it")
struct TableParserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let cells: [[String]]
        var faults: [Int] = []
    }

    static let rows = [
        Row(testDescription: "line feeds", text: "a,b\n1,2\n", cells: [["a", "b"], ["1", "2"]]),
        Row(
            testDescription: "returns and line feeds", text: "a,b\r\n1,2\r\n",
            cells: [["a", "b"], ["1", "2"]]),
        Row(
            testDescription: "no line feed at the end", text: "a,b\n1,2",
            cells: [["a", "b"], ["1", "2"]]),
        Row(testDescription: "empty cells", text: ",\n,x,\n", cells: [["", ""], ["", "x", ""]]),
        Row(
            testDescription: "a comma in quotes", text: "\"6 Иваново, Ленинская\",5\n",
            cells: [["6 Иваново, Ленинская", "5"]]),
        Row(
            testDescription: "a quote in quotes", text: "\"say \"\"no\"\"\",1\r\n",
            cells: [["say \"no\"", "1"]]),
        Row(
            testDescription: "a line feed in quotes", text: "\"a\nb\",1\nc,2\n",
            cells: [["a\nb", "1"], ["c", "2"]]),
        Row(
            testDescription: "an empty quoted cell at the end", text: "a,\"\"\n",
            cells: [["a", ""]]),
        Row(
            testDescription: "a return inside quotes stays", text: "\"a\r\",1\n",
            cells: [["a\r", "1"]]),
        Row(testDescription: "a byte order mark", text: "\u{FEFF}a,b\n", cells: [["a", "b"]]),
        Row(
            testDescription: "a byte order mark before a quote", text: "\u{FEFF}\"a\",b\n",
            cells: [["a", "b"]]),
        Row(
            testDescription: "blank lines are passed over", text: "a\n\n\r\nb\n\n",
            cells: [["a"], ["b"]]),
        Row(testDescription: "nothing", text: "", cells: []),
        Row(
            testDescription: "text after a quote spoils its row alone", text: "a\n\"b\"c\nd\n",
            cells: [["a"], ["d"]], faults: [2]),
        Row(
            testDescription: "a quote inside a cell spoils its row alone", text: "a\nb\"c,1\nd\n",
            cells: [["a"], ["d"]], faults: [2]),
        Row(
            testDescription: "a quote never closed spoils its row alone",
            text: "a,1\nb,\"2\nc,3\nd,4\n", cells: [["a", "1"], ["c", "3"], ["d", "4"]], faults: [2]
        ),
        Row(
            testDescription: "a quote closed by the next row's does so too",
            text: "a,\"1\nb,\"x, y\"\nc,3\n", cells: [["b", "x, y"], ["c", "3"]], faults: [1]),
        Row(
            testDescription: "two quotes never closed", text: "a,\"1\nb,\"2\nc,3\n",
            cells: [["c", "3"]], faults: [1, 2]),
    ]

    @Test("in one piece and byte by byte", arguments: rows)
    func takesApart(row: Row) throws {
        let bytes = Array(row.text.utf8)
        #expect(try parse([bytes]) == Parsed(cells: row.cells, faults: row.faults))
        // The first piece holds three bytes at least, as the reader of files sees to.
        let pieces = [Array(bytes.prefix(3))] + bytes.dropFirst(3).map { [$0] }
        #expect(try parse(pieces) == Parsed(cells: row.cells, faults: row.faults))
    }

    @Test("a quote open over many lines costs one row")
    func openQuote() throws {
        let text = "a,\"1\n" + (0..<200).map { "r\($0),1\n" }.joined()
        let parsed = try parse([Array(text.utf8)])
        #expect(parsed.cells.count == 200)
        #expect(parsed.faults == [1])
    }

    @Test("rows and cells have a limit")
    func limits() throws {
        var limits = TableLimits()
        limits.rowBytes = 10
        limits.columns = 3
        let text = "0123456789x\na,b,c,d\na,b,c\n\"0123456789x\"\nz\n"
        let parsed = try parse([Array(text.utf8)], limits: limits)
        #expect(parsed.cells == [["a", "b", "c"], ["z"]])
        #expect(parsed.faults == [1, 2, 4])
    }

    private struct Parsed: Equatable {
        var cells: [[String]] = []
        var faults: [Int] = []
    }

    private func parse(_ pieces: [[UInt8]], limits: TableLimits = TableLimits()) throws -> Parsed {
        let parser = TableParser(limits: limits)
        var parsed = Parsed()
        let row: (TableRow) throws -> Void = { row in
            parsed.cells.append((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) })
        }
        let fault: (Int, RowFault) throws -> Void = { line, _ in parsed.faults.append(line) }
        for piece in pieces {
            try piece.withUnsafeBufferPointer { try parser.feed($0, row: row, fault: fault) }
        }
        try parser.finish(row: row, fault: fault)
        return parsed
    }
}
