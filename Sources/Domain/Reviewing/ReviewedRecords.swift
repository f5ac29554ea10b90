import Ballots
import Cryptography
import Elections
import Primitives

extension ReviewBook {
    /// A reading's records with a snapshot behind the others for each paper that people have settled.
    /// Nothing of what the machine wrote changes.
    ///
    /// A spoiled paper's snapshot reads no contest: it says nothing, and its reason says why.
    package func records(_ id: Digest, from originals: [CastVoteRecord]) -> [CastVoteRecord] {
        guard let reading = readings[id]?.reading else { return originals }
        let places = Dictionary(
            reading.doubtful.enumerated().map { ($1.sheet, $0) },
            uniquingKeysWith: { first, _ in first })
        return originals.map { original in
            guard let place = places[original.id],
                let settlement = reviews[PaperRef(id, place + 1)]?.settlement
            else { return original }
            let paper = reading.doubtful[place]
            var record = original
            record.snapshots.append(
                paper.snapshot(
                    settlement, after: original.current, shape: reading.ballots[paper.ballot]))
            return record
        }
    }
}

extension DoubtfulPaper {
    fileprivate func snapshot(
        _ settlement: Settlement, after last: CastVoteRecord.Snapshot, shape: BallotShape
    ) -> CastVoteRecord.Snapshot {
        var contests = settlement.spoiled ? [] : last.contests
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
        let apart =
            settlement.spoiled ? [] : zip(targets, settlement.choices).filter { $0.1 == nil }
        let open = Set(apart.map(\.0.part)).sorted().map { shape.parts[$0].contest.text }
        var sentence: String
        if !open.isEmpty {
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
