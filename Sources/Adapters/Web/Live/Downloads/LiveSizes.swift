import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// What stands beside a file's name. In a folder of files the size is exact; while the count goes
    /// on it is told from the number of rows, because making four megabytes anew at every act, only to
    /// say that they are four, would keep the readers waiting.
    func size(_ path: String, _ view: View) -> String {
        if path.hasPrefix(LiveFile.folder + "log-") {
            let part = LiveFile.logParts(model.log.count).first { LiveFile.log($0) == path } ?? 1
            let acts = min(
                LiveFile.actsInPart, model.log.count - (part - 1) * LiveFile.actsInPart)
            return view.count(max(0, acts), .acts)
        }
        if model.isStatic { return said(data(path)?.bytes.count ?? 0, view) }
        let estimate = estimate(path)
        return estimate > 0 ? view.say(.aboutSize, said(rounded(estimate), view)) : ""
    }

    private func said(_ bytes: Int, _ view: View) -> String {
        if bytes < 1000 { return view.count(bytes, .byteCount) }
        let whole = bytes < 1_000_000 ? 100_000 : 100_000_000
        return view.say(
            bytes < 1_000_000 ? .kilobytes : .megabytes,
            view.speech.decimal(Percentage(bytes, of: whole).text(decimals: 1) ?? "0"))
    }

    /// To one digit that counts: an estimate that changes with every act would only flicker.
    private func rounded(_ bytes: Int) -> Int {
        var step = 1
        while bytes / step >= 10 { step *= 10 }
        return max(1000, (bytes + step / 2) / step * step)
    }

    /// Bytes, from what one row of each table takes.
    private func estimate(_ path: String) -> Int {
        let areas = 1 + districts.count
        for contest in contests {
            let columns = state.forms[contest.id]?.figureCount ?? 0
            let sheets = Series.allCases.map {
                state.sums[CountKey(contest.id, $0)]?.nation.sheets ?? 0
            }
            switch path {
            case LiveFile.results(contest.id, "csv"):
                return (2 * areas + sheets.reduce(0, +)) * (180 + 5 * columns)
            case LiveFile.results(contest.id, "json"):
                return 2 * areas * (400 + 40 * columns) + 3000
            case LiveFile.form(contest.id): return 2000 + 400 * columns
            case LiveFile.report(contest.id):
                let units = areas + (stations.count <= 3000 ? stations.count : 0)
                return units * (600 + 200 * contest.options.count)
            default: break
            }
            for (series, count) in zip(Series.allCases, sheets)
            where path == LiveFile.sheets(contest.id, series) {
                return count * (16 + 5 * columns) + 12 * columns
            }
        }
        switch path {
        case LiveFile.turnout:
            return model.counts.turnout.nation.values.reduce(0) { $0 + $1.reported } * 75
        case LiveFile.versions: return state.keys.count * 420
        case LiveFile.keys: return state.stationKeys.values.reduce(0) { $0 + $1.count } * 90
        default: return 0
        }
    }
}
