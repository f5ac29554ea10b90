import Ballots
import Foundation
import Primitives

/// The paper and the frame of marks of one ballot format.
struct FormatPaper {
    let width: Double
    let height: Double
    /// Millimetres in the file's unit.
    let scale: Double
    let grid: MarkFrame?
    /// How many marks the file has for the sheet.
    let marks: Int
    private let order: [Int]?
    private let name: String

    init(_ node: BallotDefinitionNode, sheet: Int) throws {
        name = node.text("@id") ?? "BallotFormat"
        guard let long = node.number("LongEdge"), let short = node.number("ShortEdge") else {
            throw BallotDefinitionProblem.cannotHold(name, "it has no size")
        }
        switch node.text("MeasurementUnit") {
        case "mm": scale = 1
        case "in": scale = 25.4
        case "pt": scale = 25.4 / 72
        case "pc": scale = 25.4 / 6
        default: throw BallotDefinitionProblem.cannotHold(name, "its unit is not known")
        }
        let stands = node.text("Orientation") != "landscape"
        width = (stands ? short : long) * scale
        height = (stands ? long : short) * scale
        let stated = node.items("FiducialMark").filter { ($0.whole("Sheet") ?? 1) == sheet }
        marks = stated.count
        grid = MarkFrame(
            stated, scale: scale,
            statedPitch: node.own("mark-pitch-millimetres").flatMap { Double($0) },
            width: width, height: height)
        order = node.own("target-order").map { text in
            text.split(separator: " ").compactMap { Int($0) }
        }
    }

    /// Hundredths of the page, where there is no frame of marks.
    var edgeGrid: MarkFrame {
        MarkFrame(
            columns: 101, rows: 101, markWidth: 1, markHeight: 1, pitch: nil, left: 0, top: 0,
            stepX: width / 100, stepY: height / 100)
    }

    /// The places in the order of the layout that they came from.
    func ordered(_ spots: [BallotDefinitionSource.Spot]) throws
        -> [BallotDefinitionSource.Spot]
    {
        guard let order else { return spots }
        guard order.sorted() == Array(spots.indices) else {
            throw BallotDefinitionProblem.cannotHold(name, "dobush:target-order does not fit")
        }
        var found = spots
        for (place, target) in order.enumerated() { found[target] = spots[place] }
        return found
    }
}

/// Timing marks all round a page, at equal steps.
struct MarkFrame {
    let columns: Int
    let rows: Int
    let markWidth: Double
    let markHeight: Double
    /// Nil where there are no marks.
    let pitch: Double?
    let left: Double
    let top: Double
    let stepX: Double
    let stepY: Double
}

extension MarkFrame {
    /// Nil unless the marks of the front are one frame: a row at the top and at the bottom and a
    /// column at each side, all one size and one step apart.
    init?(
        _ marks: [BallotDefinitionNode], scale: Double, statedPitch: Double?, width: Double,
        height: Double
    ) {
        let face = marks.first?.text("Side")
        let boxes = marks.filter { $0.text("Side") == face }.compactMap { mark in
            mark.number("X").flatMap { x in
                mark.number("Y").flatMap { y in
                    mark.number("W").flatMap { w in
                        mark.number("H").map { (x: x + w / 2, y: y + $0 / 2, w: w, h: $0) }
                    }
                }
            }
        }
        guard let first = boxes.first,
            boxes.allSatisfy({ abs($0.w - first.w) < 0.01 && abs($0.h - first.h) < 0.01 })
        else { return nil }
        let xs = Self.steps(boxes.map(\.x))
        let ys = Self.steps(boxes.map(\.y))
        guard xs.count >= 8, ys.count >= 8, boxes.count == 2 * (xs.count + ys.count) - 4 else {
            return nil
        }
        columns = xs.count
        rows = ys.count
        markWidth = first.w * scale
        markHeight = first.h * scale
        let across = (xs[xs.count - 1] - xs[0]) / Double(xs.count - 1) * scale
        let down = (ys[ys.count - 1] - ys[0]) / Double(ys.count - 1) * scale
        let even =
            zip(xs, xs.dropFirst()).allSatisfy { abs(($1 - $0) * scale - across) < 0.05 }
            && zip(ys, ys.dropFirst()).allSatisfy { abs(($1 - $0) * scale - down) < 0.05 }
        guard even else { return nil }
        pitch = statedPitch ?? (abs(across - down) < 0.01 ? (across + down) / 2 : nil)
        stepX = statedPitch ?? across
        stepY = statedPitch ?? down
        left =
            statedPitch.map { (width - Double(xs.count - 1) * $0) / 2 } ?? xs[0] * scale
        top =
            statedPitch.map { (height - Double(ys.count - 1) * $0) / 2 } ?? ys[0] * scale
    }

    /// Different places, in order; those within a hundredth are one.
    private static func steps(_ values: [Double]) -> [Double] {
        values.sorted().reduce(into: []) { found, value in
            if found.last.map({ value - $0 > 0.01 }) ?? true { found.append(value) }
        }
    }

    /// - Parameter scale: millimetres in the unit of the spot.
    func target(_ spot: BallotDefinitionSource.Spot, scale: Double) -> BallotLayout.Target {
        /// A step of few decimals, or millimetres of few decimals in steps; finer figures are left
        /// over from computing.
        func steps(_ millimetres: Double, _ step: Double) -> Double {
            let steps = millimetres / step
            let short = (steps * 1_000_000).rounded() / 1_000_000
            return abs(steps - short) < 1e-8
                ? short : BallotDefinitionPapers.rounded(millimetres) / step
        }
        let middle = spot.box.middle
        return BallotLayout.Target(
            contest: spot.contest, option: spot.option,
            column: steps(middle.x * scale - left, stepX),
            row: steps(middle.y * scale - top, stepY),
            writeInArea: spot.area.map { area in
                BallotLayout.Area(
                    left: steps(area.left * scale - left, stepX),
                    top: steps(area.top * scale - top, stepY),
                    width: steps(area.width * scale, stepX),
                    height: steps(area.height * scale, stepY))
            })
    }
}
