/// How bright the paper and how dark the ink is, over the page.
///
/// Scanners light a page unevenly and paper is tinted, so one number for white would turn the dark
/// side of a page into ink. White is taken per block as the brightness that a fifth of the samples
/// exceed; where a block holds mostly ink, its neighbours' white is used.
struct PaperLight: Sendable {
    /// Pixels along one side of a block.
    static let block = 32

    let columns: Int
    let rows: Int
    /// Brightness of the paper per block.
    private(set) var white: [UInt8]
    /// Brightness of the paper over the whole page.
    let pageWhite: Int
    /// Brightness of the darkest ink, first estimate.
    let pageBlack: Int
    /// Hardly anything is printed: less than a two-hundredth of the page is dark.
    let isNearlyBlank: Bool

    /// Brightness that separates ink from paper when marks are sought: half-way.
    let threshold: [UInt8]

    var contrast: Int { pageWhite - pageBlack }

    init(_ image: GrayImage) {
        let size = PaperLight.block
        let columns = (image.width + size - 1) / size
        let rows = (image.height + size - 1) / size
        var total = [Int](repeating: 0, count: 64)
        var white = [UInt8](repeating: 0, count: columns * rows)
        image.pixels.withUnsafeBufferPointer { pixels in
            var bins = [Int](repeating: 0, count: 64)
            for row in 0..<rows {
                for column in 0..<columns {
                    for bin in 0..<64 { bins[bin] = 0 }
                    let right = min(image.width, (column + 1) * size)
                    let bottom = min(image.height, (row + 1) * size)
                    var samples = 0
                    for y in stride(from: row * size + 1, to: bottom, by: 4) {
                        for x in stride(from: column * size + (y & 2), to: right, by: 3) {
                            bins[Int(pixels[y * image.width + x] >> 2)] += 1
                            samples += 1
                        }
                    }
                    for bin in 0..<64 { total[bin] += bins[bin] }
                    white[row * columns + column] = PaperLight.level(
                        bins, part: samples / 5, fromAbove: true)
                }
            }
        }
        let count = total.reduce(0, +)
        pageWhite = Int(PaperLight.level(total, part: count / 4, fromAbove: true))
        isNearlyBlank =
            pageWhite - Int(PaperLight.level(total, part: count / 200, fromAbove: false)) < 60
        pageBlack = Int(PaperLight.level(total, part: count / 1000, fromAbove: false))
        self.columns = columns
        self.rows = rows
        self.white = PaperLight.filled(
            white, columns: columns, rows: rows, page: pageWhite)
        let black = pageBlack
        threshold = self.white.map { UInt8((Int($0) + min(black, Int($0))) / 2) }
    }

    /// The level that `part` of the samples lie beyond.
    private static func level(_ bins: [Int], part: Int, fromAbove: Bool) -> UInt8 {
        var seen = 0
        for step in 0..<64 {
            let bin = fromAbove ? 63 - step : step
            seen += bins[bin]
            if seen > part { return UInt8(bin * 4 + 2) }
        }
        return fromAbove ? 2 : 254
    }

    /// Gives blocks full of ink (or of the scanner's own dark bed) the mean of their neighbours.
    private static func filled(_ levels: [UInt8], columns: Int, rows: Int, page: Int) -> [UInt8] {
        let least = page * 55 / 100
        var known = levels.map { Int($0) >= least ? Int($0) : -1 }
        var rounds = 0
        while known.contains(-1), rounds < 8 {
            rounds += 1
            let before = known
            for row in 0..<rows {
                for column in 0..<columns where before[row * columns + column] < 0 {
                    var sum = 0
                    var count = 0
                    for y in max(0, row - 1)...min(rows - 1, row + 1) {
                        for x in max(0, column - 1)...min(columns - 1, column + 1)
                        where before[y * columns + x] >= 0 {
                            sum += before[y * columns + x]
                            count += 1
                        }
                    }
                    if count > 0 { known[row * columns + column] = sum / count }
                }
            }
        }
        return known.map { UInt8($0 < 0 ? page : $0) }
    }

    /// Brightness of the paper round a place.
    func white(x: Int, y: Int) -> Int {
        let column = min(max(x / PaperLight.block, 0), columns - 1)
        let row = min(max(y / PaperLight.block, 0), rows - 1)
        return Int(white[row * columns + column])
    }
}
