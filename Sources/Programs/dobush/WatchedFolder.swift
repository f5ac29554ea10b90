import Formats
import Foundation
import Primitives

/// A folder that a scanner fills. A file is taken once it has not changed for a while; what was
/// taken goes into `done` or `refused` inside it, never before it is kept.
final class WatchedFolder {
    struct Sheet {
        /// Paths of one or two pages, the front first.
        let pages: [String]
    }

    private struct Look: Equatable {
        let bytes: Int
        let changed: Int
        let nanoseconds: Int
    }

    let path: String
    /// Whether papers have two sides, so that a lone front waits for its back.
    private let twoSided: Bool
    private var looks: [String: (look: Look, since: ContinuousClock.Instant)] = [:]
    private var first: [String: ContinuousClock.Instant] = [:]
    private var strange: Set<String> = []
    private var left: Set<String> = []

    /// A scanner that still writes changes its file more often than this.
    private static let settling = Duration.milliseconds(700)
    /// How long a front waits for its back.
    private static let patience = Duration.seconds(10)
    private static let endings: Set<String> = ["jpg", "jpeg", "png", "tif", "tiff", "pdf"]

    init(_ path: String, twoSided: Bool) throws {
        var clean = path
        while clean.count > 1, clean.hasSuffix("/") { clean.removeLast() }
        var folder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: clean, isDirectory: &folder) else {
            throw FileProblem.missing(clean)
        }
        guard folder.boolValue else { throw FileProblem.notAFolder(clean) }
        self.path = clean
        self.twoSided = twoSided
    }

    /// Sheets that are ready, in the order of their names, and whether anything else is on its way.
    func look() throws -> (ready: [Sheet], more: Bool) {
        let now = ContinuousClock.now
        var (settled, more) = try pages(now)
        settled.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let ready = PageList(pairing: settled).entries.compactMap { entry -> Sheet? in
            let pages = [entry.front] + (entry.back.map { [$0] } ?? [])
            if twoSided, pages.count == 1 {
                let since = first[entry.front] ?? now
                first[entry.front] = since
                if now - since < Self.patience {
                    more = true
                    return nil
                }
            }
            return Sheet(pages: pages)
        }
        return (ready, more)
    }

    /// Pages that nobody writes any more, and whether there are others.
    private func pages(
        _ now: ContinuousClock.Instant
    ) throws -> (settled: [String], more: Bool) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw FileProblem.unreadable(path, "it cannot be listed")
        }
        var settled: [String] = []
        var seen: Set<String> = []
        for name in names where !name.hasPrefix(".") {
            let file = path + "/" + name
            guard !left.contains(file), let look = Self.look(file) else { continue }
            guard Self.endings.contains((name as NSString).pathExtension.lowercased()) else {
                if strange.insert(name).inserted {
                    Talk.say("\(name) is no picture by its name and stays where it is.")
                }
                continue
            }
            seen.insert(file)
            if let known = looks[file], known.look == look {
                if now - known.since >= Self.settling { settled.append(file) }
            } else {
                looks[file] = (look, now)
            }
        }
        for file in looks.keys where !seen.contains(file) { looks[file] = nil }
        return (settled, settled.count < seen.count)
    }

    private static func look(_ file: String) -> Look? {
        var status = stat()
        guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Look(
            bytes: Int(status.st_size), changed: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }

    /// Looks at a sheet no more.
    func leave(_ sheet: Sheet) { left.formUnion(sheet.pages) }

    /// Moves a sheet out of the way, or removes it; a name that is taken gets a number.
    func put(_ sheet: Sheet, into place: String, discard: Bool) throws {
        for page in sheet.pages {
            looks[page] = nil
            first[page] = nil
            if discard {
                guard unlink(page) == 0 || errno == ENOENT else { throw problem(page) }
                continue
            }
            let folder = path + "/" + place
            mkdir(folder, 0o700)
            let name = (page as NSString).lastPathComponent
            var target = folder + "/" + name
            var number = 2
            while access(target, F_OK) == 0 {
                target = folder + "/\(number)-" + name
                number += 1
            }
            guard rename(page, target) == 0 || errno == ENOENT else { throw problem(page) }
        }
    }

    private func problem(_ page: String) -> FileProblem {
        .unwritable(page, String(cString: strerror(errno)))
    }
}
