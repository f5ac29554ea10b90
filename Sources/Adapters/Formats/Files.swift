import Foundation
import Primitives

/// Reading and writing files so that nothing outside is trusted and nothing is left half-written.
package enum Files {
    /// The whole file, unless it is missing, a folder, or larger than `limit` bytes.
    package static func read(_ path: String, limit: Int = 1 << 30) throws(FileProblem) -> Data {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .missing(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
        guard status.st_size <= limit else { throw .tooLarge(path, bytes: Int(status.st_size)) }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(path, "\(error.localizedDescription)")
        }
    }

    /// Writes beside the place and renames, so that the file appears whole or not at all.
    package static func write(_ data: Data, to path: String) throws(FileProblem) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            if !folder.isEmpty {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
            }
            let part = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
            do {
                try data.write(to: URL(fileURLWithPath: part))
                guard rename(part, path) == 0 else { throw FileProblem.unwritable(path, "rename") }
            } catch {
                try? FileManager.default.removeItem(atPath: part)
                throw error
            }
        } catch {
            throw .unwritable(path, error.localizedDescription)
        }
    }

    /// Makes an output folder appear whole: `fill` writes into a folder beside it, which then takes
    /// its name. A folder of that name that is not empty is refused.
    package static func publishFolder(
        _ path: String, fill: (String) throws -> Void
    ) throws {
        let clean = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let manager = FileManager.default
        if let inside = try? manager.contentsOfDirectory(atPath: clean), !inside.isEmpty {
            throw FileProblem.outputNotEmpty(clean)
        }
        let part = clean + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        try? manager.removeItem(atPath: part)
        do {
            try manager.createDirectory(atPath: part, withIntermediateDirectories: true)
        } catch {
            throw FileProblem.unwritable(clean, error.localizedDescription)
        }
        do {
            try fill(part)
            try? manager.removeItem(atPath: clean)
            guard rename(part, clean) == 0 else { throw FileProblem.unwritable(clean, "rename") }
        } catch {
            try? manager.removeItem(atPath: part)
            throw error
        }
    }
}

/// A file or folder that cannot be used.
package enum FileProblem: Problem, Equatable {
    case missing(String)
    case notAFile(String)
    case tooLarge(String, bytes: Int)
    case unreadable(String, String)
    case unwritable(String, String)
    case outputNotEmpty(String)

    package var code: String {
        switch self {
        case .missing: "files.missing"
        case .notAFile: "files.not-a-file"
        case .tooLarge: "files.too-large"
        case .unreadable: "files.unreadable"
        case .unwritable: "files.unwritable"
        case .outputNotEmpty: "files.output-not-empty"
        }
    }

    package var summary: String {
        switch self {
        case .missing(let path): "\(path) does not exist."
        case .notAFile(let path): "\(path) is not a regular file."
        case .tooLarge(let path, let bytes): "\(path) has \(bytes) bytes, more than is accepted."
        case .unreadable(let path, let why): "\(path) cannot be read: \(why)."
        case .unwritable(let path, let why): "\(path) cannot be written: \(why)."
        case .outputNotEmpty(let path): "\(path) is there already and not empty."
        }
    }

    package var remedy: String {
        switch self {
        case .missing, .notAFile: "Check the path."
        case .tooLarge: "Check that this is the file you mean."
        case .unreadable, .unwritable: "Check the permissions and the space left on the disk."
        case .outputNotEmpty: "Name a new folder, or remove this one yourself."
        }
    }
}
