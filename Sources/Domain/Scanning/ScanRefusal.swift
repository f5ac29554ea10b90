import Ballots
import Primitives

/// Why a page or a sheet was not read. The rest of the batch goes on.
package enum ScanRefusal: Problem, Hashable {
    /// Nothing is printed on it, or it was scanned blank.
    case blankPage
    case tooSmall(width: Int, height: Int)
    case noTimingMarks(found: Int)
    case timingMarksDamaged(side: PageSide, found: Int, expected: Int)
    case wrongLayout(columns: Int, rows: Int, wantedColumns: Int, wantedRows: Int)
    case targetsNotFound(found: Int, expected: Int)
    case noCode
    case codeUnreadable(String)
    case bitsUnreadable
    case otherElection(found: String, wanted: String)
    case unknownLayout(String)
    case sameFaceTwice(BallotLayout.Face)
    case faceMissing(BallotLayout.Face)
    case facesDiffer(String, String)
    /// The same picture was given under another name.
    case pageTwice(first: String)
    /// The page itself was read; the other side of its sheet was not.
    case otherFaceRefused

    package var code: String {
        switch self {
        case .blankPage: "scanning.blank-page"
        case .tooSmall: "scanning.too-small"
        case .noTimingMarks: "scanning.no-timing-marks"
        case .timingMarksDamaged: "scanning.timing-marks-damaged"
        case .wrongLayout: "scanning.wrong-layout"
        case .targetsNotFound: "scanning.targets-not-found"
        case .noCode: "scanning.no-code"
        case .codeUnreadable: "scanning.code-unreadable"
        case .bitsUnreadable: "scanning.identity-unreadable"
        case .otherElection: "scanning.other-election"
        case .unknownLayout: "scanning.unknown-layout"
        case .sameFaceTwice: "scanning.same-face-twice"
        case .faceMissing: "scanning.face-missing"
        case .facesDiffer: "scanning.faces-differ"
        case .pageTwice: "scanning.page-twice"
        case .otherFaceRefused: "scanning.other-face-refused"
        }
    }

    package var summary: String {
        switch self {
        case .blankPage: "Nothing is printed on this page."
        case .tooSmall(let width, let height):
            "The picture is \(width) by \(height) pixels, too few to measure a target."
        case .noTimingMarks(let found):
            "The timing marks round the edge were not found (\(found) bars of about their size)."
        case .timingMarksDamaged(let side, let found, let expected):
            "Of \(expected) timing marks on the \(side.rawValue) side, \(found) were found."
        case .wrongLayout(let columns, let rows, let wantedColumns, let wantedRows):
            "The page has \(columns) by \(rows) timing marks, its layout \(wantedColumns) by \(wantedRows)."
        case .targetsNotFound(let found, let expected):
            "Of \(expected) printed targets, \(found) are where the layout has them."
        case .noCode: "The page carries no code that can be read."
        case .codeUnreadable(let text): "The page's code says “\(text)”, which is not one of ours."
        case .bitsUnreadable:
            "The bits in the bottom row of timing marks are neither a front's nor a back's."
        case .otherElection(let found, let wanted):
            "The page belongs to \(found); these are the papers of \(wanted)."
        case .unknownLayout(let name): "The page is of layout \(name), which is not defined."
        case .sameFaceTwice(let face): "Both pages of the sheet are a \(face.rawValue)."
        case .faceMissing(let face): "The \(face.rawValue) of the sheet is missing."
        case .facesDiffer(let front, let back):
            "The front is of layout \(front), the back of \(back)."
        case .pageTwice(let first): "The same picture was read before, as \(first)."
        case .otherFaceRefused:
            "The other side of this sheet was refused, so the sheet is not counted."
        }
    }

    package var remedy: String {
        switch self {
        case .blankPage: "Check whether the sheet was fed twice or lay face down; scan it again."
        case .tooSmall: "Scan at 150 dots per inch or more."
        case .noTimingMarks:
            "Check that this is a ballot and that the whole page, with its edges, is in the picture."
        case .timingMarksDamaged(let side, _, _):
            "Flatten the \(side.rawValue) edge and scan again; if it is torn or written over, count this paper by hand."
        case .wrongLayout, .unknownLayout, .targetsNotFound:
            "Check that the paper belongs to this election and this station."
        case .noCode, .codeUnreadable, .bitsUnreadable:
            "Scan again with the lower edge flat; if it cannot be read, count this paper by hand."
        case .otherElection: "Put the paper aside and record where it was found."
        case .sameFaceTwice, .faceMissing, .facesDiffer:
            "Check how the pages were paired into sheets; scan the sheet again."
        case .otherFaceRefused: "See the reason for the other side."
        case .pageTwice: "Nothing was counted twice; check how the picture came to be here twice."
        }
    }
}
