import Dispatch
import Synchronization

/// Does independent pieces of work on several threads and hands the results over in the order of the
/// work, while later pieces are being worked on.
struct InParallel: Sendable {
    let jobs: Int

    /// Pieces for each job that are begun or done and not handed over: enough that a slow piece holds
    /// nobody up, and few enough to keep.
    private static let ahead = 16

    /// - Parameters:
    ///   - work: asked for its next piece when there is room for it, from the caller's thread.
    ///   - body: called from any thread.
    ///   - deliver: called with each result, from the caller's thread. When it throws, no further
    ///     piece is begun.
    func run<Work: Sendable, Result: Sendable>(
        _ work: some Sequence<Work>, _ body: @escaping @Sendable (Work) -> Result,
        deliver: (Result) throws -> Void
    ) rethrows {
        guard jobs > 1 else {
            for piece in work { try deliver(body(piece)) }
            return
        }
        let queue = WaitingPieces<Work, Result>()
        let workers = DispatchGroup()
        let threads = DispatchQueue(label: "pieces", attributes: .concurrent)
        for _ in 0..<jobs {
            threads.async(group: workers) {
                while let piece = queue.take() { piece.finish(body(piece.work)) }
            }
        }
        defer {
            queue.close(takers: jobs)
            workers.wait()
        }
        var begun: [WaitingPieces<Work, Result>.Piece] = []
        for piece in work {
            if begun.count == InParallel.ahead * jobs {
                try deliver(begun.removeFirst().result())
            }
            begun.append(queue.add(piece))
        }
        for piece in begun { try deliver(piece.result()) }
    }
}

/// Pieces that wait for a thread to take them up.
private final class WaitingPieces<Work: Sendable, Result: Sendable>: Sendable {
    final class Piece: Sendable {
        let work: Work
        private let done = Mutex<Result?>(nil)
        private let isDone = DispatchSemaphore(value: 0)

        init(_ work: Work) { self.work = work }

        func finish(_ result: Result) {
            done.withLock { $0 = result }
            isDone.signal()
        }

        /// Waits for it. May be asked once.
        func result() -> Result {
            while true {
                isDone.wait()
                if let result = done.withLock({ $0 }) { return result }
            }
        }
    }

    private let pieces = Mutex<[Piece]>([])
    private let there = DispatchSemaphore(value: 0)

    func add(_ work: Work) -> Piece {
        let piece = Piece(work)
        pieces.withLock { $0.append(piece) }
        there.signal()
        return piece
    }

    /// Waits for the next piece; nil when there will be none.
    func take() -> Piece? {
        there.wait()
        return pieces.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    /// Drops what nobody has taken up.
    func close(takers: Int) {
        pieces.withLock { $0 = [] }
        for _ in 0..<takers { there.signal() }
    }
}
