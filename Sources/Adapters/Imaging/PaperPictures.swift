import CTurboJPEG
import Primitives
import Scanning

/// Pictures of a page for people to look at: the page small, and a piece of it as sharp as it is.
package enum PaperPictures {
    /// A grey JPEG and its size in pixels.
    package struct Picture: Sendable {
        package let jpeg: [UInt8]
        package let width: Int
        package let height: Int
    }

    /// Millimetres of paper on a crop. A target stands beside its option's name: to the left of it on
    /// the left half of a page, so that is where most of the crop goes.
    package static let cropWidth = 60.0
    package static let cropHeight = 18.0
    /// Millimetres from the target's centre to the nearer edge of the crop.
    static let cropMargin = 13.0

    /// Sets a page upright.
    ///
    /// - Parameter quarterTurns: clockwise, 0 to 3.
    package static func upright(_ image: GrayImage, quarterTurns: Int) -> GrayImage {
        switch (quarterTurns % 4 + 4) % 4 {
        case 1: image.quarterTurned()
        case 2: image.upsideDown()
        case 3: image.upsideDown().quarterTurned()
        default: image
        }
    }

    /// The page at about 100 dots an inch.
    ///
    /// - Parameter density: pixels in a millimetre.
    package static func page(
        _ image: GrayImage, density: Double
    ) throws(ImageProblem) -> Picture {
        let factor = max(1, Int((density * 25.4 / 100).rounded()))
        return try picture(shrunk(image, by: factor), quality: 60)
    }

    /// Where a target's crop lies: left, top, width, height in pixels of the upright page.
    ///
    /// - Parameters:
    ///   - x: of the target's centre.
    ///   - y: of the target's centre.
    package static func cropBox(
        _ image: GrayImage, x: Int, y: Int, density: Double
    ) -> (left: Int, top: Int, width: Int, height: Int) {
        func pixels(_ millimetres: Double) -> Int { Int((millimetres * density).rounded()) }
        let width = min(image.width, max(8, pixels(cropWidth)))
        let height = min(image.height, max(8, pixels(cropHeight)))
        let before = x * 2 <= image.width ? pixels(cropMargin) : width - pixels(cropMargin)
        let left = min(max(0, x - before), image.width - width)
        let top = min(max(0, y - height / 2), image.height - height)
        return (left, top, width, height)
    }

    /// Where the target stands on its crop: left, top, width, height in the crop's pixels.
    package static func frame(
        _ box: (left: Int, top: Int, width: Int, height: Int), x: Int, y: Int, density: Double
    ) -> [Int] {
        let half = (
            across: Int((frameWidth / 2 * density).rounded()),
            down: Int((frameHeight / 2 * density).rounded())
        )
        let left = min(max(0, x - box.left - half.across), box.width)
        let top = min(max(0, y - box.top - half.down), box.height)
        return [
            left, top, min(half.across * 2, box.width - left), min(half.down * 2, box.height - top),
        ]
    }

    /// Millimetres, so that a mark that runs over the target's edge lies inside.
    static let frameWidth = 11.0
    static let frameHeight = 9.0

    package static func crop(
        _ image: GrayImage, _ box: (left: Int, top: Int, width: Int, height: Int)
    ) throws(ImageProblem) -> Picture {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(box.width * box.height)
        for row in box.top..<box.top + box.height {
            let start = row * image.width + box.left
            pixels += image.pixels[start..<start + box.width]
        }
        return try picture(
            GrayImage(width: box.width, height: box.height, pixels: pixels), quality: 90)
    }

    /// Each pixel the mean of a square of pixels.
    private static func shrunk(_ image: GrayImage, by factor: Int) -> GrayImage {
        guard factor > 1, image.width >= factor, image.height >= factor else { return image }
        let width = image.width / factor
        let height = image.height / factor
        let area = factor * factor
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { into, count in
            image.pixels.withUnsafeBufferPointer { from in
                for row in 0..<height {
                    for column in 0..<width {
                        var sum = area / 2
                        for line in 0..<factor {
                            let start = (row * factor + line) * image.width + column * factor
                            for place in start..<start + factor { sum += Int(from[place]) }
                        }
                        into[row * width + column] = UInt8(sum / area)
                    }
                }
            }
            count = width * height
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    private static func picture(
        _ image: GrayImage, quality: Int32
    ) throws(ImageProblem) -> Picture {
        guard let engine = tjInitCompress() else { throw .noMemory }
        defer { tjDestroy(engine) }
        let (width, height) = (Int32(image.width), Int32(image.height))
        let grey = Int32(TJSAMP_GRAY.rawValue)
        var room = tjBufSize(width, height, grey)
        var failed = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(room)) { buffer, count in
            var start: UnsafeMutablePointer<UInt8>? = buffer.baseAddress
            failed =
                tjCompress2(
                    engine, image.pixels, width, 0, height, Int32(TJPF_GRAY.rawValue), &start,
                    &room, grey, quality, TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT) != 0
            count = failed ? 0 : Int(room)
        }
        guard !failed else { throw .corrupt("it cannot be made into a JPEG") }
        return Picture(jpeg: bytes, width: image.width, height: image.height)
    }
}
