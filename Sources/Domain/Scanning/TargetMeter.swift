import Ballots

/// What the first reader measures at one target.
struct InkReading {
    let find: TargetLocator.Find
    /// All as in `MarkMeasure`.
    let ink: Int
    let smear: Int
    let besideDark: Int
    let contrast: Int
    /// Ink round the target and in its write-in area, on a grid of quarter millimetres.
    let surroundings: Surroundings
    /// Of the inside that was measured from the outline's outer edge, in millimetres.
    let inset: Double
}

/// Measures targets on one page.
struct TargetMeter {
    let image: GrayImage
    let light: PaperLight
    let template: TargetTemplate
    let black: Int
    let layout: BallotLayout
    let side: BallotLayout.Side
    let grid: PageGrid
    /// Millimetres above and below a target in which ink is kept: a ring's room and a near miss's.
    let above: Double

    init(
        image: GrayImage, light: PaperLight, template: TargetTemplate, black: Int,
        layout: BallotLayout, side: BallotLayout.Side, grid: PageGrid
    ) {
        self.image = image
        self.light = light
        self.template = template
        self.black = black
        self.layout = layout
        self.side = side
        self.grid = grid
        above = max(TargetRoom.farthest, Surroundings.height(layout: layout, side: side))
    }

    /// Darker than this part of the way from paper to ink is ink. Ball pens and felt pens lie above
    /// 0.5, a soft pencil about 0.5; print showing through from the back stays below 0.2.
    static let inkPart = 0.35
    /// Darker than this is not clean paper: three times the grain of uncoated paper (about 0.04).
    static let greyPart = 0.12
    /// A filling at least this dark is a stroke of a soft pencil, though it has no core; what an
    /// eraser leaves is paler.
    static let strokePart = 0.45
    /// The middle of a stroke is darker than this: pens leave it nearly as dark as print, and even
    /// a line of one pixel loses no more than a third of its depth to blur.
    static let corePart = 0.6

    func measure(_ target: BallotLayout.Target, at find: TargetLocator.Find) -> InkReading {
        let near = paper(around: find)
        // Where no paper is to be seen near the target, what is there is still measured against
        // the paper of the page; the low contrast tells the judge.
        let wide = light.white(x: find.x, y: find.y)
        let white = near * 10 >= wide * 6 ? near : wide
        let span = white - black
        let inkLevel = white - Int(Double(span) * TargetMeter.inkPart)
        let greyLevel = white - Int(Double(span) * TargetMeter.greyPart)
        let counts = interior(
            find, inkLevel: inkLevel, greyLevel: greyLevel,
            strokeLevel: white - Int(Double(span) * TargetMeter.strokePart),
            coreLevel: white - Int(Double(span) * TargetMeter.corePart))
        let area = max(1, template.interior.count)
        return InkReading(
            find: find, ink: counts.ink * 10_000 / area, smear: counts.smear * 10_000 / area,
            besideDark: besideDark(find, level: inkLevel), contrast: near - black,
            surroundings: Surroundings(of: target, find: find, meter: self, level: inkLevel),
            inset: template.inset)
    }

    /// Brightness of the paper just round the target, its fifth brightest part: print and ink cover
    /// less than the rest.
    private func paper(around find: TargetLocator.Find) -> Int {
        var bins = [Int](repeating: 0, count: 256)
        var count = 0
        let width = template.halfWidth * 2
        let height = template.halfHeight * 2
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in stride(
                from: max(0, find.y - height), through: min(image.height - 1, find.y + height),
                by: 2)
            {
                for x in stride(
                    from: max(0, find.x - width), through: min(image.width - 1, find.x + width),
                    by: 2)
                {
                    bins[Int(pixels[y * image.width + x])] += 1
                    count += 1
                }
            }
        }
        var seen = 0
        for level in stride(from: 255, through: 0, by: -1) {
            seen += bins[level]
            if seen * 4 > count { return level }
        }
        return 0
    }

    private func interior(
        _ find: TargetLocator.Find, inkLevel: Int, greyLevel: Int, strokeLevel: Int, coreLevel: Int
    ) -> (ink: Int, smear: Int) {
        var ink = 0
        var smear = 0
        let width = image.width
        let margin = template.halfWidth + 4
        guard find.x > margin, find.y > margin, find.x < width - margin,
            find.y < image.height - margin
        else { return (template.interior.count, 0) }
        image.pixels.withUnsafeBufferPointer { pixels in
            let centre = find.y * width + find.x
            for at in template.interior {
                let place = centre + at.y * width + at.x
                let value = Int(pixels[place])
                if value < inkLevel { ink += 1 }
                guard value < greyLevel, value >= strokeLevel else { continue }
                let reach = value < inkLevel ? 1 : 2
                var core = false
                var near = 0
                for dy in -reach...reach where !core {
                    for dx in -reach...reach {
                        let beside = Int(pixels[place + dy * width + dx])
                        if beside < coreLevel { core = true }
                        if abs(dx) <= 1, abs(dy) <= 1 { near += beside }
                    }
                }
                // A smear is grey over an area; single grey pixels are grain or noise.
                guard near < 9 * greyLevel else { continue }
                if !core { smear += 1 }
            }
        }
        return (ink, smear)
    }

    private func besideDark(_ find: TargetLocator.Find, level: Int) -> Int {
        let gap = 2
        let width = template.halfWidth
        let height = template.halfHeight
        let places = [
            (find.x - 2 * width - gap, find.y), (find.x + 2 * width + gap, find.y),
            (find.x, find.y - 2 * height - gap), (find.x, find.y + 2 * height + gap),
        ]
        var most = 0
        image.pixels.withUnsafeBufferPointer { pixels in
            for (x, y) in places {
                var dark = 0
                var seen = 0
                for row in stride(from: y - height, through: y + height, by: 2) {
                    for column in stride(from: x - width, through: x + width, by: 2) {
                        guard row >= 0, row < image.height, column >= 0, column < image.width
                        else { continue }
                        seen += 1
                        if Int(pixels[row * image.width + column]) < level { dark += 1 }
                    }
                }
                if seen > 0 { most = max(most, dark * 100 / seen) }
            }
        }
        return most
    }
}
