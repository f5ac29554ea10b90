import Ballots
import Elections
import Primitives
import Scanning

/// A page painted by plain loops, so that the reader is tested against something that shares no
/// code with it or with the printer.
struct PaintedPage {
    var columns = 18
    var rows = 26
    /// Pixels per millimetre: 200 dots per inch.
    var scale = 7.874
    /// Rotation in radians, and shift of the paper in the picture, in pixels.
    var angle = 0.0
    var shift = (x: 6.0, y: 9.0)
    /// Stretch of the paper along its height.
    var stretch = 1.0
    var paper = 236.0
    var ink = 28.0
    /// Brightness lost from the left to the right edge, as a part.
    var shade = 0.0
    /// Largest step of noise, in grey levels.
    var noise = 0
    /// Marks that are missing, as column and row.
    var missing: Set<[Int]> = []
    /// What the pen did, by index of the target.
    var strokes: [Int: Stroke] = [:]
    /// Targets that are printed somewhere else than the layout has them.
    var targetShift = 0.0
    var isBlank = false
    /// Targets under something black that is three times their size.
    var covered: Set<Int> = []
    /// Targets with a ring drawn round them, 1.5 mm away.
    var ringed: Set<Int> = []

    /// Crosses of three millimetres on the paper, in millimetres from the middle of a target.
    var crosses: [(target: Int, x: Double, y: Double)] = []
    /// Targets with three letters of 1.4 mm printed one millimetre right of their edge.
    var worded: Set<Int> = []
    /// How many targets the page has, from above, of at most eight.
    var count = 8
    /// Steps by which a second column of targets, 12 mm to the left, stands lower; nil without one.
    var second: Double?

    /// Where dirt on the glass draws a line down the picture, in millimetres; half a millimetre wide.
    var streak: Double?
    /// And a second one, 0.9 mm to the right of it.
    var isStreakTwin = false

    enum Stroke {
        case fill, cross, dot, tick, rubbedOut
    }

    static let width = 148.0
    static let height = 210.0
    static let pitch = 8.0
    static let origin = (x: 6.0, y: 5.0)

    var layout: BallotLayout {
        var targets = (0..<count).map { index in
            BallotLayout.Target(
                contest: index < 5 ? "president" : "referendum",
                option: ContestOption.ID("option-\(index)")!, column: 14,
                row: Double(3 + index * 2))
        }
        if let second {
            targets += (0..<8).map { index in
                BallotLayout.Target(
                    contest: "second", option: ContestOption.ID("option-\(index)")!, column: 12.5,
                    row: Double(3 + index * 2) + second)
            }
        }
        return BallotLayout(
            id: "painted", widthMillimetres: Self.width, heightMillimetres: Self.height,
            markWidth: 5, markHeight: 1.8, targetWidth: 6, targetHeight: 4, identity: .none,
            sides: [.init(face: .front, columns: 18, rows: 26, targets: targets)],
            markPitchMillimetres: Self.pitch)
    }

    var definition: ElectionDefinition {
        func contest(_ id: Contest.ID, _ range: Range<Int>) -> Contest {
            Contest(
                id: id, title: LocalizedText(id.text), kind: .election, votesAllowed: 1,
                options: range.map {
                    ContestOption(
                        id: ContestOption.ID("option-\($0)")!, name: LocalizedText("\($0)"),
                        kind: .candidate)
                }, outcome: nil)
        }
        return ElectionDefinition(
            id: "painted", name: LocalizedText("Painted"),
            inventedNotice: LocalizedText("Invented"),
            day: CivilDay(text: "2031-05-18")!,
            contests: [contest("president", 0..<5), contest("referendum", 5..<8)], districts: [],
            stations: [],
            markPolicy: MarkPolicy(
                ignoredBelow: 250, countedFrom: 1000, text: LocalizedText("any mark")),
            publication: PublicationRule(smallestPool: 30))
    }

    func image() -> GrayImage {
        let targets = layout.sides[0].targets.map { target in
            (
                x: Self.origin.x + target.column * Self.pitch + targetShift,
                y: Self.origin.y + target.row * Self.pitch
            )
        }
        let width = Int(Self.width * scale)
        let height = Int(Self.height * scale * stretch)
        var source = SeededSource(seed: 2031)
        var pixels = [UInt8](repeating: 0, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                // Four samples a pixel, so that edges are grey as a scanner leaves them.
                var dark = 0.0
                for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                    dark += darkness(Double(x) + dx, Double(y) + dy, targets) / 4
                }
                if let streak {
                    let lines = isStreakTwin ? [streak, streak + 0.9] : [streak]
                    for line in lines where abs(Double(x) / scale - line) < 0.25 {
                        dark = max(dark, 0.6)
                    }
                }
                let light = 1 - shade * Double(x) / Double(width)
                var value = (paper + (ink - paper) * dark) * light
                if noise > 0 {
                    value += Double(
                        Int(truncatingIfNeeded: source.next() % UInt64(2 * noise + 1)) - noise)
                }
                pixels[y * width + x] = UInt8(max(0, min(255, value)))
            }
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    /// Darkness of the paper at a place of the picture, 0 to 1.
    private func darkness(_ x: Double, _ y: Double, _ targets: [(x: Double, y: Double)]) -> Double {
        // Turned about the middle of the page; sine and cosine to the second order suffice below
        // three degrees.
        let cosine = 1 - angle * angle / 2
        let centreX = Self.width * scale / 2
        let centreY = Self.height * scale * stretch / 2
        let px = x - centreX - shift.x
        let py = y - centreY - shift.y
        let mx = (px * cosine + py * angle + centreX) / scale
        let my = (py * cosine - px * angle + centreY) / scale / stretch
        guard !isBlank else { return 0 }
        return max(mark(mx, my), target(mx, my, targets), beside(mx, my, targets))
    }

    private func beside(_ x: Double, _ y: Double, _ targets: [(x: Double, y: Double)]) -> Double {
        for cross in crosses {
            let dx = x - targets[cross.target].x - cross.x
            let dy = y - targets[cross.target].y - cross.y
            if abs(dx) < 1.5, min(abs(dx - dy), abs(dx + dy)) < 0.35 { return 0.9 }
        }
        for target in worded {
            let dx = x - targets[target].x - 4
            let dy = y - targets[target].y
            if abs(dy) < 0.7, [0.2, 1, 1.8].contains(where: { abs(dx - $0) < 0.2 }) { return 0.95 }
        }
        return 0
    }

    private func mark(_ x: Double, _ y: Double) -> Double {
        let column = ((x - Self.origin.x) / Self.pitch).rounded()
        let row = ((y - Self.origin.y) / Self.pitch).rounded()
        guard (0...Double(columns - 1)).contains(column), (0...Double(rows - 1)).contains(row),
            abs(x - Self.origin.x - column * Self.pitch) <= 2.5,
            column == 0 || row == 0 || column == Double(columns - 1) || row == Double(rows - 1),
            !missing.contains([Int(column), Int(row)])
        else { return 0 }
        let dx = abs(x - Self.origin.x - column * Self.pitch)
        let dy = abs(y - Self.origin.y - row * Self.pitch)
        return dx <= 2.5 && dy <= 0.9 ? 1 : 0
    }

    private func target(_ x: Double, _ y: Double, _ targets: [(x: Double, y: Double)]) -> Double {
        for index in targets.indices {
            let dx = x - targets[index].x
            let dy = y - targets[index].y
            if covered.contains(index), abs(dx) < 9, abs(dy) < 6 { return 1 }
            guard abs(dx) < 5.5, abs(dy) < 4.5 else { continue }
            if ringed.contains(index) {
                let near = dx * dx / (4.3 * 4.3) + dy * dy / (3.3 * 3.3)
                let far = dx * dx / (4.8 * 4.8) + dy * dy / (3.8 * 3.8)
                if near >= 1, far <= 1 { return 0.9 }
            }
            let outer = dx * dx / 9 + dy * dy / 4
            let inner = dx * dx / (2.8 * 2.8) + dy * dy / (1.8 * 1.8)
            let printed = outer <= 1 && inner >= 1 ? 0.95 : 0
            return max(printed, stroke(strokes[index], dx, dy, inside: inner < 1))
        }
        return 0
    }

    private func stroke(_ stroke: Stroke?, _ dx: Double, _ dy: Double, inside: Bool) -> Double {
        switch stroke {
        case nil: 0
        case .fill: inside ? 0.9 : 0
        case .cross: min(abs(dx - 1.2 * dy), abs(dx + 1.2 * dy)) < 0.4 && abs(dy) < 2 ? 0.9 : 0
        case .dot: dx * dx + dy * dy < 0.25 ? 0.9 : 0
        case .tick: abs(dx - dy) < 0.35 && dy > -2.6 && dy < 1 ? 0.9 : 0
        case .rubbedOut: dx * dx / 4 + dy * dy / 2 < 1 ? 0.28 : 0
        }
    }
}
