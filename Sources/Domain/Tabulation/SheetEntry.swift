import Elections
import Primitives

/// What is wrong with one figure that somebody typed or sent.
package struct EntryFlaw: Problem, Codable, Hashable {
    /// The line, the option, or a name that the form does not have.
    package let name: String
    package let code: String
    package let summary: String
    package let remedy: String
}

/// The outcome of filling in a form: a sheet, or every reason why there is none.
package enum SheetEntry: Sendable {
    case sheet(ResultsSheet)
    case refused([EntryFlaw])
}

extension FittedForm {
    /// Fills the form in from texts by name, as an entry page or a program sends them.
    ///
    /// Every line and option must be there, as a whole number in the digits 0 to 9, and nothing
    /// else may be. All flaws are returned, because the clerk corrects the sheet once. The sheet's
    /// equations are not asked here; see ``ResultsSheet/imbalances()``.
    package func entry(
        station: PollingStation.ID, areas: [String], texts: [String: String]
    ) -> SheetEntry {
        var flaws: [EntryFlaw] = []
        var figures: [Int] = []
        for name in columns {
            guard let text = texts[name] else {
                flaws.append(
                    EntryFlaw(
                        name: name, code: "tabulation.line-missing",
                        summary: "The sheet has no figure for \(name).",
                        remedy: "Fill every line in; write 0 where there is nothing."))
                continue
            }
            do {
                figures.append(try Figure.read(text))
            } catch {
                flaws.append(EntryFlaw(name, text, error))
            }
        }
        let known = Set(columns)
        for name in texts.keys.sorted() where !known.contains(name) {
            flaws.append(
                EntryFlaw(
                    name: name, code: "tabulation.line-unknown",
                    summary: "Form \(form.id) has no line \(String(name.prefix(60))).",
                    remedy: "Check that the sheet belongs to this contest and this form."))
        }
        guard flaws.isEmpty else { return .refused(flaws) }
        return .sheet(
            ResultsSheet(
                station: station, areas: areas, name: station.text, fitted: self,
                figures: figures))
    }
}

extension EntryFlaw {
    init(_ name: String, _ text: String, _ fault: FigureFault) {
        let shown = String(text.prefix(40)).debugDescription
        self.name = name
        remedy = "Correct the figure from the signed sheet."
        switch fault {
        case .empty:
            code = "tabulation.line-missing"
            summary = "The figure for \(name) is empty."
        case .negative:
            code = "tabulation.figure-negative"
            summary = "\(name) is \(shown), below zero."
        case .notDigits:
            code = "tabulation.figure-not-a-number"
            summary = "\(name) is \(shown), not a whole number in digits 0 to 9."
        case .tooLarge:
            code = "tabulation.figure-too-large"
            summary = "\(name) is \(shown), above \(Figure.largest)."
        }
    }
}
