import Ballots
import Cryptography
import Elections
import Filing
import Offices
import Primitives
import Reviewing

/// Readings and doubtful papers as the API answers them.

struct ReadingShape: Encodable {
    let reading: String
    let station: String
    let takenIn: Instant
    let papers: Int
    let refusedPages: Int
    let doubtful: Int
    let settled: Int
    let waiting: Int
    let undecided: Int

    init(_ taken: TakenReading, _ review: ReviewBook) {
        let progress = review.progress(taken.id)
        reading = taken.id.hex
        station = taken.reading.station.text
        takenIn = taken.at
        papers = taken.reading.papers
        refusedPages = taken.reading.refusedPages
        doubtful = progress.papers
        settled = progress.settled
        waiting = progress.waiting
        undecided = progress.undecided
    }

    static let schema = Schema.object([
        .init("reading", Schema.digest), .init("station", Schema.identifier),
        .init("takenIn", Schema.moment), .init("papers", Schema.count),
        .init("refusedPages", Schema.count), .init("doubtful", Schema.count),
        .init("settled", Schema.count), .init("waiting", Schema.count),
        .init("undecided", Schema.count),
    ])
}

struct TotalShape: Encodable {
    let contest: String
    let papers: Int
    let votes: [String: Int]
    let blank: Int
    let overvoted: Int
    let undecided: Int
    let spoiled: Int

    init(_ total: MachineTotal) {
        contest = total.contest.text
        papers = total.papers
        votes = Dictionary(
            total.votes.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
        blank = total.blank
        overvoted = total.overvoted
        undecided = total.undecided
        spoiled = total.spoiled ?? 0
    }

    static let schema = Schema.object([
        .init("contest", Schema.identifier), .init("papers", Schema.count),
        .init("votes", .map(Schema.count, most: 10_000)), .init("blank", Schema.count),
        .init("overvoted", Schema.count), .init("undecided", Schema.count),
        .init("spoiled", Schema.count),
    ])
}

/// One doubtful paper. What a person said of it is in here once reviewers are done with it, for whom the
/// office opens it.
struct PaperShape: Encodable {
    struct Target: Encodable {
        let contest: String
        let option: String
        let code: String
        let reason: LocalizedText
        let first: String
        let second: String?
        let crop: String
        /// What people decided; absent until the paper is settled, and where no two agree.
        let decided: String?
        /// True where the commission has to decide.
        let open: Bool
    }

    let paper: String
    let sheet: String
    let station: String
    let pages: [String]
    let targets: [Target]
    /// `waiting`, `settled` or `undecided`.
    let state: String
    let spoiled: Bool
    /// True where the paper lies before whoever asks, and until when.
    let yours: Bool
    let yoursUntil: Instant?
    /// Absent while reviewers look, and to who reviews.
    let opinions: [OpinionShape]?
    /// Absent where the commission had nothing to decide, or has not begun.
    let decision: DecisionShape?

    init(_ ref: PaperRef, _ taken: TakenReading, _ paper: DoubtfulPaper, _ call: OfficeCall) {
        let review = call.state.review.review(ref)
        let settlement = review.outcome
        let shape = taken.reading.ballots[paper.ballot]
        let open = Set(settlement?.open ?? [])
        self.paper = ref.text
        sheet = paper.sheet.text
        station = taken.reading.station.text
        pages = paper.pages.map(\.picture.hex)
        targets = paper.targets.enumerated().map { place, target in
            let part = shape.parts[target.part]
            return Target(
                contest: part.contest.text, option: part.options[target.place].text,
                code: target.doubt.rawValue, reason: target.doubt.text,
                first: target.first.rawValue, second: target.second?.rawValue,
                crop: target.crop.hex,
                decided: settlement.flatMap { $0.spoiled ? nil : $0.choices[place]?.rawValue },
                open: open.contains(place))
        }
        state =
            settlement.map { $0.isUndecided ? "undecided" : "settled" } ?? "waiting"
        spoiled = settlement?.spoiled ?? false
        let own = review.lease?.by == call.caller?.account.id ? review.lease : nil
        yours = own != nil && settlement == nil
        yoursUntil = settlement == nil ? own?.until : nil
        let opens =
            call.caller.map { call.state.opensOpinions(of: ref, to: $0.account) } ?? false
        opinions = opens ? review.opinions.map(OpinionShape.init) : nil
        decision = review.proposal.map { DecisionShape($0, review.decided) }
    }

    private static let indications = ["yes", "no", "unknown"]

    static let schema = Schema.object([
        .init("paper", Schema.paper), .init("sheet", Schema.identifier),
        .init("station", Schema.identifier), .init("pages", .list(Schema.digest, most: 8)),
        .init(
            "targets",
            .list(
                .object([
                    .init("contest", Schema.identifier), .init("option", Schema.identifier),
                    .init("code", .text(most: 100)), .init("reason", Schema.localized),
                    .init("first", .choice(indications)),
                    .init("second", .choice(indications), required: false),
                    .init("crop", Schema.digest),
                    .init("decided", choice, required: false), .init("open", .boolean),
                ]), most: 1000)),
        .init("state", .choice(["waiting", "settled", "undecided"])), .init("spoiled", .boolean),
        .init("yours", .boolean), .init("yoursUntil", Schema.moment, required: false),
        .init("opinions", .list(OpinionShape.schema, most: 3), required: false),
        .init("decision", DecisionShape.schema, required: false),
    ])

    static let choice = Schema.choice(TargetChoice.allCases.map(\.rawValue))
}

/// What one reviewer said.
struct OpinionShape: Encodable {
    let by: String
    let at: Instant
    let choices: [String]
    let spoiled: Bool
    let why: String?

    init(_ given: PaperReview.Given) {
        by = given.by.text
        at = given.at
        choices = given.opinion.choices.map(\.rawValue)
        spoiled = given.opinion.spoiled
        why = given.opinion.why
    }

    static let schema = Schema.object([
        .init("by", Schema.identifier), .init("at", Schema.moment),
        .init("choices", .list(PaperShape.choice, most: 1000)), .init("spoiled", .boolean),
        .init("why", Schema.words, required: false),
    ])
}

/// What the commission decides, and whether it counts yet.
struct DecisionShape: Encodable {
    /// The act by which it was entered; who confirms it names this.
    let entered: Int
    let by: String
    let at: Instant
    let choices: [String]
    let spoiled: Bool
    let grounds: String
    /// Absent until a second officer made it count.
    let confirmedBy: String?
    let confirmedAt: Instant?

    init(_ proposal: PaperReview.Proposal, _ decided: Settlement?) {
        entered = proposal.act
        by = proposal.by.text
        at = proposal.at
        choices = proposal.decision.choices.map(\.rawValue)
        spoiled = proposal.decision.spoiled
        grounds = proposal.decision.grounds
        confirmedBy = decided?.by.last?.text
        confirmedAt = decided?.at
    }

    static let schema = Schema.object([
        .init("entered", Schema.count), .init("by", Schema.identifier),
        .init("at", Schema.moment), .init("choices", .list(PaperShape.choice, most: 1000)),
        .init("spoiled", .boolean), .init("grounds", Schema.words),
        .init("confirmedBy", Schema.identifier, required: false),
        .init("confirmedAt", Schema.moment, required: false),
    ])
}

/// One contest, by machine and by hand. Absent where one of the counts is not there.
struct ComparisonShape: Encodable {
    struct Line: Encodable {
        /// Absent for the papers that give no vote.
        let option: String?
        let machine: Int
        let hand: Int
        let difference: Int
        /// Doubtful papers that are counted here, and that are not and could be.
        let countedHere: [String]
        let couldBe: [String]
        let unexplained: Int
    }

    let contest: String
    let sheet: String
    let filed: Instant?
    let lines: [Line]
    let doubtful: [String]
    let open: [String]
    let refusedPages: Int
    let unexplained: Int

    init(_ comparison: MachineComparison) {
        let both = comparison.both
        contest = both.contest.text
        sheet = comparison.sheet.id.hex
        filed = comparison.sheet.filed
        lines = both.lines.map { line in
            Line(
                option: line.option?.text, machine: line.machine, hand: line.hand,
                difference: line.difference, countedHere: line.countedHere.map(\.text),
                couldBe: line.couldBe.map(\.text), unexplained: line.unexplained)
        }
        doubtful = both.doubtful.map(\.text)
        open = both.open.map(\.text)
        refusedPages = both.refusedPages
        unexplained = both.unexplained
    }

    private static let papers = Schema.list(Schema.paper, most: 100_000)

    static let schema = Schema.object([
        .init("contest", Schema.identifier), .init("sheet", Schema.digest),
        .init("filed", Schema.moment, required: false),
        .init(
            "lines",
            .list(
                .object([
                    .init("option", Schema.identifier, required: false),
                    .init("machine", Schema.count), .init("hand", Schema.count),
                    .init("difference", .integer(least: -(1 << 53), most: 1 << 53)),
                    .init("countedHere", papers), .init("couldBe", papers),
                    .init("unexplained", Schema.count),
                ]), most: 10_000)),
        .init("doubtful", papers), .init("open", papers), .init("refusedPages", Schema.count),
        .init("unexplained", Schema.count),
    ])
}
