import Cryptography
import Elections
import Offices
import Primitives
import Reviewing

/// What an act says beyond its kind, as the body of its log entry: one flat object, in which only
/// what the kind needs is present.
package struct ActBody: Codable, Hashable, Sendable {
    package var setting: ElectionSetting?
    package var account: Account?
    package var invited: Account.ID?
    /// A file of the store.
    package var file: Digest?
    package var station: PollingStation.ID?
    package var keys: [String]?
    package var readiness: ReadinessRecord?
    package var readinessKey: ReadinessKey?
    package var remark: ReadinessRemark?
    package var turnout: TurnoutReport?
    package var desk: StationTurnout?
    /// A sheet's text; see ``SheetStatement/text``.
    package var sheet: SheetStatement?
    package var ref: SheetRef?
    package var why: String?
    /// A signed sheet as it came.
    package var note: String?
    package var signers: [String]?
    package var contest: Contest.ID?
    package var publication: Publication?
    package var reading: Reading?
    package var readingID: Digest?
    package var paper: PaperRef?
    package var opinion: PaperOpinion?
    package var decision: PaperDecision?

    init() {}

    private init(_ fill: (inout ActBody) -> Void) {
        self.init()
        fill(&self)
    }

    package init(_ act: Act) {
        switch act {
        case .electionSet(let setting): self.init { $0.setting = setting }
        case .accountSet(let account): self.init { $0.account = account }
        case .accountInvited(let account): self.init { $0.invited = account }
        case .signedIn, .signInRefused, .signedOut: self.init()
        case .mapSet(let file): self.init { $0.file = file }
        case .stationKeysSet(let station, let keys):
            self.init {
                $0.station = station
                $0.keys = keys
            }
        case .readinessRecorded(let record): self.init { $0.readiness = record }
        case .readinessConfirmed(let key): self.init { $0.readinessKey = key }
        case .readinessRemarked(let remark): self.init { $0.remark = remark }
        case .turnoutReported(let report): self.init { $0.turnout = report }
        case .deskCounted(let counts): self.init { $0.desk = counts }
        case .publicationProposed(let publication), .publicationConfirmed(let publication):
            self.init { $0.publication = publication }
        case .publicationWithdrawn(let contest): self.init { $0.contest = contest }
        case .readingTaken, .readingWithdrawn, .paperTaken, .paperPutBack, .opinionGiven,
            .opinionTakenBack, .paperDecisionProposed, .paperDecisionWithdrawn,
            .paperDecisionConfirmed:
            self.init(reviewAct: act)
        default: self.init(sheetAct: act)
        }
    }

    private init(reviewAct act: Act) {
        self.init()
        switch act {
        case .readingTaken(let reading): self.reading = reading
        case .readingWithdrawn(let id, let why):
            readingID = id
            self.why = why
        case .paperTaken(let ref), .paperPutBack(let ref), .opinionTakenBack(let ref),
            .paperDecisionWithdrawn(let ref), .paperDecisionConfirmed(let ref):
            paper = ref
        case .opinionGiven(let opinion): self.opinion = opinion
        case .paperDecisionProposed(let decision): self.decision = decision
        default: break
        }
    }

    private init(sheetAct act: Act) {
        self.init()
        switch act {
        case .sheetProposed(let sheet), .sheetEntered(let sheet): self.sheet = sheet
        case .sheetRefused(let sheet, let why, let note):
            self.sheet = sheet
            self.why = why
            self.note = note
        case .sheetSigned(let note, let signers):
            self.note = note
            self.signers = signers
        case .sheetConfirmed(let ref), .sheetWithdrawn(let ref), .annulmentWithdrawn(let ref),
            .annulmentConfirmed(let ref), .alarmSeen(let ref):
            self.ref = ref
        case .sheetReturned(let ref, let why), .questionRaised(let ref, let why),
            .questionSettled(let ref, let why), .annulmentProposed(let ref, let why):
            self.ref = ref
            self.why = why
        default: break
        }
    }
}

extension Act {
    /// Nil when the kind is unknown or the body lacks what the kind needs.
    package init?(kind: String, _ body: ActBody) {
        guard
            let act = Self.ofOffice(kind, body) ?? Self.ofSheet(kind, body)
                ?? Self.ofReview(kind, body)
        else { return nil }
        self = act
    }

    private static func ofOffice(_ kind: String, _ body: ActBody) -> Act? {
        switch kind {
        case "election-set": body.setting.map { .electionSet($0) }
        case "account-set": body.account.map { .accountSet($0) }
        case "account-invited": body.invited.map { .accountInvited($0) }
        case "signed-in": .signedIn
        case "sign-in-refused": .signInRefused
        case "signed-out": .signedOut
        case "map-set": body.file.map { .mapSet($0) }
        case "station-keys-set": both(body.station, body.keys).map { .stationKeysSet($0, $1) }
        case "readiness-recorded": body.readiness.map { .readinessRecorded($0) }
        case "readiness-confirmed": body.readinessKey.map { .readinessConfirmed($0) }
        case "readiness-remarked": body.remark.map { .readinessRemarked($0) }
        case "turnout-reported": body.turnout.map { .turnoutReported($0) }
        case "desk-counted": body.desk.map { .deskCounted($0) }
        case "publication-proposed": body.publication.map { .publicationProposed($0) }
        case "publication-withdrawn": body.contest.map { .publicationWithdrawn($0) }
        case "publication-confirmed": body.publication.map { .publicationConfirmed($0) }
        default: nil
        }
    }

    private static func ofReview(_ kind: String, _ body: ActBody) -> Act? {
        switch kind {
        case "reading-taken": body.reading.map { .readingTaken($0) }
        case "reading-withdrawn":
            both(body.readingID, body.why).map { .readingWithdrawn($0, why: $1) }
        case "paper-taken": body.paper.map { .paperTaken($0) }
        case "paper-put-back": body.paper.map { .paperPutBack($0) }
        case "opinion-given": body.opinion.map { .opinionGiven($0) }
        case "opinion-taken-back": body.paper.map { .opinionTakenBack($0) }
        case "paper-decision-proposed": body.decision.map { .paperDecisionProposed($0) }
        case "paper-decision-withdrawn": body.paper.map { .paperDecisionWithdrawn($0) }
        case "paper-decision-confirmed": body.paper.map { .paperDecisionConfirmed($0) }
        default: nil
        }
    }

    private static func ofSheet(_ kind: String, _ body: ActBody) -> Act? {
        let reasoned = both(body.ref, body.why)
        switch kind {
        case "sheet-proposed": return body.sheet.map { .sheetProposed($0) }
        case "sheet-confirmed": return body.ref.map { .sheetConfirmed($0) }
        case "sheet-withdrawn": return body.ref.map { .sheetWithdrawn($0) }
        case "sheet-refused":
            return both(body.sheet, body.why).map { .sheetRefused($0, why: $1, note: body.note) }
        case "sheet-returned": return reasoned.map { .sheetReturned($0, why: $1) }
        case "sheet-signed":
            return both(body.note, body.signers).map { .sheetSigned(note: $0, signers: $1) }
        case "sheet-entered": return body.sheet.map { .sheetEntered($0) }
        case "question-raised": return reasoned.map { .questionRaised($0, why: $1) }
        case "question-settled": return reasoned.map { .questionSettled($0, why: $1) }
        case "annulment-proposed": return reasoned.map { .annulmentProposed($0, why: $1) }
        case "annulment-withdrawn": return body.ref.map { .annulmentWithdrawn($0) }
        case "annulment-confirmed": return body.ref.map { .annulmentConfirmed($0) }
        case "alarm-seen": return body.ref.map { .alarmSeen($0) }
        default: return nil
        }
    }

    private static func both<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
        guard let one, let other else { return nil }
        return (one, other)
    }
}
