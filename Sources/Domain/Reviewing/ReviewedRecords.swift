import Ballots
import Cryptography
import Elections
import Primitives

extension ReviewBook {
    /// A reading's records with a snapshot behind the others for what reviewers came to, and another for
    /// what the commission decided after them. Nothing of what stood before changes.
    ///
    /// A spoiled paper's snapshot reads no contest: it says nothing, and its reason says why. So does that
    /// of a contest in which the commission finds no vote.
    package func records(_ id: Digest, from originals: [CastVoteRecord]) -> [CastVoteRecord] {
        guard let reading = readings[id]?.reading else { return originals }
        let places = Dictionary(
            reading.doubtful.enumerated().map { ($1.sheet, $0) },
            uniquingKeysWith: { first, _ in first })
        return originals.map { original in
            guard let place = places[original.id],
                let review = reviews[PaperRef(id, place + 1)]
            else { return original }
            let paper = reading.doubtful[place]
            var record = original
            for settlement in [review.settlement, review.decided].compactMap({ $0 }) {
                record.snapshots.append(
                    paper.snapshot(
                        settlement, after: record.current, shape: reading.ballots[paper.ballot]))
            }
            return record
        }
    }
}

extension DoubtfulPaper {
    fileprivate func snapshot(
        _ settlement: Settlement, after last: CastVoteRecord.Snapshot, shape: BallotShape
    ) -> CastVoteRecord.Snapshot {
        let none = Set(
            shape.parts.indices.filter { settlement.givesNoVote(in: $0, targets) }
                .map { shape.parts[$0].contest })
        var contests = last.contests.filter { !none.contains($0.contest) }
        for index in contests.indices {
            guard
                let part = shape.parts.firstIndex(where: { $0.contest == contests[index].contest })
            else { continue }
            let decided = reading(part, of: shape, settlement: settlement).positions
            for target in targets where target.part == part {
                guard contests[index].positions.indices.contains(target.place) else { continue }
                contests[index].positions[target.place].indication =
                    decided[target.place].indication
            }
        }
        return CastVoteRecord.Snapshot(
            kind: .modified, contests: contests,
            decision: CastVoteRecord.Decision(
                by: settlement.by.map(\.text), at: settlement.at,
                reason: reason(settlement, shape)))
    }

    /// In English, as a file for programs and auditors.
    private func reason(_ settlement: Settlement, _ shape: BallotShape) -> String {
        func named(_ which: (TargetChoice?) -> Bool) -> [String] {
            let parts = zip(targets, settlement.choices).filter { which($0.1) }.map(\.0.part)
            return Set(parts).sorted().map { shape.parts[$0].contest.text }
        }
        let open = settlement.spoiled ? [] : named { $0 == nil }
        var sentence: String
        if settlement.byCommission {
            sentence = "The commission decided."
            let none = settlement.spoiled ? [] : named { $0 == .cannotTell }
            if !none.isEmpty { sentence += " No vote in \(none.joined(separator: ", "))." }
        } else if !open.isEmpty {
            sentence = "No two of three reviewers agree on \(open.joined(separator: ", "))."
        } else if settlement.by.count == 2 {
            sentence = "Two reviewers agree."
        } else {
            sentence = "Two of three reviewers agree."
        }
        if settlement.spoiled { sentence = "Spoiled: the paper is no vote. " + sentence }
        return ([sentence] + settlement.reasons).joined(separator: " ")
    }
}
