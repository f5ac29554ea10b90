import Elections
import Primitives

extension ResultsForm {
    /// The most terms that one side of an equation may have, so that no sum can overflow.
    package static let mostTerms = 100

    /// Why the form cannot be used, in the order of its parts; empty when it can.
    package func flaws() -> [PlainProblem] {
        var found: [PlainProblem] = []
        if places.isEmpty || places[places.count - 1].optional {
            found.append(
                flaw(
                    "no-station", "Form \(id) has no column that always names the station.",
                    "Name the station's column last in places, not optional."))
        }
        if lines.isEmpty {
            found.append(flaw("no-lines", "Form \(id) has no lines.", "Add its lines."))
        }
        var seen: Set<String> = [Term.votes]
        // Where there is one option, its votes are all votes, so that the name is no trap.
        let options = choices.columns.map { $0.map(\.text) } ?? []
        for name in places.map(\.column) + lines.map(\.id.text)
            + (options == [Term.votes] ? [] : options)
        {
            if !Self.canName(name) || !seen.insert(name).inserted {
                found.append(
                    flaw(
                        "name",
                        "Form \(id) uses the name \(name) twice, or for something it cannot name.",
                        "Give each column a name of its own, not votes, without a minus or a number and a star in front."
                    ))
            }
        }
        found += equationFlaws() + baseFlaws()
        if Set(equations.map(\.id)).count != equations.count {
            found.append(
                flaw(
                    "equation-twice", "Form \(id) has two equations of one name.",
                    "Give each equation a name of its own."))
        }
        return found
    }

    /// Why the form cannot be filled in for this contest; empty when it can.
    ///
    /// A form without flaws fits every contest but one with an option named like one of its lines
    /// or places, or one that lacks an option which the form names.
    package func flaws(for contest: Contest) -> [PlainProblem] {
        let taken = Set(places.map(\.column) + lines.map(\.id.text)).union([Term.votes])
        let options = contest.options.map(\.id)
        let clashes = options.filter { taken.contains($0.text) }.map {
            flaw(
                "option-name",
                "Contest \(contest.id) has an option \($0), which form \(id) uses for a line or a place.",
                "Rename the option in the definition, or the line in the form.")
        }
        let wanted = choices.columns ?? []
        let absent = wanted.isEmpty ? [] : options.filter { !wanted.contains($0) }
        return clashes
            + absent.map {
                flaw(
                    "option-unknown",
                    "Form \(id) has no column for the option \($0) of contest \(contest.id).",
                    "Add the option to the form's choices, or use a form that takes any option.")
            }
    }

    private func equationFlaws() -> [PlainProblem] {
        let sides: [(String, [Term])] = equations.flatMap { equation in
            let name = "equation \(equation.id)"
            return [(name, equation.left), (name, equation.right)]
                + (equation.provided.map { [(name, $0)] } ?? [])
        }
        return sides.flatMap { sideFlaws($0, $1) }
    }

    private func baseFlaws() -> [PlainProblem] {
        let sides =
            Denominator.allCases.map { ("base \($0.rawValue)", bases[$0]) }
            + (bases.issued.map { [("base issued", $0)] } ?? [])
        return sides.flatMap { name, terms in
            terms == [0] ? [] : sideFlaws(name, terms) + plainness(name, terms)
        }
    }

    /// Bases are summed over a whole nation, where a coefficient could overflow and a number would
    /// be added once instead of once a sheet.
    private func plainness(_ name: String, _ terms: [Term]) -> [PlainProblem] {
        let plain =
            terms.allSatisfy { $0.factor == 1 && !$0.isNumber }
            && Set(terms.map(\.name)).count == terms.count
        return plain
            ? []
            : [
                flaw(
                    "base", "In form \(id), \(name) is more than a sum of lines.",
                    "Name each line once, without a coefficient; a lone 0 says that the form has none."
                )
            ]
    }

    private func sideFlaws(_ name: String, _ terms: [Term]) -> [PlainProblem] {
        var found: [PlainProblem] = []
        if terms.isEmpty {
            found.append(
                flaw("empty-side", "In form \(id), \(name) has an empty side.", "Name its lines."))
        }
        if terms.count > Self.mostTerms {
            found.append(
                flaw(
                    "too-many-terms",
                    "In form \(id), \(name) has \(terms.count) terms on one side, above \(Self.mostTerms).",
                    "Name the sum as a line of its own."))
        }
        let known = Set(lines.map(\.id.text) + (choices.columns ?? []).map(\.text) + [Term.votes])
        for term in terms where !term.isNumber && !known.contains(term.name) {
            found.append(
                flaw(
                    "unknown-line",
                    "In form \(id), \(name) speaks of \(term.name), which is no line.",
                    "Correct the name, or add the line."))
        }
        for term in terms where !term.isInRange {
            found.append(
                flaw(
                    "number",
                    "In form \(id), \(name) holds \(term.text), a number that no law would write.",
                    "Coefficients are 1 to \(Term.largestFactor), numbers up to \(Term.largestNumber)."
                ))
        }
        return found
    }

    /// True when a term can speak of a column of this name.
    private static func canName(_ name: String) -> Bool {
        let term = Term(name)
        return !name.isEmpty && !term.negative && term.factor == 1 && term.name == name
    }

    private func flaw(_ name: String, _ summary: String, _ remedy: String) -> PlainProblem {
        PlainProblem(code: "tabulation.form-\(name)", summary: summary, remedy: remedy)
    }
}

extension ResultsForm.Term {
    /// True when sums of such terms stay far from the largest whole number.
    var isInRange: Bool {
        if let number { return number.magnitude <= UInt(Self.largestNumber) }
        return !isNumber && (1...Self.largestFactor).contains(factor)
    }
}
