import Elections

/// Equal ballots on their way through a count. Candidates are their places on the ballot.
struct RankedPile {
    /// Stands for an overvote without names.
    static let unnamed = -1

    /// Marks by rank; the last rank has one.
    let ranks: [[Int]]
    let count: Int
    /// Whom the ballots count for.
    var recipient: Int?
    /// Set when they count for nobody any more.
    var rest: BallotRest?
    /// What is left of one ballot's vote, in parts of the scale.
    var value: Int
    /// What the elected kept of one ballot's vote.
    var held: [(winner: Int, part: Int)] = []
}

/// Reads a ballot by the rule: whom it counts for now.
struct RankedReading {
    enum Found: Equatable {
        case candidate(Int)
        case rest(BallotRest)
    }

    let overvote: RankedRule.Overvote
    let repeated: RankedRule.Repeated
    let skippedAllowed: Int?

    init(_ rule: RankedRule) {
        overvote = rule.overvote
        repeated = rule.repeated ?? .skip
        skippedAllowed = rule.skippedRanksAllowed
    }

    /// - Parameters:
    ///   - isContinuing: whether the candidate can still get votes.
    ///   - seatsFilled: true when a surplus has nobody to go to.
    func find(
        in ranks: [[Int]], seatsFilled: Bool, isContinuing: (Int) -> Bool
    ) -> Found {
        guard ranks.contains(where: { !$0.isEmpty }) else { return .rest(.blank) }
        if seatsFilled { return .rest(.finalSurplus) }
        var last = 0
        var seen: Set<Int> = []
        for (place, marks) in ranks.enumerated() where !marks.isEmpty {
            let rank = place + 1
            if let skippedAllowed, rank - last > skippedAllowed + 1 { return .rest(.skipped) }
            last = rank
            if repeated == .exhaust {
                for mark in marks where mark != RankedPile.unnamed {
                    if !seen.insert(mark).inserted { return .rest(.repeated) }
                }
            }
            switch overvoted(marks, isContinuing) {
            case .exhaust: return .rest(.overvote)
            case .skip: continue
            case .exhaustIfSeveralContinue, nil: break
            }
            if let found = marks.first(where: isContinuing) { return .candidate(found) }
        }
        return .rest(.exhausted)
    }

    /// What the rule does with the marks of one rank; nil when there is no overvote to act on.
    private func overvoted(_ marks: [Int], _ isContinuing: (Int) -> Bool) -> RankedRule.Overvote? {
        guard marks.count > 1 || marks == [RankedPile.unnamed] else { return nil }
        switch overvote {
        case .exhaust, .skip: return overvote
        case .exhaustIfSeveralContinue:
            return marks.filter(isContinuing).count > 1 ? .exhaust : nil
        }
    }
}
