import Foundation
import Synchronization

/// Tells a waiting person how far the work is, on standard error, about every two per cent.
final class PageCounter: Sendable {
    private let total: Int
    private let done = Mutex(0)

    init(total: Int) { self.total = total }

    func step(_ pages: Int) {
        let (before, now) = done.withLock { count in
            defer { count += pages }
            return (count, count + pages)
        }
        let part = max(1, total / 50)
        if before / part != now / part {
            FileHandle.standardError.write(Data("\(now) of \(total) pages\n".utf8))
        }
    }
}
