import Elections
import Primitives
import Tabulation

/// Where in a row the places and figures of a form stand.
final class ColumnPlan {
    struct Area {
        let name: String
        let column: Int
        let mayBeEmpty: Bool
    }

    /// How rows say which station they are of.
    enum Station {
        case column(Int)
        case columns([Int])
        /// Nothing in the row says; the line does.
        case line

        init(_ mapping: TableMapping, _ names: [String], own: Int) {
            guard let columns = mapping.station else {
                self = .column(own)
                return
            }
            let places = columns.compactMap { names.firstIndex(of: $0) }
            self = columns.isEmpty ? .line : .columns(places)
        }

        /// The columns that are read for it.
        var read: [Int] {
            switch self {
            case .column(let column): [column]
            case .columns(let columns): columns
            case .line: []
            }
        }
    }

    let mapping: TableMapping
    let fitted: FittedForm
    let width: Int
    let areas: [Area]
    let station: Station
    let stationColumn: String
    let stationMayBeEmpty: Bool
    /// True when the station's own column names it within the whole election, as an identifier;
    /// false when only its areas and its name together do.
    let namesAreIdentifiers: Bool
    /// Columns of the figures, as ``FittedForm/columns`` orders them; nil for a line that is made
    /// from others.
    let figures: [Int?]
    let unused: [String]
    /// The table's column for each figure of another name.
    let renamed: [String: String]

    init(names: [String], mappings: [TableMapping], contest: Contest?) throws {
        let fits = mappings.map { ColumnFit($0, names: names) }
        guard let fit = fits.min(by: { $0.missing.count < $1.missing.count }) else {
            preconditionFailure("a form without editions")
        }
        try fit.refuse()
        mapping = fit.mapping
        let form = mapping.form
        let present = fit.present
        fitted = try FittedForm.fit([form], to: present, contest: contest)
        width = names.count
        let index = fit.index
        areas = form.places.dropLast().compactMap { place in
            index[place.column].map {
                Area(name: place.column, column: $0, mayBeEmpty: place.mayBeEmpty)
            }
        }
        let own = form.places[form.places.count - 1]
        let station = Station(mapping, names, own: index[own.column] ?? 0)
        self.station = station
        stationColumn = own.column
        stationMayBeEmpty = own.mayBeEmpty
        let namedAlone = form.places.dropLast().allSatisfy(\.optional)
        namesAreIdentifiers = namedAlone && (mapping.station?.isEmpty ?? true)
        figures = fitted.columns.map { index[$0] }
        let read = Set(figures.compactMap { $0 } + areas.map(\.column) + station.read)
        let known = Set(mapping.leftAside ?? [])
        unused = names.enumerated().filter { !read.contains($0) && !known.contains($1) }.map(\.1)
        renamed = Dictionary(
            fitted.columns.compactMap { name in
                index[name].flatMap { names[$0] == name ? nil : (name, names[$0]) }
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// The columns of a table under one mapping.
private struct ColumnFit {
    let mapping: TableMapping
    /// The place in the table of each column of the form, and of each option.
    var index: [String: Int] = [:]
    /// What the form can see: its own names for columns that are there or can be made.
    var present: [String] = []
    var missing: [String] = []
    private var twice: (String, String, String)?
    private let names: [String]

    init(_ mapping: TableMapping, names: [String]) {
        self.mapping = mapping
        self.names = names
        let form = mapping.form
        var own: [Int: String] = [:]
        let wanted =
            form.places.map(\.column) + form.lines.map(\.id.text)
            + (form.choices.columns ?? []).map(\.text)
        let stationIsMade = mapping.station != nil
        for column in wanted {
            if stationIsMade, column == form.places.last?.column { continue }
            let found = mapping.names(of: column).compactMap { names.firstIndex(of: $0) }
            guard let first = found.first else { continue }
            if found.count > 1 { twice = (column, names[first], names[found[1]]) }
            index[column] = first
            own[first] = column
        }
        offer(wanted: wanted, own: own)
        present += (mapping.derived ?? [:]).keys.sorted().filter { index[$0] == nil }
        if stationIsMade, let last = form.places.last { present.append(last.column) }
        missing =
            mapping.requiredColumns.filter { index[$0] == nil }
            + (mapping.station ?? []).filter { !names.contains($0) }
    }

    /// Lists what the form can see: its own columns, and those that may be options.
    private mutating func offer(wanted: [String], own: [Int: String]) {
        let aside = Set((mapping.leftAside ?? []) + (mapping.station ?? []))
        var number = 0
        for (place, name) in names.enumerated() {
            if let column = own[place] {
                present.append(column)
                continue
            }
            let never = (mapping.neverOptions ?? []).contains { name.hasPrefix($0) }
            // A column that has a name of the form and is not what the mapping means by it.
            if aside.contains(name) || never || wanted.contains(name) { continue }
            if let prefix = mapping.numberedOptions {
                number += 1
                present.append("\(prefix)\(number)")
                index["\(prefix)\(number)"] = place
            } else {
                present.append(name)
                index[name] = place
            }
        }
    }

    func refuse() throws(PlainProblem) {
        if let (column, first, second) = twice {
            throw PlainProblem(
                code: "tables.column-twice",
                summary: "The table has two columns for \(column): \(first) and \(second).",
                remedy: "Keep the one that the form means.")
        }
        guard !missing.isEmpty, !mapping.isFormItself else { return }
        let words = missing.map { column in
            let names = mapping.names(of: column)
            return names == [column] ? column : "\(column) (\(names.joined(separator: " or ")))"
        }
        throw PlainProblem(
            code: "tabulation.missing-column",
            summary:
                "The mapping \(mapping.id) needs the columns \(words.joined(separator: ", ")), which are missing.",
            remedy: "Add them to the table, or name the mapping that the table follows.")
    }
}
