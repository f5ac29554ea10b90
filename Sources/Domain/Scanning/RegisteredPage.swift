import Ballots

/// A picture with its light, turned as needed, and its pieces of ink once they are asked for.
final class Page {
    let image: GrayImage
    let light: PaperLight
    /// Quarter turns, clockwise, from the picture as it came.
    let quarters: Int
    private var turns: [Int: Page] = [:]
    private var found: (smallest: Int, spots: InkSpots)?
    /// The picture in black and white.
    private(set) lazy var ink = InkRuns(image, light: light)

    init(image: GrayImage, light: PaperLight, quarters: Int = 0) {
        self.image = image
        self.light = light
        self.quarters = quarters
    }

    func turned(quarters count: Int) -> Page {
        if let page = turns[count] { return page }
        let turned: GrayImage
        switch count {
        case 1: turned = image.quarterTurned()
        case 2: turned = image.upsideDown()
        case 3: turned = image.quarterTurned().upsideDown()
        default: return self
        }
        let page = Page(
            image: turned, light: PaperLight(turned), quarters: (quarters + count) % 4)
        turns[count] = page
        return page
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
        let size = things.map { max($0.width, $0.height) }.min() ?? 1
        let count = max(3, Int((Double(things.count) * least).rounded(.up)))
        for scale in scales(layout) {
            let spots = spots(smallest: max(2, Int(size * scale * 0.7)))
            let found = Constellation(landmarks: things, scale: scale).match(
                spots.spots, least: count)
            if let found { return found }
        }
        return nil
    }

    /// Pixels per millimetre, as the picture's width says, and as its height says where the two are
    /// further apart than the search for the page reaches.
    private func scales(_ layout: BallotLayout) -> [Double] {
        let byWidth = Double(image.width) / layout.widthMillimetres
        let byHeight = Double(image.height) / layout.heightMillimetres
        return abs(byWidth / byHeight - 1) < 0.03 ? [byWidth] : [byWidth, byHeight]
    }
}

/// A page whose places are known.
struct RegisteredPage {
    let page: Page
    let grid: PageGrid
    /// Found by all its print, because it has no whole frame of timing marks.
    let byPrint: Bool
}
