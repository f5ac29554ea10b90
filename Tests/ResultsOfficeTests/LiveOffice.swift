import Cryptography
import Filing
import FilingSupport
import Foundation
import Offices
import Primitives
import ResultsOffice
import Storage
import Synchronization
import Tervania

/// A clock that a test sets.
final class TestClock: Sendable {
    private let wall: Mutex<Int>
    private let uptime = Mutex<Int>(1000)

    init(_ start: Instant = Night.close) { wall = Mutex(start.seconds) }

    var clock: OfficeClock {
        OfficeClock(
            wall: { Instant(seconds: self.wall.withLock { $0 }) },
            uptime: { Instant(seconds: self.uptime.withLock { $0 }) })
    }

    var now: Instant { Instant(seconds: wall.withLock { $0 }) }

    /// Time passes.
    func pass(_ seconds: Int) {
        wall.withLock { $0 += seconds }
        uptime.withLock { $0 += seconds }
    }

    /// Somebody moves the wall clock, and no time passes.
    func jump(_ seconds: Int) { wall.withLock { $0 += seconds } }
}

/// An office over memory with Tervania and its people.
struct LiveOffice {
    let store: MemoryStore
    let clock = TestClock()
    let office: ResultsOffice

    init() throws {
        store = MemoryStore()
        office = try ResultsOffice(store: store, clock: clock.clock)
        try keep(.accountSet(People.admin))
        try keep(.electionSet(Night.setting))
        for person in People.all where person != People.admin { try keep(.accountSet(person)) }
    }

    private func keep(_ act: Act) throws {
        _ = try office.perform(as: "system") { _, _ in .act(act) }
    }

    /// Another office on the same store.
    func another() throws -> ResultsOffice {
        try ResultsOffice(store: store, clock: clock.clock)
    }

    func acts() throws -> [StoredAct] { try store.acts(after: 0, limit: 1_000_000) }
}

extension ResultsOffice {
    func propose(
        _ sheet: SheetStatement, by who: Account, request: KeyedRequest? = nil
    ) throws -> Outcome {
        try perform(as: who.id, request: request) { state, _ in
            try state.propose(sheet, by: who)
        }
    }

    func confirm(
        _ sheet: SheetStatement, by who: Account, request: KeyedRequest? = nil
    ) throws -> Outcome {
        try perform(as: who.id, request: request) { state, _ in
            try state.confirm(sheet.ref, by: who)
        }
    }
}

extension ResultsOffice.Outcome {
    /// The number of the act; nil when there was nothing to do.
    var act: Int? {
        switch self {
        case .done(let entry), .refused(let entry, _): entry.sequence
        case .already: nil
        }
    }
}
