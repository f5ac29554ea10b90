import Ballots
import Primitives

/// A point on paper, in millimetres from the top left corner.
package struct Spot: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// One touch of a pen: a broken line of constant width.
package struct InkStroke: Hashable, Sendable {
    package var spots: [Spot]
    /// Of the line, in millimetres.
    package var width: Double
    /// How the ink looks at full strength on a scan: 0 black, 255 white.
    package var tone: Double
    /// Part of the paper's tooth that the point skips: 0 for wet ink, to about 0.5 for soft pencil.
    package var grain: Double

    package init(spots: [Spot], width: Double, tone: Double, grain: Double) {
        self.spots = spots
        self.width = width
        self.tone = tone
        self.grain = grain
    }
}

/// What a voter writes with.
struct Implement: Hashable, Sendable {
    let width: ClosedRange<Double>
    let tone: ClosedRange<Double>
    let grain: Double

    static let blueBallPen = Implement(width: 0.5...0.7, tone: 68...104, grain: 0.06)
    static let blackBallPen = Implement(width: 0.5...0.7, tone: 42...70, grain: 0.05)
    static let gelPen = Implement(width: 0.55...0.8, tone: 36...60, grain: 0)
    static let feltPen = Implement(width: 0.9...1.4, tone: 34...56, grain: 0)
    static let pencil = Implement(width: 0.6...0.9, tone: 90...125, grain: 0.22)
    static let lightPencil = Implement(width: 0.4...0.6, tone: 178...208, grain: 0.35)
    static let rubber = Implement(width: 0.5...1.1, tone: 212...230, grain: 0.7)
}
