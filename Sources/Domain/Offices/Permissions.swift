import Elections
import Primitives

/// What a role may let somebody do. One word for each act of the office.
package enum Deed: String, CaseIterable, Sendable {
    /// State a station's figures, as its commission.
    case fileSheet = "file-sheet"
    /// Confirm, as a second person, what another stated.
    case confirmSheet = "confirm-sheet"
    /// Copy a paper sheet, unseen by the other clerk.
    case enterSheet = "enter-sheet"
    /// Decide between two clerks who do not agree.
    case settleEntries = "settle-entries"
    /// Take in sheets that carry their commission's signatures.
    case takeSignedSheets = "take-signed-sheets"
    /// Return a stated sheet to its station.
    case refuseSheet = "refuse-sheet"
    /// Take in what a machine read of a station's papers, or take it back.
    case takeReading = "take-reading"
    /// Say what a doubtful mark on a paper is.
    case reviewPapers = "review-papers"
    /// Decide, as the commission, what a paper is on which reviewers do not agree.
    case decidePaper = "decide-paper"
    case questionSheet = "question-sheet"
    /// State figures that take the place of filed ones.
    case correctSheet = "correct-sheet"
    case confirmCorrection = "confirm-correction"
    case annulSheet = "annul-sheet"
    case publish
    case reportTurnout = "report-turnout"
    case recordReadiness = "record-readiness"
    case confirmReadiness = "confirm-readiness"
    /// Set a finding beside what the commission says of a station's readiness.
    case remarkReadiness = "remark-readiness"
    case seeReadiness = "see-readiness"
    /// See stated and refused sheets before they are public.
    case seeWork = "see-work"
    case seeLog = "see-log"
    case manageAccounts = "manage-accounts"
    case manageElection = "manage-election"
}

extension Role {
    /// The table of rights. A person who keeps the machine may not touch a sheet, and nobody who
    /// states figures manages accounts.
    package var deeds: Set<Deed> {
        switch self {
        case .commissionMember:
            [
                .fileSheet, .confirmSheet, .takeSignedSheets, .reportTurnout, .recordReadiness,
                .seeReadiness, .seeWork,
            ]
        case .territorialOfficer:
            [
                .enterSheet, .takeSignedSheets, .refuseSheet, .takeReading, .decidePaper,
                .questionSheet, .correctSheet, .confirmCorrection, .reportTurnout, .recordReadiness,
                .confirmReadiness,
                .seeReadiness, .seeWork,
            ]
        case .nationalOfficer:
            [
                .enterSheet, .settleEntries, .takeSignedSheets, .refuseSheet, .takeReading,
                .decidePaper, .questionSheet, .correctSheet, .confirmCorrection, .annulSheet,
                .publish,
                .confirmReadiness,
                .seeReadiness, .seeWork, .seeLog,
            ]
        case .reviewer: [.settleEntries, .reviewPapers, .seeWork]
        case .observer: [.remarkReadiness, .seeReadiness]
        case .auditor: [.seeReadiness, .seeWork, .seeLog]
        case .administrator: [.manageAccounts, .manageElection, .seeLog]
        }
    }
}

extension Account {
    /// True when some grant of an active account allows the deed for the whole nation.
    package func may(_ deed: Deed) -> Bool {
        active && grants.contains { $0.area == .nation && $0.role.deeds.contains(deed) }
    }

    /// True when some grant allows the deed at the station.
    package func may(_ deed: Deed, at station: PollingStation) -> Bool {
        active
            && grants.contains {
                $0.role.deeds.contains(deed) && $0.area.holds(station.id, of: station.district)
            }
    }

    /// True when some grant allows the deed somewhere.
    package func mayAnywhere(_ deed: Deed) -> Bool {
        active && grants.contains { $0.role.deeds.contains(deed) }
    }
}
