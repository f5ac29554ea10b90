import Ballots
import Dispatch
import Elections
import Primitives
import Printing
import Synchronization

/// Papers of one layout, marked by invented voters and scanned by an invented scanner.
///
/// The empty paper is drawn once. Everything about a scan follows from its seed, so any number of
/// threads makes the same bytes.
package struct PaperModel: Sendable {
    package let design: BallotDesign
    package let layout: BallotLayout
    package let dpi: Double
    package let pens: PenHabits
    package let scanner: ScannerHabits
    private let blank: PaperSheet
    private let optics: Scanner

    /// One paper as it comes from the scanner.
    package struct Scan: Hashable, Sendable {
        package let jpeg: [UInt8]
        /// One entry for each target of the layout, in its order.
        package let truth: [TargetTruth]
    }

    /// What one voter wants and the seed of the voter's hand and of the paper's way.
    package struct Order: Hashable, Sendable {
        package var intention: [Contest.ID: [ContestOption.ID]]
        package var seed: UInt64

        package init(intention: [Contest.ID: [ContestOption.ID]], seed: UInt64) {
            self.intention = intention
            self.seed = seed
        }
    }

    /// Marks that are given stroke by stroke, as those of a test deck.
    package struct Strokes: Hashable, Sendable {
        package var strokes: [InkStroke]
        /// Of the paper's way through the scanner.
        package var seed: UInt64

        package init(strokes: [InkStroke], seed: UInt64) {
            self.strokes = strokes
            self.seed = seed
        }
    }

    /// - Parameter dpi: of the scans, 75 to 400. The paper itself is drawn twice as fine.
    package init(
        definition: ElectionDefinition, layout: BallotLayout, dpi: Double = 150,
        pens: PenHabits = .everyday, scanner: ScannerHabits = ScannerHabits()
    ) throws {
        let design = try BallotDesign(definition)
        guard design.layouts.contains(layout) else {
            throw PrintingProblem.layoutDiffers(layout.id.text)
        }
        try self.init(page: design, dpi: dpi, pens: pens, scanner: scanner)
    }

    /// Papers of any one page.
    package init(
        page design: BallotDesign, dpi: Double = 150, pens: PenHabits = .everyday,
        scanner: ScannerHabits = ScannerHabits()
    ) throws {
        precondition((75...400).contains(dpi), "dpi is 75 to 400, got \(dpi)")
        self.design = design
        layout = design.layout
        self.dpi = dpi
        self.pens = pens
        self.scanner = scanner
        let paper = design.paper
        let page = try BallotPrinter.picture(design, dpi: dpi * 2)
        let half = (paper.width * paper.width + paper.height * paper.height).squareRoot() / 2
        let travel = half * (scanner.skew * Double.pi / 180 + scanner.stretch) + scanner.offset
        blank = PaperSheet(
            page: (page.width, page.height, page.pixels), density: dpi * 2 / 25.4,
            border: travel + 1.5)
        optics = Scanner(
            width: Int((paper.width / 25.4 * dpi).rounded()),
            height: Int((paper.height / 25.4 * dpi).rounded()), density: dpi / 25.4)
    }

    /// Marks one paper and scans it.
    ///
    /// - Parameter pass: the seed of the paper's way through the scanner, so that one marked paper
    ///   can be scanned again; the paper's own seed when not given.
    package func scan(
        intention: [Contest.ID: [ContestOption.ID]], seed: UInt64, pass: UInt64? = nil
    ) throws -> Scan {
        let (picture, truth) = picture(intention: intention, seed: seed, pass: pass)
        return Scan(jpeg: try picture.jpeg(quality: scanner.quality), truth: truth)
    }

    /// The scan before it is compressed.
    package func picture(
        intention: [Contest.ID: [ContestOption.ID]], seed: UInt64, pass: UInt64? = nil
    ) -> (picture: PagePicture, truth: [TargetTruth]) {
        var marks = PaperMarks(intention: intention, design: design, habits: pens, seed: seed)
        var sheet = blank
        for stroke in marks.strokes { sheet.draw(stroke, seed: seed) }
        marks.settle(
            ink: design.contests.flatMap { $0.options.map { sheet.ink(in: $0.target) } })
        return (look(at: sheet, seed: seed, pass: pass ?? seed), marks.truth)
    }

    /// A paper with the strokes that it is given, before the picture is compressed.
    package func picture(_ order: Strokes) -> PagePicture {
        var sheet = blank
        for stroke in order.strokes { sheet.draw(stroke, seed: order.seed) }
        return look(at: sheet, seed: order.seed, pass: order.seed)
    }

    private func look(at inked: PaperSheet, seed: UInt64, pass: UInt64) -> PagePicture {
        var sheet = inked
        let way = ScannerPass(
            habits: scanner, pageWidth: design.paper.width, pageHeight: design.paper.height,
            seed: pass)
        for speck in way.specks { sheet.draw(speck, seed: seed) }
        if let fold = way.fold { sheet.crease(fold) }
        let pixels = optics.look(at: sheet, pass: way)
        return PagePicture(width: optics.width, height: optics.height, pixels: pixels)
    }

    /// Scans a batch on several threads and hands each paper over as soon as it is made, from the
    /// thread that made it; so a batch of any size needs the memory of a few pages.
    ///
    /// - Parameter deliver: called once for each order with its place; in no particular order. The
    ///   first error ends the batch.
    package func scan(
        _ orders: [Order], threads: Int, deliver: @Sendable (Int, Scan) throws -> Void
    ) throws {
        try batch(orders.count, threads: threads) { place in
            let order = orders[place]
            try deliver(place, scan(intention: order.intention, seed: order.seed))
        }
    }

    /// The same for papers whose strokes are given; hands over the JPEG of each.
    package func scan(
        _ orders: [Strokes], threads: Int, deliver: @Sendable (Int, [UInt8]) throws -> Void
    ) throws {
        try batch(orders.count, threads: threads) { place in
            try deliver(place, picture(orders[place]).jpeg(quality: scanner.quality))
        }
    }

    private func batch(
        _ count: Int, threads: Int, make: @Sendable (Int) throws -> Void
    ) throws {
        precondition(threads > 0, "at least one thread")
        let next = Mutex(0)
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: min(threads, max(1, count))) { _ in
            while true {
                let place = next.withLock { place -> Int in
                    defer { place += 1 }
                    return place
                }
                guard place < count, failure.withLock({ $0 == nil }) else { return }
                do {
                    try make(place)
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                    return
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
