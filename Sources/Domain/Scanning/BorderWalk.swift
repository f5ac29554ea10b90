import Ballots

/// One side of the border: the centre of each mark and whether it was seen.
struct BorderLine {
    var points: [PagePoint] = []
    var seen: [Bool] = []
}

struct Border {
    var left: BorderLine
    var right: BorderLine
    var top: BorderLine
    var bottom: BorderLine
    /// Set when marks go on below the last row: how many rows there are at least.
    var rowsBeyond: Int?

    private func seen(_ line: BorderLine) -> Int { line.seen.count { $0 } }

    var found: Int { seen(left) + seen(right) + seen(top) + seen(bottom) }

    /// Corner marks are counted on both their lines.
    func expected(bitsBelow: Bool) -> Int {
        left.seen.count + right.seen.count + top.seen.count
            + (bitsBelow ? seen(bottom) : bottom.seen.count)
    }
}

/// Walks round the page from mark to mark.
///
/// Each step is predicted from the last ones, so that a page that was stretched on its way through
/// the scanner is followed; a missing mark is stepped over and placed between its neighbours.
struct BorderWalk {
    let field: MarkField
    let side: BallotLayout.Side
    let bitsBelow: Bool
    let image: GrayImage
    let light: PaperLight

    func border(from frame: Frame) -> Border {
        let steps = frame.steps
        let downwards = PagePoint(x: steps.slopeDown * steps.down, y: steps.down)
        let left = walk(from: frame.corner(frame.left), step: downwards, count: side.rows)
        let right = walk(from: frame.corner(frame.right), step: downwards, count: side.rows)
        let top = between(left.points[0], right.points[0], searching: true)
        let bottom = between(
            left.points[side.rows - 1], right.points[side.rows - 1], searching: !bitsBelow)
        return Border(
            left: left, right: right, top: top, bottom: bottom,
            rowsBeyond: beyond(left, right))
    }

    /// How far from its expected place a mark may lie, in pixels.
    private func reach(_ step: PagePoint) -> Double { 0.3 * step.length }

    private func walk(from start: PagePoint, step first: PagePoint, count: Int) -> BorderLine {
        var line = BorderLine()
        var expected = start
        var step = first
        var last: (index: Int, point: PagePoint)?
        for index in 0..<count {
            let mark =
                field.nearest(expected, within: reach(step))
                ?? hidden(near: expected, step: step)
            line.points.append(mark ?? expected)
            line.seen.append(mark != nil)
            if let mark {
                if let last {
                    let now = (mark - last.point) * (1 / Double(index - last.index))
                    step = step * 0.7 + now * 0.3
                }
                last = (index, mark)
                expected = mark + step
            } else {
                expected = expected + step
            }
        }
        return filled(line)
    }

    /// A row between two corners; steps are even but for what its own marks say.
    private func between(_ from: PagePoint, _ to: PagePoint, searching: Bool) -> BorderLine {
        let step = (to - from) * (1 / Double(side.columns - 1))
        var line = BorderLine()
        var drift = PagePoint(x: 0, y: 0)
        for index in 0..<side.columns {
            let straight = from + step * Double(index)
            let expected = straight + drift
            let mark =
                field.nearest(expected, within: reach(step))
                ?? (searching ? hidden(near: expected, step: step) : nil)
            line.points.append(mark ?? expected)
            line.seen.append(mark != nil)
            if let mark { drift = drift * 0.6 + (mark - straight) * 0.4 }
        }
        line.points[0] = from
        line.points[side.columns - 1] = to
        return filled(line, endsFixed: true)
    }

    /// Places the missing marks evenly between those seen.
    private func filled(_ line: BorderLine, endsFixed: Bool = false) -> BorderLine {
        var line = line
        var known = line.seen.indices.filter { line.seen[$0] }
        if endsFixed { known = ([0] + known + [line.points.count - 1]) }
        for (a, b) in zip(known, known.dropFirst()) where b - a > 1 {
            for index in a + 1..<b {
                let part = Double(index - a) / Double(b - a)
                line.points[index] = line.points[a] * (1 - part) + line.points[b] * part
            }
        }
        return line
    }

    /// A mark that was not seen as a bar of its own, because a pen, a fold or a tear touches it:
    /// the place near the expected one where most ink lies inside a mark's outline and paper
    /// directly above and below.
    private func hidden(near place: PagePoint, step: PagePoint) -> PagePoint? {
        let reach = Int(0.2 * step.length)
        let halfWidth = Int(field.markWidth / 2 - 1)
        let halfHeight = Int(field.markHeight / 2 - 1)
        guard halfWidth > 1, halfHeight > 0 else { return nil }
        let x = Int(place.x.rounded())
        let y = Int(place.y.rounded())
        var best = (score: 0.55, x: 0.0, y: 0.0)
        for dy in -reach...reach {
            for dx in stride(from: -reach, through: reach, by: 2) {
                let inside = dark(x + dx, y + dy, halfWidth, halfHeight)
                guard inside > 0.6 else { continue }
                let gap = halfHeight + 4
                let around =
                    dark(x + dx, y + dy - gap, halfWidth, 1)
                    + dark(x + dx, y + dy + gap, halfWidth, 1)
                    + dark(x + dx - halfWidth - 4, y + dy, 1, halfHeight)
                    + dark(x + dx + halfWidth + 4, y + dy, 1, halfHeight)
                let score = inside - around / 4
                if score > best.score { best = (score, Double(x + dx), Double(y + dy)) }
            }
        }
        return best.score > 0.55 ? PagePoint(x: best.x, y: best.y) : nil
    }

    /// Part of a box that is darker than half-way between paper and ink.
    private func dark(_ x: Int, _ y: Int, _ halfWidth: Int, _ halfHeight: Int) -> Double {
        InkBox(image: image, light: light).darkPart(
            x: x, y: y, halfWidth: halfWidth, halfHeight: halfHeight)
    }

    /// Marks that continue below the last row on both sides belong to a longer paper.
    private func beyond(_ left: BorderLine, _ right: BorderLine) -> Int? {
        var rows = 0
        for line in [left, right] {
            let last = line.points[side.rows - 1]
            let step = (last - line.points[side.rows - 5]) * 0.25
            var count = 0
            var place = last + step
            while let mark = field.nearest(place, within: reach(step)) {
                count += 1
                place = mark + step
            }
            if count < 2 { return nil }
            rows = max(rows, count)
        }
        return side.rows + rows
    }
}

/// Counts ink in small boxes of a picture.
struct InkBox {
    let image: GrayImage
    let light: PaperLight

    func darkPart(x: Int, y: Int, halfWidth: Int, halfHeight: Int) -> Double {
        let left = max(0, x - halfWidth)
        let right = min(image.width - 1, x + halfWidth)
        let upper = max(0, y - halfHeight)
        let lower = min(image.height - 1, y + halfHeight)
        guard left <= right, upper <= lower else { return 1 }
        let level =
            (light.white(x: min(max(x, 0), image.width - 1), y: min(max(y, 0), image.height - 1))
                + light.pageBlack) / 2
        var count = 0
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in upper...lower {
                for column in left...right where Int(pixels[row * image.width + column]) < level {
                    count += 1
                }
            }
        }
        return Double(count) / Double((right - left + 1) * (lower - upper + 1))
    }
}
