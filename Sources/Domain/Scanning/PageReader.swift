import Ballots
import Elections
import Primitives

/// A code found on the picture, and how far it is turned clockwise, in degrees.
package struct FoundCode: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case qr, pdf417 }

    /// Where the four corners of a code lie, in pixels of the whole page; named as they stand when
    /// the code is upright. Whole pixels: the library rounds them.
    package struct Corners: Hashable, Sendable {
        package let topLeft: PagePoint
        package let topRight: PagePoint
        package let bottomRight: PagePoint
        package let bottomLeft: PagePoint

        package init(
            topLeft: PagePoint, topRight: PagePoint, bottomRight: PagePoint, bottomLeft: PagePoint
        ) {
            self.topLeft = topLeft
            self.topRight = topRight
            self.bottomRight = bottomRight
            self.bottomLeft = bottomLeft
        }
    }

    package let text: String
    package let degrees: Int
    package let kind: Kind
    /// Nil when only the text is known.
    package let corners: Corners?

    package init(text: String, degrees: Int, kind: Kind = .qr, corners: Corners? = nil) {
        self.text = text
        self.degrees = degrees
        self.kind = kind
        self.corners = corners
    }
}

/// Reads one page: which paper it is, where its targets lie, how much ink is in each.
package struct PageReader: Sendable {
    package let election: ElectionDefinition.ID
    package let day: CivilDay
    package let layouts: [BallotLayout]

    package init(definition: ElectionDefinition, layouts: [BallotLayout]) {
        election = definition.id
        day = definition.day
        self.layouts = layouts
    }

    /// True when some paper of the election is known by its code.
    package var wantsCode: Bool { layouts.contains { $0.identity == .code } }

    /// - Parameters:
    ///   - code: the text of the page's QR code, when one was found.
    ///   - face: the side that the page is said to be; pages that tell it themselves are believed
    ///     over this.
    package func read(_ image: GrayImage, code: FoundCode?, face: BallotLayout.Face?)
        throws(ScanRefusal) -> PageReading
    {
        guard image.width >= 200, image.height >= 200 else {
            throw .tooSmall(width: image.width, height: image.height)
        }
        let light = PaperLight(image)
        // Sixty grey levels between the lightest quarter and the darkest two-hundredth of a page:
        // print is darker than that on any paper one can write on.
        guard light.contrast >= 60 else { throw .blankPage }
        if let code, let sheet = SheetCode(code.text) {
            return try read(image, light: light, as: sheet, degrees: code.degrees)
        }
        let others = layouts.filter { $0.identity != .code }
        guard !others.isEmpty else {
            if let code { throw .codeUnreadable(code.text) }
            throw .noCode
        }
        return try readUncoded(image, light: light, layouts: others, face: face)
    }

    private func read(
        _ image: GrayImage, light: PaperLight, as code: SheetCode, degrees: Int
    ) throws(ScanRefusal) -> PageReading {
        guard code.election == election.text else {
            throw .otherElection(found: code.election, wanted: election.text)
        }
        guard let layout = layouts.first(where: { $0.id == code.layout }),
            let side = layout.side(code.face)
        else { throw .unknownLayout("\(code.layout) \(code.face.rawValue)") }
        // The code's own angle says which way up the page lies, to the nearest quarter.
        let quarters = ((360 - degrees % 360 + 45) / 90) % 4
        let page = Page(image: image, light: light).turned(quarters: quarters)
        let grid = try registered(page, layout: layout, side: side)
        return try measured(
            page, grid: grid, layout: layout, side: side, quarters: quarters, code: code)
    }

    private func readUncoded(
        _ image: GrayImage, light: PaperLight, layouts: [BallotLayout], face: BallotLayout.Face?
    ) throws(ScanRefusal) -> PageReading {
        var failure = ScanRefusal.noTimingMarks(found: 0)
        for layout in layouts {
            do throws(ScanRefusal) {
                let page = Page(image: image, light: light).portrait(as: layout)
                return layout.identity == .timingMarkBits
                    ? try readBits(page, layout: layout, layouts: layouts)
                    : try readPlain(page, layout: layout, face: face)
            } catch {
                // The reason that got furthest says most.
                if error.progress >= failure.progress { failure = error }
            }
        }
        throw failure
    }

    private func readBits(_ page: Page, layout: BallotLayout, layouts: [BallotLayout])
        throws(ScanRefusal) -> PageReading
    {
        // Both sides have the same grid; which side it is, the bits say.
        guard let first = layout.sides.first else { throw .unknownLayout(layout.id.text) }
        var page = page
        var quarters = 0
        var result = Registration(
            layout: layout, side: first, image: page.image, light: page.light
        ).grid()
        if case .failure(.upsideDown) = result {
            page = page.turned(quarters: 2)
            quarters = 2
            result = Registration(
                layout: layout, side: first, image: page.image, light: page.light
            ).grid()
        }
        let grid = try unwrapped(result, side: first)
        guard let bits = IdentityBits(grid.bits(image: page.image, light: page.light)) else {
            throw .bitsUnreadable
        }
        switch bits {
        case .front(let card, _):
            guard layout.cardNumber == nil || layout.cardNumber == card else {
                throw .unknownLayout("card \(card)")
            }
        case .back(let year, let month, let date):
            guard (year, month, date) == (day.year, day.month, day.day) else {
                throw .otherElection(
                    found: "the election of \(year)-\(month.padded(2))-\(date.padded(2))",
                    wanted: "that of \(day.text)")
            }
        }
        guard let side = layout.side(bits.face) else { throw .faceMissing(bits.face) }
        return try measured(page, grid: grid, layout: layout, side: side, quarters: quarters)
    }

    /// A page that says nothing is taken for the side and the way up on which its printed targets
    /// are found.
    private func readPlain(_ page: Page, layout: BallotLayout, face: BallotLayout.Face?)
        throws(ScanRefusal) -> PageReading
    {
        var sides = layout.sides
        if let face { sides.sort { $0.face == face && $1.face != face } }
        var failure = ScanRefusal.noTimingMarks(found: 0)
        for quarters in [0, 2] {
            let turned = quarters == 0 ? page : page.turned(quarters: quarters)
            for side in sides {
                do throws(ScanRefusal) {
                    let grid = try registered(turned, layout: layout, side: side)
                    return try measured(
                        turned, grid: grid, layout: layout, side: side, quarters: quarters)
                } catch {
                    if error.progress >= failure.progress { failure = error }
                }
            }
        }
        throw failure
    }

    private func registered(_ page: Page, layout: BallotLayout, side: BallotLayout.Side)
        throws(ScanRefusal) -> PageGrid
    {
        try unwrapped(
            Registration(layout: layout, side: side, image: page.image, light: page.light).grid(),
            side: side)
    }

    private func unwrapped(
        _ result: Result<PageGrid, Registration.Failure>, side: BallotLayout.Side
    ) throws(ScanRefusal) -> PageGrid {
        switch result {
        case .success(let grid): return grid
        case .failure(.noMarks(let found)): throw .noTimingMarks(found: found)
        case .failure(.otherGrid(let columns, let rows)):
            throw .wrongLayout(
                columns: columns, rows: rows, wantedColumns: side.columns, wantedRows: side.rows)
        case .failure(.damaged(let edge, let found, let expected)):
            throw .timingMarksDamaged(side: edge, found: found, expected: expected)
        case .failure(.upsideDown): throw .noTimingMarks(found: 0)
        }
    }

    private func measured(
        _ page: Page, grid: PageGrid, layout: BallotLayout, side: BallotLayout.Side, quarters: Int,
        code: SheetCode? = nil
    ) throws(ScanRefusal) -> PageReading {
        let template = TargetTemplate(layout: layout, unitX: grid.unitX, unitY: grid.unitY)
        let black = grid.black(of: page.image) ?? page.light.pageBlack
        let locator = TargetLocator(
            image: page.image, light: page.light, template: template, black: black,
            reach: Int((TargetLocator.reachMillimetres * grid.scaleX).rounded(.up)))
        let finds = locator.finds(
            side.targets.map { grid.place(column: $0.column, row: $0.row) })
        let seen = finds.count { $0.sure || $0.outline > 0.4 }
        // On the right paper even a spoiled one shows most of its outlines.
        guard 3 * seen >= 2 * finds.count else {
            throw .targetsNotFound(found: seen, expected: finds.count)
        }
        let meter = TargetMeter(
            image: page.image, light: page.light, template: template, black: black,
            layout: layout, side: side, grid: grid)
        let readings = side.targets.indices.map {
            meter.measure($0, side.targets[$0], at: finds[$0])
        }
        return PageReading(
            layout: layout.id, face: side.face, quarterTurns: (page.quarters + quarters) % 4,
            pixelsPerMillimetre: Int((grid.scaleX * 100).rounded()), code: code,
            marksFound: grid.marksFound, marksExpected: grid.marksExpected, targets: readings)
    }
}

/// A picture with its light, turned as needed.
private struct Page {
    let image: GrayImage
    let light: PaperLight
    /// Quarter turns that stood the picture up before anything was sought on it.
    var quarters = 0

    func turned(quarters: Int) -> Page {
        var page: Page
        switch quarters {
        case 1: page = Page(of: image.quarterTurned())
        case 2: page = Page(of: image.upsideDown())
        case 3: page = Page(of: image.quarterTurned().upsideDown())
        default: return self
        }
        page.quarters = self.quarters
        return page
    }

    /// Stands a picture up that lies on its side, when the layout stands.
    func portrait(as layout: BallotLayout) -> Page {
        let stands = layout.heightMillimetres > layout.widthMillimetres
        let lies = Double(image.width) > 1.1 * Double(image.height)
        guard stands, lies else { return self }
        var page = turned(quarters: 1)
        page.quarters = 1
        return page
    }

    init(image: GrayImage, light: PaperLight) {
        self.image = image
        self.light = light
    }

    private init(of image: GrayImage) {
        self.init(image: image, light: PaperLight(image))
    }
}

extension TargetLocator {
    /// How far print may lie from where the marks put it: an eighth of the usual distance of marks.
    static let reachMillimetres = 0.9
}

extension PageGrid {
    /// Brightness of printed ink: the middle of the timing marks.
    func black(of image: GrayImage) -> Int? {
        var levels: [Double] = []
        for place in left + right + top {
            let x = Int(place.x.rounded())
            let y = Int(place.y.rounded())
            guard x >= 0, y >= 0, x < image.width, y < image.height else { continue }
            levels.append(Double(image.pixels[y * image.width + x]))
        }
        return levels.isEmpty ? nil : Int(median(levels))
    }
}

extension ScanRefusal {
    /// How far reading had come when it was refused.
    fileprivate var progress: Int {
        switch self {
        case .blankPage, .tooSmall, .noTimingMarks: 0
        case .timingMarksDamaged: 1
        case .wrongLayout: 2
        case .bitsUnreadable, .noCode, .codeUnreadable: 3
        case .unknownLayout, .targetsNotFound: 4
        default: 5
        }
    }
}
