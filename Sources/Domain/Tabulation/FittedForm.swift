import Elections
import Primitives

/// A form fitted to one contest and one table: the lines that are there, the options voted on, and
/// the equations as places in a list of figures.
///
/// One object is shared by all sheets of the table, so that a sheet is little more than its figures.
package final class FittedForm: Sendable {
    package let form: ResultsForm
    /// Nil when no definition says which contest it is.
    package let contest: Contest.ID?
    /// Columns that name the station, the widest area first.
    package let places: [String]
    /// The lines of the form that the table has, in the order of the form.
    package let lines: [ResultsForm.Line.ID]
    /// In the order of the contest, or of the table's columns.
    package let options: [ContestOption.ID]

    let equations: [FittedEquation]
    private let bases: [Denominator: FittedSide]
    private let issuedSide: FittedSide?

    package init(
        _ form: ResultsForm, contest: Contest.ID?, places: [String],
        lines: [ResultsForm.Line.ID], options: [ContestOption.ID]
    ) {
        self.form = form
        self.contest = contest
        self.places = places
        self.lines = lines
        self.options = options
        let columns = lines.map(\.text) + options.map(\.text)
        let index = Dictionary(
            columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func side(_ terms: [ResultsForm.Term]) -> FittedSide { FittedSide(terms, index: index) }
        equations = form.equations.map { FittedEquation($0, index: index) }
        bases = Dictionary(
            uniqueKeysWithValues: Denominator.allCases.map { ($0, side(form.bases[$0])) })
        issuedSide = form.bases.issued.map(side)
    }

    /// Fits the form to a contest whose sheets have every line.
    package convenience init(_ form: ResultsForm, contest: Contest) {
        self.init(
            form, contest: contest.id, places: form.places.map(\.column),
            lines: form.lines.map(\.id), options: contest.options.map(\.id))
    }

    /// Lines, then options: the order of figures everywhere.
    package var columns: [String] { lines.map(\.text) + options.map(\.text) }
    package var figureCount: Int { lines.count + options.count }

    package func index(of line: ResultsForm.Line.ID) -> Int? { lines.firstIndex(of: line) }
    package func index(of option: ContestOption.ID) -> Int? {
        options.firstIndex(of: option).map { $0 + lines.count }
    }

    package func votes(_ figures: [Int]) -> Int {
        var sum = 0
        for place in lines.count..<figures.count { sum += figures[place] }
        return sum
    }

    /// What the shares of these figures are shares of; a form's subtraction never takes it below
    /// zero.
    package func base(_ base: Denominator, of figures: [Int]) -> Int {
        max(0, bases[base]?.value(figures, votes: votes(figures)) ?? 0)
    }

    /// Every equation that the figures break, in the order of the form. See
    /// ``ResultsSheet/imbalances()``.
    package func imbalances(_ figures: [Int]) -> [Imbalance] {
        var found: [Imbalance] = []
        let votes = votes(figures)
        for fitted in equations {
            guard let sides = fitted.broken(figures, votes: votes) else { continue }
            found.append(
                Imbalance(
                    equation: fitted.equation.id, severity: fitted.equation.severity,
                    left: sides.left, right: sides.right))
        }
        return found
    }

    /// Papers given out; nil when the form has no such line.
    package func issued(_ figures: [Int]) -> Int? {
        issuedSide?.value(figures, votes: votes(figures))
    }
}
