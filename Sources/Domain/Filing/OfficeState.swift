import Cryptography
import Elections
import Offices
import Primitives
import Reviewing
import Tabulation

/// An act with its place in the log.
package struct ActEntry: Hashable, Sendable {
    /// 1 for the first.
    package let sequence: Int
    package let moment: Instant
    package let actor: Account.ID
    package let act: Act

    package init(sequence: Int, moment: Instant, actor: Account.ID, act: Act) {
        self.sequence = sequence
        self.moment = moment
        self.actor = actor
        self.act = act
    }
}

/// Everything the office knows, as the fold of its acts. The same acts give the same state on any
/// machine; what may be done next is decided from it and from nothing else.
package struct OfficeState: Sendable {
    package internal(set) var setting: ElectionSetting?
    /// The form of each contest, fitted to its options.
    package internal(set) var forms: [Contest.ID: FittedForm] = [:]
    package internal(set) var accounts: [Account.ID: Account] = [:]
    package internal(set) var stationKeys: [PollingStation.ID: [NoteKey]] = [:]
    package internal(set) var sheets: [SheetKey: SheetFile] = [:]
    package internal(set) var sums: [CountKey: ContestSums] = [:]
    /// Which sheet a version's digest belongs to.
    package internal(set) var keys: [Digest: SheetKey] = [:]
    /// Numbers of the acts by which clerks copied sheets that are still open.
    package internal(set) var unseen: Set<Int> = []
    /// Pictures of sheets that are or were filed.
    package internal(set) var publicFiles: Set<Digest> = []
    /// The number of the newest public act; what the public sees depends on nothing after it.
    package internal(set) var publicThrough = 0
    /// The newest map of the areas; nil while there is none.
    package internal(set) var map: Digest?
    /// By station, then by the hour.
    package internal(set) var turnout: [PollingStation.ID: [Instant: TurnoutReport]] = [:]
    /// What the desk of each station counted.
    package internal(set) var desk: [PollingStation.ID: StationTurnout] = [:]
    package internal(set) var readiness: [ReadinessKey: ReadinessItem] = [:]
    /// Readings of machines, and what people say of their doubtful papers.
    package internal(set) var review = ReviewBook()
    package internal(set) var publications: [Contest.ID: PublicationState] = [:]
    /// Filed sheets that break an alarm equation and nobody has looked at, oldest first.
    package internal(set) var alarms: [SheetRef] = []
    /// The number of the newest act folded in; 0 before the first.
    package internal(set) var through = 0
    /// When the newest act was done.
    package internal(set) var asOf: Instant?

    /// Stations by id, in a shape that is found at once.
    package internal(set) var stations: [PollingStation.ID: PollingStation] = [:]

    package init() {}

    /// Figures above this are mistakes of the pen: no country has as many papers at one station.
    package static let largestFigure = 9_999_999
    /// Versions that one sheet may have: a commission that tries more often needs help, not the log.
    package static let mostVersions = 500
    /// Unicode scalars of a reason, a remark or a note.
    package static let longestText = 2000

    package func file(_ key: SheetKey) -> SheetFile { sheets[key] ?? SheetFile() }

    package func station(_ id: PollingStation.ID) throws(FilingProblem) -> PollingStation {
        guard setting != nil else { throw .noElection }
        guard let station = stations[id] else { throw .unknownStation(id) }
        return station
    }

    /// True when the public log shows what an act says, and not only that it was done: figures that
    /// nobody has confirmed are withheld until they are filed.
    package func opens(_ act: Act) -> Bool {
        let sheet: SheetStatement
        switch act {
        case .sheetProposed(let statement), .sheetRefused(let statement, _, _): sheet = statement
        default: return act.isPublic
        }
        return file(sheet.key).version(sheet.id)?.isPublic ?? false
    }

    /// True for a clerk's copy that waits for another, and for what was said of a paper that is not
    /// settled: nobody is shown it, not even those who may read the whole log, for some of them are
    /// clerks or reviewers.
    package func isUnseen(_ sequence: Int) -> Bool {
        unseen.contains(sequence) || review.unseen.contains(sequence)
    }

    /// A version of any sheet by its digest.
    package func ref(_ id: Digest) -> SheetRef? { keys[id].map { SheetRef($0, id) } }

    package func contest(_ id: Contest.ID) -> Contest? { setting?.definition.contest(id) }

    /// Sums of a contest in the count that decides.
    package func decidingSums(_ contest: Contest.ID) -> ContestSums? {
        sums[CountKey(contest, setting?.deciding ?? .hand)]
    }
}

/// A contest in one count.
package struct CountKey: Hashable, Sendable {
    package let contest: Contest.ID
    package let series: Series

    package init(_ contest: Contest.ID, _ series: Series) {
        self.contest = contest
        self.series = series
    }
}

/// What was made public of a contest as final, and what waits for a second officer.
package struct PublicationState: Hashable, Sendable {
    package struct Done: Hashable, Sendable {
        package let publication: Publication
        package let proposedBy: Account.ID
        package let confirmedBy: Account.ID
        package let at: Instant
        package let act: Int
    }

    package internal(set) var proposed: (publication: Publication, by: Account.ID)?
    /// Oldest first; the last one is in force.
    package internal(set) var done: [Done] = []

    package init() {}

    package static func == (left: PublicationState, right: PublicationState) -> Bool {
        left.done == right.done && left.proposed?.publication == right.proposed?.publication
            && left.proposed?.by == right.proposed?.by
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(done)
        hasher.combine(proposed?.publication)
    }
}
