/// One side of a sheet as the scanner saw it: 0 is black, 255 is white, row by row from the top.
package struct GrayImage: Sendable, Equatable {
    package let width: Int
    package let height: Int
    package let pixels: [UInt8]

    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(
            width > 0 && height > 0 && pixels.count == width * height,
            "\(width) by \(height) pixels, got \(pixels.count)")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Turned by half a turn.
    package func upsideDown() -> GrayImage {
        GrayImage(width: width, height: height, pixels: pixels.reversed())
    }

    /// Turned by a quarter, clockwise.
    package func quarterTurned() -> GrayImage {
        let turned = [UInt8](unsafeUninitializedCapacity: pixels.count) { into, count in
            pixels.withUnsafeBufferPointer { from in
                for y in 0..<height {
                    let column = height - 1 - y
                    for x in 0..<width { into[x * height + column] = from[y * width + x] }
                }
            }
            count = pixels.count
        }
        return GrayImage(width: height, height: width, pixels: turned)
    }
}

/// A place on the page in pixels; x to the right, y downwards.
package struct PagePoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    package static func + (a: PagePoint, b: PagePoint) -> PagePoint {
        .init(x: a.x + b.x, y: a.y + b.y)
    }
    package static func - (a: PagePoint, b: PagePoint) -> PagePoint {
        .init(x: a.x - b.x, y: a.y - b.y)
    }
    package static func * (a: PagePoint, by: Double) -> PagePoint {
        .init(x: a.x * by, y: a.y * by)
    }

    package var length: Double { (x * x + y * y).squareRoot() }
}
