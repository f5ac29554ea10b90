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
    /// What is wrong with the picture although it could be read.
    package let notices: [PageNotice]
    /// One for each target of the side, in the order of the layout.
    package let targets: [TargetReading]
}

/// What was measured at one target: numbers, no judgement.
package struct TargetReading: Hashable, Sendable {
    /// Index of the target on its side of the layout.
    package let target: Int
    /// Where its centre was found, in pixels of the picture as it was read.
    package let x: Int
    package let y: Int
    package let measure: MarkMeasure
}
