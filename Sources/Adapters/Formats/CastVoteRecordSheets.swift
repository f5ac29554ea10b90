import Ballots
import Elections
import Foundation
import Primitives

/// One sheet in the report.
extension CVRReport {
    struct Sheet: Codable {
        var type = "CVR.CVR"
        var BallotImage: [ImageData]?
        var BallotStyleId: String?
        var BatchId: String?
        var CVRSnapshot: [Snapshot]
        var CreatingDeviceId: String?
        var CurrentSnapshotId: String
        var ElectionId: String
        var UniqueId: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case BallotImage, BallotStyleId, BatchId, CVRSnapshot, CreatingDeviceId
            case CurrentSnapshotId, ElectionId, UniqueId
        }
    }

    struct ImageData: Codable {
        struct ImageDigest: Codable {
            var type = "CVR.Hash"
            var kind = "sha-256"
            var Value: String

            enum CodingKeys: String, CodingKey {
                case type = "@type"
                case kind = "Type"
                case Value
            }
        }

        var type = "CVR.ImageData"
        var Hash: ImageDigest?
        var Location: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case Hash, Location
        }
    }

    struct Snapshot: Codable {
        var id: String
        var type = "CVR.CVRSnapshot"
        var Annotation: [AnnotationPart]?
        var CVRContest: [ContestOnSheet]?
        var Status: [String]?
        var kind: String

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case Annotation, CVRContest, Status
            case kind = "Type"
        }
    }

    /// Who decided what a snapshot says.
    struct AnnotationPart: Codable {
        var type = "CVR.Annotation"
        var AdjudicatorName: [String]?
        var Message: [String]?
        var TimeStamp: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case AdjudicatorName, Message, TimeStamp
        }
    }

    struct ContestOnSheet: Codable {
        var type = "CVR.CVRContest"
        var CVRContestSelection: [SelectionOnSheet]?
        var ContestId: String
        var Overvotes: Int?
        var Selections: Int?
        var Status: [String]?
        var Undervotes: Int?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case CVRContestSelection, ContestId, Overvotes, Selections, Status, Undervotes
        }
    }

    struct SelectionOnSheet: Codable {
        var type = "CVR.CVRContestSelection"
        var ContestSelectionId: String?
        var OptionPosition: Int?
        var SelectionPosition: [Position]
        var Status: [String]?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case ContestSelectionId, OptionPosition, SelectionPosition, Status
        }
    }

    struct Position: Codable {
        var type = "CVR.SelectionPosition"
        var HasIndication: String
        var IsAllocable: String?
        var MarkMetricValue: [String]?
        var NumberVotes: Int
        var OtherStatus: String?
        var position: Int?
        var Status: [String]?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case HasIndication, IsAllocable, MarkMetricValue, NumberVotes, OtherStatus, Status
            case position = "Position"
        }
    }
}

// MARK: Writing

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

// MARK: Reading

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
