import Primitives

/// What a mapping made of a table: where its figures come from, and the traps that it met.
package struct TableReading: Codable, Hashable, Sendable {
    /// The mapping's name.
    package let mapping: String
    /// What stands between cells.
    package let separator: String
    /// The table's column for each line and option that has another name in the form.
    package let columns: [String: String]
    /// The narrowest area whose register holds the voters of all its stations; nil where only the
    /// nation's does.
    package let registerCompleteFrom: String?
    package let traps: [TableTrap]

    package init(
        mapping: String, separator: String, columns: [String: String],
        registerCompleteFrom: String?, traps: [TableTrap]
    ) {
        self.mapping = mapping
        self.separator = separator
        self.columns = columns
        self.registerCompleteFrom = registerCompleteFrom
        self.traps = traps
    }
}

/// A peculiarity of a table that a careless reader would stumble over.
package struct TableTrap: Codable, Hashable, Sendable {
    /// Permanent, such as `traps.point-thousands`.
    package let code: String
    /// The column or columns it concerns; nil when it concerns whole rows.
    package let column: String?
    package let count: Int
    /// Lines of the table, the first ``keptLines`` of them.
    package let lines: [Int]
    /// True when the mapping says what it means and the rows were read so; false when they were
    /// refused.
    package let accepted: Bool
    /// What it is and what was done.
    package let summary: String

    package static let keptLines = 100

    package init(
        code: String, column: String?, count: Int, lines: [Int], accepted: Bool, summary: String
    ) {
        self.code = code
        self.column = column
        self.count = count
        self.lines = lines
        self.accepted = accepted
        self.summary = summary
    }
}
