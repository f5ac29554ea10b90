import Ballots
import Primitives

/// One printed paper lying on the scanner's glass, as grey values on a fine raster, with a border of
/// glass around it. Ink and folds are put on it; the scanner then looks at it.
struct PaperSheet {
    /// Samples in a millimetre.
    let density: Double
    /// Samples of glass on each side.
    let border: Int
    let width: Int
    let height: Int
    var samples: [UInt8]

    /// Grey of white paper and of full toner as a scanner sees them.
    static let white = 243.0
    static let black = 30.0

    /// - Parameters:
    ///   - page: the empty paper, perfect black and white.
    ///   - density: samples of it in a millimetre.
    ///   - border: of glass, in millimetres.
    init(page: (width: Int, height: Int, pixels: [UInt8]), density: Double, border: Double) {
        self.density = density
        self.border = Int((border * density).rounded(.up))
        width = page.width + 2 * self.border
        height = page.height + 2 * self.border
        samples = [UInt8](repeating: 0, count: width * height)
        layGlass(pageWidth: page.width, pageHeight: page.height)
        for row in 0..<page.height {
            let target = (row + self.border) * width + self.border
            for column in 0..<page.width {
                let light = Double(page.pixels[row * page.width + column]) / 255
                samples[target + column] = UInt8(
                    Self.black + (Self.white - Self.black) * light)
            }
        }
    }

    /// The lid is a little darker than paper, and the paper's edge throws a shadow on it.
    private mutating func layGlass(pageWidth: Int, pageHeight: Int) {
        let lid = 226.0
        let reach = 0.8 * density
        for row in 0..<height {
            let down = max(border - row, row - (border + pageHeight - 1), 0)
            for column in 0..<width {
                let across = max(border - column, column - (border + pageWidth - 1), 0)
                let away = Double(max(down, across))
                let shade = away < reach ? 46 * (1 - away / reach) : 0
                samples[row * width + column] = UInt8(lid - shade)
            }
        }
    }

    /// Sample coordinates of a place on paper.
    func sample(_ millimetres: Double) -> Double { millimetres * density + Double(border) }

    // MARK: Ink

    mutating func draw(_ stroke: InkStroke, seed: UInt64) {
        if stroke.spots.count == 1 { segment(stroke.spots[0], stroke.spots[0], stroke, seed) }
        for index in stroke.spots.indices.dropFirst() {
            segment(stroke.spots[index - 1], stroke.spots[index], stroke, seed)
        }
    }

    /// A piece of line with round ends. Ink only ever darkens; crossing lines do not add up.
    private mutating func segment(
        _ from: Spot, _ to: Spot, _ stroke: InkStroke, _ seed: UInt64
    ) {
        let start = (x: sample(from.x), y: sample(from.y))
        let along = (x: sample(to.x) - start.x, y: sample(to.y) - start.y)
        let length = max(along.x * along.x + along.y * along.y, 1e-9)
        let radius = stroke.width / 2 * density
        let reach = radius + 1
        let columns = clamped(
            min(start.x, start.x + along.x) - reach, max(start.x, start.x + along.x) + reach, width)
        let rows = clamped(
            min(start.y, start.y + along.y) - reach, max(start.y, start.y + along.y) + reach, height
        )
        let depth = Self.white - stroke.tone
        samples.withUnsafeMutableBufferPointer { samples in
            for row in rows {
                for column in columns {
                    let here = (x: Double(column) - start.x, y: Double(row) - start.y)
                    let part = min(1, max(0, (here.x * along.x + here.y * along.y) / length))
                    let off = (x: here.x - part * along.x, y: here.y - part * along.y)
                    let distance = (off.x * off.x + off.y * off.y).squareRoot()
                    guard distance < radius + 0.5 else { continue }
                    var cover = min(1, radius + 0.5 - distance)
                    if stroke.grain > 0 {
                        cover *= 1 - stroke.grain * Self.tooth(column, row, seed)
                    }
                    let grey = UInt8(Self.white - depth * cover)
                    let place = row * width + column
                    if grey < samples[place] { samples[place] = grey }
                }
            }
        }
    }

    private func clamped(_ low: Double, _ high: Double, _ size: Int) -> Range<Int> {
        let first = min(size, max(0, Int(low)))
        return first..<max(first, min(size, Int(high) + 1))
    }

    /// How much of the ink the paper's tooth refuses at a place, in [0, 1).
    private static func tooth(_ column: Int, _ row: Int, _ seed: UInt64) -> Double {
        var mixed = seed ^ (UInt64(column / 2) &* 0x9e37_79b9_7f4a_7c15)
        mixed = (mixed ^ (UInt64(row / 2) &* 0xc2b2_ae3d_27d4_eb4f)) &* 0xff51_afd7_ed55_8ccd
        mixed ^= mixed >> 33
        return Double(mixed >> 40) * 0x1p-24
    }

    /// The part of a target's inside that is dark, in ten-thousandths.
    ///
    /// - Parameter margin: left out along the edge, in millimetres: the printed line and 0.15 mm
    ///   beside it.
    func ink(
        in target: PaperZone, shape: BallotLayout.TargetShape = .ellipse, margin: Double = 0.45
    ) -> Int {
        let middle = (x: sample(target.middle.x), y: sample(target.middle.y))
        let wide = (target.width / 2 - margin) * density
        let high = (target.height / 2 - margin) * density
        let dark = UInt8(Self.white * 0.65)
        var inside = 0
        var inked = 0
        for row in Int(middle.y - high)...Int(middle.y + high) {
            for column in Int(middle.x - wide)...Int(middle.x + wide) {
                let across = (Double(column) - middle.x) / wide
                let down = (Double(row) - middle.y) / high
                let isInside =
                    shape == .ellipse
                    ? across * across + down * down <= 1
                    : TargetEdge.distance(
                        across * wide, down * high, shape: shape, a: wide, b: high) <= 0
                guard isInside else { continue }
                inside += 1
                if samples[row * width + column] < dark { inked += 1 }
            }
        }
        return inside == 0 ? 0 : inked * 10_000 / inside
    }

    // MARK: Folds

    /// The line of a fold: dark where the paper turns away from the lamp, bright beside it.
    mutating func crease(_ fold: Fold) {
        let place = Int(sample(fold.place))
        let profile = [0.985, 0.95, fold.depth, fold.depth, 0.97, 1.015, 1.01]
        for (index, factor) in profile.enumerated() {
            let line = place - 3 + index
            if fold.across {
                for column in border..<width - border { shade(line * width + column, factor) }
            } else {
                for row in border..<height - border { shade(row * width + line, factor) }
            }
        }
    }

    private mutating func shade(_ place: Int, _ factor: Double) {
        samples[place] = UInt8(min(255, Double(samples[place]) * factor))
    }
}

/// One fold of a paper.
struct Fold: Hashable, Sendable {
    /// True for a fold across the page, false for one along it.
    let across: Bool
    /// From the top, or from the left; in millimetres.
    let place: Double
    /// How dark the line is: the part of the light that is left.
    let depth: Double
    /// How far the far part of the page is moved, in millimetres.
    let shift: Spot
}
