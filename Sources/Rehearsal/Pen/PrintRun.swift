import Primitives

/// How one run of a printing press or office printer came out.
package struct PrintRun: Hashable, Sendable {
    /// Thickness of the targets' outline, in millimetres.
    package var line: Double
    /// Grey of the toner at the left and at the right edge of the paper: 0 black, 255 white.
    package var toner: (left: Double, right: Double) {
        get { (tonerLeft, tonerRight) }
        set { (tonerLeft, tonerRight) = newValue }
    }
    private var tonerLeft: Double
    private var tonerRight: Double
    /// By which everything but the timing marks is displaced against them, in millimetres, as where
    /// the frame was printed in a run of its own.
    package var shift: Spot
    /// Small places where toner is missing, of ten thousand square millimetres of paper.
    package var dropouts: Int
    package var seed: UInt64

    package init(
        line: Double = 0.25, toner: (left: Double, right: Double) = (30, 30),
        shift: Spot = Spot(0, 0), dropouts: Int = 0, seed: UInt64 = 0
    ) {
        precondition((0.05...1).contains(line), "a line of \(line) mm")
        self.line = line
        (tonerLeft, tonerRight) = toner
        self.shift = shift
        self.dropouts = dropouts
        self.seed = seed
    }

    /// One run drawn from a seed.
    ///
    /// Outlines of half a point to one point and a half; toner from full black to that of an empty
    /// cartridge on one run in eight; a shift of at most half a millimetre, none on half of the runs.
    package init(seed: UInt64) {
        var chance = SeededSource(seed: seed, purpose: "print run")
        line = chance.between(0.17, 0.42)
        let pale = chance.below(8) == 0
        tonerLeft = pale ? chance.between(60, 110) : chance.between(24, 60)
        tonerRight = tonerLeft + chance.between(-14, 14)
        let shifted = chance.below(2) == 0
        let gap = Spot(chance.between(-0.5, 0.5), chance.between(-0.5, 0.5))
        shift = shifted ? gap : Spot(0, 0)
        dropouts = chance.below(4) == 0 ? chance.below(12) : 0
        self.seed = seed
    }
}
