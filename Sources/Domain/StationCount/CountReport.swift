import Ballots
import Elections
import Primitives

/// What one contest came to on the papers counted so far; written like the totals of `dobush read`.
package struct ContestCount: Codable, Hashable, Sendable {
    package let contest: Contest.ID
    package private(set) var papers = 0
    package private(set) var votes: [ContestOption.ID: Int]
    package private(set) var blank = 0
    package private(set) var overvoted = 0
    /// Papers on which a person must look at this contest.
    package private(set) var undecided = 0

    /// Nothing but zeros.
    package init(_ contest: Contest) {
        self.contest = contest.id
        votes = Dictionary(contest.options.map { ($0.id, 0) }) { first, _ in first }
    }

    package init(_ contest: Contest, records: some Sequence<CastVoteRecord>) {
        self.init(contest)
        for record in records {
            for reading in record.current.contests where reading.contest == contest.id {
                add(reading.verdict(in: contest))
            }
        }
    }

    private mutating func add(_ verdict: Verdict) {
        papers += 1
        switch verdict {
        case .votes(let options): for option in options { votes[option, default: 0] += 1 }
        case .blank: blank += 1
        case .overvote: overvoted += 1
        case .undecided: undecided += 1
        }
    }

    package var isZero: Bool {
        papers == 0 && blank == 0 && overvoted == 0 && undecided == 0
            && votes.values.allSatisfy { $0 == 0 }
    }
}

/// The report with which a day begins, and the one with which it ends.
package struct CountReport: Codable, Hashable, Sendable {
    package enum Occasion: String, Codable, Sendable {
        /// Before the first paper: nothing but zeros.
        case zero
        /// Not final: while papers are scanned.
        case interim
        case closing
    }

    package var occasion: Occasion
    package var identity: CountIdentity
    /// Openings, pauses and closings so far.
    package var deeds: [CountState.Deed]
    package var at: Instant
    package var counted: Int
    /// Papers that wait for a decision whether they went through twice.
    package var held: Int
    package var takenOut: Int
    /// Sheets refused, by the permanent code of the first reason.
    package var refused: [String: Int]
    /// Empty in an interim report: votes that are shown between two papers tell whose they are.
    package var contests: [ContestCount]
    /// How pictures are read apart from the keys: `landlock-7` with the version of what the
    /// kernel shuts it in with, or `no-landlock` where limits alone hold the reader.
    package var reader: String?
    /// The number of the newest event, and its link in the chain of the store.
    package var events: Int
    package var link: String

    /// - Parameters:
    ///   - state: of a count that is prepared.
    ///   - at: the moment of the event that the report is about.
    package init?(
        _ occasion: Occasion, _ state: CountState, definition: ElectionDefinition, at: Instant,
        events: Int, link: String
    ) {
        guard let identity = state.identity else { return nil }
        self.occasion = occasion
        self.identity = identity
        self.at = at
        self.events = events
        self.link = link
        deeds = state.deeds
        reader = state.reader
        counted = state.counted.count
        held = state.held.count
        takenOut = state.takenOut.count
        refused = Dictionary(
            state.refused.values.map { ($0.refusals.first?.code ?? "", 1) }, uniquingKeysWith: +)
        let records = state.counted.values.map(\.record)
        contests =
            occasion == .interim
            ? [] : definition.contests.map { ContestCount($0, records: records) }
    }

    package var isZero: Bool {
        counted == 0 && held == 0 && takenOut == 0 && refused.isEmpty
            && contests.allSatisfy(\.isZero)
    }
}
