import Ballots

/// What is usually printed round a target of this page.
///
/// The targets of a page are printed alike: a name on one side, a rule above, paper elsewhere. A
/// cell of the map round a target that is dark on more than a fifth of the page's targets is print;
/// ink where the others have paper is a voter's, if it hangs together as a stroke does. No other
/// page is needed, so that a stranger reads each page as the commission did. It only ever adds a
/// doubt.
struct PageHabit {
    /// With fewer targets one voter's ring would be on more than a fifth of them: print is then
    /// what half of them have, and at least two.
    static let enoughTargets = 6
    /// Millimetres that connected ink is long, at least, to be a stroke of a pen and not a letter:
    /// print on a ballot is 2 mm high and less where it stands beside a target.
    static let stroke = 2.5

    private let print: InkMap

    /// - Parameter maps: one for each target of the page, all of one size.
    init(_ maps: [InkMap]) {
        let columns = maps.first?.columns ?? 0
        let rows = maps.first?.rows ?? 0
        var counts = [Int](repeating: 0, count: columns * rows)
        for map in maps { map.eachSet { counts[$0] += 1 } }
        let least =
            maps.count >= PageHabit.enoughTargets
            ? maps.count / 5 + 1 : max(2, (maps.count + 1) / 2)
        var common = InkMap(columns: columns, rows: rows)
        for (cell, count) in counts.enumerated() where count >= least {
            common[cell % columns, cell / columns] = true
        }
        print = common.widened
    }

    /// Strokes that a voter left round a target.
    func foreign(_ map: InkMap) -> InkMap {
        var pieces = InkPieces(map)
        var strokes = InkMap(columns: map.columns, rows: map.rows)
        map.without(print).eachSet { cell in
            if Double(pieces.length(at: cell)) * Surroundings.cell >= PageHabit.stroke {
                strokes[cell % map.columns, cell / map.columns] = true
            }
        }
        return strokes
    }
}
