import Elections
import Pen
import Primitives

/// What page of the corpus comes of its number: everything follows from the corpus's seed and the
/// number, so that any slice can be made anywhere.
struct CorpusPage: Sendable {
    /// Pages of one kind of sheet from one print run.
    static let pagesInRun = 32

    let number: Int
    let order: PageModel.Order
    /// Read from the bytes of a JPEG, its code found on the picture; else from the pixels, with the
    /// code told.
    let isFile: Bool
    /// What is said of the page in the tables.
    let labels: [String]

    /// Which sheet and which print run a page belongs to.
    struct Run: Sendable {
        let sheet: TestSheet
        let print: PrintRun

        init(number: Int, seed: UInt64) {
            var chance = SeededSource(
                seed: seed &+ UInt64(number) &* 0x9e37_79b9_7f4a_7c15, purpose: "run")
            let kind = TestSheet.kinds[number % TestSheet.kinds.count]
            sheet = TestSheet(kind, seed: chance.next())
            print = PrintRun(seed: chance.next())
        }

        var labels: [String] {
            let shift = print.shift.x * print.shift.x + print.shift.y * print.shift.y
            return [sheet.name]
                + (print.toner.left > 75 ? ["pale toner"] : [])
                + (print.line > 0.34 ? ["bold outline"] : [])
                + (shift > 0.09 ? ["print shifted by more than 0.3 mm"] : [])
        }
    }

    init(number: Int, seed: UInt64, run: Run) {
        self.number = number
        var chance = SeededSource(
            seed: seed &+ UInt64(number) &* 0xd1b5_4a32_d192_ed03, purpose: "page")
        let conditions = Conditions(&chance)
        // From a page where few marked anything to one where most groups have several marks.
        let share = chance.between(0.03, 0.33)
        let intention = run.sheet.plan.groups.map { group in
            group.places.map(\.option).filter { _ in chance.fraction() < share }
        }
        order = PageModel.Order(
            intention: intention, pens: .corpus, handForEach: true, scanner: conditions.scanner,
            faults: conditions.faults, dpi: conditions.dpi, seed: chance.next())
        // Black and white pages are no JPEG files in practice.
        isFile = conditions.faults.threshold == nil && chance.below(2) == 0
        labels = run.labels + conditions.labels + (isFile ? ["as a JPEG file"] : [])
    }

    /// How a page is scanned.
    private struct Conditions {
        var dpi = 200.0
        var scanner = ScannerHabits()
        var faults = ScanFaults()
        var labels: [String] = []

        init(_ chance: inout SeededSource) {
            // Each draw is made always, so that one choice moves no other.
            let resolution = chance.below(100)
            dpi = resolution < 30 ? 150 : resolution < 86 ? 200 : 300
            labels.append("\(Int(dpi)) dpi")
            let askew = chance.below(100) < 15
            scanner.skew = askew ? 2.2 : 1.2
            if askew { labels.append("skew up to 2.2 degrees") }
            scanner.stretch = chance.below(100) < 10 ? 0.012 : 0.006
            scanner.noise = chance.below(100) < 20 ? 3.0...7.0 : 1.5...4.0
            scanner.quality = 35 + chance.below(58)
            let uneven = chance.below(100) < 25
            if uneven {
                faults.drift = 0.4
                labels.append("uneven feed")
            }
            let dirty = chance.below(100)
            faults.streaks = dirty < 2 ? 1 : dirty < 3 ? 2 : 0
            if faults.streaks > 0 { labels.append("streaks") }
            // Lower levels lose soft pencil altogether; nobody could read such a picture.
            let level = 140 + chance.below(36)
            if chance.below(100) < 7, dpi >= 200 {
                faults.threshold = UInt8(level)
                labels.append("black and white")
            }
        }
    }
}

extension PenHabits {
    /// Marks as plain as an electorate's, and many more of those at the edge.
    static let corpus = PenHabits(
        styles: [
            .fill: 3600, .cross: 2000, .tick: 1900, .slash: 900, .partialFill: 600,
            .lightPencil: 300, .dot: 200, .crossBeside: 250, .circled: 250,
        ], hesitation: 600, erasure: 500)
}
