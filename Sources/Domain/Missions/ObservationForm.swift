import Primitives

/// The questions that a team answers at a station, as data.
package struct ObservationForm: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<ObservationForm>

    package var id: ID
    /// A changed form is a new version; answers keep the version they were given to.
    package var version: Int
    package var inventedNotice: LocalizedText?
    package var title: LocalizedText
    package var questions: [Question]

    package init(
        id: ID, version: Int, inventedNotice: LocalizedText?, title: LocalizedText,
        questions: [Question]
    ) {
        self.id = id
        self.version = version
        self.inventedNotice = inventedNotice
        self.title = title
        self.questions = questions
    }

    package func question(_ id: Question.ID) -> Question? { questions.first { $0.id == id } }
}

/// One question. "Not observed" is always an answer.
package struct Question: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Question>

    package enum Kind: String, Codable, Sendable {
        case yesOrNo = "yes-or-no"
        /// A whole number, never negative.
        case number
        case choice
    }

    package struct Choice: Codable, Hashable, Sendable, Identifiable {
        package typealias ID = Identifier<Choice>
        package var id: ID
        package var text: LocalizedText

        package init(id: ID, text: LocalizedText) {
            self.id = id
            self.text = text
        }
    }

    package var id: ID
    package var part: StationPart
    package var text: LocalizedText
    package var kind: Kind
    /// Only for a choice.
    package var choices: [Choice]
    /// The standards that the question is about, by their ids in the catalogue.
    package var standards: [String]

    package init(
        id: ID, part: StationPart, text: LocalizedText, kind: Kind, choices: [Choice] = [],
        standards: [String]
    ) {
        self.id = id
        self.part = part
        self.text = text
        self.kind = kind
        self.choices = choices
        self.standards = standards
    }
}

/// An answer. In a file: `"yes"`, `"no"`, `"not-observed"`, a number, or the id of a choice.
package enum Answer: Hashable, Sendable {
    case yes, no, notObserved
    case number(Int)
    case choice(Question.Choice.ID)
}

extension Answer: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
            return
        }
        let word = try container.decode(String.self)
        switch word {
        case "yes": self = .yes
        case "no": self = .no
        case "not-observed": self = .notObserved
        default:
            guard let id = Question.Choice.ID(word) else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "this is no answer")
            }
            self = .choice(id)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .yes: try container.encode("yes")
        case .no: try container.encode("no")
        case .notObserved: try container.encode("not-observed")
        case .number(let number): try container.encode(number)
        case .choice(let id): try container.encode(id)
        }
    }
}
