import Offices
import Primitives
import Synchronization

/// The waits after wrong names, passwords and codes, by who tries and from where.
///
/// Three buckets, so that nobody guesses on, and nobody shuts a colleague out by guessing at the
/// colleague's name from elsewhere: one for a name from one address, a wider one for a name from
/// everywhere, one for an address whatever the names. A name that no account has is treated the same,
/// so that the wait does not tell which names there are.
final class TryLimits: Sendable {
    private let limits = Mutex<[String: AttemptLimit]>([:])

    /// Takes a try from each bucket.
    ///
    /// - Throws: ``SignInProblem/wait(seconds:)``.
    func take(name: String?, from: String, at now: Instant) throws(SignInProblem) {
        for bucket in buckets(name, from) {
            let wait = limits.withLock { limits -> Int? in
                if limits.count > 20_000 { limits = limits.filter { !$0.value.isFull(at: now) } }
                return limits[
                    bucket.name,
                    default: AttemptLimit(
                        burst: bucket.burst, secondsEach: bucket.secondsEach, at: now)
                ].take(at: now)
            }
            if let wait { throw .wait(seconds: wait) }
        }
    }

    /// After the right ones: a commission behind one address signs in one after another.
    func giveBack(name: String?, from: String) {
        limits.withLock { limits in
            for bucket in buckets(name, from) { limits[bucket.name]?.giveBack() }
        }
    }

    private func buckets(
        _ name: String?, _ from: String
    ) -> [(name: String, burst: Int, secondsEach: Int)] {
        let address = "from \(from.prefix(64))"
        var found = [(name: address, burst: 40, secondsEach: 5)]
        if let name {
            let short = String(name.lowercased().prefix(128))
            found.append(("\(address) name \(short)", 8, 30))
            found.append(("name \(short)", 40, 20))
        }
        return found
    }
}
