import Ballots

/// Everything measured on one page.
package struct PageReading: Hashable, Sendable {
    package let layout: BallotLayout.ID
    package let face: BallotLayout.Face
    /// The page lay upside down and was turned before measuring.
    package let turned: Bool
    package let marksFound: Int
    package let marksExpected: Int
    /// One for each target of the side, in the order of the layout.
    package let targets: [TargetReading]

    package init(
        layout: BallotLayout.ID, face: BallotLayout.Face, turned: Bool, marksFound: Int,
        marksExpected: Int, targets: [TargetReading]
    ) {
        self.layout = layout
        self.face = face
        self.turned = turned
        self.marksFound = marksFound
        self.marksExpected = marksExpected
        self.targets = targets
    }
}
