import Ballots
import Elections
import Primitives
import Printing

/// Pages of one plan from one print run: marked by invented voters, scanned by an invented scanner.
///
/// As `PaperModel`, for sheets that no `BallotDesign` lays out. Everything about a page follows from
/// its order, so any number of threads makes the same pages.
package struct PageModel: Sendable {
    /// Grows whenever the same order would give another page.
    package static let edition = 1

    /// With its targets where they are printed, which is where a voter sees them.
    package let plan: PagePlan
    private let line: Double
    private let blank: PaperSheet
    private let most: Travel

    /// How far pages can lie from straight, at most: skew in degrees, the rest in millimetres.
    package struct Travel: Hashable, Sendable {
        package var skew = 2.4
        package var stretch = 0.012
        package var offset = 1.5
        package var drift = 0.5

        package init() {}
    }

    /// What is done to one page.
    package struct Order: Hashable, Sendable {
        /// Options wanted, for each group of the plan.
        package var intention: [[ContestOption.ID]]
        package var pens: PenHabits
        /// Another voter for each group of the page.
        package var handForEach: Bool
        package var scanner: ScannerHabits
        package var faults: ScanFaults
        /// Of the scan, 75 to 400.
        package var dpi: Double
        package var seed: UInt64

        package init(
            intention: [[ContestOption.ID]], pens: PenHabits, handForEach: Bool = false,
            scanner: ScannerHabits = ScannerHabits(), faults: ScanFaults = ScanFaults(),
            dpi: Double = 200, seed: UInt64
        ) {
            precondition((75...400).contains(dpi), "dpi is 75 to 400, got \(dpi)")
            self.intention = intention
            self.pens = pens
            self.handForEach = handForEach
            self.scanner = scanner
            self.faults = faults
            self.dpi = dpi
            self.seed = seed
        }
    }

    /// Samples in a millimetre of the paper, as `PaperModel` has for scans at 150 dpi.
    package static let density = 300 / 25.4

    /// Prints the plan.
    package init(
        plan: PagePlan, run: PrintRun, most: Travel = Travel()
    ) throws(PrintingProblem) {
        self.init(
            plan: plan.moved(by: run.shift), line: run.line, most: most,
            picture: try PlanPrinter.picture(plan, run: run, density: Self.density))
    }

    /// Takes what another program printed.
    ///
    /// - Parameters:
    ///   - line: thickness of the targets' outline, in millimetres.
    ///   - picture: the whole empty paper at 300 dpi, black on white.
    package init(plan: PagePlan, line: Double, most: Travel = Travel(), picture: PagePicture) {
        self.plan = plan
        self.line = line
        self.most = most
        let half = (plan.width * plan.width + plan.height * plan.height).squareRoot() / 2
        let travel =
            half * (most.skew * Double.pi / 180 + most.stretch) + most.offset + most.drift
        blank = PaperSheet(
            page: (picture.width, picture.height, picture.pixels), density: Self.density,
            border: travel + 1.5)
    }

    /// Marks one paper and scans it.
    ///
    /// - Returns: the scan before it is compressed, and one truth for each target in the order of
    ///   the plan.
    package func page(_ order: Order) -> (picture: PagePicture, truth: [TargetTruth]) {
        precondition(
            order.scanner.skew <= most.skew && order.scanner.stretch <= most.stretch
                && order.scanner.offset <= most.offset && order.faults.drift <= most.drift,
            "the page would leave the glass")
        var marks = PaperMarks(
            intention: order.intention, groups: plan.groups, habits: order.pens,
            handForEach: order.handForEach, seed: order.seed)
        var sheet = blank
        for stroke in marks.strokes { sheet.draw(stroke, seed: order.seed) }
        marks.settle(ink: ink(on: sheet, of: marks.strokes))
        var pass = ScannerPass(
            habits: order.scanner, pageWidth: plan.width, pageHeight: plan.height,
            seed: order.seed)
        pass.drift = FeedDrift(reach: order.faults.drift, seed: order.seed)
        for speck in pass.specks { sheet.draw(speck, seed: order.seed) }
        if let fold = pass.fold { sheet.crease(fold) }
        let optics = Scanner(
            width: Int((plan.width / 25.4 * order.dpi).rounded()),
            height: Int((plan.height / 25.4 * order.dpi).rounded()), density: order.dpi / 25.4)
        var pixels = optics.look(at: sheet, pass: pass)
        order.faults.spoil(
            &pixels, width: optics.width, height: optics.height, density: optics.density,
            seed: order.seed)
        return (
            PagePicture(width: optics.width, height: optics.height, pixels: pixels), marks.truth
        )
    }

    /// Ink in every target; only those that a stroke may have reached are looked at.
    private func ink(on sheet: PaperSheet, of strokes: [InkStroke]) -> [Int] {
        let boxes = strokes.map(\.box)
        return plan.targets.map { target in
            boxes.contains { $0.overlaps(target) }
                ? sheet.ink(in: target, shape: plan.shape, margin: line + 0.15) : 0
        }
    }
}

extension InkStroke {
    /// Everything that it may darken.
    fileprivate var box: PaperZone {
        let left = (spots.map(\.x).min() ?? 0) - width
        let top = (spots.map(\.y).min() ?? 0) - width
        return PaperZone(
            left: left, top: top, width: (spots.map(\.x).max() ?? 0) + width - left,
            height: (spots.map(\.y).max() ?? 0) + width - top)
    }
}

extension PagePlan {
    /// With its targets displaced; the timing marks stay.
    fileprivate func moved(by shift: Spot) -> PagePlan {
        let groups = groups.map { group in
            Group(
                contest: group.contest,
                places: group.places.map { place in
                    Place(
                        option: place.option,
                        target: PaperZone(
                            left: place.target.left + shift.x, top: place.target.top + shift.y,
                            width: place.target.width, height: place.target.height))
                })
        }
        return PagePlan(
            width: width, height: height, shape: shape, groups: groups, timingMarks: timingMarks,
            words: words, code: code)
    }
}

extension PageModel {
    /// Whether a page of this order is fed with its head behind.
    package func isUpsideDown(_ order: Order) -> Bool {
        ScannerPass(
            habits: order.scanner, pageWidth: plan.width, pageHeight: plan.height, seed: order.seed
        ).upsideDown
    }
}
