import Ballots
import Cryptography
import Elections
import Primitives
import Scanning

/// Reads sheets of paper from pictures of their pages: chapter 4.
///
/// What is said of a sheet depends on its pictures and the definition alone: not on the other sheets,
/// nor on the number of jobs. Sheets are read and handed over in the order given, a few at a time; of
/// those before, only the digests of the pictures are kept, so that memory stays flat.
package struct ReadSheets: Sendable {
    /// One side of a sheet, fetched when its turn comes so that a batch need not fit into memory.
    package struct Page: Sendable {
        /// As refusals name it.
        package let name: String
        /// Goes into the record when the picture may be shown.
        package let file: String?
        package let load: @Sendable () throws -> [UInt8]

        package init(name: String, file: String?, load: @escaping @Sendable () throws -> [UInt8]) {
            self.name = name
            self.file = file
            self.load = load
        }
    }

    package struct Sheet: Sendable {
        package let id: CastVoteRecord.ID
        package let batch: Batch.ID?
        /// The page given as the front and the one given as the back; pages that tell their own
        /// side are believed over this.
        package let front: Page
        package let back: Page?

        package init(id: CastVoteRecord.ID, batch: Batch.ID?, front: Page, back: Page? = nil) {
            self.id = id
            self.batch = batch
            self.front = front
            self.back = back
        }
    }

    /// A picture and the code on it.
    package struct Picture: Sendable {
        package let image: GrayImage
        package let code: FoundCode?

        package init(image: GrayImage, code: FoundCode?) {
            self.image = image
            self.code = code
        }
    }

    /// Which papers are wanted: the two never mix.
    package enum Papers: String, Sendable {
        case real
        /// Of a test deck.
        case test
        /// Either; whoever takes the readings keeps the two apart.
        case any
    }

    /// What became of one sheet.
    package struct SheetOutcome: Sendable, Equatable {
        package let sheet: CastVoteRecord.ID
        /// Nil when the sheet was refused.
        package var record: CastVoteRecord?
        package var reviews: [ReviewItem] = []
        package var refusals: [PageRefusal] = []
        package var notices: [PageNoticeItem] = []
    }

    package let definition: ElectionDefinition
    package let layouts: [BallotLayout]
    package let jobs: Int
    package let papers: Papers
    /// Papers that say another station are refused; nil where every station's are welcome.
    package let station: PollingStation.ID?
    /// Decodes a picture, and looks for a code on it.
    package typealias Decode =
        @Sendable (_ bytes: [UInt8], _ codes: SoughtCodes) throws -> Picture
    package let decode: Decode

    package init(
        definition: ElectionDefinition, layouts: [BallotLayout], jobs: Int,
        papers: Papers = .real, station: PollingStation.ID? = nil,
        decode: @escaping Decode
    ) {
        self.definition = definition
        self.layouts = layouts
        self.jobs = max(1, jobs)
        self.papers = papers
        self.station = station
        self.decode = decode
    }

    /// Everything at once, for batches that fit into memory.
    ///
    /// - Parameter progress: called now and then, from any thread, with the sheets just read.
    package func callAsFunction(
        _ sheets: [Sheet], progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> ReadingOutcome {
        var outcome = ReadingOutcome(definition: definition)
        read(sheets, progress: progress) { outcome.add($0) }
        return outcome
    }

    /// - Parameters:
    ///   - sheets: asked for when their turn comes.
    ///   - progress: called now and then, from any thread, with the sheets just read.
    ///   - deliver: called with each sheet in its order, from the caller's thread.
    package func read(
        _ sheets: some Sequence<Sheet>, progress: @escaping @Sendable (Int) -> Void = { _ in },
        deliver: (SheetOutcome) throws -> Void
    ) rethrows {
        var seen = SeenPictures()
        try InParallel(jobs: jobs).run(
            sheets,
            { sheet in
                defer { progress(1) }
                return read(sheet)
            },
            deliver: { try deliver(outcome($0, &seen)) })
    }

    // MARK: One sheet

    /// What became of one page.
    struct PageResult: Sendable {
        let name: String
        let file: String?
        let sha256: Digest?
        let result: Result<PageReading, PageFault>
    }

    /// Why a page was not read, kept for the batch.
    struct PageFault: ToldInThreeLanguages {
        let code: String
        let text: LocalizedText
        let advice: LocalizedText

        init(_ problem: any Problem) {
            let told = problem as? any ToldInThreeLanguages
            code = problem.code
            text = told?.text ?? LocalizedText(problem.summary)
            advice = told?.advice ?? LocalizedText(problem.remedy)
        }
    }

    struct SheetResult: Sendable {
        let sheet: Sheet
        let pages: [PageResult]
    }

    private func read(_ sheet: Sheet) -> SheetResult {
        let reader = PageReader(definition: definition, layouts: layouts)
        var pages = [read(sheet.front, as: .front, reader)]
        if let back = sheet.back { pages.append(read(back, as: .back, reader)) }
        return SheetResult(sheet: sheet, pages: pages)
    }

    private func read(_ page: Page, as face: BallotLayout.Face, _ reader: PageReader) -> PageResult
    {
        var digest: Digest?
        do {
            let bytes = try page.load()
            digest = Digest.of(bytes)
            let picture = try decode(bytes, reader.soughtCodes)
            let reading = try reader.read(picture.image, code: picture.code, face: face)
            try check(reading.code)
            return PageResult(
                name: page.name, file: page.file, sha256: digest, result: .success(reading))
        } catch let problem as any Problem {
            return PageResult(
                name: page.name, file: page.file, sha256: digest,
                result: .failure(PageFault(problem)))
        } catch {
            return PageResult(
                name: page.name, file: page.file, sha256: digest,
                result: .failure(PageFault(ScanRefusal.pageUnreadable("\(error)"))))
        }
    }

    /// Whether a paper may be counted here at all.
    private func check(_ code: SheetCode?) throws(ScanRefusal) {
        guard let code else { return }
        if code.isTest, papers == .real { throw .testPaper }
        if !code.isTest, papers == .test { throw .realPaper }
        if let station, let found = code.station, found != station {
            throw .otherStation(found: found.text, wanted: station.text)
        }
    }

    // MARK: What is said of it

    private func outcome(_ result: SheetResult, _ seen: inout SeenPictures) -> SheetOutcome {
        var outcome = SheetOutcome(sheet: result.sheet.id)
        guard let sheet = accepted(result, &outcome, &seen) else { return outcome }
        let assembly = SheetAssembly(definition: definition, layout: sheet.layout)
        let (record, reviews) = assembly.record(sheet)
        outcome.record = record
        outcome.reviews = reviews
        return outcome
    }

    /// The sheet when all its pages were read and belong together; else refusals.
    private func accepted(
        _ result: SheetResult, _ outcome: inout SheetOutcome, _ seen: inout SeenPictures
    ) -> AcceptedSheet? {
        var pages: [AcceptedSheet.Page] = []
        var refused = false
        for page in result.pages {
            if let digest = page.sha256, let first = seen.add(digest, name: page.name) {
                outcome.refuse(page.name, ScanRefusal.pageTwice(first: first))
                refused = true
                continue
            }
            switch page.result {
            case .success(let reading):
                outcome.notices += reading.notices.map {
                    PageNoticeItem(
                        page: page.name, sheet: result.sheet.id, code: $0.code, text: $0.text)
                }
                pages.append(
                    .init(
                        name: page.name, file: page.file, sha256: page.sha256?.hex ?? "",
                        reading: reading))
            case .failure(let problem):
                outcome.refuse(page.name, problem)
                refused = true
            }
        }
        if !refused, let problem = mismatch(pages) {
            for page in pages { outcome.refuse(page.name, problem) }
            return nil
        }
        guard !refused, let first = pages.first,
            let layout = layouts.first(where: { $0.id == first.reading.layout })
        else {
            // Half a sheet is no vote; the page that was read is named too, so none is lost.
            for page in pages { outcome.refuse(page.name, ScanRefusal.otherFaceRefused) }
            return nil
        }
        pages.sort { $0.reading.face == .front && $1.reading.face == .back }
        return AcceptedSheet(
            id: result.sheet.id, batch: result.sheet.batch, layout: layout, pages: pages)
    }

    private func mismatch(_ pages: [AcceptedSheet.Page]) -> ScanRefusal? {
        let first = pages[0].reading
        if pages.count == 2 {
            let second = pages[1].reading
            if first.face == second.face { return .sameFaceTwice(first.face) }
            if first.layout != second.layout {
                return .facesDiffer(first.layout.text, second.layout.text)
            }
        }
        let faces = Set(pages.map(\.reading.face))
        let wanted = layouts.first { $0.id == first.layout }?.sides.map(\.face) ?? []
        if let missing = wanted.first(where: { !faces.contains($0) }) {
            return .faceMissing(missing)
        }
        return nil
    }
}

/// Pictures read so far, to notice one that comes again. Some 100 bytes a picture.
private struct SeenPictures {
    private var first: [Digest: String] = [:]

    /// The name under which the picture came first; nil when it is new.
    mutating func add(_ digest: Digest, name: String) -> String? {
        if let known = first[digest] { return known }
        first[digest] = name
        return nil
    }
}
