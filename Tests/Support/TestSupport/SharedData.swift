import Foundation

/// The folder of real data that lies beside the package and is not part of it.
package enum SharedData {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared").standardizedFileURL

    package static let isPresent = FileManager.default.fileExists(
        atPath: root.appending(path: "data").path)

    package static func path(_ name: String) -> String { root.appending(path: name).path }
}

/// A folder for one test, removed with ``remove()``.
package struct TemporaryFolder {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "dobush-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    package func remove() { try? FileManager.default.removeItem(atPath: path) }

    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }
}
