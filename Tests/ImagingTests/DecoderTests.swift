import Foundation
import Imaging
import Primitives
import Scanning
import Testing

/// Small pictures written out byte by byte from the formats' specifications, by no library.
enum SmallPictures {
    /// Baseline TIFF 6.0, uncompressed, 8 bits, black is zero: header, pixels, one directory.
    static let tiff: [UInt8] = {
        let width = 16
        let height = 12
        func short(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
        func long(_ value: Int) -> [UInt8] { short(value & 65_535) + short(value >> 16) }
        func entry(_ tag: Int, _ type: Int, _ value: Int) -> [UInt8] {
            short(tag) + short(type) + long(1) + long(value)
        }
        let pixels = (0..<width * height).map { UInt8($0) }
        let entries = [
            entry(256, 3, width), entry(257, 3, height), entry(258, 3, 8), entry(259, 3, 1),
            entry(262, 3, 1), entry(273, 4, 8), entry(277, 3, 1), entry(278, 3, height),
            entry(279, 4, pixels.count),
        ]
        return [0x49, 0x49, 0x2A, 0] + long(8 + pixels.count) + pixels + short(entries.count)
            + entries.flatMap { $0 } + long(0)
    }()

    /// PNG, 8-bit grey, stored without compression (RFC 1950 and 1951, block type 0).
    static let png: [UInt8] = {
        let width = 16
        let height = 12
        var raw: [UInt8] = []
        for y in 0..<height { raw += [0] + (0..<width).map { UInt8(y * width + $0) } }
        let length = raw.count
        var stream: [UInt8] = [0x78, 0x01, 0x01, UInt8(length & 255), UInt8(length >> 8)]
        stream += [UInt8(~length & 255), UInt8(~length >> 8 & 255)] + raw
        var a: UInt32 = 1
        var b: UInt32 = 0
        for byte in raw {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        stream += big(b << 16 | a)
        let header = big(UInt32(width)) + big(UInt32(height)) + [8, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("IDAT", stream) + chunk("IEND", [])
    }()

    static func big(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }

    static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        return big(UInt32(body.count)) + named + big(crc(named))
    }

    /// PNG specification, annex D.
    static func crc(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = .max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }

    /// JPEG, 16 by 16, all of one grey: quantisation by ones, the shortest Huffman tables that code
    /// one DC difference and the end of a block. ITU-T T.81, annex B.
    static let jpeg: [UInt8] = {
        var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0]
        bytes += [UInt8](repeating: 1, count: 64)
        bytes += [0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0]
        // DC: code 0 is size 0, code 10 is size 9. AC: code 0 is the end of the block.
        bytes += [0xFF, 0xC4, 0, 21, 0x00, 1, 1] + [UInt8](repeating: 0, count: 14) + [0, 9]
        bytes += [0xFF, 0xC4, 0, 20, 0x10, 1] + [UInt8](repeating: 0, count: 15) + [0]
        bytes += [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
        // First block: 10, nine bits of +400 (110010000), 0; three blocks: 0 0.
        bytes += [0b1011_0010, 0b0000_0000, 0b0011_1111]
        return bytes + [0xFF, 0xD9]
    }()
}

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
        arguments: [SmallPictures.tiff, SmallPictures.png, SmallPictures.jpeg])
    func truncated(bytes: [UInt8]) {
        // The last chunk of a PNG, the end marker of a JPEG and the place of a TIFF's next page
        // carry no pixels.
        let harmless =
            switch PageDecoder.kind(bytes) {
            case .png: 16
            case .tiff: 4
            default: 2
            }
        for length in 0..<bytes.count - harmless {
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

    @Test("what is no picture is refused by name")
    func others() {
        #expect(throws: ImageProblem.empty) { _ = try PageDecoder.decode([]) }
        #expect(throws: ImageProblem.unknownKind) { _ = try PageDecoder.decode(Array("text".utf8)) }
    }
}
