import Primitives
import Tabulation

/// Gathers the peculiarities of a table while it is read.
struct TrapLog {
    enum Kind: String, CaseIterable {
        case pointThousands = "point-thousands"
        case pointDecimal = "point-decimal"
        case markUnexplained = "mark-unexplained"
        case absentCell = "absent-cell"
        case derivedTotal = "derived-total"
        case derivedColumn = "derived-column"
        case special = "special-station"
        case noRegister = "no-register"
        case emptySheet = "empty-sheet"
        case nameRepeated = "name-repeated"
        case noStationName = "no-station-name"
        case emptyRow = "empty-row"
    }

    private struct Key: Hashable {
        let kind: Kind
        let subject: String
    }

    private struct Found {
        var count = 0
        var lines: [Int] = []
    }

    private var found: [Key: Found] = [:]
    /// Of the row being read; they count when the row is taken.
    private var pending: [Key] = []

    mutating func startRow() { if !pending.isEmpty { pending.removeAll(keepingCapacity: true) } }

    /// Something in the row being read.
    mutating func note(_ kind: Kind, _ subject: String = "") {
        pending.append(Key(kind: kind, subject: subject))
    }

    /// The row is a sheet, so that what it holds counts.
    mutating func keepRow(line: Int) {
        for key in pending { add(key, line: line) }
    }

    /// Something that a refused row holds.
    mutating func refuse(_ kind: Kind, _ subject: String, line: Int) {
        add(Key(kind: kind, subject: subject), line: line)
    }

    private mutating func add(_ key: Key, line: Int) {
        var entry = found[key, default: Found()]
        entry.count += 1
        if entry.lines.count < TableTrap.keptLines, entry.lines.last != line {
            entry.lines.append(line)
        }
        found[key] = entry
    }

    /// In the order of the kinds, then of the columns' names.
    func traps(of mapping: TableMapping) -> [TableTrap] {
        let order = Dictionary(
            uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
        return found.sorted { left, right in
            let places = (order[left.key.kind] ?? 0, order[right.key.kind] ?? 0)
            return places.0 == places.1
                ? left.key.subject.utf8.lexicographicallyPrecedes(right.key.subject.utf8)
                : places.0 < places.1
        }.map { key, entry in
            TableTrap(
                code: "traps.\(key.kind.rawValue)",
                column: Self.namesColumn(key.kind) ? key.subject : nil, count: entry.count,
                lines: entry.lines, accepted: key.kind != .markUnexplained && key.kind != .emptyRow,
                summary: Self.summary(key.kind, key.subject, entry.count, mapping))
        }
    }

    private static func namesColumn(_ kind: Kind) -> Bool {
        switch kind {
        case .special, .noRegister, .emptySheet, .nameRepeated, .noStationName, .emptyRow: false
        default: true
        }
    }

    private static func summary(
        _ kind: Kind, _ subject: String, _ count: Int, _ mapping: TableMapping
    ) -> String {
        switch kind {
        case .pointThousands:
            "\(count) cells of \(subject) have a point between thousands and are read as whole numbers."
        case .pointDecimal:
            "\(count) cells of \(subject) are whole numbers written with a decimal point."
        case .markUnexplained:
            "\(count) cells of \(subject) have a mark between digits that the mapping does not explain; their rows are refused."
        case .absentCell:
            "\(count) cells of \(subject) hold no figure; they are summed as zero and are not known to be zero."
        case .derivedTotal:
            "\(count) cells of \(subject) are empty; the sum of \(terms(subject, mapping)) stands in their place."
        case .derivedColumn:
            "The table has no \(subject); the sum of \(terms(subject, mapping)) stands in its place."
        case .special: "\(count) special stations: \(subject)"
        case .noRegister:
            "\(count) stations have voters and no register of their own; no turnout is computed for them."
        case .emptySheet: "\(count) sheets are zero in every figure."
        case .nameRepeated:
            "\(count) rows bear a station's name that another row has; each is summed as a sheet of its own."
        case .noStationName:
            "Nothing names the station of \(count) rows; the line of the table stands for it, and repeated rows cannot be found."
        case .emptyRow: "\(count) rows are empty and no sheets."
        }
    }

    private static func terms(_ name: String, _ mapping: TableMapping) -> String {
        (mapping.derived?[name] ?? []).map(\.text).joined(separator: " and ")
    }
}
