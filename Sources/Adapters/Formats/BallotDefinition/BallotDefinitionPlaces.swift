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
        try checkAlike(places)
        let ordered = try paper.ordered(places)
        let frame = frame(of: paper, format)
        let sides = BallotLayout.Face.allCases.compactMap { face -> BallotLayout.Side? in
            let own = ordered.filter { $0.face == face }
            guard !own.isEmpty else { return nil }
            return BallotLayout.Side(
                face: face, columns: frame.columns, rows: frame.rows,
                targets: own.map { frame.target($0, scale: paper.scale) },
                code: code(of: face, node),
                codeKind: node.own("code-kind-\(face.rawValue)").flatMap { .init(rawValue: $0) })
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

    /// Where our own papers carry their code.
    private func code(of face: BallotLayout.Face, _ node: BallotDefinitionNode) -> BallotLayout
        .Area?
    {
        let numbers = (node.own("code-\(face.rawValue)") ?? "").split(separator: " ")
            .compactMap { Double($0) }
        guard numbers.count == 4 else { return nil }
        return BallotLayout.Area(
            left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3])
    }

    private func checkAlike(_ places: [Spot]) throws {
        let first = places[0]
        for spot in places {
            if abs(spot.box.width - first.box.width) > 0.01
                || abs(spot.box.height - first.box.height) > 0.01 || spot.shape != first.shape
            {
                throw problem(spot.place, "positions of several sizes or shapes on one paper")
            }
        }
    }

    /// The timing marks, or the page itself where there are none.
    private mutating func frame(of paper: FormatPaper, _ format: String) -> MarkFrame {
        if let grid = paper.grid { return grid }
        if paper.marks > 0 {
            remark("format \(format): its fiducial marks, \(paper.marks) of them, are not kept")
        }
        remark(
            "format \(format) has no frame of timing marks; its places are given in hundredths of the page, and a machine needs an empty paper of it to find them"
        )
        return paper.edgeGrid
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
