import Elections
import Primitives

/// The sums of a contest at every level of its places, from the nation down to the areas that hold
/// stations; below those stand the sheets themselves.
///
/// Every area is the sum of the areas in it, and the narrowest of their sheets, whatever order the
/// sheets came in.
package struct AreaSums: Sendable {
    /// One area, or the nation.
    package struct Area: Hashable, Sendable {
        /// Names from the widest area to this one; empty for the nation.
        package let path: [String]
        package fileprivate(set) var tally: Tally
        /// Sheets with voters and without a register of their own.
        package fileprivate(set) var withoutRegister = 0
        /// Sheets that break an equation, by how grave it is; one sheet may count in several.
        package fileprivate(set) var breaking = Breaking()
        /// Places in ``AreaSums/areas`` of the areas directly in this one.
        package fileprivate(set) var children: [Int] = []
        /// Places in the batch of the sheets directly in this one.
        package fileprivate(set) var sheets: [Int] = []
    }

    package struct Breaking: Hashable, Sendable {
        package var hard = 0
        package var soft = 0
        package var alarm = 0

        static func + (left: Breaking, right: Breaking) -> Breaking {
            Breaking(
                hard: left.hard + right.hard, soft: left.soft + right.soft,
                alarm: left.alarm + right.alarm)
        }
    }

    package let fitted: FittedForm
    /// The column of each level below the nation, the widest first.
    package let levels: [String]
    /// The nation first, each area before the areas in it; those side by side in the order of bytes.
    package let areas: [Area]
    private let registerCompleteAt: Int

    package init(_ batch: SheetBatch) {
        fitted = batch.fitted
        let depth = batch.sheets.first?.areas.count ?? 0
        let levels = Self.levels(of: batch.fitted, depth: depth)
        self.levels = levels
        let complete = batch.reading?.registerCompleteFrom.flatMap { levels.firstIndex(of: $0) }
        registerCompleteAt = complete.map { $0 + 1 } ?? 0
        var builder = Builder(columns: batch.fitted.figureCount)
        for (number, sheet) in batch.sheets.enumerated() { builder.add(sheet, number) }
        areas = builder.finished()
    }

    /// With a definition, its district is the one level; else the table's own columns.
    private static func levels(of fitted: FittedForm, depth: Int) -> [String] {
        let named = fitted.places.dropLast()
        return named.count >= depth ? Array(named.prefix(depth)) : ["district"]
    }

    /// The name of an area's level: `nation`, or the column that its name stands in.
    package func level(of area: Area) -> String {
        area.path.isEmpty ? "nation" : levels[area.path.count - 1]
    }

    /// Turnout where the area's register holds the voters of all its sheets; nil where it has none,
    /// or where papers in it come from voters whom another area lists.
    package func turnout(of area: Area) -> Percentage? {
        let registered = fitted.base(.registered, of: area.tally.figures)
        guard registered > 0 else { return nil }
        guard area.withoutRegister == 0 || area.path.count <= registerCompleteAt else { return nil }
        return Percentage(fitted.base(.participants, of: area.tally.figures), of: registered)
    }

    private struct Builder {
        private var areas: [Area]
        private var lastAreas: [String] = []
        private var lastPlace = 0
        private var found: [[String]: Int] = [:]
        private let columns: Int

        init(columns: Int) {
            self.columns = columns
            areas = [Area(path: [], tally: Tally(columns: columns))]
        }

        mutating func add(_ sheet: ResultsSheet, _ number: Int) {
            // Neighbours in a table mostly share their areas; the dictionary is for the others.
            if sheet.areas != lastAreas {
                lastPlace = place(of: sheet.areas)
                lastAreas = sheet.areas
            }
            areas[lastPlace].sheets.append(number)
            areas[lastPlace].tally.add(sheet)
            if sheet.base(.registered) == 0, sheet.base(.participants) > 0 {
                areas[lastPlace].withoutRegister += 1
            }
            let broken = sheet.imbalances()
            if broken.isEmpty { return }
            func one(_ severity: ResultsForm.Equation.Severity) -> Int {
                broken.contains { $0.severity == severity } ? 1 : 0
            }
            areas[lastPlace].breaking =
                areas[lastPlace].breaking
                + Breaking(hard: one(.hard), soft: one(.soft), alarm: one(.alarm))
        }

        private mutating func place(of path: [String]) -> Int {
            if path.isEmpty { return 0 }
            if let place = found[path] { return place }
            let parent = place(of: Array(path.dropLast()))
            areas.append(Area(path: path, tally: Tally(columns: columns)))
            let place = areas.count - 1
            areas[parent].children.append(place)
            found[path] = place
            return place
        }

        /// Sums upwards, then orders parents before children and neighbours by name.
        mutating func finished() -> [Area] {
            // A child is always made after its parent, so that backwards is upwards.
            for place in areas.indices.reversed() {
                for child in areas[place].children {
                    areas[place].tally.add(areas[child].tally)
                    areas[place].withoutRegister += areas[child].withoutRegister
                    areas[place].breaking = areas[place].breaking + areas[child].breaking
                }
            }
            var ordered: [Area] = []
            ordered.reserveCapacity(areas.count)
            _ = settle(0, into: &ordered)
            return ordered
        }

        private func settle(_ place: Int, into ordered: inout [Area]) -> Int {
            let new = ordered.count
            ordered.append(areas[place])
            let children = areas[place].children.sorted {
                (areas[$0].path.last ?? "").utf8.lexicographicallyPrecedes(
                    (areas[$1].path.last ?? "").utf8)
            }
            ordered[new].children = children.map { settle($0, into: &ordered) }
            return new
        }
    }
}
