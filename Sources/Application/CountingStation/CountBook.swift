import Cryptography
import Elections
import Foundation
import Primitives
import StationCount
import Storage

/// The book of one station's count: what is in the store, folded, and one more event at a time.
///
/// Several programs may have the same book open, a scanner's and a person's; whoever is behind reads
/// on and decides again.
package final class CountBook {
    package let store: any OfficeStore
    package private(set) var state = CountState()
    /// The newest event as it is kept; nil before the first.
    package private(set) var newest: StoredAct?
    private let now: () -> Instant

    /// - Parameter now: the wall clock.
    package init(_ store: any OfficeStore, now: @escaping () -> Instant) throws {
        self.store = store
        self.now = now
        try readOn()
    }

    /// Folds what was added since the last look.
    package func readOn() throws {
        while case let acts = try store.acts(after: events, limit: 200), !acts.isEmpty {
            for act in acts {
                state.apply(try Self.event(act), at: act.moment)
                newest = act
            }
        }
    }

    /// How many events there are.
    package var events: Int { newest?.sequence ?? 0 }

    /// The report about the opening, or about what is counted now.
    ///
    /// - Returns: nil where there is nothing to report yet.
    package func report(
        _ occasion: CountReport.Occasion, definition: ElectionDefinition
    ) throws -> CountReport? {
        guard occasion == .zero else {
            return newest.flatMap { act in
                CountReport(
                    occasion, state, definition: definition, at: act.moment,
                    events: act.sequence, link: act.link.hex)
            }
        }
        // Prepared and opened: before these two nothing can have happened, and nothing between.
        let first = try store.acts(after: 0, limit: 2)
        guard first.count == 2, first[1].kind == "count-opened" else { return nil }
        var opened = CountState()
        for act in first { opened.apply(try Self.event(act), at: act.moment) }
        return CountReport(
            .zero, opened, definition: definition, at: first[1].moment, events: 2,
            link: first[1].link.hex)
    }

    /// Decides, and keeps what was decided with its files; durable when it returns.
    ///
    /// - Parameters:
    ///   - reply: makes the answer that is kept for a request that may be repeated.
    ///   - decide: asked again when somebody else added an event meanwhile.
    /// - Returns: the event; nil when the request was answered before.
    @discardableResult
    package func perform(
        files: [StoredFile] = [], reply: ((CountEvent, CountState) throws -> KeptReply)? = nil,
        decide: (CountState) throws -> CountEvent
    ) throws -> CountEvent? {
        while true {
            let event = try decide(state)
            let act = StoredAct(
                after: newest, moment: moment(of: event), actor: "station", kind: event.kind,
                body: try Self.encode(event))
            let change = Change(
                after: events, acts: [act], files: files, reply: try reply?(event, state))
            switch try store.commit(change) {
            case .done:
                state.apply(event, at: act.moment)
                newest = act
                return event
            case .behind: try readOn()
            case .answered: return nil
            }
        }
    }

    /// Never before the newest event's, and of a paper the hour alone.
    private func moment(of event: CountEvent) -> Instant {
        let before = newest?.moment ?? Instant(seconds: 0)
        let now = max(self.now(), before)
        guard event.isOfPaper else { return now }
        return max(before, Instant(seconds: now.seconds - now.seconds % 3600))
    }

    // MARK: Events as the store keeps them

    private static func encode(_ event: CountEvent) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(event))
    }

    private static func event(_ act: StoredAct) throws(StorageProblem) -> CountEvent {
        guard let event = try? JSONDecoder().decode(CountEvent.self, from: Data(act.body)),
            event.kind == act.kind
        else { throw .damaged("act \(act.sequence) is no event of a station's count") }
        return event
    }
}
