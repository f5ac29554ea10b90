import Primitives
import Tabulation

/// Why a row is not a sheet.
enum RowReason: Error {
    case cells(found: Int, wanted: Int)
    case notText(String)
    case noStation(String)
    case stationName(String)
    case unknownStation(String)
    case twice(String, first: Int)
    case negative(String, String)
    case notANumber(String, String)
    case tooLarge(String, String)
    case emptyRow
    /// A point, comma or other mark between digits, and no word of the mapping on what it means.
    case markInNumber(String, String)
    /// A total to be made from other figures that come to less than nothing.
    case derivedNegative(String, Int)

    func refusal(line: Int) -> RowRefusal {
        let (code, what, remedy) = parts
        return RowRefusal(
            line: line, code: "tables.\(code)", summary: "Line \(line): \(what).", remedy: remedy)
    }

    private var parts: (code: String, what: String, remedy: String) {
        let correct = "Correct the figure from the signed sheet."
        switch self {
        case .cells(let found, let wanted):
            return (
                found < wanted ? "short-row" : "long-row",
                "\(found) cells where the header has \(wanted)",
                "Complete the row, or quote a cell that holds a comma."
            )
        case .notText(let column):
            return (
                "not-utf-8", "\(column) is not plain UTF-8 text", "Save the table as CSV in UTF-8."
            )
        case .noStation(let column):
            return ("no-station", "\(column) is empty", "Name the station.")
        case .stationName(let text):
            return (
                "station-name", "\"\(text)\" cannot name a station",
                "A station is named by 1 to 128 printable ASCII characters without space."
            )
        case .unknownStation(let text):
            return (
                "unknown-station", "station \(text) is not in the election definition",
                "Check the code at the head of the sheet, or publish a corrected definition."
            )
        case .twice(let place, let first):
            return (
                "station-twice", "station \(place) has a sheet already, on line \(first)",
                "Find out which sheet is the signed one; the first is counted until then."
            )
        case .negative(let column, let text):
            return ("negative", "\(column) is \(text), below zero", correct)
        case .notANumber(let column, let text):
            return (
                "not-a-number", "\(column) is \"\(text)\", not a whole number in digits 0 to 9",
                correct
            )
        case .emptyRow:
            return ("empty-row", "every cell is empty", "Remove the row, or fill the sheet in.")
        case .markInNumber(let column, let text):
            return (
                "mark-in-number",
                "\(column) is \"\(text)\", which may be thousands or a fraction",
                "Say in the mapping what the point means, or correct the figure from the signed sheet."
            )
        case .derivedNegative(let column, let value):
            return (
                "derived-negative", "\(column) is empty and would come to \(value)", correct
            )
        case .tooLarge(let column, let text):
            return (
                "number-too-large", "\(column) is \(text), above \(Figure.largest)", correct
            )
        }
    }
}

extension RowFault {
    var code: String {
        switch self {
        case .textAfterQuote, .strayQuote, .quoteNeverClosed: "tables.bad-quoting"
        case .tooLong: "tables.row-too-long"
        case .tooManyCells: "tables.too-many-cells"
        }
    }

    var words: String {
        switch self {
        case .textAfterQuote: "text follows a closing quote"
        case .strayQuote: "a quote stands inside a cell that does not begin with one"
        case .quoteNeverClosed: "a quote is opened and never closed"
        case .tooLong: "the row is longer than is accepted"
        case .tooManyCells: "the row has more cells than are accepted"
        }
    }
}
