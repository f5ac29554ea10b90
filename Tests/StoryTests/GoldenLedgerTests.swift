import Elections
import Formats
import Foundation
import Ledger
import Publication
import Story
import Testing

@Suite("Tervania is told from definition to publication")
struct GoldenLedgerTests {
    @Test("every step of the verification holds")
    func holds() {
        let results = StoryFixture.verify(StoryFixture.files)
        #expect(results.count == 18)
        for result in results { #expect(result.faults == [], "\(result.number) \(result.title)") }
    }

    @Test("the ledger is the golden one, line by line")
    func golden() throws {
        let golden = try String(
            contentsOf: StoryFixture.folder.appending(path: "golden-ledger.txt"), encoding: .utf8)
        let log = LogReading(
            RecordFiles(contents: StoryFixture.files, irregular: [:]), key: nil)
        #expect(log.ledgerText + "\n" == golden)
    }

    @Test("the same seed tells the same story")
    func same() throws {
        let again = try Story(papers: StoryFixture.committed).play()
        #expect(again == StoryFixture.files)
    }

    @Test("the definition printed by hand arithmetic: 12 stations, 2,010 voters")
    func counted() {
        let record = RecordReader.decode(
            RecordFiles(contents: StoryFixture.files, irregular: [:]))
        // 230+215+190+28+210 + 240+205+220+180+195 + 52+45, added on paper.
        #expect(record.turnout.value?.map(\.registered).reduce(0, +) == 2010)
        #expect(record.definition.value?.stations.count == 12)
    }
}
