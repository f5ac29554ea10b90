import Ballots
import CChild
import Elections
import Foundation
import StationCount

/// The other end: a process that shuts itself in, reads one sheet, says what it saw, and ends.
package enum ReaderWorker {
    /// A page of 100 megapixels, its float fields and the program itself.
    package static let mostMemory = 2 << 30
    /// Two pages of the largest size take a few seconds.
    package static let mostSeconds = 20

    private static let largestPicture = 64 << 20

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
        let held = cchild_enclose(UInt64(mostMemory), UInt64(mostSeconds), 1)
        try WorkerInput.say(ReaderMessages.Ready(landlock: Int(held)))
        guard held >= 0 else { return false }
        let input = WorkerInput()
        guard let first = input.line() else { return true }
        let election = try ReaderMessages.message(ReaderMessages.Election.self, first)
        guard let second = input.line() else { return true }
        let request = try ReaderMessages.message(ReaderMessages.Request.self, second)
        guard (1...2).contains(request.pages.count) else { return false }
        var pages: [Page] = []
        for page in request.pages {
            guard let bytes = input.bytes(page.bytes, most: largestPicture) else { return false }
            pages.append(Page(name: page.name, bytes: bytes))
        }
        try WorkerInput.say(
            read(election.definition, election.layouts, request.sheet, request.batch, pages))
        return true
    }
}
