import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

/// What administrators set up: the election, the accounts, the stations' keys.
extension OfficeState {
    package func setElection(
        _ setting: ElectionSetting, by account: Account
    ) throws(FilingProblem) -> Decision {
        guard account.may(.manageElection) else { throw .notAllowed }
        guard sheets.isEmpty, turnout.isEmpty, readiness.isEmpty else { throw .electionRuns }
        if let flaw = setting.definition.flaws().first { throw .electionFlaw(flaw) }
        for contest in setting.definition.contests {
            guard let form = setting.forms[contest.id] else {
                throw .electionFlaw(
                    PlainProblem(
                        code: "filing.no-form", summary: "Contest \(contest.id) has no form.",
                        remedy: "Name a built-in form, or send one."))
            }
            if let flaw = form.flaws().first { throw .electionFlaw(flaw) }
            let columns = form.lines.map(\.id.text) + contest.options.map(\.id.text)
            guard Set(columns).count == columns.count else {
                throw .electionFlaw(
                    PlainProblem(
                        code: "filing.line-is-option",
                        summary: "In contest \(contest.id) a line and an option have one name.",
                        remedy: "Give each a name of its own."))
            }
        }
        let known = Set(setting.definition.stations.map(\.id))
        if let stranger = setting.register.keys.first(where: { !known.contains($0) }) {
            throw .unknownStation(stranger)
        }
        if let flaw = setting.flaw { throw .electionFlaw(flaw) }
        return .act(.electionSet(setting))
    }

    /// Makes an account or changes its name, grants or standing.
    package func setAccount(
        _ wanted: Account, by account: Account
    ) throws(FilingProblem) -> Decision? {
        guard account.may(.manageAccounts) else { throw .notAllowed }
        var wanted = wanted
        wanted.name = PlainLine.of(wanted.name)
        guard wanted.name.unicodeScalars.count <= 200, wanted.grants.count <= 100 else {
            throw .tooLong
        }
        let roles = Set(wanted.grants.map(\.role))
        guard
            !roles.contains(.administrator)
                || roles.isSubset(of: [.administrator, .observer, .auditor])
        else { throw .accountRoles }
        for grant in wanted.grants {
            guard fits(grant) else { throw .accountArea }
        }
        if accounts[wanted.id] == wanted { return nil }
        var after = accounts
        after[wanted.id] = wanted
        guard after.values.contains(where: { $0.may(.manageAccounts) }) else {
            throw .lastAdministrator
        }
        return .act(.accountSet(wanted))
    }

    private func fits(_ grant: Grant) -> Bool {
        let isThere: Bool
        switch grant.area {
        case .nation: isThere = true
        case .district(let id):
            isThere = setting?.definition.districts.contains { $0.id == id } ?? false
        case .station(let id): isThere = stations[id] != nil
        }
        guard isThere else { return false }
        switch (grant.role, grant.area) {
        case (.commissionMember, .station), (.territorialOfficer, .district): return true
        case (.commissionMember, _), (.territorialOfficer, _): return false
        case (.nationalOfficer, .nation), (.administrator, .nation): return true
        case (.nationalOfficer, _), (.administrator, _): return false
        case (.reviewer, _), (.observer, _), (.auditor, _): return true
        }
    }

    /// - Parameter map: of a GeoJSON file that is kept with the act.
    package func setMap(_ map: Digest, by account: Account) throws(FilingProblem) -> Decision? {
        guard account.may(.manageElection) else { throw .notAllowed }
        guard setting != nil else { throw .noElection }
        return self.map == map ? nil : .act(.mapSet(map))
    }

    package func setStationKeys(
        _ station: PollingStation.ID, _ texts: [String], by account: Account
    ) throws(FilingProblem) -> Decision {
        guard account.may(.manageElection) else { throw .notAllowed }
        _ = try self.station(station)
        let keys = texts.compactMap { NoteKey(text: $0) }
        guard keys.count == texts.count, Set(keys.map(\.key)).count == keys.count,
            Set(keys.map(\.name)).count == keys.count, keys.count <= 32
        else { throw .keyText }
        return .act(.stationKeysSet(station, texts))
    }
}

extension ElectionSetting {
    /// What of the setting beyond the definition cannot be used; nil when all can.
    fileprivate var flaw: PlainProblem? {
        if let wrong = register.first(where: { !(0...OfficeState.largestFigure).contains($0.value) }
        ) {
            return PlainProblem(
                code: "filing.register",
                summary: "The list of station \(wrong.key) has \(wrong.value) names.",
                remedy: "Give the names on its list before the day, 0 or more.")
        }
        guard Set(readiness.map(\.id)).count == readiness.count,
            readiness.allSatisfy({ (0...525_600).contains($0.dueMinutesBefore) })
        else {
            return PlainProblem(
                code: "filing.requirement",
                summary:
                    "Two requirements have one name, or one is due more than a year before the day or after the opening.",
                remedy: "Give each a name of its own and the minutes before the opening.")
        }
        // Less than two is taken for two: it takes two persons to file.
        guard signaturesNeeded <= 32 else {
            return PlainProblem(
                code: "filing.signatures",
                summary: "A sheet would need \(signaturesNeeded) signatures.",
                remedy: "A station has at most 32 keys; ask for 2 to 32.")
        }
        return nil
    }
}
