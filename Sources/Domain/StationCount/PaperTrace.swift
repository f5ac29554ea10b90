import Ballots
import Cryptography
import Elections
import Primitives

/// By what one paper is known again when it is scanned anew: the fine shape of the ink at each target
/// with enough of it to be counted.
///
/// Papers bear no number of their own, on purpose. Two voters' marks differ in where the strokes run,
/// and two scans of one paper do not; so near-equal strokes at every marked target raise the question
/// whether a paper went through twice. A paper without marks cannot be known again.
package struct PaperTrace: Codable, Hashable, Sendable {
    /// The ink at one target and just round it, print included: that is the same on every paper.
    package struct Patch: Codable, Hashable, Sendable {
        package var face: BallotLayout.Face
        /// Index of the target on its side of the layout.
        package var target: Int
        package var columns: Int
        /// Darkness of each cell, row by row: 0 paper, 255 ink. In base64.
        package var cells: String

        package init(face: BallotLayout.Face, target: Int, columns: Int, cells: [UInt8]) {
            self.face = face
            self.target = target
            self.columns = columns
            self.cells = Base64.encode(cells)
        }
    }

    /// Side of a cell in millimetres.
    package static let cell = 0.2
    /// How far beyond the target's box a patch reaches, in millimetres.
    package static let margin = 2.0
    /// At most so many patches, those with the most ink.
    package static let mostPatches = 12

    package var layout: BallotLayout.ID
    package var patches: [Patch]

    package init(layout: BallotLayout.ID, patches: [Patch]) {
        self.layout = layout
        self.patches = patches
    }
}
