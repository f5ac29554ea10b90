import Ballots
import CChild
import Foundation
import Glibc
import Scanning
import Synchronization

/// Decodes in processes of their own, which hold no key and can reach nothing: one for each thread
/// that asks at the same time, kept for the next picture.
///
/// A decoder that a picture stops or keeps busy is a refusal of that picture; the next has a new one.
package final class DecodingPool: Sendable {
    private let idle = Mutex<[DecodingProcess]>([])
    private let program: String
    private let argument: String
    private let patience: Int

    /// - Parameters:
    ///   - program: a program that calls ``DecodingService/serveIfAsked()`` before all else; this
    ///     one, unless told.
    ///   - patience: seconds that one picture may take.
    package init(
        program: String = "/proc/self/exe", argument: String = DecodingService.argument,
        patience: Int = 30
    ) {
        self.program = program
        self.argument = argument
        self.patience = patience
    }

    /// One page of a file, and the code on it, if one is looked for and found.
    package func decode(
        _ bytes: [UInt8], page: Int = 1, codes: SoughtCodes = .none
    ) throws(ImageProblem) -> (page: DecodedPage, code: FoundCode?) {
        guard PageDecoder.kind(bytes) == .pdf else {
            return try decode(bytes, page: page, codes: codes, turning: true)
        }
        let page = try PictureFile(bytes, apart: self).decode(page: page)
        guard !codes.kinds.isEmpty else { return (page, nil) }
        let map = PortableMap.encode(page.image)
        return (page, try decode(map, page: 1, codes: codes, turning: true).code)
    }

    func decode(
        _ bytes: [UInt8], page: Int, codes: SoughtCodes, turning: Bool
    ) throws(ImageProblem) -> (page: DecodedPage, code: FoundCode?) {
        guard bytes.count <= DecodingMemory.largestFile else {
            throw .tooMuchMemory(megabytes: bytes.count / 1_000_000)
        }
        let process = try free()
        let request = DecodingRequest(
            count: bytes.count, page: page, turning: turning, codes: codes)
        let (answer, image) = try process.ask(request, bytes)
        // Whoever answered, were it with a refusal, is whole; others are ended and forgotten.
        idle.withLock { $0.append(process) }
        guard let image else { throw answer.problem ?? .noPixels }
        return (DecodedPage(image: image, density: answer.dotsPerInch), answer.found)
    }

    /// One that is at leisure and alive, or a new one.
    private func free() throws(ImageProblem) -> DecodingProcess {
        while let process = idle.withLock({ $0.popLast() }) {
            if process.isAlive { return process }
        }
        return try DecodingProcess(program, argument, patience: patience)
    }
}

/// One child that decodes. Used by one thread at a time.
private final class DecodingProcess: Sendable {
    private let child: pid_t
    private let stream: Int32
    private let shared: Int32
    private let memory: DecodingMemory
    private let patience: Int
    private let isReaped = Mutex(false)

    /// Beyond so many bytes the shared memory is given back after the picture.
    private static let kept = 32_000_000

    init(_ program: String, _ argument: String, patience: Int) throws(ImageProblem) {
        self.patience = patience
        shared = cchild_shared_memory(UInt64(DecodingMemory.size))
        guard shared >= 0, let memory = DecodingMemory(shared)
        else { throw .noMemory }
        self.memory = memory
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw .noMemory
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        stream = ends[0]
        let said: [String] = [program, argument]
        var command = said.map { strdup($0) } + [nil]
        defer { for word in command { free(word) } }
        var bounds = cchild_bounds(
            processor_seconds: .max, address_space: UInt64(DecodingService.mostMemory),
            file_size: 0,
            fence: Int32(CCHILD_OPEN.rawValue))
        var streams = cchild_streams(input: ends[1], output: ends[1], words: -1, shared: shared)
        child = cchild_start(program, &command, "/", &streams, &bounds)
        close(ends[1])
        guard child > 0 else { throw .decoderStopped("it cannot be started: error \(-child)") }
    }

    deinit {
        close(stream)
        munmap(memory.start, DecodingMemory.size)
        close(shared)
        if child > 0 { _ = end() }
    }

    var isAlive: Bool {
        isReaped.withLock { isReaped in
            if !isReaped, waitpid(child, nil, WNOHANG) == child { isReaped = true }
            return !isReaped
        }
    }

    /// The answer, and the picture unless it was refused.
    func ask(_ request: DecodingRequest, _ bytes: [UInt8]) throws(ImageProblem)
        -> (DecodingAnswer, GrayImage?)
    {
        memory.put(bytes, at: 0)
        let text: [UInt8]
        do throws(DecodingStream.Silence) {
            let head = request.words.withUnsafeBytes { Array($0) }
            guard DecodingStream.send(head, to: stream) else { throw .gone }
            let length = try DecodingStream.receive(4, from: stream, patience: patience)
            let count = length.reversed().reduce(0) { $0 << 8 | Int($1) }
            guard count <= 1 << 20 else { throw .gone }
            text = try DecodingStream.receive(count, from: stream, patience: patience)
        } catch {
            let words = end()
            throw error == .late ? .tooSlow(patience) : .decoderStopped(words)
        }
        guard let answer = try? JSONDecoder().decode(DecodingAnswer.self, from: Data(text)) else {
            throw .decoderStopped("it gave no answer")
        }
        return (answer, try answer.problem == nil ? taken(answer, from: bytes.count) : nil)
    }

    /// The answer is from a process that a picture may have taken over: nothing in it is believed
    /// beyond what the bounds of a picture allow.
    private func taken(_ answer: DecodingAnswer, from count: Int) throws(ImageProblem) -> GrayImage
    {
        try PageDecoder.checkSize(answer.width, answer.height)
        let pixels = memory.bytes(
            at: DecodingMemory.pixels, count: answer.width * answer.height)
        if count + pixels.count > DecodingProcess.kept {
            guard cchild_release_memory(shared, UInt64(DecodingMemory.size)) == 0 else {
                throw .noMemory
            }
        }
        return GrayImage(width: answer.width, height: answer.height, pixels: pixels)
    }

    /// Ends the child, and tells how it ended.
    private func end() -> String {
        isReaped.withLock { isReaped in
            guard !isReaped else { return "it had ended before" }
            var status: Int32 = 0
            // One that was stopped has its own end to tell; one that waits has not.
            if waitpid(child, &status, WNOHANG) != child {
                kill(child, SIGKILL)
                while waitpid(child, &status, 0) < 0, errno == EINTR {}
            }
            isReaped = true
            let signal = status & 0x7F
            return signal != 0 ? "by signal \(signal)" : "with \(status >> 8 & 0xFF)"
        }
    }
}
