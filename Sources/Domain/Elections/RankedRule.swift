import Primitives

/// How ranked ballots elect, as data: instant-runoff and the single transferable vote.
///
/// The counting options of RCTab's configuration are here under names of ours, so that its regression
/// cases can be stated; what belongs to reading its files is not. What a field means is said beside it.
package struct RankedRule: Codable, Hashable, Sendable {
    package enum Method: String, Codable, Sendable {
        /// One seat; whoever reaches the quota of the votes that count is elected.
        case instantRunoff = "instant-runoff"
        /// Several seats; surpluses are transferred, all who reach the quota in a round are elected.
        case transferable = "single-transferable-vote"
        /// The same, and only the one with most votes is elected in a round.
        case transferableOneARound = "single-transferable-vote-one-a-round"
        /// Eliminations from below until as many are left as there are seats; no quota, no surplus.
        case lastLeft = "last-left"
        /// Eliminations from below until everybody left has more than a share of the votes that
        /// count.
        case lastLeftAboveShare = "last-left-above-share"
        /// One seat after the other, each a count of its own without those already elected.
        case oneAfterAnother = "one-after-another"

        /// True when surpluses of the elected go on to others.
        package var transfersSurplus: Bool {
            self == .transferable || self == .transferableOneARound
        }
    }

    package enum Quota: String, Codable, Sendable {
        /// More than votes / (seats + 1).
        case droop
        /// At least votes / seats.
        case hare
    }

    package enum Overvote: String, Codable, Sendable {
        /// The ballot counts for nobody from there on.
        case exhaust
        /// The rank is passed over.
        case skip
        /// Passed over unless two or more of those marked are still in the count; a single one
        /// gets the vote.
        case exhaustIfSeveralContinue = "exhaust-if-several-continue"
    }

    package enum Repeated: String, Codable, Sendable { case skip, exhaust }

    package var title: LocalizedText?
    /// The rule in words, with the article it comes from.
    package var text: LocalizedText?
    /// In the order of the ballot. At most one of kind `write-in` stands for all names that are not
    /// on the ballot; it is eliminated first and cannot be elected.
    package var candidates: [ContestOption]
    /// Candidates whose ranks are passed over as if they were empty of a continuing candidate.
    package var withdrawn: [ContestOption.ID]?
    package var method: Method
    /// One where it is missing.
    package var seats: Int?
    package var quota: Quota?
    /// The quota keeps the decimals of the count instead of being a whole number.
    package var fractionalQuota: Bool?
    /// The quota of the first round holds to the end. Always so where there are several seats.
    package var quotaOfFirstRound: Bool?
    /// For `last-left-above-share`: the share in hundredths of a per cent, 1500 for 15 %.
    package var shareHundredths: Int?
    /// Decimals of a transferred vote, rounded down; 0...9, four where it is missing.
    package var decimals: Int?
    /// Candidates below are eliminated together, and no quota is lower.
    package var leastVotes: Int?
    package var overvote: Overvote
    /// Empty ranks in a row that a ballot survives; any number where it is missing.
    package var skippedRanksAllowed: Int?
    package var repeated: Repeated?
    /// Candidates who cannot be saved by each other's votes are eliminated together.
    package var batchElimination: Bool?
    /// Eliminations go on after the election until two are left.
    package var continueToTwo: Bool?
    package var stopAfterRound: Int?
    package var tie: TieRule?

    package init(
        candidates: [ContestOption], method: Method, overvote: Overvote, seats: Int? = nil,
        tie: TieRule? = nil
    ) {
        self.candidates = candidates
        self.method = method
        self.overvote = overvote
        self.seats = seats
        self.tie = tie
    }

    package static let mostCandidates = 1000
    package static let mostDecimals = 9
    /// Seats times candidates where each seat is a count of its own.
    package static let mostPasses = 2000

    /// Seats to fill; none is fixed where everybody above a share is elected.
    package var places: Int { method == .lastLeftAboveShare ? 0 : seats ?? 1 }
    package var decimalPlaces: Int { decimals ?? 4 }

    /// Everything that makes the rule impossible to apply; empty when it can be.
    package func flawsBeforeDrawing() -> [RuleFlaw] {
        var found: [RuleFlaw] = []
        func flaw(_ holds: Bool, _ name: String, _ summary: String, _ remedy: String) {
            if !holds { found.append(RuleFlaw(name, summary, remedy)) }
        }
        let ids = candidates.map(\.id)
        flaw(!ids.isEmpty, "no-candidates", "The rule names no candidate.", "List them.")
        flaw(
            ids.count <= Self.mostCandidates, "many-candidates",
            "The rule names \(ids.count) candidates.", "At most \(Self.mostCandidates) are counted."
        )
        flaw(
            Set(ids).count == ids.count, "candidate-twice", "A candidate is named twice.",
            "Give each candidate an id of its own.")
        flaw(
            !ids.contains { $0.text.contains("|") }, "candidate-bar",
            "The id of a candidate has a bar in it, which separates marks of one rank.",
            "Use another character.")
        flaw(
            candidates.filter { $0.kind == .writeIn }.count <= 1, "write-ins",
            "More than one candidate stands for names that are not on the ballot.",
            "Give those who are counted by name the kind candidate.")
        flaw(
            Set(withdrawn ?? []).isSubset(of: Set(ids)), "withdrawn-unknown",
            "Somebody withdrawn is not a candidate.", "Name them among the candidates too.")
        return found + numberFlaws()
    }

    /// Every flaw, once the orders of the tie rule's seeds are drawn.
    package func flaws() -> [RuleFlaw] {
        flawsBeforeDrawing() + (tie?.flaws(options: onBallot) ?? [])
    }

    /// The ids of those named on the ballot, in its order; a tie rule orders these.
    package var onBallot: [ContestOption.ID] {
        candidates.filter { $0.kind != .writeIn }.map(\.id)
    }

    /// Candidates who can be elected.
    package var electable: Int {
        let gone = Set(withdrawn ?? [])
        return candidates.filter { $0.kind != .writeIn && !gone.contains($0.id) }.count
    }

    private func numberFlaws() -> [RuleFlaw] {
        var found: [RuleFlaw] = []
        func flaw(_ holds: Bool, _ name: String, _ summary: String, _ remedy: String) {
            if !holds { found.append(RuleFlaw(name, summary, remedy)) }
        }
        flaw((seats ?? 1) >= 1, "seats", "There are \(seats ?? 1) seats.", "Give one or more.")
        flaw(
            method == .lastLeftAboveShare || (seats ?? 1) <= electable, "seats-and-candidates",
            "There are \(seats ?? 1) seats and \(electable) candidates who can be elected.",
            "The law must say what becomes of the other seats; lower the number of seats.")
        flaw(
            method != .instantRunoff || (seats ?? 1) == 1, "seats",
            "Instant-runoff fills one seat, not \(seats ?? 1).",
            "Use single-transferable-vote, last-left or one-after-another for several.")
        flaw(
            method != .oneAfterAnother
                || (seats ?? 1) <= Self.mostPasses / max(1, candidates.count),
            "many-passes",
            "\(seats ?? 1) seats one after the other among \(candidates.count) candidates.",
            "Seats times candidates are at most \(Self.mostPasses) by this method.")
        flaw(
            continueToTwo != true || method == .instantRunoff, "continue-to-two",
            "Only instant-runoff goes on until two are left.", "Leave continueToTwo out.")
        flaw(
            (0...Self.mostDecimals).contains(decimalPlaces), "decimals",
            "The count has \(decimalPlaces) decimals.", "Use 0 to \(Self.mostDecimals).")
        flaw(
            (0...1_000_000_000).contains(leastVotes ?? 0), "least-votes",
            "The least votes are \(leastVotes ?? 0).", "Give a whole number, zero or above.")
        flaw(
            (0...1000).contains(skippedRanksAllowed ?? 0), "skipped-ranks",
            "\(skippedRanksAllowed ?? 0) empty ranks are allowed.", "Give 0 to 1000.")
        flaw(
            (1...10_000).contains(stopAfterRound ?? 1), "stop-after-round",
            "The count stops after round \(stopAfterRound ?? 1).", "Give a round from 1 on.")
        if method == .lastLeftAboveShare {
            flaw(
                (1...10_000).contains(shareHundredths ?? 0), "share",
                "The share is \(shareHundredths ?? 0) hundredths of a per cent.",
                "Give 1 to 10000; 1500 is 15 %.")
        }
        return found
    }
}
