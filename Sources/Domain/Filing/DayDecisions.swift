import Elections
import Offices
import Primitives

/// Before and during the day: readiness and turnout.
extension OfficeState {
    package func reportTurnout(
        _ report: TurnoutReport, by account: Account, at now: Instant
    ) throws(FilingProblem) -> Decision? {
        let station = try station(report.station)
        guard account.may(.reportTurnout, at: station) else { throw .notAllowed }
        guard (0...Self.largestFigure).contains(report.voters) else {
            throw .figureRange("voters", report.voters)
        }
        // Zones lie on quarter hours, so a full hour of any station is a quarter hour of UTC.
        guard report.hour >= station.opens, report.hour <= station.closes.adding(minutes: 59),
            report.hour <= now, report.hour.seconds % 900 == 0
        else { throw .turnoutHour }
        let known = turnout[report.station] ?? [:]
        if known[report.hour] == report { return nil }
        for (hour, other) in known where hour != report.hour {
            let falls =
                hour < report.hour ? other.voters > report.voters : other.voters < report.voters
            if falls { throw .turnoutFalls }
        }
        return .act(.turnoutReported(report))
    }

    package func recordReadiness(
        _ record: ReadinessRecord, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkReadiness(record.key, .recordReadiness, account)
        let note = PlainLine.of(record.note)
        guard note.unicodeScalars.count <= Self.longestText else { throw .tooLong }
        return .act(
            .readinessRecorded(
                ReadinessRecord(
                    key: record.key, state: record.state, note: note, evidence: record.evidence)))
    }

    /// A second person confirms what was recorded as ready.
    ///
    /// - Parameter seen: when the record that the person looked at was made; nil to take the newest.
    package func confirmReadiness(
        _ key: ReadinessKey, seen: Instant? = nil, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkReadiness(key, .confirmReadiness, account)
        guard let record = readiness[key]?.record, record.value.state == .ready,
            seen == nil || seen == record.at
        else { throw .notReady }
        guard record.by != account.id else { throw .secondPerson }
        guard readiness[key]?.confirmed == nil else { throw .notWaiting }
        return .act(.readinessConfirmed(key))
    }

    /// An observer sets what was seen beside what the commission says.
    package func remarkReadiness(
        _ remark: ReadinessRemark, by account: Account
    ) throws(FilingProblem) -> Decision {
        try checkReadiness(remark.key, .remarkReadiness, account)
        return .act(
            .readinessRemarked(
                ReadinessRemark(
                    key: remark.key, agrees: remark.agrees, text: try reason(remark.text),
                    evidence: remark.evidence)))
    }

    private func checkReadiness(
        _ key: ReadinessKey, _ deed: Deed, _ account: Account
    ) throws(FilingProblem) {
        let station = try station(key.station)
        guard account.may(deed, at: station) else { throw .notAllowed }
        guard let requirement = setting?.readiness.first(where: { $0.id == key.requirement }),
            requirement.concerns(station)
        else { throw .unknownRequirement }
        let isDevice =
            requirement.kind == .identificationEquipment || requirement.kind == .countingEquipment
        let plain = key.serial.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isDevice == !key.serial.isEmpty, plain, key.serial.utf8.count <= 64 else {
            throw .serialMissing
        }
    }
}
