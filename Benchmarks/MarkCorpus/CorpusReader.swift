import Ballots
import Elections
import Foundation
import Imaging
import Pen
import Primitives
import Printing
import Scanning
import Synchronization

/// Makes pages, reads them and compares.
struct CorpusReader: Sendable {
    let seed: UInt64
    let jobs: Int
    /// Crops of wrong places and of samples go here.
    let crops: CropFolder
    /// How many positions that are no errors are kept for each reason.
    let samples: Int

    struct Outcome: Sendable {
        var tally = CorpusTally()
        var wrong: [WrongPlace] = []
        /// Codes of the refusals, by page.
        var refused: [Int: String] = [:]
    }

    private struct Progress {
        var next: Int
        var outcome = Outcome()
        /// Samples kept by reason.
        var kept: [String: Int] = [:]
        var failure: (any Error)?
    }

    /// Pages `from` up to, not including, `from + count`. Each thread takes a whole print run.
    func callAsFunction(
        from: Int, count: Int, tell: @Sendable (_ pages: Int) -> Void
    ) throws -> Outcome {
        let first = from / CorpusPage.pagesInRun
        let last = (from + count - 1) / CorpusPage.pagesInRun
        let progress = Mutex(Progress(next: first))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let number = progress.withLock { state -> Int? in
                    guard state.failure == nil, state.next <= last else { return nil }
                    defer { state.next += 1 }
                    return state.next
                }
                guard let number else { return }
                do {
                    try read(
                        run: number,
                        pages: max(
                            from, number * CorpusPage.pagesInRun)..<min(
                                from + count, (number + 1) * CorpusPage.pagesInRun), progress, tell)
                } catch {
                    progress.withLock { $0.failure = $0.failure ?? error }
                }
            }
        }
        var outcome = try progress.withLock { state -> Outcome in
            if let failure = state.failure { throw failure }
            return state.outcome
        }
        outcome.wrong.sort {
            ($0.kind.rawValue, $0.page, $0.option.text) < (
                $1.kind.rawValue, $1.page, $1.option.text
            )
        }
        return outcome
    }

    private func read(
        run number: Int, pages: Range<Int>, _ progress: borrowing Mutex<Progress>,
        _ tell: @Sendable (_ pages: Int) -> Void
    ) throws {
        let start = Self.clock()
        let run = CorpusPage.Run(number: number, seed: seed)
        let model = try PageModel(plan: run.sheet.plan, run: run.print)
        let desk = PageDesk(sheet: run.sheet, model: model)
        progress.withLock { $0.outcome.tally.drawing += Self.clock() - start }
        for number in pages {
            let page = CorpusPage(number: number, seed: seed, run: run)
            let result = try desk.read(page)
            let places = progress.withLock { state -> [PageDesk.Found] in
                state.outcome.tally.add(result.tally)
                if let code = result.refusal { state.outcome.refused[number] = code }
                return result.found.filter { found in
                    guard !found.kind.isError else { return true }
                    let reason =
                        "\(found.kind) \(found.truth.deed) \(found.said.doubt?.rawValue ?? "")"
                    state.kept[reason, default: 0] += 1
                    return state.kept[reason, default: 0] <= samples
                }
            }
            let kept = try places.map { try keep($0, of: result, page: page) }
            progress.withLock { $0.outcome.wrong += kept }
            tell(1)
        }
    }

    private func keep(
        _ found: PageDesk.Found, of result: PageDesk.Result, page: CorpusPage
    ) throws -> WrongPlace {
        let name = "\(found.kind.rawValue)-\(page.number)-\(found.truth.option.text).jpeg"
        if let picture = result.upright {
            try crops.keep(
                picture, around: found.reading, scale: page.order.dpi / 25.4, name: name)
        }
        return WrongPlace(
            kind: found.kind, page: page.number, labels: page.labels,
            contest: found.truth.contest, option: found.truth.option, style: found.truth.style,
            ink: found.truth.ink, said: found.said.indication, doubt: found.said.doubt,
            measure: found.reading.measure, crop: name)
    }

    /// Processor seconds of this thread.
    static func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}

/// Reads the pages of one print run.
struct PageDesk: Sendable {
    let sheet: TestSheet
    let model: PageModel

    /// A position worth keeping.
    struct Found: Sendable {
        let kind: WrongPlace.Kind
        let truth: TargetTruth
        let said: Judgement
        let reading: TargetReading
    }

    struct Result: Sendable {
        var tally = CorpusTally()
        var found: [Found] = []
        /// The picture as it was read; nil for a refused page.
        var upright: GrayImage?
        /// Code of the refusal.
        var refusal: String?
    }

    func read(_ page: CorpusPage) throws -> Result {
        var result = Result()
        let start = CorpusReader.clock()
        let (picture, truth) = model.page(page.order)
        let bytes = page.isFile ? try picture.jpeg(quality: page.order.scanner.quality) : []
        let middle = CorpusReader.clock()
        var part = CorpusTally.Part()
        part.pages = 1
        do {
            let image =
                page.isFile
                ? try PageDecoder.decode(bytes)
                : GrayImage(width: picture.width, height: picture.height, pixels: picture.pixels)
            let reading = try reading(image, page: page)
            result.upright = reading.quarterTurns == 2 ? image.upsideDown() : image
            compare(reading, truth, into: &result, part: &part)
        } catch let refusal as ScanRefusal {
            part.refused = 1
            result.refusal = refusal.code
            result.tally.refusals[refusal.code, default: 0] += 1
        }
        result.tally.drawing = middle - start
        result.tally.reading = CorpusReader.clock() - middle
        result.tally.add(part, labels: page.labels)
        return result
    }

    private func reading(_ image: GrayImage, page: CorpusPage) throws -> PageReading {
        let reader = PageReader(definition: TestSheet.definition, layouts: [sheet.layout])
        if page.isFile {
            return try reader.read(
                image, code: PageDecoder.code(on: image, reader.soughtCodes), face: nil)
        }
        let text = sheet.plan.code?.text ?? ""
        let lies = model.isUpsideDown(page.order)
        return try reader.read(
            image, code: FoundCode(text: text, degrees: lies ? 180 : 0), face: nil)
    }

    private func compare(
        _ reading: PageReading, _ truth: [TargetTruth], into result: inout Result,
        part: inout CorpusTally.Part
    ) {
        let judge = TargetJudge(policy: TestSheet.definition.markPolicy, layout: sheet.layout)
        let judgements = judge.judge(reading)
        precondition(judgements.count == truth.count, "a judgement for each target")
        var missedIn: [Contest.ID: Int] = [:]
        var inventedIn: Set<Contest.ID> = []
        for (index, entry) in truth.enumerated() {
            let said = judgements[index]
            part.positions += 1
            result.tally.add(entry, said)
            guard let kind = Self.kind(entry, said) else { continue }
            switch kind {
            case .missed:
                part.missed += 1
                missedIn[entry.contest, default: 0] += 1
            case .invented:
                part.invented += 1
                inventedIn.insert(entry.contest)
            case .review: part.plainToPerson += 1
            case .silent: break
            }
            result.found.append(
                Found(kind: kind, truth: entry, said: said, reading: reading.targets[index]))
        }
        result.tally.moved = missedIn.reduce(0) {
            $0 + (inventedIn.contains($1.key) ? $1.value : 0)
        }
    }

    /// Nil where nothing is wrong and no plain position goes to a person.
    private static func kind(_ truth: TargetTruth, _ said: Judgement) -> WrongPlace.Kind? {
        switch (truth.deed, said.indication) {
        case (.firmMark, .no): .missed
        case (.nothing, .yes): .invented
        case (.firmMark, .unknown), (.nothing, .unknown): .review
        case (.doubtful, .no), (.outsidePolicy, .no): .silent
        default: nil
        }
    }
}
