/// How one voter marks. The words are those of the field's studies of marginal marks.
package enum MarkStyle: String, CaseIterable, Sendable, Codable {
    case fill
    case cross
    case tick
    case slash
    /// A patch that leaves half of the target or more white.
    case partialFill = "partial-fill"
    case lightPencil = "light-pencil"
    /// A touch of the point and no more.
    case dot
    /// A cross in the white beside the target.
    case crossBeside = "cross-beside"
    /// A line round the target.
    case circled
}

/// How often voters do what, in ten-thousandths.
///
/// The shares are ours, guided by the 800 Humboldt ballots of the study by Bajcsy, Li-Baboud and
/// Brady (NIST): most marks are plain, and each marginal kind is below some per cent.
package struct PenHabits: Hashable, Sendable {
    package struct Share: Hashable, Sendable {
        package let style: MarkStyle
        package let share: Int
    }

    package var styles: [Share]
    /// Chance that the point rests on an option that is not taken.
    package var hesitation: Int
    /// Chance that another option was marked first and rubbed out.
    package var erasure: Int

    package init(
        styles: KeyValuePairs<MarkStyle, Int>, hesitation: Int, erasure: Int
    ) {
        let styles = styles.map { Share(style: $0.key, share: $0.value) }
        let sum = styles.reduce(0) { $0 + $1.share }
        precondition(sum == 10_000, "shares are ten-thousandths, they add up to \(sum)")
        self.styles = styles
        self.hesitation = hesitation
        self.erasure = erasure
    }

    /// An ordinary electorate.
    package static let everyday = PenHabits(
        styles: [
            .fill: 4700, .cross: 2000, .tick: 1900, .slash: 800, .partialFill: 300,
            .lightPencil: 120, .dot: 50, .crossBeside: 70, .circled: 60,
        ], hesitation: 60, erasure: 50)

    /// Everybody marks plainly.
    package static let plain = PenHabits(
        styles: [.fill: 5000, .cross: 2500, .tick: 2500], hesitation: 0, erasure: 0)

    /// Every kind of mark equally often: for trying readers, not for elections.
    package static let hard = PenHabits(
        styles: [
            .fill: 1112, .cross: 1111, .tick: 1111, .slash: 1111, .partialFill: 1111,
            .lightPencil: 1111, .dot: 1111, .crossBeside: 1111, .circled: 1111,
        ], hesitation: 1000, erasure: 1000)
}
