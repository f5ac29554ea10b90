import Ballots
import Elections
import Primitives

/// The papers of a VotingWorks election.
extension VotingWorksSource {
    private static let inch = 25.4

    func layouts() throws -> [BallotLayout] {
        guard let layouts = election.gridLayouts else { return [] }
        guard !layouts.isEmpty else {
            throw problem(".gridLayouts", "there is none, so the papers cannot be read")
        }
        return try layouts.enumerated().flatMap { index, grid in
            let sheets = Set(grid.gridPositions.map { $0.sheetNumber ?? 1 }).sorted()
            return try sheets.map { number in
                try layout(
                    grid, place: ".gridLayouts[\(index)]", sheet: number,
                    several: sheets.count > 1)
            }
        }
    }

    private func layout(
        _ grid: VotingWorksElection.GridLayout, place: String, sheet: Int, several: Bool
    ) throws -> BallotLayout {
        let (width, height) = try paperInches()
        // Marks stand a quarter of an inch apart, one for each quarter inch of the page's width
        // and three fewer than that along its height.
        let columns = Int(width * 4)
        let rows = Int(height * 4) - 3
        let positions = grid.gridPositions.filter { ($0.sheetNumber ?? 1) == sheet }
        let sides = try BallotLayout.Face.allCases.compactMap { face -> BallotLayout.Side? in
            let targets = try positions.filter { $0.side == face.rawValue }.map {
                try target($0, place: place, columns: columns, rows: rows)
            }
            return targets.isEmpty
                ? nil
                : BallotLayout.Side(face: face, columns: columns, rows: rows, targets: targets)
        }
        let style = several ? "\(grid.ballotStyleId)-sheet-\(sheet)" : grid.ballotStyleId
        let byMarks = election.ballotLayout?.metadataEncoding == "timing-marks"
        return BallotLayout(
            id: try name(style, place), widthMillimetres: width * Self.inch,
            heightMillimetres: height * Self.inch, markWidth: 3.0 / 16 * Self.inch,
            markHeight: 1.0 / 16 * Self.inch, targetWidth: 0.2 * Self.inch,
            targetHeight: 0.13 * Self.inch, identity: byMarks ? .timingMarkBits : .none,
            sides: sides, targetShape: .pill, markPitchMillimetres: 0.25 * Self.inch,
            cardNumber: byMarks ? card(grid.ballotStyleId) : nil)
    }

    /// `card-number-3` is card 3.
    private func card(_ style: String) -> Int? {
        let prefix = "card-number-"
        return style.hasPrefix(prefix) ? Int(style.dropFirst(prefix.count)) : nil
    }

    private func paperInches() throws -> (Double, Double) {
        switch election.ballotLayout?.paperSize ?? "letter" {
        case "letter": (8.5, 11)
        case "legal": (8.5, 14)
        case "custom-8.5x17", "custom17": (8.5, 17)
        case "custom-8.5x18": (8.5, 18)
        case "custom-8.5x21": (8.5, 21)
        case "custom-8.5x22", "custom22": (8.5, 22)
        case let other: throw problem(".ballotLayout.paperSize", "“\(other)” is not known")
        }
    }

    private func target(
        _ position: VotingWorksElection.Position, place: String, columns: Int, rows: Int
    ) throws -> BallotLayout.Target {
        guard let option = position.option else {
            throw problem(place, "a position of contest \(position.contestId) names no option")
        }
        guard let contest = election.contests.first(where: { $0.id == position.contestId }) else {
            throw problem(place, "contest \(position.contestId) is not defined")
        }
        if contest.type == "candidate", position.optionId != nil,
            !(contest.candidates ?? []).contains(where: { $0.id == option })
        {
            throw problem(place, "contest \(contest.id) has no candidate \(option)")
        }
        guard (0...Double(columns - 1)).contains(position.column),
            (0...Double(rows - 1)).contains(position.row)
        else {
            throw problem(place, "the target of \(option) lies outside the page")
        }
        return BallotLayout.Target(
            contest: try name(position.contestId, place), option: try name(option, place),
            column: position.column, row: position.row,
            writeInArea: position.writeInArea.map {
                BallotLayout.Area(left: $0.x, top: $0.y, width: $0.width, height: $0.height)
            })
    }
}
