/// Small pictures written out byte by byte from the formats' specifications, by no library.
enum SmallPictures {
    /// Baseline TIFF 6.0, uncompressed, 8 bits, black is zero.
    static let tiff = SmallTIFF(pages: [.ramp()]).bytes

    static let png = png()

    /// PNG, 8-bit grey, stored without compression (RFC 1950 and 1951, block type 0).
    ///
    /// - Parameters:
    ///   - header: depth, colour, compression, filter and interlace as the header has them.
    ///   - chunks: what stands between the header and the pixels.
    static func png(width: Int = 16, header: [UInt8] = [8, 0, 0, 0, 0], with chunks: [UInt8] = [])
        -> [UInt8]
    {
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
        let size = big(UInt32(width)) + big(UInt32(height))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", size + header)
            + chunks + chunk("IDAT", stream) + chunk("IEND", [])
    }

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

    /// The segments of a JPEG up to its pixels, which are missing: for refusals that look no
    /// further.
    static func jpeg(
        frame: UInt8 = 0xC0, precision: UInt8 = 8, components: Int = 1, width: Int = 16,
        height: Int = 16, passes: Int = 1
    ) -> [UInt8] {
        func short(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 255)] }
        var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, frame] + short(8 + 3 * components) + [precision]
        bytes += short(height) + short(width) + [UInt8(components)]
        for component in 1...components { bytes += [UInt8(component), 0x11, 0] }
        for _ in 0..<passes {
            bytes += [0xFF, 0xDA] + short(6 + 2 * components) + [UInt8(components)]
            for component in 1...components { bytes += [UInt8(component), 0] }
            bytes += [0, 63, 0, 0x55, 0xFF, 0]
        }
        return bytes + [0xFF, 0xD9]
    }
}
