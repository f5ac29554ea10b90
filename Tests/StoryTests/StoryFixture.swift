import Ballots
import Formats
import Foundation
import Publication
import Story

/// The story played once for all tests, from the committed readings.
enum StoryFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/tervania-2031").standardizedFileURL

    static let committed: CommittedPapers = {
        do {
            let layouts = try Documents.decode(
                [BallotLayout].self,
                from: Files.read(folder.appending(path: "ballot-layouts.json").path),
                name: "ballot-layouts.json")
            let pdf = try Files.read(folder.appending(path: "ballots.pdf").path)
            let text = try Files.read(folder.appending(path: "readings.tsv").path)
            return CommittedPapers(
                text: String(decoding: text, as: UTF8.self),
                printed: PrintedPapers(layouts: layouts, pdf: Array(pdf)))
        } catch {
            preconditionFailure("the fixture cannot be read: \(error)")
        }
    }()

    static let files: [String: [UInt8]] = {
        do {
            return try Story(papers: committed).play()
        } catch {
            preconditionFailure("the story does not play: \(error)")
        }
    }()

    static func verify(_ files: [String: [UInt8]]) -> [VerificationResult] {
        RecordVerification.run(
            RecordReader.decode(RecordFiles(contents: files, irregular: [:])))
    }
}
