import Ballots

/// Everything measured on one page.
package struct PageReading: Hashable, Sendable {
    package let layout: BallotLayout.ID
    package let face: BallotLayout.Face
    /// Quarter turns, clockwise, that set the page upright before measuring.
    package let quarterTurns: Int
    /// Scale of the picture, in hundredths of a pixel.
    package let pixelsPerMillimetre: Int
    /// What the page's code says besides election, layout and face; nil without such a code.
    package let code: SheetCode?
    package let marksFound: Int
    package let marksExpected: Int
    /// One for each target of the side, in the order of the layout.
    package let targets: [TargetReading]

    package init(
        layout: BallotLayout.ID, face: BallotLayout.Face, quarterTurns: Int,
        pixelsPerMillimetre: Int, code: SheetCode? = nil, marksFound: Int, marksExpected: Int,
        targets: [TargetReading]
    ) {
        self.layout = layout
        self.face = face
        self.quarterTurns = quarterTurns
        self.pixelsPerMillimetre = pixelsPerMillimetre
        self.code = code
        self.marksFound = marksFound
        self.marksExpected = marksExpected
        self.targets = targets
    }
}
