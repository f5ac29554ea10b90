import Cryptography
import Foundation
import Ledger
import Publication
import Story
import Testing

@Suite("Whoever changes a finished record is found out")
struct TamperTests {
    /// One file of each kind, and one of each part of the log.
    static let victims: [String] = {
        var seen: Set<String> = []
        let kinds = entries().filter { seen.insert($0.kind.rawValue).inserted }.map(\.path)
        let log = StoryFixture.files.keys.filter { $0.hasPrefix("log/") }.sorted()
        return kinds + log
    }()

    static func entries() -> [LedgerEntry] {
        LogReading(RecordFiles(contents: StoryFixture.files, irregular: [:]), key: nil).entries
    }

    @Test("one byte in one file of each kind: the file is named", arguments: victims)
    func oneByte(path: String) throws {
        var files = StoryFixture.files
        let bytes = try #require(files[path])
        try #require(!bytes.isEmpty)
        for place in [0, bytes.count / 2, bytes.count - 1] {
            var changed = bytes
            changed[place] ^= 1
            files[path] = changed
            let broken = StoryFixture.verify(files).filter { !$0.holds }
            let named = broken.flatMap(\.faults).map(\.file)
            #expect(named.contains(path), "byte \(place): \(broken.map(\.number)) \(named)")
            // The right cause: bytes of an artifact, or the log's own tree and signature.
            let numbers = Set(broken.map(\.number))
            let expected: Set<Int> = path.hasPrefix("log/") ? [1, 3, 4] : [2]
            #expect(!numbers.isDisjoint(with: expected), "byte \(place): \(numbers)")
        }
    }

    @Test("a file missing, one too many, a link: each is named")
    func files() throws {
        var files = StoryFixture.files
        files["3-admit/turnout.json"] = nil
        #expect(faults(files, step: 1).map(\.file) == ["3-admit/turnout.json"])
        files = StoryFixture.files
        files["5-balance/extra.csv"] = [1]
        #expect(faults(files, step: 1).map(\.file) == ["5-balance/extra.csv"])
        let linked = RecordFiles(
            contents: StoryFixture.files, irregular: ["4-read/link": "a symbolic link"])
        #expect(LogReading(linked, key: nil).fileFaults(linked).map(\.file) == ["4-read/link"])
    }

    @Test("another key than the trusted one is refused")
    func otherKey() throws {
        let other = try #require(
            NoteKey(
                text:
                    "example.org/election/kg-2026+ba4995b4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
            ))
        let reading = LogReading(
            RecordFiles(contents: StoryFixture.files, irregular: [:]), key: other)
        #expect(!reading.signatureFaults.isEmpty)
    }

    private func faults(_ files: [String: [UInt8]], step: Int) -> [Fault] {
        StoryFixture.verify(files)[step - 1].faults
    }
}
