import Primitives

/// A row of a table that could not be taken for a sheet, and why. The other rows go on.
package struct RowRefusal: Problem, Codable, Hashable {
    /// The line of the file on which the row begins; 1 is the header.
    package let line: Int
    package let code: String
    package let summary: String
    package let remedy: String

    package init(line: Int, code: String, summary: String, remedy: String) {
        self.line = line
        self.code = code
        self.summary = summary
        self.remedy = remedy
    }
}

/// The sheets of one contest as read, with what could not be read.
package struct SheetBatch: Sendable {
    package let fitted: FittedForm
    /// In the order of the table.
    package let sheets: [ResultsSheet]
    /// The first ``keptRefusals`` of them.
    package let refusals: [RowRefusal]
    package let refused: Int
    /// What the reader should know though nothing is wrong: columns left aside, stations without
    /// a name of their own.
    package let notices: [String]
    /// What a mapping made of the table; nil when the table has the form's own columns.
    package let reading: TableReading?

    /// More than these are counted, not kept.
    package static let keptRefusals = 10_000

    package init(
        fitted: FittedForm, sheets: [ResultsSheet], refusals: [RowRefusal] = [],
        refused: Int? = nil, notices: [String] = [], reading: TableReading? = nil
    ) {
        self.fitted = fitted
        self.sheets = sheets
        self.refusals = refusals
        self.refused = refused ?? refusals.count
        self.notices = notices
        self.reading = reading
    }
}
