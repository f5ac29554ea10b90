import Ballots
import Elections
import Scanning

/// A sheet of which every page was read.
struct AcceptedSheet: Sendable {
    struct Page: Sendable {
        let name: String
        let file: String?
        let sha256: String
        let reading: PageReading
    }

    let id: CastVoteRecord.ID
    let batch: Batch.ID?
    let layout: BallotLayout
    let pages: [Page]
}

/// Puts what its pages say together into one record.
struct SheetAssembly {
    let definition: ElectionDefinition
    let layout: BallotLayout

    private struct Position {
        let contest: Contest.ID
        let reading: PositionReading
        let doubt: Doubt?
        let page: AcceptedSheet.Page
        let x: Int
        let y: Int
    }

    func record(_ sheet: AcceptedSheet) -> (CastVoteRecord, [ReviewItem]) {
        let judge = TargetJudge(policy: definition.markPolicy, layout: layout)
        var positions: [Position] = []
        for page in sheet.pages {
            guard let side = layout.side(page.reading.face) else { continue }
            let judgements = judge.judge(page.reading)
            for (measured, judgement) in zip(page.reading.targets, judgements) {
                let target = side.targets[measured.target]
                positions.append(
                    Position(
                        contest: target.contest,
                        reading: PositionReading(
                            option: target.option, indication: judgement.indication,
                            ink: measured.measure.ink, doubt: judgement.doubt,
                            measure: measured.measure),
                        doubt: judgement.doubt, page: page, x: measured.x, y: measured.y))
            }
        }
        let ordered = definition.contests.map { contest in (contest, inOrder(positions, contest)) }
            .filter { !$0.1.isEmpty }
        let contests = ordered.map { contest, found in
            ContestReading(contest: contest.id, positions: found.map(\.reading))
        }
        let record = CastVoteRecord(
            id: sheet.id, batch: sheet.batch, layout: layout.id,
            snapshots: [
                .init(kind: .original, contests: contests),
                .init(kind: .interpreted, contests: contests.map(\.withoutMeasures)),
            ],
            images: sheet.pages.map {
                PageImage(face: $0.reading.face, sha256: $0.sha256, file: $0.file)
            })
        return (record, ordered.flatMap { reviews(sheet, $0.1) })
    }

    /// The contest's targets in the order of its options; those of one option as they are printed.
    private func inOrder(_ positions: [Position], _ contest: Contest) -> [Position] {
        let own = positions.filter { $0.contest == contest.id }
        return contest.options.flatMap { option in own.filter { $0.reading.option == option.id } }
    }

    private func reviews(_ sheet: AcceptedSheet, _ positions: [Position]) -> [ReviewItem] {
        var count: [ContestOption.ID: Int] = [:]
        return positions.compactMap { position in
            count[position.reading.option, default: 0] += 1
            guard let doubt = position.doubt else { return nil }
            let page = position.page.reading
            return ReviewItem(
                sheet: sheet.id, page: position.page.name, contest: position.contest,
                option: position.reading.option,
                position: count[position.reading.option, default: 1], ink: position.reading.ink,
                first: definition.markPolicy.indication(ink: position.reading.ink),
                second: position.reading.measure?.second.map(
                    definition.markPolicy.indication(ink:)),
                doubt: doubt, x: position.x, y: position.y, quarterTurns: page.quarterTurns,
                pixelsPerMillimetre: page.pixelsPerMillimetre)
        }
    }
}

extension ContestReading {
    /// What was measured stands once, in the original snapshot.
    fileprivate var withoutMeasures: ContestReading {
        var plain = self
        for index in plain.positions.indices { plain.positions[index].measure = nil }
        return plain
    }
}
