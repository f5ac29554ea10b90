import Ballots
import Elections
import Primitives

/// A code found on the picture, and how far it is turned clockwise, in degrees.
package struct FoundCode: Hashable, Sendable {
    package typealias Kind = BallotLayout.CodeKind

    /// Where the four corners of a code lie, in pixels of the whole page; named as they stand when
    /// the code is upright. Whole pixels of a QR code: the library rounds them.
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
    /// Nil when only the text and the angle are known.
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

    /// - Parameters:
    ///   - code: the page's code, when one was found: see ``soughtCodes``.
    ///   - face: the side that the page is said to be; pages that tell it themselves are believed
    ///     over this.
    package func read(_ image: GrayImage, code: FoundCode?, face: BallotLayout.Face?)
        throws(ScanRefusal) -> PageReading
    {
        guard image.width >= 200, image.height >= 200 else {
            throw .tooSmall(width: image.width, height: image.height)
        }
        let light = PaperLight(image)
        // Sixty grey levels between the lightest quarter and the darkest thousandth of a page:
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
        return try readUncoded(
            Page(image: image, light: light, code: code), layouts: others, face: face)
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
        let sheet = try registered(page, layout: layout, side: side)
        return try PageMeasurement(sheet, layout: layout, side: side, code: code).reading()
    }

    private func readUncoded(
        _ picture: Page, layouts: [BallotLayout], face: BallotLayout.Face?
    ) throws(ScanRefusal) -> PageReading {
        // Dirt on an empty sheet is no reason to look for marks on it.
        var failure = picture.light.isNearlyBlank ? .blankPage : ScanRefusal.noTimingMarks(found: 0)
        for layout in layouts {
            do throws(ScanRefusal) {
                let page = picture.portrait(as: layout)
                return layout.identity == .timingMarkBits
                    ? try readBits(page, layout: layout, layouts: layouts)
                    : try readPlain(page, layout: layout, face: face)
            } catch {
                // The reason that got furthest says most.
                let further = error.progress > failure.progress
                if further || failure != .blankPage && error.progress == failure.progress {
                    failure = error
                }
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
        var found = registration(page, layout: layout, side: first)
        if case .failure(.upsideDown) = found {
            page = page.turned(quarters: 2)
            found = registration(page, layout: layout, side: first)
        }
        var sheet = try unwrapped(found, page: page, layout: layout, side: first)
        var bits = self.bits(sheet, layout: layout, side: first)
        if bits == nil, sheet.byPrint {
            // Without its frame a page does not show which way up it is, but its bits do.
            page = page.turned(quarters: 2)
            sheet = try unwrapped(
                registration(page, layout: layout, side: first), page: page, layout: layout,
                side: first)
            bits = self.bits(sheet, layout: layout, side: first)
        }
        guard let bits else { throw .bitsUnreadable }
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
        return try PageMeasurement(sheet, layout: layout, side: side).reading()
    }

    private func bits(_ sheet: RegisteredPage, layout: BallotLayout, side: BallotLayout.Side)
        -> IdentityBits?
    {
        IdentityBits(
            sheet.grid.bits(
                image: sheet.page.image, light: sheet.page.light, layout: layout, side: side))
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
                    let sheet = try registered(turned, layout: layout, side: side)
                    return try PageMeasurement(sheet, layout: layout, side: side).reading()
                } catch {
                    if error.progress >= failure.progress { failure = error }
                }
            }
        }
        throw failure
    }

    private func registered(_ page: Page, layout: BallotLayout, side: BallotLayout.Side)
        throws(ScanRefusal) -> RegisteredPage
    {
        if side.landmarks != nil {
            // Four things in ten: another paper's print agrees in one or two by chance, and a voter
            // who marks everything hides fewer.
            guard let sheet = byPrint(page, layout: layout, side: side, least: 0.4) else {
                throw .printNotFound(expected: side.landmarks?.count ?? 0)
            }
            return sheet
        }
        return try unwrapped(
            registration(page, layout: layout, side: side), page: page, layout: layout, side: side)
    }

    private func registration(_ page: Page, layout: BallotLayout, side: BallotLayout.Side)
        -> Result<PageGrid, Registration.Failure>
    {
        Registration(layout: layout, side: side, page: page).grid()
    }

    /// The page by its frame; where the frame is damaged, by all its print.
    private func unwrapped(
        _ result: Result<PageGrid, Registration.Failure>, page: Page, layout: BallotLayout,
        side: BallotLayout.Side
    ) throws(ScanRefusal) -> RegisteredPage {
        let refusal: ScanRefusal
        switch result {
        case .success(let grid): return RegisteredPage(page: page, grid: grid, byPrint: false)
        case .failure(.otherGrid(let columns, let rows)):
            throw .wrongLayout(
                columns: columns, rows: rows, wantedColumns: side.columns, wantedRows: side.rows)
        case .failure(.noMarks(let found)): refusal = .noTimingMarks(found: found)
        case .failure(.damaged(let edge, let found, let expected)):
            refusal = .timingMarksDamaged(side: edge, found: found, expected: expected)
        case .failure(.upsideDown): refusal = .noTimingMarks(found: 0)
        }
        // Half of all marks and outlines: on a page of the right kind even a torn one shows more.
        guard let sheet = byPrint(page, layout: layout, side: side, least: 0.5) else {
            throw refusal
        }
        return sheet
    }

    private func byPrint(
        _ page: Page, layout: BallotLayout, side: BallotLayout.Side, least: Double
    ) -> RegisteredPage? {
        guard let match = page.match(layout: layout, side: side, least: least) else { return nil }
        return RegisteredPage(
            page: page,
            grid: PageGrid(spots: match.map, layout: layout, side: side, found: match.found),
            byPrint: true)
    }
}

extension ScanRefusal {
    /// How far reading had come when it was refused.
    fileprivate var progress: Int {
        switch self {
        case .blankPage, .tooSmall, .noTimingMarks, .printNotFound: 0
        case .timingMarksDamaged: 1
        case .wrongLayout: 2
        case .bitsUnreadable, .noCode, .codeUnreadable: 3
        case .unknownLayout, .targetsNotFound: 4
        default: 5
        }
    }
}
