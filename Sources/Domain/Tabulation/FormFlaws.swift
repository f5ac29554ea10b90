import Primitives

extension ResultsForm {
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
        for name in places.map(\.column) + lines.map(\.id.text)
            + (choices.columns ?? []).map(\.text)
        {
            if name.isEmpty || name.hasPrefix("-") || !seen.insert(name).inserted {
                found.append(
                    flaw(
                        "name",
                        "Form \(id) uses the name \(name) twice, or for something it cannot name.",
                        "Give each column a name of its own, not votes, without a minus in front."))
            }
        }
        found += equationFlaws()
        return found
    }

    private func equationFlaws() -> [PlainProblem] {
        var found: [PlainProblem] = []
        let known = Set(lines.map(\.id.text)).union([Term.votes])
        var sides: [(String, [Term])] = equations.flatMap {
            [("equation \($0.id)", $0.left), ("equation \($0.id)", $0.right)]
        }
        sides.append(("base registered", bases.registered))
        sides.append(("base participants", bases.participants))
        sides.append(("base valid", bases.valid))
        if let issued = bases.issued { sides.append(("base issued", issued)) }
        for (name, terms) in sides {
            if terms.isEmpty {
                found.append(
                    flaw(
                        "empty-side", "In form \(id), \(name) has an empty side.", "Name its lines."
                    ))
            }
            for term in terms where !known.contains(term.name) {
                found.append(
                    flaw(
                        "unknown-line",
                        "In form \(id), \(name) speaks of \(term.name), which is no line.",
                        "Correct the name, or add the line."))
            }
        }
        if Set(equations.map(\.id)).count != equations.count {
            found.append(
                flaw(
                    "equation-twice", "Form \(id) has two equations of one name.",
                    "Give each equation a name of its own."))
        }
        return found
    }

    private func flaw(_ name: String, _ summary: String, _ remedy: String) -> PlainProblem {
        PlainProblem(code: "tabulation.form-\(name)", summary: summary, remedy: remedy)
    }
}
