import Ballots

/// Lines and dots just outside a printed outline.
struct OutsideInk {
    /// Of 48 directions, those in which ink is met.
    let ring: Int
    /// Ink within reach of the outline, in ten-thousandths of the target's inside.
    let near: Int

    /// Millimetres that blur and the place of the outline are uncertain by.
    static let blur = 0.4

    /// - Parameters:
    ///   - foreign: strokes that are not print.
    ///   - interiorArea: of the target's inside, in square millimetres.
    init(
        _ foreign: InkMap, outline: TargetOutline, interiorArea: Double, room: TargetRoom
    ) {
        let centre = PagePoint(
            x: Double(foreign.columns - 1) / 2, y: Double(foreign.rows - 1) / 2)
        let lines = Int((outline.height / 2 + room.above) / Surroundings.cell)
        var hits = 0
        let rays = TargetOutline.rays(48)
        let starts = outline.boundary(inset: -OutsideInk.blur, count: 48)
        for (ray, start) in zip(rays, starts) {
            var place = start * (1 / Surroundings.cell) + centre
            while true {
                let column = Int(place.x.rounded())
                let row = Int(place.y.rounded())
                guard (0..<foreign.columns).contains(column), (0..<foreign.rows).contains(row),
                    abs(place.y - centre.y) <= Double(lines)
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
            if !outline.contains(place, inset: -OutsideInk.blur), room.holds(place, outline) {
                cells += 1
            }
        }
        let area = Double(cells) * Surroundings.cell * Surroundings.cell
        near = min(10_000, Int(area / interiorArea * 10_000))
    }
}
