import Foundation
import Primitives

/// The time of day, and whether somebody moved it.
///
/// Acts carry the wall clock, and their order never rests on it. What must not be cut short or drawn
/// out by a moved clock, such as the wait after wrong passwords, uses ``steady()``.
package struct OfficeClock: Sendable {
    private let wall: @Sendable () -> Instant
    private let uptime: @Sendable () -> Instant

    package init() {
        wall = { Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down))) }
        uptime = { Instant(seconds: Int(ProcessInfo.processInfo.systemUptime)) }
    }

    /// A clock for rehearsals and tests.
    package init(
        wall: @escaping @Sendable () -> Instant, uptime: @escaping @Sendable () -> Instant
    ) {
        self.wall = wall
        self.uptime = uptime
    }

    package func now() -> Instant { wall() }

    /// Seconds since some moment of the machine's start; never set back.
    package func steady() -> Instant { uptime() }
}

/// Watches whether the wall clock goes with the steady one.
package struct ClockWatch: Sendable {
    /// Seconds by which the two may drift apart between two looks before it is called a jump.
    package static let tolerance = 5

    private var offset: Int
    /// The newest jump: seconds forwards, negative backwards, and when it was seen.
    package private(set) var jump: (seconds: Int, at: Instant)?

    package init(_ clock: OfficeClock) {
        offset = clock.now().seconds - clock.steady().seconds
    }

    /// - Returns: the seconds of a jump since the last look; nil when there was none.
    package mutating func look(_ clock: OfficeClock) -> Int? {
        let now = clock.now()
        let newOffset = now.seconds - clock.steady().seconds
        let moved = newOffset - offset
        offset = newOffset
        guard abs(moved) > Self.tolerance else { return nil }
        jump = (moved, now)
        return moved
    }
}
