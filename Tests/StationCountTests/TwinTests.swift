import Ballots
import Primitives
import StationCount
import StationSupport
import Testing

@Suite("A paper that looks like an earlier one waits for a person")
struct TwinTests {
    /// A patch of 40 by 30 cells with strokes of two cells' width between spots.
    private static func patch(_ lines: [(Int, Int, Int, Int)], target: Int = 0, grain: UInt8 = 0)
        -> PaperTrace.Patch
    {
        var cells = [UInt8](repeating: grain, count: 1200)
        for (x, y, toX, toY) in lines {
            for step in 0...60 {
                let column = x + (toX - x) * step / 60
                let row = y + (toY - y) * step / 60
                for (c, r) in [(column, row), (column + 1, row), (column, row + 1)] {
                    cells[r * 40 + c] = 230 - grain
                }
            }
        }
        return PaperTrace.Patch(face: .front, target: target, columns: 40, cells: cells)
    }

    private static func trace(_ patches: [PaperTrace.Patch]) -> PaperTrace {
        PaperTrace(layout: "paper", patches: patches)
    }

    private static let cross = trace([patch([(8, 6, 30, 22), (30, 6, 8, 22)])])

    static let rows: [(String, PaperTrace, Bool)] = [
        ("the same strokes", cross, true),
        (
            "the same a cell aside, and a little greyer",
            trace([patch([(9, 6, 31, 22), (31, 6, 9, 22)], grain: 6)]), true
        ),
        ("a cross of another hand", trace([patch([(6, 8, 31, 20), (28, 5, 10, 24)])]), false),
        ("a tick", trace([patch([(8, 12, 15, 22), (15, 22, 32, 5)])]), false),
        (
            "the same strokes at another option",
            trace([patch([(8, 6, 30, 22), (30, 6, 8, 22)], target: 1)]), false
        ),
        (
            "the same strokes and another mark",
            trace(cross.patches + [patch([(8, 6, 30, 22)], target: 1)]), false
        ),
        ("no marks", trace([]), false),
        (
            "the same strokes on another paper's layout",
            PaperTrace(layout: "other", patches: cross.patches), false
        ),
        (
            "cells that do not fill their rows",
            trace([.init(face: .front, target: 0, columns: 7, cells: [1, 2, 3])]), false
        ),
    ]

    @Test("what is taken for the same paper", arguments: rows.map(\.0))
    func likeness(name: String) throws {
        let row = try #require(Self.rows.first { $0.0 == name })
        var book = TraceBook()
        book.add(Self.cross, of: "p1")
        let found = book.closest(to: row.1)?.likeness ?? 0
        #expect((found >= TraceBook.asks) == row.2, "likeness \(found)")
    }

    @Test("it is in no sum until somebody decides, and then in the sums or out of them")
    func deciding() throws {
        for counts in [true, false] {
            var day = try Day()
            try day.scan(Papers.reading("p1", trace: Self.cross))
            try day.scan(Papers.reading("p2", trace: Self.cross))
            #expect(day.state.counted.count == 1)
            #expect(day.state.held.map(\.number) == [1])
            #expect(throws: CountProblem.undecided([1])) { try day.state.close(by: ["Ana"]) }
            #expect(throws: CountProblem.noSuchCase(2)) {
                try day.state.decide(case: 2, counts: true, by: ["Ana"], why: "x")
            }
            #expect(throws: CountProblem.reasonNeeded) {
                try day.state.decide(case: 1, counts: true, by: ["Ana"], why: nil)
            }
            try day.tell {
                try $0.decide(case: 1, counts: counts, by: ["Ana"], why: "two lie here")
            }
            #expect(throws: CountProblem.caseDecided(1)) {
                try day.state.decide(case: 1, counts: true, by: ["Ana"], why: "x")
            }
            #expect(day.state.counted.count == (counts ? 2 : 1))
            #expect(day.state.takenOut.count == (counts ? 0 : 1))
            try day.tell { try $0.close(by: ["Ana"]) }
        }
    }

    @Test("a third scan of the paper is held too")
    func third() throws {
        var day = try Day()
        for number in ["p1", "p2", "p3"] {
            try day.scan(Papers.reading(number, trace: Self.cross))
        }
        #expect(day.state.counted.count == 1)
        #expect(day.state.held.count == 2)
    }
}
