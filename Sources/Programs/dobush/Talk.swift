import Foundation
import Primitives

/// Data goes to stdout, talk to stderr.
enum Talk {
    static func out(_ text: String) { write(text + "\n", to: .standardOutput) }

    static func say(_ text: String) { write(text + "\n", to: .standardError) }

    static func problem(_ problem: any Problem) {
        say("problem: \(problem.code)\n\(plain(problem.summary))\nhint: \(plain(problem.remedy))")
    }

    /// Names from outside may hold line ends and commands to the terminal; they are shown, not sent.
    private static func plain(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7F
                || (0x80...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }.joined().replacingOccurrences(of: "\nproblem: ", with: "\\nproblem: ")
    }

    /// True when a person is watching stderr.
    static let watched = isatty(2) == 1

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// Tells how far long work has come: in place on a terminal, one line a minute elsewhere.
final class Progress: @unchecked Sendable {
    private let lock = NSLock()
    private let what: String
    private var total: Int
    private let started = Date()
    private var done = 0
    private var told = Date()

    init(_ what: String, total: Int) {
        self.what = what
        self.total = total
    }

    func step(_ count: Int = 1) {
        lock.withLock {
            done += count
            let now = Date()
            let wait = Talk.watched ? 0.2 : 60
            guard now.timeIntervalSince(told) >= wait else { return }
            told = now
            let used = now.timeIntervalSince(started)
            let left = done > 0 ? Int(used / Double(done) * Double(total - done)) : 0
            let text = "\(what): \(done) of \(total), about \(left) s left"
            if Talk.watched {
                try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
            } else {
                Talk.say(text)
            }
        }
    }

    /// Sets how much is done of how much, where the total is known only on the way.
    func report(_ done: Int, of total: Int) {
        let more = lock.withLock {
            self.total = total
            return max(0, done - self.done)
        }
        step(more)
    }

    func finish() {
        if Talk.watched { try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8)) }
    }
}
