import Foundation

/// The package's own files, such as fixtures.
package enum PackageFiles {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    /// A path below the package's root.
    package static func path(_ below: String) -> String { root.appending(path: below).path }
}
