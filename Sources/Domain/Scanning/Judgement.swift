import Ballots
import Elections

/// What a target says under the policy.
package struct Judgement: Hashable, Sendable {
    package let indication: PositionReading.Indication
    package let doubt: Doubt?
}

/// Judges what was measured. Measuring knows no policy; this knows no pixels.
package struct TargetJudge: Sendable {
    let policy: MarkPolicy
    let layout: BallotLayout

    package init(policy: MarkPolicy, layout: BallotLayout) {
        self.policy = policy
        self.layout = layout
    }

    /// One judgement for each target of the page, in the order of the layout.
    package func judge(_ page: PageReading, print: PrintReference?) -> [Judgement] {
        let usual = usualWriting(page)
        return page.targets.map { reading in
            let doubt = doubt(reading, print: print, usualWriting: usual)
            if let doubt { return Judgement(indication: .unknown, doubt: doubt) }
            return Judgement(indication: policy.indication(ink: reading.ink), doubt: nil)
        }
    }

    private func doubt(_ reading: TargetReading, print: PrintReference?, usualWriting: Double?)
        -> Doubt?
    {
        // An area beside the target that is dark for more than nine tenths is no stroke of a pen.
        if reading.besideDark > 90 || reading.contrast < 40 { return .torn }
        // Grey away from any stroke, over a fortieth of the inside and a quarter of the ink or more:
        // a pen's own edges leave none, and grain of paper lies below it.
        if reading.smear >= 250, reading.smear * 4 >= reading.ink { return .smeared }
        switch policy.indication(ink: reading.ink) {
        case .yes: return nil
        case .unknown: return .ink
        case .no: break
        }
        if reading.outline < 30 { return .hidden }
        if let print, isCircled(print.foreign(reading)) { return .circled }
        if isNamed(reading, print: print, usual: usualWriting) { return .named }
        return nil
    }

    /// True when a voter's ink is seen in at least a quarter of the directions round the target.
    /// The tail of a neighbour's mark, a line crossing out, a stray dot cover less.
    private func isCircled(_ foreign: InkMap) -> Bool {
        guard foreign.count > 0 else { return false }
        let outline = TargetOutline(
            shape: layout.targetShape ?? .ellipse, width: layout.targetWidth,
            height: layout.targetHeight)
        let rays = TargetOutline.rays(48)
        let starts = outline.boundary(inset: -0.4, count: 48)
        let centre = PagePoint(
            x: Double(foreign.columns - 1) / 2, y: Double(foreign.rows - 1) / 2)
        var hits = 0
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
        return hits * 4 >= rays.count
    }

    /// True when the write-in area holds at least as much ink as one stroke of a fine pen (0.4 mm)
    /// as long as the area is high.
    private func isNamed(_ reading: TargetReading, print: PrintReference?, usual: Double?) -> Bool {
        guard let map = reading.surroundings.writing else { return false }
        let stroke = Double(map.rows) * 0.4 / Surroundings.cell
        if let print {
            guard let foreign = print.foreignWriting(reading) else { return false }
            return Double(foreign.count) >= stroke
        }
        // Without pages to compare with, the other write-in areas of the page show how much of one
        // its printed words fill. Twice a stroke, since those words differ in length.
        guard let usual else { return false }
        return Double(map.count) - usual * Double(map.columns * map.rows) >= 2 * stroke
    }

    private func usualWriting(_ page: PageReading) -> Double? {
        let parts = page.targets.compactMap { reading -> Double? in
            reading.surroundings.writing.map {
                Double($0.count) / Double($0.columns * $0.rows)
            }
        }
        return parts.count >= 3 ? median(parts) : nil
    }
}
