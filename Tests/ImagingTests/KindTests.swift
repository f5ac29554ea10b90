import Imaging
import Primitives
import Scanning
import Testing

/// A picture and what becomes of it.
struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
        testDescription = name
        self.bytes = bytes
    }

    init(_ name: String, tags: [Int: Int]) {
        self.init(name, SmallTIFF(pages: [.ramp(tags: tags)]).bytes)
    }
}

@Suite("Each kind of picture is read, or refused by its name")
struct KindTests {
    @Test("a TIFF's order of bytes and polarity change nothing", arguments: [false, true])
    func order(big: Bool) throws {
        let ramp = try PageDecoder.decode(SmallTIFF(pages: [.ramp()], big: big).bytes)
        #expect(ramp.pixels == (0..<192).map { UInt8($0) })
        let negative = SmallTIFF(pages: [.ramp(tags: [262: 0])], big: big).bytes
        #expect(try PageDecoder.decode(negative).pixels == (0..<192).map { UInt8(255 - $0) })
        let white = try PageDecoder.decode(SmallTIFF(pages: [.white], big: big).bytes)
        #expect(white.pixels == [UInt8](repeating: 255, count: 128))
    }

    /// Two rows of 1010 0000 0000 0001 and of ones.
    @Test("one bit a pixel is black where the file says so", arguments: [false, true])
    func oneBit(whiteIsZero: Bool) throws {
        let image = try PageDecoder.decode(
            SmallTIFF(pages: [.packed(whiteIsZero: whiteIsZero)]).bytes)
        let set: Set = [0, 2, 15]
        let ones = (0..<32).map { $0 >= 16 || set.contains($0) }
        #expect(image.pixels == ones.map { $0 == whiteIsZero ? 0 : 255 })
    }

    /// TIFF 6.0, tag 274: where row 0 and column 0 lie on the picture shown.
    @Test("the way up that a TIFF notes is followed", arguments: 1...8)
    func orientation(tag: Int) throws {
        let file = SmallTIFF(pages: [.ramp(tags: [274: tag])]).bytes
        let image = try PageDecoder.decode(file)
        #expect((image.width, image.height) == (tag < 5 ? (16, 12) : (12, 16)))
        let corners = [
            image.pixels[0], image.pixels[image.width - 1],
            image.pixels[image.pixels.count - image.width], image.pixels[image.pixels.count - 1],
        ]
        // Top left, top right, bottom left, bottom right of what was stored: 0, 15, 176, 191.
        let expected: [[UInt8]] = [
            [0, 15, 176, 191], [15, 0, 191, 176], [191, 176, 15, 0], [176, 191, 0, 15],
            [0, 176, 15, 191], [176, 0, 191, 15], [191, 15, 176, 0], [15, 191, 0, 176],
        ]
        #expect(corners == expected[tag - 1])
    }

    @Test("the density of the scan is told where the file has it")
    func density() throws {
        var page = SmallTIFF.Page.ramp()
        #expect(try PageDecoder.decode(SmallTIFF(pages: [page]).bytes, page: 1).density == nil)
        page.density = 300
        let told = try PageDecoder.decode(SmallTIFF(pages: [page]).bytes, page: 1).density
        #expect(told == DotsPerInch(across: 300, down: 300))
        // 7874 pixels a metre are 200 dots an inch, to a thousandth.
        let chunk = SmallPictures.chunk(
            "pHYs", SmallPictures.big(7_874) + SmallPictures.big(7_874) + [1])
        let png = try PageDecoder.decode(SmallPictures.png(with: chunk), page: 1).density
        #expect(abs((png?.across ?? 0) - 200) < 0.01)
    }

    static let refused: [(Kind, ImageProblem)] = [
        (Kind("TIFF of 16 bits", tags: [258: 16]), .deepSamples(16)),
        (Kind("TIFF of CMYK", tags: [262: 5, 277: 4]), .inkColours),
        (Kind("TIFF of Lab colours", tags: [262: 8]), .unsupported("TIFF colours of kind 8")),
        (Kind("TIFF of 4 bits", tags: [258: 4]), .unsupported("TIFF of 1 samples of 4 bits")),
        (Kind("TIFF of LogLuv", tags: [259: 34_676]), .unsupported("TIFF compression 34676")),
        (
            Kind("TIFF of signed numbers", tags: [339: 2]),
            .unsupported("TIFF of numbers that are no brightness")
        ),
        (Kind("TIFF too wide", tags: [256: 60_000]), .tooLarge(width: 60_000, height: 12)),
        (Kind("BigTIFF", [0x49, 0x49, 0x2B, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0]), .bigTIFF),
        (Kind("PNG of 16 bits", SmallPictures.png(header: [16, 0, 0, 0, 0])), .deepSamples(16)),
        (Kind("PNG without pixels", SmallPictures.png(width: 0)), .noPixels),
        (
            Kind(
                "animated PNG",
                SmallPictures.png(
                    with: SmallPictures.chunk(
                        "acTL", SmallPictures.big(2) + SmallPictures.big(0)))), .animated
        ),
        (
            Kind("JPEG of 12 bits", SmallPictures.jpeg(frame: 0xC1, precision: 12)),
            .deepSamples(12)
        ),
        (Kind("JPEG without rows", SmallPictures.jpeg(height: 0)), .noPixels),
        (Kind("lossless JPEG", SmallPictures.jpeg(frame: 0xC3)), .unsupported("lossless JPEG")),
        (
            Kind("hierarchical JPEG", SmallPictures.jpeg(frame: 0xC5)),
            .unsupported("hierarchical JPEG")
        ),
        (Kind("JPEG of CMYK", SmallPictures.jpeg(components: 4)), .inkColours),
        (
            Kind("JPEG of two colours", SmallPictures.jpeg(components: 2)),
            .unsupported("JPEG of 2 colours")
        ),
        (
            Kind("JPEG bomb", SmallPictures.jpeg(width: 40_000, height: 40_000)),
            .tooLarge(width: 40_000, height: 40_000)
        ),
        (
            Kind("JPEG of a thousand passes", SmallPictures.jpeg(frame: 0xC2, passes: 1_000)),
            .tooManyPasses(1_000)
        ),
        // 3 colours of 8000 by 12000 pixels, two bytes each, and the picture itself.
        (
            Kind(
                "progressive JPEG that gathers too much",
                SmallPictures.jpeg(frame: 0xC2, components: 3, width: 8_000, height: 12_000)),
            .tooMuchMemory(megabytes: 674)
        ),
    ]

    @Test("refused in words of its own", arguments: refused)
    func refuse(kind: Kind, problem: ImageProblem) {
        #expect(throws: problem) { _ = try PageDecoder.decode(kind.bytes) }
    }

    @Test("every refusal is told in three languages, and its code is its own")
    func told() {
        let problems = KindTests.refused.map(\.1) + KindTests.others
        for problem in problems {
            for text in [problem.text, problem.advice] {
                #expect(text.ru != nil && text.ky != nil && text.ru != text.ky, "\(problem)")
                #expect(!text.en.isEmpty && text.en != text.ru)
            }
        }
        let codes = Set(problems.map(\.code))
        #expect(codes.count == 26)
        #expect(codes.allSatisfy { $0.hasPrefix("imaging.") })
    }

    static let others: [ImageProblem] = [
        .empty, .unknownKind, .corrupt(""), .endlessPages, .tooManyPages(most: 1),
        .noSuchPage(2, of: 1), .severalPages, .pdfLocked, .pdfDamaged(""), .pdfWithoutPages,
        .pdfTooSlow(1), .pdfTooMuch, .popplerMissing("pdfinfo"), .noRoom(""), .noMemory,
        .decoderStopped(""), .tooSlow(1),
    ]
}
