import Ballots
import Elections
import Primitives
import Scanning
import Testing

@Suite("A page is read where its targets really are")
struct PageReaderTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let change: @Sendable (inout PaintedPage) -> Void
        init(_ name: String, _ change: @escaping @Sendable (inout PaintedPage) -> Void) {
            self.name = name
            self.change = change
        }
        var testDescription: String { name }
    }

    static let rows = [
        Row("straight") { _ in },
        Row("turned by 3 degrees") { $0.angle = 0.0524 },
        Row("turned by 3 degrees the other way") { $0.angle = -0.0524 },
        Row("shifted by 3 mm") { $0.shift = (-20, 22) },
        Row("2 per cent smaller") { $0.scale = 7.72 },
        Row("at 150 dots per inch") { $0.scale = 5.906 },
        Row("at 300 dots per inch") { $0.scale = 11.811 },
        Row("stretched by 3 per cent") { $0.stretch = 1.03 },
        Row("lit half as bright on one side") { $0.shade = 0.45 },
        Row("noisy") { $0.noise = 18 },
        Row("grey paper, grey ink") {
            $0.paper = 190
            $0.ink = 70
        },
        Row("eight marks missing, two of them corners") {
            $0.missing = [
                [0, 0], [0, 5], [0, 6], [17, 9], [17, 10], [4, 0], [9, 25], [17, 25],
            ]
        },
        Row("turned, noisy, dim and torn marks at once") {
            $0.angle = 0.03
            $0.noise = 12
            $0.shade = 0.3
            $0.missing = [[0, 3], [17, 4], [5, 0], [6, 25]]
        },
    ]

    @Test("marks are told from empty targets", arguments: rows)
    func reads(row: Row) throws {
        var page = PaintedPage()
        page.strokes = [1: .fill, 3: .dot, 5: .cross, 7: .tick]
        row.change(&page)
        let reader = PageReader(definition: page.definition, layouts: [page.layout])
        let reading = try reader.read(page.image(), code: nil, face: .front)
        let judge = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
        let said = judge.judge(reading).map(\.indication)
        #expect(said == [.no, .yes, .no, .unknown, .no, .yes, .no, .yes])
        // An empty printed oval measures nothing: nothing was drawn in these.
        for index in [0, 2, 4, 6] {
            let target = reading.targets[index]
            #expect(
                target.measure.ink == 0,
                "target \(index) at \(target.x), \(target.y), \(target.measure)")
        }
    }

    /// The inside is the ellipse of half axes 3 - 0.45 and 2 - 0.45 mm; a dot of radius 0.5 mm
    /// covers 0.25 / (2.55 * 1.55) of it, which is 6.3 per cent. A third of it more or less for
    /// the width of a pixel (0.13 mm) on a dot's edge.
    @Test("ink is the part of the inside that is dark")
    func inkIsArea() throws {
        var page = PaintedPage()
        page.strokes = [0: .fill, 3: .dot]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: nil)
        #expect(reading.targets[0].measure.ink == 10_000)
        #expect(
            (420...840).contains(reading.targets[3].measure.ink),
            "\(reading.targets[3].measure.ink)")
    }

    @Test("a page fed upside down is turned")
    func upsideDown() throws {
        var page = PaintedPage()
        page.strokes = [2: .fill]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image().upsideDown(), code: nil, face: nil)
        #expect(reading.quarterTurns == 2)
        #expect(reading.targets.map { $0.measure.ink > 5000 } == (0..<8).map { $0 == 2 })
    }

    @Test("rubbed-out pencil goes to a person")
    func rubbedOut() throws {
        var page = PaintedPage()
        page.strokes = [4: .rubbedOut]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: nil)
        let said = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
            .judge(reading)
        #expect(said[4].indication == .unknown)
        #expect(said[4].doubt == .smeared)
        #expect(said.count { $0.indication == .no } == 7)
    }

    @Test("what covers a target is never a mark")
    func covered() throws {
        var page = PaintedPage()
        page.strokes = [6: .fill]
        page.covered = [2]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: nil)
        #expect(reading.targets[2].measure.ink > 9000)
        let said = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
            .judge(reading)
        #expect(said[2].indication == .unknown)
        #expect(said[2].doubt == .torn)
        #expect(said[6].indication == .yes)
    }

    @Test("a ring round a target is seen where the page's other targets have none")
    func ringed() throws {
        var page = PaintedPage()
        page.ringed = [5]
        let reader = PageReader(definition: page.definition, layouts: [page.layout])
        let reading = try reader.read(page.image(), code: nil, face: nil)
        let judge = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
        #expect(
            judge.judge(reading).map(\.doubt?.rawValue) == [
                nil, nil, nil, nil, nil, Doubt.circled.rawValue, nil, nil,
            ])
        let plain = try reader.read(PaintedPage().image(), code: nil, face: nil)
        #expect(judge.judge(plain).allSatisfy { $0.indication == .no })
    }

    @Test(
        "ink beside an empty target is a near miss of the nearest, and of a marked one its own",
        arguments: [
            ("one column", nil, [], [[5.2, 0.2]], [3]),
            ("above it", nil, [], [[1, -4.2]], [3]),
            ("too far off to be about any", nil, [], [[9, 0]], []),
            ("too far above", nil, [], [[0, -6.2]], []),
            ("staggered columns", 1, [], [[-5.4, 0]], [3]),
            ("between two empty ones", 0, [], [[-6, 0]], [3, 11]),
            ("between a marked one and an empty one", 0, [11], [[-6, 0]], []),
            ("beside an empty one, a marked one farther away", 0, [11], [[-4.6, 0.3]], [3]),
        ] as [(String, Double?, Set<Int>, [[Double]], Set<Int>)])
    func missed(
        name: String, second: Double?, marked: Set<Int>, crosses: [[Double]], told: Set<Int>
    ) throws {
        var page = PaintedPage()
        page.second = second
        page.crosses = crosses.map { (target: 3, x: $0[0], y: $0[1]) }
        page.worded = [3]
        for target in marked { page.strokes[target] = .fill }
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: nil)
        let said = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
            .judge(reading)
        #expect(Set(said.indices.filter { said[$0].doubt == .nearMiss }) == told)
        #expect(Set(said.indices.filter { said[$0].indication == .yes }) == marked)
        #expect(said.allSatisfy { $0.doubt == nil || $0.doubt == .nearMiss })
    }

    @Test("rings and near misses are seen on pages of few targets", arguments: 1...5)
    func few(count: Int) throws {
        var page = PaintedPage()
        page.count = count
        page.worded = Set(0..<count)
        let reader = PageReader(definition: page.definition, layouts: [page.layout])
        let judge = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
        func doubts() throws -> [Doubt?] {
            try judge.judge(reader.read(page.image(), code: nil, face: nil)).map(\.doubt)
        }
        #expect(try doubts() == Array(repeating: nil, count: count))
        page.ringed = [count - 1]
        #expect(try doubts() == Array(repeating: nil, count: count - 1) + [.circled])
        page.ringed = []
        page.crosses = [(target: count - 1, x: -5.2, y: 0)]
        #expect(try doubts() == Array(repeating: nil, count: count - 1) + [.nearMiss])
    }

    @Test("both readers measure the same ink")
    func secondReader() throws {
        var page = PaintedPage()
        page.strokes = [0: .fill, 1: .cross, 3: .dot, 6: .tick]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: nil)
        for target in reading.targets {
            let second = try #require(target.measure.second)
            // Strokes that leave the target are in the second reader's box too: a sixth more.
            #expect(abs(second - target.measure.ink) <= 200 + target.measure.ink / 3, "\(target)")
            // A stroke that leaves the outline shifts the box of its piece of ink; further than
            // 0.6 mm the second reader believes the neighbours.
            #expect(target.measure.apart ?? 1000 <= 60, "\(target)")
        }
        #expect(reading.targets[2].measure.second ?? 1000 < 50)
    }

    @Test(
        "without a whole frame of marks a page is found by all its print, and says so",
        arguments: [
            Row("left side gone") { $0.missing = Set((0..<26).map { [0, $0] }) },
            Row("right and upper side gone") { page in
                page.missing = Set((0..<26).map { [17, $0] } + (0..<18).map { [$0, 0] })
            },
        ])
    func byPrint(row: Row) throws {
        var page = PaintedPage()
        page.strokes = [1: .fill, 5: .cross]
        page.angle = 0.02
        row.change(&page)
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: .front)
        #expect(reading.notices.contains(.foundByPrint))
        let judge = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
        #expect(
            judge.judge(reading).map(\.indication)
                == [.no, .yes, .no, .no, .no, .yes, .no, .no])
    }

    @Test("a streak of the scanner is named, and a target under it goes to a person")
    func streaked() throws {
        var page = PaintedPage()
        page.streak = 14 * PaintedPage.pitch + PaintedPage.origin.x + 1
        page.strokes = [1: .fill]
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: .front)
        #expect(reading.notices.map(\.code) == ["scanning.streak"])
        let said = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
            .judge(reading)
        #expect(said.allSatisfy { $0.doubt == .streak })
        page.streak = 60
        let beside = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: .front)
        #expect(beside.notices.map(\.code) == ["scanning.streak"])
        #expect(
            TargetJudge(policy: page.definition.markPolicy, layout: page.layout).judge(beside)
                .map(\.indication) == (0..<8).map { $0 == 1 ? .yes : .no })
    }

    @Test("two streaks close together are both named")
    func twins() throws {
        var page = PaintedPage()
        page.streak = 14 * PaintedPage.pitch + PaintedPage.origin.x - 0.4
        page.isStreakTwin = true
        let reading = try PageReader(definition: page.definition, layouts: [page.layout])
            .read(page.image(), code: nil, face: .front)
        #expect(reading.notices.map(\.code) == ["scanning.streak", "scanning.streak"])
        let said = TargetJudge(policy: page.definition.markPolicy, layout: page.layout)
            .judge(reading)
        #expect(said.allSatisfy { $0.doubt == .streak })
    }

    @Test("the same page gives the same reading")
    func repeats() throws {
        var page = PaintedPage()
        page.noise = 10
        let reader = PageReader(definition: page.definition, layouts: [page.layout])
        let first = try reader.read(page.image(), code: nil, face: nil)
        #expect(try reader.read(page.image(), code: nil, face: nil) == first)
    }
}

@Suite("A page that cannot be read is refused by name")
struct RefusalTests {
    private func refusal(_ change: (inout PaintedPage) -> Void) -> String? {
        var page = PaintedPage()
        change(&page)
        let reader = PageReader(definition: page.definition, layouts: [page.layout])
        do throws(ScanRefusal) {
            _ = try reader.read(page.image(), code: nil, face: nil)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("an empty sheet") func blank() {
        #expect(refusal { $0.isBlank = true } == "scanning.blank-page")
    }

    @Test("a longer paper") func longer() {
        #expect(
            refusal {
                $0.rows = 25
                $0.missing = Set((0..<18).map { [$0, 25] })
            } == "scanning.wrong-layout")
    }

    @Test("a paper of another grid") func narrower() {
        #expect(refusal { $0.columns = 15 } == "scanning.wrong-layout")
    }

    @Test("three sides of marks gone") func sidesGone() {
        #expect(
            refusal { page in
                page.missing = Set(
                    (0..<26).map { [0, $0] } + (0..<18).flatMap { [[$0, 0], [$0, 25]] })
            } == "scanning.no-timing-marks")
    }

    @Test("the same marks round another ballot") func otherTargets() {
        #expect(refusal { $0.targetShift = 40 } == "scanning.targets-not-found")
    }

    @Test("a picture too small") func small() throws {
        let page = PaintedPage()
        let image = GrayImage(width: 100, height: 100, pixels: .init(repeating: 255, count: 10_000))
        #expect(throws: ScanRefusal.tooSmall(width: 100, height: 100)) {
            _ = try PageReader(definition: page.definition, layouts: [page.layout])
                .read(image, code: nil, face: nil)
        }
    }

    @Test("a code of another election, an unknown layout, no code") func codes() throws {
        let page = PaintedPage()
        var layout = page.layout
        layout.identity = .code
        let reader = PageReader(definition: page.definition, layouts: [layout])
        let image = page.image()
        #expect(throws: ScanRefusal.otherElection(found: "other", wanted: "painted")) {
            _ = try reader.read(
                image, code: FoundCode(text: "DOBUSH1 other painted front", degrees: 0), face: nil)
        }
        #expect(throws: ScanRefusal.unknownLayout("paint front")) {
            _ = try reader.read(
                image, code: FoundCode(text: "DOBUSH1 painted paint front", degrees: 0), face: nil)
        }
        #expect(throws: ScanRefusal.codeUnreadable("hello")) {
            _ = try reader.read(image, code: FoundCode(text: "hello", degrees: 0), face: nil)
        }
        #expect(throws: ScanRefusal.noCode) { _ = try reader.read(image, code: nil, face: nil) }
    }
}

@Suite("The bits of a page's lower edge name it")
struct IdentityBitsTests {
    /// Bits as printed, from left to right, read by eye from two pages of the 2022 test ballot.
    @Test("front of card 3")
    func front() {
        var marks = [Bool](repeating: false, count: 32)
        for column in [1, 16, 17, 25, 26, 27, 31] { marks[column - 1] = true }
        #expect(IdentityBits(marks) == .front(card: 3, precinct: 56))
        marks[3] = true
        #expect(IdentityBits(marks) == nil, "a false bit breaks the checksum")
    }

    /// The page's own heading says July 12, 2022.
    @Test("back of the election of 12 July 2022")
    func back() {
        var marks = [Bool](repeating: false, count: 32)
        for column in [2, 3, 4, 5, 7, 8, 9, 10, 14, 15, 19, 21, 22, 25, 26, 27, 29, 30] {
            marks[column - 1] = true
        }
        #expect(IdentityBits(marks) == .back(year: 2022, month: 7, day: 12))
    }
}
