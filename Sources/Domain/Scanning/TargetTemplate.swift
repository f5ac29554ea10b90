import Ballots

/// A printed target as offsets in pixels from its centre, at the scale and angle of one page.
struct TargetTemplate: Sendable {
    struct Offset: Sendable {
        let x: Int
        let y: Int
    }

    /// Along the middle of the printed outline, each with its neighbours inwards and outwards.
    let ring: [[Offset]]
    /// Along lines half a millimetre outside and inside of the outline.
    let outside: [Offset]
    let inside: [Offset]
    /// Every pixel well within the outline.
    let interior: [Offset]
    /// Half the size of the target, in pixels.
    let halfWidth: Int
    let halfHeight: Int

    /// How far the interior keeps from the outer edge, in millimetres.
    let inset: Double

    /// - Parameter inset: of the interior; the layout's own, or more where the page is printed
    ///   bolder than that.
    init(layout: BallotLayout, unitX: PagePoint, unitY: PagePoint, inset: Double) {
        self.inset = inset
        let shape = TargetOutline(
            shape: layout.targetShape ?? .ellipse, width: layout.targetWidth,
            height: layout.targetHeight)
        func pixel(_ place: PagePoint) -> Offset {
            let at = unitX * place.x + unitY * place.y
            return Offset(x: Int(at.x.rounded()), y: Int(at.y.rounded()))
        }
        let onePixel = 1 / unitX.length
        // Of the printed line: its outer edge is the target's, its inner one lies 0.2 mm outside
        // the interior.
        let middle = max(0.1, inset - 0.2) / 2
        let lines = [middle - onePixel, middle, middle + onePixel].map {
            shape.boundary(inset: $0, count: 72).map(pixel)
        }
        ring = lines[0].indices.map { index in lines.map { $0[index] } }
        outside = shape.boundary(inset: middle - 0.5, count: 48).map(pixel)
        inside = shape.boundary(inset: middle + 0.5, count: 48).map(pixel)
        halfWidth = Int((layout.targetWidth / 2 * unitX.length).rounded(.up)) + 1
        halfHeight = Int((layout.targetHeight / 2 * unitY.length).rounded(.up)) + 1
        let determinant = unitX.x * unitY.y - unitX.y * unitY.x
        var interior: [Offset] = []
        for y in -halfHeight...halfHeight {
            for x in -halfWidth...halfWidth {
                let across = (Double(x) * unitY.y - Double(y) * unitY.x) / determinant
                let down = (Double(y) * unitX.x - Double(x) * unitX.y) / determinant
                if shape.contains(PagePoint(x: across, y: down), inset: inset) {
                    interior.append(Offset(x: x, y: y))
                }
            }
        }
        self.interior = interior
    }
}

/// The outline of a target in millimetres about its centre.
struct TargetOutline: Sendable {
    let shape: BallotLayout.TargetShape
    let width: Double
    let height: Double

    func contains(_ place: PagePoint, inset: Double) -> Bool {
        let a = width / 2 - inset
        let b = height / 2 - inset
        guard a > 0, b > 0 else { return false }
        switch shape {
        case .ellipse:
            return place.x * place.x / (a * a) + place.y * place.y / (b * b) <= 1
        case .pill:
            let beyond = max(0, abs(place.x) - max(0, a - b))
            return beyond * beyond + place.y * place.y <= b * b && abs(place.x) <= a
        case .box:
            return abs(place.x) <= a && abs(place.y) <= b
        }
    }

    /// Millimetres from a place to the smallest rectangle round the outline; 0 within it.
    func distance(_ place: PagePoint) -> Double {
        PagePoint(
            x: max(0, abs(place.x) - width / 2), y: max(0, abs(place.y) - height / 2)
        ).length
    }

    /// Evenly turned rays from the centre cut the outline at these places. The cut is found by
    /// halving: the shape says only whether a place is inside.
    func boundary(inset: Double, count: Int) -> [PagePoint] {
        TargetOutline.rays(count).map { ray in
            var near = 0.0
            var far = width + height
            for _ in 0..<24 {
                let middle = (near + far) / 2
                if contains(ray * middle, inset: inset) { near = middle } else { far = middle }
            }
            return ray * near
        }
    }

    /// Unit vectors all round, built by repeated rotation: pure arithmetic, the same everywhere.
    static func rays(_ count: Int) -> [PagePoint] {
        // Cosine and sine of one step by their series; the angle is small, so few terms are exact.
        let angle = 6.283185307179586 / Double(count)
        let square = angle * angle
        let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
        let sine =
            angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
        var rays: [PagePoint] = []
        var ray = PagePoint(x: 1, y: 0)
        for _ in 0..<count {
            rays.append(ray)
            ray = PagePoint(
                x: ray.x * cosine - ray.y * sine, y: ray.x * sine + ray.y * cosine)
        }
        return rays
    }
}
