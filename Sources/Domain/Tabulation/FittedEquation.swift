import Elections
import Primitives

/// An equation as places in a list of figures. An object, because every sheet asks it.
final class FittedEquation: Sendable {
    let equation: ResultsForm.Equation
    private let left: FittedSide
    private let right: FittedSide
    /// Asked only where this is above zero.
    private let provided: FittedSide?
    private let relation: ResultsForm.Equation.Relation

    init(_ equation: ResultsForm.Equation, index: [String: Int]) {
        self.equation = equation
        left = FittedSide(equation.left, index: index)
        right = FittedSide(equation.right, index: index)
        provided = equation.provided.map { FittedSide($0, index: index) }
        relation = equation.relation
    }

    /// Both sides where the equation does not hold; nil where it does or is not asked.
    func broken(_ figures: [Int], votes: Int) -> (left: Int, right: Int)? {
        if let provided, provided.value(figures, votes: votes) <= 0 { return nil }
        let left = left.value(figures, votes: votes)
        let right = right.value(figures, votes: votes)
        return relation.holds(left, right) ? nil : (left, right)
    }
}

/// One side of an equation, ready to be summed.
final class FittedSide: Sendable {
    private struct Step {
        let place: Int
        let coefficient: Int
    }

    private let steps: [Step]
    /// How often the sum of all votes is taken.
    private let votesTaken: Int
    /// The sum of the numbers that stand on their own.
    private let constant: Int

    /// A term whose line is absent counts as zero; forms allow that for optional lines only.
    init(_ terms: [ResultsForm.Term], index: [String: Int]) {
        var steps: [Step] = []
        var votesTaken = 0
        var constant = 0
        for term in terms {
            if let number = term.number {
                constant += number
            } else if term.name == ResultsForm.Term.votes {
                votesTaken += term.coefficient
            } else if let place = index[term.name] {
                steps.append(Step(place: place, coefficient: term.coefficient))
            }
        }
        self.steps = steps
        self.votesTaken = votesTaken
        self.constant = constant
    }

    func value(_ figures: [Int], votes: Int) -> Int {
        var sum = constant + votesTaken * votes
        for step in steps { sum += step.coefficient * figures[step.place] }
        return sum
    }
}
