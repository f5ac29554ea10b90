import Ballots

/// The grid of timing marks as it lies on one picture, bent as the picture is bent.
package struct PageGrid: Sendable {
    /// Centres of the marks from the top left mark on; found or, where a mark is missing, placed
    /// between its neighbours.
    let top: [PagePoint]
    let bottom: [PagePoint]
    let left: [PagePoint]
    let right: [PagePoint]
    /// Pixels per millimetre along and across the rows.
    let scaleX: Double
    let scaleY: Double
    /// Size of a mark in pixels.
    let markWidth: Double
    let markHeight: Double
    /// How many marks were seen, of how many that should be there.
    package let marksFound: Int
    package let marksExpected: Int

    /// Where a place of the layout lies on the picture.
    ///
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

    /// Direction along the rows, one millimetre long, in pixels.
    var unitX: PagePoint {
        let whole = (top[top.count - 1] - top[0]) + (bottom[bottom.count - 1] - bottom[0])
        return whole * (scaleX / whole.length)
    }

    /// Direction down the columns, one millimetre long, in pixels.
    var unitY: PagePoint {
        let whole = (left[left.count - 1] - left[0]) + (right[right.count - 1] - right[0])
        return whole * (scaleY / whole.length)
    }

    private func along(_ line: [PagePoint], _ place: Double) -> PagePoint {
        let whole = min(max(Int(place.rounded(.down)), 0), line.count - 2)
        let part = place - Double(whole)
        return line[whole] * (1 - part) + line[whole + 1] * part
    }
}
