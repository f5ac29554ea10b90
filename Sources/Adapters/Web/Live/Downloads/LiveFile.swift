import Cryptography
import Elections
import Filing
import Primitives
import Synchronization

/// Names of the files that the public may take home, below the site's root.
enum LiveFile {
    static let folder = "data/live/"
    static let turnout = folder + "turnout.csv"
    static let versions = folder + "versions.csv"
    static let keys = folder + "keys.txt"
    /// Acts in one file of the log; a full file never changes again.
    static let actsInPart = 5000

    static func results(_ contest: Contest.ID, _ ending: String) -> String {
        folder + "results-\(Address.segment(contest.text)).\(ending)"
    }

    static func sheets(_ contest: Contest.ID, _ series: Series) -> String {
        folder + "sheets-\(Address.segment(contest.text))-\(series.rawValue).csv"
    }

    static func form(_ contest: Contest.ID) -> String {
        folder + "form-\(Address.segment(contest.text)).json"
    }

    static func report(_ contest: Contest.ID) -> String {
        folder + "err-\(Address.segment(contest.text)).json"
    }

    static func differences(_ contest: Contest.ID) -> String {
        folder + "differences-\(Address.segment(contest.text)).csv"
    }

    /// - Parameter part: from 1.
    static func log(_ part: Int) -> String { folder + "log-\(part.padded(5)).jsonl" }

    /// Parts of a log of so many acts.
    static func logParts(_ acts: Int) -> ClosedRange<Int> {
        1...max(1, (acts - 1) / actsInPart + 1)
    }

    static func text(_ sheet: Digest) -> String { folder + "sheets/\(sheet.hex).txt" }
    static func note(_ sheet: Digest) -> String { folder + "sheets/\(sheet.hex).note" }

    static func picture(_ image: Digest, _ type: String) -> String {
        folder + "files/\(image.hex).\(LiveFiles.ending(type))"
    }

    static func type(of path: String) -> String {
        switch path.split(separator: ".").last {
        case "csv": "text/csv; charset=utf-8"
        case "json": "application/json"
        case "jsonl": "application/jsonl"
        default: "text/plain; charset=utf-8"
        }
    }
}

/// Files already made of one state.
final class LiveShelf: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])

    func bytes(_ path: String, _ make: () -> [UInt8]?) -> [UInt8]? {
        if let kept = files.withLock({ $0[path] }) { return kept }
        // Made outside the lock: two readers at once do the work twice, and nobody waits.
        guard let made = make() else { return nil }
        files.withLock { $0[path] = made }
        return made
    }
}

extension LiveSite {
    /// The files of one contest, in the order of who wants them.
    func downloads(of contest: Contest) -> [String] {
        [LiveFile.results(contest.id, "csv"), LiveFile.results(contest.id, "json")]
            + Series.allCases.reversed().map { LiveFile.sheets(contest.id, $0) }
            + [
                LiveFile.differences(contest.id), LiveFile.report(contest.id),
                LiveFile.form(contest.id),
            ]
    }

    /// Tables and documents: everything but single sheets, pictures and the log.
    var tablePaths: [String] {
        guard state.setting != nil else { return [] }
        return contests.flatMap(downloads) + [LiveFile.turnout, LiveFile.versions, LiveFile.keys]
    }

    /// Every file below `data/live/`, in a fixed order.
    package var dataPaths: [String] {
        guard state.setting != nil else { return [] }
        return tablePaths + LiveFile.logParts(model.log.count).map { LiveFile.log($0) }
            + singlePaths
    }

    /// Texts of sheets, and for a folder of files the pictures.
    private var singlePaths: [String] {
        var paths: [String] = []
        var pictures: Set<Digest> = []
        for key in stations.flatMap({ sheetKeys($0.id) }) {
            for version in state.file(key).versions where version.isPublic {
                paths.append(LiveFile.text(version.id))
                if version.note != nil { paths.append(LiveFile.note(version.id)) }
                guard model.isStatic, let image = version.statement.image,
                    pictures.insert(image).inserted, let type = model.files.type(image)
                else { continue }
                paths.append(LiveFile.picture(image, type))
            }
        }
        return paths
    }

    /// A download, made when it is asked for; nil when there is none of the name.
    package func data(_ path: String) -> (type: String, bytes: [UInt8])? {
        guard path.hasPrefix(LiveFile.folder), state.setting != nil else { return nil }
        let name = path.dropFirst(LiveFile.folder.count)
        let bytes: [UInt8]?
        if name.hasPrefix("files/") { return picture(String(name.dropFirst(6))) }
        if name.hasPrefix("sheets/") {
            bytes = single(String(name.dropFirst(7)))
        } else if name.hasPrefix("log-") {
            bytes = logPart(path)
        } else {
            bytes = shelf.bytes(path) { table(path) }
        }
        return bytes.map { (LiveFile.type(of: path), $0) }
    }

    private func single(_ name: String) -> [UInt8]? {
        guard let digest = Digest(hex: String(name.prefix(64))), let key = state.keys[digest],
            let version = state.file(key).version(digest), version.isPublic
        else { return nil }
        switch name.dropFirst(64) {
        case ".txt": return Array(version.statement.text.utf8)
        case ".note": return version.note.map { Array($0.utf8) }
        default: return nil
        }
    }

    /// A scan that a public sheet speaks of; others are not handed out.
    private func picture(_ name: String) -> (type: String, bytes: [UInt8])? {
        guard model.isStatic, let digest = Digest(hex: String(name.prefix(64))),
            let type = model.files.type(digest),
            name == "\(digest.hex).\(LiveFiles.ending(type))"
        else { return nil }
        return model.files.bytes(digest).map { (type, $0) }
    }

    private func logPart(_ path: String) -> [UInt8]? {
        let digits = path.dropFirst((LiveFile.folder + "log-").count).prefix { $0 != "." }
        guard let part = Int(digits), LiveFile.log(part) == path,
            LiveFile.logParts(model.log.count).contains(part)
        else { return nil }
        return LogLines(state).bytes(model.log, part: part)
    }

    private func table(_ path: String) -> [UInt8]? {
        switch path {
        case LiveFile.turnout: return turnoutTable()
        case LiveFile.versions: return versionsTable()
        case LiveFile.keys: return keysText()
        default: break
        }
        for contest in contests {
            switch path {
            case LiveFile.results(contest.id, "csv"): return resultsTable(contest)
            case LiveFile.results(contest.id, "json"): return resultsDocument(contest)
            case LiveFile.differences(contest.id): return differencesTable(contest)
            case LiveFile.report(contest.id): return report(contest)
            case LiveFile.form(contest.id): return form(contest)
            default: break
            }
            for series in Series.allCases where path == LiveFile.sheets(contest.id, series) {
                return sheetTable(contest, series)
            }
        }
        return nil
    }

    /// Files with their sizes, so that nobody on a telephone opens four megabytes by mistake.
    func downloadList(_ paths: [String], _ view: View) -> HTML {
        tag("ul", .css("downloads")) {
            for path in paths {
                tag("li") {
                    tag("a", .href(view.address(shared: path)), Attribute("download", "")) {
                        path.split(separator: "/").last.map(String.init) ?? path
                    }
                    " "
                    tag("span", .css("small soft")) { size(path, view) }
                }
            }
        }
    }
}
