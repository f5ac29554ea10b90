import Elections
import Primitives

/// Equal ranked ballots and how many there are.
package struct RankedBallot: Codable, Hashable, Sendable {
    /// Rank by rank: who is marked there; none where the rank is empty, several where it is
    /// overvoted.
    package var ranks: [[ContestOption.ID]]
    package var count: Int

    package init(_ ranks: [[ContestOption.ID]], count: Int = 1) {
        self.ranks = ranks
        self.count = count
    }

    /// Stands in a rank for an overvote whose marks the record does not name.
    package static let unnamedOvervote: ContestOption.ID = "|"

    package static let mostRanks = 1000
    /// Ballots of one count; with nine decimals their votes still fit 64 bits.
    package static let mostBallots = 1_000_000_000
}

/// The ballots of one count: equal ones together, in an order that does not tell how they came.
package struct RankedBallots: Codable, Hashable, Sendable {
    package let piles: [RankedBallot]

    /// Empty ranks at the end and a mark made twice in one rank carry no meaning and are dropped.
    package init(_ ballots: [RankedBallot]) {
        var counts: [[[ContestOption.ID]]: Int] = [:]
        for ballot in ballots {
            var ranks = ballot.ranks.map { Array(Set($0)).sorted() }
            while ranks.last?.isEmpty == true { ranks.removeLast() }
            let (sum, overflow) = counts[ranks, default: 0].addingReportingOverflow(ballot.count)
            counts[ranks] = overflow ? .max : sum
        }
        piles = counts.map { RankedBallot($0.key, count: $0.value) }
            .sorted { Self.printed($0).lexicographicallyPrecedes(Self.printed($1)) }
    }

    private static func printed(_ ballot: RankedBallot) -> [UInt8] {
        Array(
            ballot.ranks.map { $0.map(\.text).joined(separator: "|") }.joined(separator: "\n").utf8)
    }

    package init(from decoder: any Decoder) throws {
        piles = try decoder.singleValueContainer().decode([RankedBallot].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(piles)
    }

    /// What makes the ballots impossible to count by a rule. Files read by ``RankedRule`` from
    /// outside are checked row by row before; this holds for records that are replayed.
    package func flaws(under rule: RankedRule) -> [RuleFlaw] {
        let known = Set(rule.candidates.map(\.id)).union([RankedBallot.unnamedOvervote])
        var total = 0
        for pile in piles {
            guard (1...RankedBallot.mostBallots).contains(pile.count) else {
                return [flaw("ballot-count", "\(pile.count) equal ballots are stated.")]
            }
            total += pile.count
            guard total <= RankedBallot.mostBallots else {
                return [flaw("ballot-count", "There are more than a thousand million ballots.")]
            }
            guard pile.ranks.count <= RankedBallot.mostRanks else {
                return [flaw("ballot-ranks", "A ballot has \(pile.ranks.count) ranks.")]
            }
            for marks in pile.ranks {
                if let stranger = marks.first(where: { !known.contains($0) }) {
                    return [
                        flaw("ballot-candidate", "A ballot ranks \(stranger.text), no candidate.")
                    ]
                }
                if marks.contains(RankedBallot.unnamedOvervote),
                    marks.count > 1 || rule.overvote == .exhaustIfSeveralContinue
                {
                    return [
                        flaw(
                            "ballot-overvote",
                            "An overvote without names cannot be counted by this rule.")
                    ]
                }
            }
        }
        return []
    }

    private func flaw(_ name: String, _ summary: String) -> RuleFlaw {
        RuleFlaw(name, summary, "Correct the ballots, or state the rule that they were cast under.")
    }
}
