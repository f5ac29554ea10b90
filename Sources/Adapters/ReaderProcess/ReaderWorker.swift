import Ballots
import CConfine
import Elections
import Foundation
import StationCount

/// The other end: a process that shuts itself in, reads one sheet, says what it saw, and ends.
package enum ReaderWorker {
    /// A page of 100 megapixels, its float fields and the program itself.
    package static let mostMemory = 2 << 30
    /// Two pages of the largest size take a few seconds.
    package static let mostSeconds = 20

    package struct Page: Sendable {
        package let name: String
        package let bytes: [UInt8]
    }

    /// - Parameter read: reads the sheet.
    /// - Returns: false when it was not asked as it should be.
    package static func run(
        read: (
            _ definition: ElectionDefinition, _ layouts: [BallotLayout],
            _ sheet: CastVoteRecord.ID, _ batch: Batch.ID?, _ pages: [Page]
        ) -> SheetReading
    ) throws -> Bool {
        let held = cconfine_self(UInt64(mostMemory), UInt64(mostSeconds))
        try say(ReaderMessages.Ready(landlock: Int(held)))
        guard held >= 0 else { return false }
        let input = StandardInput()
        guard let first = input.line() else { return true }
        let election = try ReaderMessages.message(ReaderMessages.Election.self, first)
        guard let second = input.line() else { return true }
        let request = try ReaderMessages.message(ReaderMessages.Request.self, second)
        guard (1...2).contains(request.pages.count) else { return false }
        var pages: [Page] = []
        for page in request.pages {
            guard let bytes = input.bytes(page.bytes) else { return false }
            pages.append(Page(name: page.name, bytes: bytes))
        }
        try say(
            read(election.definition, election.layouts, request.sheet, request.batch, pages))
        return true
    }

    private static func say(_ message: some Encodable) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(try ReaderMessages.line(message)))
    }
}

/// Reads from descriptor 0; nothing may be opened any more.
private final class StandardInput {
    private var held: [UInt8] = []
    private var start = 0

    func line() -> [UInt8]? {
        var seen = start
        while true {
            if let end = held[seen...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(held[start..<end])
            }
            seen = held.count
            guard seen - start < 64 << 20, fill(1 << 16) else { return nil }
        }
    }

    func bytes(_ count: Int) -> [UInt8]? {
        guard (0...(64 << 20)).contains(count) else { return nil }
        while held.count - start < count {
            guard fill(min(1 << 20, count - (held.count - start))) else { return nil }
        }
        defer { start += count }
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
}
