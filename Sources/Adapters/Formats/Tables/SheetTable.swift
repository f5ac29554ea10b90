import Elections
import Foundation
import Primitives
import Tabulation

/// Reads a table of results sheets, one row a station: CSV, gzip of it, or a zip archive with it.
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
        try read(
            path, mappings: forms.map { TableMapping($0) }, contest: contest,
            definition: definition, limits: limits, progress: progress)
    }

    /// The same for a table whose columns a mapping explains.
    ///
    /// - Parameter mappings: the table's columns decide which it follows.
    package static func read(
        _ path: String, mappings: [TableMapping], contest: Contest? = nil,
        definition: ElectionDefinition? = nil, limits: TableLimits = TableLimits(),
        progress: (Int) -> Void = { _ in }
    ) throws -> SheetBatch {
        try read(
            Source(name: path, mappings: mappings, contest: contest, definition: definition),
            limits: limits
        ) { parser, row, fault in
            try ByteStream.read(path, limits: limits, progress: progress) { piece in
                try parser.feed(piece, row: row, fault: fault)
            }
        }
    }

    /// The same from bytes at hand, plain CSV.
    ///
    /// - Parameter name: the file's name, for problems.
    package static func read(
        bytes: [UInt8], name: String, forms: [ResultsForm], contest: Contest? = nil,
        definition: ElectionDefinition? = nil, limits: TableLimits = TableLimits()
    ) throws -> SheetBatch {
        try read(
            bytes: bytes, name: name, mappings: forms.map { TableMapping($0) }, contest: contest,
            definition: definition, limits: limits)
    }

    package static func read(
        bytes: [UInt8], name: String, mappings: [TableMapping], contest: Contest? = nil,
        definition: ElectionDefinition? = nil, limits: TableLimits = TableLimits()
    ) throws -> SheetBatch {
        guard bytes.count <= limits.bytes else { throw TableProblem.tooLarge(name, limits.bytes) }
        return try read(
            Source(name: name, mappings: mappings, contest: contest, definition: definition),
            limits: limits
        ) { parser, row, fault in
            try bytes.withUnsafeBufferPointer { try parser.feed($0, row: row, fault: fault) }
        }
    }

    private typealias TakeRow = (TableRow) throws -> Void
    private typealias TakeFault = (Int, RowFault) throws -> Void

    struct Source {
        let name: String
        let mappings: [TableMapping]
        let contest: Contest?
        let definition: ElectionDefinition?
    }

    /// Tries one mark between cells after the other until the header fits. Where none does, the
    /// problem of the first is told, as that is the usual one.
    private static func read(
        _ source: Source, limits: TableLimits,
        feed: (TableParser, TakeRow, TakeFault) throws -> Void
    ) throws -> SheetBatch {
        var told: (any Problem)?
        for mark in marks(of: source.mappings) {
            let builder = SheetBuilder(
                source, mappings: source.mappings.filter { $0.separatorBytes.contains(mark) },
                separator: mark, limits: limits)
            let parser = TableParser(
                limits: limits, separator: mark, quote: source.mappings[0].quoteByte)
            do {
                try feed(parser, builder.take, builder.refuse)
                try parser.finish(row: builder.take, fault: builder.refuse)
                return try builder.batch()
            } catch let problem as any Problem where Self.isAboutTheHeader(problem) {
                told = told ?? problem
            }
        }
        throw told ?? TableProblem.noHeader(source.name)
    }

    /// True when another mark between cells may make the header fit.
    private static func isAboutTheHeader(_ problem: any Problem) -> Bool {
        // A tab is no plain text in a name, until it is taken for the mark between names.
        ["tabulation.missing-column", "tables.bad-header", "tables.not-utf-8"]
            .contains(problem.code)
    }

    private static func marks(of mappings: [TableMapping]) -> [UInt8] {
        var found: [UInt8] = []
        for mark in mappings.flatMap(\.separatorBytes) where !found.contains(mark) {
            found.append(mark)
        }
        return found
    }

    /// Sheets as the table that ``read(bytes:name:forms:contest:definition:limits:)`` takes: areas,
    /// station, lines, votes; rows in the order given.
    package static func write(_ sheets: [ResultsSheet], fitted: FittedForm) -> [UInt8] {
        let areas = sheets.first?.areas.count ?? 0
        let places = fitted.places.suffix(areas + 1)
        var table = TableWriter()
        table.row(places + fitted.columns, figures: [])
        for sheet in sheets { table.row(sheet.areas + [sheet.name], figures: sheet.figures) }
        return table.bytes
    }

    /// The names in the header alone, under the mark that gives most of them.
    package static func columns(of path: String, limits: TableLimits = TableLimits()) throws
        -> [String]
    {
        var best: [String] = []
        var told: (any Problem)?
        for mark in TableMapping.usualSeparators {
            do {
                let names = try columns(of: path, separator: mark, limits: limits)
                if names.count > best.count { best = names }
            } catch let problem as any Problem where isAboutTheHeader(problem) {
                told = told ?? problem
            }
        }
        if best.isEmpty, let told { throw told }
        return best
    }

    private static func columns(
        of path: String, separator: UInt8, limits: TableLimits
    ) throws -> [String] {
        struct Enough: Error {}
        var names: [String] = []
        let parser = TableParser(limits: limits, separator: separator)
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
