import Cryptography
import Elections
import Filing
import Formats
import Primitives
import Tabulation

/// Rows of comma-separated values. Source: RFC 4180.
struct CommaTable {
    private(set) var text = ""

    init(_ columns: [String]) { add(columns) }

    mutating func add(_ cells: [String]) {
        text += cells.map(Self.quoted).joined(separator: ",") + "\r\n"
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers do not.
    private static func quoted(_ text: String) -> String {
        let formula = text.first.map { "=+-@\t".contains($0) } ?? false
        let cell = formula && Int(text) == nil ? "'" + text : text
        let plain = cell.utf8.allSatisfy { ![0x2C, 0x22, 0x0A, 0x0D].contains($0) }
        return plain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

extension LiveSite {
    /// What every row says of itself: the count, how far it may be quoted, as of when.
    private func about(_ count: LiveCount) -> [String] {
        [
            count.series.rawValue, word(count.finality), "\(state.through)",
            (state.asOf ?? model.now).text(),
        ]
    }

    private func word(_ finality: Finality) -> String {
        switch finality {
        case .preliminary: "preliminary"
        case .final: "final"
        case .changed: "changed-since-published"
        }
    }

    /// Sums of a contest by level, nation first; each count in rows of its own.
    func resultsTable(_ contest: Contest) -> [UInt8] {
        guard let fitted = state.forms[contest.id] else { return [] }
        var table = CommaTable(
            ["area", "area_name", "count", "standing", "act", "as_of", "sheets", "stations"]
                + fitted.columns + ["notice"])
        let notice = frame.notice?.en ?? ""
        for series in [deciding] + Series.allCases.filter({ $0 != deciding }) {
            guard let count = count(contest, series) else { continue }
            func add(_ area: String, _ name: String, _ sums: Sums, _ stations: Int) {
                table.add(
                    [area, name] + about(count) + ["\(sums.sheets)", "\(stations)"]
                        + sums.figures.map { "\($0)" } + [notice])
            }
            add("nation", frame.name.en, count.sums.nation, count.stations)
            for district in districts {
                guard let sums = count.sums.districts[district.id] else { continue }
                add(
                    "district:\(district.id)", district.name.en, sums,
                    model.counts.stationsOf[district.id]?.count ?? 0)
            }
            for station in stations {
                let key = SheetKey(station.id, contest.id, series)
                guard let version = state.file(key).current else { continue }
                var sums = Sums(columns: fitted.figureCount)
                sums.add(version.figures)
                add("station:\(station.id)", station.name.en, sums, 1)
            }
        }
        return table.bytes
    }

    /// The sheets that count, one row a station, as `dobush balance --form` reads them.
    func sheetTable(_ contest: Contest, _ series: Series) -> [UInt8] {
        guard let fitted = state.forms[contest.id] else { return [] }
        let areas = max(0, fitted.places.count - 1)
        let sheets = stations.compactMap { station -> ResultsSheet? in
            state.file(SheetKey(station.id, contest.id, series)).current.map {
                ResultsSheet(
                    station: station.id,
                    areas: Array(repeating: station.district.text, count: areas),
                    name: station.id.text, fitted: fitted, figures: $0.figures)
            }
        }
        guard !sheets.isEmpty else {
            return CommaTable(fitted.places + fitted.columns).bytes
        }
        return SheetTable.write(sheets, fitted: fitted)
    }

    /// Every version of every sheet. What has not been filed has no figures and no digest here.
    func versionsTable() -> [UInt8] {
        var table = CommaTable([
            "station", "contest", "count", "version", "standing", "counts_now", "channel", "came",
            "filed", "act", "sha256", "replaces", "why", "picture", "signers", "figures",
        ])
        for key in stations.flatMap({ sheetKeys($0.id) }) {
            let file = state.file(key)
            for (place, version) in file.versions.enumerated() {
                let open = version.isPublic
                let figures = zip(state.forms[key.contest]?.columns ?? [], version.figures)
                    .map { "\($0)=\($1)" }.joined(separator: " ")
                table.add([
                    key.station.text, key.contest.text, key.series.rawValue, "\(place + 1)",
                    Self.word(version.state),
                    version.act == file.current?.act ? "yes" : "no", version.channel.rawValue,
                    version.came.text(), version.filed?.text() ?? "", "\(version.act)",
                    open ? version.id.hex : "",
                    open ? version.statement.replaces?.hex ?? "" : "",
                    open ? version.statement.why ?? "" : "",
                    open ? version.statement.image?.hex ?? "" : "",
                    version.signers.joined(separator: " "), open ? figures : "",
                ])
            }
        }
        return table.bytes
    }

    private static func word(_ state: SheetVersion.State) -> String {
        switch state {
        case .proposed: "being-checked"
        case .filed: "filed"
        case .refused: "returned"
        case .withdrawn: "withdrawn"
        case .annulled: "annulled"
        }
    }

    /// Every hour that every station reported.
    func turnoutTable() -> [UInt8] {
        var table = CommaTable([
            "station", "district", "hour_utc", "hour_local", "voted", "registered",
        ])
        for station in stations {
            let reports = (state.turnout[station.id] ?? [:]).values.sorted { $0.hour < $1.hour }
            for report in reports {
                table.add([
                    station.id.text, station.district.text, report.hour.text(),
                    report.hour.text(offsetMinutes: station.zoneMinutes), "\(report.voters)",
                    state.setting?.register[station.id].map { "\($0)" } ?? "",
                ])
            }
        }
        return table.bytes
    }

    /// Stations with both counts that differ, one row an option.
    func differencesTable(_ contest: Contest) -> [UInt8] {
        var table = CommaTable(["station", "option", "scanner", "hand", "difference"])
        guard let fitted = state.forms[contest.id] else { return table.bytes }
        let names = contest.options.map(\.id.text) + ["(not valid)"]
        let differing = BothCounts(state, contest, fitted).differing
        for line in differing.sorted(by: { $0.station.id < $1.station.id }) {
            for (name, pair) in zip(names, zip(line.scanner, line.hand)) where pair.0 != pair.1 {
                table.add([
                    line.station.id.text, name, "\(pair.0)", "\(pair.1)", "\(pair.0 - pair.1)",
                ])
            }
        }
        return table.bytes
    }

    /// The stations' keys, by which signed sheets are checked: station, then the key's text.
    func keysText() -> [UInt8] {
        let lines = state.stationKeys.sorted { $0.key < $1.key }.flatMap { station, keys in
            keys.map { "\(station) \($0.text)\n" }
        }
        return Array(lines.joined().utf8)
    }

    func form(_ contest: Contest) -> [UInt8]? {
        guard let form = state.forms[contest.id]?.form,
            let data = try? Documents.encode(form)
        else { return nil }
        return Array(data)
    }
}
