import CChild
import Foundation

/// One child of a station: the same program, started anew with nothing inherited but two pipes' ends.
final class StationChild {
    /// What keeps a child from the rest of the machine.
    enum Fence {
        /// It shuts itself in before it looks at anything from outside: ``ReaderWorker``.
        case itsOwn
        /// From its first step on it reaches no file but a folder, the system's programs and itself, and
        /// makes no connection: ``PagesWorker``.
        case folder(String)
    }

    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private var heard: [UInt8] = []
    private var ended = false

    /// An answer is a few kilobytes a contest; more is no answer.
    private static let longestLine = 16 << 20
    /// Of a child in a folder: a file of 200 MB, a page of 100 megapixels, and what it shares with its
    /// decoders.
    private static let mostMemory: UInt64 = 4 << 30
    /// Poppler's programs write no larger file either.
    private static let largestFile: UInt64 = 320_000_000

    /// Starts the program itself again, with an empty environment.
    init(arguments: [String], fence: Fence) throws(ReaderProblem) {
        let toChild = try Self.pipe()
        defer { Foundation.close(toChild.out) }
        let fromChild: (out: Int32, in: Int32)
        do {
            fromChild = try Self.pipe()
        } catch {
            Foundation.close(toChild.in)
            throw error
        }
        defer { Foundation.close(fromChild.in) }
        input = toChild.in
        output = fromChild.out
        process = Self.start(arguments, fence, input: toChild.out, output: fromChild.in)
        guard process > 0 else {
            ended = true
            Foundation.close(input)
            Foundation.close(output)
            throw .notStarted(-process)
        }
        // Neither side may hold the station up: everything waits with a limit.
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
    }

    deinit { end() }

    /// A pipe whose ends no other child inherits.
    private static func pipe() throws(ReaderProblem) -> (out: Int32, in: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else { throw .notStarted(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// The child's number, or the negative of the system's error. What it says on its error stream is
    /// shown to nobody: it may have been taken over.
    private static func start(
        _ arguments: [String], _ fence: Fence, input: Int32, output: Int32
    ) -> pid_t {
        var command = (["dobush"] + arguments).map { strdup($0) } + [nil]
        defer { for word in command { free(word) } }
        var streams = cchild_streams(input: input, output: output, words: -1, shared: -1)
        switch fence {
        case .itsOwn:
            var bounds = cchild_bounds(
                processor_seconds: .max, address_space: .max, file_size: 0,
                fence: Int32(CCHILD_OPEN.rawValue))
            return cchild_start("/proc/self/exe", &command, "/", &streams, &bounds)
        case .folder(let folder):
            var bounds = cchild_bounds(
                processor_seconds: .max, address_space: mostMemory, file_size: largestFile,
                fence: Int32(CCHILD_FENCED_WITH_ITSELF.rawValue))
            return cchild_start("/proc/self/exe", &command, folder, &streams, &bounds)
        }
    }

    /// Sends all of it, or gives up.
    func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(ReaderProblem) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                all.baseAddress.map { Foundation.write(input, $0 + sent, all.count - sent) } ?? 0
            }
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: input, Int16(POLLOUT), until: deadline)
            } else if errno != EINTR {
                throw .died(howItEnded())
            }
        }
    }

    /// The next line that the child says, without its end.
    func line(until deadline: ContinuousClock.Instant) throws(ReaderProblem) -> [UInt8] {
        var seen = 0
        while true {
            if let end = heard[seen...].firstIndex(of: 0x0A) {
                let line = Array(heard[..<end])
                heard.removeFirst(end + 1)
                return line
            }
            seen = heard.count
            guard seen <= Self.longestLine else { throw .nonsense }
            try hear(until: deadline)
        }
    }

    /// So many bytes of what the child says.
    func bytes(
        _ count: Int, until deadline: ContinuousClock.Instant
    ) throws(ReaderProblem) -> [UInt8] {
        heard.reserveCapacity(count)
        while heard.count < count { try hear(until: deadline) }
        defer { heard.removeFirst(count) }
        return Array(heard[..<count])
    }

    private func hear(until deadline: ContinuousClock.Instant) throws(ReaderProblem) {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(output, &piece, piece.count)
            if count > 0 {
                heard += piece[..<count]
                return
            }
            if count == 0 { throw .died(howItEnded()) }
            if errno == EAGAIN {
                try wait(for: output, Int16(POLLIN), until: deadline)
            } else if errno != EINTR {
                throw .died(howItEnded())
            }
        }
    }

    private func wait(
        for descriptor: Int32, _ event: Int16, until deadline: ContinuousClock.Instant
    ) throws(ReaderProblem) {
        let left = deadline - .now
        let milliseconds =
            left.components.seconds * 1000
            + left.components.attoseconds / 1_000_000_000_000_000
        guard milliseconds > 0 else { throw .tooSlow }
        var ask = pollfd(fd: descriptor, events: event, revents: 0)
        poll(&ask, 1, Int32(min(milliseconds + 1, 60_000)))
    }

    /// Waits for the end that has already come, and tells it.
    private func howItEnded() -> String {
        var status: Int32 = 0
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        closeEnds()
        let signal = status & 0x7F
        return signal == 0 ? "exit \(status >> 8 & 0xFF)" : "signal \(signal)"
    }

    /// Ends the child, whatever it does.
    func end() {
        guard !ended else { return }
        _ = howItEnded()
    }

    private func closeEnds() {
        ended = true
        Foundation.close(input)
        Foundation.close(output)
    }
}
