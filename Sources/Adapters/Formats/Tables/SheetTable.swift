import Elections
import Foundation
import Primitives
import Tabulation

/// Reads a table of results sheets, one row a station, CSV or gzip of it.
package enum SheetTable {
    /// - Parameters:
    ///   - forms: the editions of the form; the table's columns decide which it follows.
    ///   - contest: when known, its options must be columns.
    ///   - definition: when given, stations must be in it, and it says which district each lies in.
    ///   - progress: called with the bytes of the file read since the last call.
    package static func read(
        _ path: String, forms: [ResultsForm], contest: Contest? = nil,
        definition: ElectionDefinition? = nil, limits: TableLimits = TableLimits(),
        progress: (Int) -> Void = { _ in }
    ) throws -> SheetBatch {
        let builder = SheetBuilder(
            file: path, forms: forms, contest: contest, definition: definition, limits: limits)
        let parser = TableParser(limits: limits)
        try ByteStream.read(path, limits: limits, progress: progress) { piece in
            try parser.feed(piece, row: builder.take, fault: builder.refuse)
        }
        try parser.finish(row: builder.take, fault: builder.refuse)
        return try builder.batch()
    }

    /// The same from bytes at hand, plain CSV.
    ///
    /// - Parameter name: the file's name, for problems.
    package static func read(
        bytes: [UInt8], name: String, forms: [ResultsForm], contest: Contest? = nil,
        definition: ElectionDefinition? = nil, limits: TableLimits = TableLimits()
    ) throws -> SheetBatch {
        let builder = SheetBuilder(
            file: name, forms: forms, contest: contest, definition: definition, limits: limits)
        let parser = TableParser(limits: limits)
        guard bytes.count <= limits.bytes else { throw TableProblem.tooLarge(name, limits.bytes) }
        try bytes.withUnsafeBufferPointer { piece in
            try parser.feed(piece, row: builder.take, fault: builder.refuse)
        }
        try parser.finish(row: builder.take, fault: builder.refuse)
        return try builder.batch()
    }

    /// Sheets as the table that ``read(bytes:name:forms:contest:definition:limits:)`` takes: areas,
    /// station, lines, votes; rows in the order given.
    package static func write(_ sheets: [ResultsSheet], fitted: FittedForm) -> [UInt8] {
        let areas = sheets.first?.areas.count ?? 0
        let places = fitted.places.suffix(areas + 1)
        var lines = [(places + fitted.columns).map(quoted).joined(separator: ",")]
        for sheet in sheets {
            let cells = (sheet.areas + [sheet.name]).map(quoted) + sheet.figures.map { "\($0)" }
            lines.append(cells.joined(separator: ","))
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    private static func quoted(_ cell: String) -> String {
        let plain = cell.utf8.allSatisfy { ![0x2C, 0x22, 0x0A, 0x0D].contains($0) }
        return plain
            ? cell
            : "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }

    /// The names in the header alone.
    package static func columns(of path: String, limits: TableLimits = TableLimits()) throws
        -> [String]
    {
        struct Enough: Error {}
        var names: [String] = []
        let parser = TableParser(limits: limits)
        let header: (TableRow) throws -> Void = { row in
            names = try SheetBuilder.header(row, file: path)
            throw Enough()
        }
        let fault: (Int, RowFault) throws -> Void = { _, fault in
            throw TableProblem.badHeader(path, fault.words)
        }
        do {
            try ByteStream.read(path, limits: limits) {
                try parser.feed($0, row: header, fault: fault)
            }
            try parser.finish(row: header, fault: fault)
            throw TableProblem.noHeader(path)
        } catch is Enough {
            return names
        }
    }
}

/// Turns rows into sheets and keeps the reasons of those that are none.
final class SheetBuilder {
    private let file: String
    private let forms: [ResultsForm]
    private let contest: Contest?
    private let limits: TableLimits
    private let definition: ElectionDefinition?

    private var plan: ColumnPlan?
    private var rows = 0
    private var sheets: [ResultsSheet] = []
    private var refusals: [RowRefusal] = []
    private var refused = 0
    private var nameless = 0
    /// Accepted sheets by the digest of their place; equal digests of unlike places sit next to
    /// each other.
    private var seen: [UInt64: Int] = [:]
    /// Stations of the definition that an accepted sheet speaks for, and its line.
    private var covered: [PollingStation.ID: Int] = [:]
    private var lastAreaBytes: [[UInt8]] = []
    private var lastAreas: [String] = []

    init(
        file: String, forms: [ResultsForm], contest: Contest?, definition: ElectionDefinition?,
        limits: TableLimits
    ) {
        self.file = file
        self.forms = forms
        self.contest = contest
        self.limits = limits
        self.definition = definition
    }

    func take(_ row: TableRow) throws {
        guard let plan else {
            let names = try Self.header(row, file: file)
            plan = try ColumnPlan(names: names, forms: forms, contest: contest)
            return
        }
        rows += 1
        guard rows <= limits.rows else { throw TableProblem.tooManyRows(file, limits.rows) }
        do {
            sheets.append(try sheet(row, plan))
        } catch {
            note(error.refusal(line: row.line))
        }
    }

    func refuse(line: Int, fault: RowFault) throws {
        guard plan != nil else {
            if case .tooManyCells = fault {
                throw TableProblem.tooManyColumns(file, limits.columns)
            }
            throw TableProblem.badHeader(file, fault.words)
        }
        rows += 1
        note(
            RowRefusal(
                line: line, code: fault.code, summary: "Line \(line): \(fault.words).",
                remedy: "Write the row as plain CSV (RFC 4180)."))
    }

    func batch() throws -> SheetBatch {
        guard let plan else { throw TableProblem.noHeader(file) }
        guard rows > 0 else { throw TableProblem.noRows(file) }
        var notices: [String] = []
        if !plan.unused.isEmpty {
            notices.append("Columns not read: \(plan.unused.joined(separator: ", ")).")
        }
        if nameless > 0 {
            notices.append("\(nameless) rows do not name their station, only the area it lies in.")
        }
        return SheetBatch(
            fitted: plan.fitted, sheets: sheets, refusals: refusals, refused: refused,
            notices: notices)
    }

    static func header(_ row: TableRow, file: String) throws -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for cell in 0..<row.count {
            guard let name = PlainText.read(row[cell]) else {
                throw TableProblem.notText(file, column: cell + 1)
            }
            guard seen.insert(name).inserted else { throw TableProblem.columnTwice(file, name) }
            names.append(name)
        }
        return names
    }

    private func note(_ refusal: RowRefusal) {
        refused += 1
        if refusals.count < SheetBatch.keptRefusals { refusals.append(refusal) }
    }

    private func sheet(_ row: TableRow, _ plan: ColumnPlan) throws(RowReason) -> ResultsSheet {
        guard row.count == plan.width else {
            throw .cells(found: row.count, wanted: plan.width)
        }
        let own = row[plan.station]
        guard let name = PlainText.read(own) else { throw .notText(plan.stationColumn) }
        if name.isEmpty {
            guard plan.stationMayBeEmpty else { throw .noStation(plan.stationColumn) }
        }
        var areas = try areas(row, plan)
        let digest = PlaceDigest(areas: lastAreaBytes, own: own).value
        let station: PollingStation.ID
        var stations: [PollingStation.ID] = []
        if plan.namesAreIdentifiers {
            guard let id = PollingStation.ID(name) else { throw .stationName(own.clipped) }
            station = id
            if let definition {
                guard let unit = definition.reportingUnit(named: name) else {
                    throw .unknownStation(name)
                }
                if let earlier = unit.stations.compactMap({ covered[$0] }).first {
                    throw .twice(name, first: earlier)
                }
                stations = unit.stations
                areas = [unit.district.text]
            }
        } else {
            station = PlaceDigest.identifier(digest)
        }
        let key = try freeKey(digest, areas: areas, name: name)
        var figures: [Int] = []
        figures.reserveCapacity(plan.figures.count)
        for (place, column) in plan.figures.enumerated() {
            figures.append(try figure(row[column], in: plan.fitted, place))
        }
        if name.isEmpty { nameless += 1 }
        seen[key] = sheets.count
        for station in stations { covered[station] = row.line }
        return ResultsSheet(
            station: station, areas: areas, name: name, row: row.line, fitted: plan.fitted,
            figures: figures)
    }

    /// Areas are compared with those of the row before, so that neighbours share one text.
    private func areas(_ row: TableRow, _ plan: ColumnPlan) throws(RowReason) -> [String] {
        var same = lastAreaBytes.count == plan.areas.count
        if same {
            for (place, area) in plan.areas.enumerated()
            where !row[area.column].elementsEqual(lastAreaBytes[place]) {
                same = false
                break
            }
        }
        if same { return lastAreas }
        var names: [String] = []
        for area in plan.areas {
            guard let name = PlainText.read(row[area.column]) else { throw .notText(area.name) }
            if name.isEmpty, !area.mayBeEmpty { throw .noStation(area.name) }
            names.append(name)
        }
        lastAreaBytes = plan.areas.map { Array(row[$0.column]) }
        lastAreas = names
        return names
    }

    private func freeKey(_ digest: UInt64, areas: [String], name: String) throws(RowReason)
        -> UInt64
    {
        var key = digest
        while let first = seen[key] {
            if sheets[first].name == name, sheets[first].areas == areas {
                throw .twice(
                    (areas + [name]).joined(separator: " / "), first: sheets[first].row ?? 0)
            }
            key &+= 1
        }
        return key
    }

    /// ASCII digits and nothing else: no sign, no grouping, no other script's digits.
    private func figure(
        _ cell: UnsafeBufferPointer<UInt8>, in fitted: FittedForm, _ place: Int
    ) throws(RowReason) -> Int {
        var value = 0
        for byte in cell {
            guard byte >= 0x30, byte <= 0x39 else {
                let digits = cell.dropFirst()
                if cell[0] == UInt8(ascii: "-"), !digits.isEmpty,
                    digits.allSatisfy({ (0x30...0x39).contains($0) })
                {
                    throw .negative(fitted.columns[place], cell.clipped)
                }
                throw .notANumber(fitted.columns[place], cell.clipped)
            }
            value = value * 10 + Int(byte - 0x30)
            if value > RowReason.largestFigure {
                throw .tooLarge(fitted.columns[place], cell.clipped)
            }
        }
        guard !cell.isEmpty else { throw .notANumber(fitted.columns[place], "") }
        return value
    }
}
