import Ballots
import Primitives
import Procedures
import Scanning
import Synchronization
import Testing

@Suite("Many sheets are read side by side and handed over in their order")
struct ManySheetsTests {
    private struct Full: Error {}

    /// Sheets whose pictures are no pictures: each is refused, which takes no time.
    private func sheets(_ count: Int, loaded: Loaded) -> [ReadSheets.Sheet] {
        (0..<count).map { number in
            ReadSheets.Sheet(
                id: CastVoteRecord.ID("s\(number)") ?? "s", batch: nil,
                front: .init(name: "s\(number).png", file: nil) {
                    loaded.count.withLock { $0 += 1 }
                    return Array("\(number)".utf8)
                })
        }
    }

    private final class Loaded: Sendable { let count = Mutex(0) }

    private func reading(jobs: Int) -> ReadSheets {
        let page = PaintedPage()
        return ReadSheets(definition: page.definition, layouts: [page.layout], jobs: jobs) {
            bytes, _ in throw ScanRefusal.pageUnreadable(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("each once and in order, on any number of threads", arguments: [1, 2, 3, 8])
    func ordered(jobs: Int) {
        let loaded = Loaded()
        var handed: [String] = []
        reading(jobs: jobs).read(sheets(400, loaded: loaded)) { handed.append($0.sheet.text) }
        #expect(handed == (0..<400).map { "s\($0)" })
        #expect(loaded.count.withLock { $0 } == 400)
    }

    @Test("when they cannot be taken, no more are begun than were under way", arguments: [1, 2, 8])
    func stopped(jobs: Int) {
        let loaded = Loaded()
        var handed = 0
        #expect(throws: Full.self) {
            try reading(jobs: jobs).read(sheets(4000, loaded: loaded)) { _ in
                handed += 1
                if handed == 3 { throw Full() }
            }
        }
        #expect(handed == 3)
        // Sixteen a job may be under way, and two were handed over.
        #expect(loaded.count.withLock { $0 } <= 3 + 16 * jobs)
    }

    @Test("a picture that comes again is noticed however far apart", arguments: [1, 2])
    func again(jobs: Int) {
        let loaded = Loaded()
        var all = sheets(300, loaded: loaded)
        all.append(sheets(1, loaded: loaded)[0])
        var codes: [String] = []
        reading(jobs: jobs).read(all) { codes += $0.refusals.map(\.code) }
        #expect(codes.count == 301)
        #expect(codes.filter { $0 == "scanning.page-twice" }.count == 1)
        #expect(codes.last == "scanning.page-twice")
    }
}
