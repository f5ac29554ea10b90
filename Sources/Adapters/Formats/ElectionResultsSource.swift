import Elections
import Primitives
import Tabulation

/// What an ``ElectionResultsReport`` is made from: one contest's figures over a tree of areas.
package struct ElectionResultsSource: Sendable {
    /// The standard's words.
    package enum Status: String, Sendable {
        case preElection = "pre-election"
        case unofficialPartial = "unofficial-partial"
        case unofficialComplete = "unofficial-complete"
        case certified
        case correction
    }

    package struct Area: Sendable {
        package let name: LocalizedText
        /// As ``FittedForm/columns`` has them: the sums over the sheets below.
        package let figures: [Int]
        /// Sheets added.
        package let sheets: Int
        /// Stations; nil where nobody knows how many there should be.
        package let total: Int?

        package init(name: LocalizedText, figures: [Int], sheets: Int, total: Int?) {
            self.name = name
            self.figures = figures
            self.sheets = sheets
            self.total = total
        }
    }

    package struct Station: Sendable {
        package let id: PollingStation.ID
        package let name: LocalizedText
        /// The place of its district in ``districts``.
        package let district: Int?
        /// Nil for a station whose sheet is not in the sums.
        package let figures: [Int]?

        package init(
            id: PollingStation.ID, name: LocalizedText, district: Int?, figures: [Int]?
        ) {
            self.id = id
            self.name = name
            self.district = district
            self.figures = figures
        }
    }

    let status: Status
    /// Nil for the day of the election at midnight, so that the same sheets give the same report.
    let generated: Instant?
    let day: CivilDay?
    let notice: LocalizedText?
    let electionName: LocalizedText?
    let contestID: Contest.ID?
    let contestTitle: LocalizedText?
    /// Nil where no definition says what is voted on.
    let contest: Contest?
    let fitted: FittedForm
    /// Sentences for the report's notes.
    let notes: [String]
    let nation: Area
    let districts: [Area]
    let stations: [Station]

    package init(
        status: Status, generated: Instant, day: CivilDay, notice: LocalizedText?,
        electionName: LocalizedText, contest: Contest, fitted: FittedForm, notes: [String],
        nation: Area, districts: [Area], stations: [Station]
    ) {
        self.status = status
        self.generated = generated
        self.day = day
        self.notice = notice
        self.electionName = electionName
        contestID = contest.id
        contestTitle = contest.title
        self.contest = contest
        self.fitted = fitted
        self.notes = notes
        self.nation = nation
        self.districts = districts
        self.stations = stations
    }

    /// From a declaration and the sheets that it was made from.
    init(
        _ declaration: Declaration, batch: SheetBatch, definition: ElectionDefinition?,
        day: CivilDay?
    ) {
        let whole = declaration.sheets.refused == 0 && declaration.sheets.missing.isEmpty
        status = whole ? .unofficialComplete : .unofficialPartial
        generated = nil
        self.day = declaration.day ?? day
        notice = declaration.inventedNotice
        electionName = declaration.electionName
        contestID = declaration.contest
        contestTitle = declaration.contestTitle
        contest = declaration.contest.flatMap { definition?.contest($0) }
        fitted = batch.fitted
        notes = [
            "GeneratedDate is the day of the election, so that the same sheets give the same report."
        ]
        func figures(_ totals: [String: Int]) -> [Int] {
            batch.fitted.columns.map { totals[$0] ?? 0 }
        }
        nation = Area(
            name: declaration.electionName ?? LocalizedText("All sheets"),
            figures: figures(declaration.totals), sheets: declaration.sheets.accepted,
            total: declaration.sheets.expected)
        districts = declaration.districts.map { district in
            Area(
                name: district.name ?? LocalizedText(district.district),
                figures: figures(district.totals), sheets: district.sheets, total: nil)
        }
        let place = Dictionary(
            declaration.districts.enumerated().map { ($1.district, $0) },
            uniquingKeysWith: { first, _ in first })
        stations = batch.sheets.map { sheet in
            Station(
                id: sheet.station,
                name: LocalizedText(
                    (sheet.areas.dropFirst() + [sheet.name]).joined(separator: ", ")),
                district: sheet.areas.first.flatMap { place[$0] }, figures: sheet.figures)
        }
    }
}
