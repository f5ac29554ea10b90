import Ballots

/// How boldly the targets of a page are printed.
///
/// A picture in black and white, a copy, a worn roller make a hairline thicker; what lies inside it
/// is then still print. Most targets of a page are empty, so the line ends where most of them show
/// paper.
struct PrintedOutline {
    let image: GrayImage
    let light: PaperLight
    let black: Int
    let layout: BallotLayout

    /// How much further inwards than the layout says print may reach, in millimetres.
    static let boldest = 0.6
    private static let step = 0.1

    /// Where the inside of this page's targets begins, in millimetres from their outer edge.
    func inset(_ finds: [TargetLocator.Find], unitX: PagePoint, unitY: PagePoint) -> Double {
        let outline = TargetOutline(
            shape: layout.targetShape ?? .ellipse, width: layout.targetWidth,
            height: layout.targetHeight)
        let base = layout.interiorInset
        // Only targets with paper in their middle show where a line ends: a page may be filled.
        let middle = places(outline, inset: layout.targetHeight * 0.3, unitX, unitY)
        let empty = finds.filter { darkPart(middle, around: $0) < 0.1 }
        var inset = base
        while inset < base + PrintedOutline.boldest,
            inset + PrintedOutline.step < layout.targetHeight / 4
        {
            // Just inside the line, where the interior would begin.
            let ring = places(outline, inset: inset + PrintedOutline.step / 2, unitX, unitY)
            let dark = empty.map { darkPart(ring, around: $0) }
            // Three quarters of them show it: that many voters do not mark alike. Two places of 48
            // are more than a speck.
            guard !dark.isEmpty, dark.sorted()[dark.count / 4] > 0.03 else { return inset }
            inset += PrintedOutline.step
        }
        return inset
    }

    private func places(
        _ outline: TargetOutline, inset: Double, _ unitX: PagePoint, _ unitY: PagePoint
    ) -> [PagePoint] {
        outline.boundary(inset: inset, count: 48).map { unitX * $0.x + unitY * $0.y }
    }

    private func darkPart(_ places: [PagePoint], around find: TargetLocator.Find) -> Double {
        let white = light.white(x: find.x, y: find.y)
        let level = white - Int(Double(white - black) * TargetMeter.inkPart)
        let count = places.count { place in
            let x = find.x + Int(place.x.rounded())
            let y = find.y + Int(place.y.rounded())
            guard x >= 0, y >= 0, x < image.width, y < image.height else { return false }
            return Int(image.pixels[y * image.width + x]) < level
        }
        return Double(count) / Double(places.count)
    }
}
