import Ballots
import Elections
import Formats
import Foundation
import Imaging
import Primitives
import Procedures
import Scanning
import TestSupport
import Testing

private let ballots = SharedData.path("data/ballots")

private struct Bubble: Hashable {
    let sheet: String
    let contest: String
    let option: String
    /// How many bubbles of that name come before it on the sheet.
    let before: Int
}

/// Real scans with labels by two people; see the README of the data.
@Suite(
    "Real ballots are read as people read them",
    .enabled(if: SharedData.isPresent, "needs ../shared"))
struct RealBallotTests {
    private func read(
        _ set: String, _ folder: String, jobs: Int = 2, only: (String) -> Bool = { _ in true },
        under other: String? = nil
    ) throws -> ReadingOutcome {
        let file = "\(ballots)/\(other ?? set)/election.json"
        let election = try VotingWorksImport(Files.read(file), name: file)
        let list = PageList(
            pairing: try PageList.pages(under: ["\(ballots)/\(folder)"]).filter(only))
        let sheets = try list.entries.map { entry in
            func page(_ path: String) -> ReadSheets.Page {
                ReadSheets.Page(name: path, file: nil) { Array(try Files.read(path)) }
            }
            return ReadSheets.Sheet(
                id: try #require(CastVoteRecord.ID(entry.sheet)), batch: nil,
                front: page(entry.front), back: entry.back.map(page))
        }
        let reading = ReadSheets(
            definition: election.definition, layouts: election.layouts, jobs: jobs
        ) { bytes, _ in .init(image: try PageDecoder.decode(bytes), code: nil) }
        return reading(sheets)
    }

    private func labels() throws -> [Bubble: String] {
        let file = "\(ballots)/nh-test-ballot-batch/marks-agreed.csv"
        let lines = String(decoding: try Files.read(file), as: UTF8.self).split(
            whereSeparator: \.isNewline)
        var found: [Bubble: String] = [:]
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            var before = 0
            func bubble() -> Bubble {
                Bubble(sheet: fields[0], contest: fields[2], option: fields[3], before: before)
            }
            while found[bubble()] != nil { before += 1 }
            found[bubble()] = fields[4]
        }
        return found
    }

    private func readings(_ outcome: ReadingOutcome) -> [Bubble: PositionReading] {
        var found: [Bubble: PositionReading] = [:]
        for record in outcome.records {
            for contest in record.snapshots[0].contests {
                var before: [ContestOption.ID: Int] = [:]
                for position in contest.positions {
                    var option = position.option.text
                    // The labels name the answers by their word alone.
                    for word in ["yes", "no"] where option.hasSuffix("-option-" + word) {
                        option = word
                    }
                    let bubble = Bubble(
                        sheet: record.id.text, contest: contest.contest.text, option: option,
                        before: before[position.option, default: 0])
                    before[position.option, default: 0] += 1
                    found[bubble] = position
                }
            }
        }
        return found
    }

    @Test("no firm bubble is wrong, doubtful ones go to a person, few firm ones do")
    func batch() throws {
        let outcome = try read("nh-test-ballot-batch", "nh-test-ballot-batch/images")
        #expect(outcome.refusals.isEmpty)
        #expect(outcome.records.count == 22)
        let read = readings(outcome)
        let labels = try labels()
        #expect(labels.count == 1144)
        var firm = 0
        var asked = 0
        var doubtful = 0
        var silent = 0
        for (bubble, label) in labels {
            let said = try #require(read[bubble], "\(bubble) was not read").indication
            switch label {
            case "marked", "none":
                firm += 1
                if said == .unknown { asked += 1 }
                #expect(said == .unknown || (said == .yes) == (label == "marked"), "\(bubble)")
            case "disputed": break
            default:
                doubtful += 1
                if said != .unknown { silent += 1 }
            }
        }
        #expect(firm == 1111 && doubtful == 18)
        #expect(asked * 100 <= firm, "\(asked) of \(firm) firm bubbles sent to a person")
        #expect(silent * 20 <= doubtful, "\(silent) of \(doubtful) doubtful bubbles counted")
    }

    @Test("the number of jobs changes nothing")
    func jobs() throws {
        let some = { (name: String) in name.contains("/0") || name.contains("/2") }
        let one = try read(
            "nh-test-ballot-batch", "nh-test-ballot-batch/images", jobs: 1, only: some)
        let four = try read(
            "nh-test-ballot-batch", "nh-test-ballot-batch/images", jobs: 4, only: some)
        #expect(one == four)
        #expect(one.records.count == 5)
    }

    @Test("a sheet read alone is read as in its batch")
    func alone() throws {
        let all = try read(
            "nh-test-ballot-batch", "nh-test-ballot-batch/images",
            only: { $0.contains("/9") || $0.contains("/e") })
        let one = try read(
            "nh-test-ballot-batch", "nh-test-ballot-batch/images", jobs: 1,
            only: { $0.contains("/9f5ee84a") })
        #expect(all.records.count > 2 && one.records.count == 1)
        #expect(all.records.filter { $0.id == one.records[0].id } == one.records)
        #expect(all.reviews.filter { $0.sheet == one.records[0].id } == one.reviews)
    }

    /// Stretched, skewed, with cut edges, at 200 and 300 dots per inch. Truth: expected.json beside
    /// the scans, but for the Sheriff: one name is printed twice there, a mark is plainly to be seen
    /// on the first (`scan-marked-back.jpeg`), and the file lists none.
    @Test("distorted pages are read as their labels say")
    func distorted() throws {
        typealias Truth = [String: [String: [String]]]
        let file = "\(ballots)/nh-distorted/expected.json"
        let truth = try Documents.decode(Truth.self, from: Files.read(file), name: file)
        let outcome = try read("nh-distorted", "nh-distorted")
        #expect(outcome.refusals.isEmpty)
        #expect(outcome.records.count == 6)
        var compared = 0
        for (bubble, reading) in readings(outcome) where !bubble.contest.hasPrefix("Sheriff") {
            let pages = ["front", "back"].compactMap { truth["\(bubble.sheet)-\($0).jpeg"] }
            guard let marked = pages.compactMap({ $0[bubble.contest] }).first else { continue }
            compared += 1
            #expect((reading.indication == .yes) == marked.contains(bubble.option), "\(bubble)")
            #expect(reading.indication != .unknown, "\(bubble)")
        }
        #expect(compared == 245)
    }

    @Test(
        "pages that are no papers of this election are refused",
        arguments: [
            ("odd-pages/blank-page.png", "scanning.blank-page"),
            ("odd-pages/not-a-ballot.jpg", "scanning.no-timing-marks"),
            // Its own heading says 2022 constitutional questions; its bits say 8 November 2022.
            ("odd-pages/scan-inset.jpeg", "scanning.other-election"),
            ("nh-hudson/scan-marked-front.jpeg", "scanning.wrong-layout"),
            ("dallas-28lb/batch-1-20200504_210852-ballot-0001.jpg", "scanning.no-timing-marks"),
            ("choctaw-2020/filled-in-p1-01.png", "scanning.no-timing-marks"),
        ])
    func refused(page: String, code: String) throws {
        let outcome = try read("nh-test-ballot-batch", page)
        #expect(outcome.records.isEmpty)
        #expect(outcome.refusals.map(\.code) == [code])
    }

    @Test("every scan of the other sets is decoded")
    func decoded() throws {
        let pages = try PageList.pages(under: [ballots])
        #expect(pages.count == 145)
        for page in pages {
            #expect(throws: Never.self, "\(page)") {
                _ = try PageDecoder.decode(Array(Files.read(page)))
            }
        }
    }

    @Test("records survive being written and read in the common format")
    func roundTrip() throws {
        let some = { (name: String) in name.contains("/0") || name.contains("/e") }
        let outcome = try read("nh-test-ballot-batch", "nh-test-ballot-batch/images", only: some)
        let file = "\(ballots)/nh-test-ballot-batch/election.json"
        let election = try VotingWorksImport(Files.read(file), name: file)
        let moment = Instant(seconds: election.definition.day.number * 86_400)
        let bytes = try CastVoteRecordReport.encode(
            outcome.records, of: .real, definition: election.definition, generated: moment)
        #expect(try CastVoteRecordReport.decode(bytes, name: "records") == outcome.records)
        #expect(
            try CastVoteRecordReport.encode(
                outcome.records, of: .real, definition: election.definition, generated: moment)
                == bytes)
    }
}
