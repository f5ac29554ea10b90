import Foundation
import Primitives
import ResultsOffice
import Synchronization

/// A clock for rehearsals: set by hand while the evening is played, then going on from there.
package final class RehearsalClock: Sendable {
    private let state = Mutex(State())

    private struct State: Sendable {
        var set = Instant(seconds: 0)
        /// The machine's uptime since which the clock goes; nil while it stands.
        var since: Double?
    }

    package init() {}

    package func set(_ moment: Instant) { state.withLock { $0.set = moment } }

    package func go() { state.withLock { $0.since = ProcessInfo.processInfo.systemUptime } }

    package func now() -> Instant {
        state.withLock { state in
            let gone = state.since.map { Int(ProcessInfo.processInfo.systemUptime - $0) } ?? 0
            return Instant(seconds: state.set.seconds + gone)
        }
    }

    package var officeClock: OfficeClock {
        OfficeClock(
            wall: { self.now() },
            uptime: { Instant(seconds: Int(ProcessInfo.processInfo.systemUptime)) })
    }
}
