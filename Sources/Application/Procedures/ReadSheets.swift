import Ballots
import Cryptography
import Elections
import Primitives
import Scanning

/// Reads sheets of paper from pictures of their pages: chapter 4.
///
/// The result depends on the pages and the definition alone, not on the number of jobs. Sheets are
/// read in groups of `groupSize` in the order given; what is printed round the targets is learned
/// within a group.
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

    /// Sheets that are compared with each other. Large enough to learn the print from, small
    /// enough that their measurements fit into memory.
    package static let groupSize = 400

    package let definition: ElectionDefinition
    package let layouts: [BallotLayout]
    package let jobs: Int
    /// Decodes a picture; looks for a code only when told to.
    package let decode: @Sendable (_ bytes: [UInt8], _ wantsCode: Bool) throws -> Picture

    package init(
        definition: ElectionDefinition, layouts: [BallotLayout], jobs: Int,
        decode: @escaping @Sendable (_ bytes: [UInt8], _ wantsCode: Bool) throws -> Picture
    ) {
        self.definition = definition
        self.layouts = layouts
        self.jobs = max(1, jobs)
        self.decode = decode
    }

    /// - Parameter progress: called now and then, from any thread, with the sheets just read.
    package func callAsFunction(
        _ sheets: [Sheet], progress: @Sendable (Int) -> Void = { _ in }
    ) -> ReadingOutcome {
        var outcome = ReadingOutcome(definition: definition)
        var seen: [String: String] = [:]
        for start in stride(from: 0, to: sheets.count, by: ReadSheets.groupSize) {
            let group = sheets[start..<min(start + ReadSheets.groupSize, sheets.count)]
            let results = InParallel(jobs: jobs).map(Array(group)) { sheet in
                defer { progress(1) }
                return read(sheet)
            }
            add(results, to: &outcome, seen: &seen)
        }
        outcome.total(definition)
        return outcome
    }

    // MARK: One sheet

    /// What became of one page.
    struct PageResult: Sendable {
        let name: String
        let file: String?
        let sha256: String?
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
        var digest: String?
        do {
            let bytes = try page.load()
            digest = Digest.of(bytes).hex
            let picture = try decode(bytes, reader.wantsCode)
            let reading = try reader.read(picture.image, code: picture.code, face: face)
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

    // MARK: A group of sheets

    private func add(
        _ results: [SheetResult], to outcome: inout ReadingOutcome, seen: inout [String: String]
    ) {
        let whole = results.compactMap { accepted($0, &outcome, &seen) }
        for sheet in whole {
            let assembly = SheetAssembly(
                definition: definition, layout: sheet.layout)
            let (record, reviews) = assembly.record(sheet)
            outcome.records.append(record)
            outcome.reviews.append(contentsOf: reviews)
        }
    }

    /// The sheet when all its pages were read and belong together; else refusals.
    private func accepted(
        _ result: SheetResult, _ outcome: inout ReadingOutcome, _ seen: inout [String: String]
    ) -> AcceptedSheet? {
        var pages: [AcceptedSheet.Page] = []
        var refused = Set<Int>()
        for (index, page) in result.pages.enumerated() {
            if let digest = page.sha256 {
                if let first = seen[digest] {
                    outcome.refuse(page.name, result.sheet.id, ScanRefusal.pageTwice(first: first))
                    refused.insert(index)
                    continue
                }
                seen[digest] = page.name
            }
            switch page.result {
            case .success(let reading):
                pages.append(
                    .init(
                        name: page.name, file: page.file, sha256: page.sha256 ?? "",
                        reading: reading))
            case .failure(let problem):
                outcome.refuse(page.name, result.sheet.id, problem)
                refused.insert(index)
            }
        }
        if refused.isEmpty, let problem = mismatch(pages) {
            for page in pages { outcome.refuse(page.name, result.sheet.id, problem) }
            return nil
        }
        guard refused.isEmpty, let first = pages.first,
            let layout = layouts.first(where: { $0.id == first.reading.layout })
        else {
            // Half a sheet is no vote; the page that was read is named too, so none is lost.
            for page in pages {
                outcome.refuse(page.name, result.sheet.id, ScanRefusal.otherFaceRefused)
            }
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
