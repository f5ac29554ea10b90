import Dispatch

/// Does independent pieces of work on several threads; results come in the order of the work.
struct InParallel: Sendable {
    let jobs: Int

    func map<Work: Sendable, Result: Sendable>(
        _ work: [Work], _ body: @Sendable (Work) -> Result
    ) -> [Result] {
        guard jobs > 1, work.count > 1 else { return work.map(body) }
        let store = Slots<Result>(count: work.count)
        DispatchQueue.concurrentPerform(iterations: min(jobs, work.count)) { _ in
            while let index = store.next() { store.put(body(work[index]), at: index) }
        }
        return store.all()
    }
}

/// Takes turns at the indices and keeps a result for each.
private final class Slots<Value: Sendable>: @unchecked Sendable {
    private let queue = DispatchQueue(label: "slots")
    private var following = 0
    private var values: [Value?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    func next() -> Int? {
        queue.sync {
            guard following < values.count else { return nil }
            following += 1
            return following - 1
        }
    }

    func put(_ value: Value, at index: Int) { queue.sync { values[index] = value } }

    func all() -> [Value] { queue.sync { values.map { $0! } } }
}
