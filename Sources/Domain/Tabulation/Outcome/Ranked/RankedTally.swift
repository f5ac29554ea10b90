import Elections
import Primitives

extension RankedCount {
    struct Counts {
        var tally: [Int: Int] = [:]
        var inactive: [BallotRest: Int] = [:]
        var active = 0
    }

    /// Gives every ballot to whom it counts for now, and notes what went from whom to whom.
    mutating func tally() -> Counts {
        var counts = Counts()
        for candidate in ids.indices where isContinuing(candidate) { counts.tally[candidate] = 0 }
        for rest in BallotRest.allCases { counts.inactive[rest] = 0 }
        let continuing = ids.indices.map(isContinuing)
        let filled = rule.method.transfersSurplus && electedIn.count == seats
        var moved: [Moved: Int] = [:]
        for place in piles.indices {
            let votes = piles[place].value * piles[place].count
            if let rest = piles[place].rest {
                counts.inactive[rest, default: 0] += votes
                continue
            }
            if let recipient = piles[place].recipient, continuing[recipient] {
                counts.tally[recipient, default: 0] += votes
                continue
            }
            let found = reading.find(in: piles[place].ranks, seatsFilled: filled) {
                $0 >= 0 && continuing[$0]
            }
            var to: Int?
            switch found {
            case .candidate(let candidate):
                to = candidate
                counts.tally[candidate, default: 0] += votes
            case .rest(let rest):
                piles[place].rest = rest
                counts.inactive[rest, default: 0] += votes
            }
            if let from = piles[place].recipient, votes > 0 {
                moved[Moved(from: from, to: to), default: 0] += votes
            }
            piles[place].recipient = to
        }
        counts.active = counts.tally.values.reduce(0, +)
        note(moved)
        return counts
    }

    private struct Moved: Hashable {
        let from: Int
        let to: Int?
    }

    /// The transfers belong to the round whose decision caused them.
    private mutating func note(_ moved: [Moved: Int]) {
        guard !rounds.isEmpty else { return }
        let last = ids.count
        let sorted = moved.sorted {
            ($0.key.from, $0.key.to ?? last) < ($1.key.from, $1.key.to ?? last)
        }
        rounds[rounds.count - 1].transfers += sorted.map { move, votes in
            RankedRound.Transfer(
                from: ids[move.from], to: move.to.map { ids[$0] },
                end: move.to == nil ? .exhausted : nil, votes: scale.text(votes))
        }
    }

    /// The quota of this round, from the votes that count in it.
    mutating func setThreshold(_ active: Int, round: Int) {
        let fixed = seats > 1 || rule.quotaOfFirstRound == true
        if round > 1, fixed { return }
        if rule.method == .lastLeftAboveShare {
            // In hundredths of a per cent of a part; compared by cross-multiplication.
            threshold = active
            return
        }
        let step = rule.fractionalQuota == true ? scale.grain : scale.one
        if rule.quota == .hare {
            let divisor = seats * step
            threshold = (active / divisor + (active % divisor == 0 ? 0 : 1)) * step
        } else {
            threshold = (active / ((seats + 1) * step) + 1) * step
        }
        threshold = max(threshold, (rule.leastVotes ?? 0) * scale.one)
    }

    /// True when the votes are more than the share that everybody left must have.
    func isAboveShare(_ votes: Int) -> Bool {
        let left = votes.multipliedFullWidth(by: 10_000)
        let right = threshold.multipliedFullWidth(by: rule.shareHundredths ?? 0)
        return (left.high, left.low) > (right.high, right.low)
    }

    var thresholdText: String {
        guard rule.method == .lastLeftAboveShare else { return scale.text(threshold) }
        let product = threshold.multipliedFullWidth(by: rule.shareHundredths ?? 0)
        return scale.text(10_000.dividingFullWidth(product).quotient)
    }
}
