import Foundation

/// The source tree as text.
struct SourceFile: Sendable {
    let path: String
    let text: String
    let imports: Set<String>
}

enum Tree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL
    static let sources = root.appending(path: "Sources")

    /// Every Swift file under Sources.
    static let all: [SourceFile] = load()

    static func files(in room: String) -> [SourceFile] {
        all.filter { $0.path.contains("/Sources/\(room)/") }
    }

    /// `Domain/Elections` and its neighbours.
    static func rooms(in floor: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: sources.appending(path: floor).path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.map { "\(floor)/\($0)" }
    }

    private static func load() -> [SourceFile] {
        let walker = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var found: [SourceFile] = []
        while let url = walker?.nextObject() as? URL {
            guard url.pathExtension == "swift",
                let text = try? String(contentsOf: url, encoding: .utf8)
            else { continue }
            found.append(SourceFile(path: url.path, text: text, imports: imports(text)))
        }
        return found.sorted { $0.path < $1.path }
    }

    private static func imports(_ text: String) -> Set<String> {
        var names: Set<String> = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"), at <= 2, words.count > at + 1,
                words[..<at].allSatisfy({ $0 == "package" || $0 == "public" || $0.hasPrefix("@") })
            else { continue }
            names.insert(String(words[at + 1].split(separator: ".")[0]))
        }
        return names
    }
}
