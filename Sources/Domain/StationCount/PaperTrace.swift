import Ballots
import Cryptography
import Elections
import Primitives

/// By what one paper is known again when it is scanned anew: the fine shape of the ink at each target
/// that carries some.
///
/// Papers bear no number of their own, on purpose. Two voters' marks differ in where the strokes run,
/// and two scans of one paper do not; so near-equal strokes at every marked target raise the question
/// whether a paper went through twice. A paper without marks cannot be known again.
package struct PaperTrace: Codable, Hashable, Sendable {
    /// The ink at one target and just round it, without the printed outline.
    package struct Patch: Codable, Hashable, Sendable {
        package var face: BallotLayout.Face
        /// Index of the target on its side of the layout.
        package var target: Int
        package var columns: Int
        /// Darkness of each cell, row by row: 0 paper, 255 ink. In base64.
        package var cells: String

        package init(face: BallotLayout.Face, target: Int, columns: Int, cells: [UInt8]) {
            self.face = face
            self.target = target
            self.columns = columns
            self.cells = Base64.encode(cells)
        }
    }

    /// Side of a cell in millimetres.
    package static let cell = 0.25
    /// How far beyond the target's box a patch reaches, in millimetres.
    package static let margin = 2.0
    /// At most so many patches, those with the most ink.
    package static let mostPatches = 12

    package var layout: BallotLayout.ID
    package var patches: [Patch]

    package init(layout: BallotLayout.ID, patches: [Patch]) {
        self.layout = layout
        self.patches = patches
    }
}

/// Traces made ready to be compared with many others.
package struct TraceBook: Sendable {
    fileprivate struct Entry: Sendable {
        let paper: CastVoteRecord.ID
        let sheet: Sheet
    }

    fileprivate struct Place: Hashable, Sendable {
        let face: BallotLayout.Face
        let target: Int
    }

    fileprivate struct Sheet: Sendable {
        let layout: BallotLayout.ID
        let patches: [Place: Cells]
    }

    fileprivate struct Cells: Sendable {
        let columns: Int
        let values: [UInt8]
        let ink: Int
    }

    /// From this likeness, in thousandths, a person is asked.
    package static let asks = 850
    /// Two scans of one target are compared with each other moved by up to so many cells.
    fileprivate static let reach = 2

    private var entries: [Entry] = []

    package init() {}

    package mutating func add(_ trace: PaperTrace, of paper: CastVoteRecord.ID) {
        entries.append(Entry(paper: paper, sheet: Sheet(trace)))
    }

    package mutating func remove(_ paper: CastVoteRecord.ID) {
        entries.removeAll { $0.paper == paper }
    }

    /// The earlier paper that is most like this one, and how like, in thousandths; nil when none
    /// comes near.
    package func closest(to trace: PaperTrace) -> (paper: CastVoteRecord.ID, likeness: Int)? {
        let sheet = Sheet(trace)
        guard !sheet.patches.isEmpty else { return nil }
        var best: (paper: CastVoteRecord.ID, likeness: Int)?
        for entry in entries {
            let likeness = sheet.likeness(to: entry.sheet)
            if likeness > best?.likeness ?? 0 { best = (entry.paper, likeness) }
        }
        return best
    }
}

extension TraceBook.Sheet {
    fileprivate init(_ trace: PaperTrace) {
        layout = trace.layout
        var patches: [TraceBook.Place: TraceBook.Cells] = [:]
        for patch in trace.patches {
            guard let values = Base64.decode(patch.cells), patch.columns > 0,
                values.count % patch.columns == 0
            else { continue }
            patches[.init(face: patch.face, target: patch.target)] = .init(
                columns: patch.columns, values: values, ink: values.reduce(0) { $0 + Int($1) })
        }
        self.patches = patches
    }

    /// Common ink of all ink, in thousandths: 1000 for the same cells.
    fileprivate func likeness(to other: Self) -> Int {
        guard layout == other.layout else { return 0 }
        var common = 0
        var all = 0
        for (place, mine) in patches {
            guard let theirs = other.patches[place], theirs.columns == mine.columns,
                theirs.values.count == mine.values.count
            else {
                all += mine.ink
                continue
            }
            let (shared, whole) = mine.overlap(theirs)
            common += shared
            all += whole
        }
        for (place, theirs) in other.patches where patches[place] == nil { all += theirs.ink }
        return all > 0 ? common * 1000 / all : 0
    }
}

extension TraceBook.Cells {
    /// The common ink and all ink of two patches, where they fit best.
    fileprivate func overlap(_ other: Self) -> (common: Int, all: Int) {
        var best = (common: -1, all: 1)
        let reach = TraceBook.reach
        for down in -reach...reach {
            for across in -reach...reach {
                let found = overlap(other, across: across, down: down)
                if found.common * best.all > best.common * found.all { best = found }
            }
        }
        return best
    }

    private func overlap(_ other: Self, across: Int, down: Int) -> (common: Int, all: Int) {
        var common = 0
        var all = 0
        let rows = values.count / columns
        values.withUnsafeBufferPointer { mine in
            other.values.withUnsafeBufferPointer { theirs in
                for row in max(0, -down)..<min(rows, rows - down) {
                    let here = row * columns
                    let there = (row + down) * columns + across
                    for column in max(0, -across)..<min(columns, columns - across) {
                        let a = mine[here + column]
                        let b = theirs[there + column]
                        common &+= Int(min(a, b))
                        all &+= Int(max(a, b))
                    }
                }
            }
        }
        return (common, max(1, all))
    }
}
