import Ballots
import Elections
import Imaging
import Primitives
import Procedures
import Story
import Tervania
import Testing

@Suite("The machine reads what the pen wrote, from pictures alone")
struct MachineReadingTests {
    @Test("two stations: no contest decided by the machine differs from the pen")
    func twoStations() throws {
        let source = MachinePapers(jobs: 2) { bytes, codes in
            let image = try PageDecoder.decode(bytes)
            return .init(image: image, code: PageDecoder.code(on: image, codes))
        }
        let printed = try source.print(Tervania.definition)
        let boxes: [PollingStation.ID: Int] = ["north-001": 100, "south-002": 100]
        let manifest = BallotManifest(batches: [
            Batch(id: "north-001", stations: ["north-001"], papers: 100),
            Batch(id: "south-002", stations: ["south-002"], papers: 100),
        ])
        let read = try source.read(
            Tervania.definition, printed: printed, manifest: manifest, papers: boxes, seed: 7,
            progress: { _, _ in })
        #expect(read.refused == [:])
        #expect(read.papers.count == 200)
        for contest in Tervania.definition.contests {
            let line = PenComparison(contest, papers: read.papers)
            #expect(line.differ == 0, "\(line)")
            #expect(line.agree >= 150, "\(line)")
        }
        let lines = CommittedPapers.text(of: read)
        let again = try CommittedPapers(text: lines, printed: printed).read(
            Tervania.definition, printed: printed, manifest: manifest, papers: boxes, seed: 7,
            progress: { _, _ in })
        #expect(CommittedPapers.text(of: again) == lines)
    }
}
