import Primitives

/// Looks at a paper sheet and makes the picture a scanner would.
struct Scanner {
    /// Of the picture, in pixels.
    let width: Int
    let height: Int
    /// Pixels in a millimetre.
    let density: Double

    /// Whole numbers throughout the inner loops: fast, and the same on every machine.
    func look(at sheet: PaperSheet, pass: ScannerPass) -> [UInt8] {
        // One pixel of margin on each side for the neighbours of the blur.
        let wide = width + 2
        let seen = [UInt8](unsafeUninitializedCapacity: wide * (height + 2)) { buffer, count in
            sample(sheet, pass, into: buffer.baseAddress!, wide: wide)
            count = wide * (height + 2)
        }
        return finish(seen, wide: wide, pass: pass)
    }

    // MARK: Geometry

    private func sample(
        _ sheet: PaperSheet, _ pass: ScannerPass, into output: UnsafeMutablePointer<UInt8>,
        wide: Int
    ) {
        let map = PageMap(scanner: self, sheet: sheet, pass: pass)
        sheet.samples.withUnsafeBufferPointer { samples in
            let view = SheetView(
                samples: samples.baseAddress!, width: sheet.width, height: sheet.height)
            for row in 0..<height + 2 {
                let line = output + row * wide
                let ahead = pass.drift?.at(Double(row) / density) ?? 0
                let start = map.start(row: Double(row - 1) + ahead * density, column: -1)
                guard let fold = pass.fold else {
                    view.copy(from: start, step: map.step, into: line, 0..<wide)
                    continue
                }
                let split = map.crossing(fold, from: start, columns: wide, sheet: sheet)
                let moved = Spot(
                    start.x + fold.shift.x * sheet.density, start.y + fold.shift.y * sheet.density)
                let (first, second) = split.farFirst ? (moved, start) : (start, moved)
                view.copy(from: first, step: map.step, into: line, 0..<split.column)
                view.copy(from: second, step: map.step, into: line, split.column..<wide)
            }
        }
    }

    // MARK: Light, sharpness and noise

    private func finish(_ seen: [UInt8], wide: Int, pass: ScannerPass) -> [UInt8] {
        let light = columnLight(pass)
        var chance = SeededSource(seed: pass.noiseSeed)
        let side = Int32(pass.blur)
        let centre = 256 - 4 * side
        let noise = Int32(pass.noise)
        return [UInt8](unsafeUninitializedCapacity: width * height) { output, count in
            seen.withUnsafeBufferPointer { seen in
                light.withUnsafeBufferPointer { light in
                    NoiseStrip.values.withUnsafeBufferPointer { strip in
                        for row in 0..<height {
                            let here = seen.baseAddress! + (row + 1) * wide + 1
                            let dust = strip.baseAddress! + chance.below(NoiseStrip.length)
                            let line = output.baseAddress! + row * width
                            let level = Int32(rowLight(row, pass))
                            for column in 0..<width {
                                let around =
                                    Int32(here[column &- 1]) &+ Int32(here[column &+ 1])
                                    &+ Int32(here[column &- wide]) &+ Int32(here[column &+ wide])
                                let soft = centre &* Int32(here[column]) &+ side &* around
                                let lamp = ((soft >> 4) &* light[column]) >> 12
                                let lit = (lamp &* level) >> 12
                                let value = (lit &* 64 &+ Int32(dust[column]) &* noise) >> 10
                                line[column] = UInt8(truncatingIfNeeded: max(0, min(255, value)))
                            }
                        }
                    }
                }
            }
            count = width * height
        }
    }

    /// Of 4096.
    private func columnLight(_ pass: ScannerPass) -> [Int32] {
        (0..<width).map { column in
            let x = Double(column) / Double(width - 1)
            let slope = pass.light.left + (pass.light.right - pass.light.left) * x
            let bow = pass.light.bow * 4 * (x - 0.5) * (x - 0.5)
            return Int32((slope - bow) * 4096)
        }
    }

    private func rowLight(_ row: Int, _ pass: ScannerPass) -> Double {
        let y = Double(row) / Double(height - 1) - 0.5
        return (pass.light.level + pass.light.down * y) * 4096
    }
}

/// From a pixel of the picture to a sample of the sheet.
private struct PageMap {
    let step: Spot
    private let down: Spot
    private let origin: Spot

    init(scanner: Scanner, sheet: PaperSheet, pass: ScannerPass) {
        // The other way round: from the picture's middle to the paper's middle.
        let ratio = sheet.density / scanner.density
        let turn = pass.upsideDown ? -1.0 : 1.0
        step = Spot(
            turn * pass.cosine * ratio / pass.stretchX, -turn * pass.sine * ratio / pass.stretchY)
        down = Spot(
            turn * pass.sine * ratio / pass.stretchX, turn * pass.cosine * ratio / pass.stretchY)
        let middle = Spot(
            Double(sheet.width) / 2 - 0.5 + pass.offset.x * sheet.density,
            Double(sheet.height) / 2 - 0.5 + pass.offset.y * sheet.density)
        let half = Spot(Double(scanner.width) / 2 - 0.5, Double(scanner.height) / 2 - 0.5)
        origin = Spot(
            middle.x - half.x * step.x - half.y * down.x,
            middle.y - half.x * step.y - half.y * down.y)
    }

    func start(row: Double, column: Int) -> Spot {
        Spot(
            origin.x + Double(column) * step.x + row * down.x,
            origin.y + Double(column) * step.y + row * down.y)
    }

    /// The column at which a row of the picture crosses a fold, and which side comes first.
    func crossing(
        _ fold: Fold, from start: Spot, columns: Int, sheet: PaperSheet
    ) -> (column: Int, farFirst: Bool) {
        let place = sheet.sample(fold.place)
        let (value, slope) = fold.across ? (start.y, step.y) : (start.x, step.x)
        let farAtStart = value > place
        let farAtEnd = value + slope * Double(columns) > place
        guard farAtStart != farAtEnd else { return (columns, farAtStart) }
        let column = Int((place - value) / slope) + 1
        return (max(0, min(columns, column)), farAtStart)
    }
}

/// Reads between samples.
private struct SheetView {
    let samples: UnsafePointer<UInt8>
    let width: Int
    let height: Int

    /// Fills a span of a row; positions are 16.16 fixed point and stay on the sheet.
    func copy(
        from start: Spot, step: Spot, into line: UnsafeMutablePointer<UInt8>, _ span: Range<Int>
    ) {
        guard !span.isEmpty else { return }
        let low = Double(span.lowerBound)
        let high = Double(span.upperBound - 1)
        for at in [low, high] {
            let x = start.x + step.x * at
            let y = start.y + step.y * at
            precondition(
                x >= 0 && y >= 0 && x < Double(width - 2) && y < Double(height - 2),
                "the scanner looks beyond the sheet at \(x), \(y)")
        }
        var x = Int((start.x + step.x * low) * 65_536)
        var y = Int((start.y + step.y * low) * 65_536)
        let stepX = Int((step.x * 65_536).rounded())
        let stepY = Int((step.y * 65_536).rounded())
        for column in span {
            let at = samples + ((y >> 16) &* width &+ (x >> 16))
            let right = Int32(truncatingIfNeeded: (x >> 8) & 255)
            let below = Int32(truncatingIfNeeded: (y >> 8) & 255)
            let upper = Int32(at[0]) &* (256 &- right) &+ Int32(at[1]) &* right
            let lower = Int32(at[width]) &* (256 &- right) &+ Int32(at[width &+ 1]) &* right
            line[column] = UInt8(
                truncatingIfNeeded: (upper &* (256 &- below) &+ lower &* below) >> 16)
            x &+= stepX
            y &+= stepY
        }
    }
}
