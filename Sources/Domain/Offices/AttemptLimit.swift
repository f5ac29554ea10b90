import Primitives

/// How often somebody may try before they must wait: a bucket of attempts that fills again with time.
///
/// A wrong password empties it by one; so nobody can guess on, and a clerk who mistypes twice does
/// not notice it.
package struct AttemptLimit: Hashable, Sendable {
    /// Attempts that a full bucket holds.
    package let burst: Int
    /// Seconds until one more attempt is allowed.
    package let secondsEach: Int

    private var left: Int
    private var filled: Instant

    package init(burst: Int, secondsEach: Int, at now: Instant) {
        precondition(burst > 0 && secondsEach > 0, "a limit of \(burst) each \(secondsEach) s")
        self.burst = burst
        self.secondsEach = secondsEach
        left = burst
        filled = now
    }

    /// Takes one attempt.
    ///
    /// - Returns: nil when it is allowed, otherwise the seconds to wait, at least one.
    package mutating func take(at now: Instant) -> Int? {
        refill(now)
        guard left > 0 else { return max(1, secondsEach - (now.seconds - filled.seconds)) }
        left -= 1
        return nil
    }

    /// Gives an attempt back, as after a right password.
    package mutating func giveBack() { left = min(burst, left + 1) }

    package func isFull(at now: Instant) -> Bool {
        left + max(0, now.seconds - filled.seconds) / secondsEach >= burst
    }

    private mutating func refill(_ now: Instant) {
        // A clock that was set back fills nothing and takes nothing away.
        guard now > filled else {
            filled = min(filled, now)
            return
        }
        let more = (now.seconds - filled.seconds) / secondsEach
        left = min(burst, left + more)
        filled =
            left == burst ? now : Instant(seconds: filled.seconds + more * secondsEach)
    }
}
