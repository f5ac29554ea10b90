import Elections
import Primitives

/// Who is elected and who is eliminated in a round.
extension RankedCount {
    /// Those elected by this tally, in the order of their votes, then of the ballot; nil when a tie
    /// stops the count.
    mutating func winners(_ tally: [Int: Int]) -> [Int]? {
        if let writeIn, tally[writeIn, default: 0] != 0 { return [] }
        if rule.method == .lastLeftAboveShare {
            return tally.isEmpty || !tally.values.allSatisfy(isAboveShare) ? [] : ranked(tally)
        }
        let open = seats - electedIn.count
        guard open > 0 else { return [] }
        var found: [Int] = []
        let top = tally.values.max() ?? 0
        if tally.count <= open {
            found = Array(tally.keys)
        } else if rule.quotaOfFirstRound == true, tally.count - 1 == seats {
            found = tally.filter { $0.value == top }.map(\.key)
        } else if rule.method != .lastLeft {
            found = tally.filter { $0.value >= threshold && $0.key != writeIn }.map(\.key)
        }
        let onlyOne =
            found.count > 1
            && (rule.method == .transferableOneARound || rule.quotaOfFirstRound == true)
        let least = (rule.leastVotes ?? 0) * scale.one
        let lastTwo =
            seats == 1 && found.isEmpty && tally.count == 2 && open == 1
            && tally.values.allSatisfy { $0 >= least }
        guard onlyOne || lastTwo else { return ranked(tally.filter { found.contains($0.key) }) }
        let leaders = tally.filter { $0.value == top }.map(\.key)
        guard leaders.count > 1 else { return leaders }
        return choose(leaders, for: .winner).map { [$0] }
    }

    /// Those eliminated by this tally; nil when a tie or the least votes stop the count.
    mutating func losers(_ tally: [Int: Int], round: Int) -> [Int]? {
        if let writeIn, tally[writeIn, default: 0] > 0 {
            rounds[round - 1].cause = .writeIn
            return [writeIn]
        }
        let least = (rule.leastVotes ?? 0) * scale.one
        let below = tally.filter { $0.value < least }.map(\.key).sorted()
        if !below.isEmpty {
            guard below.count < tally.count else {
                stop = .allBelowLeast
                return nil
            }
            rounds[round - 1].cause = .leastVotes
            return below
        }
        if rule.batchElimination == true {
            let batch = batch(tally)
            if batch.count > 1 {
                rounds[round - 1].cause = .batch
                return batch
            }
        }
        guard let fewest = tally.values.min() else { return [] }
        rounds[round - 1].cause = .fewest
        let last = tally.filter { $0.value == fewest }.map(\.key)
        guard last.count > 1 else { return last }
        return choose(last, for: .loser).map { [$0] }
    }

    /// The most that can go at once: together they have fewer votes than the next one.
    private func batch(_ tally: [Int: Int]) -> [Int] {
        let levels = Dictionary(grouping: tally.keys) { tally[$0] ?? 0 }.sorted { $0.key < $1.key }
        var sum = 0
        var seen: [Int] = []
        var gone: [Int] = []
        var before: [Int] = []
        for (votes, candidates) in levels {
            if sum < votes, seen.count > gone.count {
                before = gone
                gone = seen
            }
            sum += votes * candidates.count
            seen += candidates.sorted()
        }
        if rule.continueToTwo == true, gone.count + eliminatedIn.count == counted - 1 {
            return before
        }
        return gone
    }

    private mutating func choose(_ tied: [Int], for purpose: BrokenTie.Purpose) -> Int? {
        let broken = ties.choose(tied.map { ids[$0] }, for: purpose, earlier: earlier())
        rounds[rounds.count - 1].ties.append(broken)
        guard let chosen = broken.chosen else {
            stop = .tie
            return nil
        }
        return tied.first { ids[$0] == chosen }
    }

    private func ranked(_ tally: [Int: Int]) -> [Int] {
        tally.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
