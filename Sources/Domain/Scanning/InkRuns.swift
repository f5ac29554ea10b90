/// Every run of ink on a page, row by row: the page in black and white.
///
/// Memory grows with the number of runs, some 100,000 on a page full of text at 200 dots per inch.
struct InkRuns {
    struct Run {
        /// First pixel, and the one after the last.
        var start: Int32
        var end: Int32

        var length: Int32 { end &- start }
    }

    private(set) var runs: [Run] = []
    /// Where each row's runs begin in `runs`; one more than there are rows.
    private(set) var rows: [Int32] = []

    init(_ image: GrayImage, light: PaperLight) {
        runs.reserveCapacity(image.height * 40)
        rows.reserveCapacity(image.height + 1)
        var found = runs
        var ends = rows
        image.pixels.withUnsafeBufferPointer { pixels in
            light.threshold.withUnsafeBufferPointer { thresholds in
                let scanner = RowScanner(
                    pixels: pixels, thresholds: thresholds, width: image.width,
                    blocks: light.columns)
                for y in 0..<image.height {
                    ends.append(Int32(found.count))
                    scanner.runs(row: y) { found.append(Run(start: Int32($0), end: Int32($1))) }
                }
            }
        }
        ends.append(Int32(found.count))
        runs = found
        rows = ends
    }
}

/// Finds runs of ink in a row of pixels.
private struct RowScanner {
    let pixels: UnsafeBufferPointer<UInt8>
    let thresholds: UnsafeBufferPointer<UInt8>
    let width: Int
    let blocks: Int

    /// Calls with the first pixel of each run and the one after its last.
    @inline(__always)
    func runs(row y: Int, _ found: (Int, Int) -> Void) {
        let line = UnsafeRawPointer(pixels.baseAddress! + y * width)
        let levels = thresholds.baseAddress! + y / PaperLight.block * blocks
        var start = -1
        var x = 0
        while x < width {
            let level = max(1, levels[x / PaperLight.block])
            if x + 8 <= width, x & 7 == 0 {
                let eight = EightPixels(line.loadUnaligned(fromByteOffset: x, as: UInt64.self))
                // Most of a page is paper, and most of the rest is inside of ink.
                if start < 0 ? !eight.anyBelow(level) : !eight.anyFrom(level) {
                    x += 8
                    continue
                }
            }
            let end = min(width, (x | 7) + 1)
            while x < end {
                let dark = line.load(fromByteOffset: x, as: UInt8.self) < level
                if dark {
                    if start < 0 { start = x }
                } else if start >= 0 {
                    found(start, x)
                    start = -1
                }
                x += 1
            }
        }
        if start >= 0 { found(start, width) }
    }
}

/// Eight pixels in one word, compared at once.
///
/// Source: S. E. Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than n" and
/// "greater than n". The comparisons of the library's vectors are loops over their lanes here.
private struct EightPixels {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080
    let word: UInt64

    @inline(__always)
    init(_ word: UInt64) { self.word = word }

    /// - Parameter level: 1...255.
    @inline(__always)
    func anyBelow(_ level: UInt8) -> Bool {
        level <= 128
            ? EightPixels.less(word, UInt64(level)) : EightPixels.more(~word, UInt64(255 - level))
    }

    /// - Parameter level: 1...255.
    @inline(__always)
    func anyFrom(_ level: UInt8) -> Bool {
        level <= 128
            ? EightPixels.more(word, UInt64(level) - 1)
            : EightPixels.less(~word, 256 - UInt64(level))
    }

    /// Whether a byte is below 1...128.
    @inline(__always)
    private static func less(_ word: UInt64, _ n: UInt64) -> Bool {
        (word &- ones &* n) & ~word & tops != 0
    }

    /// Whether a byte is above 0...127.
    @inline(__always)
    private static func more(_ word: UInt64, _ n: UInt64) -> Bool {
        ((word &+ ones &* (127 - n)) | word) & tops != 0
    }
}
