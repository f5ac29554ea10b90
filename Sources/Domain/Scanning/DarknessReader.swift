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
        let sums = boxes.map { sum(around: $0, scale: scale) }
        let area = layout.interiorArea * scale * match.map.down.length
        let empty = emptySum(sums, scale: scale)
        return zip(boxes, sums).map { centre, sum in
            let ink = (sum - empty) / area * 10_000
            return Reading(centre: centre, ink: Int(max(0, min(10_000, ink.rounded()))))
        }
    }

    /// What a target shows by its own outline: the lower quarter of the page's targets is taken for
    /// empty, but no more than a printed outline can be. On a page on which every target is marked
    /// the bound holds, so that marks do not pass for print.
    private func emptySum(_ sums: [Double], scale: Double) -> Double {
        let sorted = sums.sorted()
        let low = sorted[sorted.count / 4]
        // Circumference of the box, generous for an ellipse.
        let most =
            2 * (layout.targetWidth + layout.targetHeight) * DarknessReader.thickest * scale * scale
        return min(low, most)
    }

    /// Darkness over the box, in pixels as dark as ink.
    private func sum(around centre: PagePoint, scale: Double) -> Double {
        let halfWidth = Int((layout.targetWidth / 2 + DarknessReader.margin) * scale)
        let halfHeight = Int((layout.targetHeight / 2 + DarknessReader.margin) * scale)
        let x = Int(centre.x.rounded())
        let y = Int(centre.y.rounded())
        let left = max(0, x - halfWidth)
        let right = min(image.width - 1, x + halfWidth)
        let top = max(0, y - halfHeight)
        let bottom = min(image.height - 1, y + halfHeight)
        guard left < right, top < bottom else { return 0 }
        let (white, black) = levels(left: left, right: right, top: top, bottom: bottom)
        var total = 0
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in top...bottom {
                let line = row * image.width
                for column in left...right {
                    total &+= max(0, white &- Int(pixels[line &+ column]))
                }
            }
        }
        return Double(total) / Double(max(24, white - black))
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
