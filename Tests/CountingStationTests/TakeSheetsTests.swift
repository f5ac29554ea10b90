import Ballots
import CountingStation
import Cryptography
import Elections
import Primitives
import StationCount
import StationSupport
import Storage
import Testing

/// A reader that says what it was told to, and counts how often it was asked.
private final class ToldReader: SheetReader {
    private(set) var asked = 0
    private let change: (inout SheetReading) throws -> Void

    init(change: @escaping (inout SheetReading) throws -> Void = { _ in }) { self.change = change }

    func read(
        _ sheet: CastVoteRecord.ID, batch: Batch.ID?, pages: [(name: String, bytes: [UInt8])]
    ) throws -> SheetReading {
        asked += 1
        var reading = Papers.reading(sheet.text)
        reading.record?.images = [
            PageImage(face: .front, sha256: Digest.of(pages[0].bytes).hex, file: pages[0].name)
        ]
        try change(&reading)
        return reading
    }
}

@Suite("A sheet is read, kept and answered once")
struct TakeSheetsTests {
    private let store = MemoryStore()
    private let noon = Instant(seconds: 1_936_000_000)

    private func book(opened: Bool = false) throws -> CountBook {
        let book = try CountBook(store, now: { noon })
        if opened {
            try book.perform { try $0.prepare(Papers.identity()) }
            try book.perform { try $0.open(by: ["Ana"], reader: "landlock-7") }
        }
        return book
    }

    private func sheets(_ book: CountBook, _ reader: ToldReader = ToldReader()) -> TakeSheets {
        TakeSheets(
            book: book, definition: Papers.definition, layouts: [Papers.layout], reader: reader)
    }

    private func scan(_ name: String, _ picture: String) -> ScannedSheet {
        ScannedSheet(pages: [(name: name, bytes: Array(picture.utf8))])
    }

    @Test("the same file is answered again and not read again, by another program too")
    func again() throws {
        let reader = ToldReader()
        let book = try book(opened: true)
        #expect(
            try sheets(book, reader).take(scan("a.jpg", "a")) == (
                SheetAnswer(result: .counted), false
            ))
        #expect(
            try sheets(book, reader).take(scan("a.jpg", "a")) == (
                SheetAnswer(result: .counted), true
            ))
        let later = try self.book()
        #expect(
            try sheets(later, reader).take(scan("a.jpg", "a")) == (
                SheetAnswer(result: .counted), true
            ))
        #expect(reader.asked == 1)
        #expect(later.state.counted.count == 1)
    }

    @Test("the same picture under another name is refused")
    func picture() throws {
        let book = try book(opened: true)
        _ = try sheets(book).take(scan("a.jpg", "a"))
        let (answer, _) = try sheets(book).take(scan("b.jpg", "a"))
        #expect(answer.refusals.map(\.code) == ["scanning.page-twice"])
        #expect(book.state.counted.count == 1)
    }

    @Test("two programs on one store count each paper once")
    func two() throws {
        let first = try book(opened: true)
        let second = try book()
        for number in 0..<6 {
            let one = number % 2 == 0 ? first : second
            _ = try sheets(one).take(scan("\(number).jpg", "\(number)"))
        }
        try first.readOn()
        try second.readOn()
        #expect(first.state.counted.count == 6)
        #expect(first.state.counted.keys == second.state.counted.keys)
        #expect(first.events == 8)
    }

    @Test("a pause that comes while a sheet is read keeps it out, unread and unanswered")
    func pausedMeanwhile() throws {
        let book = try book(opened: true)
        let other = try self.book()
        let reader = ToldReader { _ in
            _ = try? other.perform { try $0.pause(.person, by: ["Bek"], why: nil) }
        }
        #expect(throws: CountProblem.isPaused(.person)) {
            try sheets(book, reader).take(scan("a.jpg", "a"))
        }
        #expect(try store.fileDigests(after: nil, limit: 9).isEmpty)
        try book.perform { try $0.resume(by: ["Bek"]) }
        #expect(try sheets(book).take(scan("a.jpg", "a")) == (SheetAnswer(result: .counted), false))
    }

    @Test("what no honest reader says is a refusal, and its picture is kept")
    func lie() throws {
        let book = try book(opened: true)
        let reader = ToldReader { $0.record?.layout = "another" }
        let (answer, _) = try sheets(book, reader).take(scan("a.jpg", "a"))
        #expect(answer.refusals.map(\.code) == ["station.reader-failed"])
        #expect(try store.file(Digest.of("a")) != nil)
        #expect(book.state.counted.isEmpty)
    }

    @Test("events of papers carry the hour alone, and the opening its minute")
    func hours() throws {
        let book = try book(opened: true)
        _ = try sheets(book).take(scan("a.jpg", "a"))
        let acts = try store.acts(after: 0, limit: 9)
        // 46 min 40 s past an hour; and time never goes back behind the opening.
        #expect(acts.map(\.moment.seconds) == [noon.seconds, noon.seconds, noon.seconds])
        let later = try CountBook(store, now: { noon.adding(minutes: 65) })
        _ = try sheets(later).take(scan("b.jpg", "b"))
        // The hour that began 13 min 20 s later.
        #expect(later.newest?.moment.seconds == noon.seconds + 800)
    }
}
