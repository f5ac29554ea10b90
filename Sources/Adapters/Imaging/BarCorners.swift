import Ballots
import Scanning

extension FoundCode {
    /// A PDF417 with its corners to the pixel, or without corners when its print does not show them.
    ///
    /// The library walks over such a code in coarse steps of rows, so that a corner may be a third of
    /// the height off. The code itself shows them: every row begins with a bar of eight modules and
    /// ends with a pattern whose first bar is of seven (ISO/IEC 15438, start and stop pattern), so
    /// that two thick bars stand from the top of the code to its bottom.
    func sharpened(on image: GrayImage) -> FoundCode {
        guard kind == .pdf417, let corners else { return self }
        return FoundCode(
            text: text, degrees: degrees, kind: kind,
            corners: BarCorners(image, rough: corners)?.corners)
    }
}

/// The corners of a PDF417 by the two thick bars of its start and stop patterns.
private struct BarCorners {
    private struct Bar {
        let top: PagePoint
        let bottom: PagePoint
        let width: Double
        var middle: PagePoint { (top + bottom) * 0.5 }
    }

    /// Modules: the width of the bars, and from the right edge to the middle of the stop pattern's.
    private static let start = 8.0
    private static let stop = 7.0
    private static let stopFromRight = 14.5

    let corners: FoundCode.Corners

    /// Nil when the bars are not where they must be.
    init?(_ image: GrayImage, rough: FoundCode.Corners) {
        let eye = BarEye(image)
        let left = (rough.topLeft + rough.bottomLeft) * 0.5
        let right = (rough.topRight + rough.bottomRight) * 0.5
        let height = max(
            (rough.bottomLeft - rough.topLeft).length, (rough.bottomRight - rough.topRight).length)
        guard (right - left).length > 40, height > 8 else { return nil }
        var along = (right - left).unit
        // Five pixels from an edge that is known to four one is within a bar of eight modules.
        guard
            let first = eye.bar(at: left + along * 5, along: along, reach: height),
            let last = eye.bar(
                at: right - along * (first.width / Self.start * Self.stopFromRight), along: along,
                reach: height)
        else { return nil }
        // Print that was made to deceive may show one bar where two should be.
        guard (last.middle - first.middle).length > 20 else { return nil }
        // Seen again along the code's own direction, which the two bars tell better.
        along = (last.middle - first.middle).unit
        guard let start = eye.bar(at: first.middle, along: along, reach: height),
            let stop = eye.bar(at: last.middle, along: along, reach: height)
        else { return nil }
        let module = (start.width + stop.width) / (Self.start + Self.stop)
        let heights = [(start.bottom - start.top).length, (stop.bottom - stop.top).length]
        // A bar of another thickness, or two of unequal length, belong to other print.
        guard abs(start.width / module - Self.start) < 1, abs(stop.width / module - Self.stop) < 1,
            abs(heights[0] - heights[1]) <= 2 + 0.05 * height
        else { return nil }
        let outer = along * (start.width / 2)
        let rest = along * (Self.stopFromRight * module)
        corners = FoundCode.Corners(
            topLeft: start.top - outer, topRight: stop.top + rest,
            bottomRight: stop.bottom + rest, bottomLeft: start.bottom - outer)
    }

    /// Follows print over a picture in steps of half a pixel.
    private struct BarEye {
        private static let step = 0.5
        private let image: GrayImage

        init(_ image: GrayImage) { self.image = image }

        /// The bar at a place, by its width along the code and its ends across it.
        ///
        /// - Parameter reach: the height of the code, roughly, in pixels.
        func bar(at place: PagePoint, along: PagePoint, reach: Double) -> Bar? {
            let across = PagePoint(x: -along.y, y: along.x)
            // Half way between the bar and the paper beside it.
            let row = stride(from: -20.0, through: 20, by: 1).compactMap {
                brightness(place + along * $0)
            }
            guard let dark = row.min(), let light = row.max(), light - dark > 40 else { return nil }
            let threshold = (dark + light) / 2
            func end(_ from: PagePoint, _ direction: PagePoint, _ most: Double) -> PagePoint? {
                guard let here = brightness(from), here < threshold else { return nil }
                for length in stride(from: Self.step, through: most, by: Self.step) {
                    let at = from + direction * length
                    guard let value = brightness(at) else { return nil }
                    if value >= threshold { return at - direction * (Self.step / 2) }
                }
                return nil
            }
            guard let left = end(place, along * -1, reach), let right = end(place, along, reach)
            else { return nil }
            let middle = (left + right) * 0.5
            guard let top = end(middle, across * -1, 1.5 * reach),
                let bottom = end(middle, across, 1.5 * reach)
            else { return nil }
            return Bar(top: top, bottom: bottom, width: (right - left).length)
        }

        /// Between four pixels; nil off the page.
        private func brightness(_ point: PagePoint) -> Double? {
            let (column, row) = (Int(point.x.rounded(.down)), Int(point.y.rounded(.down)))
            guard column >= 0, row >= 0, column + 1 < image.width, row + 1 < image.height else {
                return nil
            }
            let (right, down) = (point.x - Double(column), point.y - Double(row))
            func pixel(_ x: Int, _ y: Int) -> Double { Double(image.pixels[y * image.width + x]) }
            let upper = pixel(column, row) * (1 - right) + pixel(column + 1, row) * right
            let lower = pixel(column, row + 1) * (1 - right) + pixel(column + 1, row + 1) * right
            return upper * (1 - down) + lower * down
        }
    }
}

extension PagePoint {
    fileprivate var unit: PagePoint { self * (1 / length) }
}
