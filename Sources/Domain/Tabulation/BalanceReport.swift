import Elections
import Primitives

/// What the equations of a form say about all its sheets. File `imbalances.json`, and what
/// `dobush balance` writes.
package struct BalanceReport: Codable, Hashable, Sendable {
    package struct FormLabel: Codable, Hashable, Sendable {
        package let id: ResultsForm.ID
        package let title: LocalizedText
        package let source: LocalizedText

        package init(_ form: ResultsForm) {
            id = form.id
            title = form.title
            source = form.source
        }
    }

    package struct Counts: Codable, Hashable, Sendable {
        package let accepted: Int
        package let refused: Int
        /// Sheets that break at least one hard equation.
        package let breakingHard: Int
        /// Sheets that break a soft equation and no hard one.
        package let breakingSoftOnly: Int
        /// Sheets that break at least one equation of alarm; nil when the form has none.
        package let raisingAlarm: Int?
    }

    /// One equation and the stations that break it.
    package struct EquationResult: Codable, Hashable, Sendable {
        package let id: ResultsForm.Equation.ID
        package let text: LocalizedText
        package let severity: ResultsForm.Equation.Severity
        package let left: [ResultsForm.Term]
        package let relation: ResultsForm.Equation.Relation
        package let right: [ResultsForm.Term]
        /// The equation is asked only where the sum of these is above zero.
        package let provided: [ResultsForm.Term]?
        package let law: LocalizedText?
        package let count: Int
        package let stations: [Broken]
    }

    /// One station where the equation does not hold.
    package struct Broken: Codable, Hashable, Sendable {
        package let station: PollingStation.ID
        /// The areas it lies in and its own name, as the table has them.
        package let place: [String]
        /// Line of the table.
        package let line: Int?
        package let left: Int
        package let right: Int
        /// Left less right.
        package let difference: Int
    }

    package let form: FormLabel
    package let contest: Contest.ID?
    package let sheets: Counts
    package let equations: [EquationResult]
    /// Sums over the accepted sheets, by line and option.
    package let totals: [String: Int]
    package let refused: [RowRefusal]
    package let notices: [String]
    /// What a mapping made of the table; nil when it has the form's own columns.
    package let reading: TableReading?

    package init(_ batch: SheetBatch) {
        let fitted = batch.fitted
        var broken: [[Broken]] = Array(repeating: [], count: fitted.equations.count)
        let order = Dictionary(
            uniqueKeysWithValues: fitted.equations.enumerated().map { ($1.equation.id, $0) })
        var tally = Tally(columns: fitted.figureCount)
        var hard = 0
        var softOnly = 0
        var alarms = 0
        for sheet in batch.sheets {
            tally.add(sheet)
            let imbalances = sheet.imbalances()
            if imbalances.isEmpty { continue }
            if imbalances.contains(where: { $0.severity == .hard }) {
                hard += 1
            } else if imbalances.contains(where: { $0.severity == .soft }) {
                softOnly += 1
            }
            if imbalances.contains(where: { $0.severity == .alarm }) { alarms += 1 }
            for imbalance in imbalances {
                broken[order[imbalance.equation] ?? 0].append(Broken(imbalance, at: sheet))
            }
        }
        form = FormLabel(fitted.form)
        contest = fitted.contest
        sheets = Counts(
            accepted: batch.sheets.count, refused: batch.refused, breakingHard: hard,
            breakingSoftOnly: softOnly,
            raisingAlarm: fitted.form.hasAlarms ? alarms : nil)
        equations = zip(fitted.form.equations, broken).map {
            EquationResult(
                id: $0.id, text: $0.text, severity: $0.severity, left: $0.left,
                relation: $0.relation, right: $0.right, provided: $0.provided, law: $0.law,
                count: $1.count, stations: $1)
        }
        totals = Dictionary(
            zip(fitted.columns, tally.figures), uniquingKeysWith: { first, _ in first })
        refused = batch.refusals
        notices = batch.notices
        reading = batch.reading
    }

    /// True when something is wrong that the exit code tells: a hard equation broken, an alarm
    /// raised, a row refused.
    package var somethingIsWrong: Bool {
        sheets.breakingHard > 0 || sheets.raisingAlarm ?? 0 > 0 || sheets.refused > 0
    }
}

extension ResultsForm {
    var hasAlarms: Bool { equations.contains { $0.severity == .alarm } }
}

extension BalanceReport.Broken {
    init(_ imbalance: Imbalance, at sheet: ResultsSheet) {
        station = sheet.station
        place = sheet.areas + [sheet.name]
        line = sheet.row
        left = imbalance.left
        right = imbalance.right
        difference = imbalance.left - imbalance.right
    }
}
