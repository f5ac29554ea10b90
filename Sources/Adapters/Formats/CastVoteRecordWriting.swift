import Ballots
import Elections
import Foundation
import Primitives

// From our records to the sheets of a report.

extension CVRReport.Sheet {
    init(
        _ record: CastVoteRecord, definition: ElectionDefinition,
        contests: [Contest.ID: Contest]
    ) {
        UniqueId = record.id.text
        BallotStyleId = record.layout.text
        BatchId = record.batch?.text
        CreatingDeviceId = CVRReport.device
        ElectionId = definition.id.text
        BallotImage = record.images.isEmpty ? nil : record.images.map { CVRReport.ImageData($0) }
        CVRSnapshot = record.snapshots.enumerated().map { index, snapshot in
            CVRReport.Snapshot(
                snapshot, id: "\(record.id)/\(index + 1)", contests: contests)
        }
        CurrentSnapshotId = "\(record.id)/\(record.snapshots.count)"
    }
}

extension CVRReport.ImageData {
    init(_ image: PageImage) {
        Hash = .init(Value: image.sha256)
        // A name is data from outside; what a URI does not allow is escaped.
        Location = image.file.flatMap {
            $0.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        }.map { "file:" + $0 }
    }

    var file: String? {
        guard let place = Location, place.hasPrefix("file:") else { return nil }
        return String(place.dropFirst(5)).removingPercentEncoding
    }
}

extension CVRReport.Snapshot {
    init(_ snapshot: CastVoteRecord.Snapshot, id: String, contests: [Contest.ID: Contest]) {
        self.id = id
        kind = snapshot.kind.rawValue
        let unknown = snapshot.contests.contains { contest in
            contest.positions.contains { $0.indication == .unknown }
        }
        Status = unknown ? ["needs-adjudication"] : nil
        Annotation = snapshot.decision.map { [CVRReport.AnnotationPart($0)] }
        CVRContest = snapshot.contests.map {
            CVRReport.ContestOnSheet(
                $0, contest: contests[$0.contest], judged: snapshot.kind != .original)
        }
    }
}

extension CVRReport.AnnotationPart {
    init(_ decision: CastVoteRecord.Decision) {
        AdjudicatorName = decision.by
        Message = decision.reason.map { [$0] }
        TimeStamp = decision.at.text()
    }

    var decision: CastVoteRecord.Decision? {
        guard let at = TimeStamp.flatMap({ Instant(text: $0) }) else { return nil }
        return .init(by: AdjudicatorName ?? [], at: at, reason: Message?.first)
    }
}

extension CVRReport.ContestOnSheet {
    /// - Parameter judged: whether the rules are applied, or only what was measured is told.
    init(_ reading: ContestReading, contest: Contest?, judged: Bool) {
        ContestId = reading.contest.text
        let allowed = contest?.votesAllowed ?? 1
        let verdict =
            contest.map { reading.verdict(in: $0) } ?? reading.verdict(votesAllowed: allowed)
        var order: [ContestOption.ID] = []
        var groups: [ContestOption.ID: [PositionReading]] = [:]
        for position in reading.positions {
            if groups[position.option] == nil { order.append(position.option) }
            groups[position.option, default: []].append(position)
        }
        let places = Dictionary(
            (contest?.options ?? []).enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
        CVRContestSelection = order.map { option in
            CVRReport.SelectionOnSheet(
                option: option, contest: reading.contest, place: places[option],
                positions: groups[option] ?? [], verdict: judged ? verdict : nil)
        }
        guard judged else { return }
        switch verdict {
        case .votes(let options):
            Selections = options.count
            if options.count < allowed {
                Undervotes = allowed - options.count
                Status = ["undervoted"]
            }
        case .blank:
            Selections = 0
            Undervotes = allowed
            Status = ["not-indicated", "undervoted"]
        case .overvote:
            Overvotes = allowed
            Status = ["overvoted", "invalidated-rules"]
        case .undecided: break
        }
    }
}

extension CVRReport.SelectionOnSheet {
    init(
        option: ContestOption.ID, contest: Contest.ID, place: Int?,
        positions: [PositionReading], verdict: Verdict?
    ) {
        ContestSelectionId = "\(contest)/\(option)"
        OptionPosition = place
        SelectionPosition = positions.enumerated().map { index, reading in
            CVRReport.Position(
                reading, number: positions.count > 1 ? index + 1 : nil, verdict: verdict)
        }
        let unknown = positions.contains { $0.indication == .unknown }
        Status = unknown ? ["needs-adjudication"] : nil
    }
}

extension CVRReport.Position {
    init(_ reading: PositionReading, number: Int?, verdict: Verdict?) {
        HasIndication = reading.indication.rawValue
        MarkMetricValue =
            ["\(reading.ink / 10_000).\((reading.ink % 10_000).padded(4))"]
            + (reading.measure?.named ?? [])
        if let doubt = reading.doubt {
            Status = ["other"]
            OtherStatus = doubt.rawValue
        }
        position = number
        NumberVotes = reading.indication == .yes ? 1 : 0
        switch verdict {
        case nil: IsAllocable = nil
        case .votes: IsAllocable = reading.indication == .yes ? "yes" : "no"
        case .blank, .overvote: IsAllocable = "no"
        case .undecided: IsAllocable = reading.indication == .no ? "no" : "unknown"
        }
    }
}
