import Foundation
import Imaging
import Primitives
import Scanning
import Testing

@Suite("The pages of a PDF are read as a reader of PDF files shows them", .serialized)
struct PDFTests {
    private let whole = GrayImage(
        width: SmallPDF.width, height: SmallPDF.height, pixels: SmallPDF.pixels)

    @Test("a page that is one picture gives it untouched, in any order")
    func untouched() throws {
        let file = try PictureFile(SmallPDF(pages: ["", "", ""]).bytes)
        #expect(file.pages == 3)
        for page in [2, 1, 3] {
            let decoded = try file.decode(page: page)
            #expect(decoded.image == whole)
            #expect(decoded.density == DotsPerInch(across: 200, down: 200))
        }
        #expect(throws: ImageProblem.noSuchPage(4, of: 3)) { _ = try file.decode(page: 4) }
    }

    @Test("a turned page is turned, its pixels the same", arguments: [90, 180, 270])
    func turned(degrees: Int) throws {
        let image = try PageDecoder.decode(SmallPDF(pages: ["/Rotate \(degrees)"]).bytes)
        switch degrees {
        case 90: #expect(image == whole.quarterTurned())
        case 180: #expect(image == whole.upsideDown())
        default: #expect(image == whole.quarterTurned().upsideDown())
        }
    }

    @Test("a picture that the page flips is flipped")
    func flipped() throws {
        let image = try PageDecoder.decode(SmallPDF(placed: "72 0 0 -54 0 54").bytes)
        #expect(image.pixels.prefix(200) == SmallPDF.pixels.suffix(200))
        #expect(image.pixels.suffix(200) == SmallPDF.pixels.prefix(200))
    }

    /// Half an inch of the page at 200 dots per inch.
    @Test("what the crop box leaves out is not read")
    func cropped() throws {
        let image = try PageDecoder.decode(SmallPDF(pages: ["/CropBox [36 0 72 54]"]).bytes)
        #expect(image.width == 100 && image.height == 150)
        // The bar at the left is cut off, that at the top is still there.
        #expect(image.pixels[140 * 100 + 2] > 100)
        #expect(image.pixels[18 * 100 + 50] < 10)
    }

    /// A mark of 4 mm over the picture, as a person with a PDF editor makes it; and a white patch.
    @Test("what is drawn over the picture is seen", arguments: [("0 g", true), ("1 g", false)])
    func overdrawn(colour: String, isDark: Bool) throws {
        let place = isDark ? "40 15 11 11 re f" : "7 20 8 11 re f"
        let image = try PageDecoder.decode(SmallPDF(over: "\(colour) \(place)").bytes)
        #expect(image != whole)
        let at = isDark ? (x: 126, y: 92) : (x: 30, y: 80)
        #expect((image.pixels[at.y * image.width + at.x] < 30) == isDark)
    }

    @Test("a page of no picture, or of one beside others, is drawn at 200 dots per inch")
    func drawn() throws {
        let page = try PageDecoder.decode(
            SmallPDF(placed: "36 0 0 27 0 0").bytes, page: 1)
        // The picture is at 400 dots per inch there, so the page is drawn finer.
        #expect(page.image.width == 300 && page.image.height == 225)
        #expect(page.density == DotsPerInch(across: 300, down: 300))
        #expect(page.image.pixels[0] == 255)
    }

    static let refused: [(String, SmallPDF, ImageProblem)] = [
        ("no pages", SmallPDF(pages: []), .pdfWithoutPages),
        (
            "too large a page", SmallPDF(pages: ["/MediaBox [0 0 14000 14000]"]),
            .tooLarge(width: 38_889, height: 38_889)
        ),
        (
            "a page of no number of pixels",
            SmallPDF(pages: [
                "/MediaBox [0 0 \(String(repeating: "9", count: 40)) 1\(String(repeating: "0", count: 30))]"
            ]), .tooLarge(width: 1_000_000_000, height: 1_000_000_000)
        ),
    ]

    @Test("refused by name", arguments: refused)
    func refuse(name: String, pdf: SmallPDF, problem: ImageProblem) {
        #expect(throws: problem, "\(name)") { _ = try PageDecoder.decode(pdf.bytes) }
    }

    @Test("a locked PDF is refused as locked, whether or not it opens without a password")
    func locked() {
        let zeros = String(repeating: "00", count: 32)
        let keys =
            "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(zeros)> /U <\(zeros)> >> "
            + "/ID [<00> <00>]"
        #expect(throws: ImageProblem.pdfLocked) {
            _ = try PageDecoder.pages(SmallPDF(trailer: keys).bytes)
        }
    }

    @Test("more pages than a feeder holds are refused")
    func tooMany() {
        let pages = [String](repeating: "", count: 10_001)
        #expect(throws: ImageProblem.tooManyPages(most: 10_000)) {
            _ = try PageDecoder.pages(SmallPDF(pages: pages).bytes)
        }
    }

    @Test("no damage does worse than a refusal, and no folder is left behind")
    func damaged() throws {
        let bytes = SmallPDF().bytes
        let before = try folders()
        var refused = 0
        var seed: UInt64 = 2_031
        func below(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<40 {
            var altered = bytes
            // Outside the pixels, where a change is only a change of grey.
            for _ in 0..<3 { altered[altered.count - 1 - below(900)] = UInt8(below(256)) }
            do throws(ImageProblem) {
                _ = try PageDecoder.decode(altered)
            } catch {
                refused += 1
                #expect(error.code.hasPrefix("imaging."))
            }
        }
        #expect(refused > 10)
        #expect(try folders().subtracting(before).isEmpty)
    }

    /// The folders of this process alone cannot be told, so other tests of this suite may show here.
    private func folders() throws -> Set<String> {
        let base = FileManager.default.temporaryDirectory.path
        return Set(try FileManager.default.contentsOfDirectory(atPath: base)).filter {
            $0.hasPrefix("dobush-pdf-")
        }
    }
}
