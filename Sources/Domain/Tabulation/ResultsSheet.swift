import Elections
import Primitives

/// What one station's commission signed for one contest.
package struct ResultsSheet: Sendable {
    package let station: PollingStation.ID
    /// Names of the areas that the station lies in, the widest first; empty when none is given.
    package let areas: [String]
    /// The station's own name in the table.
    package let name: String
    /// The line of the table that the sheet was read from; nil when it was not read from one.
    package let row: Int?
    package let fitted: FittedForm
    /// Lines, then options, as ``FittedForm/columns`` has them. Never negative.
    package let figures: [Int]

    package init(
        station: PollingStation.ID, areas: [String], name: String, row: Int? = nil,
        fitted: FittedForm, figures: [Int]
    ) {
        precondition(
            figures.count == fitted.figureCount,
            "\(figures.count) figures for \(fitted.figureCount) columns")
        self.station = station
        self.areas = areas
        self.name = name
        self.row = row
        self.fitted = fitted
        self.figures = figures
    }

    /// From figures by name; nil when one of the form's is missing.
    package init?(
        station: PollingStation.ID, areas: [String], fitted: FittedForm, values: [String: Int]
    ) {
        let figures = fitted.columns.compactMap { values[$0] }
        guard figures.count == fitted.figureCount else { return nil }
        self.init(
            station: station, areas: areas, name: station.text, fitted: fitted, figures: figures)
    }

    /// Figures by name, lines and options together.
    package var values: [String: Int] {
        Dictionary(zip(fitted.columns, figures), uniquingKeysWith: { first, _ in first })
    }

    package func value(_ line: ResultsForm.Line.ID) -> Int? {
        fitted.index(of: line).map { figures[$0] }
    }
    package func votes(_ option: ContestOption.ID) -> Int? {
        fitted.index(of: option).map { figures[$0] }
    }
    package func base(_ base: Denominator) -> Int { fitted.base(base, of: figures) }

    /// Finds every equation that the figures break.
    ///
    /// A broken equation is a fact about the count, so it is returned and kept in the record. All
    /// are returned, because the commission corrects its sheet once.
    ///
    /// - Returns: in the order of the form; empty when the figures agree.
    package func imbalances() -> [Imbalance] {
        var found: [Imbalance] = []
        let votes = fitted.votes(figures)
        for fitted in fitted.equations {
            guard let sides = fitted.broken(figures, votes: votes) else { continue }
            found.append(
                Imbalance(
                    equation: fitted.equation.id, severity: fitted.equation.severity,
                    left: sides.left, right: sides.right))
        }
        return found
    }
}

/// An equation that a sheet breaks, with what stands on either side.
package struct Imbalance: Codable, Hashable, Sendable {
    package let equation: ResultsForm.Equation.ID
    package let severity: ResultsForm.Equation.Severity
    package let left: Int
    package let right: Int

    package init(
        equation: ResultsForm.Equation.ID, severity: ResultsForm.Equation.Severity, left: Int,
        right: Int
    ) {
        self.equation = equation
        self.severity = severity
        self.left = left
        self.right = right
    }
}

/// A figure of the sheet beside the counts that the desks of the same stations handed on.
package struct TurnoutDifference: Codable, Hashable, Sendable {
    package enum Subject: String, Codable, Sendable {
        /// Papers issued, beside persons admitted.
        case issued
        /// Names on the list, on either side.
        case registered
    }

    package let station: PollingStation.ID
    package let subject: Subject
    package let sheet: Int
    package let desk: Int
}

extension ResultsSheet {
    /// Where the sheet differs from the chapter of identification; empty when both agree.
    ///
    /// - Parameter turnout: of the station, or of each station whose papers the sheet pools.
    package func differences(from turnout: [StationTurnout]) -> [TurnoutDifference] {
        var found: [TurnoutDifference] = []
        func compare(_ subject: TurnoutDifference.Subject, _ sheet: Int, _ desk: Int) {
            guard sheet != desk else { return }
            found.append(
                TurnoutDifference(station: station, subject: subject, sheet: sheet, desk: desk))
        }
        compare(.registered, base(.registered), turnout.reduce(0) { $0 + $1.registered })
        if let issued = fitted.issued(figures) {
            compare(.issued, issued, turnout.reduce(0) { $0 + $1.admitted })
        }
        return found
    }
}
