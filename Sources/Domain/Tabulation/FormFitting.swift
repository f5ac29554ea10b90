import Elections
import Primitives

extension FittedForm {
    /// Finds the edition of a form that fits a table's columns.
    ///
    /// - Parameters:
    ///   - forms: editions of one form; the first whose required columns are all there is taken.
    ///   - columns: the table's header.
    ///   - contest: when known, its options must be columns.
    package static func fit(
        _ forms: [ResultsForm], to columns: [String], contest: Contest?
    ) throws(PlainProblem) -> FittedForm {
        let present = Set(columns)
        let gaps = forms.map { form in form.requiredColumns.filter { !present.contains($0) } }
        guard let nearest = forms.indices.min(by: { gaps[$0].count < gaps[$1].count }) else {
            preconditionFailure("a form without editions")
        }
        let form = forms[nearest]
        guard gaps[nearest].isEmpty else { throw missing(gaps[nearest], form: form) }
        let options = try choices(of: form, columns: columns, contest: contest)
        return FittedForm(
            form, contest: contest?.id,
            places: form.places.map(\.column).filter { present.contains($0) },
            lines: form.lines.map(\.id).filter { present.contains($0.text) }, options: options)
    }

    private static func choices(
        of form: ResultsForm, columns: [String], contest: Contest?
    ) throws(PlainProblem) -> [ContestOption.ID] {
        if let named = contest?.options.map(\.id) ?? form.choices.columns {
            let absent = named.map(\.text).filter { !columns.contains($0) }
            guard absent.isEmpty else { throw missing(absent, form: form) }
            return named
        }
        let known = Set(form.places.map(\.column) + form.lines.map(\.id.text))
        var found: [ContestOption.ID] = []
        for column in columns where !known.contains(column) {
            if let prefix = form.choices.prefix {
                let number = column.dropFirst(prefix.count)
                let digits =
                    !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
                guard column.hasPrefix(prefix), digits else { continue }
            }
            guard let option = ContestOption.ID(column) else {
                throw PlainProblem(
                    code: "tabulation.column-name",
                    summary: "The column \(column.debugDescription) cannot name an option.",
                    remedy: "Options are named in printable ASCII without space.")
            }
            found.append(option)
        }
        guard !found.isEmpty else {
            throw PlainProblem(
                code: "tabulation.no-votes",
                summary: "No column holds votes, as form \(form.id) reads the header.",
                remedy: "Add a column of votes for each option.")
        }
        return found
    }

    private static func missing(_ columns: [String], form: ResultsForm) -> PlainProblem {
        PlainProblem(
            code: "tabulation.missing-column",
            summary:
                "Form \(form.id) needs the columns \(columns.joined(separator: ", ")), which are missing.",
            remedy: "Add them to the table, or name the form that the table follows.")
    }
}

extension ResultsForm {
    /// Columns without which a table is not read.
    package var requiredColumns: [String] {
        places.filter { !$0.optional }.map(\.column)
            + lines.filter { !$0.optional }.map(\.id.text)
    }
}
