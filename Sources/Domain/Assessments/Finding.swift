import Elections
import Missions
import Primitives

/// Where a piece of evidence lies in the record.
package struct EvidenceReference: Codable, Hashable, Sendable {
    /// The log of the field, where the locator is `submission:<id>` or `visit:<id>`.
    package static let observations = "8-assess/observations.json"

    /// A path inside the record.
    package var path: String
    /// What to look for in the file.
    package var locator: String

    package init(path: String, locator: String) {
        self.path = path
        self.locator = locator
    }

    package static func submission(_ id: FormSubmission.ID) -> EvidenceReference {
        EvidenceReference(path: observations, locator: "submission:\(id)")
    }

    package static func visit(_ id: Visit.ID) -> EvidenceReference {
        EvidenceReference(path: observations, locator: "visit:\(id)")
    }
}

/// What is counted for a finding.
package enum Measure: Hashable, Sendable {
    /// Forms that answered the question so, of those that answered it.
    case answers(Question.ID, Answer)
    /// Forms with a number above the bound, of those that gave a number.
    case numberAbove(Question.ID, Int)
    /// Visits with the outcome, of all visits.
    case visits(Visit.Outcome)
}

extension Measure: Codable {
    private enum Keys: String, CodingKey { case question, equals, above, visits }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if let outcome = try container.decodeIfPresent(Visit.Outcome.self, forKey: .visits) {
            self = .visits(outcome)
            return
        }
        let question = try container.decode(Question.ID.self, forKey: .question)
        if let bound = try container.decodeIfPresent(Int.self, forKey: .above) {
            self = .numberAbove(question, bound)
        } else {
            self = .answers(question, try container.decode(Answer.self, forKey: .equals))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .answers(let question, let answer):
            try container.encode(question, forKey: .question)
            try container.encode(answer, forKey: .equals)
        case .numberAbove(let question, let bound):
            try container.encode(question, forKey: .question)
            try container.encode(bound, forKey: .above)
        case .visits(let outcome): try container.encode(outcome, forKey: .visits)
        }
    }
}

/// A measured figure: so many of so many, and which.
package struct Measurement: Codable, Hashable, Sendable {
    /// Cases that match.
    package var matching: Int
    /// Cases in which the thing could be seen at all; "not observed" is not among them.
    package var of: Int
    /// What matched, in the order of the log.
    package var evidence: [EvidenceReference]

    package init(matching: Int, of: Int, evidence: [EvidenceReference]) {
        self.matching = matching
        self.of = of
        self.evidence = evidence
    }
}

/// One thing established about the election, with what it rests on.
package struct Finding: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Finding>

    package enum Sign: String, Codable, Sendable { case good, bad }
    package enum Weight: String, Codable, Sendable { case minor, notable, serious }

    /// On what the finding rests. Hearsay can never be more than reported.
    package enum Basis: String, Codable, Sendable { case observed, document, reported }

    package var id: ID
    package var area: Area
    package var stage: Stage
    /// The contests concerned; both where the thing concerns the paper or the day.
    package var contests: [Contest.ID]
    package var sign: Sign
    package var weight: Weight
    package var basis: Basis
    package var text: LocalizedText
    /// Nil for a finding from a document.
    package var measure: Measure?
    /// The figure as stated; the verifier counts it again.
    package var stated: Measurement?
    /// Evidence beyond what the measure names.
    package var evidence: [EvidenceReference]
    package var standards: [Standard.ID]

    package init(
        id: ID, area: Area, stage: Stage, contests: [Contest.ID], sign: Sign, weight: Weight,
        basis: Basis, text: LocalizedText, measure: Measure?, stated: Measurement?,
        evidence: [EvidenceReference], standards: [Standard.ID]
    ) {
        self.id = id
        self.area = area
        self.stage = stage
        self.contests = contests
        self.sign = sign
        self.weight = weight
        self.basis = basis
        self.text = text
        self.measure = measure
        self.stated = stated
        self.evidence = evidence
        self.standards = standards
    }

    /// Everything the finding points at.
    package var allEvidence: [EvidenceReference] { (stated?.evidence ?? []) + evidence }
}

extension Finding {
    /// Counts the figure again from what came back from the field; nil without a measure.
    package func measured(
        from submissions: [FormSubmission], visits: [Visit] = []
    ) -> Measurement? {
        measure.map { $0.counted(in: submissions, visits: visits) }
    }
}

extension Measure {
    package func counted(in submissions: [FormSubmission], visits: [Visit]) -> Measurement {
        var result = Measurement(matching: 0, of: 0, evidence: [])
        func count(_ matches: Bool, _ reference: EvidenceReference) {
            result.of += 1
            guard matches else { return }
            result.matching += 1
            result.evidence.append(reference)
        }
        switch self {
        case .visits(let outcome):
            for visit in visits { count(visit.outcome == outcome, .visit(visit.id)) }
        case .answers(let question, let wanted):
            for submission in submissions {
                guard let answer = submission.answers[question], answer != .notObserved else {
                    continue
                }
                count(answer == wanted, .submission(submission.id))
            }
        case .numberAbove(let question, let bound):
            for submission in submissions {
                guard case .number(let number)? = submission.answers[question] else { continue }
                count(number > bound, .submission(submission.id))
            }
        }
        return result
    }
}
