import Ballots
import Cryptography
import Primitives

/// Traces of the papers read so far, made ready to be compared with the next one.
///
/// Two patches are laid over each other where they fit best, to half a cell, and the darkness by which
/// they differ is held against the length of their edges: two scans of one stroke differ a little all
/// along its edges, and two strokes differ by whole cells somewhere. How often that is right stands in
/// `Documentation/Specifications/station-count.md`.
package struct TraceBook: Sendable {
    private struct Entry: Sendable {
        let paper: CastVoteRecord.ID
        let sheet: TracedSheet
    }

    /// From this likeness, in thousandths, a person is asked.
    package static let asks = 870

    private var entries: [Entry] = []

    package init() {}

    package mutating func add(_ trace: PaperTrace, of paper: CastVoteRecord.ID) {
        entries.append(Entry(paper: paper, sheet: TracedSheet(trace)))
    }

    /// The earlier paper that is most like this one, and how like, in thousandths: 1000 for the same
    /// cells. Nil when none comes near, or when the trace holds nothing.
    package func closest(to trace: PaperTrace) -> (paper: CastVoteRecord.ID, likeness: Int)? {
        let sheet = TracedSheet(trace)
        guard !sheet.patches.isEmpty else { return nil }
        var best: (paper: CastVoteRecord.ID, likeness: Int)?
        for entry in entries {
            let likeness = sheet.likeness(to: entry.sheet)
            if likeness > best?.likeness ?? 0 { best = (entry.paper, likeness) }
        }
        return best
    }
}

/// The patches of one paper.
private struct TracedSheet: Sendable {
    struct Place: Hashable, Sendable {
        let face: BallotLayout.Face
        let target: Int
    }

    let layout: BallotLayout.ID
    private(set) var patches: [Place: TracedPatch] = [:]

    init(_ trace: PaperTrace) {
        layout = trace.layout
        for patch in trace.patches {
            guard let cells = Base64.decode(patch.cells),
                let traced = TracedPatch(cells, columns: patch.columns)
            else { continue }
            patches[Place(face: patch.face, target: patch.target)] = traced
        }
    }

    /// 0 as soon as it is clear that the papers are not alike.
    func likeness(to other: TracedSheet) -> Int {
        guard layout == other.layout, patches.count == other.patches.count else { return 0 }
        var edges = 0
        var least = 0
        var pairs: [(TracedPatch, TracedPatch)] = []
        for (place, mine) in patches {
            guard let theirs = other.patches[place], theirs.columns == mine.columns,
                theirs.cells.count == mine.cells.count
            else { return 0 }
            edges += mine.edges + theirs.edges
            // No way of laying them makes up for more ink.
            least += (mine.ink - theirs.ink).magnitudeAsInt
            pairs.append((mine, theirs))
        }
        guard edges > 0, least * 4 < edges else { return 0 }
        var apart = 0
        for (mine, theirs) in pairs {
            apart += mine.difference(from: theirs)
            guard apart * 2 < edges else { return 0 }
        }
        return 1000 - apart * 1000 / edges
    }
}

/// One patch, softened a little so that half a cell of displacement does not tell.
private struct TracedPatch: Sendable {
    let columns: Int
    let rows: Int
    let cells: [UInt8]
    /// The cells moved by half a cell down, across, and both.
    private let halves: [[UInt8]]
    let ink: Int
    /// How much the darkness changes from cell to cell, all together.
    let edges: Int

    /// Cells at the rim that are not compared, so that a moved patch still covers the rest.
    private static let rim = 2

    init?(_ cells: [UInt8], columns: Int) {
        guard columns > 2 * Self.rim, cells.count % columns == 0,
            cells.count / columns > 2 * Self.rim
        else { return nil }
        self.columns = columns
        rows = cells.count / columns
        let grid = CellGrid(cells: cells, columns: columns, rows: rows)
        let soft = grid.softened()
        self.cells = soft.cells
        halves = [
            soft.cells, soft.moved(across: 1, down: 0), soft.moved(across: 0, down: 1),
            soft.moved(across: 1, down: 1),
        ]
        ink = soft.cells.reduce(0) { $0 + Int($1) }
        edges = soft.edges(rim: Self.rim)
    }

    /// The sum of differences where the two fit best.
    func difference(from other: TracedPatch) -> Int {
        var least = Int.max
        for half in halves {
            for down in -Self.rim..<Self.rim {
                for across in -Self.rim..<Self.rim {
                    least = min(least, difference(half, other.cells, down * columns + across))
                }
            }
        }
        return least
    }

    private func difference(_ mine: [UInt8], _ theirs: [UInt8], _ shift: Int) -> Int {
        var sum = 0
        mine.withUnsafeBufferPointer { mine in
            theirs.withUnsafeBufferPointer { theirs in
                for row in Self.rim..<rows - Self.rim {
                    let start = row &* columns
                    for place in start &+ Self.rim..<start &+ columns &- Self.rim {
                        let a = Int(mine[place &+ shift])
                        let b = Int(theirs[place])
                        sum &+= a > b ? a &- b : b &- a
                    }
                }
            }
        }
        return sum
    }
}

/// Cells in rows; beyond the rim the rim goes on.
private struct CellGrid {
    let cells: [UInt8]
    let columns: Int
    let rows: Int

    private subscript(column: Int, row: Int) -> Int {
        Int(cells[min(max(row, 0), rows - 1) * columns + min(max(column, 0), columns - 1)])
    }

    private func made(_ value: (_ column: Int, _ row: Int) -> Int) -> [UInt8] {
        (0..<rows).flatMap { row in
            (0..<columns).map { column in UInt8(clamping: value(column, row)) }
        }
    }

    /// Each cell with its eight neighbours: 1 2 1, 2 4 2, 1 2 1 of 16.
    func softened() -> CellGrid {
        let soft = made { column, row in
            var sum = 8
            for (down, weight) in [(-1, 1), (0, 2), (1, 1)] {
                sum +=
                    weight
                    * (self[column - 1, row + down] + 2 * self[column, row + down]
                        + self[column + 1, row + down])
            }
            return sum / 16
        }
        return CellGrid(cells: soft, columns: columns, rows: rows)
    }

    /// Moved by half a cell, by means of neighbours.
    func moved(across: Int, down: Int) -> [UInt8] {
        made { column, row in
            (self[column, row] + self[column + across, row] + self[column, row + down]
                + self[column + across, row + down] + 2) / 4
        }
    }

    func edges(rim: Int) -> Int {
        var sum = 0
        for row in rim..<rows - rim {
            for column in rim..<columns - rim {
                sum += (self[column + 1, row] - self[column - 1, row]).magnitudeAsInt
                sum += (self[column, row + 1] - self[column, row - 1]).magnitudeAsInt
            }
        }
        return sum / 2
    }
}

extension Int {
    fileprivate var magnitudeAsInt: Int { self < 0 ? -self : self }
}
