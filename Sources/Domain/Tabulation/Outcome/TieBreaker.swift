import Elections
import Primitives

/// Equal votes, and what became of them.
package struct BrokenTie: Codable, Hashable, Sendable {
    package enum Purpose: String, Codable, Sendable {
        /// One of the tied is preferred.
        case winner
        /// One of the tied is eliminated.
        case loser
    }

    package let purpose: Purpose
    /// Who had equal votes, in the order of their ids.
    package let tied: [ContestOption.ID]
    /// The means used, in order; the last one decided or gave up.
    package let by: [TieRule.Means]
    /// Nil where the rule does not say who it is.
    package let chosen: ContestOption.ID?
}

/// Applies a tie rule. It has a memory: a generator that drew once draws its next number later.
struct TieBreaker {
    private let steps: [TieRule.Step]
    private let ballotOrder: [ContestOption.ID]
    private var generators: [Int: JavaRandom] = [:]

    /// - Parameter options: all options, in the order of the ballot.
    init(_ rule: TieRule?, options: [ContestOption.ID]) {
        steps = rule?.steps ?? []
        ballotOrder = options
    }

    /// - Parameters:
    ///   - earlier: votes of earlier rounds, the latest first.
    ///   - votes: what `more-votes` compares.
    mutating func choose(
        _ tied: [ContestOption.ID], for purpose: BrokenTie.Purpose,
        earlier: [[ContestOption.ID: Int]] = [], votes: [ContestOption.ID: Int] = [:]
    ) -> BrokenTie {
        let all = tied.sorted()
        var left = all
        var used: [TieRule.Means] = []
        for (place, step) in steps.enumerated() {
            used.append(step.by)
            switch step.by {
            case .earlierRounds:
                for round in earlier where left.count > 1 {
                    left = Self.narrowed(left, by: round, purpose)
                }
            case .moreVotes: left = Self.narrowed(left, by: votes, purpose)
            case .ballotOrder: left = Self.first(of: left, in: ballotOrder, purpose)
            case .order, .seed: left = Self.first(of: left, in: step.order ?? [], purpose)
            case .javaShuffle:
                var generator = JavaRandom(seed: Int64(step.seed ?? "") ?? 0)
                let order = generator.shuffled(ballotOrder.sorted())
                left = Self.first(of: left, in: order, purpose)
            case .javaRandom:
                var generator =
                    generators[place] ?? JavaRandom(seed: Int64(step.seed ?? "") ?? 0)
                left = [left[generator.place(below: left.count)]]
                generators[place] = generator
            case .newVote, .nobody:
                return BrokenTie(purpose: purpose, tied: all, by: used, chosen: nil)
            }
            if left.count == 1 {
                return BrokenTie(purpose: purpose, tied: all, by: used, chosen: left[0])
            }
        }
        return BrokenTie(purpose: purpose, tied: all, by: used, chosen: nil)
    }

    private static func narrowed(
        _ left: [ContestOption.ID], by votes: [ContestOption.ID: Int], _ purpose: BrokenTie.Purpose
    ) -> [ContestOption.ID] {
        let counts = left.map { votes[$0] ?? 0 }
        let wanted = purpose == .winner ? counts.max() : counts.min()
        return zip(left, counts).filter { $0.1 == wanted }.map(\.0)
    }

    /// The preferred one for a seat, the least preferred for an elimination; all where the order
    /// names none of them.
    private static func first(
        of left: [ContestOption.ID], in order: [ContestOption.ID], _ purpose: BrokenTie.Purpose
    ) -> [ContestOption.ID] {
        let named = order.filter(left.contains)
        guard let found = purpose == .winner ? named.first : named.last else { return left }
        return [found]
    }
}
