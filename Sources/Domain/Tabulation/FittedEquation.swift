import Elections
import Primitives

struct FittedEquation: Sendable {
    let equation: ResultsForm.Equation
    let left: FittedSide
    let right: FittedSide
    /// Asked only where this is above zero.
    let provided: FittedSide?
}

/// One side of an equation, ready to be summed.
struct FittedSide: Sendable {
    private let places: [Int]
    private let coefficients: [Int]
    /// How often the sum of all votes is taken.
    private let votesTaken: Int
    /// The sum of the numbers that stand on their own.
    private let constant: Int

    /// A term whose line is absent counts as zero; forms allow that for optional lines only.
    init(_ terms: [ResultsForm.Term], index: [String: Int]) {
        var places: [Int] = []
        var coefficients: [Int] = []
        var votesTaken = 0
        var constant = 0
        for term in terms {
            if let number = term.number {
                constant += number
            } else if term.name == ResultsForm.Term.votes {
                votesTaken += term.coefficient
            } else if let place = index[term.name] {
                places.append(place)
                coefficients.append(term.coefficient)
            }
        }
        self.places = places
        self.coefficients = coefficients
        self.votesTaken = votesTaken
        self.constant = constant
    }

    func value(_ figures: [Int], votes: Int) -> Int {
        var sum = constant + votesTaken * votes
        for step in 0..<places.count { sum += coefficients[step] * figures[places[step]] }
        return sum
    }
}
