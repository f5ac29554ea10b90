import Elections
import Missions
import Primitives

/// A sentence that the mission stands by, and the findings it rests on.
///
/// A figure in the sentence is written `{finding.n}` or `{finding.m}` and filled in from the
/// finding, so that the sentence cannot differ from what was counted.
package struct Conclusion: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Conclusion>

    /// What the sentence speaks of.
    package enum Scope: String, Codable, Sendable {
        case stationsVisited = "stations-visited"
        case wholeProcess = "whole-process"
    }

    /// A word of the scale and the finding whose share it describes.
    package struct WordUse: Codable, Hashable, Sendable {
        package var word: ShareWord
        package var finding: Finding.ID

        package init(_ word: ShareWord, _ finding: Finding.ID) {
            self.word = word
            self.finding = finding
        }
    }

    package var id: ID
    package var text: LocalizedText
    package var findings: [Finding.ID]
    package var words: [WordUse]
    package var scope: Scope

    package init(
        id: ID, text: LocalizedText, findings: [Finding.ID], words: [WordUse] = [],
        scope: Scope = .stationsVisited
    ) {
        self.id = id
        self.text = text
        self.findings = findings
        self.words = words
        self.scope = scope
    }
}

/// What a mission says of an election, with everything it rests on. File `assessment.json`.
package struct Assessment: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Assessment>

    package enum Kind: String, Codable, Sendable { case preliminary, final }

    package var id: ID
    package var inventedNotice: LocalizedText?
    package var election: ElectionDefinition.ID
    package var mission: Mission.ID
    package var kind: Kind
    /// When it is made public.
    package var publicAt: Instant
    package var sample: SampleType
    /// True when people of the mission were there weeks before the day.
    package var longTermPresence: Bool
    /// Who invited, who paid, which states: named, because the reader should know.
    package var independence: LocalizedText
    package var standards: [Standard]
    package var findings: [Finding]
    package var conclusions: [Conclusion]
    package var coverage: [CoverageCell]
    /// The reach as stated; the verifier counts it again.
    package var reach: StationReach
    /// Required when the assessment cannot speak of the whole process.
    package var scopeNote: LocalizedText?
    package var statement: [StatementSection]

    package init(
        id: ID, inventedNotice: LocalizedText?, election: ElectionDefinition.ID,
        mission: Mission.ID, kind: Kind, publicAt: Instant, sample: SampleType,
        longTermPresence: Bool, independence: LocalizedText, standards: [Standard],
        findings: [Finding], conclusions: [Conclusion], coverage: [CoverageCell],
        reach: StationReach, scopeNote: LocalizedText?, statement: [StatementSection]
    ) {
        self.id = id
        self.inventedNotice = inventedNotice
        self.election = election
        self.mission = mission
        self.kind = kind
        self.publicAt = publicAt
        self.sample = sample
        self.longTermPresence = longTermPresence
        self.independence = independence
        self.standards = standards
        self.findings = findings
        self.conclusions = conclusions
        self.coverage = coverage
        self.reach = reach
        self.scopeNote = scopeNote
        self.statement = statement
    }

    package func finding(_ id: Finding.ID) -> Finding? { findings.first { $0.id == id } }
    package func conclusion(_ id: Conclusion.ID) -> Conclusion? {
        conclusions.first { $0.id == id }
    }
    package func standard(_ id: Standard.ID) -> Standard? { standards.first { $0.id == id } }
}

/// A part of the statement: a heading, then sentences in order.
package struct StatementSection: Codable, Hashable, Sendable {
    package enum Sentence: Codable, Hashable, Sendable {
        /// A sentence about the mission or its method.
        case text(LocalizedText)
        /// A conclusion, by name; its words and figures stand with it.
        case conclusion(Conclusion.ID)
    }

    package var heading: LocalizedText
    package var sentences: [Sentence]

    package init(heading: LocalizedText, sentences: [Sentence]) {
        self.heading = heading
        self.sentences = sentences
    }
}
