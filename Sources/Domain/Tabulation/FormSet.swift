import Elections
import Primitives

/// The forms of contests held at once, and what their sheets should have in common: with each other
/// and with the counts of the chapter of identification. A JSON file, or one of ``BuiltInForms``.
package struct FormSet: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<FormSet>

    package var id: ID
    package var title: LocalizedText
    /// The law that the relations follow, or whose reading they are.
    package var source: LocalizedText
    package var forms: [ResultsForm]
    /// In the order in which a station fills its sheets in.
    package var contests: [Binding]
    package var relations: [Relation]

    package init(
        id: ID, title: LocalizedText, source: LocalizedText, forms: [ResultsForm],
        contests: [Binding], relations: [Relation]
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.forms = forms
        self.contests = contests
        self.relations = relations
    }

    /// Which form the sheets of a contest follow.
    package struct Binding: Codable, Hashable, Sendable {
        package var contest: Contest.ID
        package var form: ResultsForm.ID

        package init(_ contest: Contest.ID, _ form: ResultsForm.ID) {
            self.contest = contest
            self.form = form
        }
    }

    /// A relation between figures of several sheets of one station, or of a sheet and the desk.
    package struct Relation: Codable, Hashable, Sendable, Identifiable {
        package typealias ID = Identifier<Relation>

        package var id: ID
        package var text: LocalizedText
        package var severity: ResultsForm.Equation.Severity
        package var left: [CrossTerm]
        package var relation: ResultsForm.Equation.Relation
        package var right: [CrossTerm]
        /// The article that wants it, or whose reading it is.
        package var law: LocalizedText?

        package init(
            _ id: ID, _ severity: ResultsForm.Equation.Severity, _ left: [CrossTerm],
            _ relation: ResultsForm.Equation.Relation, _ right: [CrossTerm],
            _ text: LocalizedText, law: LocalizedText? = nil
        ) {
            self.id = id
            self.text = text
            self.severity = severity
            self.left = left
            self.relation = relation
            self.right = right
            self.law = law
        }
    }

    /// The form of a contest; nil when the set does not hold the contest.
    package func form(of contest: Contest.ID) -> ResultsForm? {
        contests.first { $0.contest == contest }
            .flatMap { binding in forms.first { $0.id == binding.form } }
    }
}

/// A figure of one contest's sheet, of the desk, or a number.
///
/// Written `referendum/issued`, `-president/invalid`, `2*president/votes`, `desk/admitted`; a number
/// of its own stands in JSON without quotes.
package struct CrossTerm: Hashable, Sendable {
    /// What stands before the slash for the counts of the desk.
    package static let desk = "desk"

    /// The counts that the chapter of identification hands on; see ``StationTurnout``.
    package enum DeskCount: String, CaseIterable, Sendable {
        /// Names on the list of the station.
        case registered
        /// Persons identified and admitted, by the equipment or the fallback.
        case admitted
        /// Of those, through the fallback.
        case byFallback = "by-fallback"
    }

    /// The contest's id, or `desk`; empty for a number.
    package let source: String
    /// The part behind the slash, with sign and coefficient of the whole.
    package let term: ResultsForm.Term

    package init(_ text: String) {
        let whole = ResultsForm.Term(text)
        var term = whole
        if let slash = whole.name.firstIndex(of: "/") {
            source = String(whole.name[..<slash])
            term.name = String(whole.name[whole.name.index(after: slash)...])
        } else {
            source = ""
        }
        self.term = term
    }

    package init(number: Int) {
        source = ""
        term = ResultsForm.Term(number: number)
    }

    package var text: String {
        var whole = term
        whole.name = "\(source)/\(term.name)"
        return whole.text
    }
}

extension CrossTerm: Codable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral text: String) { self.init(text) }
    package init(integerLiteral number: Int) { self.init(number: number) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self.init(number: number)
        } else {
            self.init(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let number = term.number {
            try container.encode(number)
        } else {
            try container.encode(text)
        }
    }
}
