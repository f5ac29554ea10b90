import Elections
import Missions
import Primitives

/// Who observes, as the pages show it.
package struct WatchFile: Hashable, Sendable {
    /// Seats of one chamber in one delegation; the number is nil where it is not known.
    package struct Seats: Hashable, Sendable {
        package var delegation: LocalizedText
        package var chamber: LocalizedText
        package var number: Int?

        package init(delegation: LocalizedText, chamber: LocalizedText, number: Int? = nil) {
            self.delegation = delegation
            self.chamber = chamber
            self.number = number
        }
    }

    package struct Team: Hashable, Sendable {
        package var name: String
        /// Pseudonyms, each with the state that sent the person.
        package var members: [LocalizedText]
        package var stations: [PollingStation.ID]

        package init(name: String, members: [LocalizedText], stations: [PollingStation.ID]) {
            self.name = name
            self.members = members
            self.stations = stations
        }
    }

    package var assembly: LocalizedText
    /// What is said of the mission: who invited, who leads, who paid. A nil value is not known.
    package var facts: [Fact]
    package var seats: [Seats]
    package var teams: [Team]

    package struct Fact: Hashable, Sendable {
        package enum Kind: Hashable, Sendable { case invitedBy, invitedOn, coordinator, funding }
        package var kind: Kind
        package var value: LocalizedText

        package init(kind: Kind, value: LocalizedText) {
            self.kind = kind
            self.value = value
        }
    }

    package init(assembly: LocalizedText, facts: [Fact], seats: [Seats], teams: [Team]) {
        self.assembly = assembly
        self.facts = facts
        self.seats = seats
        self.teams = teams
    }
}

/// The statement with what it rests on.
package struct AssessmentFile: Hashable, Sendable {
    /// A sentence of the statement; one that cites nothing speaks of the mission itself.
    package struct Sentence: Hashable, Sendable {
        package var text: LocalizedText
        package var findings: [String]

        package init(text: LocalizedText, findings: [String]) {
            self.text = text
            self.findings = findings
        }
    }

    package struct Section: Hashable, Sendable {
        package var heading: LocalizedText
        package var sentences: [Sentence]

        package init(heading: LocalizedText, sentences: [Sentence]) {
            self.heading = heading
            self.sentences = sentences
        }
    }

    package struct Finding: Hashable, Sendable {
        package var id: String
        package var text: LocalizedText
        package var good: Bool
        package var standards: [Standard]
        /// Names of observations, and paths of other files of the record.
        package var evidence: [String]
        /// So many of so many; nil for a finding from a document.
        package var part: Int?
        package var base: Int?

        package init(
            id: String, text: LocalizedText, good: Bool, standards: [Standard],
            evidence: [String], part: Int? = nil, base: Int? = nil
        ) {
            self.id = id
            self.text = text
            self.good = good
            self.standards = standards
            self.evidence = evidence
            self.part = part
            self.base = base
        }
    }

    package struct Standard: Hashable, Sendable {
        /// Instrument and article.
        package var source: String
        package var title: LocalizedText
        package var summary: LocalizedText

        package init(source: String, title: LocalizedText, summary: LocalizedText) {
            self.source = source
            self.title = title
            self.summary = summary
        }
    }

    /// One team at one station, with the form that it filled where it was inside.
    package struct Observation: Hashable, Sendable {
        package var name: String
        package var station: PollingStation.ID
        package var team: String
        package var at: Instant
        /// Minutes observed; 0 where entry was refused.
        package var minutes: Int
        package var entered: Bool
        package var note: LocalizedText?
        package var answers: [Filled]

        package init(
            name: String, station: PollingStation.ID, team: String, at: Instant, minutes: Int,
            entered: Bool, note: LocalizedText? = nil, answers: [Filled]
        ) {
            self.name = name
            self.station = station
            self.team = team
            self.at = at
            self.minutes = minutes
            self.entered = entered
            self.note = note
            self.answers = answers
        }
    }

    package struct Filled: Hashable, Sendable {
        package var question: LocalizedText
        package var answer: Answer
        /// The words of a choice.
        package var choice: LocalizedText?

        package init(question: LocalizedText, answer: Answer, choice: LocalizedText? = nil) {
            self.question = question
            self.answer = answer
            self.choice = choice
        }
    }

    package var preliminary: Bool
    package var publicAt: Instant
    package var sections: [Section]
    package var findings: [Finding]
    package var observations: [Observation]
    package var neverVisited: [PollingStation.ID]
    package var couldNotEnter: [PollingStation.ID]

    package init(
        preliminary: Bool, publicAt: Instant, sections: [Section], findings: [Finding],
        observations: [Observation], neverVisited: [PollingStation.ID],
        couldNotEnter: [PollingStation.ID]
    ) {
        self.preliminary = preliminary
        self.publicAt = publicAt
        self.sections = sections
        self.findings = findings
        self.observations = observations
        self.neverVisited = neverVisited
        self.couldNotEnter = couldNotEnter
    }
}
