import Elections
import Primitives
import Tabulation

/// How a table that others made becomes sheets of a form: which column is which line, how cells are
/// written, and what its peculiarities mean. A JSON file, or one of ``BuiltInMappings``.
///
/// What a mapping does not explain is refused with its line, never guessed; what it does explain is
/// read so and told as a ``TableTrap``.
package struct TableMapping: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<TableMapping>

    package var id: ID
    package var title: LocalizedText
    /// Where such tables come from, and whose reading of them this is.
    package var source: LocalizedText
    package var form: ResultsForm
    /// Names that a place or line of the form may have in the table; one that is not listed has its
    /// own name there.
    package var columns: [String: [String]]?
    /// Every column that is left is an option, named by this text and its number; nil to name
    /// options as the form's choices do.
    package var numberedOptions: String?
    /// Columns that are never figures.
    package var leftAside: [String]?
    /// Beginnings of columns that are never options: a line of another edition, for instance.
    package var neverOptions: [String]?
    /// What may stand between cells, the first whose header fits; nil for comma, semicolon or tab.
    package var separators: [String]?
    /// What stands around a cell that holds a separator; nil for `"`.
    package var quote: String?
    /// What a point in a figure means; nil to refuse figures with one.
    package var point: Point?
    /// Cells that hold no figure; they are summed as zero.
    package var absent: [CellRule]?
    /// Lines that are made from others where their column is missing or their cell is empty.
    package var derived: [String: [ResultsForm.Term]]?
    /// The columns that together name the station, where it is not the form's last place; an empty
    /// list where nothing names it, and rows are numbered.
    package var station: [String]?
    /// True where several rows of one name are sheets of their own; a row that repeats another's
    /// figures as well is refused all the same.
    package var repeatedNames: Bool?
    /// Stations unlike the others.
    package var special: [SpecialRule]?
    /// The narrowest place whose register holds the voters of all its stations, special ones
    /// included; nil where only the nation's does.
    package var registerCompleteFrom: String?

    package enum Point: String, Codable, Sendable {
        /// `1.234` is one thousand two hundred and thirty-four.
        case thousands
        /// `36.0` is thirty-six; any other fraction, and three zeros, are refused.
        case decimal
    }

    /// Cells of these columns with one of these texts.
    package struct CellRule: Codable, Hashable, Sendable {
        /// Names in the form, `votes` for every option; nil for every figure.
        package var columns: [String]?
        package var texts: [String]

        package init(_ columns: [String]?, _ texts: [String]) {
            self.columns = columns
            self.texts = texts
        }
    }

    /// Rows whose cell in a column of the table says that their station is unlike the others.
    package struct SpecialRule: Codable, Hashable, Sendable {
        package var column: String
        /// Nil for any text at all.
        package var texts: [String]?
        package var text: LocalizedText

        package init(_ column: String, _ texts: [String]?, _ text: LocalizedText) {
            self.column = column
            self.texts = texts
            self.text = text
        }
    }

    package init(
        id: ID, title: LocalizedText, source: LocalizedText, form: ResultsForm,
        columns: [String: [String]]? = nil
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.form = form
        self.columns = columns
    }

    /// A table with the form's own columns.
    package init(_ form: ResultsForm) {
        self.init(
            id: ID(form.id.text) ?? "form", title: form.title, source: form.source, form: form)
        isFormItself = true
    }

    /// True when the table is the form's own, so that nothing has to be told of a mapping.
    package private(set) var isFormItself = false

    private enum CodingKeys: String, CodingKey {
        case id, title, source, form, columns, numberedOptions, leftAside, neverOptions
        case separators, quote, point, absent, derived, station, repeatedNames, special
        case registerCompleteFrom
    }
}

extension TableMapping {
    static let usualSeparators: [UInt8] = [0x2C, 0x3B, 0x09]

    var separatorBytes: [UInt8] {
        separators?.compactMap(\.utf8.first) ?? Self.usualSeparators
    }
    var quoteByte: UInt8 { quote?.utf8.first ?? UInt8(ascii: "\"") }

    /// The names that a column of the form may have in the table.
    func names(of column: String) -> [String] { columns?[column] ?? [column] }

    /// Columns of the form without which the table is not read.
    var requiredColumns: [String] {
        let stationIsMade = station != nil
        let places = stationIsMade ? form.places.dropLast() : form.places[...]
        return places.filter { !$0.optional }.map(\.column)
            + form.lines.filter { !$0.optional && derived?[$0.id.text] == nil }.map(\.id.text)
    }

    /// Why the mapping cannot be used; empty when it can.
    package func flaws() -> [PlainProblem] {
        var found = form.flaws()
        let lines = Set(form.lines.map(\.id.text))
        let known = lines.union(form.places.map(\.column))
            .union((form.choices.columns ?? []).map(\.text))
        for name in (columns ?? [:]).keys.sorted() where !known.contains(name) {
            found.append(flaw("column", "names the column \(name), which its form lacks"))
        }
        for (name, terms) in (derived ?? [:]).sorted(by: { $0.key < $1.key }) {
            let others = lines.subtracting((derived ?? [:]).keys).union([ResultsForm.Term.votes])
            let plain = terms.allSatisfy { !$0.isNumber && $0.factor == 1 }
            if !lines.contains(name) || terms.isEmpty || !plain
                || !terms.allSatisfy({ others.contains($0.name) })
            {
                found.append(
                    flaw("derived", "makes \(name) from something that is no line of its own"))
            }
        }
        let marks = (separators ?? []) + (quote.map { [$0] } ?? [])
        let plainMarks = marks.allSatisfy { Self.isMark($0) }
        if !plainMarks || separators?.isEmpty == true || Set(marks).count != marks.count {
            found.append(
                flaw("separator", "has a separator or quote that is not one mark of its own"))
        }
        if let area = registerCompleteFrom, !form.places.dropLast().map(\.column).contains(area) {
            found.append(flaw("area", "speaks of the area \(area), which is no place of its form"))
        }
        return found
    }

    private static func isMark(_ text: String) -> Bool {
        guard text.utf8.count == 1, let byte = text.utf8.first else { return false }
        let isLetter = (0x41...0x5A).contains(byte & 0xDF)
        let isDigit = (0x30...0x39).contains(byte)
        return byte == 0x09 || (byte > 0x20 && byte < 0x7F && !isLetter && !isDigit)
    }

    private func flaw(_ name: String, _ what: String) -> PlainProblem {
        PlainProblem(
            code: "tables.mapping-\(name)", summary: "The mapping \(id) \(what).",
            remedy: "Correct the mapping; dobush balance forms NAME shows those that come with it.")
    }
}
