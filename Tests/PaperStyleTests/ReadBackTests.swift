import Ballots
import Elections
import Imaging
import Pen
import Primitives
import Printing
import Scanning
import Tervania
import Testing

/// Two contests short enough for every style, one of two votes.
private let election: ElectionDefinition = {
    var definition = Tervania.definition
    definition.name = LocalizedText("Councils", ru: "Советы", ky: "Кеңештер")
    definition.inventedNotice = LocalizedText("Invented.")
    let names = ["Maro", "Telin", "Savan"]
    definition.contests = [1, 2].map { number in
        Contest(
            id: Contest.ID("c\(number)")!, title: LocalizedText("Council \(number)"),
            kind: .election, votesAllowed: number,
            options: names.map {
                ContestOption(
                    id: ContestOption.ID("\($0)-\(number)")!, name: LocalizedText($0),
                    kind: .candidate)
            }, outcome: nil)
    }
    return definition
}()

@Suite("Papers of every style are read back by the machine", .serialized)
struct ReadBackTests {
    @Test("each page of each style, marked, skewed and scanned")
    func everyStyle() throws {
        var pages = 0
        for (number, style) in EveryStyle.all.enumerated() {
            let papers = try BallotPress.sets(election, style: style, isTest: true)[0]
            let deck = try TestDeck(papers, seed: UInt64(number))
            let sheet = number % papers.sheets.count
            let paper = try #require(
                deck.papers.last { $0.sheet == sheet && $0.marks.count > 1 }
                    ?? deck.papers.last { $0.sheet == sheet })
            for page in papers.sheets[sheet].pages {
                try read(deck, paper, page, papers.layouts, seed: UInt64(number))
                pages += 1
            }
        }
        // By hand: 2 papers, 2 arrangements, 3 targets, 2 sizes, 2 edges, 1 or 2 columns and 4 ways
        // to divide the contests; with one contest a page there is a back.
        #expect(EveryStyle.all.count == 384 && pages == 384 + 96, "\(pages) pages")
    }

    private func read(
        _ deck: TestDeck, _ paper: TestDeck.Paper, _ page: BallotDesign, _ layouts: [BallotLayout],
        seed: UInt64
    ) throws {
        let strokes = deck.strokes(of: paper, on: page).map { stroke in
            InkStroke(
                spots: stroke.points.map { Spot($0.x, $0.y) }, width: stroke.width,
                tone: 30 + 213 * stroke.grey, grain: 0)
        }
        let picture = try PaperModel(page: page, dpi: 200).picture(
            .init(strokes: strokes, seed: seed))
        let image = GrayImage(
            width: picture.width, height: picture.height, pixels: picture.pixels)
        let reading = try PageReader(definition: election, layouts: layouts).read(
            image, code: PageDecoder.code(on: image), face: nil)
        #expect(reading.layout == page.layout.id && reading.face == page.face)
        #expect(reading.code?.isTest == true)
        let rows = page.contests.flatMap { block in
            block.options.map { (block.contest.id, $0.option.id) }
        }
        for (target, row) in zip(reading.targets, rows) {
            let meant = paper.marks.contains { $0.contest == row.0 && $0.option == row.1 }
            let policy = election.markPolicy
            #expect(
                policy.indication(ink: target.measure.ink) == (meant ? .yes : .no),
                "\(page.layout.id) \(page.face): \(row.1), ink \(target.measure.ink)")
        }
    }

    @Test("a paper for one station says which in its code")
    func station() throws {
        let station = try #require(election.stations.first)
        let papers = try BallotPress.sets(
            election, style: BallotStyle(), stations: election.stations, isTest: false)
        #expect(papers.count == election.stations.count)
        let page = papers[0].pages[0]
        #expect(page.codeText == "DOBUSH1 tervania-2031 paper-a5 front at:\(station.id)")
        let picture = try BallotPrinter.picture(page, dpi: 150)
        let image = GrayImage(
            width: picture.width, height: picture.height, pixels: picture.pixels)
        let reading = try PageReader(definition: election, layouts: papers[0].layouts).read(
            image, code: PageDecoder.code(on: image), face: nil)
        #expect(reading.code?.station == station.id && reading.code?.isTest == false)
    }
}
