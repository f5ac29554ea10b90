import Foundation

/// What a worker hears on descriptor 0; it may open nothing any more.
final class WorkerInput {
    private var held: [UInt8] = []
    private var start = 0

    private static let longestLine = 64 << 20

    func line() -> [UInt8]? {
        var seen = start
        while true {
            if let end = held[seen...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(held[start..<end])
            }
            seen = held.count
            guard seen - start < Self.longestLine, fill(1 << 16) else { return nil }
        }
    }

    /// - Parameter most: nil is given for more than this.
    func bytes(_ count: Int, most: Int) -> [UInt8]? {
        guard (0...most).contains(count) else { return nil }
        while held.count - start < count {
            guard fill(min(1 << 20, count - (held.count - start))) else { return nil }
        }
        defer {
            held.removeFirst(start + count)
            start = 0
        }
        return Array(held[start..<start + count])
    }

    private func fill(_ most: Int) -> Bool {
        var piece = [UInt8](repeating: 0, count: most)
        var count = 0
        repeat { count = read(0, &piece, most) } while count < 0 && errno == EINTR
        guard count > 0 else { return false }
        held += piece[..<count]
        return true
    }

    /// Says a message, and the bytes that follow it, on descriptor 1.
    static func say(_ message: some Encodable, _ bytes: [UInt8] = []) throws {
        let output = FileHandle.standardOutput
        try output.write(contentsOf: Data(try ReaderMessages.line(message)))
        if !bytes.isEmpty { try output.write(contentsOf: Data(bytes)) }
    }
}
