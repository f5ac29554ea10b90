import Cryptography
import Formats
import Foundation
import Ledger

/// The files of an export as a stranger finds them: digests of all, bytes of the documents.
struct ExportFiles {
    /// Path inside the export, to its length and digest; the log's own files are not among them.
    private(set) var digests: [String: (bytes: Int, digest: Digest)] = [:]
    /// Bytes of what is no picture.
    private(set) var documents: [String: [UInt8]] = [:]
    /// The log's files, by their path inside it.
    private(set) var log: [String: [UInt8]] = [:]
    /// What should not be there, in a sentence each.
    private(set) var strange: [String] = []

    private static let largest = 1 << 30

    init(_ folder: String) throws {
        guard FileManager.default.fileExists(atPath: folder) else {
            throw FileProblem.missing(folder)
        }
        try walk(folder, "")
    }

    private mutating func walk(_ root: String, _ inside: String) throws {
        let place = inside.isEmpty ? root : root + "/" + inside
        for name in try FileManager.default.contentsOfDirectory(atPath: place).sorted() {
            let path = inside.isEmpty ? name : inside + "/" + name
            // What file systems put on a stick by themselves.
            if inside.isEmpty, name == "lost+found" || name.hasPrefix(".") { continue }
            var status = stat()
            guard lstat(root + "/" + path, &status) == 0 else {
                strange.append("\(path) cannot be looked at")
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try walk(root, path)
            case S_IFREG where name == ".part":
                strange.append("\(path) is the rest of a write that was cut off")
            case S_IFREG: try add(path, Array(Files.read(root + "/" + path, limit: Self.largest)))
            default: strange.append("\(path) is no regular file")
            }
        }
    }

    private mutating func add(_ path: String, _ bytes: [UInt8]) throws {
        if path.hasPrefix("log/") {
            log[String(path.dropFirst(4))] = bytes
            return
        }
        digests[path] = (bytes.count, Digest.of(bytes))
        if Self.kind(path) != .pageImage { documents[path] = bytes }
    }

    /// What the log calls a file, by its place.
    static func kind(_ path: String) -> EvidenceKind {
        switch path {
        case "definition/definition.json": return .definition
        case "definition/ballot-layouts.json": return .ballotLayout
        case "cast-vote-records.json": return .castVoteRecords
        default: break
        }
        guard path.hasSuffix(".json") || path.hasSuffix(".csv") else { return .pageImage }
        return path.hasPrefix("records/") || path.hasPrefix("held/")
            ? .castVoteRecords : .readingReport
    }

    /// The entries that the files give, in the order of their paths.
    var entries: [LedgerEntry] {
        digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
            digests[path].map { found in
                LedgerEntry(
                    kind: Self.kind(path), path: path, bytes: found.bytes, digest: found.digest,
                    parents: [])
            }
        }
    }

    func text(_ path: String) -> String? {
        documents[path].flatMap { String(validating: $0, as: UTF8.self) }
    }

    func decoded<Value: Decodable>(_ type: Value.Type, _ path: String) -> Value? {
        documents[path].flatMap { try? Documents.decode(type, from: Data($0), name: path) }
    }
}
