import Elections
import Primitives

/// The sheet that a station's commission fills in, as data: its lines, its columns for the votes,
/// and the equations that its law wants to hold. A JSON file, or one of ``BuiltInForms``.
package struct ResultsForm: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<ResultsForm>

    package var id: ID
    package var title: LocalizedText
    /// The law or decision that the form follows, or whose reading it is.
    package var source: LocalizedText
    /// Columns of a table that name the station, from the widest area to the station itself.
    package var places: [Place]
    /// In the order printed, votes excepted.
    package var lines: [Line]
    package var choices: Choices
    package var equations: [Equation]
    package var bases: Bases

    package init(
        id: ID, title: LocalizedText, source: LocalizedText, places: [Place], lines: [Line],
        choices: Choices, equations: [Equation], bases: Bases
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.places = places
        self.lines = lines
        self.choices = choices
        self.equations = equations
        self.bases = bases
    }

    /// A column that says where a sheet comes from.
    package struct Place: Codable, Hashable, Sendable {
        package var column: String
        /// True when tables without the column are accepted.
        package var optional: Bool
        /// True when the cell may be empty, as for votes cast over the network.
        package var mayBeEmpty: Bool

        package init(_ column: String, optional: Bool = false, mayBeEmpty: Bool = false) {
            self.column = column
            self.optional = optional
            self.mayBeEmpty = mayBeEmpty
        }
    }

    /// One numbered figure of the form.
    package struct Line: Codable, Hashable, Sendable, Identifiable {
        package typealias ID = Identifier<Line>

        /// The column's name in a table.
        package var id: ID
        /// As printed beside the line: `7`, `1a`.
        package var number: String
        package var label: LocalizedText
        /// True for a line that some editions of the form do not have; it then counts as zero.
        package var optional: Bool
        /// Where the law asks for the line, or whose reading it is; nil when the form's source
        /// says enough.
        package var law: LocalizedText?

        package init(
            _ id: ID, _ number: String, _ label: LocalizedText, optional: Bool = false,
            law: LocalizedText? = nil
        ) {
            self.id = id
            self.number = number
            self.label = label
            self.optional = optional
            self.law = law
        }
    }

    /// Which columns hold votes, where no definition of the contest says so.
    package struct Choices: Codable, Hashable, Sendable {
        /// Exactly these; nil for every column that is neither a place nor a line.
        package var columns: [ContestOption.ID]?
        /// Of the remaining columns, only those named by this text and a number.
        package var prefix: String?

        package init(columns: [ContestOption.ID]? = nil, prefix: String? = nil) {
            self.columns = columns
            self.prefix = prefix
        }
    }

    /// A relation that the figures of one sheet should have.
    package struct Equation: Codable, Hashable, Sendable, Identifiable {
        package typealias ID = Identifier<Equation>

        package enum Severity: String, Codable, Sendable {
            /// The law wants it; a sheet that breaks it does not add up and may not be filed
            /// before it is corrected.
            case hard
            /// It may fail for an honest reason, such as papers carried away; the sheet is filed
            /// with that reason.
            case soft
            /// The commission cannot put it right and need not explain it; the sheet is filed, and
            /// the officer above is told at once.
            case alarm
        }

        package enum Relation: String, Codable, Sendable {
            case equal = "="
            case atMost = "<="
            case atLeast = ">="

            package func holds(_ left: Int, _ right: Int) -> Bool {
                switch self {
                case .equal: left == right
                case .atMost: left <= right
                case .atLeast: left >= right
                }
            }
        }

        package var id: ID
        package var text: LocalizedText
        package var severity: Severity
        package var left: [Term]
        package var relation: Relation
        package var right: [Term]
        /// The equation is asked only where the sum of these is above zero, as a comparison with
        /// the register is only where there is one; nil to ask it of every sheet.
        package var provided: [Term]?
        /// The article that wants it, or whose reading it is; nil when the form's source says
        /// enough.
        package var law: LocalizedText?

        package init(
            _ id: ID, _ severity: Severity, _ left: [Term], _ relation: Relation, _ right: [Term],
            _ text: LocalizedText, provided: [Term]? = nil, law: LocalizedText? = nil
        ) {
            self.id = id
            self.text = text
            self.severity = severity
            self.left = left
            self.relation = relation
            self.right = right
            self.provided = provided
            self.law = law
        }
    }

    /// What the shares are shares of, as sums of lines. See ``Denominator``.
    ///
    /// A lone 0 says that the form does not hold the base; shares of it are then not computed.
    package struct Bases: Codable, Hashable, Sendable {
        package var registered: [Term]
        package var participants: [Term]
        package var valid: [Term]
        /// Papers given out, for the turnout that statistics use; nil when the form has no such line.
        package var issued: [Term]?

        package init(
            registered: [Term], participants: [Term], valid: [Term], issued: [Term]? = nil
        ) {
            self.registered = registered
            self.participants = participants
            self.valid = valid
            self.issued = issued
        }

        package subscript(base: Denominator) -> [Term] {
            switch base {
            case .registered: registered
            case .participants: participants
            case .valid: valid
            }
        }
    }
}
