import Primitives

/// How a scanner treats papers.
package struct ScannerHabits: Hashable, Sendable {
    /// Largest turn of a page, in degrees.
    package var skew = 1.2
    /// Largest stretch, as a fraction.
    package var stretch = 0.006
    /// Largest displacement, in millimetres.
    package var offset = 1.2
    /// Of ten thousand papers: fed upside down, and folded.
    package var upsideDown = 700
    package var folded = 1200
    /// Standard deviation of a pixel's noise, in grey values: least and most.
    package var noise = 1.5...4.0
    package var quality = 60

    package init() {}
}

/// How one page went through the scanner; all of it follows from the seed.
struct ScannerPass {
    let cosine: Double
    let sine: Double
    let stretchX: Double
    let stretchY: Double
    let offset: Spot
    let upsideDown: Bool
    let fold: Fold?
    /// Light at the left, the middle and the right, and from top to bottom; 1 is even.
    let light: (left: Double, right: Double, bow: Double, down: Double, level: Double)
    /// Part of a pixel's value that comes from each of its four neighbours, of 256.
    let blur: Int
    /// Noise amplitude, of 64 for one grey value of standard deviation.
    let noise: Int
    let specks: [InkStroke]
    let noiseSeed: UInt64
    /// An uneven feed; nil where paper moves evenly.
    var drift: FeedDrift?

    init(habits: ScannerHabits, pageWidth: Double, pageHeight: Double, seed: UInt64) {
        var chance = SeededSource(seed: seed, purpose: "scanner")
        func spread(_ limit: Double) -> Double { chance.between(-limit, limit) }
        // Most pages lie nearly straight: the mean of two draws.
        let turn = (spread(habits.skew) + spread(habits.skew)) / 2 * Double.pi / 180
        (cosine, sine) = Self.smallTurn(turn)
        stretchX = 1 + spread(habits.stretch)
        stretchY = 1 + spread(habits.stretch)
        offset = Spot(spread(habits.offset), spread(habits.offset))
        upsideDown = chance.below(10_000) < habits.upsideDown
        fold =
            chance.below(10_000) < habits.folded
            ? Self.fold(pageWidth, pageHeight, &chance) : nil
        light = (
            chance.between(0.95, 1.01), chance.between(0.95, 1.01), chance.between(0, 0.03),
            chance.between(-0.025, 0.025), chance.between(0.95, 1.02)
        )
        blur = 6 + chance.below(30)
        noise = Int(64 * chance.between(habits.noise.lowerBound, habits.noise.upperBound))
        specks = (0..<chance.below(5)).map { _ in
            let spot = Spot(chance.between(0, pageWidth), chance.between(0, pageHeight))
            let end = Spot(spot.x + chance.between(0, 0.2), spot.y + chance.between(0, 0.2))
            return InkStroke(
                spots: [spot, end], width: chance.between(0.12, 0.28),
                tone: chance.between(70, 170), grain: 0)
        }
        noiseSeed = chance.next()
    }

    private static func fold(
        _ pageWidth: Double, _ pageHeight: Double, _ chance: inout SeededSource
    ) -> Fold {
        let across = chance.below(4) != 0
        let size = across ? pageHeight : pageWidth
        return Fold(
            across: across, place: size * chance.between(0.44, 0.56),
            depth: chance.between(0.78, 0.92),
            shift: Spot(chance.between(-0.08, 0.08), chance.between(-0.12, 0.12)))
    }

    /// Cosine and sine of a turn of a few degrees, from their series; the same on every machine.
    private static func smallTurn(_ angle: Double) -> (Double, Double) {
        let square = angle * angle
        return (
            1 - square / 2 * (1 - square / 12 * (1 - square / 30)),
            angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
        )
    }
}

/// A long strip of noise with one grey value of standard deviation 16; pages read it from places
/// of their own.
enum NoiseStrip {
    static let length = 1 << 16
    /// Repeats its beginning, so that a row may start anywhere.
    static let values: [Int8] = {
        var chance = SeededSource(seed: 0x5eed, purpose: "noise strip")
        var strip = (0..<length).map { _ in
            // The sum of twelve even draws has a standard deviation of one.
            let sum = (0..<12).reduce(-6.0) { total, _ in total + chance.fraction() }
            return Int8(max(-127, min(127, (sum * 16).rounded())))
        }
        strip += strip[..<8192]
        return strip
    }()
}
