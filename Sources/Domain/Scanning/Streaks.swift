/// Lines that a scanner draws itself, because of dirt on its glass or a broken cell: dark in nearly
/// every row, straight along the feed, and thin.
///
/// A printed rule ends before the paper does and leans as the paper lies; a streak runs on beside
/// the paper's ends. So the first and the last hundredth of the picture must hold it too.
struct Streaks {
    /// First and last column of each, from left to right.
    let columns: [ClosedRange<Int>]

    /// Every so many rows are looked at.
    private static let step = 5

    init(_ image: GrayImage, light: PaperLight, pixelsPerMillimetre: Double) {
        let width = image.width
        let rows = Array(stride(from: 2, to: image.height, by: Streaks.step))
        var dark = [UInt16](repeating: 0, count: width)
        // A streak is seldom black: a fifth of the way from paper to ink is more than any grain
        // that would stand in one column down a whole page.
        let span = max(0, light.pageWhite - light.pageBlack)
        image.pixels.withUnsafeBufferPointer { pixels in
            dark.withUnsafeMutableBufferPointer { dark in
                for y in rows {
                    let blocks = y / PaperLight.block * light.columns
                    for block in 0..<light.columns {
                        let white = Int(light.white[blocks + block])
                        let level = UInt8(max(0, white - span / 5))
                        let from = block * PaperLight.block
                        for x in from..<min(width, from + PaperLight.block) {
                            dark[x] &+= pixels[y * width + x] < level ? 1 : 0
                        }
                    }
                }
            }
        }
        let nearly = UInt16(rows.count * 92 / 100)
        // Two millimetres and more are a shadow or the scanner's bed.
        let widest = max(2, Int(2 * pixelsPerMillimetre))
        let margin = max(1, Int(pixelsPerMillimetre))
        var found: [ClosedRange<Int>] = []
        var x = margin
        while x < width - margin {
            guard dark[x] >= nearly else {
                x += 1
                continue
            }
            var end = x
            while end + 1 < width, dark[end + 1] >= nearly { end += 1 }
            // Paper on both sides, if only a millimetre off: streaks come in pairs, too.
            let clear = { (at: Int) in at > 0 && at < width && Int(dark[at]) < rows.count / 2 }
            let beside = 2...max(3, margin)
            if end - x < widest, beside.contains(where: { [x] in clear(x - $0) }),
                beside.contains(where: { clear(end + $0) }),
                Streaks.reachesEnds(image, light: light, columns: x...end, span: span)
            {
                found.append(x...end)
            }
            x = end + 1
        }
        columns = found
    }

    private static func reachesEnds(
        _ image: GrayImage, light: PaperLight, columns: ClosedRange<Int>, span: Int
    ) -> Bool {
        let part = max(4, image.height / 100)
        let middle = (columns.lowerBound + columns.upperBound) / 2
        return [0..<part, image.height - part..<image.height].allSatisfy { rows in
            let dark = rows.count { y in
                let level = light.white(x: middle, y: y) - span / 5
                return columns.contains { Int(image.pixels[y * image.width + $0]) < level }
            }
            return dark * 10 >= rows.count * 8
        }
    }

    /// True when one runs through the target at this column.
    func touch(_ x: Int, halfWidth: Int) -> Bool {
        columns.contains { $0.lowerBound <= x + halfWidth && $0.upperBound >= x - halfWidth }
    }
}
