import Elections
import Primitives

/// What papers come to in one contest, counted in papers: those that a machine read, those of a
/// station so far, those of a test deck. What a paper comes to, ``Verdict`` says.
///
/// Files `totals.json` and `expected-totals.json` hold a list of these, and so do a station's reports.
package struct ContestTotal: Codable, Hashable, Sendable {
    package let contest: Contest.ID
    package private(set) var papers = 0
    package private(set) var votes: [ContestOption.ID: Int]
    /// Nothing is marked.
    package private(set) var blank = 0
    /// More is marked than the contest allows, or a vote against all beside another.
    package private(set) var overvoted = 0
    /// A person must look before anybody can say.
    package private(set) var undecided = 0

    /// Nothing but zeros.
    package init(_ contest: Contest) {
        self.contest = contest.id
        votes = Dictionary(contest.options.map { ($0.id, 0) }) { first, _ in first }
    }

    package init(_ contest: Contest, records: some Sequence<CastVoteRecord>) {
        self.init(contest)
        for record in records { add(record, in: contest) }
    }

    package mutating func add(_ verdict: Verdict) {
        papers += 1
        switch verdict {
        case .votes(let options): for option in options { votes[option, default: 0] += 1 }
        case .blank: blank += 1
        case .overvote: overvoted += 1
        case .undecided: undecided += 1
        }
    }

    /// Adds a paper as it is read now; nothing where the contest is not on it.
    fileprivate mutating func add(_ record: CastVoteRecord, in contest: Contest) {
        for reading in record.current.contests where reading.contest == contest.id {
            add(reading.verdict(in: contest))
        }
    }

    package var isZero: Bool {
        papers == 0 && blank == 0 && overvoted == 0 && undecided == 0
            && votes.values.allSatisfy { $0 == 0 }
    }
}

/// A total for each contest of an election, to which papers are added one by one.
package struct RunningTotals: Sendable, Equatable {
    /// In the order of the definition.
    package private(set) var contests: [ContestTotal]
    private let rules: [Contest]

    package init(_ definition: ElectionDefinition) {
        rules = definition.contests
        contests = rules.map { ContestTotal($0) }
    }

    package mutating func add(_ record: CastVoteRecord) {
        for index in contests.indices { contests[index].add(record, in: rules[index]) }
    }
}
