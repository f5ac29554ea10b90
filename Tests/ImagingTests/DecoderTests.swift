import Foundation
import Imaging
import Primitives
import Scanning
import Testing

@Suite("A picture is decoded whole or refused")
struct DecoderTests {
    @Test(
        "a ramp of grey comes out as it went in",
        arguments: [SmallPictures.tiff, SmallPictures.png])
    func ramp(bytes: [UInt8]) throws {
        let image = try PageDecoder.decode(bytes)
        #expect(image.width == 16 && image.height == 12)
        #expect(image.pixels == (0..<192).map { UInt8($0) })
    }

    /// 400 / 8 above the middle grey of 128.
    @Test("a JPEG of one grey")
    func oneGrey() throws {
        let image = try PageDecoder.decode(SmallPictures.jpeg)
        #expect(image.width == 16 && image.height == 16)
        #expect(image.pixels == [UInt8](repeating: 178, count: 256))
    }

    @Test(
        "cut at any byte it is refused",
        arguments: [
            SmallPictures.tiff, SmallPictures.png, SmallPictures.jpeg,
            SmallTIFF(pages: [.ramp()], big: true).bytes, SmallTIFF(pages: [.white]).bytes,
            SmallTIFF(pages: [.ramp(), .white]).bytes,
        ])
    func truncated(bytes: [UInt8]) {
        for length in 0..<bytes.count {
            #expect(throws: ImageProblem.self, "cut at \(length) of \(bytes.count)") {
                _ = try PageDecoder.decode(Array(bytes.prefix(length)))
            }
        }
    }

    @Test("no damage does worse than a refusal", arguments: 0..<3)
    func damaged(kind: Int) {
        let whole = [SmallPictures.tiff, SmallPictures.png, SmallPictures.jpeg][kind]
        var source = SeededSource(seed: UInt64(2031 + kind))
        var refused = 0
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0...source.below(4) {
                bytes[source.below(bytes.count)] = UInt8(source.below(256))
            }
            do throws(ImageProblem) {
                let image = try PageDecoder.decode(bytes)
                #expect(image.pixels.count == image.width * image.height)
            } catch {
                refused += 1
                #expect(error.code.hasPrefix("imaging."))
            }
        }
        #expect(refused > 0)
    }

    @Test("a picture of too many pixels is refused before it is decoded")
    func bomb() {
        var bytes = SmallPictures.png
        let header = SmallPictures.big(30_000) + SmallPictures.big(30_000) + [8, 0, 0, 0, 0]
        bytes.replaceSubrange(8..<33, with: SmallPictures.chunk("IHDR", header))
        #expect(throws: ImageProblem.tooLarge(width: 30_000, height: 30_000)) {
            _ = try PageDecoder.decode(bytes)
        }
    }

    @Test(
        "what follows the end of a picture is not looked at",
        arguments: [SmallPictures.tiff, SmallPictures.png, SmallPictures.jpeg])
    func trailing(bytes: [UInt8]) throws {
        let more = bytes + Array("and a preview".utf8)
        #expect(try PageDecoder.decode(more) == PageDecoder.decode(bytes))
    }

    @Test("what is no picture is refused by name")
    func others() {
        #expect(throws: ImageProblem.empty) { _ = try PageDecoder.decode([]) }
        #expect(throws: ImageProblem.unknownKind) { _ = try PageDecoder.decode(Array("text".utf8)) }
    }
}
