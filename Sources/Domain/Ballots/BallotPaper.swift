import Primitives

/// A sheet that ballots are printed on, with its frame of timing marks.
///
/// The frame is the same on every paper of one format, so that a scanner's operator sees at a glance
/// that a paper belongs to the batch. Lengths in millimetres, the origin at the top left corner.
package struct BallotPaper: Hashable, Sendable {
    /// Lower case; part of the layout's name.
    package let name: String
    package let width: Double
    package let height: Double
    /// Timing marks along the top and the bottom, and down each side; corner marks shared.
    package let columns: Int
    package let rows: Int

    /// From one timing mark's centre to the next, in both directions.
    package static let pitch = 7.0
    /// Size of a timing mark.
    package static let mark = (width: 4.0, height: 2.0)
    /// Size of a target, an ellipse lying down: wide enough for a tick, low enough to fill quickly.
    package static let target = (width: 5.0, height: 3.4)

    package static let a5 = BallotPaper(name: "a5", width: 148, height: 210, columns: 20, rows: 29)
    package static let a4 = BallotPaper(name: "a4", width: 210, height: 297, columns: 29, rows: 41)

    /// Centre of the marks in a column of the grid; fractions lie between two marks.
    package func x(column: Double) -> Double {
        (width - Double(columns - 1) * Self.pitch) / 2 + column * Self.pitch
    }

    /// Centre of the marks in a row of the grid.
    package func y(row: Double) -> Double {
        (height - Double(rows - 1) * Self.pitch) / 2 + row * Self.pitch
    }

    /// Where print other than timing marks may stand: well inside the frame.
    package var inside: PaperZone {
        let left = x(column: 0) + Self.mark.width / 2 + 5
        let top = y(row: 0.75)
        return PaperZone(
            left: left, top: top, width: width - 2 * left, height: height - 2 * top)
    }

    /// The centres of all timing marks of one side, clockwise from the top left corner.
    package var markCentres: [(x: Double, y: Double)] {
        let lastColumn = columns - 1
        let lastRow = rows - 1
        var places: [(Int, Int)] = (0..<lastColumn).map { ($0, 0) }
        places += (0..<lastRow).map { (lastColumn, $0) }
        places += (0..<lastColumn).map { (lastColumn - $0, lastRow) }
        places += (0..<lastRow).map { (0, lastRow - $0) }
        return places.map { (x(column: Double($0.0)), y(row: Double($0.1))) }
    }
}

/// A rectangle on paper, in millimetres from the top left corner.
package struct PaperZone: Hashable, Sendable {
    package let left: Double
    package let top: Double
    package let width: Double
    package let height: Double

    package init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    package var right: Double { left + width }
    package var bottom: Double { top + height }
    package var middle: (x: Double, y: Double) { (left + width / 2, top + height / 2) }

    package func overlaps(_ other: PaperZone) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    package func holds(_ other: PaperZone) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
}
