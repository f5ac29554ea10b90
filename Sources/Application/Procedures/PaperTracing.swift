import Ballots
import Scanning
import StationCount

/// Takes the fine shape of the marks off one page.
struct PaperTracing {
    struct Found {
        let patch: PaperTrace.Patch
        let ink: Int
    }

    private let image: GrayImage
    private let reading: PageReading
    private let layout: BallotLayout
    /// Pixels of one cell.
    private let cell: Double
    private let black: Int
    private let columns: Int
    private let rows: Int

    /// Paler than this part of the way from paper to ink is paper: grain, show-through.
    private static let palest = 0.1

    /// Nil for a layout without targets of any size, or a scale that was not found.
    init?(_ image: GrayImage, _ reading: PageReading, _ layout: BallotLayout) {
        let scale = Double(reading.pixelsPerMillimetre) / 100
        guard scale > 0.5, layout.targetWidth > 0, layout.targetHeight > 0 else { return nil }
        var upright = image
        for _ in 0..<reading.quarterTurns % 2 { upright = upright.quarterTurned() }
        if reading.quarterTurns % 4 >= 2 { upright = upright.upsideDown() }
        self.image = upright
        self.reading = reading
        self.layout = layout
        cell = PaperTrace.cell * scale
        columns = Int((layout.targetWidth + 2 * PaperTrace.margin) / PaperTrace.cell)
        rows = Int((layout.targetHeight + 2 * PaperTrace.margin) / PaperTrace.cell)
        black = Self.level(upright.pixels, darkestPart: 200, step: 61)
    }

    /// - Parameter least: the ink from which a target is traced, in ten-thousandths.
    func patches(from least: Int) -> [Found] {
        reading.targets.filter { $0.measure.ink >= least }.compactMap(found)
    }

    private func found(_ target: TargetReading) -> Found? {
        let means = self.means(x: Double(target.x), y: Double(target.y))
        guard !means.isEmpty else { return nil }
        let white = means.sorted()[means.count * 3 / 4]
        let span = Double(white - black)
        guard span > 30 else { return nil }
        var cells = [UInt8](repeating: 0, count: means.count)
        for row in 0..<rows {
            for column in 0..<columns {
                let index = row * columns + column
                let dark = Double(white - means[index]) / span
                guard dark > Self.palest else { continue }
                cells[index] = UInt8(min(1, dark) * 255)
            }
        }
        return Found(
            patch: .init(
                face: reading.face, target: target.target, columns: columns, cells: cells),
            ink: cells.reduce(0) { $0 + Int($1) })
    }

    /// Mean brightness of each cell; empty where the patch leaves the picture.
    private func means(x: Double, y: Double) -> [Int] {
        let left = x - Double(columns) * cell / 2 + 0.5
        let top = y - Double(rows) * cell / 2 + 0.5
        guard left >= 0, top >= 0, left + Double(columns) * cell < Double(image.width),
            top + Double(rows) * cell < Double(image.height)
        else { return [] }
        var means = [Int](repeating: 0, count: columns * rows)
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                let upper = Int(top + Double(row) * cell)
                let lower = max(upper + 1, Int(top + Double(row + 1) * cell))
                for column in 0..<columns {
                    let first = Int(left + Double(column) * cell)
                    let last = max(first + 1, Int(left + Double(column + 1) * cell))
                    var sum = 0
                    for line in upper..<lower {
                        for place in first..<last { sum += Int(pixels[line * image.width + place]) }
                    }
                    means[row * columns + column] = sum / ((lower - upper) * (last - first))
                }
            }
        }
        return means
    }

    /// The level that one in `darkestPart` pixels is darker than.
    private static func level(_ pixels: [UInt8], darkestPart: Int, step: Int) -> Int {
        var bins = [Int](repeating: 0, count: 256)
        var seen = 0
        for index in stride(from: 0, to: pixels.count, by: step) {
            bins[Int(pixels[index])] += 1
            seen += 1
        }
        var sum = 0
        for level in 0..<256 {
            sum += bins[level]
            if sum * darkestPart > seen { return level }
        }
        return 0
    }
}
