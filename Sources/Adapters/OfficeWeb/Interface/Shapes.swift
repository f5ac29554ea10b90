import Cryptography
import Elections
import Filing
import Primitives
import Tabulation

/// Values as the API answers them, each with its shape for the description.

struct DeedAnswer: Encodable {
    /// The number of the act in the log; absent when there was nothing to do.
    let act: Int?
    /// The sheet's digest, where the deed was on a sheet.
    let sheet: String?
    /// True when it had been done before.
    let already: Bool
    /// The doubtful paper, where the deed was on one.
    var paper: String?

    static let schema = Schema.object([
        .init("act", Schema.count, required: false),
        .init("sheet", Schema.digest, required: false), .init("already", .boolean),
        .init("paper", Schema.paper, required: false),
    ])
}

struct SumsShape: Encodable {
    let sheets: Int
    let registered: Int
    let participants: Int
    let valid: Int
    let figures: [String: Int]

    init(_ sums: Sums, _ contest: ContestSums) {
        sheets = sums.sheets
        registered = contest.base(.registered, of: sums)
        participants = contest.base(.participants, of: sums)
        valid = contest.base(.valid, of: sums)
        figures = Dictionary(
            zip(contest.fitted.columns, sums.figures), uniquingKeysWith: { first, _ in first })
    }

    static let schema = Schema.object([
        .init("sheets", Schema.count), .init("registered", Schema.count),
        .init("participants", Schema.count), .init("valid", Schema.count),
        .init("figures", .map(Schema.count, most: 10_000)),
    ])
}

struct CoverageShape: Encodable {
    let stations: Int
    let byStatus: [String: Int]

    init(_ contest: Contest.ID, _ series: Series, _ state: OfficeState) {
        var counts: [String: Int] = [:]
        for station in state.stations.keys {
            let status = state.file(SheetKey(station, contest, series)).status.publicWord
            counts[status, default: 0] += 1
        }
        stations = state.stations.count
        byStatus = counts
    }

    static let schema = Schema.object([
        .init("stations", Schema.count), .init("byStatus", .map(Schema.count, most: 20)),
    ])
}

extension SheetStatus {
    /// What the public is told: that clerks differ is the office's affair.
    var publicWord: String { (self == .entriesDiffer ? SheetStatus.waiting : self).rawValue }
}

struct ResultsShape: Encodable {
    let contest: String
    let title: LocalizedText
    let notice: LocalizedText?
    let series: String
    let asOf: Instant?
    let act: Int
    /// `preliminary`, `complete` or `final`.
    let state: String
    let coverage: CoverageShape
    let nation: SumsShape
    let districts: [String: SumsShape]
    let sums: String
    let rule: LocalizedText?

    init(_ contest: Contest, _ sums: ContestSums, _ series: Series, _ state: OfficeState) {
        self.contest = contest.id.text
        title = contest.title
        notice = state.setting?.definition.inventedNotice
        self.series = series.rawValue
        asOf = state.asOf
        act = state.through
        let published = state.publications[contest.id]?.done.last?.publication.sums == sums.digest
        let deciding = series == state.setting?.deciding
        self.state =
            deciding && published
            ? "final" : deciding && state.isWhole(contest.id) ? "complete" : "preliminary"
        coverage = CoverageShape(contest.id, series, state)
        nation = SumsShape(sums.nation, sums)
        districts = Dictionary(
            sums.districts.map { ($0.key.text, SumsShape($0.value, sums)) },
            uniquingKeysWith: { first, _ in first })
        self.sums = sums.digest.hex
        rule = contest.outcome?.text
    }

    static let schema = Schema.object([
        .init("contest", Schema.identifier), .init("title", Schema.localized),
        .init("notice", Schema.localized, required: false),
        .init("series", .choice(Series.allCases.map(\.rawValue))),
        .init("asOf", Schema.moment, required: false), .init("act", Schema.count),
        .init("state", .choice(["preliminary", "complete", "final"])),
        .init("coverage", CoverageShape.schema), .init("nation", SumsShape.schema),
        .init("districts", .map(SumsShape.schema, most: 100_000)), .init("sums", Schema.digest),
        .init("rule", Schema.localized, required: false),
    ])
}

struct StationShape: Encodable {
    let station: String
    let name: LocalizedText
    let district: String
    let abroad: Bool
    let zoneMinutes: Int
    let opens: Instant
    let closes: Instant
    /// By contest, then by series.
    let status: [String: [String: String]]

    init(_ station: PollingStation, _ state: OfficeState) {
        self.station = station.id.text
        name = station.name
        district = station.district.text
        abroad = station.seat == .abroad
        zoneMinutes = station.zoneMinutes
        opens = station.opens
        closes = station.closes
        var status: [String: [String: String]] = [:]
        for contest in state.setting?.definition.contests ?? [] {
            for series in Series.allCases {
                status[contest.id.text, default: [:]][series.rawValue] =
                    state.file(SheetKey(station.id, contest.id, series)).status.publicWord
            }
        }
        self.status = status
    }

    static let members: [Schema.Member] = [
        .init("station", Schema.identifier), .init("name", Schema.localized),
        .init("district", Schema.identifier), .init("abroad", .boolean),
        .init("zoneMinutes", .integer(least: -1080, most: 1080)), .init("opens", Schema.moment),
        .init("closes", Schema.moment),
        .init(
            "status",
            .map(.map(.choice(SheetStatus.allCases.map(\.rawValue)), most: 2), most: 1000)),
    ]
    static let schema = Schema.object(members)
}

struct VersionShape: Encodable {
    let sheet: String
    let contest: String
    let series: String
    let state: String
    let channel: String
    let came: Instant
    let filed: Instant?
    let act: Int
    let figures: [String: Int]
    let broken: [Broken]
    let reasons: [String: String]
    let signers: [String]
    let image: String?
    let replaces: String?
    let why: String?
    let question: String?
    let counts: Bool

    struct Broken: Encodable {
        let equation: String
        let severity: String
        let left: Int
        let right: Int

        static let schema = Schema.object([
            .init("equation", Schema.identifier), .init("severity", .text(most: 20)),
            .init("left", .integer(least: -(1 << 53), most: 1 << 53)),
            .init("right", .integer(least: -(1 << 53), most: 1 << 53)),
        ])
    }

    init(_ version: SheetVersion, of file: SheetFile) {
        let statement = version.statement
        sheet = version.id.hex
        contest = statement.contest.text
        series = statement.series.rawValue
        switch version.state {
        case .proposed: state = "waiting"
        case .filed: state = "filed"
        case .refused: state = "refused"
        case .withdrawn: state = "withdrawn"
        case .annulled: state = "annulled"
        }
        channel = version.channel.rawValue
        came = version.came
        filed = version.filed
        act = version.act
        figures = Dictionary(
            statement.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        broken = version.imbalances.map {
            Broken(
                equation: $0.equation.text, severity: $0.severity.rawValue, left: $0.left,
                right: $0.right)
        }
        reasons = Dictionary(
            statement.reasons.map { ($0.equation.text, $0.text) },
            uniquingKeysWith: { first, _ in first })
        signers = version.signers
        image = statement.image?.hex
        replaces = statement.replaces?.hex
        why = statement.why
        question = version.question?.why
        counts = file.current?.act == version.act
    }

    static let schema = Schema.object([
        .init("sheet", Schema.digest), .init("contest", Schema.identifier),
        .init("series", .choice(Series.allCases.map(\.rawValue))),
        .init("state", .choice(["waiting", "filed", "refused", "withdrawn", "annulled"])),
        .init("channel", .choice(["online", "paper", "signed"])), .init("came", Schema.moment),
        .init("filed", Schema.moment, required: false), .init("act", Schema.count),
        .init("figures", .map(Schema.count, most: 10_000)),
        .init("broken", .list(Broken.schema, most: 1000)),
        .init("reasons", .map(Schema.words, most: 1000)),
        .init("signers", .list(.text(most: 1000), most: 100)),
        .init("image", Schema.digest, required: false),
        .init("replaces", Schema.digest, required: false),
        .init("why", Schema.words, required: false),
        .init("question", Schema.words, required: false), .init("counts", .boolean),
    ])
}
