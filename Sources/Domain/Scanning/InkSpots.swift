/// A piece of ink that hangs together: its box in pixels, and how much of the box is ink.
struct InkSpot: Hashable {
    var left: Int32
    var top: Int32
    /// The first column and row beyond it.
    var right: Int32
    var bottom: Int32
    var area: Int32

    var width: Double { Double(right - left) }
    var height: Double { Double(bottom - top) }
    var centre: PagePoint {
        PagePoint(x: Double(left + right - 1) / 2, y: Double(top + bottom - 1) / 2)
    }

    fileprivate mutating func join(_ other: InkSpot) {
        left = min(left, other.left)
        top = min(top, other.top)
        right = max(right, other.right)
        bottom = max(bottom, other.bottom)
        area &+= other.area
    }
}

/// All pieces of ink on a page: letters, marks, printed targets, strokes.
///
/// Runs of ink are joined to those they touch in the row above, corners included (the classical
/// labelling by rows; R. M. Haralick, "Some Neighborhood Operations", 1981, as union of labels).
/// Time grows with the number of runs, memory with the number of pieces.
struct InkSpots {
    let spots: [InkSpot]

    /// - Parameter smallest: pieces that are narrower and lower than this many pixels are dust.
    init(_ ink: InkRuns, smallest: Int) {
        var labels = Labels()
        ink.runs.withUnsafeBufferPointer { runs in
            for y in 0..<ink.rows.count - 1 {
                labels.beginRow()
                for at in Int(ink.rows[y])..<Int(ink.rows[y + 1]) {
                    labels.add(runs[at].start, runs[at].end, Int32(y))
                }
            }
        }
        spots = labels.finished(smallest: Int32(smallest))
    }
}

private struct Labels {
    private struct Run {
        var start: Int32
        var end: Int32
        var label: Int32
    }

    /// Runs of the row above and of this one; places in `above` are never passed twice.
    private var above: [Run] = []
    private var row: [Run] = []
    private var next = 0
    private var parent: [Int32] = []
    private var boxes: [InkSpot] = []

    init() {
        above.reserveCapacity(512)
        row.reserveCapacity(512)
        parent.reserveCapacity(8192)
        boxes.reserveCapacity(8192)
    }

    mutating func beginRow() {
        swap(&above, &row)
        row.removeAll(keepingCapacity: true)
        next = 0
    }

    mutating func add(_ start: Int32, _ end: Int32, _ y: Int32) {
        let own = InkSpot(left: start, top: y, right: end, bottom: y + 1, area: end - start)
        var label: Int32 = -1
        while next < above.count, above[next].end < start { next += 1 }
        var at = next
        while at < above.count, above[at].start <= end {
            let touched = root(above[at].label)
            if label < 0 {
                label = touched
                boxes[Int(label)].join(own)
            } else if touched != label {
                label = union(label, touched)
            }
            at += 1
        }
        // The last one touched may touch the next run of this row too.
        next = max(next, at - 1)
        if label < 0 {
            label = Int32(parent.count)
            parent.append(label)
            boxes.append(own)
        }
        row.append(Run(start: start, end: end, label: label))
    }

    private mutating func root(_ label: Int32) -> Int32 {
        var at = label
        while parent[Int(at)] != at {
            parent[Int(at)] = parent[Int(parent[Int(at)])]
            at = parent[Int(at)]
        }
        return at
    }

    /// The older label stays, so that the order of pieces is that of their first rows.
    private mutating func union(_ a: Int32, _ b: Int32) -> Int32 {
        let (kept, gone) = a < b ? (a, b) : (b, a)
        parent[Int(gone)] = kept
        boxes[Int(kept)].join(boxes[Int(gone)])
        return kept
    }

    func finished(smallest: Int32) -> [InkSpot] {
        var found: [InkSpot] = []
        found.reserveCapacity(parent.count / 4)
        for (index, label) in parent.enumerated() where Int(label) == index {
            let box = boxes[index]
            if box.right - box.left >= smallest || box.bottom - box.top >= smallest {
                found.append(box)
            }
        }
        return found
    }
}
