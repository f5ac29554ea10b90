import Elections
import Primitives

/// Sums over sheets. In whatever order sheets come, and however they are grouped, the sums are the
/// same.
package struct Tally: Hashable, Sendable {
    /// Sheets summed.
    package private(set) var sheets = 0
    /// As ``FittedForm/columns`` has them.
    package private(set) var figures: [Int]

    package init(columns: Int) { figures = Array(repeating: 0, count: columns) }

    package mutating func add(_ sheet: ResultsSheet) {
        sheets += 1
        for place in figures.indices { figures[place] += sheet.figures[place] }
    }

    package mutating func add(_ other: Tally) {
        sheets += other.sheets
        for place in figures.indices { figures[place] += other.figures[place] }
    }
}

/// The sums of a contest: nation, and the widest areas in it.
package struct NationalTally: Sendable {
    package struct District: Hashable, Sendable {
        /// The widest area's name as the sheets have it.
        package let name: String
        package let tally: Tally
    }

    package let fitted: FittedForm
    package let nation: Tally
    /// By name, in the order of bytes; empty when sheets name no area.
    package let districts: [District]

    package init(_ sheets: [ResultsSheet], fitted: FittedForm) {
        self.fitted = fitted
        var byName: [String: Int] = [:]
        var tallies: [Tally] = []
        var nation = Tally(columns: fitted.figureCount)
        var lastName = ""
        var lastPlace = -1
        for sheet in sheets {
            guard let area = sheet.areas.first else {
                nation.add(sheet)
                continue
            }
            // Neighbours in a file mostly share their area; the dictionary is for the others.
            if lastPlace < 0 || area != lastName {
                if let place = byName[area] {
                    lastPlace = place
                } else {
                    lastPlace = tallies.count
                    byName[area] = lastPlace
                    tallies.append(Tally(columns: fitted.figureCount))
                }
                lastName = area
            }
            tallies[lastPlace].add(sheet)
        }
        for tally in tallies { nation.add(tally) }
        self.nation = nation
        districts = byName.map { District(name: $0.key, tally: tallies[$0.value]) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package func totals(_ tally: Tally) -> [String: Int] {
        Dictionary(zip(fitted.columns, tally.figures), uniquingKeysWith: { first, _ in first })
    }

    package func base(_ base: Denominator) -> Int { fitted.base(base, of: nation.figures) }

    /// National votes by option, in the order of the contest.
    package var votes: [(option: ContestOption.ID, votes: Int)] {
        Array(zip(fitted.options, nation.figures.dropFirst(fitted.lines.count))).map { ($0, $1) }
    }
}
