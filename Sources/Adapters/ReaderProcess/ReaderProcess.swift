import Ballots
import CountingStation
import Elections
import Foundation
import Primitives
import StationCount

/// Reads sheets in children that hold no key, no store and no way to any file.
///
/// Each sheet has a child of its own, so that a picture which takes its reader over reaches no other
/// paper. The next child starts while the last answer is being kept.
package final class ReaderProcess: SheetReader {
    private let arguments: [String]
    private let election: [UInt8]
    private let patience: Duration
    private var next: ReaderChild?
    /// Whether the next child has been told of the election.
    private var greeted = false
    /// The version of Landlock that holds the children; 0 where the kernel has none.
    package private(set) var landlock = 0

    /// - Parameters:
    ///   - arguments: of this program, that make it a reader: see ``ReaderWorker``.
    ///   - patience: how long one sheet may take.
    package init(
        arguments: [String], definition: ElectionDefinition, layouts: [BallotLayout],
        patience: Duration = .seconds(30)
    ) throws {
        self.arguments = arguments
        self.patience = patience
        election = try ReaderMessages.line(
            ReaderMessages.Election(definition: definition, layouts: layouts))
        // A child that died must not end the station with it.
        signal(SIGPIPE, SIG_IGN)
        // Asked now, so that a machine that cannot hold a reader says so before the first paper.
        let first = try ReaderChild(arguments: arguments)
        try greet(first)
        next = first
        greeted = true
    }

    /// How the reader is kept apart, in a word: `landlock-7`, or `no-landlock`.
    package var confinement: String { landlock > 0 ? "landlock-\(landlock)" : "no-landlock" }

    package func read(
        _ sheet: CastVoteRecord.ID, batch: Batch.ID?, pages: [(name: String, bytes: [UInt8])]
    ) throws -> SheetReading {
        let child = try next ?? ReaderChild(arguments: arguments)
        next = nil
        defer {
            child.end()
            next = try? ReaderChild(arguments: arguments)
        }
        if !greeted { try greet(child) }
        greeted = false
        let deadline = ContinuousClock.now + patience
        do {
            let request = ReaderMessages.Request(
                sheet: sheet, batch: batch,
                pages: pages.map { .init(name: $0.name, bytes: $0.bytes.count) })
            try child.send(ReaderMessages.line(request), until: deadline)
            for page in pages { try child.send(page.bytes, until: deadline) }
            return try ReaderMessages.message(
                SheetReading.self, child.line(until: deadline))
        } catch let problem as ReaderProblem {
            return .failed(sheet, page: pages[0].name, .readerFailed(problem.words))
        }
    }

    /// Hears that the child has shut itself in, and tells it of the election.
    private func greet(_ child: ReaderChild) throws {
        let deadline = ContinuousClock.now + .seconds(20)
        let ready = try ReaderMessages.message(
            ReaderMessages.Ready.self, child.line(until: deadline))
        guard ready.landlock >= 0 else {
            throw ReaderProblem.notConfined(Int32(clamping: -ready.landlock))
        }
        landlock = ready.landlock
        try child.send(election, until: deadline)
    }
}
