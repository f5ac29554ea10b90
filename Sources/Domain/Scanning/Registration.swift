import Ballots

/// Finds the grid of timing marks on a picture.
struct Registration {
    let layout: BallotLayout
    let side: BallotLayout.Side
    let page: Page

    private var image: GrayImage { page.image }

    /// The bottom row carries bits: its marks are not all there.
    var bitsBelow: Bool { layout.identity == .timingMarkBits }

    enum Failure: Error, Equatable {
        case noMarks(found: Int)
        case otherGrid(columns: Int, rows: Int)
        case damaged(side: PageSide, found: Int, expected: Int)
        case upsideDown
    }

    /// The grid, or why there is none.
    func grid() -> Result<PageGrid, Failure> {
        do throws(Failure) { return .success(try find()) } catch { return .failure(error) }
    }

    private func find() throws(Failure) -> PageGrid {
        let guess = Double(image.width) / layout.widthMillimetres
        let finder = MarkFinder(
            width: guess * layout.markWidth, height: guess * layout.markHeight)
        let marks = finder.candidates(in: page.ink, pageWidth: image.width)
        let whole = marks.filter { !$0.isCut }
        guard whole.count >= 12 else { throw .noMarks(found: marks.count) }
        let field = MarkField(
            marks: marks, markWidth: median(whole.map(\.width)),
            markHeight: median(whole.map(\.height)))
        guard let steps = field.steps(layout: layout, side: side) else {
            throw .noMarks(found: marks.count)
        }
        let frame = try frame(field, steps)
        let walk = BorderWalk(
            field: field, side: side, bitsBelow: bitsBelow, image: image, light: page.light)
        let border = walk.border(from: frame)
        try check(border, frame: frame)
        let (scaleX, scaleY) = scale(border, field: field)
        let patch = BorderPatch(
            top: border.top.points, bottom: border.bottom.points, left: border.left.points,
            right: border.right.points)
        return PageGrid(
            border: patch, scaleX: scaleX, scaleY: scaleY, found: border.found,
            expected: border.expected(bitsBelow: bitsBelow))
    }

    /// Pixels per millimetre: from the distance of the marks where the layout states it, else from
    /// the size of the marks, corrected by the size of the picture where the two nearly agree.
    private func scale(_ border: Border, field: MarkField) -> (Double, Double) {
        let across = (border.top.points[side.columns - 1] - border.top.points[0]).length
        let down = (border.left.points[side.rows - 1] - border.left.points[0]).length
        if let pitch = layout.markPitchMillimetres, pitch > 0 {
            return (
                across / Double(side.columns - 1) / pitch, down / Double(side.rows - 1) / pitch
            )
        }
        let byMarks = field.markWidth / layout.markWidth
        let byPaper = Double(image.width) / layout.widthMillimetres
        let scale = abs(byMarks / byPaper - 1) < 0.06 ? byPaper : byMarks
        return (scale, scale)
    }

    /// The four straight lines that the border runs along, roughly.
    private func frame(_ field: MarkField, _ steps: MarkField.Steps) throws(Failure) -> Frame {
        let sides = field.lines(vertical: true, steps: steps, least: side.rows / 4)
        let span = Double(side.columns - 1) * steps.across
        guard let (left, right) = pair(sides, span: span) else {
            if sides.count >= 2, let first = sides.map(\.at).min(), let last = sides.map(\.at).max()
            {
                let columns = Int(((last - first) / steps.across).rounded()) + 1
                if columns > 8 { throw .otherGrid(columns: columns, rows: side.rows) }
            }
            // Only where one side's marks stand is the other side's absence damage.
            guard let longest = sides.first, 5 * longest.members.count >= 3 * side.rows else {
                throw .noMarks(found: field.marks.count)
            }
            let isLeft = longest.at < Double(image.width) / 2
            let other = sides.first { ($0.at < Double(image.width) / 2) != isLeft }
            throw .damaged(
                side: isLeft ? .right : .left, found: other?.members.count ?? 0,
                expected: side.rows)
        }
        let rows = field.lines(vertical: false, steps: steps, least: side.columns / 3)
        let ends = [left, right].flatMap(\.members).map { $0.y - steps.slopeAcross * $0.x }
        guard let first = ends.min(), let last = ends.max() else { throw .noMarks(found: 0) }
        let upper = rows.filter { abs($0.at - first) < steps.down * 1.6 }
            .max { $0.members.count < $1.members.count }
        let lower = rows.filter { abs($0.at - last) < steps.down * 1.6 }
            .max { $0.members.count < $1.members.count }
        if bitsBelow, let lower, lower.members.count > (upper?.members.count ?? 0) + 4 {
            throw .upsideDown
        }
        guard let top = upper else {
            throw .damaged(side: .top, found: 0, expected: side.columns)
        }
        // Counted by the steps as they are on this page; a row of which half is there is a row.
        let rowsSeen = lower.flatMap { lower -> Int? in
            guard 2 * min(lower.members.count, top.members.count) >= side.columns else {
                return nil
            }
            return Int(((lower.at - top.at) / steps.down).rounded()) + 1
        }
        return Frame(left: left, right: right, top: top, steps: steps, rowsSeen: rowsSeen)
    }

    /// The two lines that lie as far apart as the left and right marks should.
    private func pair(_ lines: [MarkLine], span: Double) -> (MarkLine, MarkLine)? {
        var best: (MarkLine, MarkLine)?
        var most = 0
        for first in lines {
            for second in lines where abs(second.at - first.at - span) < span * 0.025 {
                let count = first.members.count + second.members.count
                if count > most {
                    most = count
                    best = (first, second)
                }
            }
        }
        return best
    }

    private func check(_ border: Border, frame: Frame) throws(Failure) {
        if let rows = border.rowsBeyond { throw .otherGrid(columns: side.columns, rows: rows) }
        for (name, line) in [
            (PageSide.left, border.left), (.right, border.right), (.top, border.top),
            (.bottom, border.bottom),
        ] where !(bitsBelow && name == .bottom) {
            let found = line.seen.count { $0 }
            // Half a side of marks still fixes the page to a fraction of a target; with less, what
            // lies between is a guess.
            guard 2 * found >= line.seen.count else {
                if let rows = frame.rowsSeen, rows != side.rows {
                    throw .otherGrid(columns: side.columns, rows: rows)
                }
                throw .damaged(side: name, found: found, expected: line.seen.count)
            }
        }
    }
}

/// A side of the page as it lies before the reader.
package enum PageSide: String, Sendable, Hashable { case left, right, top, bottom }

/// The lines that the border follows.
struct Frame {
    let left: MarkLine
    let right: MarkLine
    let top: MarkLine
    let steps: MarkField.Steps
    /// How many rows lie between a whole upper and a whole lower row of marks; nil when one of
    /// the two is not whole.
    let rowsSeen: Int?

    /// Where a side line meets the top row.
    func corner(_ side: MarkLine) -> PagePoint {
        let near = side.members.sorted { $0.y < $1.y }.prefix(6)
        let u = median(near.map { $0.x - steps.slopeDown * $0.y })
        let rowNear = top.members.sorted { abs($0.x - near[0].x) < abs($1.x - near[0].x) }.prefix(6)
        let v = median(rowNear.map { $0.y - steps.slopeAcross * $0.x })
        let y = (v + steps.slopeAcross * u) / (1 - steps.slopeAcross * steps.slopeDown)
        return PagePoint(x: u + steps.slopeDown * y, y: y)
    }
}

/// The middle value; the upper of the two middle ones.
func median(_ values: [Double]) -> Double {
    precondition(!values.isEmpty, "the median of nothing")
    return values.sorted()[values.count / 2]
}
