import Auditing
import Ballots
import Elections
import Primitives

/// The table where a person looks at what the machine could not decide.
enum ReviewDesk {
    /// Adds the person's decision behind the machine's readings. Only positions that were unknown
    /// are settled; the measurement stays as it was.
    static func settle(_ paper: PaperRead) -> CastVoteRecord {
        var record = paper.record
        let current = record.current
        guard current.contests.flatMap(\.positions).contains(where: { $0.indication == .unknown })
        else { return record }
        let settled = current.contests.map { reading -> ContestReading in
            let marked = paper.seen.first { $0.contest == reading.contest }?.options ?? []
            return ContestReading(
                contest: reading.contest,
                positions: reading.positions.map { position in
                    var position = position
                    if position.indication == .unknown {
                        position.indication = marked.contains(position.option) ? .yes : .no
                    }
                    return position
                })
        }
        record.snapshots.append(.init(kind: .modified, contests: settled))
        return record
    }
}

/// How the machine's reading compares with what the pen did, which only a rehearsal knows.
package struct PenComparison: Hashable, Sendable {
    package let contest: Contest.ID
    /// Decided by the machine alone, and what the pen did.
    package private(set) var agree = 0
    /// Sent to a person.
    package private(set) var toPerson = 0
    /// Decided by the machine alone, and not what the pen did.
    package private(set) var differ = 0

    package init(_ contest: Contest, papers: [PaperRead]) {
        self.contest = contest.id
        for paper in papers {
            let reading = paper.record.current.contests.first { $0.contest == contest.id }
            if reading?.positions.contains(where: { $0.indication == .unknown }) ?? true {
                toPerson += 1
            } else if reading?.verdict(in: contest) == paper.seen(contest) {
                agree += 1
            } else {
                differ += 1
            }
        }
    }
}
