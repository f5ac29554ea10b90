import Ballots
import Cryptography
import Elections
import Offices
import Primitives

/// A reading that was taken in.
package struct TakenReading: Hashable, Sendable {
    package let reading: Reading
    package let id: Digest
    package let by: Account.ID
    package let at: Instant
    /// The number of the act.
    package let act: Int
}

/// All readings of an office, and how far people have come with their papers: a fold of acts.
///
/// A reading never changes once it is in; what people say of its papers is kept beside it.
package struct ReviewBook: Sendable {
    /// Seconds for which a paper lies before one person.
    package static let leaseSeconds = 600

    package private(set) var readings: [Digest: TakenReading] = [:]
    /// In the order in which they came; those taken back are gone.
    package private(set) var order: [Digest] = []
    package private(set) var reviews: [PaperRef: PaperReview] = [:]
    /// Whose papers a picture or a record shows.
    package private(set) var files: [Digest: PollingStation.ID] = [:]
    /// Acts about papers that are not settled yet.
    package private(set) var unseen: Set<Int> = []

    // Beside the reviews, so that a night with a hundred thousand doubtful papers is not gone through
    // for every one that somebody asks for.

    /// Papers that somebody has had before them and that are not settled.
    private(set) var begun: Set<PaperRef> = []
    /// For each reading the lowest number of a paper that nobody has had before them.
    private(set) var fresh: [Digest: Int] = [:]
    private var counts: [Digest: ReviewProgress] = [:]
    private var left: [Digest: Set<Int>] = [:]

    package init() {}

    package func reading(of station: PollingStation.ID) -> TakenReading? {
        order.lazy.compactMap { readings[$0] }.first { $0.reading.station == station }
    }

    package func paper(_ ref: PaperRef) -> DoubtfulPaper? {
        readings[ref.reading]?.reading.paper(ref.number)
    }

    package func review(_ ref: PaperRef) -> PaperReview { reviews[ref] ?? PaperReview() }

    // MARK: Acts

    package mutating func take(_ reading: Reading, by: Account.ID, at: Instant, act: Int) {
        let id = reading.id
        guard readings[id] == nil else { return }
        readings[id] = TakenReading(reading: reading, id: id, by: by, at: at, act: act)
        order.append(id)
        fresh[id] = 1
        counts[id] = ReviewProgress(papers: reading.doubtful.count)
        for file in reading.pictures + reading.files.flatMap(\.pieces) {
            files[file] = reading.station
        }
    }

    /// Takes a reading out; what was said of its papers goes with it. The acts stay in the log, and
    /// their pictures stay closed to everybody who could not see them before.
    package mutating func withdraw(_ id: Digest) {
        guard readings.removeValue(forKey: id) != nil else { return }
        order.removeAll { $0 == id }
        for ref in reviews.keys where ref.reading == id {
            unseen.subtract(reviews[ref]?.acts ?? [])
            reviews[ref] = nil
            begun.remove(ref)
        }
        fresh[id] = nil
        counts[id] = nil
        left[id] = nil
    }

    package mutating func lease(_ ref: PaperRef, by: Account.ID, at: Instant, act: Int) {
        change(ref, act) {
            $0.lease = PaperReview.Lease(by: by, until: at.adding(seconds: Self.leaseSeconds))
        }
    }

    package mutating func putBack(_ ref: PaperRef, act: Int) {
        change(ref, act) {
            $0.lease = nil
            $0.putBack = act
        }
    }

    package mutating func give(_ opinion: PaperOpinion, by: Account.ID, at: Instant, act: Int) {
        guard let targets = paper(opinion.paper)?.targets else { return }
        change(opinion.paper, act) { review in
            review.opinions.removeAll { $0.by == by }
            review.opinions.append(PaperReview.Given(by: by, at: at, opinion: opinion))
            if review.lease?.by == by { review.lease = nil }
            review.settlement = Settlement.of(review.opinions, targets: targets)
        }
    }

    package mutating func takeBack(_ ref: PaperRef, by: Account.ID, act: Int) {
        change(ref, act) { review in review.opinions.removeAll { $0.by == by } }
    }

    mutating func change(
        _ ref: PaperRef, _ act: Int, _ body: (inout PaperReview) -> Void
    ) {
        guard paper(ref) != nil else { return }
        var review = review(ref)
        let before = review.outcome
        body(&review)
        review.acts.append(act)
        unseen.insert(act)
        begun.insert(ref)
        if let outcome = review.outcome {
            unseen.subtract(review.acts)
            review.acts = []
            begun.remove(ref)
            if outcome != before { count(outcome, before, ref) }
        }
        reviews[ref] = review
        while reviews[PaperRef(ref.reading, fresh[ref.reading] ?? 1)] != nil {
            fresh[ref.reading, default: 1] += 1
        }
    }

    private mutating func count(_ outcome: Settlement, _ before: Settlement?, _ ref: PaperRef) {
        if before != nil {
            // Left to the commission, which has decided now.
            counts[ref.reading]?.undecided -= 1
            left[ref.reading]?.remove(ref.number)
        }
        if outcome.isUndecided {
            counts[ref.reading]?.undecided += 1
            left[ref.reading, default: []].insert(ref.number)
        } else {
            counts[ref.reading]?.settled += 1
        }
    }

    // MARK: How far people have come

    package func progress(_ id: Digest) -> ReviewProgress { counts[id] ?? ReviewProgress() }

    /// What people have done with the papers of a reading, and what goes when it is taken back.
    package func work(on id: Digest) -> (opinions: Int, decisions: Int) {
        reviews.reduce(into: (opinions: 0, decisions: 0)) { sum, entry in
            guard entry.key.reading == id else { return }
            sum.opinions += entry.value.opinions.count
            sum.decisions += entry.value.decided == nil ? 0 : 1
        }
    }

    /// Papers that reviewers left to the commission and that it has not decided, in the order of the
    /// reading.
    package func undecided(_ id: Digest) -> [PaperRef] {
        (left[id] ?? []).sorted().map { PaperRef(id, $0) }
    }
}

extension Instant {
    func adding(seconds more: Int) -> Instant { Instant(seconds: seconds + more) }
}
