import Ballots

/// Measures every target of a page, by both readers.
struct PageMeasurement {
    let sheet: RegisteredPage
    let layout: BallotLayout
    let side: BallotLayout.Side
    let code: SheetCode?

    private var page: Page { sheet.page }
    private var grid: PageGrid { sheet.grid }

    init(
        _ sheet: RegisteredPage, layout: BallotLayout, side: BallotLayout.Side,
        code: SheetCode? = nil
    ) {
        self.sheet = sheet
        self.layout = layout
        self.side = side
        self.code = code
    }

    /// How far print may lie from where the marks put it: an eighth of the usual distance of marks.
    static let reachMillimetres = 0.9

    /// Ten-thousandths of the inside: with more ink in it a target may be the one that ink beside it
    /// belongs to. No judgement of the voter's: a grain of dust has less, a tick has more.
    static let leastOfMark = 400

    func reading() throws(ScanRefusal) -> PageReading {
        let first = try inkReadings()
        let second = page.match(layout: layout, side: side, least: 0.4).map {
            DarknessReader(
                image: page.image, layout: layout, side: side, pageBlack: page.light.pageBlack
            ).read($0)
        }
        let streaks = Streaks(page.image, light: page.light, pixelsPerMillimetre: grid.scaleX)
        let habit = PageHabit(first.map(\.surroundings.around))
        let writing = usualWriting(first)
        let outline = TargetOutline(
            shape: layout.targetShape ?? .ellipse, width: layout.targetWidth,
            height: layout.targetHeight)
        let rooms = TargetRoom.all(
            layout: layout, side: side,
            marked: first.map { $0.ink >= PageMeasurement.leastOfMark })
        let halfWidth = Int(layout.targetWidth / 2 * grid.scaleX)
        let targets = first.indices.map { index in
            let ink = first[index]
            var measure = MarkMeasure(
                ink: ink.ink, second: second?[index].ink, smear: ink.smear,
                outline: Int(ink.find.outline * 100), beside: ink.besideDark,
                contrast: ink.contrast)
            let outside = OutsideInk(
                habit.foreign(ink.surroundings.around), outline: outline,
                interiorArea: layout.interiorArea, room: rooms[index])
            measure.ring = outside.ring
            measure.near = outside.near
            let shape = MarkShape(
                ink.surroundings.around, outline: outline, inset: ink.inset)
            measure.extent = shape.extent
            measure.crossings = shape.crossings
            measure.writing = written(ink, usual: writing)
            measure.apart = second.map { apart(ink.find, $0[index].centre) }
            if streaks.touch(ink.find.x, halfWidth: halfWidth) { measure.streak = 1 }
            return TargetReading(target: index, x: ink.find.x, y: ink.find.y, measure: measure)
        }
        return PageReading(
            layout: layout.id, face: side.face, quarterTurns: page.quarters,
            pixelsPerMillimetre: Int((grid.scaleX * 100).rounded()), code: code,
            marksFound: grid.marksFound, marksExpected: grid.marksExpected,
            notices: notices(streaks), targets: targets)
    }

    private func notices(_ streaks: Streaks) -> [PageNotice] {
        var notices = streaks.columns.map {
            PageNotice.streak(millimetres: Int(Double($0.lowerBound) / grid.scaleX))
        }
        if sheet.byPrint, side.landmarks == nil { notices.append(.foundByPrint) }
        // One mark in twenty may be lost to a crossing pen without a word.
        if !sheet.byPrint, 20 * grid.marksFound < 19 * grid.marksExpected {
            notices.append(
                .marksMissing(found: grid.marksFound, expected: grid.marksExpected))
        }
        return notices
    }

    // MARK: The first reader

    private func inkReadings() throws(ScanRefusal) -> [InkReading] {
        let black = blackOfMarks() ?? page.light.pageBlack
        let expected = side.targets.map { grid.place(column: $0.column, row: $0.row) }
        var template = TargetTemplate(
            layout: layout, unitX: grid.unitX, unitY: grid.unitY, inset: layout.interiorInset)
        var finds = locator(template, black: black).finds(expected)
        let inset = PrintedOutline(
            image: page.image, light: page.light, black: black, layout: layout
        ).inset(finds, unitX: grid.unitX, unitY: grid.unitY)
        if inset > layout.interiorInset {
            template = TargetTemplate(
                layout: layout, unitX: grid.unitX, unitY: grid.unitY, inset: inset)
            finds = locator(template, black: black).finds(expected)
        }
        let seen = finds.count { $0.sure || $0.outline > 0.4 }
        // On the right paper even a spoiled one shows most of its outlines.
        guard 3 * seen >= 2 * finds.count else {
            throw .targetsNotFound(found: seen, expected: finds.count)
        }
        let meter = TargetMeter(
            image: page.image, light: page.light, template: template, black: black,
            layout: layout, side: side, grid: grid)
        return side.targets.indices.map { meter.measure(side.targets[$0], at: finds[$0]) }
    }

    private func locator(_ template: TargetTemplate, black: Int) -> TargetLocator {
        TargetLocator(
            image: page.image, light: page.light, template: template, black: black,
            reach: Int((PageMeasurement.reachMillimetres * grid.scaleX).rounded(.up)))
    }

    /// Brightness of printed ink: the middle of the timing marks, of which up to half may be missing.
    private func blackOfMarks() -> Int? {
        var levels: [Double] = []
        for mark in layout.frame(side) {
            let place = grid.place(column: mark.x, row: mark.y)
            let x = Int(place.x.rounded())
            let y = Int(place.y.rounded())
            guard x >= 0, y >= 0, x < page.image.width, y < page.image.height else { continue }
            levels.append(Double(page.image.pixels[y * page.image.width + x]))
        }
        return levels.isEmpty ? nil : Int(levels.sorted()[levels.count / 4])
    }

    // MARK: What is beside a target

    /// Hundredths of a millimetre.
    private func apart(_ find: TargetLocator.Find, _ centre: PagePoint) -> Int {
        let gap = PagePoint(x: Double(find.x), y: Double(find.y)) - centre
        return Int(gap.length / grid.scaleX * 100)
    }

    /// Part of a write-in area that its printed words usually fill on this page; nil when there are
    /// too few areas to say.
    private func usualWriting(_ readings: [InkReading]) -> Double? {
        let parts = readings.compactMap { reading -> Double? in
            reading.surroundings.writing.map { Double($0.count) / Double($0.columns * $0.rows) }
        }
        return parts.count >= 3 ? median(parts) : nil
    }

    /// Hundredths of a square millimetre beyond what is usual.
    private func written(_ reading: InkReading, usual: Double?) -> Int? {
        guard let map = reading.surroundings.writing, let usual else { return nil }
        let cells = Double(map.count) - usual * Double(map.columns * map.rows)
        return Int(max(0, cells * Surroundings.cell * Surroundings.cell * 100))
    }
}

/// Where ink lies inside a target, coarsely: enough to tell a filling from a cross from a stroke.
struct MarkShape {
    /// Left, top, right, bottom of the ink in hundredths of a millimetre from the centre; nil when
    /// there is none.
    let extent: [Int]?
    /// How often each of five lines across the inside meets ink, from above.
    let crossings: [Int]

    /// - Parameter inset: of the inside from the outline's outer edge, in millimetres.
    init(_ map: InkMap, outline: TargetOutline, inset: Double) {
        let centre = PagePoint(x: Double(map.columns - 1) / 2, y: Double(map.rows - 1) / 2)
        func inside(_ column: Int, _ row: Int) -> Bool {
            map[column, row]
                && outline.contains(
                    PagePoint(
                        x: (Double(column) - centre.x) * Surroundings.cell,
                        y: (Double(row) - centre.y) * Surroundings.cell), inset: inset)
        }
        var box: (left: Int, top: Int, right: Int, bottom: Int)?
        map.eachSet { cell in
            let column = cell % map.columns
            let row = cell / map.columns
            guard inside(column, row) else { return }
            let old = box ?? (column, row, column, row)
            box = (
                min(old.left, column), min(old.top, row), max(old.right, column),
                max(old.bottom, row)
            )
        }
        func length(_ cell: Int, _ middle: Double) -> Int {
            Int(((Double(cell) - middle) * Surroundings.cell * 100).rounded())
        }
        extent = box.map {
            [
                length($0.left, centre.x), length($0.top, centre.y), length($0.right, centre.x),
                length($0.bottom, centre.y),
            ]
        }
        let half = (outline.height / 2 - inset) / Surroundings.cell
        crossings = [-0.8, -0.4, 0, 0.4, 0.8].map { part in
            let row = Int((centre.y + part * half).rounded())
            guard (0..<map.rows).contains(row) else { return 0 }
            var count = 0
            var before = false
            for column in 0..<map.columns {
                let now = inside(column, row)
                if now, !before { count += 1 }
                before = now
            }
            return count
        }
    }
}
