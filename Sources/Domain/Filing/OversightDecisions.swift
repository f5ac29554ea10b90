import Elections
import Offices
import Primitives
import Tabulation

/// Doubt, annulment and publication: acts of officers over sheets that are filed.
extension OfficeState {
    package func raiseQuestion(
        _ ref: SheetRef, why: String, by account: Account
    ) throws(FilingProblem) -> Decision {
        let version = try filed(ref, deed: .questionSheet, account)
        let why = try reason(why)
        if version.question?.why == why { return .already(ref) }
        return .act(.questionRaised(ref, why: why))
    }

    package func settleQuestion(
        _ ref: SheetRef, why: String, by account: Account
    ) throws(FilingProblem) -> Decision {
        let version = try filed(ref, deed: .questionSheet, account)
        let why = try reason(why)
        guard version.question != nil else { throw .notWaiting }
        return .act(.questionSettled(ref, why: why))
    }

    package func proposeAnnulment(
        _ ref: SheetRef, why: String, by account: Account
    ) throws(FilingProblem) -> Decision {
        let version = try filed(ref, deed: .annulSheet, account)
        let why = try reason(why)
        if let pending = version.annulment {
            if pending.raisedBy == account.id, pending.why == why { return .already(ref) }
            throw .inProgress
        }
        return .act(.annulmentProposed(ref, why: why))
    }

    package func withdrawAnnulment(
        _ ref: SheetRef, by account: Account
    ) throws(FilingProblem) -> Decision {
        let version = try filed(ref, deed: .annulSheet, account)
        guard version.annulment != nil else { throw .notWaiting }
        return .act(.annulmentWithdrawn(ref))
    }

    package func confirmAnnulment(
        _ ref: SheetRef, by account: Account
    ) throws(FilingProblem) -> Decision {
        if case .annulled? = file(ref.key).version(ref.id)?.state,
            account.may(.annulSheet, at: try station(ref.key.station))
        {
            return .already(ref)
        }
        let version = try filed(ref, deed: .annulSheet, account)
        guard let pending = version.annulment else { throw .notWaiting }
        guard pending.raisedBy != account.id else { throw .secondPerson }
        return .act(.annulmentConfirmed(ref))
    }

    /// An officer has looked at a sheet that raised an alarm.
    package func seeAlarm(_ ref: SheetRef, by account: Account) throws(FilingProblem) -> Decision {
        _ = try filed(ref, deed: .questionSheet, account)
        guard alarms.contains(ref) else { return .already(ref) }
        return .act(.alarmSeen(ref))
    }

    private func filed(
        _ ref: SheetRef, deed: Deed, _ account: Account
    ) throws(FilingProblem) -> SheetVersion {
        let station = try station(ref.key.station)
        guard account.may(deed, at: station) else { throw .notAllowed }
        let file = file(ref.key)
        guard let version = file.version(ref.id) else { throw .unknownSheet }
        guard let current = file.current, current.id == version.id else { throw .notWaiting }
        return current
    }

    // MARK: Publication

    /// An officer of the centre proposes the sums as they are now for publication as final.
    package func proposePublication(
        _ contest: Contest.ID, by account: Account
    ) throws(FilingProblem) -> Decision {
        guard setting != nil else { throw .noElection }
        guard account.may(.publish) else { throw .notAllowed }
        guard let sums = decidingSums(contest) else { throw .unknownContest(contest) }
        guard isWhole(contest) else { throw .stationsMissing }
        let state = publications[contest]
        if state?.proposed?.publication.sums == sums.digest
            || state?.done.last?.publication.sums == sums.digest
        {
            throw .sumsUnchanged
        }
        return .act(
            .publicationProposed(
                Publication(contest: contest, through: through, sums: sums.digest)))
    }

    package func withdrawPublication(
        _ contest: Contest.ID, by account: Account
    ) throws(FilingProblem) -> Decision {
        guard account.may(.publish) else { throw .notAllowed }
        guard publications[contest]?.proposed != nil else { throw .notWaiting }
        return .act(.publicationWithdrawn(contest))
    }

    /// A second officer confirms them, if they are still the same.
    package func confirmPublication(
        _ contest: Contest.ID, by account: Account
    ) throws(FilingProblem) -> Decision {
        guard setting != nil else { throw .noElection }
        guard account.may(.publish) else { throw .notAllowed }
        guard let sums = decidingSums(contest) else { throw .unknownContest(contest) }
        guard let proposed = publications[contest]?.proposed else { throw .notWaiting }
        guard proposed.by != account.id else { throw .secondPerson }
        guard isWhole(contest) else { throw .stationsMissing }
        guard proposed.publication.sums == sums.digest else { throw .sumsMoved }
        return .act(.publicationConfirmed(proposed.publication))
    }

    /// True when every station's sheet of the deciding count is filed or annulled, and none in doubt.
    package func isWhole(_ contest: Contest.ID) -> Bool {
        let series = setting?.deciding ?? .hand
        return !stations.isEmpty
            && stations.keys.allSatisfy { station in
                switch file(SheetKey(station, contest, series)).status {
                case .filed, .corrected, .annulled: true
                default: false
                }
            }
    }
}
