import Foundation
import Primitives

/// Which pages make up which sheet: from `sheets.csv`, or from the names of the files.
package struct PageList {
    package struct Entry: Equatable, Sendable {
        package let sheet: String
        package let frontPage: PageReference
        package let backPage: PageReference?
        package let batch: String?

        package init(
            sheet: String, frontPage: PageReference, backPage: PageReference?, batch: String?
        ) {
            self.sheet = sheet
            self.frontPage = frontPage
            self.backPage = backPage
            self.batch = batch
        }

        /// A sheet whose pages are files of their own.
        package init(sheet: String, front: String, back: String?, batch: String?) {
            self.init(
                sheet: sheet, frontPage: PageReference(file: front),
                backPage: back.map { PageReference(file: $0) }, batch: batch)
        }

        /// The file of the front.
        package var front: String { frontPage.file }
        /// The file of the back.
        package var back: String? { backPage?.file }
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
    private static let endings: Set<String> = ["jpg", "jpeg", "png", "tif", "tiff", "pdf", "pgm"]

    /// All pages under the paths given, in the order of their names' bytes, each once.
    package static func pages(under paths: [String]) throws -> [String] {
        var found: [String] = []
        for path in paths {
            var folder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &folder) else {
                throw FileProblem.missing(path)
            }
            guard folder.boolValue else {
                found.append(path)
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
                    found.append(base + "/" + name)
                }
            }
        }
        found.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var pages: [String] = []
        pages.reserveCapacity(found.count)
        for page in found where page != pages.last { pages.append(page) }
        return pages
    }

    /// Pairs files whose names differ only in `front` and `back`, or `p1` and `p2`, at the end;
    /// every other file is a sheet of one page.
    ///
    /// The pages of a file of several are the sheets in the order of the feeder: first and second
    /// page are front and back of the first sheet where papers have two sides, else each page is a
    /// sheet. A sheet of them is named by its first page, as `batch.pdf#3`.
    ///
    /// - Parameters:
    ///   - counts: how many pages a file has, by its path; one when it is not named.
    ///   - twoSided: the election's papers are printed on both sides.
    package init(pairing pages: [String], counts: [String: Int] = [:], twoSided: Bool = false) {
        var sheets: [(key: String, front: PageReference, back: PageReference?)] = []
        sheets.reserveCapacity(pages.count)
        var singles: [String: Int] = [:]
        for page in pages {
            let count = counts[page] ?? 1
            guard count == 1 else {
                for first in stride(from: 1, through: count, by: twoSided ? 2 : 1) {
                    let front = PageReference(file: page, page: first)
                    let back =
                        twoSided && first < count
                        ? PageReference(file: page, page: first + 1) : nil
                    sheets.append((front.path, front, back))
                }
                continue
            }
            let (stem, face) = PageList.stem(page)
            let reference = PageReference(file: page)
            if let place = singles[stem], PageList.joins(reference, face, &sheets[place]) {
                continue
            }
            singles[stem] = singles[stem] ?? sheets.count
            sheets.append((singles[stem] == sheets.count ? stem : page, reference, nil))
        }
        let names = PageList.sheetNames(sheets.map(\.key))
        entries = zip(sheets, names).map { sheet, name in
            Entry(sheet: name, frontPage: sheet.front, backPage: sheet.back, batch: nil)
        }
    }

    private enum Face { case front, back }

    /// Puts the second face of a sheet beside the first; false when that place is taken.
    private static func joins(
        _ page: PageReference, _ face: Face,
        _ sheet: inout (key: String, front: PageReference, back: PageReference?)
    ) -> Bool {
        let (_, first) = stem(sheet.front.file)
        guard sheet.back == nil, first != face else { return false }
        if face == .back {
            sheet.back = page
        } else {
            sheet.back = sheet.front
            sheet.front = page
        }
        return true
    }

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

    /// Reads `sheets.csv`: columns `sheet`, `front`, `back`, and `batch` where there is one. A page
    /// of a file of several is named as `batch.pdf#3`.
    ///
    /// - Parameter counts: how many pages a file has, by its path; one when it is not named.
    package init(csv data: Data, name: String, pages: [String], counts: [String: Int] = [:]) throws
    {
        let all = pages.flatMap { page in
            let count = counts[page] ?? 1
            return count == 1
                ? [PageReference(file: page)]
                : (1...count).map { PageReference(file: page, page: $0) }
        }
        let byName = Dictionary(grouping: all, by: \.name)
        var used: Set<PageReference> = []
        var seen: Set<String> = []
        for row in try PageTable(data, name: name).rows {
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
            if let whole = wanted.first(where: { byName[PageList.last($0) + "#1"] != nil }) {
                strays.append(
                    fault("\(whole) has several pages; name one of them, as \(whole)#1"))
                continue
            }
            let found = wanted.compactMap { page -> PageReference? in
                let matches = (byName[PageList.last(page)] ?? []).filter {
                    $0.path == page || $0.path.hasSuffix("/" + page)
                }
                return matches.count == 1 ? matches[0] : nil
            }
            guard !wanted.isEmpty, found.count == wanted.count else {
                strays.append(fault("its pages are not among the files given"))
                continue
            }
            used.formUnion(found)
            entries.append(
                Entry(
                    sheet: row.sheet, frontPage: found[0],
                    backPage: found.count > 1 ? found[1] : nil, batch: row.batch))
        }
        for page in all where !used.contains(page) {
            strays.append(
                Stray(
                    page: page.name, code: "reading.page-not-listed",
                    sentence: "The page is on no sheet of \(name).",
                    hint: "Add it to the table, or leave it out of the folder."))
        }
    }

    private static func last(_ path: String) -> String { (path as NSString).lastPathComponent }
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
