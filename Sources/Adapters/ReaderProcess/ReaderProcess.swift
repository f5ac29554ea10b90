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
    private var next: StationChild?
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
        let first = try StationChild(arguments: arguments, fence: .itsOwn)
        try greet(first)
        next = first
        greeted = true
    }

    /// How the reader is kept apart, in a word: `landlock-7`, or `no-landlock`.
    package var confinement: String { landlock > 0 ? "landlock-\(landlock)" : "no-landlock" }

    package func read(
        _ sheet: CastVoteRecord.ID, batch: Batch.ID?, pages: [(name: String, bytes: [UInt8])]
    ) throws -> SheetReading {
        let request =
            try ReaderMessages.line(
                ReaderMessages.Request(
                    sheet: sheet, batch: batch,
                    pages: pages.map { .init(name: $0.name, bytes: $0.bytes.count) }))
            + pages.flatMap(\.bytes)
        let child = try asked(request)
        defer {
            child.end()
            next = try? StationChild(arguments: arguments, fence: .itsOwn)
        }
        do {
            return try ReaderMessages.message(
                SheetReading.self, child.line(until: .now + patience))
        } catch {
            return .failed(sheet, page: pages[0].name, .readerFailed(error.words))
        }
    }

    /// A child that has the sheet. One that fails before it has it is no fault of the sheet, and
    /// another takes its place.
    private func asked(_ request: [UInt8]) throws -> StationChild {
        if let ready = next {
            next = nil
            if (try? ask(ready, request)) != nil { return ready }
            ready.end()
            greeted = false
        }
        let child = try StationChild(arguments: arguments, fence: .itsOwn)
        try ask(child, request)
        return child
    }

    private func ask(_ child: StationChild, _ request: [UInt8]) throws {
        if !greeted { try greet(child) }
        greeted = false
        try child.send(request, until: .now + patience)
    }

    /// Hears that the child has shut itself in, and tells it of the election.
    private func greet(_ child: StationChild) throws {
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
