import Ballots
import Primitives

/// One voter's pen, pressure and manner; the same on the whole paper.
struct VoterHand {
    let style: MarkStyle
    private let implement: Implement
    private let width: Double
    private let tone: Double
    /// Turn of the strokes, as a slope.
    private let lean: Double
    /// Size of the marks against the target; large hands overshoot.
    private let reach: Double
    private var chance: SeededSource

    init(habits: PenHabits, seed: UInt64) {
        var chance = SeededSource(seed: seed, purpose: "hand")
        var point = chance.below(10_000)
        style =
            habits.styles.first { share in
                defer { point -= share.share }
                return point < share.share
            }?.style ?? .fill
        implement = style == .lightPencil ? .lightPencil : Self.implement(chance.below(100))
        width = chance.between(implement.width.lowerBound, implement.width.upperBound)
        tone = chance.between(implement.tone.lowerBound, implement.tone.upperBound)
        lean = chance.between(-0.25, 0.35)
        reach = chance.between(0.9, 1.3)
        self.chance = chance
    }

    private static func implement(_ draw: Int) -> Implement {
        switch draw {
        case ..<52: .blueBallPen
        case ..<76: .blackBallPen
        case ..<89: .gelPen
        case ..<94: .feltPen
        default: .pencil
        }
    }

    /// The strokes of this voter's mark for one target.
    mutating func mark(_ target: PaperZone) -> [InkStroke] {
        switch style {
        case .fill: fill(target, part: chance.between(0.88, 1.08))
        case .lightPencil: fill(target, part: chance.between(0.6, 0.95))
        case .partialFill: patch(target)
        case .cross: cross(at: centre(target, spread: 0.45), size: reach)
        case .crossBeside: cross(at: beside(target), size: min(reach, 1) * 0.8)
        case .tick: tick(target)
        case .slash: slash(target)
        case .dot: dot(target)
        case .circled: circle(target)
        }
    }

    /// The point rests where no mark is meant.
    mutating func hesitation(_ target: PaperZone) -> [InkStroke] { dot(target) }

    /// What a rubber leaves of a mark.
    mutating func erased(_ target: PaperZone) -> [InkStroke] {
        var left = fill(target, part: 0.8)
        for index in left.indices {
            left[index].tone = chance.between(188, 208)
            left[index].grain = 0.45
        }
        let middle = target.middle
        let rubber = Implement.rubber
        for line in 0..<7 {
            let across = Double(line - 3) * 0.5
            left.append(
                InkStroke(
                    spots: [
                        shaken(Spot(target.left - 0.4, middle.y + across - 0.5), 0.6),
                        shaken(Spot(target.right + 0.6, middle.y + across + 0.5), 0.6),
                    ],
                    width: chance.between(rubber.width.lowerBound, rubber.width.upperBound),
                    tone: chance.between(rubber.tone.lowerBound, rubber.tone.upperBound),
                    grain: rubber.grain))
        }
        return left
    }

    // MARK: Shapes

    /// To and fro across the target, each line a little off, from top to bottom.
    private mutating func fill(_ target: PaperZone, part: Double) -> [InkStroke] {
        let centre = centre(target, spread: 0.2)
        let wide = max(0.3, target.width / 2 * part - width / 2)
        let high = max(0.3, target.height / 2 * part - width / 2)
        let step = width * chance.between(0.55, 0.85)
        var spots: [Spot] = []
        var y = -high
        var side = 1.0
        while y <= high {
            let level = y / high
            let reach = wide * max(0.15, (1 - level * level).squareRoot())
            let x = side * (reach + chance.between(-0.25, 0.3))
            spots.append(
                Spot(centre.x + x - y * lean, centre.y + y + x * 0.12 + chance.between(-0.08, 0.08))
            )
            side = -side
            y += step / 2
        }
        return [stroke(spots)]
    }

    private mutating func patch(_ target: PaperZone) -> [InkStroke] {
        let share = chance.between(0.45, 0.62)
        let part = PaperZone(
            left: target.left + chance.between(0.1, 0.6) * target.width * (1 - share),
            top: target.top + target.height * chance.between(0.05, 0.25),
            width: target.width * share, height: target.height * 0.75)
        return fill(part, part: 0.95)
    }

    private mutating func cross(at centre: Spot, size: Double) -> [InkStroke] {
        let wide = 2.3 * size
        let high = 1.9 * size
        let falling = curve(
            shaken(Spot(centre.x - wide, centre.y - high), 0.3),
            shaken(Spot(centre.x + wide, centre.y + high), 0.3))
        let rising = curve(
            shaken(Spot(centre.x + wide, centre.y - high), 0.3),
            shaken(Spot(centre.x - wide, centre.y + high), 0.3))
        return [stroke(falling), stroke(rising)]
    }

    private mutating func tick(_ target: PaperZone) -> [InkStroke] {
        let centre = centre(target, spread: 0.3)
        let bottom = Spot(centre.x - 0.4 + chance.between(-0.3, 0.3), centre.y + 1.3)
        let start = shaken(Spot(bottom.x - 1.7 * reach, bottom.y - 1.6 * reach), 0.25)
        let end = shaken(Spot(bottom.x + 3.3 * reach, bottom.y - 4.3 * reach), 0.5)
        var spots = curve(start, bottom)
        spots += curve(bottom, end).dropFirst()
        return [stroke(spots)]
    }

    private mutating func slash(_ target: PaperZone) -> [InkStroke] {
        let centre = centre(target, spread: 0.3)
        let rise = chance.between(0.55, 1.1)
        let half = 2.5 * reach
        let ends = [
            Spot(centre.x - half, centre.y + half * rise),
            Spot(centre.x + half, centre.y - half * rise),
        ]
        return [stroke(curve(shaken(ends[0], 0.2), shaken(ends[1], 0.2)))]
    }

    private mutating func dot(_ target: PaperZone) -> [InkStroke] {
        let centre = centre(target, spread: 0.7)
        let size = chance.between(0.15, 0.35)
        return [stroke([centre, Spot(centre.x + size, centre.y + size * chance.between(-1, 1))])]
    }

    private mutating func circle(_ target: PaperZone) -> [InkStroke] {
        let centre = centre(target, spread: 0.25)
        let wide = target.width / 2 + chance.between(1.0, 1.9)
        let high = target.height / 2 + chance.between(0.9, 1.4)
        // A turn of 15 degrees, repeated: cosine and sine of pi / 12.
        let turn = (cosine: 0.965_925_826_289_068_3, sine: 0.258_819_045_102_520_76)
        var direction = (x: 0.1, y: -0.994_987_437_106_619_9)
        var spots: [Spot] = []
        for step in 0..<27 {
            let drift = Double(step) * 0.02
            spots.append(
                Spot(
                    centre.x + direction.x * (wide + drift) + chance.between(-0.1, 0.1),
                    centre.y + direction.y * (high + drift) + chance.between(-0.1, 0.1)))
            direction = (
                direction.x * turn.cosine - direction.y * turn.sine,
                direction.x * turn.sine + direction.y * turn.cosine
            )
        }
        return [stroke(spots)]
    }

    // MARK: The hand

    private func stroke(_ spots: [Spot]) -> InkStroke {
        InkStroke(spots: spots, width: width, tone: tone, grain: implement.grain)
    }

    private mutating func centre(_ target: PaperZone, spread: Double) -> Spot {
        shaken(Spot(target.middle.x, target.middle.y), spread)
    }

    /// In the white to the left or the right of the target, not touching it.
    private mutating func beside(_ target: PaperZone) -> Spot {
        let away = target.width / 2 + 2.9 + chance.between(0, 0.8)
        let side = chance.below(2) == 0 ? -1.0 : 1.0
        return shaken(Spot(target.middle.x + side * away, target.middle.y), 0.3)
    }

    private mutating func shaken(_ spot: Spot, _ spread: Double) -> Spot {
        Spot(spot.x + chance.between(-spread, spread), spot.y + chance.between(-spread, spread))
    }

    /// A bent line from one spot to another, eight pieces.
    private mutating func curve(_ start: Spot, _ end: Spot) -> [Spot] {
        let bend = chance.between(-0.12, 0.12)
        let knee = Spot(
            (start.x + end.x) / 2 - (end.y - start.y) * bend,
            (start.y + end.y) / 2 + (end.x - start.x) * bend)
        return (0...8).map { piece in
            let t = Double(piece) / 8
            let u = 1 - t
            return Spot(
                u * u * start.x + 2 * u * t * knee.x + t * t * end.x,
                u * u * start.y + 2 * u * t * knee.y + t * t * end.y)
        }
    }
}
