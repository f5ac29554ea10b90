import Foundation
import Primitives
import Tabulation

/// A CSV table with a header, row by row as texts; CSV or gzip of it.
///
/// Rows whose quoting or length is wrong are refused with their line, and the rest goes on.
final class PlainTable {
    private let file: String
    private let limits: TableLimits
    private let header: ([String]) throws -> Void
    private let take: (Int, [String]) throws -> RowRefusal?
    private var width: Int?
    private var rows = 0
    private(set) var refusals: [RowRefusal] = []
    private(set) var refused = 0

    /// - Parameters:
    ///   - header: gets the names of the columns, once, first.
    ///   - take: gets a row's line and cells; answers with the reason when it is refused.
    init(
        file: String, limits: TableLimits, header: @escaping ([String]) throws -> Void,
        take: @escaping (Int, [String]) throws -> RowRefusal?
    ) {
        self.file = file
        self.limits = limits
        self.header = header
        self.take = take
    }

    func read() throws {
        let parser = TableParser(limits: limits)
        try ByteStream.read(file, limits: limits) { piece in
            try parser.feed(piece, row: row, fault: fault)
        }
        try parser.finish(row: row, fault: fault)
        guard width != nil else { throw TableProblem.noHeader(file) }
        guard rows > 0 else { throw TableProblem.noRows(file) }
    }

    private func row(_ row: TableRow) throws {
        guard let width else {
            let names = try SheetBuilder.header(row, file: file)
            self.width = names.count
            try header(names)
            return
        }
        rows += 1
        guard rows <= limits.rows else { throw TableProblem.tooManyRows(file, limits.rows) }
        guard row.count == width else {
            note(
                RowRefusal(
                    line: row.line,
                    code: row.count < width ? "tables.short-row" : "tables.long-row",
                    summary: "Line \(row.line): \(row.count) cells where the header has \(width).",
                    remedy: "Complete the row, or quote a cell that holds a comma."))
            return
        }
        var cells: [String] = []
        cells.reserveCapacity(width)
        for place in 0..<width {
            guard let text = PlainText.read(row[place]) else {
                note(
                    RowRefusal(
                        line: row.line, code: "tables.not-utf-8",
                        summary: "Line \(row.line): cell \(place + 1) is not plain UTF-8 text.",
                        remedy: "Save the table as CSV in UTF-8."))
                return
            }
            cells.append(text)
        }
        if let refusal = try take(row.line, cells) { note(refusal) }
    }

    private func fault(_ line: Int, _ fault: RowFault) throws {
        guard width != nil else { throw TableProblem.badHeader(file, fault.words) }
        rows += 1
        note(
            RowRefusal(
                line: line, code: fault.code, summary: "Line \(line): \(fault.words).",
                remedy: "Write the row as plain CSV (RFC 4180)."))
    }

    private func note(_ refusal: RowRefusal) {
        refused += 1
        if refusals.count < SheetBatch.keptRefusals { refusals.append(refusal) }
    }

    /// ASCII digits alone, at most twelve; nil for anything else.
    static func number(_ text: String) -> Int? {
        let bytes = text.utf8
        guard (1...12).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }

    /// The text for a message: cut, because a cell can be long.
    static func clipped(_ text: String) -> String {
        text.count > 60 ? text.prefix(60) + "…" : text
    }
}
