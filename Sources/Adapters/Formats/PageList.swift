import Foundation
import Primitives

/// Which pages make up which sheet: from `sheets.csv`, or from the names of the files.
package struct PageList {
    package struct Entry: Equatable, Sendable {
        package let sheet: String
        package let front: String
        package let back: String?
        package let batch: String?

        package init(sheet: String, front: String, back: String?, batch: String?) {
            self.sheet = sheet
            self.front = front
            self.back = back
            self.batch = batch
        }
    }

    /// A page or row that could not be placed.
    package struct Stray: Equatable, Sendable {
        package let page: String
        package let code: String
        package let sentence: String
        package let hint: String
    }

    package var entries: [Entry] = []
    package var strays: [Stray] = []

    /// Files of a folder that are taken for pages, by the end of their names.
    private static let endings: Set<String> = ["jpg", "jpeg", "png", "tif", "tiff", "pdf"]

    /// All pages under the paths given, in the order of their names' bytes, each once.
    package static func pages(under paths: [String]) throws -> [String] {
        var found: Set<String> = []
        for path in paths {
            var folder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &folder) else {
                throw FileProblem.missing(path)
            }
            guard folder.boolValue else {
                found.insert(path)
                continue
            }
            let base = path.hasSuffix("/") ? String(path.dropLast()) : path
            guard let inside = FileManager.default.enumerator(atPath: base) else {
                throw FileProblem.unreadable(path, "it cannot be listed")
            }
            for case let name as String in inside {
                let last = (name as NSString).lastPathComponent
                let ending = (last as NSString).pathExtension.lowercased()
                if endings.contains(ending), !last.hasPrefix(".") {
                    found.insert(base + "/" + name)
                }
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Pairs files whose names differ only in `front` and `back`, or `p1` and `p2`, at the end;
    /// every other file is a sheet of one page.
    package init(pairing pages: [String]) {
        var fronts: [String: String] = [:]
        var backs: [String: String] = [:]
        var order: [String] = []
        for page in pages {
            let (stem, face) = PageList.stem(page)
            let taken = face == .back ? backs[stem] : fronts[stem]
            let key = taken == nil ? stem : page
            if fronts[key] == nil, backs[key] == nil { order.append(key) }
            if face == .back, taken == nil { backs[key] = page } else { fronts[key] = page }
        }
        let names = PageList.sheetNames(order)
        for (key, name) in zip(order, names) {
            let pages = [fronts[key], backs[key]].compactMap { $0 }
            entries.append(
                Entry(
                    sheet: name, front: pages[0], back: pages.count > 1 ? pages[1] : nil,
                    batch: nil))
        }
    }

    private enum Face { case front, back }

    private static func stem(_ page: String) -> (String, Face) {
        let whole = (page as NSString).deletingPathExtension
        for (word, face) in [
            ("front", Face.front), ("back", .back), ("p1", .front), ("p2", .back),
        ] where whole.lowercased().hasSuffix(word) {
            let rest = whole.dropLast(word.count)
            guard let mark = rest.last, "-_. ".contains(mark) else { continue }
            return (String(rest.dropLast()), face)
        }
        return (whole, .front)
    }

    /// The file's own name as an identifier; with its folder where two would be the same.
    private static func sheetNames(_ keys: [String]) -> [String] {
        let short = keys.map { name(($0 as NSString).lastPathComponent) }
        let count = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(keys, short).map { key, name in
            count[name] == 1 ? name : PageList.name(key)
        }
    }

    private static func name(_ text: String) -> String {
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            (0x21...0x7E).contains(byte) ? [byte] : Array("%\(String(byte, radix: 16))".utf8)
        }
        // The end tells files apart better than the folders they share.
        return String(decoding: bytes.suffix(128), as: UTF8.self)
    }

    /// Reads `sheets.csv`: columns `sheet`, `front`, `back`, and `batch` where there is one.
    package init(csv data: Data, name: String, pages: [String]) throws {
        var byName: [String: [String]] = [:]
        for page in pages { byName[(page as NSString).lastPathComponent, default: []].append(page) }
        var used: Set<String> = []
        var seen: Set<String> = []
        let table = try PageTable(data, name: name)
        for row in table.rows {
            let fault: (String) -> Stray = { what in
                Stray(
                    page: row.front.isEmpty ? row.back : row.front, code: "reading.sheet-row",
                    sentence: "\(name), line \(row.line): \(what).",
                    hint: "Correct the row; the other sheets were read.")
            }
            guard Identifier<Entry>(row.sheet) != nil else {
                strays.append(fault("“\(row.sheet)” is no name of a sheet"))
                continue
            }
            guard seen.insert(row.sheet).inserted else {
                strays.append(fault("the sheet \(row.sheet) is named twice"))
                continue
            }
            let wanted = [row.front, row.back].filter { !$0.isEmpty }
            let found = wanted.compactMap { page -> String? in
                let last = (page as NSString).lastPathComponent
                let matches = (byName[last] ?? []).filter { $0 == page || $0.hasSuffix("/" + page) }
                return matches.count == 1 ? matches[0] : nil
            }
            guard !wanted.isEmpty, found.count == wanted.count else {
                strays.append(fault("its pages are not among the files given"))
                continue
            }
            used.formUnion(found)
            entries.append(
                Entry(
                    sheet: row.sheet, front: found[0], back: found.count > 1 ? found[1] : nil,
                    batch: row.batch))
        }
        for page in pages where !used.contains(page) {
            strays.append(
                Stray(
                    page: (page as NSString).lastPathComponent, code: "reading.page-not-listed",
                    sentence: "The page is on no sheet of \(name).",
                    hint: "Add it to the table, or leave it out of the folder."))
        }
    }
}

/// The rows of `sheets.csv`. Names of files need no quotes; quotes round a field are taken off.
private struct PageTable {
    struct Row {
        let line: Int
        let sheet: String
        let front: String
        let back: String
        let batch: String?
    }

    var rows: [Row] = []

    init(_ data: Data, name: String) throws {
        guard let text = String(validating: data, as: UTF8.self) else {
            throw DocumentProblem(file: name, place: "", what: "it is not UTF-8 text")
        }
        let lines = text.replacing("\u{FEFF}", with: "")
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        let header = PageTable.fields(lines.first ?? "")
        func column(_ title: String) -> Int? { header.firstIndex(of: title) }
        guard let sheet = column("sheet"), let front = column("front") else {
            let missing = column("sheet") == nil ? "sheet" : "front"
            throw DocumentProblem(
                file: name, place: "line 1", what: "the column \(missing) is missing")
        }
        let back = column("back")
        let batch = column("batch")
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let fields = PageTable.fields(line)
            func field(_ at: Int?) -> String {
                at.flatMap { $0 < fields.count ? fields[$0] : nil } ?? ""
            }
            let named = field(batch)
            rows.append(
                Row(
                    line: index + 1, sheet: field(sheet), front: field(front), back: field(back),
                    batch: named.isEmpty ? nil : named))
        }
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields: [String] = []
        var field = ""
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        fields.append(field)
        return fields
    }
}
