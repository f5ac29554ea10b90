import Ballots
import Cryptography
import Elections
import Formats
import Foundation
import Imaging
import Offices
import Primitives
import Reviewing
import Scanning
import StationCount

/// A parser of bytes from outside, run by the fuzzer on bytes of its own and by the tests on the
/// small files that the fuzzer found. What is refused is refused; only a trap is a finding, and a
/// promise that does not hold is made one.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case png, tiff, jpeg, map, codes, sheetCode, definition, layouts, votingWorks, sheets, records
    case pdfListing, decodingAnswer, sheetReading, packedReading

    /// - Returns: the bytes were accepted.
    @discardableResult
    package func run(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .png: decode(bytes, as: .png)
        case .tiff: decode(bytes, as: .tiff)
        case .jpeg: decode(bytes, as: .jpeg)
        case .map: decode(bytes, as: .map)
        case .codes: readCodes(bytes)
        case .sheetCode: readSheetCode(bytes)
        case .definition: readDefinition(bytes)
        case .layouts: readLayouts(bytes)
        case .votingWorks: (try? VotingWorksImport(Data(bytes), name: "fuzz")) != nil
        case .sheets: readSheets(bytes)
        case .records: readRecords(bytes)
        case .pdfListing: readListing(bytes)
        case .decodingAnswer: PageByCode.read(bytes)
        case .sheetReading: readSheetReading(bytes)
        case .packedReading: readPackedReading(bytes)
        }
    }

    private func decode(_ bytes: [UInt8], as kind: PageDecoder.Kind) -> Bool {
        guard PageDecoder.kind(bytes) == kind, let file = try? PictureFile(bytes) else {
            return false
        }
        var accepted = false
        for page in 1...min(file.pages, 3) {
            guard let page = try? file.decode(page: page) else { continue }
            precondition(page.image.pixels.count == page.image.width * page.image.height)
            accepted = true
        }
        return accepted
    }

    /// The first byte is the width, the second what is sought, the others are pixels.
    private func readCodes(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 2, bytes[0] > 0 else { return false }
        let width = Int(bytes[0])
        let height = (bytes.count - 2) / width
        guard height > 0 else { return false }
        let image = GrayImage(
            width: width, height: height, pixels: Array(bytes[2..<(2 + width * height)]))
        let kinds: Set<FoundCode.Kind> = bytes[1] % 2 == 0 ? [.qr] : [.qr, .pdf417]
        let place = PageRectangle(left: 3, top: -5, width: width, height: height)
        let found = PageDecoder.codes(
            on: image, in: bytes[1] & 2 == 0 ? nil : place, kinds: kinds,
            most: Int(bytes[1] >> 4) + 1)
        return !found.isEmpty
    }

    private func readSheetCode(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let code = SheetCode(text) else { return false }
        precondition(SheetCode(code.text) == code, "\(text) is not read as it is written")
        return true
    }

    private func readDefinition(_ bytes: [UInt8]) -> Bool {
        guard
            let read = try? Documents.decode(
                ElectionDefinition.self, from: Data(bytes), name: "fuzz")
        else { return false }
        _ = read.flaws()
        let again = try? Documents.decode(
            ElectionDefinition.self, from: Documents.encode(read), name: "fuzz")
        precondition(again == read, "a definition changes by being written")
        return true
    }

    private func readLayouts(_ bytes: [UInt8]) -> Bool {
        guard
            let read = try? Documents.decode([BallotLayout].self, from: Data(bytes), name: "fuzz")
        else { return false }
        _ = FuzzTarget.election?.flaws(of: read)
        let again = try? Documents.decode(
            [BallotLayout].self, from: Documents.encode(read), name: "fuzz")
        precondition(again == read, "layouts change by being written")
        return true
    }

    /// An election with one contest, whose layouts are altered.
    private static let election: ElectionDefinition? = seed("definition/small.json")

    static func seed<Value: Decodable>(_ path: String) -> Value? {
        FileManager.default.contents(atPath: folder + "/" + path).flatMap {
            try? Documents.decode(Value.self, from: $0, name: path)
        }
    }

    private func readSheets(_ bytes: [UInt8]) -> Bool {
        let list = try? PageList(
            csv: Data(bytes), name: "sheets.csv", pages: ["p/1.png", "p/2.png", "p/b.pdf"],
            counts: ["p/b.pdf": 3])
        return list?.entries.isEmpty == false
    }

    private func readRecords(_ bytes: [UInt8]) -> Bool {
        var pieces = [Array(bytes.suffix(bytes.count / 2)), Array(bytes.dropLast(bytes.count / 2))]
        let mode = ReportTypeScan.mode { pieces.popLast() }
        let accepted = (try? CastVoteRecordReport.decode(Data(bytes), name: "fuzz")) != nil
        let isOfTest =
            (try? CastVoteRecordReport.decode(Data(bytes), name: "fuzz", of: .test)) != nil
        precondition(!isOfTest || mode != .real, "papers of a test pass for those of a count")
        return accepted
    }

    /// Two lists of lines, parted by a zero: pdfinfo's and pdfimages'.
    private func readListing(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        let listing = PDFListing(info: Array(parts[0]))
        let pictures = PDFListing.pictures(parts.count > 1 ? Array(parts[1]) : [])
        for page in listing.pages {
            for density in [200, 300] { try? page.checkSize(at: density) }
            for picture in pictures { _ = picture.covers(page) }
        }
        return !listing.pages.isEmpty
    }

    /// What a station hears of its reader, which looks at pictures from outside.
    private func readSheetReading(_ bytes: [UInt8]) -> Bool {
        guard let election = FuzzTarget.election, let layouts = FuzzTarget.oneLayout,
            let reading = try? JSONDecoder().decode(SheetReading.self, from: Data(bytes))
        else { return false }
        let pages = reading.record?.images.map {
            KeptPage(file: $0.file ?? "", sha256: Digest(hex: $0.sha256) ?? Digest.of(""), bytes: 1)
        }
        guard reading.flaw(pages: pages ?? [], definition: election, layouts: layouts) == nil
        else { return false }
        if let record = reading.record {
            _ = election.contests.map { ContestTotal($0, records: [record]) }
            _ = reading.trace.map { trace in
                var book = TraceBook()
                book.add(trace, of: record.id)
                return book.closest(to: trace)?.likeness
            }
        }
        return true
    }

    private static let oneLayout: [BallotLayout]? = {
        let layouts: [BallotLayout]? = seed("layouts/small.json")
        return layouts.map { Array($0.prefix(1)) }
    }()

    private func readPackedReading(_ bytes: [UInt8]) -> Bool {
        guard let election = FuzzTarget.election,
            let reading = try? Documents.decode(Reading.self, from: Data(bytes), name: "fuzz"),
            reading.flaw(election) == nil
        else { return false }
        // What the office does with a reading that it took in rests on its having no flaw.
        var book = ReviewBook()
        book.take(reading, by: "officer", at: Instant(seconds: 0), act: 1)
        _ = book.totals(reading.id, election)
        _ = book.undecided(reading.id)
        return true
    }

    /// Where the small files of each parser lie, in folders of their names.
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../FuzzCorpusTests/Corpus").standardizedFileURL.path
}
