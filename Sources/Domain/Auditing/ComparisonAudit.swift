import Ballots
import Elections
import Primitives

/// What a person read on one drawn paper, without seeing the machine's reading.
package struct ManualReading: Codable, Hashable, Sendable {
    package struct Marked: Codable, Hashable, Sendable {
        package var contest: Contest.ID
        /// Options that the person read as voted for; none for a blank, all marked for an overvote.
        package var options: [ContestOption.ID]

        package init(contest: Contest.ID, options: [ContestOption.ID]) {
            self.contest = contest
            self.options = options
        }
    }

    package var paper: CastVoteRecord.ID
    /// False when the paper was not found where the manifest says; then it counts at its worst.
    package var found: Bool
    package var contests: [Marked]

    package init(paper: CastVoteRecord.ID, found: Bool, contests: [Marked]) {
        self.paper = paper
        self.found = found
        self.contests = contests
    }

    package func verdict(_ contest: Contest) -> Verdict {
        guard found, let marked = contests.first(where: { $0.contest == contest.id }) else {
            return .undecided
        }
        if marked.options.count > contest.votesAllowed { return .overvote }
        return marked.options.isEmpty ? .blank : .votes(marked.options)
    }
}

/// The seed and when it was drawn: after the manifest and the records were sealed.
package struct AuditSeed: Codable, Hashable, Sendable {
    package var digits: String
    package var drawn: Instant
    package var ceremony: LocalizedText

    package init(digits: String, drawn: Instant, ceremony: LocalizedText) {
        self.digits = digits
        self.drawn = drawn
        self.ceremony = ceremony
    }
}

/// The papers drawn, in the order drawn, duplicates kept.
package struct AuditSample: Codable, Hashable, Sendable {
    package var seed: String
    /// Length of the list of records that was drawn from.
    package var total: Int
    package var papers: [CastVoteRecord.ID]

    package init(seed: String, total: Int, papers: [CastVoteRecord.ID]) {
        self.seed = seed
        self.total = total
        self.papers = papers
    }

    /// Draws from the records in the order of their numbers.
    package static func draw(
        seed: String, count: Int, from records: [CastVoteRecord.ID]
    ) -> AuditSample {
        let ordered = records.sorted()
        let places = Sampler.draws(seed: seed, total: ordered.count, count: count)
        return AuditSample(
            seed: seed, total: ordered.count, papers: places.map { ordered[$0 - 1] })
    }
}

/// One round of a ballot-comparison audit and its measured risk. File `audit-report.json`.
package struct AuditReport: Codable, Hashable, Sendable {
    package struct Line: Codable, Hashable, Sendable {
        package var assertion: Assertion
        /// Half-votes above the mean of one, over all papers: the diluted margin is
        /// `marginHalfVotes / papers`.
        package var marginHalfVotes: Int
        package var oneOver: Int
        package var twoOver: Int
        package var oneUnder: Int
        package var twoUnder: Int
        /// Parts in a million, rounded up.
        package var riskMillionths: Int
        package var confirmed: Bool
    }

    package var papers: Int
    package var draws: Int
    /// Parts in a thousand.
    package var riskLimitThousandths: Int
    package var lines: [Line]
    /// Papers where the person and the machine differ in some contest.
    package var discrepancies: [CastVoteRecord.ID]

    /// The largest risk over all sentences, in millionths.
    package var measuredRiskMillionths: Int { lines.map(\.riskMillionths).max() ?? 1_000_000 }
    package var confirmed: Bool { !lines.isEmpty && lines.allSatisfy(\.confirmed) }
}

/// Measures the risk from the records, the sample and what persons read.
///
/// Pure: the verifier calls the same function on the published record. Work grows with the number
/// of records times the number of sentences.
package struct ComparisonAudit: Sendable {
    package let contests: [Contest]
    package let assertions: [Assertion]
    package let riskLimitThousandths: Int

    package init(contests: [Contest], assertions: [Assertion], riskLimitThousandths: Int) {
        self.contests = contests
        self.assertions = assertions
        self.riskLimitThousandths = riskLimitThousandths
    }

    /// Papers to draw for the tightest sentence, if no discrepancy is found.
    package func drawsNeeded(records: [CastVoteRecord]) -> Int {
        let limit = Double(riskLimitThousandths) / 1000
        let needed = assertions.map { assertion in
            let margin = margin(of: assertion, in: records)
            guard margin > 0 else { return records.count }
            return ComparisonRisk.drawsWithoutDiscrepancy(
                margin: min(1, Double(margin) / Double(records.count)), limit: limit)
        }
        return needed.max() ?? 0
    }

    package func report(
        records: [CastVoteRecord], sample: AuditSample, readings: [ManualReading]
    ) -> AuditReport {
        let byPaper = Dictionary(grouping: readings, by: \.paper).compactMapValues(\.first)
        let byRecord = Dictionary(grouping: records, by: \.id).compactMapValues(\.first)
        let lines = assertions.map { assertion in
            line(assertion, records, sample, byPaper: byPaper, byRecord: byRecord)
        }
        let differing = Set(sample.papers).sorted().filter { paper in
            contests.contains { contest in
                byPaper[paper]?.verdict(contest) ?? .undecided
                    != verdict(of: byRecord[paper], in: contest)
            }
        }
        return AuditReport(
            papers: records.count, draws: sample.papers.count,
            riskLimitThousandths: riskLimitThousandths, lines: lines, discrepancies: differing)
    }

    private func line(
        _ assertion: Assertion, _ records: [CastVoteRecord], _ sample: AuditSample,
        byPaper: [CastVoteRecord.ID: ManualReading], byRecord: [CastVoteRecord.ID: CastVoteRecord]
    ) -> AuditReport.Line {
        let margin = margin(of: assertion, in: records)
        var risk = ComparisonRisk(draws: sample.papers.count)
        if let contest = contests.first(where: { $0.id == assertion.contest }) {
            for paper in sample.papers {
                let machine = assertion.halfVotes(verdict(of: byRecord[paper], in: contest))
                let person = assertion.halfVotes(byPaper[paper]?.verdict(contest) ?? .undecided)
                switch machine - person {
                case 2: risk.twoOver += 1
                case 1: risk.oneOver += 1
                case -1: risk.oneUnder += 1
                case -2: risk.twoUnder += 1
                default: break
                }
            }
        }
        let share = records.isEmpty ? 0 : Double(margin) / Double(records.count)
        let measured = Int((risk.risk(margin: share) * 1_000_000).rounded(.up))
        return AuditReport.Line(
            assertion: assertion, marginHalfVotes: margin, oneOver: risk.oneOver,
            twoOver: risk.twoOver, oneUnder: risk.oneUnder, twoUnder: risk.twoUnder,
            riskMillionths: measured, confirmed: measured <= riskLimitThousandths * 1000)
    }

    private func verdict(of record: CastVoteRecord?, in contest: Contest) -> Verdict {
        guard let record,
            let reading = record.current.contests.first(where: { $0.contest == contest.id })
        else { return .undecided }
        return reading.verdict(in: contest)
    }

    /// Sum of (half-votes - 1) over all papers.
    private func margin(of assertion: Assertion, in records: [CastVoteRecord]) -> Int {
        guard let contest = contests.first(where: { $0.id == assertion.contest }) else { return 0 }
        return records.reduce(0) {
            $0 + assertion.halfVotes(verdict(of: $1, in: contest)) - 1
        }
    }
}
