import Ballots
import Elections
import Primitives

/// What is printed on one side of a paper, as far as a pen and a scanner meet it.
///
/// `BallotDesign` makes papers that people vote on; this also holds sheets that are made to try a
/// reader, dense with targets, and papers of other programs. Lengths in millimetres from the
/// paper's top left corner.
package struct PagePlan: Hashable, Sendable {
    /// One place to mark.
    package struct Place: Hashable, Sendable {
        package let option: ContestOption.ID
        /// The target's own rectangle, its printed outline included.
        package let target: PaperZone

        package init(option: ContestOption.ID, target: PaperZone) {
            self.option = option
            self.target = target
        }
    }

    /// The places of one contest.
    package struct Group: Hashable, Sendable {
        package let contest: Contest.ID
        package let places: [Place]

        package init(contest: Contest.ID, places: [Place]) {
            self.contest = contest
            self.places = places
        }
    }

    /// A QR code and the square that it fills.
    package struct Code: Hashable, Sendable {
        package let text: String
        package let square: PaperZone

        package init(text: String, square: PaperZone) {
            self.text = text
            self.square = square
        }
    }

    package let width: Double
    package let height: Double
    package let shape: BallotLayout.TargetShape
    package let groups: [Group]
    /// Solid black rectangles by which a reader finds the page.
    package let timingMarks: [PaperZone]
    /// Where lines of small print stand.
    package let words: [PaperZone]
    package let code: Code?

    package init(
        width: Double, height: Double, shape: BallotLayout.TargetShape, groups: [Group],
        timingMarks: [PaperZone] = [], words: [PaperZone] = [], code: Code? = nil
    ) {
        self.width = width
        self.height = height
        self.shape = shape
        self.groups = groups
        self.timingMarks = timingMarks
        self.words = words
        self.code = code
    }

    package var targets: [PaperZone] { groups.flatMap { $0.places.map(\.target) } }
}
