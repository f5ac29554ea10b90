import Ballots
import Cryptography
import Primitives

/// One thing that happened on a station's day. The day is the fold of these.
package enum CountEvent: Codable, Hashable, Sendable {
    case prepared(identity: CountIdentity)
    /// Scanning begins, after a report that shows nothing but zeros.
    ///
    /// - Parameter reader: how pictures are read apart from the keys, as ``CountReport/reader``.
    case opened(by: [String], reader: String)
    case counted(paper: CountedPaper)
    /// Read, and not counted until a person has decided: it looks like a paper read before.
    case held(paper: CountedPaper, like: CastVoteRecord.ID, likeness: Int)
    case refused(sheet: RefusedSheet)
    /// A person decided about a held paper: it counts, or it is taken out.
    case decided(paper: CastVoteRecord.ID, counts: Bool, by: [String], why: String)
    case paused(cause: PauseCause, by: [String], why: String?)
    case resumed(by: [String])
    case closed(by: [String])
    /// Two persons open a closed count again, and say why.
    case reopened(by: [String], why: String)

    /// As the store names the kind of an act.
    package var kind: String {
        switch self {
        case .prepared: "count-prepared"
        case .opened: "count-opened"
        case .counted: "paper-counted"
        case .held: "paper-held"
        case .refused: "sheet-refused"
        case .decided: "paper-decided"
        case .paused: "count-paused"
        case .resumed: "count-resumed"
        case .closed: "count-closed"
        case .reopened: "count-reopened"
        }
    }

    /// True where the moment could tie a paper to whoever put it in; such events carry the hour
    /// alone.
    package var isOfPaper: Bool {
        switch self {
        case .counted, .held, .refused, .decided, .paused, .resumed: true
        case .prepared, .opened, .closed, .reopened: false
        }
    }
}

/// Why scanning stands still.
package enum PauseCause: String, Codable, Sendable {
    case person
    /// The second medium does not hold what the store holds.
    case outOfStep = "out-of-step"
}

/// A picture of one side of a sheet, as it is kept and exported.
package struct KeptPage: Codable, Hashable, Sendable {
    /// `<number>-1.jpg`; nothing of the scanner's own name, which may tell the time.
    package var file: String
    package var sha256: Digest
    package var bytes: Int

    package init(file: String, sha256: Digest, bytes: Int) {
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
    }
}

/// A paper that was read.
package struct CountedPaper: Codable, Hashable, Sendable {
    package var record: CastVoteRecord
    package var reviews: [ReviewItem]
    package var pages: [KeptPage]
    /// The fine shape of its marks; nil where there is nothing to know it by.
    package var trace: PaperTrace?

    package init(
        record: CastVoteRecord, reviews: [ReviewItem], pages: [KeptPage], trace: PaperTrace?
    ) {
        self.record = record
        self.reviews = reviews
        self.pages = pages
        self.trace = trace
    }
}

/// A sheet that was not read, or that may not be counted here.
package struct RefusedSheet: Codable, Hashable, Sendable {
    package var number: CastVoteRecord.ID
    package var pages: [KeptPage]
    /// At least one.
    package var refusals: [PageRefusal]

    package init(number: CastVoteRecord.ID, pages: [KeptPage], refusals: [PageRefusal]) {
        self.number = number
        self.pages = pages
        self.refusals = refusals
    }
}
