import Primitives
import Tabulation

/// The way up as tables: `areas.csv` holds the sums of every area, `sheets.csv` the sheets that they
/// are made of, so that each sum can be opened down to the line of the table it came from.
package enum AreaTable {
    /// Areas, each before those in it: its level, its names, its sums, and its turnout where the
    /// register holds its voters.
    package static func areas(_ sums: AreaSums) -> [UInt8] {
        var table = TableWriter()
        let counts = [
            "area_sheets", "area_without_register", "area_breaking_hard", "area_breaking_soft",
            "area_raising_alarm",
        ]
        table.row(
            ["area_level"] + sums.levels + counts + sums.fitted.columns
                + ["area_turnout_percent"], figures: [])
        for area in sums.areas {
            let open = Array(repeating: "", count: sums.levels.count - area.path.count)
            table.row(
                [sums.level(of: area)] + area.path + open,
                figures: [
                    area.tally.sheets, area.withoutRegister, area.breaking.hard,
                    area.breaking.soft, area.breaking.alarm,
                ] + area.tally.figures,
                and: [sums.turnout(of: area)?.text() ?? ""])
        }
        return table.bytes
    }

    /// Sheets in the order of the table: their areas and name, their figures, the equations that
    /// they break, and the line they were read from.
    package static func sheets(_ batch: SheetBatch, levels: [String]) -> [UInt8] {
        var table = TableWriter()
        table.row(
            levels + ["sheet_station"] + batch.fitted.columns + ["sheet_breaks", "sheet_line"],
            figures: [])
        for sheet in batch.sheets {
            let broken = sheet.imbalances().map(\.equation.text).joined(separator: " ")
            table.row(
                sheet.areas + [sheet.name], figures: sheet.figures,
                and: [broken, sheet.row.map { "\($0)" } ?? ""])
        }
        return table.bytes
    }
}
