import Ballots

/// A picture with its light, turned as needed, and its pieces of ink once they are asked for.
final class Page {
    let image: GrayImage
    let light: PaperLight
    /// Quarter turns, clockwise, from the picture as it came.
    let quarters: Int
    /// Of the page's code, where one was found: top left, top right, bottom right, bottom left.
    let code: [PagePoint]?
    /// Of that code; nil where none was found.
    private let codeKind: FoundCode.Kind?
    private var turns: [Int: Page] = [:]
    private var found: (smallest: Int, spots: InkSpots)?
    /// The picture in black and white.
    private(set) lazy var ink = InkRuns(image, light: light)

    init(
        image: GrayImage, light: PaperLight, quarters: Int = 0, code: [PagePoint]? = nil,
        codeKind: FoundCode.Kind? = nil
    ) {
        self.image = image
        self.light = light
        self.quarters = quarters
        self.code = code
        self.codeKind = codeKind
    }

    convenience init(image: GrayImage, light: PaperLight, code: FoundCode?) {
        self.init(
            image: image, light: light,
            code: code?.corners.map { [$0.topLeft, $0.topRight, $0.bottomRight, $0.bottomLeft] },
            codeKind: code?.kind)
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
            image: turned, light: PaperLight(turned), quarters: (quarters + count) % 4,
            code: code?.map { place(of: $0, quarters: count) }, codeKind: codeKind)
        turns[count] = page
        return page
    }

    /// Where a point lies after so many quarter turns, clockwise.
    private func place(of point: PagePoint, quarters count: Int) -> PagePoint {
        let right = Double(image.width - 1)
        let bottom = Double(image.height - 1)
        return switch count {
        case 1: PagePoint(x: bottom - point.y, y: point.x)
        case 2: PagePoint(x: right - point.x, y: bottom - point.y)
        case 3: PagePoint(x: point.y, y: right - point.x)
        default: point
        }
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
        if let start = byCode(side, things: things.count) {
            let scale = start.across.length
            return Constellation(landmarks: things, scale: scale).match(
                spots(smallest: max(2, Int(size * scale * 0.7))).spots, least: count, from: start)
        }
        for scale in scales(layout) {
            let spots = spots(smallest: max(2, Int(size * scale * 0.7)))
            let found = Constellation(
                landmarks: things, scale: scale, targets: side.targets.count
            ).match(spots.spots, least: count)
            if let found { return found }
        }
        return nil
    }

    /// The page as the corners of its code say, on a side that is found by its code.
    private func byCode(_ side: BallotLayout.Side, things: Int) -> SpotMap? {
        guard side.landmarks != nil, let area = side.code, let code,
            codeKind == side.codeKind ?? .qr
        else { return nil }
        let right = area.left + area.width
        let bottom = area.top + area.height
        let corners = [
            PagePoint(x: area.left, y: area.top), PagePoint(x: right, y: area.top),
            PagePoint(x: right, y: bottom), PagePoint(x: area.left, y: bottom),
        ]
        let fit =
            AffineFit(zip(corners, code).map { (place: $0, spot: $1) })
            ?? AffineFit(area, corners: code)
        let straight = SpotMap(
            across: fit.across, down: fit.down, origin: fit.origin, anchors: [], sought: things)
        // Four corners within two centimetres hold the page in place, targets tell the rest.
        let anchors = zip(corners, code).map {
            SpotMap.Anchor(place: $0, gap: $1 - straight.straight($0))
        }
        return SpotMap(
            across: fit.across, down: fit.down, origin: fit.origin, anchors: anchors,
            sought: things)
    }

    /// Pixels per millimetre, as the picture's width says, and as its height says where the two are
    /// further apart than the search for the page reaches.
    private func scales(_ layout: BallotLayout) -> [Double] {
        let byWidth = Double(image.width) / layout.widthMillimetres
        let byHeight = Double(image.height) / layout.heightMillimetres
        return abs(byWidth / byHeight - 1) < 0.03 ? [byWidth] : [byWidth, byHeight]
    }
}

extension AffineFit {
    /// The map that a code tells which is too low to say how high a millimetre is: as high as wide.
    ///
    /// - Parameter corners: top left, top right, bottom right, bottom left.
    fileprivate init(_ area: BallotLayout.Area, corners: [PagePoint]) {
        across = (corners[1] - corners[0] + corners[2] - corners[3]) * (0.5 / area.width)
        down = PagePoint(x: -across.y, y: across.x)
        let middle = (corners[0] + corners[1] + corners[2] + corners[3]) * 0.25
        origin =
            middle - across * (area.left + area.width / 2) - down * (area.top + area.height / 2)
    }
}

/// A page whose places are known.
struct RegisteredPage {
    let page: Page
    let grid: PageGrid
    /// Found by all its print, because it has no whole frame of timing marks.
    let byPrint: Bool
}
