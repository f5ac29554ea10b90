import Elections
import Primitives

/// A count of ranked ballots, round by round, in whole numbers of the smallest part of a vote.
///
/// The order of steps within a round follows RCTab 2 (Bright Spots, user manual and the regression
/// cases published with it): tally, threshold, who is elected, else who is eliminated (names not on
/// the ballot, those below the least votes, a batch, the last), then what the elected keep.
struct RankedCount {
    let rule: RankedRule
    let scale: VoteScale
    let seats: Int
    let ids: [ContestOption.ID]
    let writeIn: Int?
    /// Nil for seats that are not filled one after the other.
    let pass: Int?
    let reading: RankedReading

    var piles: [RankedPile]
    var ties: TieBreaker
    var excluded: Set<Int>
    var electedIn: [Int: Int] = [:]
    var eliminatedIn: [Int: Int] = [:]
    var order: [Int] = []
    var rounds: [RankedRound] = []
    /// Tallies by round, in parts of votes.
    var tallies: [[Int: Int]] = []
    var threshold = 0
    var stop: RankedResult.Stop?

    /// The rule and the ballots have no flaws.
    init(_ rule: RankedRule, _ ballots: RankedBallots, without: Set<Int> = [], pass: Int? = nil) {
        self.rule = rule
        self.pass = pass
        scale = VoteScale(decimals: rule.decimalPlaces)
        seats = pass == nil ? rule.places : 1
        ids = rule.candidates.map(\.id)
        writeIn = rule.candidates.firstIndex { $0.kind == .writeIn }
        reading = RankedReading(rule)
        let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let one = scale.one
        piles = ballots.piles.map { ballot in
            RankedPile(
                ranks: ballot.ranks.map { $0.map { places[$0] ?? RankedPile.unnamed } },
                count: ballot.count, value: one)
        }
        ties = TieBreaker(rule.tie, options: rule.onBallot)
        excluded = without.union((rule.withdrawn ?? []).compactMap { places[$0] })
    }

    /// Candidates whom ``rule`` lets be counted at all.
    var counted: Int { ids.count - excluded.count }
    var number: Int { rounds.count }

    mutating func run() {
        while stop == nil, shouldContinue() { round() }
        if stop == nil, rule.stopAfterRound.map({ number >= $0 }) == true, order.count < seats {
            stop = .stopped
        }
    }

    private func shouldContinue() -> Bool {
        if let last = rule.stopAfterRound, number >= last { return false }
        let latest = number
        if rule.continueToTwo == true {
            return eliminatedIn.count + electedIn.count + 1 < counted
                || eliminatedIn.values.contains(latest)
        }
        if rule.method == .lastLeftAboveShare { return electedIn.isEmpty }
        return electedIn.count < seats
            || rule.method.transfersSurplus && electedIn.values.contains(latest)
    }

    func isContinuing(_ candidate: Int) -> Bool {
        guard candidate >= 0, !excluded.contains(candidate) else { return false }
        if electedIn[candidate] != nil { return rule.continueToTwo == true }
        return eliminatedIn[candidate] == nil
    }

    private mutating func round() {
        let current = number + 1
        let counts = tally()
        setThreshold(counts.active, round: current)
        tallies.append(counts.tally)
        rounds.append(
            RankedRound(
                number: current, pass: pass, threshold: thresholdText,
                active: scale.text(counts.active), tally: named(counts.tally),
                inactive: Dictionary(
                    uniqueKeysWithValues: counts.inactive.map {
                        ($0.key.rawValue, scale.text($0.value))
                    }), elected: [], eliminated: [], cause: nil, ties: [], transfers: []))
        let winners = winners(counts.tally)
        if let winners, !winners.isEmpty {
            elect(winners, in: current, tally: counts.tally)
        } else if winners != nil,
            electedIn.count < seats || goesOnToTwo || rule.method == .lastLeftAboveShare
        {
            eliminate(counts.tally, in: current)
        }
        settleWinners(round: current)
    }

    private var goesOnToTwo: Bool {
        rule.continueToTwo == true && eliminatedIn.count < counted - 2
    }

    private mutating func elect(_ winners: [Int], in round: Int, tally: [Int: Int]) {
        for winner in winners {
            electedIn[winner] = round
            order.append(winner)
            if rule.method.transfersSurplus { keep(winner, votes: tally[winner] ?? 0) }
        }
        rounds[round - 1].elected = winners.map { ids[$0] }
    }

    private mutating func eliminate(_ tally: [Int: Int], in round: Int) {
        guard let losers = losers(tally, round: round), !losers.isEmpty else {
            stop = stop ?? .nobodyLeft
            return
        }
        for loser in losers { eliminatedIn[loser] = round }
        rounds[round - 1].eliminated = losers.map { ids[$0] }
    }

    /// The elected keep what the quota needs of each ballot; the rest of its vote goes on.
    private mutating func keep(_ winner: Int, votes: Int) {
        let surplus = votes - threshold
        let fraction = surplus > 0 ? scale.fraction(surplus, of: votes) : 0
        for place in piles.indices where piles[place].recipient == winner {
            let goesOn = scale.product(piles[place].value, fraction)
            piles[place].held.append((winner, piles[place].value - goesOn))
            piles[place].value = goesOn
        }
    }

    /// Shows the elected of earlier rounds with what they kept: the quota, or all if they had less.
    private mutating func settleWinners(round: Int) {
        guard rule.method.transfersSurplus else { return }
        for (winner, elected) in electedIn.sorted(by: { $0.key < $1.key }) where elected < round {
            guard elected == round - 1 else {
                tallies[round - 1][winner] = tallies[round - 2][winner]
                rounds[round - 1].tally[ids[winner]] = rounds[round - 2].tally[ids[winner]]
                continue
            }
            var kept = 0
            for pile in piles {
                for part in pile.held where part.winner == winner { kept += part.part * pile.count }
            }
            if kept > threshold {
                rounds[round - 2].transfers.append(
                    RankedRound.Transfer(
                        from: ids[winner], to: nil, end: .residualSurplus,
                        votes: scale.text(kept - threshold)))
                kept = threshold
            }
            tallies[round - 1][winner] = kept
            rounds[round - 1].tally[ids[winner]] = scale.text(kept)
        }
    }

    func named(_ tally: [Int: Int]) -> [ContestOption.ID: String] {
        Dictionary(uniqueKeysWithValues: tally.map { (ids[$0.key], scale.text($0.value)) })
    }

    /// Votes by name, the latest round first, without the current one.
    func earlier() -> [[ContestOption.ID: Int]] {
        tallies.dropLast().reversed().map { tally in
            Dictionary(uniqueKeysWithValues: tally.map { (ids[$0.key], $0.value) })
        }
    }
}
