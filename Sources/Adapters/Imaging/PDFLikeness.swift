import Scanning

/// Whether a picture taken out of a PDF is what the page shows, and which way up it is shown.
///
/// A page may turn, flip, crop or cover its picture, and draw marks over it; a list of pictures says
/// nothing of that. So the page is drawn small by poppler and compared with the picture made small.
enum PDFLikeness {
    /// Dots per inch of the small drawing. A mark of three millimetres is four pixels wide.
    static let density = 36

    /// Grey levels beyond the range of the pixels around; two ways of making a picture small differ
    /// by less, as each result lies among the greys around the place.
    private static let mostExcess = 48

    /// Differing pixels in 20,000: fewer than a mark of three millimetres has on a page.
    private static func mostDiffering(_ small: GrayImage) -> Int {
        max(1, small.pixels.count / 20_000)
    }

    /// How the picture is to be turned so that it is the page; nil when it is not.
    static func orientation(of picture: GrayImage, shownAs small: GrayImage) -> Orientation? {
        var best: (orientation: Orientation, difference: Int)?
        let straight = shrunk(picture, width: small.width, height: small.height)
        let lying = shrunk(picture, width: small.height, height: small.width)
        for tag in 1...8 {
            let orientation = Orientation(tag: tag)
            guard let shrunk = orientation.swapsSides ? lying : straight else { continue }
            let turned = orientation.applied(to: DecodedPage(image: shrunk, density: nil)).image
            guard differing(turned, small) <= mostDiffering(small) else { continue }
            let difference = zip(turned.pixels, small.pixels).reduce(0) {
                $0 + abs(Int($1.0) - Int($1.1))
            }
            if best.map({ difference < $0.difference }) ?? true {
                best = (orientation, difference)
            }
        }
        return best?.orientation
    }

    private static func differing(_ a: GrayImage, _ b: GrayImage) -> Int {
        var count = 0
        for y in 0..<a.height {
            for x in 0..<a.width {
                var least: UInt8 = 255
                var most: UInt8 = 0
                for row in max(0, y - 1)...min(a.height - 1, y + 1) {
                    for column in max(0, x - 1)...min(a.width - 1, x + 1) {
                        let level = a.pixels[row * a.width + column]
                        least = min(least, level)
                        most = max(most, level)
                    }
                }
                let shown = Int(b.pixels[y * a.width + x])
                let excess = max(Int(least) - shown, shown - Int(most))
                if excess > mostExcess { count += 1 }
            }
        }
        return count
    }

    /// The mean of what falls on each pixel; nil when the picture is not larger.
    private static func shrunk(_ image: GrayImage, width: Int, height: Int) -> GrayImage? {
        guard image.width >= width, image.height >= height else { return nil }
        let edges = (0...width).map { $0 * image.width / width }
        var pixels = [UInt8](repeating: 0, count: width * height)
        image.pixels.withUnsafeBufferPointer { from in
            var sums = [Int](repeating: 0, count: width)
            for row in 0..<height {
                let top = row * image.height / height
                let bottom = (row + 1) * image.height / height
                for column in 0..<width { sums[column] = 0 }
                for y in top..<bottom {
                    let line = y * image.width
                    for column in 0..<width {
                        var sum = 0
                        for x in edges[column]..<edges[column + 1] { sum &+= Int(from[line + x]) }
                        sums[column] &+= sum
                    }
                }
                for column in 0..<width {
                    let count = (bottom - top) * (edges[column + 1] - edges[column])
                    pixels[row * width + column] = UInt8((sums[column] + count / 2) / count)
                }
            }
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }
}
