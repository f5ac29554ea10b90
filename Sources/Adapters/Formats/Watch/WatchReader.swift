import Assemblies
import Foundation
import Missions
import Primitives

/// A file about an assembly as it was read: the record, and what the file has that we cannot carry.
package struct WatchReading: Codable, Sendable {
    package enum Form: String, Codable, Sendable { case ours, popolo }

    package let file: String
    package let form: Form
    package let record: WatchRecord
    /// One line for each kind of field or row that was left behind; empty when nothing was.
    package let leftBehind: [String]
}

/// Reads what the chapter watch accepts: our JSON (a record, or a snapshot alone) and Popolo 1.0.1.
package enum WatchReader {
    package static let limit = 1 << 26

    package static func read(_ path: String) throws -> WatchReading {
        try read(Files.read(path, limit: limit), name: path)
    }

    package static func read(_ data: Data, name: String) throws -> WatchReading {
        guard let top = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw DocumentProblem(file: name, place: "", what: "it is not one JSON object")
        }
        let reading: WatchReading
        if top["assembly"] != nil && top["asOf"] == nil {
            reading = WatchReading(
                file: name, form: .ours,
                record: try Documents.decode(WatchRecord.self, from: data, name: name),
                leftBehind: [])
        } else if top["asOf"] != nil {
            let snapshot = try Documents.decode(AssemblySnapshot.self, from: data, name: name)
            reading = WatchReading(
                file: name, form: .ours, record: WatchRecord(assembly: snapshot), leftBehind: [])
        } else if Popolo.classes.contains(where: { top[$0] != nil }) {
            reading = try Popolo.read(top, name: name)
        } else {
            throw DocumentProblem(
                file: name, place: "",
                what:
                    "it is neither our record of an assembly nor Popolo (organizations, persons, memberships, posts)"
            )
        }
        if let flaw = reading.record.flaws().first { throw WatchProblem(file: name, flaw: flaw) }
        return reading
    }
}

/// A flaw of a snapshot, with the file it is in.
package struct WatchProblem: Problem {
    package let file: String
    package let flaw: SnapshotFlaw

    package var code: String { flaw.code }
    package var summary: String { "\(file): \(flaw.summary)" }
    package var remedy: String { flaw.remedy }
}

/// The snapshots that come with the program: the folder `csto-pa-2021`, beside an installed program
/// in `share/dobush`, or in `Fixtures` of the clone in which the program was built.
package enum BuiltInSnapshots {
    package static let folder = "csto-pa-2021"

    /// - Parameter program: the path of the running program; links are followed.
    package static func files(near program: String) throws -> [String] {
        var place = URL(fileURLWithPath: program).resolvingSymlinksInPath()
            .deletingLastPathComponent()
        for _ in 0..<7 {
            for shelf in ["Fixtures", "share/dobush"] {
                let candidate = place.appendingPathComponent("\(shelf)/\(folder)").path
                let names = (try? FileManager.default.contentsOfDirectory(atPath: candidate)) ?? []
                let files = names.filter { $0.hasSuffix(".json") }.sorted()
                if !files.isEmpty { return files.map { "\(candidate)/\($0)" } }
            }
            place.deleteLastPathComponent()
        }
        throw PlainProblem(
            code: "watch.no-built-in-snapshots",
            summary:
                "The folder \(folder) was found neither in Fixtures nor in share/dobush near \(program).",
            remedy: "Name the files to show, or install the folder as share/dobush/\(folder).")
    }
}
