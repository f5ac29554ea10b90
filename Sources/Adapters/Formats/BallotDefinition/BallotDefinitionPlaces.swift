import Ballots
import Elections
import Foundation
import Primitives

extension BallotDefinitionSource {
    /// One layout for each sheet of each style in each format.
    mutating func layouts() throws -> [BallotLayout] {
        var found: [BallotLayout] = []
        for (index, style) in election.items("BallotStyle").enumerated() {
            let place = "BallotStyle[\(index)]"
            let physical = try physical(style, place)
            var formats: [String] = []
            for part in physical where !formats.contains(part.format) {
                formats.append(part.format)
            }
            let sheets = Set(physical.flatMap { $0.places.map(\.sheet) }).sorted()
            for format in formats {
                for sheet in sheets {
                    let places = physical.filter { $0.format == format }.flatMap(\.places)
                        .filter { $0.sheet == sheet }
                    guard !places.isEmpty else { continue }
                    var words = [styleName(style, number: index + 1)]
                    if formats.count > 1 { words.append(format) }
                    if sheets.count > 1 { words.append("sheet-\(sheet)") }
                    found.append(
                        try layout(
                            named: words.joined(separator: "-"), format: format, sheet: sheet,
                            places: places, place))
                }
            }
        }
        if found.isEmpty { remark("the file has no physical ballot, so that no paper can be read") }
        return found
    }

    private func styleName(_ style: BallotDefinitionNode, number: Int) -> String {
        style.own("id")
            ?? style.items("ExternalIdentifier").compactMap { $0.text("Value") }.first
            ?? "style-\(number)"
    }

    // MARK: Positions

    /// A place to mark, in the file's own unit.
    struct Spot {
        let contest: Contest.ID
        let option: ContestOption.ID
        let sheet: Int
        let face: BallotLayout.Face
        let box: Box
        let shape: String?
        let area: Box?
        let place: String
    }

    struct Box {
        var left: Double
        var top: Double
        var width: Double
        var height: Double

        var middle: (x: Double, y: Double) { (left + width / 2, top + height / 2) }

        func joined(_ other: Box) -> Box {
            let x = min(left, other.left)
            let y = min(top, other.top)
            return Box(
                left: x, top: y, width: max(left + width, other.left + other.width) - x,
                height: max(top + height, other.top + other.height) - y)
        }
    }

    private mutating func physical(
        _ style: BallotDefinitionNode, _ place: String
    ) throws -> [(format: String, places: [Spot])] {
        var found: [(format: String, places: [Spot])] = []
        for (index, ordered) in flat(style.items("OrderedContent")).enumerated() {
            guard let reference = ordered.text("ContestId"), let contest = contestIDs[reference]
            else {
                throw problem(
                    "\(place).OrderedContent[\(index)]",
                    "contest \(ordered.text("ContestId") ?? "none") is not defined")
            }
            for part in ordered.items("Physical") {
                guard let format = part.text("BallotFormatId") else {
                    throw problem("\(place).\(reference)", "it names no ballot format")
                }
                var spots: [Spot] = []
                for (number, option) in part.items("PhysicalContestOption").enumerated() {
                    spots += try self.spots(
                        option, contest: contest,
                        "\(place).\(reference).PhysicalContestOption[\(number)]")
                }
                found.append((format, spots))
            }
        }
        return found
    }

    /// Contests, also those that stand under a header.
    private func flat(_ content: [BallotDefinitionNode]) -> [BallotDefinitionNode] {
        content.flatMap { item in
            item.kind == "OrderedHeader" ? flat(item.items("OrderedContent")) : [item]
        }
    }

    private mutating func spots(
        _ node: BallotDefinitionNode, contest: Contest.ID, _ place: String
    ) throws -> [Spot] {
        let option = try option(of: node, contest: contest, place)
        let positions = node.items("OptionPosition")
        let areas = try node.items("WriteInPosition").map { try box($0, place) }
        guard !positions.isEmpty else { throw problem(place, "it has no position to mark") }
        return try positions.enumerated().map { index, position in
            if position.whole("NumberVotes") != 1 || position["FractionalVotes"] != nil {
                throw problem(place, "a mark is one vote on our papers")
            }
            if let rank = position.whole("Rank"), rank > 1 {
                throw problem(place, "ranks have no place on our papers")
            }
            guard let face = position.text("Side").flatMap({ BallotLayout.Face(rawValue: $0) })
            else { throw problem(place, "it is on no side") }
            // One position with several lines for a name: the lines together are its area.
            let area =
                areas.count == positions.count
                ? areas[index]
                : areas.dropFirst().reduce(areas.first) { $0?.joined($1) }
            return Spot(
                contest: contest, option: option, sheet: position.whole("Sheet") ?? 1, face: face,
                box: try box(position, place), shape: position.text("IndicatorId"), area: area,
                place: place)
        }
    }

    private func box(_ node: BallotDefinitionNode, _ place: String) throws -> Box {
        guard let x = node.number("X"), let y = node.number("Y"), let width = node.number("W"),
            let height = node.number("H"), width > 0, height > 0
        else { throw problem(place, "a position has no place or no size") }
        return Box(left: x, top: y, width: width, height: height)
    }

    /// The option, or a new one for a write-in that stands on the paper only.
    private mutating func option(
        of node: BallotDefinitionNode, contest: Contest.ID, _ place: String
    ) throws -> ContestOption.ID {
        if let reference = node.text("ContestOptionId") {
            guard let option = optionIDs[reference] else {
                throw problem(place, "option \(reference) is not defined")
            }
            return option
        }
        guard let index = contests.firstIndex(where: { $0.id == contest }) else {
            throw problem(place, "contest \(contest) is not defined")
        }
        let number = contests[index].options.count { $0.kind == .writeIn } + 1
        let id: ContestOption.ID = try identifier("write-in-\(number)", place)
        contests[index].options.append(
            ContestOption(id: id, name: LocalizedText("Write-in \(number)"), kind: .writeIn))
        remark("a position of contest \(contest) names no option; it is taken for a write-in")
        return id
    }

    // MARK: One layout

    private mutating func layout(
        named name: String, format: String, sheet: Int, places: [Spot], _ place: String
    ) throws -> BallotLayout {
        guard let node = root.items("BallotFormat").first(where: { $0.text("@id") == format })
        else {
            throw problem(place, "ballot format \(format) is not defined")
        }
        let paper = try FormatPaper(node, sheet: sheet)
        let first = places[0]
        for spot in places {
            if abs(spot.box.width - first.box.width) > 0.01
                || abs(spot.box.height - first.box.height) > 0.01 || spot.shape != first.shape
            {
                throw problem(spot.place, "positions of several sizes or shapes on one paper")
            }
        }
        let ordered = try paper.ordered(places)
        var grid = paper.grid
        if grid == nil {
            remark(
                "format \(format) has no frame of timing marks; its places are given in hundredths of the page, and a machine needs an empty paper of it to find them"
            )
            grid = paper.edgeGrid
        }
        let frame = grid ?? paper.edgeGrid
        let sides = BallotLayout.Face.allCases.compactMap { face -> BallotLayout.Side? in
            let own = ordered.filter { $0.face == face }
            guard !own.isEmpty else { return nil }
            return BallotLayout.Side(
                face: face, columns: frame.columns, rows: frame.rows,
                targets: own.map { frame.target($0, scale: paper.scale) })
        }
        return BallotLayout(
            id: try identifier(name, place), widthMillimetres: paper.width,
            heightMillimetres: paper.height, markWidth: frame.markWidth,
            markHeight: frame.markHeight, targetWidth: first.box.width * paper.scale,
            targetHeight: first.box.height * paper.scale,
            identity: node.own("identity").flatMap { BallotLayout.SheetIdentity(rawValue: $0) }
                ?? .none, sides: sides, targetShape: try shape(first, node),
            markPitchMillimetres: frame.pitch,
            cardNumber: node.own("card-number").flatMap { Int($0) })
    }

    private func shape(
        _ spot: Spot, _ format: BallotDefinitionNode
    ) throws -> BallotLayout.TargetShape? {
        if isOwn { return format.own("target-shape").flatMap { .init(rawValue: $0) } }
        guard let reference = spot.shape else { return nil }
        let shape = root.items("Shape").first { $0.text("@id") == reference }
        switch shape?.text("ShapeType") {
        case "ellipse": return nil
        case "rectangle": return .box
        default: throw problem(spot.place, "shape \(reference) is not defined")
        }
    }
}

/// The paper and the frame of marks of one ballot format.
struct FormatPaper {
    let width: Double
    let height: Double
    /// Millimetres in the file's unit.
    let scale: Double
    let grid: MarkFrame?
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
        grid = MarkFrame(
            node.items("FiducialMark").filter { ($0.whole("Sheet") ?? 1) == sheet }, scale: scale,
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
        /// Millionths of a step: finer figures are left over from computing.
        func rounded(_ steps: Double) -> Double { (steps * 1_000_000).rounded() / 1_000_000 }
        let middle = spot.box.middle
        return BallotLayout.Target(
            contest: spot.contest, option: spot.option,
            column: rounded((middle.x * scale - left) / stepX),
            row: rounded((middle.y * scale - top) / stepY),
            writeInArea: spot.area.map { area in
                BallotLayout.Area(
                    left: rounded((area.left * scale - left) / stepX),
                    top: rounded((area.top * scale - top) / stepY),
                    width: rounded(area.width * scale / stepX),
                    height: rounded(area.height * scale / stepY))
            })
    }
}
