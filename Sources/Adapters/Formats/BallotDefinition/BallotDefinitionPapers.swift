import Ballots
import Elections
import Primitives

/// One layout as the standard's ballot format and the physical part of a ballot style. Millimetres
/// from the top left corner of the paper, the grid of timing marks in the middle of it.
struct BallotDefinitionPapers {
    let layout: BallotLayout
    private let index: Int
    private let pitch: Double
    /// In the order of the definition.
    private let contests: [Contest.ID]

    init(_ layout: BallotLayout, _ index: Int, contests: [Contest]) {
        self.layout = layout
        self.contests = contests.map(\.id)
        self.index = index
        pitch = layout.markPitchMillimetres ?? 1
    }

    static let shapes: [BallotDefinitionNode] = [
        .object("Shape", ["@id": .text("shape-mark"), "ShapeType": .text("rectangle")]),
        .object("Shape", ["@id": .text("shape-ellipse"), "ShapeType": .text("ellipse")]),
        .object("Shape", ["@id": .text("shape-rectangle"), "ShapeType": .text("rectangle")]),
    ]

    private var shape: String {
        layout.targetShape == .box ? "shape-rectangle" : "shape-ellipse"
    }

    // MARK: Places

    /// Nine decimals of a millimetre are kept; finer figures are left over from computing.
    static func rounded(_ millimetres: Double) -> Double { (millimetres * 1e9).rounded() / 1e9 }

    private func place(
        _ kind: String, _ fields: [String: BallotDefinitionNode?], side: BallotLayout.Side,
        left: Double, top: Double, width: Double, height: Double
    ) -> BallotDefinitionNode {
        var all = fields
        all["Side"] = .text(side.face.rawValue)
        all["Sheet"] = .number(1)
        all["X"] = .number(Self.rounded(left))
        all["Y"] = .number(Self.rounded(top))
        all["W"] = .number(width)
        all["H"] = .number(height)
        return .object(kind, all)
    }

    private func x(_ column: Double, _ side: BallotLayout.Side) -> Double {
        (layout.widthMillimetres - Double(side.columns - 1) * pitch) / 2 + column * pitch
    }

    private func y(_ row: Double, _ side: BallotLayout.Side) -> Double {
        (layout.heightMillimetres - Double(side.rows - 1) * pitch) / 2 + row * pitch
    }

    // MARK: The format

    var format: BallotDefinitionNode {
        let width = layout.widthMillimetres
        let height = layout.heightMillimetres
        var own: [BallotDefinitionNode] = [
            .own("id", layout.id.text), .own("identity", layout.identity.rawValue),
            .own("mark-pitch-millimetres", "\(pitch)"),
        ]
        if let shape = layout.targetShape { own.append(.own("target-shape", shape.rawValue)) }
        if let card = layout.cardNumber { own.append(.own("card-number", String(card))) }
        for side in layout.sides {
            guard let code = side.code else { continue }
            let place = [code.left, code.top, code.width, code.height]
            own.append(
                .own(
                    "code-\(side.face.rawValue)",
                    place.map { "\($0)" }.joined(separator: " ")))
            if let kind = side.codeKind {
                own.append(.own("code-kind-\(side.face.rawValue)", kind.rawValue))
            }
        }
        if let order = unusualOrder {
            own.append(.own("target-order", order.map(String.init).joined(separator: " ")))
        }
        return .object(
            "BallotFormat",
            [
                "@id": .text("format-\(index + 1)"), "ExternalIdentifier": .list(own),
                "LongEdge": .number(max(width, height)), "ShortEdge": .number(min(width, height)),
                "MeasurementUnit": .text("mm"),
                "Orientation": .text(height >= width ? "portrait" : "landscape"),
                "SelectionCaptureMethod": .text("omr"),
                "FiducialMark": .list(layout.sides.flatMap(marks)),
            ])
    }

    private func marks(_ side: BallotLayout.Side) -> [BallotDefinitionNode] {
        var places: [(Int, Int)] = []
        for column in 0..<side.columns { places += [(column, 0), (column, side.rows - 1)] }
        for row in 1..<(side.rows - 1) { places += [(0, row), (side.columns - 1, row)] }
        return places.map { column, row in
            place(
                "FiducialMark", ["ShapeId": .text("shape-mark")], side: side,
                left: x(Double(column), side) - layout.markWidth / 2,
                top: y(Double(row), side) - layout.markHeight / 2, width: layout.markWidth,
                height: layout.markHeight)
        }
    }

    // MARK: Positions

    struct Place {
        let side: BallotLayout.Side
        let target: BallotLayout.Target
    }

    var targets: [Place] {
        layout.sides.flatMap { side in side.targets.map { Place(side: side, target: $0) } }
    }

    /// The targets as the standard lists them: contest by contest, option by option.
    private var usualOrder: [Int] {
        let all = targets
        var order: [Int] = []
        for contest in contests {
            let own = all.indices.filter { all[$0].target.contest == contest }
            var options: Set<ContestOption.ID> = []
            for index in own where options.insert(all[index].target.option).inserted {
                order += own.filter { all[$0].target.option == all[index].target.option }
            }
        }
        return order
    }

    /// Nil where the list's order is the layout's.
    private var unusualOrder: [Int]? {
        let order = usualOrder
        return order == Array(order.indices) ? nil : order
    }

    func contest(
        _ contest: Contest, names: [ContestOption.ID: String]
    ) -> BallotDefinitionNode {
        let own = targets.filter { $0.target.contest == contest.id }
        var seen: Set<ContestOption.ID> = []
        let options = own.filter { seen.insert($0.target.option).inserted }.map(\.target.option)
        return .object(
            "PhysicalContest",
            [
                "BallotFormatId": .text("format-\(index + 1)"),
                "PhysicalContestOption": .list(
                    options.map { option in
                        let places = own.filter { $0.target.option == option }
                        let areas = places.compactMap(area)
                        return .object(
                            "PhysicalContestOption",
                            [
                                "ContestOptionId": names[option].map { .text($0) },
                                "OptionPosition": .list(places.map(position)),
                                "WriteInPosition": areas.isEmpty ? nil : .list(areas),
                            ])
                    }),
            ])
    }

    private func position(_ place: Place) -> BallotDefinitionNode {
        self.place(
            "OptionPosition", ["IndicatorId": .text(shape), "NumberVotes": .number(1)],
            side: place.side, left: x(place.target.column, place.side) - layout.targetWidth / 2,
            top: y(place.target.row, place.side) - layout.targetHeight / 2,
            width: layout.targetWidth, height: layout.targetHeight)
    }

    private func area(_ place: Place) -> BallotDefinitionNode? {
        guard let area = place.target.writeInArea else { return nil }
        return self.place(
            "WriteInPosition", ["SelectionRequired": .truth(true)], side: place.side,
            left: x(area.left, place.side), top: y(area.top, place.side),
            width: Self.rounded(area.width * pitch), height: Self.rounded(area.height * pitch))
    }
}
