import Ballots
import Elections
import Primitives

/// What is true of one target on one paper, known because we made it.
package struct TargetTruth: Hashable, Sendable, Codable {
    /// What the pen did, as the rules of the field would class it.
    package enum Deed: String, Codable, Sendable {
        /// Ink enough, in the right place: every careful reader sees it.
        case firmMark = "firm-mark"
        case nothing
        /// Something is there and two clerks may differ: a touch, a light line, a rubbed patch.
        case doubtful
        /// Plain to a person and not what was asked for: beside the target, or a line round it.
        case outsidePolicy = "outside-policy"
    }

    package var contest: Contest.ID
    package var option: ContestOption.ID
    /// Whether the voter wanted this option.
    package var meant: Bool
    package var deed: Deed
    /// The style of what was done here; nil where nothing was.
    package var style: MarkStyle?
    /// Part of the target's inside that the pen made dark, in ten-thousandths, before the scanner.
    package var ink: Int

    /// From this much ink a mark is firm. A single stroke of a thin pen through the middle has
    /// about 1,500.
    package static let firmFrom = 1200
    /// Up to this much ink a target that nobody touched counts as untouched: a neighbour's tail.
    package static let nothingUpTo = 50

    package init(
        contest: Contest.ID, option: ContestOption.ID, meant: Bool, deed: Deed,
        style: MarkStyle?, ink: Int
    ) {
        self.contest = contest
        self.option = option
        self.meant = meant
        self.deed = deed
        self.style = style
        self.ink = ink
    }
}
