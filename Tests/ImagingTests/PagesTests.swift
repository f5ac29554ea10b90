import Imaging
import Primitives
import Scanning
import Testing

@Suite("A file of several pages hands out each of them")
struct PagesTests {
    @Test("the pages of a TIFF, in any order, each as if it were alone", arguments: [false, true])
    func tiff(big: Bool) throws {
        let bytes = SmallTIFF(pages: [.ramp(), .white, .ramp(tags: [262: 0])], big: big).bytes
        let file = try PictureFile(bytes)
        #expect(file.pages == 3)
        let alone = try [.ramp(), .white, SmallTIFF.Page.ramp(tags: [262: 0])].map {
            try PageDecoder.decode(SmallTIFF(pages: [$0], big: big).bytes)
        }
        for page in [3, 1, 2, 3] {
            #expect(try file.decode(page: page).image == alone[page - 1])
            #expect(try PageDecoder.decode(try file.alone(page: page)) == alone[page - 1])
        }
        #expect(throws: ImageProblem.noSuchPage(4, of: 3)) { _ = try file.decode(page: 4) }
        #expect(throws: ImageProblem.noSuchPage(0, of: 3)) { _ = try file.decode(page: 0) }
        #expect(throws: ImageProblem.severalPages) { _ = try PageDecoder.decode(bytes) }
    }

    /// Tag 254: bit 0 a smaller copy of another picture, bit 2 a mask.
    @Test("previews and masks are no pages")
    func previews() throws {
        let pages: [SmallTIFF.Page] = [
            .white, .ramp(tags: [254: 1]), .ramp(tags: [254: 4]), .ramp(tags: [254: 2]),
        ]
        let file = try PictureFile(SmallTIFF(pages: pages).bytes)
        #expect(file.pages == 2)
        #expect(try file.decode(page: 2).image.height == 12)
    }

    @Test("a list of pages that leads back into itself is refused")
    func loop() {
        let two = SmallTIFF(pages: [.ramp(), .ramp()])
        let first = 8 + 192
        for next in [first, first + 2 + 9 * 12 + 4 + 192] {
            var file = two
            file.next = next
            #expect(throws: ImageProblem.endlessPages) { _ = try PageDecoder.pages(file.bytes) }
        }
        var lost = two
        lost.next = 1 << 24
        #expect(throws: ImageProblem.self) { _ = try PageDecoder.pages(lost.bytes) }
    }

    @Test("hundreds of thousands of pages are refused before one is decoded")
    func tooMany() {
        // Directories of one entry, each 18 bytes after the other.
        var bytes: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
        for page in 1...200_000 {
            let next = 8 + 18 * page
            bytes += [1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0]
            bytes += (0..<4).map { UInt8(next >> (8 * $0) & 255) }
        }
        #expect(throws: ImageProblem.tooManyPages(most: 10_000)) {
            _ = try PageDecoder.pages(bytes)
        }
    }
}
