import Ballots

/// Marks that lie on one straight line.
struct MarkLine {
    /// Where the line meets the edge of the picture, in pixels, after the slope is taken out.
    let at: Double
    let members: [PagePoint]
}

/// The bars found on a page, and what their distances say.
struct MarkField {
    let marks: [MarkCandidate]
    let markWidth: Double
    let markHeight: Double

    /// The steps of the grid, in pixels.
    struct Steps {
        var across: Double
        var down: Double
        /// Pixels down per pixel to the right along a row, and to the right per pixel down a side.
        var slopeAcross: Double
        var slopeDown: Double
    }

    /// Steepest slope that is followed: 3 degrees of rotation with some shear.
    static let steepest = 0.075

    /// Nil when the bars do not stand in regular steps.
    func steps(layout: BallotLayout, side: BallotLayout.Side) -> Steps? {
        let scale = markWidth / layout.markWidth
        let widest = layout.widthMillimetres * scale / Double(side.columns - 1)
        let highest = layout.heightMillimetres * scale / Double(side.rows - 1)
        let across = links { PagePoint(x: $0.x, y: $0.y) }
            .filter { (0.6 * widest...1.15 * widest).contains($0.x) }
        let down = links { PagePoint(x: $0.y, y: $0.x) }
            .filter { (0.6 * highest...1.15 * highest).contains($0.x) }
        guard let stepAcross = commonLength(across), let stepDown = commonLength(down) else {
            return nil
        }
        return Steps(
            across: stepAcross, down: stepDown,
            slopeAcross: slope(across, step: stepAcross), slopeDown: slope(down, step: stepDown))
    }

    /// From each mark to the next one along the row (or, with the axes swapped, down the side).
    private func links(_ turn: (PagePoint) -> PagePoint) -> [PagePoint] {
        let points = marks.map { turn($0.centre) }
        var found: [PagePoint] = []
        for from in points {
            var best: PagePoint?
            for to in points {
                let gap = to - from
                guard gap.x > markHeight, abs(gap.y) < MarkField.steepest * gap.x + 1.5,
                    gap.x < best?.x ?? .infinity
                else { continue }
                best = gap
            }
            if let best { found.append(best) }
        }
        return found
    }

    private func commonLength(_ gaps: [PagePoint]) -> Double? {
        var best: [Double] = []
        for gap in gaps {
            let alike = gaps.map(\.x).filter { abs($0 - gap.x) < 0.06 * gap.x }
            if alike.count > best.count { best = alike }
        }
        return best.count >= 6 ? median(best) : nil
    }

    private func slope(_ gaps: [PagePoint], step: Double) -> Double {
        median(gaps.filter { abs($0.x - step) < 0.08 * step }.map { $0.y / $0.x })
    }

    /// Lines with at least `least` marks, each mark on one line only, longest first.
    func lines(vertical: Bool, steps: Steps, least: Int) -> [MarkLine] {
        let slope = vertical ? steps.slopeDown : steps.slopeAcross
        let width = (vertical ? steps.across : steps.down) * 0.5
        var left = marks.map { mark -> (at: Double, point: PagePoint) in
            let point = mark.centre
            return (vertical ? point.x - slope * point.y : point.y - slope * point.x, point)
        }.sorted { $0.at < $1.at }
        var found: [MarkLine] = []
        while true {
            var best = 0..<0
            var end = 0
            for start in left.indices {
                while end < left.count, left[end].at - left[start].at <= width { end += 1 }
                if end - start > best.count { best = start..<end }
            }
            guard best.count >= max(3, least) else { return found }
            let members = left[best]
            found.append(
                MarkLine(at: median(members.map(\.at)), members: members.map(\.point)))
            left.removeSubrange(best)
        }
    }

    /// The mark nearest to a place, if one is within reach.
    func nearest(_ place: PagePoint, within reach: Double) -> PagePoint? {
        var best: PagePoint?
        var least = reach
        for mark in marks {
            let gap = (mark.centre - place).length
            // A cut mark may be a letter; it must stand where a mark should.
            if gap < least, !mark.isCut || gap < reach * 0.4 {
                least = gap
                best = mark.centre
            }
        }
        return best
    }
}
