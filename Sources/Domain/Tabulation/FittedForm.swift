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
        let index = Dictionary(
            lines.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
        func side(_ terms: [ResultsForm.Term]) -> FittedSide { FittedSide(terms, index: index) }
        equations = form.equations.map {
            FittedEquation(equation: $0, left: side($0.left), right: side($0.right))
        }
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

    /// What the shares of these figures are shares of.
    package func base(_ base: Denominator, of figures: [Int]) -> Int {
        bases[base]?.value(figures, votes: votes(figures)) ?? 0
    }

    /// Every equation that the figures break, in the order of the form. See
    /// ``ResultsSheet/imbalances()``.
    package func imbalances(_ figures: [Int]) -> [Imbalance] {
        var found: [Imbalance] = []
        let votes = votes(figures)
        for fittedEquation in equations {
            let left = fittedEquation.left.value(figures, votes: votes)
            let right = fittedEquation.right.value(figures, votes: votes)
            let equation = fittedEquation.equation
            if !equation.relation.holds(left, right) {
                found.append(
                    Imbalance(
                        equation: equation.id, severity: equation.severity, left: left, right: right
                    ))
            }
        }
        return found
    }

    /// Papers given out; nil when the form has no such line.
    package func issued(_ figures: [Int]) -> Int? {
        issuedSide?.value(figures, votes: votes(figures))
    }
}

struct FittedEquation: Sendable {
    let equation: ResultsForm.Equation
    let left: FittedSide
    let right: FittedSide
}

/// One side of an equation, ready to be summed.
struct FittedSide: Sendable {
    private let places: [Int]
    private let signs: [Int]
    /// How often the sum of all votes is taken.
    private let votesTaken: Int

    /// A term whose line is absent counts as zero; forms allow that for optional lines only.
    init(_ terms: [ResultsForm.Term], index: [String: Int]) {
        var places: [Int] = []
        var signs: [Int] = []
        var votesTaken = 0
        for term in terms {
            let sign = term.negative ? -1 : 1
            if term.name == ResultsForm.Term.votes {
                votesTaken += sign
            } else if let place = index[term.name] {
                places.append(place)
                signs.append(sign)
            }
        }
        self.places = places
        self.signs = signs
        self.votesTaken = votesTaken
    }

    func value(_ figures: [Int], votes: Int) -> Int {
        var sum = votesTaken * votes
        for step in 0..<places.count { sum += signs[step] * figures[places[step]] }
        return sum
    }
}
