import Cryptography
import Elections
import Filing
import Primitives
import Tabulation
import Web

/// A sheet as somebody types it: not every line may be there yet, nothing is thrown away.
struct SheetDraft: Sendable {
    let key: SheetKey
    let fitted: FittedForm
    /// In the order of ``FittedForm/columns``, as typed.
    var typed: [String]
    /// By the place of the equation in the form.
    var reasons: [String]
    /// By the name of the relation to another sheet or to the desk.
    var relationReasons: [String: String] = [:]
    var image: Digest?
    var replaces: Digest?
    var why: String

    init(_ key: SheetKey, _ fitted: FittedForm) {
        self.key = key
        self.fitted = fitted
        typed = Array(repeating: "", count: fitted.figureCount)
        reasons = Array(repeating: "", count: fitted.form.equations.count)
        why = ""
    }

    /// From a sheet that was stated before.
    init(_ key: SheetKey, _ fitted: FittedForm, _ statement: SheetStatement) {
        self.init(key, fitted)
        let values = Dictionary(
            statement.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        typed = fitted.columns.map { values[$0].map { String($0) } ?? "" }
        for (place, equation) in fitted.form.equations.enumerated() {
            reasons[place] = statement.reasons.first { $0.equation == equation.id }?.text ?? ""
        }
        image = statement.image
        replaces = statement.replaces
        why = statement.why ?? ""
    }

    init(_ key: SheetKey, _ fitted: FittedForm, _ form: PostedForm) {
        self.init(key, fitted)
        for place in typed.indices { typed[place] = form.text("n\(place)") }
        for place in reasons.indices { reasons[place] = form.text("r\(place)") }
        for field in form.fields where field.name.hasPrefix(RelationReasons.prefix) {
            let name = String(field.name.dropFirst(RelationReasons.prefix.count))
            relationReasons[name] = form.text(field.name)
        }
        image = Digest(hex: form.text("image"))
        replaces = Digest(hex: form.text("replaces"))
        why = form.text("why")
    }

    /// A whole number in the digits of every keyboard; zeros in front, as printed boxes have them,
    /// are no fault. Anything else is no number: what was meant is never guessed.
    static func number(_ typed: String) -> Int? {
        let digits = typed.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard digits, (1...12).contains(typed.utf8.count), let value = Int(typed),
            value <= OfficeState.largestFigure
        else { return nil }
        return value
    }

    var figures: [Int?] { typed.map(Self.number) }

    /// By name, where there is a number.
    var values: [String: Int] {
        Dictionary(
            zip(fitted.columns, figures).compactMap { name, value in value.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    var equations: [EquationReading] {
        fitted.form.equations.map { EquationReading($0, values: values, fitted) }
    }

    /// Nil while a line has no number.
    func statement(of election: ElectionDefinition.ID) -> SheetStatement? {
        let figures = self.figures
        guard !figures.contains(nil) else { return nil }
        let broken = equations.map { $0.holds == false }
        let given = zip(fitted.form.equations, zip(reasons, broken)).compactMap {
            equation, told -> SheetStatement.Reason? in
            told.0.isEmpty || !told.1 ? nil : SheetStatement.Reason(equation.id, told.0)
        }
        let ofRelations = relationReasons.compactMap { name, text in
            text.isEmpty
                ? nil : ResultsForm.Equation.ID(name).map { SheetStatement.Reason($0, text) }
        }
        return SheetStatement(
            election: election, station: key.station, contest: key.contest, series: key.series,
            figures: zip(fitted.columns, figures).map { SheetStatement.Figure($0, $1 ?? 0) },
            reasons: given + ofRelations, image: image, replaces: replaces,
            why: replaces == nil ? nil : why)
    }

    /// Lines without a number, said so that the person finds the line and the mistake.
    func blame(_ filled: inout Filled, _ visit: Visit) {
        let names = LineNames(fitted, visit)
        for (place, text) in typed.enumerated() where Self.number(text) == nil {
            let name = names.short(place)
            let digits = !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
            filled.blame(
                "n\(place)",
                text.isEmpty
                    ? visit.say(.lineEmpty, name)
                    : digits
                        ? visit.say(
                            .lineTooLarge, name, visit.view.number(OfficeState.largestFigure))
                        : visit.say(.lineNoNumber, name, String(text.prefix(40))))
        }
    }
}

/// One equation over the figures that are there so far.
struct EquationReading: Sendable {
    struct Term: Sendable {
        let name: String
        /// As printed beside the line; empty for the sum of all votes and for a number of its own.
        let number: String
        /// How often the line is taken, with its sign.
        let coefficient: Int
        let isNumber: Bool
        let value: Int?
    }

    let equation: ResultsForm.Equation
    let left: [Term]
    let right: [Term]
    /// The equation is asked only where these are above zero; empty to ask it always.
    let provided: [Term]

    init(_ equation: ResultsForm.Equation, values: [String: Int], _ fitted: FittedForm) {
        self.equation = equation
        func terms(_ side: [ResultsForm.Term]) -> [Term] {
            side.map { Self.term($0, values, fitted) }
        }
        left = terms(equation.left)
        right = terms(equation.right)
        provided = terms(equation.provided ?? [])
    }

    private static func term(
        _ term: ResultsForm.Term, _ values: [String: Int], _ fitted: FittedForm
    ) -> Term {
        var value = values[term.name]
        if term.isNumber {
            value = Int(term.name)
        } else if term.name == ResultsForm.Term.votes {
            let votes = fitted.options.map { values[$0.text] }
            value = votes.contains(nil) ? nil : votes.reduce(0) { $0 + ($1 ?? 0) }
        }
        return Term(
            name: term.name,
            number: term.isNumber
                ? "" : fitted.form.lines.first { $0.id.text == term.name }?.number ?? "",
            coefficient: term.coefficient, isNumber: term.isNumber, value: value)
    }

    static func sum(_ terms: [Term]) -> Int? {
        terms.reduce(0) { sum, term in
            guard let sum, let value = term.value else { return nil }
            return sum + term.coefficient * value
        }
    }

    /// Nil while a figure is missing. An equation that is not asked here holds.
    var holds: Bool? {
        if !provided.isEmpty {
            guard let condition = Self.sum(provided) else { return nil }
            if condition <= 0 { return true }
        }
        guard let left = Self.sum(left), let right = Self.sum(right) else { return nil }
        return equation.relation.holds(left, right)
    }

    /// Left less right; nil while a figure is missing.
    var difference: Int? {
        guard let left = Self.sum(left), let right = Self.sum(right) else { return nil }
        return left - right
    }
}

/// Lines and options by their place in the list of figures.
struct LineNames {
    let fitted: FittedForm
    let visit: Visit

    init(_ fitted: FittedForm, _ visit: Visit) {
        self.fitted = fitted
        self.visit = visit
    }

    func line(_ place: Int) -> ResultsForm.Line? {
        guard place < fitted.lines.count else { return nil }
        return fitted.form.lines.first { $0.id == fitted.lines[place] }
    }

    func label(_ place: Int) -> String {
        if place < fitted.lines.count {
            return line(place).map { visit.say($0.label) } ?? fitted.lines[place].text
        }
        let id = fitted.options[place - fitted.lines.count]
        let contest = fitted.contest.flatMap(visit.state.contest)
        return contest?.options.first { $0.id == id }.map { visit.say($0.name) } ?? id.text
    }

    /// `2. Papers received by the commission`
    func short(_ place: Int) -> String {
        line(place).map { "\($0.number). \(visit.say($0.label))" } ?? label(place)
    }
}
