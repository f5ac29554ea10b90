import Ballots

/// Ink round one target, on a grid of quarter millimetres laid on its printed outline.
///
/// The grid is the same for every picture of a layout, at any resolution, so pages can be laid over
/// each other: what is on most of them is print, the rest is a voter's.
package struct Surroundings: Hashable, Sendable {
    /// Millimetres per cell.
    static let cell = 0.25
    /// Millimetres beyond the target that are kept at most, to each side and above and below: a
    /// ring drawn round a name and its target stays within them, or is not about this target.
    static let beside = 4.0
    static let above = 6.0
    /// Millimetres kept free round a neighbouring target, whose own mark may run over its edge.
    static let apart = 1.5

    /// How far above and below a target of this side ink is kept, in millimetres: not so far that
    /// the next target's mark would be taken for a ring round this one.
    static func height(layout: BallotLayout, side: BallotLayout.Side) -> Double {
        let pitch = layout.pitch(side)
        var nearest = Double.infinity
        for (index, a) in side.targets.enumerated() {
            for b in side.targets[..<index] {
                let across = abs(a.column - b.column) * pitch.x
                guard across < layout.targetWidth + 2 * beside else { continue }
                let down = abs(a.row - b.row) * pitch.y
                // Targets side by side have nothing between them above and below.
                if down > layout.targetHeight { nearest = min(nearest, down) }
            }
        }
        return max(0.5, min(above, nearest - layout.targetHeight - apart))
    }

    let around: InkMap
    /// The write-in area, for a write-in.
    let writing: InkMap?

    init(
        of target: BallotLayout.Target, find: TargetLocator.Find, meter: TargetMeter, level: Int
    ) {
        let layout = meter.layout
        let x = meter.grid.unitX * Surroundings.cell
        let y = meter.grid.unitY * Surroundings.cell
        let width = layout.targetWidth / 2 + Surroundings.beside
        let height = layout.targetHeight / 2 + meter.above
        let centre = PagePoint(x: Double(find.x), y: Double(find.y))
        let columns = Int(2 * width / Surroundings.cell)
        let rows = Int(2 * height / Surroundings.cell)
        let start = centre - x * (Double(columns - 1) / 2) - y * (Double(rows - 1) / 2)
        around = InkMap(
            image: meter.image, start: start, stepX: x, stepY: y, columns: columns, rows: rows,
            level: level)
        writing = target.writeInArea.map { area in
            let place = meter.grid.place(column: target.column, row: target.row)
            let shift = centre - place
            let corner = meter.grid.place(column: area.left, row: area.top) + shift
            let across =
                meter.grid.place(column: area.left + area.width, row: area.top) + shift - corner
            let down =
                meter.grid.place(column: area.left, row: area.top + area.height) + shift - corner
            // The number of cells comes from the layout alone, so that maps of all pages agree.
            let pitch = layout.pitch(meter.side)
            let columns = max(1, Int(area.width * pitch.x / Surroundings.cell))
            let rows = max(1, Int(area.height * pitch.y / Surroundings.cell))
            return InkMap(
                image: meter.image, start: corner, stepX: across * (1 / Double(columns)),
                stepY: down * (1 / Double(rows)), columns: columns, rows: rows, level: level)
        }
    }
}

/// A small picture of ink and paper, one bit a cell.
struct InkMap: Hashable, Sendable {
    let columns: Int
    let rows: Int
    private(set) var words: [UInt64]

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        words = [UInt64](repeating: 0, count: (columns * rows + 63) / 64)
    }

    init(
        image: GrayImage, start: PagePoint, stepX: PagePoint, stepY: PagePoint, columns: Int,
        rows: Int, level: Int
    ) {
        self.init(columns: columns, rows: rows)
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                var place = start + stepY * Double(row)
                for column in 0..<columns {
                    let x = Int(place.x + 0.5)
                    let y = Int(place.y + 0.5)
                    if x >= 0, y >= 0, x < image.width, y < image.height,
                        Int(pixels[y * image.width + x]) < level
                    {
                        self[column, row] = true
                    }
                    place = place + stepX
                }
            }
        }
    }

    subscript(column: Int, row: Int) -> Bool {
        get {
            let bit = row * columns + column
            return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
        }
        set {
            let bit = row * columns + column
            if newValue {
                words[bit >> 6] |= 1 << UInt64(bit & 63)
            } else {
                words[bit >> 6] &= ~(1 << UInt64(bit & 63))
            }
        }
    }

    /// Calls with the number of each cell that is set, row by row.
    func eachSet(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Every cell that is set here and not in `other`.
    func without(_ other: InkMap) -> InkMap {
        precondition(columns == other.columns && rows == other.rows, "maps of different targets")
        var result = self
        for index in words.indices { result.words[index] &= ~other.words[index] }
        return result
    }

    /// Grown by one cell to each side.
    var widened: InkMap {
        var result = self
        for row in 0..<rows {
            for column in 0..<columns where self[column, row] {
                for y in max(0, row - 1)...min(rows - 1, row + 1) {
                    for x in max(0, column - 1)...min(columns - 1, column + 1) {
                        result[x, y] = true
                    }
                }
            }
        }
        return result
    }
}
