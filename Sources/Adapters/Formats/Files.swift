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
    ///
    /// An existing file of that name is replaced; anything else of that name (a folder, a device, a
    /// link) is refused.
    package static func write(_ data: Data, to path: String) throws(FileProblem) {
        guard !path.isEmpty, !path.hasSuffix("/"), !path.utf8.contains(0) else {
            throw .unwritable(path, "it does not name a file")
        }
        if let kind = kind(path), kind != S_IFREG {
            throw .unwritable(path, "something that is no regular file is there")
        }
        let part = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try makeFolder((path as NSString).deletingLastPathComponent)
            try data.write(to: URL(fileURLWithPath: part))
        } catch let problem as FileProblem {
            throw problem
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw .unwritable(path, "\(error.localizedDescription)")
        }
        guard rename(part, path) == 0 else {
            let why = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: part)
            throw .unwritable(path, why)
        }
    }

    /// The kind of what is there, links not followed; nil when nothing is.
    private static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private static func makeFolder(_ path: String) throws(FileProblem) {
        guard !path.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path, "the folder cannot be made")
        }
    }

    /// True when both names lead to one file, so that an output would destroy an input.
    package static func areSame(_ one: String, _ other: String) -> Bool {
        var first = stat()
        var second = stat()
        return stat(one, &first) == 0 && stat(other, &second) == 0
            && first.st_ino == second.st_ino && first.st_dev == second.st_dev
    }

    /// Makes an output folder appear whole: `fill` writes into a folder beside it, which then takes
    /// its name. A folder of that name that is not empty is refused.
    package static func publishFolder(
        _ path: String, fill: (String) throws -> Void
    ) throws {
        var clean = path
        while clean.count > 1, clean.hasSuffix("/") { clean.removeLast() }
        try checkOutputFolder(clean)
        let part = clean + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.removeItem(atPath: part)
        try makeFolder(part)
        do {
            try fill(part)
            rmdir(clean)
            guard rename(part, clean) == 0 else {
                throw FileProblem.unwritable(clean, String(cString: strerror(errno)))
            }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    /// Refuses a place for a folder where anything but an empty folder is.
    package static func checkOutputFolder(_ path: String) throws(FileProblem) {
        guard !path.isEmpty, path != "/", !path.utf8.contains(0) else {
            throw .unwritable(path, "it does not name a new folder")
        }
        guard let kind = kind(path) else { return }
        guard kind == S_IFDIR,
            (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true
        else { throw .outputNotEmpty(path) }
    }
}

/// A file or folder that cannot be used.
package enum FileProblem: Problem, Equatable {
    case missing(String)
    case notAFile(String)
    case notAFolder(String)
    case tooLarge(String, bytes: Int)
    case unreadable(String, String)
    case unwritable(String, String)
    case outputNotEmpty(String)

    package var code: String {
        switch self {
        case .missing: "files.missing"
        case .notAFile: "files.not-a-file"
        case .notAFolder: "files.not-a-folder"
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
        case .notAFolder(let path): "\(path) is not a folder."
        case .tooLarge(let path, let bytes): "\(path) has \(bytes) bytes, more than is accepted."
        case .unreadable(let path, let why): "\(path) cannot be read: \(why)."
        case .unwritable(let path, let why): "\(path) cannot be written: \(why)."
        case .outputNotEmpty(let path): "\(path) is there already and is not an empty folder."
        }
    }

    package var remedy: String {
        switch self {
        case .missing, .notAFile, .notAFolder: "Check the path."
        case .tooLarge: "Check that this is the file you mean."
        case .unreadable, .unwritable: "Check the permissions and the space left on the disk."
        case .outputNotEmpty: "Name a new folder, or remove this one yourself."
        }
    }
}
