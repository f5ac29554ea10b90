import Dispatch
import Synchronization

/// Work on a thread of its own, so that a waiting client holds up no other test.
final class Side: Sendable {
    private let group = DispatchGroup()

    init(_ work: @escaping @Sendable () -> Void) {
        DispatchQueue.global().async(group: group, execute: DispatchWorkItem(block: work))
    }

    func wait() { group.wait() }
}

final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add(_ more: Int = 1) { count.withLock { $0 += more } }
}

/// Shut until it is opened.
final class Gate: Sendable {
    private let opened = DispatchSemaphore(value: 0)
    private let count = Counter()
    var waiting: Int { count.value }

    func wait() {
        count.add()
        opened.wait()
        opened.signal()
    }

    func open() { opened.signal() }
}

/// The same chances at every run.
///
/// Source: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
