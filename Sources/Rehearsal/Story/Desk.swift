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

/// How the machine's reading compares with what the pen did. File `reading-report.json`.
package struct ReadingReport: Codable, Hashable, Sendable {
    package struct Look: Codable, Hashable, Sendable {
        package var paper: CastVoteRecord.ID
        package var contest: Contest.ID
    }

    package struct Line: Codable, Hashable, Sendable {
        package var contest: Contest.ID
        /// Decided by the machine alone, and what the pen did.
        package var agree: Int
        /// Sent to a person.
        package var toPerson: Int
        /// Decided by the machine alone, and not what the pen did.
        package var differ: Int
    }

    package var papers: Int
    package var refused: [String: String]
    package var lines: [Line]
    package var looks: [Look]

    package init(definition: ElectionDefinition, read: PapersRead) {
        papers = read.papers.count
        refused = read.refused
        lines = []
        looks = []
        for contest in definition.contests {
            var line = Line(contest: contest.id, agree: 0, toPerson: 0, differ: 0)
            for paper in read.papers {
                let reading = paper.record.current.contests.first { $0.contest == contest.id }
                let unknown = reading?.positions.contains { $0.indication == .unknown } ?? true
                if unknown {
                    line.toPerson += 1
                    looks.append(Look(paper: paper.record.id, contest: contest.id))
                } else if reading?.verdict(votesAllowed: contest.votesAllowed) == paper.seen(contest) {
                    line.agree += 1
                } else {
                    line.differ += 1
                }
            }
            lines.append(line)
        }
    }
}
