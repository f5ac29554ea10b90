import Cryptography
import Elections
import Offices
import Primitives

/// Why a person may not do something with a paper.
package enum PaperRefusal: Hashable, Sendable {
    /// There is no such paper.
    case unknown
    /// The person has said what they think of it.
    case ownOpinion
    /// It lies before somebody else, or before nobody.
    case notYours
    case settled
    /// Somebody else has looked since; an opinion can no longer be taken back.
    case lookedSince
    /// Choices are missing, or there are too many.
    case choices
    /// Reviewers have not left it to the commission, or the commission has decided.
    case notForCommission
    /// A decision on it waits for a second officer already.
    case decisionWaits
    /// No decision, or another one than was read, waits for a second officer.
    case noDecisionWaits
    /// Who entered a decision cannot confirm it.
    case secondPerson
}

/// Who gets which paper, and when an opinion is taken.
extension ReviewBook {
    /// The paper that lies before a person; it may have lain too long.
    package func held(by person: Account.ID) -> PaperRef? {
        begun.filter { reviews[$0]?.lease?.by == person }.min { $0.text < $1.text }
    }

    /// The paper that a person is to look at next: the one that lies before them; else one that
    /// others have begun, then the oldest. What was put back comes last.
    ///
    /// - Parameter mayReview: whether the person may look at papers of a station.
    package func next(
        for person: Account.ID, at now: Instant, where mayReview: (PollingStation.ID) -> Bool
    ) -> PaperRef? {
        func mayTake(_ ref: PaperRef) -> Bool {
            guard let taken = readings[ref.reading] else { return false }
            return mayReview(taken.reading.station) && review(ref).isFree(for: person, at: now)
        }
        func rank(_ ref: PaperRef) -> (Int, Int, Int, Int) {
            let review = review(ref)
            return (
                review.putBack, -review.opinions.count, readings[ref.reading]?.act ?? 0, ref.number
            )
        }
        if let held = held(by: person), mayTake(held) { return held }
        let old = begun.filter(mayTake).min { rank($0) < rank($1) }
        let new = order.lazy.compactMap { id in self.fresh[id].map { PaperRef(id, $0) } }.first {
            paper($0) != nil && mayTake($0)
        }
        guard let old else { return new }
        guard let new else { return old }
        return rank(old) < rank(new) ? old : new
    }

    /// Why an opinion is not taken; nil when it is. Asked again when it is given, since the paper may
    /// have gone on meanwhile.
    package func refusal(of opinion: PaperOpinion, by person: Account.ID) -> PaperRefusal? {
        guard let paper = paper(opinion.paper) else { return .unknown }
        let review = review(opinion.paper)
        if review.settlement != nil { return .settled }
        if review.opinion(of: person) != nil { return .ownOpinion }
        guard review.lease?.by == person else { return .notYours }
        let wanted = opinion.spoiled ? 0 : paper.targets.count
        return opinion.choices.count == wanted ? nil : .choices
    }

    /// Why a person cannot take their opinion back; nil when they can: as long as nobody else has
    /// looked. Whoever may change it afterwards could find out what the other said.
    package func refusalToTakeBack(_ ref: PaperRef, by person: Account.ID) -> PaperRefusal? {
        guard paper(ref) != nil else { return .unknown }
        let review = review(ref)
        guard review.opinion(of: person) != nil else { return .notYours }
        if review.settlement != nil { return .settled }
        return review.opinions.count == 1 ? nil : .lookedSince
    }

    /// Opinions of one person that can still be taken back, newest first.
    package func open(of person: Account.ID) -> [(ref: PaperRef, at: Instant)] {
        begun.compactMap { ref in
            guard refusalToTakeBack(ref, by: person) == nil,
                let given = review(ref).opinion(of: person)
            else { return nil }
            return (ref, given.at)
        }.sorted { ($1.at, $0.ref.number) < ($0.at, $1.ref.number) }
    }
}

/// How far people have come with one reading.
package struct ReviewProgress: Hashable, Sendable {
    /// Papers on which somebody must look.
    package var papers = 0
    /// Decided, every target, by reviewers or by the commission.
    package var settled = 0
    /// Looked at, and left to the commission, which has not decided.
    package var undecided = 0

    package var waiting: Int { papers - settled - undecided }

    package init(papers: Int = 0) { self.papers = papers }

    package static func + (left: ReviewProgress, right: ReviewProgress) -> ReviewProgress {
        var sum = left
        sum.papers += right.papers
        sum.settled += right.settled
        sum.undecided += right.undecided
        return sum
    }
}
