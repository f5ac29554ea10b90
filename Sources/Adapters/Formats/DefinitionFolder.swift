import Ballots
import Cryptography
import Elections
import Foundation
import Primitives

/// A folder with an election definition: `definition.json`; `ballot-layouts.json` where papers are
/// printed or read by machine; `ballot-style.json` where they look otherwise than usual.
package struct DefinitionFolder: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    package func definition() throws -> ElectionDefinition {
        let name = path + "/definition.json"
        return try Documents.decode(
            ElectionDefinition.self, from: Files.read(name, limit: 1 << 26), name: name)
    }

    package func layouts() throws -> [BallotLayout] {
        let name = path + "/ballot-layouts.json"
        return try Documents.decode(
            [BallotLayout].self, from: Files.read(name, limit: 1 << 26), name: name)
    }

    /// How a report names a file that it was made from.
    package static func source(_ name: String, digest: String) -> String {
        "\(name) sha256 \(digest)"
    }

    /// Name and SHA-256 of each file that readings are made from.
    package func digests() throws -> [String] {
        try ["definition.json", "ballot-layouts.json"].map { name in
            let bytes = [UInt8](try Files.read(path + "/" + name, limit: 1 << 26))
            return Self.source(name, digest: Digest.of(bytes).hex)
        }
    }

    /// How papers look; the usual style where the folder states none.
    package func style() throws -> BallotStyle {
        let name = path + "/ballot-style.json"
        guard FileManager.default.fileExists(atPath: name) else { return BallotStyle() }
        let style = try Documents.decode(
            BallotStyle.self, from: Files.read(name, limit: 1 << 16), name: name)
        if let flaw = style.flaw { throw flaw }
        return style
    }

    /// Writes both files into an existing folder.
    package static func write(
        _ definition: ElectionDefinition, layouts: [BallotLayout], into path: String
    ) throws {
        try Files.write(Documents.encode(definition), to: path + "/definition.json")
        try Files.write(Documents.encode(layouts), to: path + "/ballot-layouts.json")
    }
}
