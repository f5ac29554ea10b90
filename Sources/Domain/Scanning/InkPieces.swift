/// Ink of a map that hangs together, by sides or corners, found where it is asked for.
struct InkPieces {
    private let map: InkMap
    /// Cells whose piece is not known yet.
    private var unseen: InkMap
    /// Number of its piece for every cell that was met.
    private var pieces: [Int: Int] = [:]
    private var lengths: [Int] = []

    init(_ map: InkMap) {
        self.map = map
        unseen = map
    }

    /// How long the piece of a cell with ink is, in cells along the longer side of the rectangle
    /// round it.
    mutating func length(at cell: Int) -> Int {
        if let known = pieces[cell] { return lengths[known] }
        var columns = (least: map.columns, most: 0)
        var rows = (least: map.rows, most: 0)
        var waiting = [cell]
        unseen[cell % map.columns, cell / map.columns] = false
        while let next = waiting.popLast() {
            pieces[next] = lengths.count
            let column = next % map.columns
            let row = next / map.columns
            columns = (min(columns.least, column), max(columns.most, column))
            rows = (min(rows.least, row), max(rows.most, row))
            for y in max(0, row - 1)...min(map.rows - 1, row + 1) {
                for x in max(0, column - 1)...min(map.columns - 1, column + 1) where unseen[x, y] {
                    unseen[x, y] = false
                    waiting.append(y * map.columns + x)
                }
            }
        }
        lengths.append(max(columns.most - columns.least, rows.most - rows.least) + 1)
        return lengths[lengths.count - 1]
    }
}
