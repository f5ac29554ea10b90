/// What a chapter hands on, in the order of the election. Read from top to bottom, this is the
/// table of contents of every record.
package enum EvidenceKind: String, CaseIterable, Codable, Sendable {
    case notice
    case definition
    case readiness
    case ballotLayout = "ballot-layout"
    case resultsForm = "results-form"
    case ballotPrint = "ballot-print"
    case assembly
    case mission
    case turnout
    case manifest
    case castVoteRecords = "cast-vote-records"
    case readingReport = "reading-report"
    case resultsSheets = "results-sheets"
    case imbalances
    case machineAgainstHand = "machine-against-hand"
    case results
    case resultsReport = "results-report"
    case auditSeed = "audit-seed"
    case auditSample = "audit-sample"
    case manualReadings = "manual-readings"
    case auditReport = "audit-report"
    case forensicReport = "forensic-report"
    case pageImage = "page-image"
    case observationForm = "observation-form"
    case observations
    case assessment
    case disclosureCheck = "disclosure-check"

    /// The chapter's number in the story, 1...9; 0 for what stands before it.
    package var chapter: Int {
        switch self {
        case .notice: 0
        case .definition, .readiness, .ballotLayout, .resultsForm, .ballotPrint: 1
        case .assembly, .mission: 2
        case .turnout: 3
        case .manifest, .castVoteRecords, .readingReport, .pageImage: 4
        case .resultsSheets, .imbalances, .machineAgainstHand: 5
        case .results, .resultsReport: 6
        case .auditSeed, .auditSample, .manualReadings, .auditReport, .forensicReport: 7
        case .observationForm, .observations, .assessment: 8
        case .disclosureCheck: 9
        }
    }
}

/// The nine chapters, whose names are folders, verbs and headings everywhere.
package enum Chapter: Int, CaseIterable, Sendable {
    case define = 1
    case watch, admit, read, balance, declare, check, assess, publish

    package var name: String { "\(self)" }
    /// `1-define`, the folder of the record.
    package var folder: String { "\(rawValue)-\(name)" }
}
