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
            let places = block.options.map {
                PagePlan.Place(option: $0.option.id, target: $0.target)
            }
            write(
                PagePlan.Group(contest: block.contest.id, places: places),
                wanted: intention[block.contest.id] ?? [], habits: habits, hand: &hand,
                slips: &slips)
        }
    }

    /// What came of a page of any plan.
    ///
    /// - Parameters:
    ///   - groups: with their targets where they are printed.
    ///   - intention: options wanted, for each group.
    ///   - handForEach: whether another voter marks each group, with a seed that follows from `seed`;
    ///     one voter marks the whole page otherwise.
    package init(
        intention: [[ContestOption.ID]], groups: [PagePlan.Group], habits: PenHabits,
        handForEach: Bool, seed: UInt64
    ) {
        precondition(intention.count == groups.count, "an intention for each group")
        strokes = []
        truth = []
        var hands = SeededSource(seed: seed, purpose: "hands")
        var hand = VoterHand(habits: habits, seed: seed)
        var slips = SeededSource(seed: seed, purpose: "slips")
        for (group, wanted) in zip(groups, intention) {
            if handForEach { hand = VoterHand(habits: habits, seed: hands.next()) }
            write(group, wanted: wanted, habits: habits, hand: &hand, slips: &slips)
        }
    }

    private mutating func write(
        _ group: PagePlan.Group, wanted: [ContestOption.ID], habits: PenHabits,
        hand: inout VoterHand, slips: inout SeededSource
    ) {
        let free = group.places.indices.filter { !wanted.contains(group.places[$0].option) }
        // Both are drawn always, so that one habit does not move the other's draws.
        let hesitates = slips.below(10_000) < habits.hesitation
        let erases = slips.below(10_000) < habits.erasure
        let order = slips.shuffled(free)
        let touched = hesitates ? order.first : nil
        let rubbed = erases ? order.last : nil
        for (index, place) in group.places.enumerated() {
            var entry = TargetTruth(
                contest: group.contest, option: place.option, meant: false, deed: .nothing,
                style: nil, ink: 0)
            if wanted.contains(place.option) {
                strokes += hand.mark(place.target)
                entry.meant = true
                entry.style = hand.style
                entry.deed = Self.deed(of: hand.style)
            } else if index == rubbed {
                strokes += hand.erased(place.target)
                entry.deed = .doubtful
            } else if index == touched {
                strokes += hand.hesitation(place.target)
                entry.style = .dot
                entry.deed = .doubtful
            }
            truth.append(entry)
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
