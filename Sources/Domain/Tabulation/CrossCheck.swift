import Elections
import Primitives

/// A relation between sheets that does not hold, with what stands on either side.
package struct CrossImbalance: Codable, Hashable, Sendable {
    package let relation: FormSet.Relation.ID
    package let severity: ResultsForm.Equation.Severity
    package let left: Int
    package let right: Int

    package init(
        relation: FormSet.Relation.ID, severity: ResultsForm.Equation.Severity, left: Int,
        right: Int
    ) {
        self.relation = relation
        self.severity = severity
        self.left = left
        self.right = right
    }
}

/// What the relations of a ``FormSet`` say about the sheets of one station.
package struct CrossCheck: Codable, Hashable, Sendable {
    /// A relation that could not be asked yet.
    package struct Waiting: Codable, Hashable, Sendable {
        package let relation: FormSet.Relation.ID
        /// Contests whose sheet is not there, and `desk` when the counts are not.
        package let lacks: [String]

        package init(relation: FormSet.Relation.ID, lacks: [String]) {
            self.relation = relation
            self.lacks = lacks
        }
    }

    /// In the order of the set.
    package let broken: [CrossImbalance]
    /// Relations that speak of what is not there yet; they are neither kept nor broken.
    package let waiting: [Waiting]
}

extension FormSet {
    /// Finds every relation that the sheets of one station break, and those that cannot be asked
    /// yet because a sheet or the desk's counts are missing.
    ///
    /// - Parameters:
    ///   - sheets: of one station, or of one pool of stations, by contest; each fitted to the form
    ///     that this set names for the contest.
    ///   - turnout: of the station, or of each station of the pool; nil when the desk has not
    ///     handed its counts on.
    package func check(
        _ sheets: [Contest.ID: ResultsSheet], turnout: [StationTurnout]?
    ) -> CrossCheck {
        var broken: [CrossImbalance] = []
        var waiting: [CrossCheck.Waiting] = []
        for relation in relations {
            let lacks = sources(of: relation).filter { source in
                source == CrossTerm.desk
                    ? turnout == nil : Contest.ID(source).map { sheets[$0] == nil } ?? true
            }
            guard lacks.isEmpty else {
                waiting.append(CrossCheck.Waiting(relation: relation.id, lacks: lacks))
                continue
            }
            let left = Self.sum(relation.left, sheets, turnout ?? [])
            let right = Self.sum(relation.right, sheets, turnout ?? [])
            if !relation.relation.holds(left, right) {
                broken.append(
                    CrossImbalance(
                        relation: relation.id, severity: relation.severity, left: left,
                        right: right))
            }
        }
        return CrossCheck(broken: broken, waiting: waiting)
    }

    /// Contests and `desk`, in the order in which the relation names them, each once.
    private func sources(of relation: Relation) -> [String] {
        var found: [String] = []
        for term in relation.left + relation.right where !term.term.isNumber {
            if !found.contains(term.source) { found.append(term.source) }
        }
        return found
    }

    private static func sum(
        _ terms: [CrossTerm], _ sheets: [Contest.ID: ResultsSheet], _ turnout: [StationTurnout]
    ) -> Int {
        terms.reduce(0) { $0 + value($1, sheets, turnout) }
    }

    private static func value(
        _ term: CrossTerm, _ sheets: [Contest.ID: ResultsSheet], _ turnout: [StationTurnout]
    ) -> Int {
        if let number = term.term.number { return number }
        let figure: Int
        if term.source == CrossTerm.desk {
            figure = turnout.reduce(0) {
                $0 + (CrossTerm.DeskCount(rawValue: term.term.name)?.of($1) ?? 0)
            }
        } else if let contest = Contest.ID(term.source), let sheet = sheets[contest] {
            figure = sheet.value(named: term.term.name)
        } else {
            figure = 0
        }
        return term.term.coefficient * figure
    }
}

extension CrossTerm.DeskCount {
    func of(_ turnout: StationTurnout) -> Int {
        switch self {
        case .registered: turnout.registered
        case .admitted: turnout.admitted
        case .byFallback: turnout.admittedByFallback
        }
    }
}

extension ResultsSheet {
    /// A line's figure, or the sum of all votes; zero for a line that this edition does not have.
    func value(named name: String) -> Int {
        if name == ResultsForm.Term.votes { return fitted.votes(figures) }
        return ResultsForm.Line.ID(name).flatMap { value($0) } ?? 0
    }
}

extension FormSet {
    /// Why the set cannot be used; empty when it can.
    package func flaws() -> [PlainProblem] {
        var found = forms.flatMap { $0.flaws() }
        for (number, binding) in contests.enumerated() {
            if form(of: binding.contest) == nil {
                found.append(
                    flaw(
                        "no-form", "binds \(binding.contest) to \(binding.form), which it lacks",
                        "Add the form to the set."))
            }
            let name = binding.contest.text
            let again = contests.prefix(number).contains { $0.contest == binding.contest }
            if again || name == CrossTerm.desk || name.contains("/") || name.hasPrefix("-")
                || name.contains("*")
            {
                found.append(
                    flaw(
                        "contest", "names the contest \(name) twice, or so that no term can",
                        "Bind each contest once; its name holds no slash or star and is not desk."))
            }
        }
        if Set(relations.map(\.id)).count != relations.count {
            found.append(
                flaw(
                    "relation-twice", "has two relations of one name",
                    "Give each relation a name of its own."))
        }
        for relation in relations {
            for side in [relation.left, relation.right] { found += flaws(side, of: relation) }
        }
        return found
    }

    private func flaws(_ side: [CrossTerm], of relation: Relation) -> [PlainProblem] {
        var found: [PlainProblem] = []
        if side.isEmpty || side.count > ResultsForm.mostTerms {
            found.append(
                flaw(
                    "side", "has a side of \(side.count) terms in relation \(relation.id)",
                    "Write 1 to \(ResultsForm.mostTerms) terms."))
        }
        for term in side where !knows(term) {
            found.append(
                flaw(
                    "unknown-figure",
                    "speaks of \(term.text) in relation \(relation.id), which is no figure of it",
                    "Write contest/line, contest/votes, desk/registered, desk/admitted or desk/by-fallback."
                ))
        }
        return found
    }

    private func knows(_ term: CrossTerm) -> Bool {
        guard term.term.isInRange else { return false }
        if term.term.isNumber { return true }
        if term.source == CrossTerm.desk {
            return CrossTerm.DeskCount(rawValue: term.term.name) != nil
        }
        guard let contest = Contest.ID(term.source), let form = form(of: contest) else {
            return false
        }
        return term.term.name == ResultsForm.Term.votes
            || form.lines.contains { $0.id.text == term.term.name }
    }

    private func flaw(_ name: String, _ what: String, _ remedy: String) -> PlainProblem {
        PlainProblem(
            code: "tabulation.set-\(name)", summary: "The set of forms \(id) \(what).",
            remedy: remedy)
    }
}
