import Primitives
import Tabulation

/// Reads the figures of a row as a mapping explains them.
final class CellReader {
    private let mapping: TableMapping
    private let fitted: FittedForm
    private let columns: [Int?]
    /// For each figure, the texts that hold none.
    private let absent: [Set<String>]
    private let isDerived: [Bool]
    private let derived: [(place: Int, from: FittedTerms)]

    init(_ plan: ColumnPlan) {
        let mapping = plan.mapping
        self.mapping = mapping
        fitted = plan.fitted
        columns = plan.figures
        let options = Set(plan.fitted.options.map(\.text))
        absent = plan.fitted.columns.map { name in
            let rules = (mapping.absent ?? []).filter { rule in
                guard let columns = rule.columns else { return true }
                return columns.contains(name)
                    || columns.contains(ResultsForm.Term.votes) && options.contains(name)
            }
            return Set(rules.flatMap(\.texts))
        }
        let names = plan.fitted.columns
        isDerived = names.map { mapping.derived?[$0] != nil }
        derived = names.enumerated().compactMap { place, name in
            mapping.derived?[name].map { (place, FittedTerms($0, in: plan.fitted)) }
        }
    }

    func figures(of row: TableRow, traps: inout TrapLog) throws(RowReason) -> [Int] {
        var figures: [Int] = []
        figures.reserveCapacity(columns.count)
        var made = false
        for (place, column) in columns.enumerated() {
            guard let column else {
                made = true
                figures.append(0)
                continue
            }
            let cell = row[column]
            do {
                figures.append(try Figure.read(cell))
            } catch {
                if cell.isEmpty, isDerived[place] { made = true }
                figures.append(try unusual(cell, place, error, &traps))
            }
        }
        if made { try fill(row, &figures, &traps) }
        return figures
    }

    private func fill(
        _ row: TableRow, _ figures: inout [Int], _ traps: inout TrapLog
    ) throws(RowReason) {
        for (place, terms) in derived {
            let name = fitted.columns[place]
            if let column = columns[place] {
                guard row[column].isEmpty else { continue }
                traps.note(.derivedTotal, name)
            } else {
                traps.note(.derivedColumn, name)
            }
            let value = terms.value(figures)
            guard value >= 0 else { throw .derivedNegative(name, value) }
            guard value <= Figure.largest else { throw .tooLarge(name, "\(value)") }
            figures[place] = value
        }
    }

    /// A cell that is not plain digits.
    private func unusual(
        _ cell: UnsafeBufferPointer<UInt8>, _ place: Int, _ fault: FigureFault,
        _ traps: inout TrapLog
    ) throws(RowReason) -> Int {
        let name = fitted.columns[place]
        if cell.isEmpty, isDerived[place] { return 0 }
        if !absent[place].isEmpty, let text = PlainText.read(cell), absent[place].contains(text) {
            traps.note(.absentCell, name)
            return 0
        }
        switch fault {
        case .empty: throw .notANumber(name, "")
        case .negative: throw .negative(name, cell.clipped)
        case .tooLarge: throw .tooLarge(name, cell.clipped)
        case .notDigits: break
        }
        guard !mapping.isFormItself, Self.isMarked(cell) else {
            throw .notANumber(name, cell.clipped)
        }
        switch mapping.point {
        case .thousands:
            if let value = try Self.withoutThousands(cell, name) {
                traps.note(.pointThousands, name)
                return value
            }
        case .decimal:
            if let value = try Self.withoutZeros(cell, name) {
                traps.note(.pointDecimal, name)
                return value
            }
        case nil: break
        }
        throw .markInNumber(name, cell.clipped)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Digits with a point, a comma or an apostrophe between them.
    private static func isMarked(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let marks: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'")]
        guard let first = cell.first, let last = cell.last, isDigit(first), isDigit(last) else {
            return false
        }
        return cell.allSatisfy { isDigit($0) || marks.contains($0) }
    }

    /// `1.234` and `12.345.678`: one to three digits, the first not zero, then groups of three.
    private static func withoutThousands(
        _ cell: UnsafeBufferPointer<UInt8>, _ name: String
    ) throws(RowReason) -> Int? {
        let groups = cell.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
            first.first != 0x30, groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.allSatisfy({ $0.allSatisfy(isDigit) })
        else { return nil }
        return try number(groups.flatMap(Array.init), name)
    }

    /// `36.0` and `36.00`; three zeros may be thousands.
    private static func withoutZeros(
        _ cell: UnsafeBufferPointer<UInt8>, _ name: String
    ) throws(RowReason) -> Int? {
        guard let point = cell.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let rest = cell[(point + 1)...]
        guard point > 0, (1...2).contains(rest.count), rest.allSatisfy({ $0 == 0x30 }) else {
            return nil
        }
        return try number(Array(cell[..<point]), name)
    }

    private static func number(_ digits: [UInt8], _ name: String) throws(RowReason) -> Int? {
        let text = String(decoding: digits, as: UTF8.self)
        do {
            return try Figure.read(text)
        } catch .tooLarge {
            throw .tooLarge(name, text)
        } catch {
            return nil
        }
    }
}

/// A sum of lines and votes within one row.
struct FittedTerms {
    private var places: [(place: Int, coefficient: Int)] = []
    private var votesTaken = 0
    private let fitted: FittedForm

    init(_ terms: [ResultsForm.Term], in fitted: FittedForm) {
        self.fitted = fitted
        let index = Dictionary(
            fitted.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for term in terms {
            if term.name == ResultsForm.Term.votes {
                votesTaken += term.coefficient
            } else if let place = index[term.name] {
                places.append((place, term.coefficient))
            }
        }
    }

    func value(_ figures: [Int]) -> Int {
        places.reduce(votesTaken * fitted.votes(figures)) {
            $0 + $1.coefficient * figures[$1.place]
        }
    }
}
