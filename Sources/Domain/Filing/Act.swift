import Cryptography
import Elections
import Offices
import Primitives
import Reviewing
import Tabulation

/// What somebody did at the office. Read from top to bottom, the cases tell an election night.
///
/// Everything the office knows is a fold over these; the list is the log, and the log is the office.
package enum Act: Hashable, Sendable {
    case electionSet(ElectionSetting)
    case accountSet(Account)
    /// A link was made by which the account's person chooses a new password.
    case accountInvited(Account.ID)
    case signedIn
    case signInRefused
    case signedOut
    /// The outlines of the areas, a GeoJSON file of the store.
    case mapSet(Digest)
    /// The keys of a station's commission, as verifier key texts; earlier ones are taken out of use.
    case stationKeysSet(PollingStation.ID, [String])

    case readinessRecorded(ReadinessRecord)
    case readinessConfirmed(ReadinessKey)
    case readinessRemarked(ReadinessRemark)

    case turnoutReported(TurnoutReport)
    /// What the chapter of identification hands on: counts, never a list.
    case deskCounted(StationTurnout)

    case sheetProposed(SheetStatement)
    case sheetConfirmed(SheetRef)
    case sheetWithdrawn(SheetRef)
    /// By a person who returns it, or by the office because it does not add up.
    case sheetRefused(SheetStatement, why: String, note: String?)
    case sheetReturned(SheetRef, why: String)
    case sheetSigned(note: String, signers: [String])
    case sheetEntered(SheetStatement)
    case questionRaised(SheetRef, why: String)
    case questionSettled(SheetRef, why: String)
    case annulmentProposed(SheetRef, why: String)
    case annulmentWithdrawn(SheetRef)
    case annulmentConfirmed(SheetRef)
    case alarmSeen(SheetRef)

    /// A machine's reading of a station's papers came in, with the doubtful ones.
    case readingTaken(Reading)
    case readingWithdrawn(Digest, why: String)
    /// A doubtful paper lies before a reviewer; said again, it lies there for longer.
    case paperTaken(PaperRef)
    case paperPutBack(PaperRef)
    case opinionGiven(PaperOpinion)
    case opinionTakenBack(PaperRef)
    /// What the commission decides where reviewers do not agree; it counts once a second officer says so.
    case paperDecisionProposed(PaperDecision)
    case paperDecisionWithdrawn(PaperRef)
    case paperDecisionConfirmed(PaperRef)

    case publicationProposed(Publication)
    case publicationWithdrawn(Contest.ID)
    case publicationConfirmed(Publication)
}

/// One version of one sheet.
package struct SheetRef: Codable, Hashable, Sendable {
    package let key: SheetKey
    package let id: Digest

    package init(_ key: SheetKey, _ id: Digest) {
        self.key = key
        self.id = id
    }
}

/// The election that the office works on, and what it needs to know beyond the definition.
package struct ElectionSetting: Codable, Hashable, Sendable {
    package var definition: ElectionDefinition
    /// The form of each contest's sheets.
    package var forms: [Contest.ID: ResultsForm]
    /// The count that decides; the other is shown beside it.
    package var deciding: Series
    /// Names on the list of each station before the day, for turnout while sheets are missing.
    package var register: [PollingStation.ID: Int]
    package var readiness: [ReadinessRequirement]
    /// Signatures of its commission that a signed sheet needs; at least two.
    package var signaturesNeeded: Int
    /// What the sheets of one station should have in common, with each other and with the desk.
    package var relations: [FormSet.Relation]?

    package init(
        definition: ElectionDefinition, forms: [Contest.ID: ResultsForm], deciding: Series = .hand,
        register: [PollingStation.ID: Int] = [:], readiness: [ReadinessRequirement] = [],
        signaturesNeeded: Int = 2, relations: [FormSet.Relation]? = nil
    ) {
        self.definition = definition
        self.forms = forms
        self.deciding = deciding
        self.register = register
        self.readiness = readiness
        self.signaturesNeeded = signaturesNeeded
        self.relations = relations
    }
}

/// How many had voted at a station by an hour of the day.
package struct TurnoutReport: Codable, Hashable, Sendable {
    package let station: PollingStation.ID
    /// The full hour that the count is of.
    package let hour: Instant
    /// Since the station opened.
    package let voters: Int

    package init(station: PollingStation.ID, hour: Instant, voters: Int) {
        self.station = station
        self.hour = hour
        self.voters = voters
    }
}

/// A result made public as final by two officers: the sums as they stood at one act.
package struct Publication: Codable, Hashable, Sendable {
    package let contest: Contest.ID
    /// The number of the newest act that the sums know of.
    package let through: Int
    /// SHA-256 of the sums' text; see ``ContestSums/text``.
    package let sums: Digest

    package init(contest: Contest.ID, through: Int, sums: Digest) {
        self.contest = contest
        self.through = through
        self.sums = sums
    }
}

extension Act {
    /// The permanent name of the kind, as it stands in the log.
    package var kind: String {
        switch self {
        case .electionSet: "election-set"
        case .accountSet: "account-set"
        case .accountInvited: "account-invited"
        case .signedIn: "signed-in"
        case .signInRefused: "sign-in-refused"
        case .signedOut: "signed-out"
        case .mapSet: "map-set"
        case .stationKeysSet: "station-keys-set"
        case .readinessRecorded: "readiness-recorded"
        case .readinessConfirmed: "readiness-confirmed"
        case .readinessRemarked: "readiness-remarked"
        case .turnoutReported: "turnout-reported"
        case .deskCounted: "desk-counted"
        case .sheetProposed: "sheet-proposed"
        case .sheetConfirmed: "sheet-confirmed"
        case .sheetWithdrawn: "sheet-withdrawn"
        case .sheetRefused: "sheet-refused"
        case .sheetReturned: "sheet-returned"
        case .sheetSigned: "sheet-signed"
        case .sheetEntered: "sheet-entered"
        case .questionRaised: "question-raised"
        case .questionSettled: "question-settled"
        case .annulmentProposed: "annulment-proposed"
        case .annulmentWithdrawn: "annulment-withdrawn"
        case .annulmentConfirmed: "annulment-confirmed"
        case .alarmSeen: "alarm-seen"
        case .readingTaken: "reading-taken"
        case .readingWithdrawn: "reading-withdrawn"
        case .paperTaken: "paper-taken"
        case .paperPutBack: "paper-put-back"
        case .opinionGiven: "opinion-given"
        case .opinionTakenBack: "opinion-taken-back"
        case .paperDecisionProposed: "paper-decision-proposed"
        case .paperDecisionWithdrawn: "paper-decision-withdrawn"
        case .paperDecisionConfirmed: "paper-decision-confirmed"
        case .publicationProposed: "publication-proposed"
        case .publicationWithdrawn: "publication-withdrawn"
        case .publicationConfirmed: "publication-confirmed"
        }
    }

    /// Kinds that the public log counts and does not open: who signed in, what clerks copied and
    /// reviewers said without seeing each other, and papers of single voters.
    package static let officeKinds: Set<String> = [
        "account-set", "account-invited", "signed-in", "sign-in-refused", "signed-out",
        "sheet-entered", "alarm-seen", "reading-taken", "reading-withdrawn", "paper-taken",
        "paper-put-back", "opinion-given", "opinion-taken-back", "paper-decision-proposed",
        "paper-decision-withdrawn", "paper-decision-confirmed",
    ]

    package var isPublic: Bool { !Self.officeKinds.contains(kind) }
}

extension Act {
    /// The station that the act speaks of; nil for acts about the whole.
    package var station: PollingStation.ID? {
        switch self {
        case .stationKeysSet(let station, _): station
        case .readinessRecorded(let record): record.key.station
        case .readinessConfirmed(let key): key.station
        case .readinessRemarked(let remark): remark.key.station
        case .turnoutReported(let report): report.station
        case .deskCounted(let counts): counts.station
        case .readingTaken(let reading): reading.station
        default: ref?.key.station
        }
    }

    /// The contest that the act speaks of; nil for acts about a station or about the whole.
    package var contest: Contest.ID? {
        switch self {
        case .publicationProposed(let publication), .publicationConfirmed(let publication):
            publication.contest
        case .publicationWithdrawn(let contest): contest
        default: ref?.key.contest
        }
    }

    /// The doubtful paper that the act speaks of; nil for other acts.
    package var paper: PaperRef? {
        switch self {
        case .paperTaken(let ref), .paperPutBack(let ref), .opinionTakenBack(let ref),
            .paperDecisionWithdrawn(let ref), .paperDecisionConfirmed(let ref):
            ref
        case .opinionGiven(let opinion): opinion.paper
        case .paperDecisionProposed(let decision): decision.paper
        default: nil
        }
    }

    /// The sheet that the act speaks of; nil for other acts.
    package var ref: SheetRef? {
        switch self {
        case .sheetProposed(let sheet), .sheetEntered(let sheet),
            .sheetRefused(let sheet, _, _):
            SheetRef(sheet.key, sheet.id)
        case .sheetSigned(let note, _):
            (try? SignedNote(reading: note)).flatMap { SheetStatement(text: $0.text) }.map {
                SheetRef($0.key, $0.id)
            }
        case .sheetConfirmed(let ref), .sheetWithdrawn(let ref), .annulmentWithdrawn(let ref),
            .annulmentConfirmed(let ref), .alarmSeen(let ref), .sheetReturned(let ref, _),
            .questionRaised(let ref, _), .questionSettled(let ref, _),
            .annulmentProposed(let ref, _):
            ref
        default: nil
        }
    }
}
