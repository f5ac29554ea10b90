import Ballots
import Primitives
import Printing

/// Draws the empty paper of a plan as a fine picture: part of the light that each sample gives back,
/// 255 for white paper.
struct PlanPrinter {
    let plan: PagePlan
    let run: PrintRun
    /// Samples in a millimetre.
    let density: Double
    private let width: Int
    private let height: Int
    private var pixels: [UInt8]

    static func picture(
        _ plan: PagePlan, run: PrintRun, density: Double
    ) throws(PrintingProblem) -> PagePicture {
        var printer = PlanPrinter(plan: plan, run: run, density: density)
        for mark in plan.timingMarks { printer.bar(mark, shift: Spot(0, 0)) }
        for target in plan.targets { printer.outline(target) }
        for line in plan.words { printer.word(line) }
        if let code = plan.code { try printer.draw(code) }
        printer.dropToner()
        return PagePicture(width: printer.width, height: printer.height, pixels: printer.pixels)
    }

    private init(plan: PagePlan, run: PrintRun, density: Double) {
        self.plan = plan
        self.run = run
        self.density = density
        width = Int((plan.width * density).rounded())
        height = Int((plan.height * density).rounded())
        pixels = [UInt8](repeating: 255, count: width * height)
    }

    // MARK: Shapes

    /// Calls for every sample within reach of a zone with its place from the zone's middle, in
    /// samples; what comes back is the part of it that is covered, 0 to 1.
    private mutating func cover(
        _ zone: PaperZone, shift: Spot, _ part: (_ x: Double, _ y: Double) -> Double
    ) {
        let middle = Spot(
            (zone.middle.x + shift.x) * density, (zone.middle.y + shift.y) * density)
        let halfWidth = zone.width / 2 * density + 2
        let halfHeight = zone.height / 2 * density + 2
        let columns = max(0, Int(middle.x - halfWidth))..<min(width, Int(middle.x + halfWidth) + 1)
        let rows = max(0, Int(middle.y - halfHeight))..<min(height, Int(middle.y + halfHeight) + 1)
        let toner = tone(column: middle.x)
        for row in rows {
            for column in columns {
                let share = part(Double(column) + 0.5 - middle.x, Double(row) + 0.5 - middle.y)
                guard share > 0 else { continue }
                let light = UInt8(255 - (255 - toner) * min(1, share))
                let place = row * width + column
                if light < pixels[place] { pixels[place] = light }
            }
        }
    }

    /// Of the toner at a column, as a part of 255 between black and white.
    private func tone(column: Double) -> Double {
        let share = min(1, max(0, column / Double(width)))
        let grey = run.toner.left + (run.toner.right - run.toner.left) * share
        let light = (grey - PaperSheet.black) / (PaperSheet.white - PaperSheet.black)
        return 255 * max(0, min(1, light))
    }

    private mutating func bar(_ zone: PaperZone, shift: Spot) {
        let halfWidth = zone.width / 2 * density
        let halfHeight = zone.height / 2 * density
        cover(zone, shift: shift) { x, y in
            min(1, max(0, halfWidth + 0.5 - abs(x))) * min(1, max(0, halfHeight + 0.5 - abs(y)))
        }
    }

    private mutating func outline(_ zone: PaperZone) {
        let a = zone.width / 2 * density
        let b = zone.height / 2 * density
        let line = run.line * density
        let shape = plan.shape
        cover(zone, shift: run.shift) { x, y in
            let away = TargetEdge.distance(x, y, shape: shape, a: a, b: b)
            return min(min(0.5 - away, away + line + 0.5), 1)
        }
    }

    /// Strokes about as dense and as high as small letters.
    private mutating func word(_ zone: PaperZone) {
        var chance = SeededSource(
            seed: run.seed ^ UInt64(bitPattern: Int64(zone.left * 1000 + zone.top * 17)))
        let stem = max(0.18, zone.height * 0.11)
        var x = zone.left
        while x + stem < zone.right {
            let tall = chance.below(4) == 0 ? zone.height : zone.height * 0.7
            bar(
                PaperZone(left: x, top: zone.bottom - tall, width: stem, height: tall),
                shift: run.shift)
            let advance = stem * chance.between(2.0, 3.4)
            if chance.below(3) > 0 {
                let level = chance.below(2) == 0 ? zone.bottom - tall : zone.bottom - stem
                bar(
                    PaperZone(left: x, top: level, width: advance, height: stem), shift: run.shift)
            }
            x += advance
            if chance.below(6) == 0 { x += stem * 2 }
        }
    }

    private mutating func draw(_ code: PagePlan.Code) throws(PrintingProblem) {
        let matrix = try CodeMatrix(code.text)
        let cell = code.square.width / Double(matrix.size)
        for row in 0..<matrix.size {
            for column in 0..<matrix.size where matrix[row, column] {
                bar(
                    PaperZone(
                        left: code.square.left + Double(column) * cell,
                        top: code.square.top + Double(row) * cell, width: cell, height: cell),
                    shift: run.shift)
            }
        }
    }

    /// White specks of a tenth to four tenths of a millimetre.
    private mutating func dropToner() {
        var chance = SeededSource(seed: run.seed, purpose: "dropouts")
        let count = Int(plan.width * plan.height * Double(run.dropouts) / 10_000)
        for _ in 0..<count {
            let radius = chance.between(0.1, 0.4) / 2 * density
            let middle = Spot(chance.fraction() * Double(width), chance.fraction() * Double(height))
            for row in max(0, Int(middle.y - radius))..<min(height, Int(middle.y + radius) + 1) {
                for column in max(
                    0, Int(middle.x - radius))..<min(width, Int(middle.x + radius) + 1)
                {
                    pixels[row * width + column] = 255
                }
            }
        }
    }
}

/// Distances from the edge of a target's shape.
enum TargetEdge {
    /// About how far a place lies outside the edge, negative inside; all in one unit, from the
    /// middle. Exact for boxes and pills; for ellipses to first order, which near the edge is enough
    /// for a line.
    ///
    /// - Parameters:
    ///   - a: half the width of the shape.
    ///   - b: half its height.
    static func distance(
        _ x: Double, _ y: Double, shape: BallotLayout.TargetShape, a: Double, b: Double
    ) -> Double {
        switch shape {
        case .ellipse:
            let level = (x * x / (a * a) + y * y / (b * b)).squareRoot()
            let slope = (x * x / (a * a * a * a) + y * y / (b * b * b * b)).squareRoot()
            return slope > 1e-9 ? level * (level - 1) / slope : -min(a, b)
        case .pill:
            let straight = max(0, a - b)
            let beyond = max(0, abs(x) - straight)
            return (beyond * beyond + y * y).squareRoot() - min(a, b)
        case .box:
            return max(abs(x) - a, abs(y) - b)
        }
    }
}
