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

/// Lines and dots just outside a printed outline.
struct OutsideInk {
    /// Of 48 directions, those in which ink is met.
    let ring: Int
    /// Ink within reach of the outline, in ten-thousandths of the target's inside.
    let near: Int

    /// Millimetres beyond the outline's outer edge that a mark meant for the target may miss it by,
    /// where the next target is far enough.
    static let farthest = 2.5
    /// And where targets stand close together.
    static let nearest = 1.0

    /// - Parameter above: millimetres above and below a target that are kept free of the next
    ///   target's own mark, as `Surroundings.height` gives them.
    static func close(above: Double) -> Double {
        min(farthest, max(nearest, (above + Surroundings.apart) / 3))
    }
    /// Millimetres that blur and the place of the outline are uncertain by.
    static let blur = 0.4

    init(_ foreign: InkMap, outline: TargetOutline, interiorArea: Double, close: Double) {
        let centre = PagePoint(
            x: Double(foreign.columns - 1) / 2, y: Double(foreign.rows - 1) / 2)
        var hits = 0
        let rays = TargetOutline.rays(48)
        let starts = outline.boundary(inset: -OutsideInk.blur, count: 48)
        for (ray, start) in zip(rays, starts) {
            var place = start * (1 / Surroundings.cell) + centre
            while true {
                let column = Int(place.x.rounded())
                let row = Int(place.y.rounded())
                guard (0..<foreign.columns).contains(column), (0..<foreign.rows).contains(row)
                else { break }
                if foreign[column, row] {
                    hits += 1
                    break
                }
                place = place + ray
            }
        }
        ring = hits
        var cells = 0
        foreign.eachSet { cell in
            let place = PagePoint(
                x: (Double(cell % foreign.columns) - centre.x) * Surroundings.cell,
                y: (Double(cell / foreign.columns) - centre.y) * Surroundings.cell)
            if !outline.contains(place, inset: -OutsideInk.blur),
                outline.contains(place, inset: -close)
            {
                cells += 1
            }
        }
        let area = Double(cells) * Surroundings.cell * Surroundings.cell
        near = min(10_000, Int(area / interiorArea * 10_000))
    }
}
