import Elections
import Primitives
import Tabulation

/// Where in a row the places and figures of a form stand.
struct ColumnPlan {
    struct Area {
        let name: String
        let column: Int
        let mayBeEmpty: Bool
    }

    let fitted: FittedForm
    let width: Int
    let areas: [Area]
    let station: Int
    let stationColumn: String
    let stationMayBeEmpty: Bool
    /// True when the station's own column names it within the whole election, as an identifier;
    /// false when only its areas and its name together do.
    let namesAreIdentifiers: Bool
    /// Columns of the figures, as ``FittedForm/columns`` orders them.
    let figures: [Int]
    let unused: [String]

    init(names: [String], forms: [ResultsForm], contest: Contest?) throws {
        fitted = try FittedForm.fit(forms, to: names, contest: contest)
        width = names.count
        let form = fitted.form
        let index = Dictionary(
            names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let places = form.places.filter { index[$0.column] != nil }
        let own = places[places.count - 1]
        areas = places.dropLast().map {
            Area(name: $0.column, column: index[$0.column] ?? 0, mayBeEmpty: $0.mayBeEmpty)
        }
        station = index[own.column] ?? 0
        stationColumn = own.column
        stationMayBeEmpty = own.mayBeEmpty
        namesAreIdentifiers = form.places.dropLast().allSatisfy(\.optional)
        figures = fitted.columns.map { index[$0] ?? 0 }
        let read = Set(places.map(\.column) + fitted.columns)
        unused = names.filter { !read.contains($0) }
    }
}

/// Text of a cell: UTF-8 without control characters.
enum PlainText {
    static func read(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
        if cell.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return nil }
        return String(validating: cell, as: UTF8.self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// At most forty bytes for a message, what is not printable as escapes.
    var clipped: String {
        let text = String(decoding: prefix(40), as: UTF8.self)
        let shown = text.unicodeScalars.map {
            $0.properties.generalCategory == .control ? "?" : "\($0)"
        }
        return shown.joined() + (count > 40 ? "…" : "")
    }
}

/// A number for a station that only names in the order of its areas tell apart.
///
/// Source: FNV-1a, 64 bit; a byte that no plain text holds stands between the names.
struct PlaceDigest {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init(areas: [[UInt8]], own: UnsafeBufferPointer<UInt8>) {
        for area in areas {
            for byte in area { add(byte) }
            add(0x1F)
        }
        for byte in own { add(byte) }
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// `s-3w5e11264sgsf`: the same for the same names, whatever else the table holds.
    static func identifier(_ digest: UInt64) -> PollingStation.ID {
        PollingStation.ID("s-" + String(digest, radix: 36)) ?? "s-0"
    }
}

/// Why a row is not a sheet.
enum RowReason: Error {
    /// Far above any station, far below where sums could overflow.
    static let largestFigure = 999_999_999

    case cells(found: Int, wanted: Int)
    case notText(String)
    case noStation(String)
    case stationName(String)
    case unknownStation(String)
    case twice(String, first: Int)
    case negative(String, String)
    case notANumber(String, String)
    case tooLarge(String, String)

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
        case .tooLarge(let column, let text):
            return (
                "number-too-large", "\(column) is \(text), above \(Self.largestFigure)", correct
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
