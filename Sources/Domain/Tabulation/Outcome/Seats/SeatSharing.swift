import Elections
import Primitives

/// The sharing of seats at work, in whole numbers: fractions are compared by cross-multiplication.
struct SeatSharing {
    struct Claim {
        let id: ContestOption.ID
        let votes: Int
        var takesPart = true
        var seats = 0
    }

    let rule: SeatRule
    let figures: SeatFigures
    private(set) var claims: [Claim]
    private var steps: [SeatAllocation.Step] = []
    private var broken: [BrokenTie] = []
    private var breaker: TieBreaker
    private var left: Int
    private var undecided: [ContestOption.ID] = []

    /// The rule and the figures have no flaws.
    init(_ rule: SeatRule, _ figures: SeatFigures) {
        self.rule = rule
        self.figures = figures
        claims = figures.lists.map { Claim(id: $0.id, votes: $0.votes) }
        breaker = TieBreaker(rule.tie, options: figures.lists.map(\.id))
        left = rule.seats
    }

    mutating func applyThreshold() {
        guard let threshold = rule.threshold, let base = figures[threshold.base] else { return }
        for place in claims.indices {
            let has = claims[place].votes.multipliedFullWidth(by: threshold.divisor)
            let wanted = base.multipliedFullWidth(by: threshold.numerator)
            let reached =
                threshold.mustExceed == true
                ? (has.high, has.low) > (wanted.high, wanted.low)
                : (has.high, has.low) >= (wanted.high, wanted.low)
            claims[place].takesPart = reached
            steps.append(
                SeatAllocation.Step(
                    kind: .threshold, list: claims[place].id, seats: 0,
                    numerator: claims[place].votes, divisor: base, holds: reached))
        }
    }

    // MARK: Divisors

    /// The divisor for a list's next seat, in tenths.
    private func divisor(after seats: Int) -> Int {
        switch rule.method {
        case .dHondt: 10 * (seats + 1)
        case .modifiedSainteLague where seats == 0: rule.firstDivisorTenths ?? 14
        default: 10 * (2 * seats + 1)
        }
    }

    mutating func byQuotients() {
        while left > 0 {
            let tied = leaders()
            guard tied.count > left else {
                for place in tied { giveByQuotient(place) }
                continue
            }
            guard let winner = preferred(tied) else { return }
            giveByQuotient(winner)
        }
    }

    /// The lists with the largest quotient for their next seat, in the order of the ballot.
    private func leaders() -> [Int] {
        var best: [Int] = []
        for place in claims.indices where claims[place].takesPart && claims[place].votes > 0 {
            guard let first = best.first else {
                best = [place]
                continue
            }
            let mine = claims[place].votes.multipliedFullWidth(
                by: divisor(after: claims[first].seats))
            let theirs = claims[first].votes.multipliedFullWidth(
                by: divisor(after: claims[place].seats))
            if (mine.high, mine.low) > (theirs.high, theirs.low) {
                best = [place]
            } else if mine == theirs {
                best.append(place)
            }
        }
        return best
    }

    private mutating func giveByQuotient(_ place: Int) {
        steps.append(
            SeatAllocation.Step(
                kind: .quotient, list: claims[place].id, seats: 1, numerator: claims[place].votes,
                divisor: divisor(after: claims[place].seats), holds: nil))
        claims[place].seats += 1
        left -= 1
    }

    // MARK: Remainders

    mutating func byRemainders() throws(RuleFlaw) {
        let taking = claims.indices.filter { claims[$0].takesPart && claims[$0].votes > 0 }
        let total = taking.reduce(0) { $0 + claims[$1].votes }
        var remainders: [(place: Int, rest: Int)] = []
        let quota = total / (rule.seats + 1) + 1
        for place in taking {
            let whole: Int
            let rest: Int
            if rule.method == .hare {
                // votes / (total / seats) = votes × seats / total
                (whole, rest) = total.dividingFullWidth(
                    claims[place].votes.multipliedFullWidth(by: rule.seats))
            } else {
                (whole, rest) = claims[place].votes.quotientAndRemainder(dividingBy: quota)
            }
            claims[place].seats = whole
            left -= whole
            remainders.append((place, rest))
            steps.append(
                SeatAllocation.Step(
                    kind: .quota, list: claims[place].id, seats: whole,
                    numerator: claims[place].votes,
                    divisor: rule.method == .hare ? total : quota, holds: nil))
        }
        guard left <= remainders.count else {
            throw RuleFlaw(
                "few-votes",
                "After the whole quotas \(left) seats are left for \(remainders.count) lists.",
                "The votes are too few for this many seats; the law must say what follows.")
        }
        shareRest(remainders, over: rule.method == .hare ? total : quota)
    }

    private mutating func shareRest(_ remainders: [(place: Int, rest: Int)], over whole: Int) {
        var open = remainders
        while left > 0, let most = open.map(\.rest).max() {
            let tied = open.filter { $0.rest == most }.map(\.place)
            var winners = tied
            if tied.count > left {
                guard let winner = preferred(tied) else { return }
                winners = [winner]
            }
            for place in winners {
                steps.append(
                    SeatAllocation.Step(
                        kind: .remainder, list: claims[place].id, seats: 1, numerator: most,
                        divisor: whole, holds: nil))
                claims[place].seats += 1
                left -= 1
            }
            open.removeAll { winners.contains($0.place) }
        }
    }

    /// Who of the lists with equal claims is preferred; nil when the rule does not say it.
    private mutating func preferred(_ tied: [Int]) -> Int? {
        let votes = Dictionary(uniqueKeysWithValues: claims.map { ($0.id, $0.votes) })
        let ids = tied.map { claims[$0].id }
        let tie = breaker.choose(ids, for: .winner, votes: votes)
        broken.append(tie)
        guard let chosen = tie.chosen else {
            undecided = ids
            return nil
        }
        return tied.first { claims[$0].id == chosen }
    }

    func allocation() -> SeatAllocation {
        SeatAllocation(
            lists: zip(claims, figures.lists).map { claim, list in
                let missing = list.candidates.map { max(0, claim.seats - $0) } ?? 0
                return SeatAllocation.ListSeats(
                    id: claim.id, votes: claim.votes, takesPart: claim.takesPart,
                    seats: claim.seats, vacant: missing > 0 ? missing : nil)
            }, steps: steps, ties: broken, undecided: undecided, seatsLeft: left)
    }
}
