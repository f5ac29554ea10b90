import Ballots
import Elections
import Forensics
import Primitives
import Tabulation

/// The sheets of one contest and what the record says of them.
package struct ContestResults: Sendable {
    package let contest: Contest
    package var sheets: Artifact<SheetBatch> = .absent
    package var balance: Artifact<BalanceReport> = .absent
    package var declaration: Artifact<Declaration> = .absent
    /// Set by the reader when the standard report is not the one that the sheets give.
    package var reportFault: Fault?

    package init(contest: Contest) { self.contest = contest }

    package var sheetsPath: String { RecordPath.sheets(contest.id) }
    package var balancePath: String { "\(RecordPath.balance)/\(contest.id).json" }
    package var declarationPath: String { RecordPath.results(contest.id) }
    package var reportPath: String { "\(RecordPath.declare)/\(contest.id)/err.json" }
}

/// A figure where the count by machine and the count by hand differ. Hand counts decide; the
/// difference is published, because a station that differs much must explain itself.
package struct CountDifference: Codable, Hashable, Sendable {
    package var unit: PollingStation.ID
    package var contest: Contest.ID
    /// Nil for papers that are not valid.
    package var option: ContestOption.ID?
    package var hand: Int
    package var machine: Int

    /// Every difference, unit by unit in the order of the manifest, options in ballot order.
    package static func differences(
        _ counts: [MachineCount], sheets: [Contest.ID: SheetBatch], contests: [Contest]
    ) -> [CountDifference] {
        counts.flatMap { count -> [CountDifference] in
            guard let contest = contests.first(where: { $0.id == count.contest }),
                let unit = PollingStation.ID(count.batch.text),
                let sheet = sheets[contest.id]?.sheets.first(where: { $0.station == unit })
            else { return [] }
            let invalid = sheet.base(.participants) - sheet.base(.valid)
            let pairs: [(ContestOption.ID?, Int, Int)] =
                contest.options.map { ($0.id, sheet.votes($0.id) ?? 0, count.votes[$0.id] ?? 0) }
                + [(nil, invalid, count.invalid + count.undecided)]
            return pairs.filter { $0.1 != $0.2 }.map {
                CountDifference(
                    unit: unit, contest: contest.id, option: $0.0, hand: $0.1, machine: $0.2)
            }
        }
    }

    package var text: String {
        "unit \(unit), \(contest): \(option?.text ?? "not valid") is \(hand) by hand and \(machine) by machine"
    }
}

extension RecordPath {
    package static func sheets(_ contest: Contest.ID) -> String { "\(balance)/\(contest).csv" }
    package static func results(_ contest: Contest.ID) -> String {
        "\(declare)/\(contest)/results.json"
    }
}

/// Recomputes sheets, sums and outcomes of one contest.
package struct ResultChecks: Sendable {
    let definition: ElectionDefinition
    let results: ContestResults

    package init(definition: ElectionDefinition, results: ContestResults) {
        self.definition = definition
        self.results = results
    }

    package func balanceFaults(_ sheets: SheetBatch, stated: BalanceReport) -> [Fault] {
        var found = sheets.refusals.map { Fault(results.sheetsPath, $0.summary) }
        let computed = BalanceReport(sheets)
        for (old, new) in zip(stated.equations, computed.equations) where old != new {
            found.append(
                Fault(
                    results.balancePath,
                    "equation \(new.id): the record says \(list(old)); the sheets break it at \(list(new))"
                ))
        }
        if found.isEmpty, stated != computed {
            found.append(Fault(results.balancePath, "it is not what the sheets give"))
        }
        return found
    }

    private func list(_ result: BalanceReport.EquationResult) -> String {
        result.stations.isEmpty
            ? "no unit"
            : result.stations.map { "\($0.station) (\($0.left) against \($0.right))" }
                .joined(separator: ", ")
    }

    /// Totals of nation and districts, and papers issued against persons admitted.
    package func sumFaults(
        _ sheets: SheetBatch, stated: Declaration, turnout: [StationTurnout]
    ) -> [Fault] {
        let computed = Declaration(sheets, definition: definition)
        var found: [Fault] = []
        for line in computed.totals.keys.sorted() where computed.totals[line] != stated.totals[line]
        {
            found.append(
                Fault(
                    results.declarationPath,
                    "total of \(line): \(stated.totals[line].map(String.init) ?? "none") stated, the sheets add up to \(computed.totals[line] ?? 0)"
                ))
        }
        if stated.districts.map(\.district) != computed.districts.map(\.district) {
            found.append(
                Fault(results.declarationPath, "its districts are not those of the sheets"))
        }
        for (old, new) in zip(stated.districts, computed.districts) where old.totals != new.totals {
            found.append(
                Fault(
                    results.declarationPath,
                    "district \(new.district) does not add up from its sheets"))
        }
        for sheet in sheets.sheets {
            let unit = definition.reportingUnit(named: sheet.station.text)?.stations ?? []
            let desks = turnout.filter { unit.contains($0.station) }
            found += sheet.differences(from: desks).map { difference in
                Fault(
                    results.sheetsPath,
                    "unit \(difference.station), \(difference.subject.rawValue): \(difference.sheet) on the sheet, \(difference.desk) at the desks"
                )
            }
        }
        if let fault = results.reportFault { found.append(fault) }
        return found
    }

    package func outcomeFaults(_ sheets: SheetBatch, stated: Declaration) -> [Fault] {
        let computed = Declaration(sheets, definition: definition)
        var found: [Fault] = []
        if stated.rule != computed.rule {
            found.append(Fault(results.declarationPath, "its rule is not the definition's"))
        }
        if stated.outcome != computed.outcome {
            found.append(
                Fault(results.declarationPath, "the rule gives another outcome than the one stated")
            )
        }
        for (old, new) in zip(stated.options, computed.options) where old != new {
            found.append(
                Fault(
                    results.declarationPath,
                    "\(new.id): \(old.votes) votes and its shares are not what the sheets give (\(new.votes))"
                ))
        }
        if found.isEmpty, stated != computed {
            found.append(Fault(results.declarationPath, "it is not what the sheets give"))
        }
        return found
    }
}

extension PublishedRecord {
    /// Who wins by the rule, computed from the sheets and not taken from the record's word. Contests
    /// with several winners are left out: the audit of a record compares one winner with the others.
    package var winners: [Contest.ID: ContestOption.ID] {
        var found: [Contest.ID: ContestOption.ID] = [:]
        guard let definition = definition.value else { return found }
        for result in results {
            guard let sheets = result.sheets.value,
                case .outcome(let outcome, _) = Declaration(sheets, definition: definition).outcome,
                outcome.decision == .elected || outcome.decision == .adopted,
                outcome.options.count == 1
            else { continue }
            found[result.contest.id] = outcome.options.first
        }
        return found
    }
}
