import Ballots
import Elections
import Primitives

/// What one voter put on one paper.
package struct PaperMarks: Hashable, Sendable {
    package var strokes: [InkStroke]
    /// One entry for each target of the layout, in its order; the ink is not measured yet.
    package var truth: [TargetTruth]

    /// - Parameters:
    ///   - intention: options wanted by contest; none for a blank, several for too many.
    ///   - seed: the voter's; pen, pressure and manner follow from it.
    package init(
        intention: [Contest.ID: [ContestOption.ID]], design: BallotDesign, habits: PenHabits,
        seed: UInt64
    ) {
        var hand = VoterHand(habits: habits, seed: seed)
        var slips = SeededSource(seed: seed, purpose: "slips")
        strokes = []
        truth = []
        for block in design.contests {
            let wanted = intention[block.contest.id] ?? []
            let free = block.options.indices.filter {
                !wanted.contains(block.options[$0].option.id)
            }
            // Both are drawn always, so that one habit does not move the other's draws.
            let hesitates = slips.below(10_000) < habits.hesitation
            let erases = slips.below(10_000) < habits.erasure
            let order = slips.shuffled(free)
            let touched = hesitates ? order.first : nil
            let rubbed = erases ? order.last : nil
            for (index, row) in block.options.enumerated() {
                var entry = TargetTruth(
                    contest: block.contest.id, option: row.option.id, meant: false, deed: .nothing,
                    style: nil, ink: 0)
                if wanted.contains(row.option.id) {
                    strokes += hand.mark(row.target)
                    entry.meant = true
                    entry.style = hand.style
                    entry.deed = Self.deed(of: hand.style)
                } else if index == rubbed {
                    strokes += hand.erased(row.target)
                    entry.deed = .doubtful
                } else if index == touched {
                    strokes += hand.hesitation(row.target)
                    entry.style = .dot
                    entry.deed = .doubtful
                }
                truth.append(entry)
            }
        }
    }

    /// What a style amounts to; where it depends on the ink, the measurement decides later.
    private static func deed(of style: MarkStyle) -> TargetTruth.Deed {
        switch style {
        case .fill, .cross, .tick, .slash, .partialFill: .firmMark
        case .lightPencil, .dot: .doubtful
        case .crossBeside, .circled: .outsidePolicy
        }
    }

    /// Writes the measured ink into the truth and settles what depends on it.
    mutating func settle(ink: [Int]) {
        for index in truth.indices {
            truth[index].ink = ink[index]
            switch truth[index].deed {
            case .firmMark where ink[index] < TargetTruth.firmFrom: truth[index].deed = .doubtful
            case .nothing where ink[index] > TargetTruth.nothingUpTo:
                truth[index].deed = .doubtful
            default: break
            }
        }
    }
}
