import Cryptography
import Elections
import Primitives
import Tabulation

/// Figures added up over sheets, in the order of ``FittedForm/columns``.
package struct Sums: Hashable, Sendable {
    /// Sheets added.
    package private(set) var sheets = 0
    package private(set) var figures: [Int]

    package init(columns: Int) { figures = Array(repeating: 0, count: columns) }

    package mutating func add(_ figures: [Int]) {
        sheets += 1
        for place in self.figures.indices { self.figures[place] += figures[place] }
    }

    package mutating func remove(_ figures: [Int]) {
        sheets -= 1
        for place in self.figures.indices { self.figures[place] -= figures[place] }
    }
}

/// One contest in one count, as the sheets that count now give it: nation and districts.
///
/// Kept up to date sheet by sheet, so that a reader never waits for an addition; a test adds
/// everything anew and compares.
package struct ContestSums: Sendable {
    package let fitted: FittedForm
    package private(set) var nation: Sums
    package private(set) var districts: [District.ID: Sums]

    package init(fitted: FittedForm, districts: [District.ID]) {
        self.fitted = fitted
        nation = Sums(columns: fitted.figureCount)
        self.districts = Dictionary(
            districts.map { ($0, Sums(columns: fitted.figureCount)) },
            uniquingKeysWith: { first, _ in first })
    }

    package mutating func add(_ figures: [Int], of district: District.ID) {
        nation.add(figures)
        districts[district]?.add(figures)
    }

    package mutating func remove(_ figures: [Int], of district: District.ID) {
        nation.remove(figures)
        districts[district]?.remove(figures)
    }

    package func base(_ base: Denominator, of sums: Sums) -> Int {
        fitted.base(base, of: sums.figures)
    }

    /// Votes by option, in the order of the contest.
    package func votes(_ sums: Sums) -> [(option: ContestOption.ID, votes: Int)] {
        Array(zip(fitted.options, sums.figures.dropFirst(fitted.lines.count))).map { ($0, $1) }
    }

    /// What a rule is applied to.
    package var contestFigures: ContestFigures {
        ContestFigures(
            votes: Dictionary(
                votes(nation).map { ($0.option, $0.votes) }, uniquingKeysWith: { first, _ in first }
            ),
            registered: base(.registered, of: nation),
            participants: base(.participants, of: nation), valid: base(.valid, of: nation))
    }

    /// The sums as plain lines, nation first, then the districts by their ids: what two officers
    /// confirm when they publish, and what anybody can add up again.
    package var text: String {
        var lines = ["dobush-sums-1"]
        func add(_ name: String, _ sums: Sums) {
            lines.append("area \(name) sheets \(sums.sheets)")
            for (column, figure) in zip(fitted.columns, sums.figures) {
                lines.append("\(column) \(figure)")
            }
        }
        add("nation", nation)
        for (id, sums) in districts.sorted(by: { $0.key < $1.key }) {
            add("district:\(id)", sums)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    package var digest: Digest { Digest.of(text) }
}
