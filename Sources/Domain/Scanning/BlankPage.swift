import Ballots

/// What one kind of page shows of itself: printed targets, and things by which other pictures of the
/// same page can be recognised. All in millimetres from the paper's left upper corner.
///
/// An unmarked page shows it all. Where there is none, several marked ones do: a target that one
/// voter filled is empty on another's paper.
package struct BlankPage: Sendable {
    /// A hollow printed shape that may be a target.
    package struct Outline: Hashable, Sendable {
        package let place: Landmark
        package let shape: BallotLayout.TargetShape
        /// Thickness of the line, in millimetres.
        package let line: Double
    }

    package private(set) var outlines: [Outline]
    /// Solid pieces about as large as a target can be: perhaps a target that every voter marked.
    package private(set) var blots: [Landmark]
    /// Other print, spread over the page.
    package let landmarks: [Landmark]
    /// Where the page's code stands; nil when none was looked for or found.
    package let code: BallotLayout.Area?
    package let codeKind: BallotLayout.CodeKind?
    /// How many pictures it was made of.
    private var pictures = 1
    private let spots: [InkSpot]
    private let scale: Double

    /// Targets are no smaller and no larger than this, in millimetres: the smallest oval in use is
    /// about 2.5 by 1.5, the largest box about 8 by 8.
    static let width = 2.2...9.0
    static let height = 1.4...8.0
    /// Landmarks kept of each part of the page, eight by eleven parts.
    static let kept = 6

    /// - Parameters:
    ///   - widthMillimetres: of the paper, which the picture shows from edge to edge.
    ///   - code: by which pages of this kind are to be found; its cells may differ from paper to paper
    ///     and are no landmarks.
    package init(
        _ image: GrayImage, widthMillimetres: Double, code: FoundCode? = nil
    ) throws(ScanRefusal) {
        let light = PaperLight(image)
        guard light.contrast >= 60 else { throw .blankPage }
        let scale = Double(image.width) / widthMillimetres
        let area = code?.corners.map { $0.area(scale: scale) }
        let spots = InkSpots(InkRuns(image, light: light), smallest: max(2, Int(scale))).spots
        let eye = BlankEye(image: image, light: light)
        var outlines: [Outline] = []
        var blots: [Landmark] = []
        var rest: [Landmark] = []
        for spot in spots {
            let centre = spot.centre * (1 / scale)
            let place = Landmark(
                x: hundredths(centre.x), y: hundredths(centre.y),
                width: hundredths(spot.width / scale), height: hundredths(spot.height / scale))
            if BlankPage.width.contains(place.width), BlankPage.height.contains(place.height),
                place.height <= place.width * 1.25, let shape = eye.outline(spot)
            {
                outlines.append(
                    Outline(place: place, shape: shape, line: line(spot, scale: scale)))
                continue
            }
            if BlankPage.width.contains(place.width), BlankPage.height.contains(place.height) {
                blots.append(place)
            }
            if place.width <= 20, place.height <= 20, min(place.width, place.height) > 0.4,
                area?.contains(place) != true
            {
                rest.append(place)
            }
        }
        self.outlines = outlines
        self.blots = blots
        self.spots = spots
        self.scale = scale
        self.code = area
        codeKind = area == nil ? nil : code?.kind
        landmarks = BlankPage.spread(
            rest, over: (widthMillimetres, Double(image.height) / scale))
    }

    /// Pictures sorted by the page they show, in the order in which each page is first met.
    ///
    /// - Returns: for each page the first picture's view with the outlines that later ones add.
    package static func pages(_ pictures: [BlankPage]) -> [BlankPage] {
        var pages: [BlankPage] = []
        for picture in pictures {
            var known = false
            for index in pages.indices where !known {
                guard let map = pages[index].map(to: picture) else { continue }
                known = true
                pages[index].add(picture, by: map)
            }
            if !known { pages.append(picture) }
        }
        return pages
    }

    /// Nil when the other picture does not show this page.
    ///
    /// Front and back share frame and heading, so print alone does not tell them apart: at least
    /// half of the other's outlines must be here too.
    private func map(to other: BlankPage) -> SpotMap? {
        let match = Constellation(landmarks: landmarks, scale: other.scale).match(
            other.spots, least: max(6, landmarks.count * 4 / 10))
        guard let map = match?.map else { return nil }
        let shared = other.outlines.count { outline in
            let pixel = PagePoint(
                x: outline.place.x * other.scale, y: outline.place.y * other.scale)
            return map.millimetres(pixel).map { has($0) } ?? false
        }
        return 2 * shared >= other.outlines.count ? map : nil
    }

    /// True when an outline is at this place, to a millimetre: printed targets never stand closer.
    private func has(_ place: PagePoint) -> Bool {
        outlines.contains {
            abs($0.place.x - place.x) < 1 && abs($0.place.y - place.y) < 1
        }
    }

    private mutating func add(_ picture: BlankPage, by map: SpotMap) {
        func moved(_ landmark: Landmark) -> Landmark? {
            let pixel = PagePoint(x: landmark.x * picture.scale, y: landmark.y * picture.scale)
            return map.millimetres(pixel).map {
                Landmark(
                    x: hundredths($0.x), y: hundredths($0.y), width: landmark.width,
                    height: landmark.height)
            }
        }
        for outline in picture.outlines {
            guard let place = moved(outline.place) else { continue }
            if !has(PagePoint(x: place.x, y: place.y)) {
                outlines.append(Outline(place: place, shape: outline.shape, line: outline.line))
            }
        }
        blots += picture.blots.compactMap(moved)
        pictures += 1
    }

    /// Targets of this size that are marked on every picture: blots that stand in a column of
    /// printed targets and are on none of them.
    package func alwaysMarked(like known: [Outline]) -> [Outline] {
        guard let size = known.first else { return [] }
        var groups: [[Landmark]] = []
        for blot in blots {
            let inColumn = known.contains { abs($0.place.x - blot.x) < 1.2 }
            let onTarget = known.contains {
                abs($0.place.x - blot.x) < 3 && abs($0.place.y - blot.y) < size.place.height
            }
            guard inColumn, !onTarget, (0.8...1.6).contains(blot.width / size.place.width),
                (0.8...1.8).contains(blot.height / size.place.height)
            else { continue }
            if let group = groups.firstIndex(where: {
                abs($0[0].y - blot.y) < 2 && abs($0[0].x - blot.x) < 2.4
            }) {
                groups[group].append(blot)
            } else {
                groups.append([blot])
            }
        }
        // Words look the same on every picture, marks of voters do not.
        let drawn = groups.filter { group in
            let sizes = group.map { $0.width * $0.height }
            return 2 * group.count > pictures
                && (sizes.max() ?? 0) > 1.12 * (sizes.min() ?? 0)
        }
        return drawn.map { group in
            let column = known.filter { abs($0.place.x - group[0].x) < 1.2 }
            return Outline(
                place: Landmark(
                    x: median(column.map(\.place.x)), y: median(group.map(\.y)),
                    width: size.place.width, height: size.place.height), shape: size.shape,
                line: size.line)
        }
    }

    /// The largest of each part of the page: large print survives a bad scan best.
    private static func spread(_ all: [Landmark], over paper: (width: Double, height: Double))
        -> [Landmark]
    {
        var parts: [Int: [Landmark]] = [:]
        for landmark in all {
            let column = min(7, max(0, Int(landmark.x / paper.width * 8)))
            let row = min(10, max(0, Int(landmark.y / paper.height * 11)))
            parts[row * 8 + column, default: []].append(landmark)
        }
        return parts.keys.sorted().flatMap { part in
            (parts[part] ?? []).sorted {
                ($1.width * $1.height, $0.y, $0.x) < ($0.width * $0.height, $1.y, $1.x)
            }.prefix(BlankPage.kept)
        }
    }
}

/// Ink of a closed line by its length, that of an ellipse's circumference (S. Ramanujan, 1914).
private func line(_ spot: InkSpot, scale: Double) -> Double {
    let a = spot.width / 2
    let b = spot.height / 2
    let length = 3.141592653589793 * (3 * (a + b) - ((3 * a + b) * (a + 3 * b)).squareRoot())
    // The middle of the line is shorter than its outer edge.
    let thick = Double(spot.area) / length
    return hundredths(Double(spot.area) / max(1, length - 3.14 * thick) / scale)
}

extension FoundCode.Corners {
    /// The upright rectangle round them, in millimetres.
    fileprivate func area(scale: Double) -> BallotLayout.Area {
        let points = [topLeft, topRight, bottomRight, bottomLeft]
        let (across, down) = (points.map(\.x), points.map(\.y))
        let (left, top) = (across.min() ?? 0, down.min() ?? 0)
        return BallotLayout.Area(
            left: hundredths(left / scale), top: hundredths(top / scale),
            width: hundredths(((across.max() ?? 0) - left) / scale),
            height: hundredths(((down.max() ?? 0) - top) / scale))
    }
}

extension BallotLayout.Area {
    fileprivate func contains(_ landmark: Landmark) -> Bool {
        landmark.x > left - 1 && landmark.x < left + width + 1 && landmark.y > top - 1
            && landmark.y < top + height + 1
    }
}

private func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

/// Looks into a piece of ink.
private struct BlankEye {
    let image: GrayImage
    let light: PaperLight

    /// The shape of a closed thin line round paper; nil when the piece is something else.
    func outline(_ spot: InkSpot) -> BallotLayout.TargetShape? {
        let box = spot.width * spot.height
        let fill = Double(spot.area) / box
        guard (0.05...0.5).contains(fill) else { return nil }
        var enclosed = 0
        var inner = 0
        let middleX = Int(spot.left + spot.right) / 2
        let middleY = Int(spot.top + spot.bottom) / 2
        let reachX = Int(spot.width / 4)
        let reachY = Int(spot.height / 4)
        for y in Int(spot.top)..<Int(spot.bottom) {
            let dark = (Int(spot.left)..<Int(spot.right)).filter { isDark($0, y) }
            guard let first = dark.first, let last = dark.last else { return nil }
            enclosed += last - first + 1
            if abs(y - middleY) <= reachY { inner += dark.count { abs($0 - middleX) <= reachX } }
        }
        // The middle is paper; a speck may lie there.
        guard Double(inner) < 0.03 * Double((2 * reachX + 1) * (2 * reachY + 1)) else {
            return nil
        }
        // Part of its box that each shape covers.
        let ratio = Double(enclosed) / box
        let pill =
            1 - (1 - 3.141592653589793 / 4) * min(spot.width, spot.height)
            / max(spot.width, spot.height)
        let ellipse = 3.141592653589793 / 4
        if ratio > (1 + pill) / 2 { return .box }
        return ratio > (pill + ellipse) / 2 ? .pill : ratio > 0.7 ? .ellipse : nil
    }

    private func isDark(_ x: Int, _ y: Int) -> Bool {
        let block = y / PaperLight.block * light.columns + x / PaperLight.block
        return image.pixels[y * image.width + x] < light.threshold[block]
    }
}
