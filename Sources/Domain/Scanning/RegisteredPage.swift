import Ballots

/// A picture with its light, turned as needed, and its pieces of ink once they are asked for.
final class Page {
    let image: GrayImage
    let light: PaperLight
    /// Quarter turns, clockwise, from the picture as it came.
    let quarters: Int
    private var found: (smallest: Int, spots: InkSpots)?
    /// The picture in black and white.
    private(set) lazy var ink = InkRuns(image, light: light)

    init(image: GrayImage, light: PaperLight, quarters: Int = 0) {
        self.image = image
        self.light = light
        self.quarters = quarters
    }

    func turned(quarters turns: Int) -> Page {
        let turned: GrayImage
        switch turns {
        case 1: turned = image.quarterTurned()
        case 2: turned = image.upsideDown()
        case 3: turned = image.quarterTurned().upsideDown()
        default: return self
        }
        return Page(
            image: turned, light: PaperLight(turned), quarters: (quarters + turns) % 4)
    }

    /// Stands a picture up that lies on its side, when the layout stands.
    func portrait(as layout: BallotLayout) -> Page {
        let stands = layout.heightMillimetres > layout.widthMillimetres
        let lies = Double(image.width) > 1.1 * Double(image.height)
        return stands && lies ? turned(quarters: 1) : self
    }

    /// All pieces of ink at least `smallest` pixels wide or high.
    private func spots(smallest: Int) -> InkSpots {
        if let found, found.smallest == smallest { return found.spots }
        let spots = InkSpots(ink, smallest: smallest)
        found = (smallest, spots)
        return spots
    }

    /// The page by all that is printed on it, when at least this part of it is found.
    func match(layout: BallotLayout, side: BallotLayout.Side, least: Double)
        -> Constellation.Match?
    {
        let things = layout.printedThings(side)
        let scale = Double(image.width) / layout.widthMillimetres
        let size = things.map { max($0.width, $0.height) }.min() ?? 1
        let spots = spots(smallest: max(2, Int(size * scale * 0.7)))
        let count = max(3, Int((Double(things.count) * least).rounded(.up)))
        return Constellation(landmarks: things, scale: scale).match(spots.spots, least: count)
    }
}

/// A page whose places are known.
struct RegisteredPage {
    let page: Page
    let grid: PageGrid
    /// Found by all its print, because it has no whole frame of timing marks.
    let byPrint: Bool
}
