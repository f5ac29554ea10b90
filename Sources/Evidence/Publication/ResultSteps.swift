import Elections
import Forensics
import Primitives
import Tabulation

extension RecordVerification {
    static let resultSteps: [Step] = [
        Step("Machine and hand count differ exactly where the record says") { record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            guard let records = record.records.value else { return .without(RecordPath.records) }
            guard let manifest = record.manifest.value else { return .without(RecordPath.manifest) }
            guard let stated = record.differences.value else {
                return .without(RecordPath.machineAgainstHand)
            }
            let counts = MachineCount.counts(
                records: records, manifest: manifest, contests: definition.contests)
            let sheets = Dictionary(
                record.results.compactMap { result in
                    result.sheets.value.map { (result.contest.id, $0) }
                }, uniquingKeysWith: { first, _ in first })
            return machineAgainstHand(
                stated, counts: counts, sheets: sheets, contests: definition.contests)
        },
        Step("The sheets' equations break exactly where the record says") { record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            return eachContest(record, definition) { checks, sheets in
                guard let stated = checks.results.balance.value else {
                    return [Fault(checks.results.balancePath, "it is missing or unreadable")]
                }
                return checks.balanceFaults(sheets, stated: stated)
            }
        },
        Step("The sheets add up to the districts and the nation") { record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            guard let turnout = record.turnout.value else { return .without(RecordPath.turnout) }
            return eachContest(record, definition) { checks, sheets in
                guard let stated = checks.results.declaration.value else {
                    return [Fault(checks.results.declarationPath, "it is missing or unreadable")]
                }
                return checks.sumFaults(sheets, stated: stated, turnout: turnout)
            }
        },
        Step("The outcome follows from the totals by the definition's rule") { record in
            guard let definition = record.definition.value else {
                return .without(RecordPath.definition)
            }
            return eachContest(record, definition) { checks, sheets in
                guard let stated = checks.results.declaration.value else {
                    return [Fault(checks.results.declarationPath, "it is missing or unreadable")]
                }
                return checks.outcomeFaults(sheets, stated: stated)
            }
        },
    ]

    static let statisticSteps: [Step] = [
        Step("The sheets give the published count of whole percentages and its expectation") {
            record in
            guard let stated = record.statistic.value else { return .without(RecordPath.statistic) }
            let sheets = record.results.compactMap(\.sheets.value).first {
                $0.fitted.options.contains(stated.leader)
            }
            guard let sheets else { return .without(RecordPath.balance) }
            let computed = ForensicReport(sheets, leader: stated.leader)
            return Finding(
                measure: "\(stated.used) units",
                faults: computed == stated
                    ? [] : [Fault(RecordPath.statistic, "it is not what the sheets give")])
        }
    ]

    private static func machineAgainstHand(
        _ stated: [CountDifference], counts: [MachineCount], sheets: [Contest.ID: SheetBatch],
        contests: [Contest]
    ) -> Finding {
        var faults: [Fault] = []
        for contest in contests {
            let units = Set(sheets[contest.id]?.sheets.map(\.station.text) ?? [])
            faults += counts.filter { $0.contest == contest.id && !units.contains($0.batch.text) }
                .map { Fault(RecordPath.sheets(contest.id), "unit \($0.batch) has no sheet") }
        }
        let computed = CountDifference.differences(counts, sheets: sheets, contests: contests)
        for difference in computed where !stated.contains(difference) {
            faults.append(Fault(RecordPath.machineAgainstHand, "not told: \(difference.text)"))
        }
        for difference in stated where !computed.contains(difference) {
            faults.append(Fault(RecordPath.machineAgainstHand, "not so: \(difference.text)"))
        }
        return Finding(
            measure: "\(counts.count) counts, \(computed.count) figures differ", faults: faults)
    }

    private static func eachContest(
        _ record: PublishedRecord, _ definition: ElectionDefinition,
        _ check: (ResultChecks, SheetBatch) -> [Fault]
    ) -> Finding {
        var faults: [Fault] = []
        var units = 0
        for contest in definition.contests {
            guard let results = record.results.first(where: { $0.contest.id == contest.id }),
                let sheets = results.sheets.value
            else {
                faults.append(
                    Fault(RecordPath.sheets(contest.id), "it is missing or unreadable"))
                continue
            }
            units += sheets.sheets.count
            faults += check(ResultChecks(definition: definition, results: results), sheets)
        }
        return Finding(
            measure: "\(definition.contests.count) contests, \(units) sheets", faults: faults)
    }
}
