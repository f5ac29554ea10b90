import Ballots
import Elections
import Primitives
import Scanning
import Testing

/// Papers whose places are in millimetres.
@Suite("A page without a frame of timing marks is found by what is printed on it")
struct LandmarkTests {
    private static let origin = PaintedPage.origin
    private static let pitch = PaintedPage.pitch

    /// The painted page with nothing but the marks in its four corners.
    private func cornersOnly() -> PaintedPage {
        var page = PaintedPage()
        page.missing = Set(
            (0..<18).flatMap { column in (0..<26).map { [column, $0] } }
                .filter { !([0, 17].contains($0[0]) && [0, 25].contains($0[1])) })
        page.strokes = [1: .fill, 5: .cross]
        return page
    }

    private func layout(
        _ page: PaintedPage, landmarks: [Landmark], code: BallotLayout.Area? = nil
    ) -> BallotLayout {
        var layout = page.layout
        layout.markPitchMillimetres = nil
        layout.sides = layout.sides.map { side in
            BallotLayout.Side(
                face: side.face, columns: 0, rows: 0,
                targets: side.targets.map {
                    BallotLayout.Target(
                        contest: $0.contest, option: $0.option,
                        column: Self.origin.x + $0.column * Self.pitch,
                        row: Self.origin.y + $0.row * Self.pitch)
                }, landmarks: landmarks, code: code)
        }
        return layout
    }

    private var corners: [Landmark] {
        [0.0, 17.0].flatMap { column in
            [0.0, 25.0].map { row in
                Landmark(
                    x: Self.origin.x + column * Self.pitch, y: Self.origin.y + row * Self.pitch,
                    width: 5, height: 1.8)
            }
        }
    }

    private func said(_ page: PaintedPage, _ layout: BallotLayout, code: FoundCode? = nil) throws
        -> [PositionReading.Indication]
    {
        #expect(page.definition.flaws(of: [layout]).isEmpty)
        let reading = try PageReader(definition: page.definition, layouts: [layout])
            .read(page.image(), code: code, face: nil)
        return TargetJudge(policy: page.definition.markPolicy, layout: layout).judge(reading)
            .map(\.indication)
    }

    private let marked: [PositionReading.Indication] = [
        .no, .yes, .no, .no, .no, .yes, .no, .no,
    ]

    @Test("by four corner marks, straight, turned, stretched", arguments: [0, 0.03, -0.03])
    func cornerMarks(angle: Double) throws {
        var page = cornersOnly()
        page.angle = angle
        page.stretch = angle == 0 ? 1 : 1.02
        #expect(try said(page, layout(page, landmarks: corners)) == marked)
    }

    @Test("upside down it is turned")
    func upsideDown() throws {
        let page = cornersOnly()
        let layout = layout(page, landmarks: corners)
        let reading = try PageReader(definition: page.definition, layouts: [layout])
            .read(page.image().upsideDown(), code: nil, face: nil)
        #expect(reading.quarterTurns == 2)
        #expect(reading.targets.map { $0.measure.ink > 1000 } == marked.map { $0 == .yes })
    }

    /// The painted picture has 7.874 pixels a millimetre and lies 6 and 9 pixels off.
    @Test("by the corners of its code alone")
    func byCode() throws {
        let page = cornersOnly()
        let area = BallotLayout.Area(left: 100, top: 20, width: 20, height: 20)
        func point(_ x: Double, _ y: Double) -> PagePoint {
            PagePoint(x: (x * page.scale + 6).rounded(), y: (y * page.scale + 9).rounded())
        }
        let code = FoundCode(
            text: "another system's words", degrees: 0,
            corners: .init(
                topLeft: point(100, 20), topRight: point(120, 20), bottomRight: point(120, 40),
                bottomLeft: point(100, 40)))
        let layout = layout(page, landmarks: [], code: area)
        #expect(try said(page, layout, code: code) == marked)
        // The corners of another kind of code say nothing about this page's.
        let moved = FoundCode(
            text: code.text, degrees: 0, kind: .pdf417,
            corners: .init(
                topLeft: point(20, 100), topRight: point(40, 100), bottomRight: point(40, 120),
                bottomLeft: point(20, 120)))
        let both = self.layout(page, landmarks: corners, code: area)
        #expect(try said(page, both, code: moved) == marked)
    }

    @Test("another paper is refused by name")
    func other() throws {
        var page = cornersOnly()
        page.missing = []
        page.targetShift = 30
        let layout = layout(page, landmarks: corners)
        #expect(throws: ScanRefusal.self) {
            _ = try PageReader(definition: page.definition, layouts: [layout])
                .read(page.image(), code: nil, face: nil)
        }
    }
}

@Suite("Unmarked pages, or several marked ones, show where targets are")
struct BlankPageTests {
    /// Where PaintedPage puts its eight targets, in millimetres of the picture: the paper lies 6
    /// and 9 pixels off the picture's corner at 7.874 pixels a millimetre.
    private func expected(_ index: Int) -> (x: Double, y: Double) {
        (
            PaintedPage.origin.x + 14 * PaintedPage.pitch + 6 / 7.874,
            PaintedPage.origin.y + Double(3 + index * 2) * PaintedPage.pitch + 9 / 7.874
        )
    }

    private func view(_ change: (inout PaintedPage) -> Void = { _ in }) throws -> BlankPage {
        var page = PaintedPage()
        change(&page)
        return try BlankPage(page.image(), widthMillimetres: PaintedPage.width)
    }

    @Test("an unmarked page shows every target, its size, shape and line")
    func blank() throws {
        let page = try view()
        #expect(page.outlines.count == 8)
        for (index, outline) in page.outlines.sorted(by: { $0.place.y < $1.place.y }).enumerated() {
            #expect(abs(outline.place.x - expected(index).x) < 0.2)
            #expect(abs(outline.place.y - expected(index).y) < 0.2)
            #expect(abs(outline.place.width - 6) < 0.3 && abs(outline.place.height - 4) < 0.3)
            #expect(outline.shape == .ellipse)
            // Painted between half axes of 3 and 2.8, and 2 and 1.8 mm.
            #expect((0.12...0.32).contains(outline.line), "\(outline.line)")
        }
        #expect(page.landmarks.count >= 40, "the frame of timing marks")
    }

    @Test("what one voter filled, another's paper shows; what all filled stands in the column")
    func marked() throws {
        let pages = BlankPage.pages([
            try view { $0.strokes = [0: .cross, 2: .fill] },
            try view {
                $0.strokes = [2: .cross, 5: .fill]
                $0.angle = 0.01
            },
            try view {
                $0.strokes = [2: .tick, 7: .fill]
                $0.shift = (0, 4)
            },
        ])
        let page = try #require(pages.first)
        #expect(pages.count == 1)
        #expect(page.outlines.count == 7)
        let missing = page.alwaysMarked(like: page.outlines)
        #expect(missing.count == 1)
        #expect(abs((missing.first?.place.y ?? 0) - expected(2).y) < 1.5)
    }
}

@Suite("Codes are looked for where papers need them, and no others")
struct SoughtCodesTests {
    private func sought(
        _ identity: BallotLayout.SheetIdentity, landmarks: Bool,
        code: BallotLayout.Area?, kind: BallotLayout.CodeKind?
    ) -> SoughtCodes {
        let page = PaintedPage()
        var layout = page.layout
        layout.identity = identity
        layout.widthMillimetres = 200
        layout.heightMillimetres = 100
        for index in layout.sides.indices {
            layout.sides[index].landmarks = landmarks ? [] : nil
            layout.sides[index].code = code
            layout.sides[index].codeKind = kind
        }
        return PageReader(definition: page.definition, layouts: [layout]).soughtCodes
    }

    private let area = BallotLayout.Area(left: 20, top: 20, width: 40, height: 10)
    private let place = BallotLayout.Area(left: 0.1, top: 0.2, width: 0.2, height: 0.1)

    @Test("a frame of timing marks and no code: none")
    func none() {
        #expect(sought(.none, landmarks: false, code: nil, kind: nil) == .none)
        #expect(sought(.timingMarkBits, landmarks: false, code: area, kind: .pdf417) == .none)
    }

    @Test("papers known by a code: a QR code, unless the layout says another")
    func known() {
        #expect(
            sought(.code, landmarks: false, code: area, kind: nil)
                == SoughtCodes(kinds: [.qr], places: [place]))
        #expect(
            sought(.code, landmarks: false, code: area, kind: .pdf417)
                == SoughtCodes(kinds: [.pdf417], places: [place]))
        #expect(
            sought(.code, landmarks: false, code: nil, kind: nil) == SoughtCodes(kinds: [.qr]))
    }

    @Test("papers found by a code: that kind alone")
    func found() {
        #expect(
            sought(.none, landmarks: true, code: area, kind: .pdf417)
                == SoughtCodes(kinds: [.pdf417], places: [place]))
        #expect(sought(.none, landmarks: true, code: nil, kind: .pdf417) == .none)
    }
}
