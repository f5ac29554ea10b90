import Offices
import Primitives

/// What a commission decides of a paper that reviewers could not settle.
package struct PaperDecision: Codable, Hashable, Sendable {
    package var paper: PaperRef
    /// One for each place that is open (``Settlement/open``), in their order; empty where the paper is
    /// spoiled. ``TargetChoice/cannotTell`` means that the paper gives no vote in that contest: after
    /// the commission there is nobody to ask.
    package var choices: [TargetChoice]
    /// The whole paper is no vote.
    package var spoiled: Bool
    /// Why, as the minutes have it; one line.
    package var grounds: String

    package init(paper: PaperRef, choices: [TargetChoice], spoiled: Bool, grounds: String) {
        self.paper = paper
        self.choices = choices
        self.spoiled = spoiled
        self.grounds = grounds
    }
}

extension PaperReview {
    /// A decision that an officer entered and a second one has to confirm before it counts.
    package struct Proposal: Hashable, Sendable {
        package let by: Account.ID
        package let at: Instant
        /// The number of the act, by which a second officer says what they confirm.
        package let act: Int
        package let decision: PaperDecision
    }
}

extension Settlement {
    /// Places that reviewers left to the commission.
    package var open: [Int] {
        spoiled || byCommission
            ? [] : choices.indices.filter { choices[$0] == nil || choices[$0] == .cannotTell }
    }

    /// True where the paper gives no vote in a part of the ballot, whatever is marked there.
    package func givesNoVote(in part: Int, _ targets: [DoubtfulTarget]) -> Bool {
        spoiled
            || byCommission
                && zip(targets, choices).contains { $0.part == part && $1 == .cannotTell }
    }

    /// What two officers decided, put into what reviewers did settle.
    func decided(by persons: [Account.ID], at: Instant, _ decision: PaperDecision) -> Settlement {
        var result = self
        result.byCommission = true
        result.by = persons
        result.at = at
        result.reasons = [decision.grounds]
        result.spoiled = decision.spoiled
        for (place, choice) in zip(open, decision.choices) { result.choices[place] = choice }
        return result
    }
}

/// The commission's part: papers on which no two of three agree, or which reviewers cannot tell.
extension ReviewBook {
    /// Why a decision is not taken in; nil when it is.
    package func refusal(of decision: PaperDecision, by person: Account.ID) -> PaperRefusal? {
        if let refusal = refusalToDecide(decision.paper, by: person) { return refusal }
        let review = review(decision.paper)
        if review.proposal != nil { return .decisionWaits }
        let wanted = decision.spoiled ? 0 : review.settlement?.open.count
        return decision.choices.count == wanted ? nil : .choices
    }

    /// Why a person cannot make a decision count; nil when they can.
    ///
    /// - Parameter act: the act by which the decision that they have read was entered. Another one may
    ///   have taken its place meanwhile.
    package func refusalToConfirm(
        _ ref: PaperRef, entered act: Int, by person: Account.ID
    ) -> PaperRefusal? {
        if let refusal = refusalToDecide(ref, by: person) { return refusal }
        guard let proposal = review(ref).proposal, proposal.act == act else {
            return .noDecisionWaits
        }
        return proposal.by == person ? .secondPerson : nil
    }

    /// Why nobody can take a decision back; nil when it can be: as long as it does not count.
    package func refusalToWithdraw(_ ref: PaperRef, by person: Account.ID) -> PaperRefusal? {
        if let refusal = refusalToDecide(ref, by: person) { return refusal }
        return review(ref).proposal == nil ? .noDecisionWaits : nil
    }

    private func refusalToDecide(_ ref: PaperRef, by person: Account.ID) -> PaperRefusal? {
        guard paper(ref) != nil else { return .unknown }
        let review = review(ref)
        guard review.decided == nil, review.settlement?.isUndecided ?? false else {
            return .notForCommission
        }
        // Who has said what a paper is does not judge between themselves and others.
        return review.opinion(of: person) == nil ? nil : .ownOpinion
    }

    package mutating func propose(
        _ decision: PaperDecision, by: Account.ID, at: Instant, act: Int
    ) {
        change(decision.paper, act) {
            $0.proposal = PaperReview.Proposal(by: by, at: at, act: act, decision: decision)
        }
    }

    package mutating func withdrawProposal(_ ref: PaperRef, act: Int) {
        change(ref, act) { $0.proposal = nil }
    }

    /// The second officer's word: from here on the decision counts.
    package mutating func confirmProposal(
        _ ref: PaperRef, by: Account.ID, at: Instant, act: Int
    ) {
        change(ref, act) { review in
            guard let proposal = review.proposal else { return }
            review.decided = review.settlement?.decided(
                by: [proposal.by, by], at: at, proposal.decision)
        }
    }
}
