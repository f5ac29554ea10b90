import Ballots
import Cryptography
import Elections
import Primitives

/// What a station's day has come to: the fold of its events.
package struct CountState: Sendable {
    package enum Phase: Hashable, Sendable {
        /// No event yet.
        case absent
        /// Made, and not opened; nothing is scanned.
        case prepared
        case open
        case paused(PauseCause)
        case closed
    }

    /// A paper that waits for a person, or that a person has decided about.
    package struct Case: Hashable, Sendable {
        /// From 1, in the order in which they came up; what a person at the machine calls it.
        package let number: Int
        package let paper: CountedPaper
        /// The earlier paper that it looks like, and how like, in thousandths.
        package let like: CastVoteRecord.ID
        package let likeness: Int
        package var decision: Decision?

        package struct Decision: Codable, Hashable, Sendable {
            package var counts: Bool
            package var by: [String]
            package var why: String
        }
    }

    /// Who did something to the day as a whole, and when.
    package struct Deed: Codable, Hashable, Sendable {
        package enum What: String, Codable, Sendable {
            case opened, paused, resumed, closed, reopened
        }

        package var what: What
        package var by: [String]
        package var at: Instant
        package var cause: PauseCause?
        package var why: String?
        /// Papers counted by then; given for openings and closings alone, since a count between
        /// them could tie papers to the minutes of a pause.
        package var papers: Int?
    }

    package private(set) var identity: CountIdentity?
    package private(set) var phase = Phase.absent
    package private(set) var counted: [CastVoteRecord.ID: CountedPaper] = [:]
    package private(set) var cases: [Case] = []
    package private(set) var refused: [CastVoteRecord.ID: RefusedSheet] = [:]
    package private(set) var deeds: [Deed] = []
    /// How the reader was kept apart when the count was opened.
    package private(set) var reader: String?
    package private(set) var traces = TraceBook()
    private var pictures: Set<Digest> = []

    package init() {}

    /// Papers of cases that nobody has decided.
    package var held: [Case] { cases.filter { $0.decision == nil } }
    package var takenOut: [Case] { cases.filter { $0.decision?.counts == false } }

    /// True when a picture of these bytes was read, whatever came of it.
    package func knows(picture: Digest) -> Bool { pictures.contains(picture) }

    /// True when some sheet bears this number.
    package func knows(number: CastVoteRecord.ID) -> Bool {
        counted[number] != nil || refused[number] != nil
            || cases.contains { $0.paper.record.id == number }
    }

    package mutating func apply(_ event: CountEvent, at moment: Instant) {
        switch event {
        case .prepared(let identity):
            self.identity = identity
            phase = .prepared
        case .opened(let by, let reader):
            phase = .open
            self.reader = reader
            note(.opened, by: by, at: moment, papers: counted.count)
        case .counted(let paper):
            keep(paper.pages)
            count(paper)
        case .held(let paper, let like, let likeness):
            keep(paper.pages)
            cases.append(
                Case(number: cases.count + 1, paper: paper, like: like, likeness: likeness))
        case .refused(let sheet):
            keep(sheet.pages)
            refused[sheet.number] = sheet
        case .decided(let paper, let counts, let by, let why): decide(paper, counts, by, why)
        case .paused(let cause, let by, let why):
            phase = .paused(cause)
            note(.paused, by: by, at: moment, cause: cause, why: why)
        case .resumed(let by):
            phase = .open
            note(.resumed, by: by, at: moment)
        case .closed(let by):
            phase = .closed
            note(.closed, by: by, at: moment, papers: counted.count)
        case .reopened(let by, let why):
            phase = .open
            note(.reopened, by: by, at: moment, why: why, papers: counted.count)
        }
    }

    private mutating func keep(_ pages: [KeptPage]) {
        for page in pages { pictures.insert(page.sha256) }
    }

    private mutating func count(_ paper: CountedPaper) {
        counted[paper.record.id] = paper
        if let trace = paper.trace { traces.add(trace, of: paper.record.id) }
    }

    private mutating func decide(
        _ paper: CastVoteRecord.ID, _ counts: Bool, _ by: [String], _ why: String
    ) {
        guard let index = cases.firstIndex(where: { $0.paper.record.id == paper }) else { return }
        cases[index].decision = .init(counts: counts, by: by, why: why)
        if counts { count(cases[index].paper) }
    }

    private mutating func note(
        _ what: Deed.What, by: [String], at: Instant, cause: PauseCause? = nil,
        why: String? = nil, papers: Int? = nil
    ) {
        deeds.append(
            Deed(what: what, by: by, at: at, cause: cause, why: why, papers: papers))
    }
}
