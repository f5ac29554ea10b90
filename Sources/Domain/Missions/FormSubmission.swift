import Primitives

/// A form as one team filled it at one visit.
package struct FormSubmission: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<FormSubmission>

    package var id: ID
    package var form: ObservationForm.ID
    package var formVersion: Int
    package var visit: Visit.ID
    package var answers: [Question.ID: Answer]
    /// SHA-256 of the bytes as they were received, in lower hexadecimal; computed outside this
    /// room, nil until then.
    package var digest: String?

    package init(
        id: ID, form: ObservationForm.ID, formVersion: Int, visit: Visit.ID,
        answers: [Question.ID: Answer], digest: String? = nil
    ) {
        self.id = id
        self.form = form
        self.formVersion = formVersion
        self.visit = visit
        self.answers = answers
        self.digest = digest
    }
}

/// Why a filled form does not fit its form or its visit.
package enum SubmissionFault: Hashable, Sendable {
    case otherForm(FormSubmission.ID)
    case unknownQuestion(FormSubmission.ID, Question.ID)
    case unanswered(FormSubmission.ID, Question.ID)
    case wrongKind(FormSubmission.ID, Question.ID)
    case unknownVisit(FormSubmission.ID, Visit.ID)
    /// The team was not inside, and the form says what it saw.
    case notInside(FormSubmission.ID, Visit.ID)
    /// The visit did not cover that part of the day, and the form says what was seen of it.
    case partNotVisited(FormSubmission.ID, Question.ID)
    /// One visit, two forms.
    case twice(FormSubmission.ID, Visit.ID)
}

extension FormSubmission {
    /// What does not fit, question by question in the order of the form.
    package func faults(form: ObservationForm, visit: Visit?) -> [SubmissionFault] {
        guard self.form == form.id, formVersion == form.version else { return [.otherForm(id)] }
        guard let visit else { return [.unknownVisit(id, self.visit)] }
        guard visit.wasInside else { return [.notInside(id, visit.id)] }
        var found: [SubmissionFault] = []
        for question in form.questions {
            guard let answer = answers[question.id] else {
                found.append(.unanswered(id, question.id))
                continue
            }
            if !question.accepts(answer) { found.append(.wrongKind(id, question.id)) }
            if answer != .notObserved, !visit.parts.contains(question.part) {
                found.append(.partNotVisited(id, question.id))
            }
        }
        for question in answers.keys.sorted() where form.question(question) == nil {
            found.append(.unknownQuestion(id, question))
        }
        return found
    }
}

extension Question {
    package func accepts(_ answer: Answer) -> Bool {
        switch (answer, kind) {
        case (.notObserved, _), (.yes, .yesOrNo), (.no, .yesOrNo): true
        case (.number(let number), .number): number >= 0
        case (.choice(let id), .choice): choices.contains { $0.id == id }
        default: false
        }
    }
}

/// Everything that came back from the field: file `observations.json` of the record.
package struct ObservationLog: Codable, Hashable, Sendable {
    package var inventedNotice: LocalizedText?
    package var mission: Mission.ID
    package var visits: [Visit]
    package var submissions: [FormSubmission]
    package var rights: [RightUse]

    package init(
        inventedNotice: LocalizedText?, mission: Mission.ID, visits: [Visit],
        submissions: [FormSubmission], rights: [RightUse]
    ) {
        self.inventedNotice = inventedNotice
        self.mission = mission
        self.visits = visits
        self.submissions = submissions
        self.rights = rights
    }

    /// Every form that does not fit, and every visit with more than one.
    package func faults(form: ObservationForm) -> [SubmissionFault] {
        var found: [SubmissionFault] = []
        var seen: Set<Visit.ID> = []
        for submission in submissions {
            found += submission.faults(
                form: form, visit: visits.first { $0.id == submission.visit })
            if !seen.insert(submission.visit).inserted {
                found.append(.twice(submission.id, submission.visit))
            }
        }
        return found
    }
}
