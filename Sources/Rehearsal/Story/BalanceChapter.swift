import Ballots
import Elections
import Formats
import Ledger
import Primitives
import Procedures
import Publication
import Tabulation
import Tervania

extension Performance {
    /// 5: every station fills in its sheet by hand count; sheets of small stations are pooled before
    /// anything is published.
    mutating func balance() throws -> [String] {
        try sealRecords()
        var sentences: [String] = []
        for contest in definition.contests {
            let table = sheetTable(contest)
            let path = RecordPath.sheets(contest.id)
            record.seal(
                .resultsSheets, path, table,
                from: [RecordPath.form, RecordPath.turnout, RecordPath.manifest])
            let batch = try SheetTable.read(
                bytes: table, name: path, forms: [TervaniaForms.sheet], contest: contest,
                definition: definition)
            batches[contest.id] = batch
            let report = BalanceSheets.report(batch)
            try seal(
                .imbalances, "\(RecordPath.balance)/\(contest.id).json", report,
                from: [RecordPath.form, path])
            sentences.append(
                "\(contest.id): \(report.sheets.accepted) sheets, \(report.sheets.breakingHard) does not add up"
            )
            for equation in report.equations {
                sentences += equation.stations.map { broken in
                    "\(broken.station) breaks \(equation.id): \(broken.left) against \(broken.right)"
                }
            }
        }
        return sentences + (try machineAgainstHand())
    }

    /// The count by machine beside the count by hand, unit by unit.
    private mutating func machineAgainstHand() throws -> [String] {
        let counts = MachineCount.counts(
            records: records, manifest: manifest, contests: definition.contests)
        let differences = CountDifference.differences(
            counts, sheets: batches, contests: definition.contests)
        try seal(
            .machineAgainstHand, RecordPath.machineAgainstHand, differences,
            from: [RecordPath.records, RecordPath.manifest]
                + definition.contests.map { RecordPath.sheets($0.id) })
        return differences.map(\.text)
    }

    /// The station whose clerk swapped two digits of the papers in the stationary box.
    static let stationThatDoesNotBalance: PollingStation.ID = "south-002"

    private func sheetTable(_ contest: Contest) -> [UInt8] {
        let fitted = FittedForm(TervaniaForms.sheet, contest: contest)
        let sheets = manifest.batches.compactMap { unit -> ResultsSheet? in
            guard let reporting = definition.reportingUnit(named: unit.id.text),
                let name = PollingStation.ID(unit.id.text)
            else { return nil }
            let figures = figures(of: unit, in: contest)
            let values = fitted.columns.map { ($0, figures[$0] ?? 0) }
            return ResultsSheet(
                station: name, areas: [reporting.district.text], fitted: fitted,
                values: Dictionary(values, uniquingKeysWith: { first, _ in first }))
        }
        return SheetTable.write(sheets, fitted: fitted)
    }

    /// The sum of the unit's sheets, each as its commission counted it.
    private func figures(of unit: Batch, in contest: Contest) -> [String: Int] {
        var figures: [String: Int] = [:]
        for station in unit.stations {
            guard let counts = turnout.first(where: { $0.station == station }),
                let profile = Tervania.profiles.first(where: { $0.id == station })
            else { continue }
            let received = Tervania.papersReceived(at: profile)
            figures["registered", default: 0] += counts.registered
            figures["received", default: 0] += received
            figures["issued", default: 0] += counts.admitted
            figures["cancelled", default: 0] += received - counts.admitted
            // One paper in twelve was cast at home, into the mobile box.
            let mobile = (boxes[station] ?? 0) / 12
            figures["in-mobile-boxes", default: 0] += mobile
            figures["in-stationary-boxes", default: 0] += (boxes[station] ?? 0) - mobile
        }
        for paper in papers.papers where paper.record.batch == unit.id {
            switch paper.seen(contest) {
            case .votes(let options):
                figures["valid", default: 0] += 1
                for option in options { figures[option.text, default: 0] += 1 }
            case .blank, .overvote, .undecided: figures["invalid", default: 0] += 1
            }
        }
        if unit.stations == [Self.stationThatDoesNotBalance], contest.id == Tervania.president {
            let right = figures["in-stationary-boxes"] ?? 0
            figures["in-stationary-boxes"] = Self.lastDigitsSwapped(right)
        }
        return figures
    }

    /// 125 becomes 152, as a tired hand writes it; equal digits become one more.
    static func lastDigitsSwapped(_ number: Int) -> Int {
        let swapped = number / 100 * 100 + number % 10 * 10 + number / 10 % 10
        return swapped == number ? number + 1 : swapped
    }
}
