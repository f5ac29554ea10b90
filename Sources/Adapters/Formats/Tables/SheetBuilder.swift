import Elections
import Foundation
import Primitives
import Tabulation

/// Turns rows into sheets and keeps the reasons of those that are none.
final class SheetBuilder {
    private let file: String
    private let mappings: [TableMapping]
    private let separator: UInt8
    private let contest: Contest?
    private let limits: TableLimits
    private let definition: ElectionDefinition?

    private var plan: ColumnPlan?
    private var cells: CellReader?
    private var special: [(column: Int, rule: TableMapping.SpecialRule)] = []
    private var traps = TrapLog()
    private var rows = 0
    private var sheets: [ResultsSheet] = []
    private var refusals: [RowRefusal] = []
    private var refused = 0
    private var nameless = 0
    private var names = NameBook()
    /// Stations of the definition that an accepted sheet speaks for, and its line.
    private var covered: [PollingStation.ID: Int] = [:]
    private var lastAreaBytes: [[UInt8]] = []
    private var lastAreas: [String] = []

    init(
        _ source: SheetTable.Source, mappings: [TableMapping], separator: UInt8,
        limits: TableLimits
    ) {
        file = source.name
        contest = source.contest
        definition = source.definition
        self.mappings = mappings
        self.separator = separator
        self.limits = limits
    }

    func take(_ row: TableRow) throws {
        guard let plan, let cells else {
            try begin(Self.header(row, file: file))
            return
        }
        rows += 1
        guard rows <= limits.rows else { throw TableProblem.tooManyRows(file, limits.rows) }
        traps.startRow()
        do {
            let sheet = try sheet(row, plan, cells)
            traps.keepRow(line: row.line)
            sheets.append(sheet)
        } catch {
            switch error {
            case .markInNumber(let column, _):
                traps.refuse(.markUnexplained, column, line: row.line)
            case .emptyRow: traps.refuse(.emptyRow, "", line: row.line)
            default: break
            }
            note(error.refusal(line: row.line))
        }
    }

    private func begin(_ names: [String]) throws {
        let plan = try ColumnPlan(names: names, mappings: mappings, contest: contest)
        self.plan = plan
        cells = CellReader(plan)
        special = (plan.mapping.special ?? []).compactMap { rule in
            names.firstIndex(of: rule.column).map { ($0, rule) }
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
        if separator != UInt8(ascii: ",") {
            notices.append("Cells are separated by \(separatorName).")
        }
        if !plan.unused.isEmpty {
            notices.append("Columns not read: \(plan.unused.joined(separator: ", ")).")
        }
        if nameless > 0 {
            notices.append("\(nameless) rows do not name their station, only the area it lies in.")
        }
        if plan.mapping.numberedOptions != nil {
            let options = plan.fitted.options.map { "\($0) is \(plan.renamed[$0.text] ?? $0.text)" }
            notices.append("Options by their columns: \(options.joined(separator: "; ")).")
        }
        let reading = plan.mapping.isFormItself ? nil : self.reading(plan)
        notices += reading?.traps.map(\.summary) ?? []
        return SheetBatch(
            fitted: plan.fitted, sheets: sheets, refusals: refusals, refused: refused,
            notices: notices, reading: reading)
    }

    private var separatorName: String {
        separator == 0x09 ? "a tab" : String(decoding: [separator], as: UTF8.self)
    }

    private func reading(_ plan: ColumnPlan) -> TableReading {
        TableReading(
            mapping: plan.mapping.id.text, separator: separatorName, columns: plan.renamed,
            registerCompleteFrom: plan.mapping.registerCompleteFrom,
            traps: traps.traps(of: plan.mapping))
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

    private func sheet(
        _ row: TableRow, _ plan: ColumnPlan, _ cells: CellReader
    ) throws(RowReason) -> ResultsSheet {
        guard row.count == plan.width else {
            throw .cells(found: row.count, wanted: plan.width)
        }
        if row.isEmpty { throw .emptyRow }
        let origin = try origin(row, plan)
        let place = (areas: origin.areas, name: origin.name)
        let mayRepeat = plan.mapping.repeatedNames == true
        var key = try mayRepeat ? origin.digest : names.key(origin.digest, place, in: sheets)
        let figures = try cells.figures(of: row, traps: &traps)
        if mayRepeat {
            let found = try names.repeatedKey(origin.digest, place, figures, in: sheets)
            if found.repeats { traps.note(.nameRepeated) }
            key = found.key
        }
        if origin.name.isEmpty { nameless += 1 }
        if !plan.mapping.isFormItself { observe(row, plan, figures) }
        names.keep(key, sheet: sheets.count)
        for station in origin.stations { covered[station] = row.line }
        let keepsName = key == origin.digest || plan.namesAreIdentifiers
        return ResultsSheet(
            station: keepsName ? origin.station : PlaceDigest.identifier(key),
            areas: origin.areas, name: origin.name, row: row.line, fitted: plan.fitted,
            figures: figures)
    }

    /// Where a row says that its sheet comes from.
    private struct Origin {
        let station: PollingStation.ID
        let name: String
        var areas: [String]
        let digest: UInt64
        /// Stations of the definition that the sheet speaks for.
        var stations: [PollingStation.ID] = []
    }

    private func origin(_ row: TableRow, _ plan: ColumnPlan) throws(RowReason) -> Origin {
        let name = try name(row, plan)
        let areas = try areas(row, plan)
        let digest = PlaceDigest(areas: lastAreaBytes, own: name).value
        guard plan.namesAreIdentifiers else {
            return Origin(
                station: PlaceDigest.identifier(digest), name: name, areas: areas, digest: digest)
        }
        guard let id = PollingStation.ID(name) else { throw .stationName(clipped(name)) }
        var origin = Origin(station: id, name: name, areas: areas, digest: digest)
        guard let definition else { return origin }
        guard let unit = definition.reportingUnit(named: name) else { throw .unknownStation(name) }
        if let earlier = unit.stations.compactMap({ covered[$0] }).first {
            throw .twice(name, first: earlier)
        }
        origin.stations = unit.stations
        origin.areas = [unit.district.text]
        return origin
    }

    private func clipped(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { $0.clipped }
    }

    private func name(_ row: TableRow, _ plan: ColumnPlan) throws(RowReason) -> String {
        var parts: [String] = []
        switch plan.station {
        case .line:
            traps.note(.noStationName)
            return "row-\(row.line)"
        case .column(let column):
            guard let name = PlainText.read(row[column]) else { throw .notText(plan.stationColumn) }
            if name.isEmpty {
                guard plan.stationMayBeEmpty else { throw .noStation(plan.stationColumn) }
            }
            return name
        case .columns(let columns):
            for column in columns {
                guard let part = PlainText.read(row[column]) else {
                    throw .notText(plan.stationColumn)
                }
                parts.append(part)
            }
        }
        guard parts.contains(where: { !$0.isEmpty }) else { throw .noStation(plan.stationColumn) }
        return parts.joined(separator: " ")
    }

    /// What a mapping wants told of a row that is a sheet.
    private func observe(_ row: TableRow, _ plan: ColumnPlan, _ figures: [Int]) {
        for (column, rule) in special {
            let cell = row[column]
            let fits =
                rule.texts.map { texts in texts.contains { cell.elementsEqual($0.utf8) } }
                ?? !cell.isEmpty
            if fits { traps.note(.special, rule.text.en) }
        }
        if figures.allSatisfy({ $0 == 0 }) {
            traps.note(.emptySheet)
        } else if plan.fitted.base(.registered, of: figures) == 0,
            plan.fitted.base(.participants, of: figures) > 0
        {
            traps.note(.noRegister)
        }
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
}

extension TableRow {
    /// True when every cell is empty.
    var isEmpty: Bool {
        for cell in 0..<count where !self[cell].isEmpty { return false }
        return true
    }
}
