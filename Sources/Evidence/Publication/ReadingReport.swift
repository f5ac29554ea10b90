import Ballots
import Elections
import Primitives

/// How the reading of papers went: how many, which pages were refused, what went to a person. File
/// `reading-report.json`.
package struct ReadingReport: Codable, Hashable, Sendable {
    package struct Look: Codable, Hashable, Sendable {
        package var paper: CastVoteRecord.ID
        package var contest: Contest.ID
    }

    package var papers: Int
    /// Number of the sheet to the permanent code of the refusal.
    package var refused: [String: String]
    /// Contests that the machine left to a person, paper by paper in the order of numbers.
    package var looks: [Look]

    package init(records: [CastVoteRecord], refused: [String: String]) {
        papers = records.count
        self.refused = refused
        looks = records.flatMap { record in
            record.snapshots[0].contests.filter { reading in
                reading.positions.contains { $0.indication == .unknown }
            }.map { Look(paper: record.id, contest: $0.contest) }
        }
    }
}
