import Primitives

/// What a scanner does to pages besides `ScannerHabits`: dirt on its glass, an uneven feed, and
/// pictures of black and white only.
package struct ScanFaults: Hashable, Sendable {
    /// Lines down the whole page that dirt under a feeder's glass leaves; at most.
    package var streaks = 0
    /// By which the feed runs ahead and falls behind, at most, in millimetres.
    package var drift = 0.0
    /// Level below which a pixel is black, every other one white; nil for grey pictures.
    package var threshold: UInt8?

    package init() {}

    /// One line of dirt.
    struct Streak: Hashable, Sendable {
        /// Of the picture's width.
        let place: Double
        /// In millimetres.
        let width: Double
        /// Part of the light that passes.
        let light: Double
    }

    func drawn(seed: UInt64) -> [Streak] {
        var chance = SeededSource(seed: seed, purpose: "streaks")
        return (0..<streaks).map { _ in
            Streak(
                place: chance.fraction(), width: chance.between(0.1, 0.35),
                light: chance.between(0.15, 0.75))
        }
    }

    /// Changes the finished picture.
    ///
    /// - Parameter density: pixels in a millimetre.
    func spoil(
        _ pixels: inout [UInt8], width: Int, height: Int, density: Double, seed: UInt64
    ) {
        for streak in drawn(seed: seed) {
            let first = Int(streak.place * Double(width))
            let last = min(width, first + max(1, Int((streak.width * density).rounded())))
            let light = Int(streak.light * 256)
            for row in 0..<height {
                for place in row * width + first..<row * width + last {
                    pixels[place] = UInt8(Int(pixels[place]) * light >> 8)
                }
            }
        }
        guard let threshold else { return }
        pixels.withUnsafeMutableBufferPointer { pixels in
            for place in pixels.indices { pixels[place] = pixels[place] < threshold ? 0 : 255 }
        }
    }
}

/// How a feed runs ahead and falls behind while a page passes: waves made of parabolas, which have
/// the look of a sine and are the same on every machine.
struct FeedDrift: Hashable, Sendable {
    /// In millimetres.
    let reach: Double
    let wave: Double
    let phase: Double

    init?(reach: Double, seed: UInt64) {
        guard reach > 0 else { return nil }
        var chance = SeededSource(seed: seed, purpose: "feed")
        self.reach = chance.between(0, reach)
        wave = chance.between(60, 240)
        phase = chance.fraction()
    }

    /// Displacement at so many millimetres from the leading edge.
    func at(_ millimetres: Double) -> Double {
        let turns = millimetres / wave + phase
        let part = turns - turns.rounded(.down)
        let half = part < 0.5 ? part * 2 : part * 2 - 1
        return reach * 4 * half * (1 - half) * (part < 0.5 ? 1 : -1)
    }
}
