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
            return try CommittedPapers(folder: folder.path)
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
