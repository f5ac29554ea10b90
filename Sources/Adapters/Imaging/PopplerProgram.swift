import CChild
import Foundation
import Glibc

/// One of the programs of poppler-utils, run as a child with bounds on all it may take.
///
/// It gets no environment, no input, and arguments that hold nothing from outside but numbers; what
/// else it is kept from stands in `Sources/C/CChild`.
struct PopplerProgram {
    /// What the child may take at most. Seconds of processor, seconds of clock, bytes.
    enum Limits {
        static let processorSeconds = 10
        static let clockSeconds = 30
        static let addressSpace = 1 << 30
        static let fileSize = 320_000_000
        static let output = 320_000_000
        static let words = 4_096
    }

    struct Answer {
        var output: [UInt8] = []
        /// The beginning of what it said on its error stream.
        var words: [UInt8] = []
        /// As `waitpid` gives it.
        var status: Int32 = 0
        var isLate = false
        var isTooLong = false
    }

    let name: String
    let arguments: [String]

    /// - Parameter folder: the child's working folder.
    /// - Returns: its standard output, when it ended well and without an error said.
    func output(in folder: String) throws(ImageProblem) -> [UInt8] {
        let answer = try run(in: folder)
        if answer.isLate { throw .pdfTooSlow(Limits.clockSeconds) }
        if answer.isTooLong { throw .pdfTooMuch }
        let words = String(decoding: answer.words, as: UTF8.self)
        let signal = answer.status & 0x7F
        switch signal {
        case 0: break
        case SIGXCPU, SIGKILL: throw .pdfTooSlow(Limits.processorSeconds)
        case SIGXFSZ, SIGABRT: throw .pdfTooMuch
        default: throw .pdfDamaged("\(name) was stopped by signal \(signal)")
        }
        let code = answer.status >> 8 & 0xFF
        if words.contains("Incorrect password") { throw .pdfLocked }
        if words.contains("Out of memory") || words.contains("bad_alloc") { throw .pdfTooMuch }
        // Poppler mends what it can and shows the rest; a page that is mended is not what was
        // scanned. Its warnings are about style.
        let complaint = words.split(whereSeparator: \.isNewline).first { $0.contains("Error") }
        if code != 0 || complaint != nil {
            throw .pdfDamaged(
                complaint.map { ImageProblem.words($0.utf8) } ?? "\(name) ended with \(code)")
        }
        return answer.output
    }

    private func run(in folder: String) throws(ImageProblem) -> Answer {
        var output: [Int32] = [-1, -1]
        var words: [Int32] = [-1, -1]
        guard pipe(&output) == 0 else { throw .noRoom("no pipe: error \(errno)") }
        guard pipe(&words) == 0 else {
            for end in output { close(end) }
            throw .noRoom("no pipe: error \(errno)")
        }
        for end in output + words { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let child = start(in: folder, output: output[1], words: words[1])
        close(output[1])
        close(words[1])
        defer {
            close(output[0])
            close(words[0])
        }
        guard child > 0 else { throw .popplerMissing(name) }
        var answer = Answer()
        PopplerProgram.gather(from: output[0], words[0], into: &answer)
        // The group has the child's number; what the child left running goes too.
        if answer.isLate || answer.isTooLong { kill(-child, SIGKILL) }
        while waitpid(child, &answer.status, 0) < 0, errno == EINTR {}
        return answer
    }

    /// The child's number, or the negative of the system's error.
    private func start(in folder: String, output: Int32, words: Int32) -> pid_t {
        let program = "/usr/bin/" + name
        var command = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in command { free(word) } }
        var bounds = cchild_bounds(
            processor_seconds: UInt64(Limits.processorSeconds),
            address_space: UInt64(Limits.addressSpace), file_size: UInt64(Limits.fileSize),
            fence: Int32(CCHILD_FENCED.rawValue))
        var streams = cchild_streams(input: -1, output: output, words: words, shared: -1)
        return cchild_start(program, &command, folder, &streams, &bounds)
    }

    /// Reads both streams until the child closes them, the time is over or there is too much.
    private static func gather(from output: Int32, _ words: Int32, into answer: inout Answer) {
        var open = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: words, events: Int16(POLLIN), revents: 0),
        ]
        let end = ContinuousClock.now + .seconds(Limits.clockSeconds)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while open.contains(where: { $0.fd >= 0 }) {
            let left = ContinuousClock.now.duration(to: end)
            guard left > .zero else {
                answer.isLate = true
                return
            }
            guard poll(&open, 2, Int32(left.components.seconds * 1_000 + 1_000)) > 0 else {
                continue
            }
            for index in 0..<2 where open[index].fd >= 0 && open[index].revents != 0 {
                let count = read(open[index].fd, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    open[index].fd = -1
                    continue
                }
                if index == 0 {
                    answer.output += buffer[0..<count]
                } else if answer.words.count < Limits.words {
                    answer.words += buffer[0..<count].prefix(Limits.words - answer.words.count)
                }
            }
            guard answer.output.count <= Limits.output else {
                answer.isTooLong = true
                return
            }
        }
    }
}

/// A folder for one file, that nobody else may look into, gone with the last who uses it.
final class PrivateFolder: Sendable {
    let path: String

    /// - Parameter base: where it is made; where the system keeps such folders, when nil.
    init(in base: String?) throws(ImageProblem) {
        let base = base ?? FileManager.default.temporaryDirectory.path
        var template = Array((base + "/dobush-pdf-" + String(repeating: "X", count: 6)).utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .noRoom(String(cString: strerror(errno)))
        }
        path = template.withUnsafeBufferPointer {
            String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], to name: String) throws(ImageProblem) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
        } catch {
            throw .noRoom("it cannot be written to")
        }
    }
}
