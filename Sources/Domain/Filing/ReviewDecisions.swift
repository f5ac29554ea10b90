import Cryptography
import Elections
import Offices
import Primitives
import Reviewing

/// Taking readings in, and saying what doubtful papers are.
extension OfficeState {
    /// - Parameter mode: what its cast vote records say of themselves, found by whoever asks in their own
    ///   bytes; what packed them is not believed. Nil when they are no cast vote records.
    /// - Returns: nil when this reading is here already.
    package func takeReading(
        _ reading: Reading, of mode: CountMode?, by account: Account
    ) throws(FilingProblem) -> Decision? {
        let station = try station(reading.station)
        guard account.may(.takeReading, at: station) else { throw .notAllowed }
        guard let definition = setting?.definition, reading.election == definition.id else {
            throw .readingOfOtherElection(reading.election)
        }
        if review.readings[reading.id] != nil { return nil }
        if let flaw = reading.flaw(definition) { throw .readingUnfit(flaw.what) }
        guard let mode else { throw .readingUnfit("\(Reading.recordsName) holds no such records") }
        guard mode == .real else { throw .readingOfTest }
        guard review.reading(of: station.id) == nil else { throw .readingThere }
        return .act(.readingTaken(reading))
    }

    /// Takes a reading out, with all that was said of its papers, so that another can come in.
    package func withdrawReading(
        _ id: Digest, why: String, by account: Account
    ) throws(FilingProblem) -> Decision {
        guard let taken = review.readings[id] else { throw .unknownReading }
        guard account.may(.takeReading, at: try station(taken.reading.station)) else {
            throw .notAllowed
        }
        return .act(.readingWithdrawn(id, why: try reason(why)))
    }

    /// The paper that a reviewer looks at next, or goes on looking at.
    ///
    /// - Returns: nil when no paper waits for this person.
    package func takePaper(by account: Account, at now: Instant) throws(FilingProblem) -> Decision?
    {
        guard account.mayAnywhere(.reviewPapers) else { throw .notAllowed }
        let next = review.next(for: account.id, at: now) { mayReview($0, account) }
        return next.map { .act(.paperTaken($0)) }
    }

    /// A reviewer hands a paper on to somebody else without an opinion.
    package func putPaperBack(
        _ ref: PaperRef, by account: Account
    ) throws(FilingProblem) -> Decision? {
        try checkReviewer(ref, account)
        guard review.review(ref).lease?.by == account.id else { return nil }
        return .act(.paperPutBack(ref))
    }

    package func giveOpinion(
        _ opinion: PaperOpinion, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkReviewer(opinion.paper, account)
        if let refusal = review.refusal(of: opinion, by: account.id) { throw .paper(refusal) }
        var opinion = opinion
        opinion.why = PlainLine.of(opinion.why ?? "")
        if opinion.why?.isEmpty ?? true {
            guard !opinion.needsWhy else { throw .opinionWithoutWhy }
            opinion.why = nil
        }
        guard (opinion.why ?? "").unicodeScalars.count <= Self.longestText,
            opinion.salt.utf8.count == 32
        else { throw .tooLong }
        return .act(.opinionGiven(opinion))
    }

    package func takeOpinionBack(
        _ ref: PaperRef, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkReviewer(ref, account)
        if let refusal = review.refusalToTakeBack(ref, by: account.id) { throw .paper(refusal) }
        return .act(.opinionTakenBack(ref))
    }

    // MARK: The commission

    /// An officer enters what the commission decides of a paper on which reviewers do not agree.
    package func proposePaperDecision(
        _ decision: PaperDecision, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkCommission(decision.paper, account)
        if let refusal = review.refusal(of: decision, by: account.id) { throw .paper(refusal) }
        var decision = decision
        decision.grounds = PlainLine.of(decision.grounds)
        guard !decision.grounds.isEmpty else { throw .decisionWithoutGrounds }
        guard decision.grounds.unicodeScalars.count <= Self.longestText else { throw .tooLong }
        return .act(.paperDecisionProposed(decision))
    }

    /// A second officer confirms the decision that they have read; from then on it counts.
    ///
    /// - Parameter act: by which it was entered.
    package func confirmPaperDecision(
        _ ref: PaperRef, entered act: Int, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkCommission(ref, account)
        if let refusal = review.refusalToConfirm(ref, entered: act, by: account.id) {
            throw .paper(refusal)
        }
        return .act(.paperDecisionConfirmed(ref))
    }

    /// Takes back a decision that does not count yet: by who entered it, or by another who disagrees.
    package func withdrawPaperDecision(
        _ ref: PaperRef, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkCommission(ref, account)
        if let refusal = review.refusalToWithdraw(ref, by: account.id) { throw .paper(refusal) }
        return .act(.paperDecisionWithdrawn(ref))
    }

    private func checkCommission(_ ref: PaperRef, _ account: Account) throws(FilingProblem) {
        guard account.mayAnywhere(.decidePaper) else { throw .notAllowed }
        guard let station = review.readings[ref.reading]?.reading.station,
            review.paper(ref) != nil
        else { throw .paper(.unknown) }
        guard mayDecidePapers(of: station, account) else { throw .notAllowed }
    }

    private func mayDecidePapers(of station: PollingStation.ID, _ account: Account) -> Bool {
        stations[station].map { account.may(.decidePaper, at: $0) } ?? false
    }

    /// True where a person may be shown what each reviewer said of a paper: once reviewers are done with
    /// it, to who sees the station's work. Who reviews papers there learns from no paper how the others
    /// judge, but where they must decide it as the commission.
    package func opensOpinions(of ref: PaperRef, to account: Account) -> Bool {
        guard let station = review.readings[ref.reading].flatMap({ stations[$0.reading.station] }),
            let settlement = review.review(ref).settlement, account.may(.seeWork, at: station)
        else { return false }
        return !account.may(.reviewPapers, at: station)
            || settlement.isUndecided && account.may(.decidePaper, at: station)
    }

    private func checkReviewer(_ ref: PaperRef, _ account: Account) throws(FilingProblem) {
        guard account.mayAnywhere(.reviewPapers) else { throw .notAllowed }
        guard let taken = review.readings[ref.reading], review.paper(ref) != nil else {
            throw .paper(.unknown)
        }
        guard mayReview(taken.reading.station, account) else { throw .notAllowed }
    }

    private func mayReview(_ station: PollingStation.ID, _ account: Account) -> Bool {
        stations[station].map { account.may(.reviewPapers, at: $0) } ?? false
    }
}

extension OfficeState {
    mutating func foldReview(_ entry: ActEntry) {
        switch entry.act {
        case .readingTaken(let reading):
            // Places in it are read without asking again.
            guard let setting, reading.flaw(setting.definition) == nil else { return }
            review.take(reading, by: entry.actor, at: entry.moment, act: entry.sequence)
        case .readingWithdrawn(let id, _): review.withdraw(id)
        case .paperTaken(let ref):
            review.lease(ref, by: entry.actor, at: entry.moment, act: entry.sequence)
        case .paperPutBack(let ref): review.putBack(ref, act: entry.sequence)
        case .opinionGiven(let opinion):
            guard review.refusal(of: opinion, by: entry.actor) == nil else { return }
            review.give(opinion, by: entry.actor, at: entry.moment, act: entry.sequence)
        case .opinionTakenBack(let ref):
            guard review.refusalToTakeBack(ref, by: entry.actor) == nil else { return }
            review.takeBack(ref, by: entry.actor, act: entry.sequence)
        default: foldCommission(entry)
        }
    }

    private mutating func foldCommission(_ entry: ActEntry) {
        switch entry.act {
        case .paperDecisionProposed(let decision):
            guard review.refusal(of: decision, by: entry.actor) == nil else { return }
            review.propose(decision, by: entry.actor, at: entry.moment, act: entry.sequence)
        case .paperDecisionWithdrawn(let ref):
            guard review.refusalToWithdraw(ref, by: entry.actor) == nil else { return }
            review.withdrawProposal(ref, act: entry.sequence)
        case .paperDecisionConfirmed(let ref):
            guard let entered = review.review(ref).proposal?.act,
                review.refusalToConfirm(ref, entered: entered, by: entry.actor) == nil
            else { return }
            review.confirmProposal(ref, by: entry.actor, at: entry.moment, act: entry.sequence)
        default: break
        }
    }
}
