import Ballots

/// What is usually printed round a target of this page.
///
/// The targets of a page are printed alike: a name on one side, a rule above, paper elsewhere. A
/// cell of the map round a target that is dark on more than a fifth of the page's targets is print;
/// ink where the others have paper is a voter's. No other page is needed, so that a stranger reads
/// each page as the commission did. It only ever adds a doubt.
struct PageHabit {
    /// With fewer targets one voter's habit would pass for print.
    static let fewestTargets = 6

    private let print: InkMap

    /// Nil when the page has too few targets.
    init?(_ maps: [InkMap]) {
        guard maps.count >= PageHabit.fewestTargets else { return nil }
        var counts = [Int](repeating: 0, count: maps[0].columns * maps[0].rows)
        for map in maps { map.eachSet { counts[$0] += 1 } }
        var common = InkMap(columns: maps[0].columns, rows: maps[0].rows)
        for (cell, count) in counts.enumerated() where 5 * count > maps.count {
            common[cell % maps[0].columns, cell / maps[0].columns] = true
        }
        print = common.widened
    }

    /// What a voter left round a target.
    func foreign(_ map: InkMap) -> InkMap { map.without(print) }
}
