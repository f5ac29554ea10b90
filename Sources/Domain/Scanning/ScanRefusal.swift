import Ballots
import Primitives

/// Why a page or a sheet was not read. The rest of the batch goes on.
package enum ScanRefusal: ToldInThreeLanguages, Hashable {
    /// Nothing is printed on it, or it was scanned blank.
    case blankPage
    case tooSmall(width: Int, height: Int)
    case noTimingMarks(found: Int)
    case timingMarksDamaged(side: PageSide, found: Int, expected: Int)
    case wrongLayout(columns: Int, rows: Int, wantedColumns: Int, wantedRows: Int)
    case targetsNotFound(found: Int, expected: Int)
    /// Of the print that the page should be found by, too little is there.
    case printNotFound(expected: Int)
    case noCode
    case codeUnreadable(String)
    case bitsUnreadable
    case otherElection(found: String, wanted: String)
    case unknownLayout(String)
    /// A paper of a test deck where votes are counted.
    case testPaper
    /// A real paper where the scanner is tried.
    case realPaper
    case otherStation(found: String, wanted: String)
    case sameFaceTwice(BallotLayout.Face)
    case faceMissing(BallotLayout.Face)
    case facesDiffer(String, String)
    /// The same picture was given under another name.
    case pageTwice(first: String)
    /// The page itself was read; the other side of its sheet was not.
    case otherFaceRefused
    /// The file could not even be fetched; what the system said.
    case pageUnreadable(String)

    package var code: String {
        switch self {
        case .blankPage: "scanning.blank-page"
        case .tooSmall: "scanning.too-small"
        case .noTimingMarks: "scanning.no-timing-marks"
        case .timingMarksDamaged: "scanning.timing-marks-damaged"
        case .wrongLayout: "scanning.wrong-layout"
        case .targetsNotFound: "scanning.targets-not-found"
        case .printNotFound: "scanning.print-not-found"
        case .noCode: "scanning.no-code"
        case .codeUnreadable: "scanning.code-unreadable"
        case .bitsUnreadable: "scanning.identity-unreadable"
        case .otherElection: "scanning.other-election"
        case .testPaper: "scanning.test-paper"
        case .realPaper: "scanning.real-paper"
        case .otherStation: "scanning.other-station"
        case .unknownLayout: "scanning.unknown-layout"
        case .sameFaceTwice: "scanning.same-face-twice"
        case .faceMissing: "scanning.face-missing"
        case .facesDiffer: "scanning.faces-differ"
        case .pageTwice: "scanning.page-twice"
        case .otherFaceRefused: "scanning.other-face-refused"
        case .pageUnreadable: "scanning.page-unreadable"
        }
    }
}
