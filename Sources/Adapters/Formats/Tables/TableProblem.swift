import Primitives

/// A table whose structure cannot be used at all.
package enum TableProblem: Problem, Equatable {
    case tooLarge(String, Int)
    case truncated(String)
    case notGzip(String)
    case notZip(String, String)
    case zipEntries(String, [String])
    case noHeader(String)
    case notText(String, column: Int)
    case columnTwice(String, String)
    case tooManyColumns(String, Int)
    case tooManyRows(String, Int)
    case badHeader(String, String)
    case noRows(String)

    package var code: String {
        switch self {
        case .tooLarge: "tables.too-large"
        case .truncated: "tables.truncated"
        case .notGzip: "tables.not-gzip"
        case .notZip: "tables.not-zip"
        case .zipEntries: "tables.zip-entries"
        case .noHeader: "tables.no-header"
        case .notText: "tables.not-utf-8"
        case .columnTwice: "tables.column-twice"
        case .tooManyColumns: "tables.too-many-columns"
        case .tooManyRows: "tables.too-many-rows"
        case .badHeader: "tables.bad-header"
        case .noRows: "tables.no-rows"
        }
    }

    package var summary: String {
        switch self {
        case .tooLarge(let file, let limit):
            "\(file) holds more than \(limit) bytes of text, more than is accepted."
        case .truncated(let file): "\(file) breaks off before its compressed data ends."
        case .notGzip(let file): "\(file) begins like gzip, and its data is damaged."
        case .notZip(let file, let why):
            "\(file) begins like a zip archive and cannot be read: \(why)."
        case .zipEntries(let file, let names):
            names.isEmpty
                ? "\(file) is a zip archive without a table."
                : "\(file) is a zip archive with several files: \(names.prefix(5).joined(separator: ", "))."
        case .noHeader(let file): "\(file) has no header line."
        case .notText(let file, let column):
            "\(file), line 1: the name of column \(column) is not plain UTF-8 text."
        case .columnTwice(let file, let name): "\(file), line 1: the column \(name) is there twice."
        case .tooManyColumns(let file, let limit):
            "\(file), line 1: more than \(limit) columns."
        case .tooManyRows(let file, let limit): "\(file) has more than \(limit) rows."
        case .badHeader(let file, let what): "\(file), line 1: \(what)."
        case .noRows(let file): "\(file) has a header and no row."
        }
    }

    package var remedy: String {
        switch self {
        case .tooLarge, .tooManyRows, .tooManyColumns: "Check that this is the table you mean."
        case .zipEntries: "Give an archive that holds one table, or the table itself."
        case .truncated, .notGzip, .notZip: "Fetch the file again and compare its digest."
        case .noHeader, .noRows: "Give a table with a header line and one row a station."
        case .notText: "Save the table as CSV in UTF-8."
        case .columnTwice: "Give each column a name of its own."
        case .badHeader: "Write the header as plain CSV (RFC 4180)."
        }
    }
}
