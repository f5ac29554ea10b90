import Ballots
import Cryptography
import Elections
import Foundation
import Primitives
import StationCount
import Storage

/// Reads one sheet, apart from everything that the station keeps.
package protocol SheetReader {
    /// - Returns: what the reader says; a reader that dies or takes too long is a refusal.
    func read(
        _ sheet: CastVoteRecord.ID, batch: Batch.ID?, pages: [(name: String, bytes: [UInt8])]
    ) throws -> SheetReading
}

/// The second medium, which follows the store.
package protocol StationMedium {
    /// Brings the medium into step with the store; nothing is done where it is.
    func follow(_ book: CountBook) throws
}

/// What became of a scanned sheet.
package struct SheetAnswer: Codable, Hashable, Sendable {
    package enum Result: String, Codable, Sendable { case counted, held, refused }

    package var result: Result
    /// The case that a person must decide; nil unless held.
    package var held: Int?
    package var refusals: [PageRefusal]

    package init(result: Result, held: Int? = nil, refusals: [PageRefusal] = []) {
        self.result = result
        self.held = held
        self.refusals = refusals
    }
}

/// Takes sheets into the book, one after the other.
package struct TakeSheets {
    package let book: CountBook
    package let definition: ElectionDefinition
    package let layouts: [BallotLayout]
    package let reader: any SheetReader
    /// Ten hexadecimal digits that nobody can guess.
    private let draw: () -> CastVoteRecord.ID

    package init(
        book: CountBook, definition: ElectionDefinition, layouts: [BallotLayout],
        reader: any SheetReader,
        draw: @escaping () -> CastVoteRecord.ID = {
            CastVoteRecord.ID(Hexadecimal.encode(Secrets.random(5))) ?? "0"
        }
    ) {
        self.book = book
        self.definition = definition
        self.layouts = layouts
        self.reader = reader
        self.draw = draw
    }

    /// Reads a sheet and keeps what came of it; durable when it returns.
    ///
    /// - Returns: the answer, and true when it had been given before.
    package func take(_ sheet: ScannedSheet) throws -> (answer: SheetAnswer, again: Bool) {
        let request = sheet.request
        let key = RequestKey(account: "scanner", key: request.hex)
        if let before = try answered(key) { return (before, true) }
        // Asked before the work, so that a paper is not read in vain.
        try checkOpen()
        let number = newNumber()
        let (kept, files) = Self.keep(sheet, as: number)
        let reading = try sheet.refused(as: number) ?? read(sheet, as: number, kept)
        var answer = SheetAnswer(result: .refused)
        let event = try book.perform(
            files: files,
            reply: { event, state in
                answer = SheetAnswer(event, next: state.cases.count + 1)
                return KeptReply(
                    key: key, request: request, status: 200,
                    body: Array(try JSONEncoder().encode(answer)), expires: Self.never)
            },
            decide: { try $0.take(reading, pages: kept) })
        guard event == nil else { return (answer, false) }
        guard let before = try answered(key) else {
            throw StorageProblem.damaged("an answer that was kept is gone")
        }
        return (before, true)
    }

    /// 2200-01-01: long after any recount.
    private static let never = Instant(seconds: 7_258_118_400)

    private func answered(_ key: RequestKey) throws -> SheetAnswer? {
        guard let reply = try book.store.reply(to: key) else { return nil }
        return try JSONDecoder().decode(SheetAnswer.self, from: Data(reply.body))
    }

    private func checkOpen() throws {
        try book.readOn()
        try book.state.checkScanning()
    }

    private func newNumber() -> CastVoteRecord.ID {
        while true {
            let number = draw()
            if !book.state.knows(number: number) { return number }
        }
    }

    /// The pictures under names that tell nothing of the scanner's clock.
    private static func keep(
        _ sheet: ScannedSheet, as number: CastVoteRecord.ID
    ) -> ([KeptPage], [StoredFile]) {
        var kept: [KeptPage] = []
        var files: [StoredFile] = []
        for (index, page) in sheet.pages.enumerated() {
            guard let bytes = page.bytes else { continue }
            let kind = PageKind(bytes)
            let file = "\(number)-\(index + 1).\(kind.ending)"
            kept.append(KeptPage(file: file, sha256: Digest.of(bytes), bytes: bytes.count))
            if bytes.count <= StorageLimits.file {
                files.append(StoredFile(type: kind.type, bytes: bytes))
            }
        }
        return (kept, files)
    }

    private func read(
        _ sheet: ScannedSheet, as number: CastVoteRecord.ID, _ kept: [KeptPage]
    ) throws -> SheetReading {
        if let large = kept.first(where: { $0.bytes > StorageLimits.file }) {
            return .failed(number, page: large.file, .pictureTooLarge(bytes: large.bytes))
        }
        let batch = book.state.identity.flatMap { Batch.ID($0.station.text) }
        let reading = try reader.read(
            number, batch: batch,
            pages: zip(kept, sheet.pages).map { (name: $0.file, bytes: $1.bytes ?? []) })
        if let flaw = reading.flaw(pages: kept, definition: definition, layouts: layouts) {
            return .failed(number, page: kept[0].file, .readerFailed(flaw))
        }
        return reading
    }
}

extension SheetAnswer {
    /// - Parameter next: the number that a new case gets.
    fileprivate init(_ event: CountEvent, next: Int) {
        switch event {
        case .refused(let sheet): self.init(result: .refused, refusals: sheet.refusals)
        case .held: self.init(result: .held, held: next)
        default: self.init(result: .counted)
        }
    }
}
