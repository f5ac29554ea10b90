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
    package func judge(_ page: PageReading) -> [Judgement] {
        guard let side = layout.side(page.face) else { return [] }
        let step = layout.pitch(side)
        return page.targets.map { reading in
            let area = side.targets[reading.target].writeInArea
            return judge(reading.measure, writingHeight: area.map { $0.height * step.y })
        }
    }

    /// - Parameter writingHeight: of the write-in area, in millimetres; nil where there is none.
    package func judge(_ measure: MarkMeasure, writingHeight: Double? = nil) -> Judgement {
        if let doubt = doubt(measure, writingHeight: writingHeight) {
            return Judgement(indication: .unknown, doubt: doubt)
        }
        return Judgement(indication: policy.indication(ink: measure.ink), doubt: nil)
    }

    /// Of 48 directions, as many as a quarter. The tail of a neighbour's mark, a line crossing out,
    /// a stray dot cover less.
    static let ringed = 12
    /// A stroke of a fine pen (0.4 mm) three millimetres long, as part of a target of 12 square
    /// millimetres: a mark that missed.
    static let missed = 1000
    /// Hundredths of a millimetre: two readers that far apart look at different things.
    static let apart = 90

    private func doubt(_ measure: MarkMeasure, writingHeight: Double?) -> Doubt? {
        // An area beside the target that is dark for more than nine tenths is no stroke of a pen.
        if measure.beside > 90 || measure.contrast < 40 { return .torn }
        if measure.streak != nil { return .streak }
        // Grey away from any stroke, over a fortieth of the inside and a quarter of the ink or more:
        // a pen's own edges leave none, and grain of paper lies below it.
        if measure.smear >= 250, measure.smear * 4 >= measure.ink { return .smeared }
        let first = policy.indication(ink: measure.ink)
        if first == .unknown { return .ink }
        if differ(first, measure) { return .readersDiffer }
        if first == .yes {
            if grazes(measure) { return .nearMiss }
            return isOfTheLaw(measure, writeIn: writingHeight != nil) ? nil : .otherMark
        }
        if measure.outline < 30 { return .hidden }
        if measure.ring ?? 0 >= TargetJudge.ringed { return .circled }
        if measure.near ?? 0 >= TargetJudge.missed { return .nearMiss }
        // Three strokes of a fine pen (0.4 mm) as long as the area is high: a short name has more,
        // and the printed words of the areas differ by less.
        if policy.writeIns != false, let writingHeight, let writing = measure.writing,
            Double(writing) >= 3 * writingHeight * 0.4 * 100
        {
            return .named
        }
        return nil
    }

    /// A stroke of which two thirds lie outside, and what is inside keeps to one side of the middle:
    /// it may have been meant for the next target.
    private func grazes(_ measure: MarkMeasure) -> Bool {
        guard let extent = measure.extent, let near = measure.near,
            near >= max(TargetJudge.missed, 2 * measure.ink)
        else { return false }
        return extent[0] > 0 || extent[1] > 0 || extent[2] < 0 || extent[3] < 0
    }

    private func isOfTheLaw(_ measure: MarkMeasure, writeIn: Bool) -> Bool {
        if writeIn, policy.writeIns == false { return false }
        guard let prescribed = policy.prescribed, let kind = measure.kind else { return true }
        return prescribed.contains(kind)
    }

    /// A mark that not both readers see as one, or the two at different places. What the first takes
    /// for empty and the second for some ink is print a little bolder than usual.
    private func differ(_ first: PositionReading.Indication, _ measure: MarkMeasure) -> Bool {
        guard let second = measure.second else { return true }
        if measure.apart ?? 0 > TargetJudge.apart { return true }
        let said = policy.indication(ink: second)
        return first == .yes ? said != .yes : said == .yes
    }
}
