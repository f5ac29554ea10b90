import Elections
import Primitives

/// Where everything is on one kind of paper, in steps of its timing marks. File
/// `ballot-layouts.json` holds a list of these.
///
/// Timing marks run around the edge: `columns` along the top and bottom, `rows` down each side, the
/// corner marks shared. A place is given in fractions of the grid: column 0, row 0 is the centre of
/// the top left mark, column `columns - 1`, row `rows - 1` the centre of the bottom right one.
package struct BallotLayout: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<BallotLayout>

    package var id: ID
    /// Width and height of the paper in millimetres.
    package var widthMillimetres: Double
    package var heightMillimetres: Double
    /// Size of one timing mark in millimetres.
    package var markWidth: Double
    package var markHeight: Double
    /// Size of one target with its outline, in millimetres.
    package var targetWidth: Double
    package var targetHeight: Double
    package var identity: SheetIdentity
    package var sides: [Side]
    /// Of the targets; an ellipse when not stated.
    package var targetShape: TargetShape?
    /// Thickness of the targets' printed outline; a hairline when not stated.
    package var outlineMillimetres: Double?
    /// Distance between the centres of neighbouring timing marks in millimetres, where it is one
    /// number for all four sides. Fixes the scale of a picture better than the paper's edge does.
    package var markPitchMillimetres: Double?
    /// The card's number in the bits of the front, for `timingMarkBits`.
    package var cardNumber: Int?

    package init(
        id: ID, widthMillimetres: Double, heightMillimetres: Double, markWidth: Double,
        markHeight: Double, targetWidth: Double, targetHeight: Double, identity: SheetIdentity,
        sides: [Side], targetShape: TargetShape? = nil, markPitchMillimetres: Double? = nil,
        cardNumber: Int? = nil
    ) {
        self.id = id
        self.widthMillimetres = widthMillimetres
        self.heightMillimetres = heightMillimetres
        self.markWidth = markWidth
        self.markHeight = markHeight
        self.targetWidth = targetWidth
        self.targetHeight = targetHeight
        self.identity = identity
        self.sides = sides
        self.targetShape = targetShape
        self.markPitchMillimetres = markPitchMillimetres
        self.cardNumber = cardNumber
    }

    package enum TargetShape: String, Codable, Sendable {
        case ellipse
        /// Straight above and below, half a circle at each end.
        case pill
        /// A rectangle.
        case box
    }

    /// How a page tells which election, layout and side it is.
    package enum SheetIdentity: String, Codable, Sendable {
        /// A code, QR unless its side says otherwise: `DOBUSH1 <election> <layout> <face>`.
        case code
        /// Bits in the bottom row of timing marks, as VotingWorks printed in New Hampshire in 2022.
        case timingMarkBits = "timing-mark-bits"
        /// The page says nothing; it is taken for the layout it is read with.
        case none
    }

    /// Codes that the reader knows.
    package enum CodeKind: String, Codable, Hashable, Sendable, CaseIterable {
        case qr, pdf417

        /// As people call it, in every language.
        package var name: String { self == .qr ? "QR code" : "PDF417" }
    }

    package enum Face: String, Codable, Sendable, CaseIterable { case front, back }

    package struct Side: Codable, Hashable, Sendable {
        package var face: Face
        package var columns: Int
        package var rows: Int
        package var targets: [Target]
        /// What to lay a picture over the layout by, on papers without a frame of timing marks.
        /// `columns` and `rows` are 0 then, and places are in millimetres from the paper's left
        /// upper corner.
        package var landmarks: [Landmark]?
        /// Where the code stands, without the empty room round it; in millimetres from the paper's
        /// left upper corner.
        package var code: Area?
        /// QR when not stated.
        package var codeKind: CodeKind?

        package init(
            face: Face, columns: Int, rows: Int, targets: [Target], landmarks: [Landmark]? = nil,
            code: Area? = nil, codeKind: CodeKind? = nil
        ) {
            self.face = face
            self.columns = columns
            self.rows = rows
            self.targets = targets
            self.landmarks = landmarks
            self.code = code
            self.codeKind = codeKind
        }
    }

    /// A place to mark. Two targets may stand for one option, as where two parties name one person.
    package struct Target: Codable, Hashable, Sendable {
        package var contest: Contest.ID
        package var option: ContestOption.ID
        /// Of the centre, in steps of the grid.
        package var column: Double
        package var row: Double
        /// Where a name would be written, for a write-in; in steps of the grid.
        package var writeInArea: Area?

        package init(
            contest: Contest.ID, option: ContestOption.ID, column: Double, row: Double,
            writeInArea: Area? = nil
        ) {
            self.contest = contest
            self.option = option
            self.column = column
            self.row = row
            self.writeInArea = writeInArea
        }
    }

    package struct Area: Codable, Hashable, Sendable {
        package var left: Double
        package var top: Double
        package var width: Double
        package var height: Double

        package init(left: Double, top: Double, width: Double, height: Double) {
            self.left = left
            self.top = top
            self.width = width
            self.height = height
        }
    }

    /// How far the measured inside of a target keeps from its outer edge, in millimetres: the
    /// printed outline (a hairline rule of 0.25 mm where nothing is stated) and nearly as much again
    /// for blur and for error in finding it.
    package var interiorInset: Double {
        outlineMillimetres.map { $0 + 0.2 } ?? BallotLayout.usualInset
    }

    /// That of a target with a hairline rule.
    package static let usualInset = 0.45

    /// Area of the measured inside of one target, in square millimetres.
    package var interiorArea: Double { area(inset: interiorInset) }

    /// Area of a target within so many millimetres of its outer edge.
    package func area(inset: Double) -> Double {
        let a = max(0, targetWidth / 2 - inset)
        let b = max(0, targetHeight / 2 - inset)
        return switch targetShape ?? .ellipse {
        case .ellipse: 3.141592653589793 * a * b
        case .pill: 4 * max(0, a - b) * b + 3.141592653589793 * b * min(a, b)
        case .box: 4 * a * b
        }
    }

    package func side(_ face: Face) -> Side? { sides.first { $0.face == face } }

    /// Millimetres for one step of a side's places: between neighbouring timing marks, as stated,
    /// else as if the marks' centres ran round the paper half a step from its edge; one millimetre
    /// on papers with landmarks.
    package func pitch(_ side: Side) -> (x: Double, y: Double) {
        if side.landmarks != nil { return (1, 1) }
        if let stated = markPitchMillimetres { return (stated, stated) }
        return (widthMillimetres / Double(side.columns), heightMillimetres / Double(side.rows))
    }
}
