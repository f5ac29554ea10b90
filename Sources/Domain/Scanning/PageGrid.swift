import Ballots

/// Where the places of a layout lie on one picture, bent as the picture is bent.
package struct PageGrid: Sendable {
    enum Shape: Sendable {
        /// The four sides of a frame of timing marks.
        case border(BorderPatch)
        /// Printed things all over the page; millimetres for a step of the layout.
        case spots(SpotMap, stepX: Double, stepY: Double)
    }

    let shape: Shape
    /// Pixels per millimetre along and across the rows.
    let scaleX: Double
    let scaleY: Double
    /// Direction along the rows and down the columns, one millimetre long, in pixels.
    let unitX: PagePoint
    let unitY: PagePoint
    /// How many marks were seen, of how many that should be there.
    package let marksFound: Int
    package let marksExpected: Int

    func place(column: Double, row: Double) -> PagePoint {
        switch shape {
        case .border(let patch): patch.place(column: column, row: row)
        case .spots(let map, let stepX, let stepY):
            map.place(PagePoint(x: column * stepX, y: row * stepY))
        }
    }

    init(border patch: BorderPatch, scaleX: Double, scaleY: Double, found: Int, expected: Int) {
        shape = .border(patch)
        self.scaleX = scaleX
        self.scaleY = scaleY
        unitX = patch.alongRows * scaleX
        unitY = patch.downColumns * scaleY
        marksFound = found
        marksExpected = expected
    }

    init(spots map: SpotMap, layout: BallotLayout, side: BallotLayout.Side, found: Int) {
        let pitch = layout.pitch(side)
        shape = .spots(map, stepX: pitch.x, stepY: pitch.y)
        scaleX = map.across.length
        scaleY = map.down.length
        unitX = map.across
        unitY = map.down
        marksFound = found
        marksExpected = map.sought
    }
}

/// The four sides of a frame of timing marks.
struct BorderPatch: Sendable {
    /// Centres of the marks from the top left mark on; found or, where a mark is missing, placed
    /// between its neighbours.
    let top: [PagePoint]
    let bottom: [PagePoint]
    let left: [PagePoint]
    let right: [PagePoint]

    /// The sides are taken as they are and blended inwards (a Coons patch), so that stretch, shear
    /// and a bent feed are followed locally, not by one rotation for the page.
    func place(column: Double, row: Double) -> PagePoint {
        let s = column / Double(top.count - 1)
        let t = row / Double(left.count - 1)
        let across = along(left, row) * (1 - s) + along(right, row) * s
        let down = along(top, column) * (1 - t) + along(bottom, column) * t
        let upper = top[0] * (1 - s) + top[top.count - 1] * s
        let lower = bottom[0] * (1 - s) + bottom[bottom.count - 1] * s
        return across + down - (upper * (1 - t) + lower * t)
    }

    /// Unit vectors.
    var alongRows: PagePoint {
        let whole = (top[top.count - 1] - top[0]) + (bottom[bottom.count - 1] - bottom[0])
        return whole * (1 / whole.length)
    }

    var downColumns: PagePoint {
        let whole = (left[left.count - 1] - left[0]) + (right[right.count - 1] - right[0])
        return whole * (1 / whole.length)
    }

    private func along(_ line: [PagePoint], _ place: Double) -> PagePoint {
        let whole = min(max(Int(place.rounded(.down)), 0), line.count - 2)
        let part = place - Double(whole)
        return line[whole] * (1 - part) + line[whole + 1] * part
    }
}

extension BallotLayout {
    /// Places of the timing marks in steps of the grid, corners once.
    func frame(_ side: Side) -> [PagePoint] {
        guard side.landmarks == nil else { return [] }
        let lastColumn = side.columns - 1
        let lastRow = side.rows - 1
        let across = (0...lastColumn).flatMap {
            [PagePoint(x: Double($0), y: 0), PagePoint(x: Double($0), y: Double(lastRow))]
        }
        let down = (1..<lastRow).flatMap {
            [PagePoint(x: 0, y: Double($0)), PagePoint(x: Double(lastColumn), y: Double($0))]
        }
        return across + down
    }

    /// What can be recognised on a side by size and place: its landmarks, or its timing marks, and
    /// in both cases the outlines of its targets, which come last and in their order.
    func printedThings(_ side: Side) -> [Landmark] {
        let step = pitch(side)
        let marks =
            side.landmarks
            ?? frame(side).map {
                Landmark(x: $0.x * step.x, y: $0.y * step.y, width: markWidth, height: markHeight)
            }
        return marks
            + side.targets.map {
                Landmark(
                    x: $0.column * step.x, y: $0.row * step.y, width: targetWidth,
                    height: targetHeight)
            }
    }
}
