import Foundation
import Primitives

/// A JSON list that is written while it grows, byte for byte as `Documents.encode` writes the whole
/// list at once; so a list of any length takes the memory of one element.
package final class ListFile<Element: Encodable> {
    private let file: GrowingFile
    private let indent: String
    private let close: String
    package private(set) var count = 0

    /// A file that holds the list alone.
    package convenience init(_ path: String) throws {
        try self.init(path, before: "", after: "\n", depth: 0)
    }

    /// - Parameters:
    ///   - before: text up to the list's opening bracket.
    ///   - after: text from behind its closing bracket.
    ///   - depth: how deep the list lies in the document.
    init(_ path: String, before: String, after: String, depth: Int) throws {
        file = try GrowingFile(path)
        indent = String(repeating: "  ", count: depth + 1)
        close = String(repeating: "  ", count: depth) + "]" + after
        try file.write(before + "[\n")
    }

    package func append(_ element: Element) throws {
        var text = String(decoding: try Documents.encode(element), as: UTF8.self)
        text.removeLast()
        // No string holds a line feed: the encoder writes it as an escape.
        let shifted = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
        try file.write((count == 0 ? "" : ",\n") + shifted)
        count += 1
    }

    package func finish() throws {
        try file.write("\n" + close)
        try file.finish()
    }
}

/// A file that is written piece by piece.
private final class GrowingFile {
    private let path: String
    private let handle: FileHandle
    private var waiting = Data()

    init(_ path: String) throws {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw FileProblem.unwritable(path, "it cannot be made") }
        self.handle = handle
    }

    func write(_ text: String) throws {
        waiting.append(contentsOf: text.utf8)
        if waiting.count > 1 << 18 { try flush() }
    }

    func finish() throws {
        try flush()
        try? handle.close()
    }

    private func flush() throws {
        do {
            try handle.write(contentsOf: waiting)
        } catch {
            throw FileProblem.unwritable(path, "\(error.localizedDescription)")
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
