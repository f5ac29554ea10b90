import Scanning

/// One page as it is to be looked at: grey, and the way up that the file says.
package struct DecodedPage: Sendable, Equatable {
    package let image: GrayImage
    /// As the file says it; nil when it says nothing, or nothing that a scanner could mean.
    package let density: DotsPerInch?
}

/// How close a scanner put the pixels.
package struct DotsPerInch: Hashable, Sendable {
    package let across: Double
    package let down: Double

    /// Nil outside 10 to 10,000 dots per inch.
    package init?(across: Double, down: Double) {
        guard (10...10_000).contains(across), (10...10_000).contains(down) else { return nil }
        self.across = across
        self.down = down
    }

    init?(perCentimetreAcross across: Double, down: Double) {
        self.init(across: across * 2.54, down: down * 2.54)
    }

    var turned: DotsPerInch? { DotsPerInch(across: down, down: across) }
}

/// How the stored rows and columns lie on the picture, numbered as in TIFF 6.0 (tag 274) and Exif.
///
/// Scanners leave it at 1; telephones turn their pictures with it.
enum Orientation: Int, Sendable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case flipped = 4
    case transposed = 5
    /// Stored lying: to be turned by a quarter clockwise.
    case quarter = 6
    case transversed = 7
    /// Stored lying: to be turned by a quarter against the clock.
    case threeQuarters = 8

    /// Anything out of range is upright, as viewers take it.
    init(tag: Int) { self = Orientation(rawValue: tag) ?? .upright }

    var swapsSides: Bool { rawValue >= 5 }

    func applied(to page: DecodedPage) -> DecodedPage {
        guard self != .upright else { return page }
        return DecodedPage(
            image: applied(to: page.image),
            density: swapsSides ? page.density?.turned : page.density)
    }

    private func applied(to image: GrayImage) -> GrayImage {
        switch self {
        case .upright: image
        case .mirrored: Orientation.mirror(image)
        case .upsideDown: image.upsideDown()
        case .flipped: Orientation.mirror(image.upsideDown())
        case .transposed: Orientation.mirror(image.quarterTurned())
        case .quarter: image.quarterTurned()
        case .transversed: Orientation.mirror(image.quarterTurned().upsideDown())
        case .threeQuarters: image.quarterTurned().upsideDown()
        }
    }

    /// Left and right changed over.
    private static func mirror(_ image: GrayImage) -> GrayImage {
        let width = image.width
        let pixels = [UInt8](unsafeUninitializedCapacity: image.pixels.count) { into, count in
            image.pixels.withUnsafeBufferPointer { from in
                for y in 0..<image.height {
                    for x in 0..<width { into[y * width + x] = from[y * width + width - 1 - x] }
                }
            }
            count = image.pixels.count
        }
        return GrayImage(width: width, height: image.height, pixels: pixels)
    }
}
