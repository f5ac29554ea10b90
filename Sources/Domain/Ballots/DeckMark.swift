import Elections
import Primitives

/// One mark of a test deck: what kind, and its lines about a target.
///
/// Every kind is a mark by the rule "any mark in the target"; how much of the target's inside it
/// covers follows from its lines alone, and the policy of the definition says what that counts as.
package enum DeckMark: String, Codable, Sendable, CaseIterable {
    case fill
    case cross
    case tick
    case slash
    /// The whole target in a grey of little more than half the darkness of print.
    case light
    /// A small patch on the left edge of the target, half inside and half outside.
    case edge

    /// How many ten-thousandths beyond the policy's bound a mark must cover to be used: what a
    /// scanner's blur and a printer's spread may take away or add.
    package static let margin = 500

    /// The lines of this mark for one target.
    package func strokes(on target: PaperZone) -> [PenStroke] {
        let wide = target.width / 2
        let high = target.height / 2
        let middle = target.middle
        func at(_ across: Double, _ down: Double) -> PenStroke.Point {
            PenStroke.Point(x: middle.x + across * wide, y: middle.y + down * high)
        }
        func line(_ points: [PenStroke.Point], _ grey: Double = 0) -> PenStroke {
            PenStroke(points: points, width: 0.6, grey: grey)
        }
        switch self {
        case .fill: return [line(hatch(at, across: -0.8...0.8, down: 0.8, high))]
        case .light: return [line(hatch(at, across: -0.9...0.9, down: 0.95, high), Self.lightGrey)]
        case .edge: return [line(hatch(at, across: -1.4 ... -0.3, down: 0.5, high))]
        case .cross:
            return [line([at(-0.9, -0.9), at(0.9, 0.9)]), line([at(0.9, -0.9), at(-0.9, 0.9)])]
        case .tick: return [line([at(-0.6, -0.1), at(-0.15, 0.75), at(1, -1.3)])]
        case .slash: return [line([at(-1, 1), at(1, -1)])]
        }
    }

    /// Of the light mark: 0 is black, 1 is white.
    static let lightGrey = 0.42

    /// To and fro from top to bottom, lines so close that no white is left between them.
    private func hatch(
        _ at: (Double, Double) -> PenStroke.Point, across: ClosedRange<Double>, down: Double,
        _ high: Double
    ) -> [PenStroke.Point] {
        let rows = Int((2 * down * high / 0.45).rounded(.up))
        return (0...rows).flatMap { row in
            let level = -down + 2 * down * Double(row) / Double(rows)
            let ends = [at(across.lowerBound, level), at(across.upperBound, level)]
            return row % 2 == 0 ? ends : ends.reversed()
        }
    }

    /// Part of the target's inside that the lines cover, in ten-thousandths, counted on a grid of a
    /// twentieth of a millimetre.
    func ink(on target: PaperZone, shape: BallotLayout.TargetShape) -> Int {
        let strokes = strokes(on: target)
        let inset = BallotLayout.usualInset
        let wide = target.width / 2 - inset
        let high = target.height / 2 - inset
        var inside = 0
        var inked = 0
        let step = 0.05
        for row in 0..<Int((2 * high / step).rounded()) {
            for column in 0..<Int((2 * wide / step).rounded()) {
                let x = -wide + (Double(column) + 0.5) * step
                let y = -high + (Double(row) + 0.5) * step
                guard Self.holds(shape, x / wide, y / high, wide: wide, high: high) else {
                    continue
                }
                inside += 1
                let place = PenStroke.Point(x: target.middle.x + x, y: target.middle.y + y)
                if strokes.contains(where: { $0.covers(place) }) { inked += 1 }
            }
        }
        return inside == 0 ? 0 : inked * 10_000 / inside
    }

    private static func holds(
        _ shape: BallotLayout.TargetShape, _ across: Double, _ down: Double, wide: Double,
        high: Double
    ) -> Bool {
        switch shape {
        case .box: return true
        case .ellipse: return across * across + down * down <= 1
        case .pill:
            let beyond = max(0, abs(across) * wide - max(0, wide - high)) / high
            return beyond * beyond + down * down <= 1
        }
    }
}

extension PenStroke {
    /// True when a place lies under the line.
    func covers(_ place: Point) -> Bool {
        zip(points, points.dropFirst()).contains { from, to in
            let along = (x: to.x - from.x, y: to.y - from.y)
            let away = (x: place.x - from.x, y: place.y - from.y)
            let length = along.x * along.x + along.y * along.y
            let part =
                length > 0
                ? min(1, max(0, (away.x * along.x + away.y * along.y) / length)) : 0
            let off = (x: away.x - part * along.x, y: away.y - part * along.y)
            return off.x * off.x + off.y * off.y <= width * width / 4
        }
    }
}
