import Assemblies
import Assessments
import Elections
import Missions
import Primitives

extension WatchFile {
    /// What the record says of the assembly and its mission. What is not known is left out of the
    /// facts or shown as not known; nothing is filled in.
    init(_ assembly: AssemblySnapshot, mission: Mission?) {
        let bodies = Dictionary(
            assembly.namedBodies.map { ($0.id, $0.names) }, uniquingKeysWith: { first, _ in first })
        func name(_ id: Body.ID) -> LocalizedText {
            LocalizedText(bodies[id]?.first?.text ?? id.text)
        }
        let states = Dictionary(
            assembly.states.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.init(
            assembly: LocalizedText(assembly.assembly?.names.first?.text ?? assembly.id.text),
            facts: mission.map { Self.facts($0, assembly) } ?? [],
            seats: assembly.members.flatMap { member -> [Seats] in
                let state = member.state.value.map { states[$0] ?? LocalizedText($0.text) }
                return (member.delegation.value?.seats ?? []).map { allotment in
                    Seats(
                        delegation: state ?? LocalizedText("–"),
                        chamber: allotment.chamber.value.map(name)
                            ?? LocalizedText("–"), number: allotment.number.value)
                }
            },
            teams: (mission?.teams ?? []).map { team in
                Team(
                    name: team.id.text,
                    members: team.members.map { id in
                        let state = mission?.observer(id).flatMap { states[$0.state] }
                        return id.text.with(state)
                    },
                    stations: mission?.deployments.filter { $0.team == team.id }
                        .flatMap(\.stations) ?? [])
            })
    }

    private static func facts(_ mission: Mission, _ assembly: AssemblySnapshot) -> [Fact] {
        let offices = Dictionary(
            assembly.offices.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        func person(_ known: Known<Person.ID>) -> String? {
            known.value.map { id in assembly.persons.first { $0.id == id }?.name ?? id.text }
        }
        func named(_ known: Known<Person.ID>, _ office: Office.ID?) -> LocalizedText {
            let title = office.flatMap { offices[$0] }
            guard let name = person(known) else { return title ?? LocalizedText("–") }
            return name.with(title)
        }
        var facts = [
            Fact(
                kind: .invitedBy,
                value: named(mission.invitation.person, mission.invitation.office)),
            Fact(
                kind: .coordinator,
                value: named(mission.coordinator.person, mission.coordinator.offices.first)),
        ]
        if let day = mission.invitation.day.value {
            facts.append(Fact(kind: .invitedOn, value: LocalizedText(day.text)))
        }
        if let funding = mission.funding.value {
            facts.append(Fact(kind: .funding, value: funding))
        }
        return facts
    }
}

extension String {
    /// The name, and what belongs to it in brackets.
    fileprivate func with(_ detail: LocalizedText?) -> LocalizedText {
        guard let detail else { return LocalizedText(self) }
        func text(_ language: Language) -> String { "\(self) (\(detail[language]))" }
        return LocalizedText(text(.english), ru: text(.russian), ky: text(.kyrgyz))
    }
}

extension AssessmentFile {
    init(_ assessment: Assessment, log: ObservationLog?, form: ObservationForm?) {
        func three(_ text: (Language) -> String) -> LocalizedText {
            LocalizedText(text(.english), ru: text(.russian), ky: text(.kyrgyz))
        }
        let visitOf = Dictionary(
            (log?.submissions ?? []).map { ($0.id.text, $0.visit.text) },
            uniquingKeysWith: { first, _ in first })
        self.init(
            preliminary: assessment.kind == .preliminary, publicAt: assessment.publicAt,
            sections: assessment.statement.map { section in
                Section(
                    heading: section.heading,
                    sentences: section.sentences.map { sentence in
                        switch sentence {
                        case .text(let text):
                            Sentence(text: three { assessment.filled(text[$0]) }, findings: [])
                        case .conclusion(let id):
                            assessment.conclusion(id).map { conclusion in
                                Sentence(
                                    text: three { assessment.sentence(conclusion, $0) },
                                    findings: conclusion.findings.map(\.text))
                            } ?? Sentence(text: LocalizedText(id.text), findings: [])
                        }
                    })
            },
            findings: assessment.findings.map { finding in
                Finding(
                    id: finding.id.text, text: finding.text, good: finding.sign == .good,
                    standards: finding.standards.compactMap(assessment.standard).map {
                        Standard(
                            source: "\($0.instrument), \($0.article)", title: $0.title,
                            summary: $0.summary)
                    },
                    evidence: finding.allEvidence.map { Self.place(of: $0, visitOf) },
                    part: finding.stated?.matching, base: finding.stated?.of)
            },
            observations: (log?.visits ?? []).map { visit in
                Observation(
                    visit, form: form,
                    filled: log?.submissions.first { $0.visit == visit.id })
            },
            neverVisited: assessment.reach.neverVisited,
            couldNotEnter: assessment.reach.couldNotEnter)
    }

    /// The visit that a reference leads to, or the file it names.
    private static func place(
        of reference: EvidenceReference, _ visitOf: [String: String]
    ) -> String {
        let parts = reference.locator.split(separator: ":", maxSplits: 1).map(String.init)
        guard reference.path == EvidenceReference.observations, parts.count == 2 else {
            return reference.path
        }
        return parts[0] == "submission" ? visitOf[parts[1]] ?? reference.path : parts[1]
    }
}

extension AssessmentFile.Observation {
    init(_ visit: Visit, form: ObservationForm?, filled: FormSubmission?) {
        self.init(
            name: visit.id.text, station: visit.station, team: visit.team.text, at: visit.arrival,
            minutes: visit.minutes, entered: visit.wasInside, note: visit.note,
            answers: (form?.questions ?? []).compactMap { question in
                guard let answer = filled?.answers[question.id] else { return nil }
                var choice: LocalizedText?
                if case .choice(let id) = answer {
                    choice = question.choices.first { $0.id == id }?.text ?? LocalizedText(id.text)
                }
                return AssessmentFile.Filled(
                    question: question.text, answer: answer, choice: choice)
            })
    }
}
