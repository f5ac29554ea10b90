import Ballots

/// The second reader: another way to the target, another measure of what is in it.
///
/// The first reader walks along the timing marks, seeks each outline near where the marks put it and
/// counts pixels below a bound inside it. This one finds the page by all its print at once
/// (`Constellation`), takes a target's box where its own piece of ink lies or its neighbours say,
/// and adds up darkness over the whole box, outline and all, without any bound; what the empty
/// targets of the same page show is taken off. They share the picture and the light of its paper.
struct DarknessReader {
    let image: GrayImage
    let layout: BallotLayout
    let side: BallotLayout.Side

    struct Reading {
        let centre: PagePoint
        /// Ten-thousandths of the area of the target's inside, at full darkness.
        let ink: Int
    }

    /// Millimetres kept round the outline: error in placing it, and blur.
    static let margin = 0.35
    /// Width of a printed outline, in millimetres, at most: a stroke of one and a half points.
    static let thickest = 0.5

    /// One for each target.
    func read(_ match: Constellation.Match) -> [Reading] {
        let first = match.spots.count - side.targets.count
        let step = layout.pitch(side)
        let scale = match.map.across.length
        let boxes = side.targets.enumerated().map { index, target in
            let place = PagePoint(x: target.column * step.x, y: target.row * step.y)
            let expected = match.map.place(place)
            // A mark may hang on the outline or leave half of it: then the neighbours are believed.
            let centre = match.spots[first + index]?.centre ?? expected
            return (centre - expected).length > 0.6 * scale ? expected : centre
        }
        let box = TargetBox(layout: layout, scale: scale)
        let sums = boxes.map { sum(around: $0, box: box) }
        let area = layout.interiorArea * scale * match.map.down.length
        let empty = emptySums(sums, area: area, scale: scale)
        return zip(boxes, sums).map { centre, sum in
            let ink = max(0, sum.inner - empty.inner) + max(0, sum.outer - empty.outer)
            return Reading(centre: centre, ink: Int(min(10_000, (ink / area * 10_000).rounded())))
        }
    }

    /// Darkness in pixels as dark as ink: inside the printed line, and on it and around it.
    private struct Sums {
        var inner = 0.0
        var outer = 0.0
    }

    /// What a target shows of itself: the lower quarter of the page's targets is taken for empty,
    /// but no more than print and grain can be. On a page on which every target is marked the bounds
    /// hold, so that marks do not pass for print.
    private func emptySums(_ sums: [Sums], area: Double, scale: Double) -> Sums {
        let inner = sums.map(\.inner).sorted()[sums.count / 4]
        let outer = sums.map(\.outer).sorted()[sums.count / 4]
        // Grain and what shows through from the back: a twenty-fifth of the way to ink. The line:
        // the circumference of the box, generous for an ellipse.
        let line =
            2 * (layout.targetWidth + layout.targetHeight) * DarknessReader.thickest * scale * scale
        return Sums(inner: min(inner, area / 25), outer: min(outer, line))
    }

    /// A target with its margin as rows and columns about its centre.
    private struct TargetBox {
        let halfWidth: Int
        let halfHeight: Int
        /// Row by row, whether a pixel lies inside the printed line.
        let inside: [Bool]

        init(layout: BallotLayout, scale: Double) {
            let wide = Int((layout.targetWidth / 2 + DarknessReader.margin) * scale)
            let high = Int((layout.targetHeight / 2 + DarknessReader.margin) * scale)
            let outline = TargetOutline(
                shape: layout.targetShape ?? .ellipse, width: layout.targetWidth,
                height: layout.targetHeight)
            halfWidth = wide
            halfHeight = high
            inside = (-high...high).flatMap { y in
                (-wide...wide).map { x in
                    outline.contains(
                        PagePoint(x: Double(x) / scale, y: Double(y) / scale),
                        inset: layout.interiorInset)
                }
            }
        }
    }

    private func sum(around centre: PagePoint, box: TargetBox) -> Sums {
        let x = Int(centre.x.rounded())
        let y = Int(centre.y.rounded())
        let left = max(0, x - box.halfWidth)
        let right = min(image.width - 1, x + box.halfWidth)
        let top = max(0, y - box.halfHeight)
        let bottom = min(image.height - 1, y + box.halfHeight)
        guard left < right, top < bottom else { return Sums() }
        let (white, black) = levels(left: left, right: right, top: top, bottom: bottom)
        var inner = 0
        var outer = 0
        let columns = 2 * box.halfWidth + 1
        image.pixels.withUnsafeBufferPointer { pixels in
            box.inside.withUnsafeBufferPointer { inside in
                for row in top...bottom {
                    let line = row * image.width
                    let mask = (row - y + box.halfHeight) * columns - x + box.halfWidth
                    for column in left...right {
                        let dark = max(0, white &- Int(pixels[line &+ column]))
                        if inside[mask &+ column] { inner &+= dark } else { outer &+= dark }
                    }
                }
            }
        }
        let span = Double(max(24, white - black))
        return Sums(inner: Double(inner) / span, outer: Double(outer) / span)
    }

    /// Paper: the level met most often in the upper half of what is seen here and just around.
    /// Ink: the darkest hundredth of a wider place, which holds print.
    private func levels(left: Int, right: Int, top: Int, bottom: Int) -> (white: Int, black: Int) {
        var bins = [Int](repeating: 0, count: 64)
        let wide = (right - left) / 3
        let high = (bottom - top) / 3
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in stride(
                from: max(0, top - high), through: min(image.height - 1, bottom + high), by: 2)
            {
                for column in stride(
                    from: max(0, left - wide), through: min(image.width - 1, right + wide), by: 2)
                {
                    bins[Int(pixels[row * image.width + column] >> 2)] += 1
                }
            }
        }
        var lightest = 63
        while lightest > 0, bins[lightest] == 0 { lightest -= 1 }
        var darkest = 0
        while darkest < 63, bins[darkest] == 0 { darkest += 1 }
        let half = (lightest + darkest) / 2
        var best = lightest
        for bin in half...lightest where bins[bin] > bins[best] { best = bin }
        return (best * 4 + 2, min(darkest * 4 + 2, pageBlack))
    }

    /// As dark as print on this page.
    let pageBlack: Int
}
