import Ballots
import Elections
import Foundation
import Primitives

// From the sheets of a report to our records; nil for what none of ours says.

extension CVRReport.Sheet {
    var record: CastVoteRecord? {
        guard let id = UniqueId.flatMap({ CastVoteRecord.ID($0) }),
            let layout = BallotStyleId.flatMap({ BallotLayout.ID($0) }),
            let current = CVRSnapshot.firstIndex(where: { $0.id == CurrentSnapshotId }),
            // Snapshots are only ever added, so the current one is the last.
            current == CVRSnapshot.count - 1
        else { return nil }
        if let BatchId, Batch.ID(BatchId) == nil { return nil }
        let snapshots = CVRSnapshot.compactMap(\.snapshot)
        guard snapshots.count == CVRSnapshot.count else { return nil }
        let given = BallotImage ?? []
        guard given.count <= 2 else { return nil }
        let images = zip(BallotLayout.Face.allCases, given).compactMap { face, image in
            image.Hash.map { PageImage(face: face, sha256: $0.Value, file: image.file) }
        }
        return CastVoteRecord(
            id: id, batch: BatchId.flatMap { Batch.ID($0) }, layout: layout,
            snapshots: snapshots, images: images)
    }
}

extension CVRReport.Snapshot {
    var snapshot: CastVoteRecord.Snapshot? {
        guard let kind = CastVoteRecord.Snapshot.Kind(rawValue: kind) else { return nil }
        let contests = (CVRContest ?? []).compactMap(\.reading)
        guard contests.count == CVRContest?.count ?? 0, Annotation?.count ?? 0 <= 1 else {
            return nil
        }
        let decision = Annotation?.first?.decision
        guard (decision == nil) == (Annotation?.first == nil) else { return nil }
        return CastVoteRecord.Snapshot(kind: kind, contests: contests, decision: decision)
    }
}

extension CVRReport.ContestOnSheet {
    var reading: ContestReading? {
        guard let contest = Contest.ID(ContestId) else { return nil }
        var positions: [PositionReading] = []
        for selection in CVRContestSelection ?? [] {
            guard var name = selection.ContestSelectionId else { return nil }
            if name.hasPrefix(ContestId + "/") { name.removeFirst(ContestId.count + 1) }
            guard let option = ContestOption.ID(name) else { return nil }
            for position in selection.SelectionPosition {
                guard let reading = position.reading(of: option) else { return nil }
                positions.append(reading)
            }
        }
        return ContestReading(contest: contest, positions: positions)
    }
}

extension CVRReport.Position {
    func reading(of option: ContestOption.ID) -> PositionReading? {
        guard let indication = PositionReading.Indication(rawValue: HasIndication) else {
            return nil
        }
        var doubt: Doubt?
        if let OtherStatus {
            guard let known = Doubt(rawValue: OtherStatus) else { return nil }
            doubt = known
        }
        guard let text = MarkMetricValue?.first else {
            return PositionReading(option: option, indication: indication, ink: 0, doubt: doubt)
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 4, let whole = Int(parts[0]),
            let part = Int(parts[1]), (0...1).contains(whole), part >= 0,
            whole * 10_000 + part <= 10_000
        else { return nil }
        let ink = whole * 10_000 + part
        let rest = (MarkMetricValue ?? []).dropFirst()
        let measure = MarkMeasure(ink: ink, named: Array(rest))
        guard rest.isEmpty || measure != nil else { return nil }
        return PositionReading(
            option: option, indication: indication, ink: ink, doubt: doubt, measure: measure)
    }
}
