import Offices
import Primitives

/// How far people have come with one paper.
package struct PaperReview: Hashable, Sendable {
    package struct Given: Hashable, Sendable {
        package let by: Account.ID
        package let at: Instant
        package let opinion: PaperOpinion

        package init(by: Account.ID, at: Instant, opinion: PaperOpinion) {
            self.by = by
            self.at = at
            self.opinion = opinion
        }
    }

    /// The paper lies before this person, and before nobody else.
    package struct Lease: Hashable, Sendable {
        package let by: Account.ID
        package let until: Instant
    }

    /// Those that stand, in the order in which they were given; at most three.
    package internal(set) var opinions: [Given] = []
    package internal(set) var lease: Lease?
    /// What the reviewers' opinions come to.
    package internal(set) var settlement: Settlement?
    /// A decision of the commission that waits for a second officer, or counts.
    package internal(set) var proposal: Proposal?
    /// What the commission decided where reviewers left something open.
    package internal(set) var decided: Settlement?
    /// The act by which it was last put back; what was put back comes after the others.
    package internal(set) var putBack = 0
    /// Numbers of the acts that speak of it; they are closed to everybody until it is settled.
    var acts: [Int] = []

    package init() {}

    /// What the paper counts as: the commission's decision where there is one, else the reviewers'.
    package var outcome: Settlement? { decided ?? settlement }

    package func opinion(of person: Account.ID) -> Given? { opinions.first { $0.by == person } }

    /// True where a person may be given the paper now. A lease that has run out stays its holder's
    /// until somebody else takes the paper.
    func isFree(for person: Account.ID, at now: Instant) -> Bool {
        guard settlement == nil, opinion(of: person) == nil else { return false }
        guard let lease else { return true }
        return lease.by == person || lease.until <= now
    }
}
