import Foundation
import Primitives

/// Reads a whole folder without following links out of it.
package enum FolderReader {
    package struct Contents: Sendable {
        /// Path inside the folder, with slashes, to bytes.
        package var files: [String: [UInt8]] = [:]
        /// What is no regular file, and what it is.
        package var irregular: [String: String] = [:]
    }

    /// - Parameters:
    ///   - fileLimit: largest file accepted, in bytes.
    ///   - totalLimit: largest folder accepted, in bytes.
    package static func read(
        _ path: String, fileLimit: Int = 1 << 28, totalLimit: Int = 1 << 31
    ) throws(FileProblem) -> Contents {
        var contents = Contents()
        var total = 0
        try walk(path, "", fileLimit, totalLimit, &total, &contents)
        return contents
    }

    private static func walk(
        _ root: String, _ inside: String, _ fileLimit: Int, _ totalLimit: Int, _ total: inout Int,
        _ contents: inout Contents
    ) throws(FileProblem) {
        let folder = inside.isEmpty ? root : root + "/" + inside
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            if inside.isEmpty { throw .missing(root) }
            throw .unreadable(folder, error.localizedDescription)
        }
        if names.isEmpty, !inside.isEmpty { contents.irregular[inside] = "an empty folder" }
        for name in names {
            let path = inside.isEmpty ? name : inside + "/" + name
            var status = stat()
            guard lstat(root + "/" + path, &status) == 0 else {
                contents.irregular[path] = "a name that cannot be opened"
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try walk(root, path, fileLimit, totalLimit, &total, &contents)
            case S_IFREG:
                guard status.st_size <= fileLimit else {
                    contents.irregular[path] = "a file of \(status.st_size) bytes, too large"
                    continue
                }
                total += Int(status.st_size)
                guard total <= totalLimit else { throw .tooLarge(root, bytes: total) }
                contents.files[path] = Array(
                    try Files.read(root + "/" + path, limit: fileLimit))
            case S_IFLNK: contents.irregular[path] = "a symbolic link"
            default: contents.irregular[path] = "a special file"
            }
        }
    }
}
