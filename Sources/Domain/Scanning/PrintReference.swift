import Ballots

/// What is printed round the targets of one side, learned from the pages themselves: a cell that is
/// dark on more than half of them is print.
///
/// No blank paper is needed, and each printer's own shifts are in it. It adds doubts only: no ink
/// is ever taken away on its word, and no mark is made of what it finds.
package struct PrintReference: Sendable {
    /// With fewer pages, two voters with the same habit would pass for print.
    static let fewestPages = 4

    let around: [InkMap]
    let writing: [InkMap?]

    /// Nil with too few pages.
    ///
    /// - Parameter pages: readings of one side of one layout.
    package init?(_ pages: [PageReading]) {
        guard let first = pages.first, pages.count >= PrintReference.fewestPages else { return nil }
        around = first.targets.indices.map { index in
            PrintReference.majority(pages.map { $0.targets[index].surroundings.around }).widened
        }
        writing = first.targets.indices.map { index in
            guard let area = first.targets[index].surroundings.writing else { return nil }
            let maps = pages.compactMap { $0.targets[index].surroundings.writing }
                .filter { $0.columns == area.columns && $0.rows == area.rows }
            return PrintReference.majority(maps).widened
        }
    }

    private static func majority(_ maps: [InkMap]) -> InkMap {
        var result = InkMap(columns: maps[0].columns, rows: maps[0].rows)
        for row in 0..<result.rows {
            for column in 0..<result.columns {
                let count = maps.count { $0[column, row] }
                if 2 * count > maps.count { result[column, row] = true }
            }
        }
        return result
    }

    /// What a voter left round a target.
    func foreign(_ reading: TargetReading) -> InkMap {
        reading.surroundings.around.without(around[reading.target])
    }

    /// What a voter left in a write-in area; nil where there is none.
    func foreignWriting(_ reading: TargetReading) -> InkMap? {
        guard let map = reading.surroundings.writing, let print = writing[reading.target],
            print.columns == map.columns, print.rows == map.rows
        else { return nil }
        return map.without(print)
    }
}
