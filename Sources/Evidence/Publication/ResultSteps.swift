import Elections
import Forensics
import Tabulation

extension RecordVerification {
    static let resultSteps: [Step] = [
        Step("The votes in the records are the votes on the sheets") { record in
            guard let definition = record.definition.value else { return .without(RecordPath.definition) }
            guard let records = record.records.value else { return .without(RecordPath.records) }
            guard let manifest = record.manifest.value else { return .without(RecordPath.manifest) }
            let counts = MachineCount.counts(
                records: records, manifest: manifest, contests: definition.contests)
            return eachContest(record, definition) { checks, sheets in
                checks.machineFaults(counts, sheets: sheets)
            }
        },
        Step("The sheets' equations break exactly where the record says") { record in
            guard let definition = record.definition.value else { return .without(RecordPath.definition) }
            return eachContest(record, definition) { checks, sheets in
                guard let stated = checks.results.balance.value else {
                    return [Fault(checks.results.balancePath, "it is missing or unreadable")]
                }
                return checks.balanceFaults(sheets, stated: stated)
            }
        },
        Step("The sheets add up to the districts and the nation") { record in
            guard let definition = record.definition.value else { return .without(RecordPath.definition) }
            guard let turnout = record.turnout.value else { return .without(RecordPath.turnout) }
            return eachContest(record, definition) { checks, sheets in
                guard let stated = checks.results.declaration.value else {
                    return [Fault(checks.results.declarationPath, "it is missing or unreadable")]
                }
                return checks.sumFaults(sheets, stated: stated, turnout: turnout)
            }
        },
        Step("The outcome follows from the totals by the definition's rule") { record in
            guard let definition = record.definition.value else { return .without(RecordPath.definition) }
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
