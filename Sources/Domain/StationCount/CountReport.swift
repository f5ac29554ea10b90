import Ballots
import Elections
import Primitives

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
    package var contests: [ContestTotal]
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
            ? [] : definition.contests.map { ContestTotal($0, records: records) }
    }

    package var isZero: Bool {
        counted == 0 && held == 0 && takenOut == 0 && refused.isEmpty
            && contests.allSatisfy(\.isZero)
    }
}
