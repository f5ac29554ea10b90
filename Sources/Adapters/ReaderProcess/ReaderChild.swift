import CConfine
import Foundation

/// One child: the same program, started anew with nothing inherited but three pipes' ends.
final class ReaderChild {
    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private var heard: [UInt8] = []
    private var ended = false

    /// An answer is a few kilobytes a contest; more is no answer.
    private static let longestLine = 16 << 20

    /// Starts the program itself again, with an empty environment.
    init(arguments: [String]) throws(ReaderProblem) {
        var toChild: [Int32] = [0, 0]
        var fromChild: [Int32] = [0, 0]
        guard cconfine_pipe(&toChild) == 0 else { throw .notStarted(errno) }
        guard cconfine_pipe(&fromChild) == 0 else {
            let number = errno
            for end in toChild { Foundation.close(end) }
            throw .notStarted(number)
        }
        defer {
            Foundation.close(toChild[0])
            Foundation.close(fromChild[1])
        }
        input = toChild[1]
        output = fromChild[0]
        var started: pid_t = 0
        let code = Self.spawn(&started, arguments, stdin: toChild[0], stdout: fromChild[1])
        process = started
        guard code == 0 else {
            ended = true
            Foundation.close(input)
            Foundation.close(output)
            throw .notStarted(code)
        }
        // Neither side may hold the station up: everything waits with a limit.
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
    }

    deinit { end() }

    private static func spawn(
        _ process: inout pid_t, _ arguments: [String], stdin: Int32, stdout: Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, stdin, 0)
        posix_spawn_file_actions_adddup2(&actions, stdout, 1)
        // What a reader that was taken over says is not shown on anybody's terminal.
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = (["dobush"] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        return posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, &environment)
    }

    /// Sends all of it, or gives up.
    func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(ReaderProblem) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBufferPointer {
                Foundation.write(input, $0.baseAddress! + sent, bytes.count - sent)
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
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let end = heard.firstIndex(of: 0x0A) {
                let line = Array(heard[..<end])
                heard.removeFirst(end + 1)
                return line
            }
            guard heard.count <= Self.longestLine else { throw .nonsense }
            let count = Foundation.read(output, &piece, piece.count)
            if count > 0 {
                heard += piece[..<count]
            } else if count == 0 {
                throw .died(howItEnded())
            } else if errno == EAGAIN {
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
