import Scanning

/// The plain pictures that poppler writes: PBM, PGM and PPM with binary samples (P4, P5, P6). Pages
/// out of files of several are handed on as PGM too.
enum PortableMap {
    static func decode(_ bytes: [UInt8]) throws(ImageProblem) -> GrayImage {
        var at = 0
        let kind = String(decoding: bytes.prefix(2), as: UTF8.self)
        guard ["P4", "P5", "P6"].contains(kind) else { throw damaged }
        at = 2
        let width = try number(bytes, &at)
        let height = try number(bytes, &at)
        if kind != "P4" {
            guard try number(bytes, &at) == 255 else { throw damaged }
        }
        at += 1
        try PageDecoder.checkSize(width, height)
        let stride = kind == "P4" ? (width + 7) / 8 : kind == "P5" ? width : 3 * width
        guard bytes.count - at >= stride * height else { throw damaged }
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { into, count in
            bytes.withUnsafeBufferPointer { all in
                let from = UnsafeBufferPointer(rebasing: all[at...])
                switch kind {
                case "P4": bits(from, into, width, height)
                case "P5": for i in 0..<(width * height) { into[i] = from[i] }
                default: colours(from, into, width * height)
                }
            }
            count = width * height
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    static func encode(_ image: GrayImage) -> [UInt8] {
        Array("P5\n\(image.width) \(image.height)\n255\n".utf8) + image.pixels
    }

    private static let damaged = ImageProblem.corrupt("a portable map with an odd or short body")

    /// White space or a comment, then a number of at most six digits.
    private static func number(_ bytes: [UInt8], _ at: inout Int) throws(ImageProblem) -> Int {
        var isComment = false
        while at < bytes.count, isComment || !(0x30...0x39).contains(bytes[at]) {
            if bytes[at] == UInt8(ascii: "#") { isComment = true }
            if bytes[at] == UInt8(ascii: "\n") { isComment = false }
            at += 1
        }
        var value = 0
        let first = at
        while at < bytes.count, at < first + 6, (0x30...0x39).contains(bytes[at]) {
            value = 10 * value + Int(bytes[at] - 0x30)
            at += 1
        }
        guard at > first, at < bytes.count else { throw damaged }
        return value
    }

    /// One is black.
    private static func bits(
        _ from: UnsafeBufferPointer<UInt8>, _ into: UnsafeMutableBufferPointer<UInt8>, _ width: Int,
        _ height: Int
    ) {
        let stride = (width + 7) / 8
        for y in 0..<height {
            for x in 0..<width {
                let bit = from[y * stride + x >> 3] >> UInt8(7 - x & 7) & 1
                into[y * width + x] = bit == 1 ? 0 : 255
            }
        }
    }

    /// ITU-R BT.601 in the fractions of `Sources/C/CImage/luma.h`.
    private static func colours(
        _ from: UnsafeBufferPointer<UInt8>, _ into: UnsafeMutableBufferPointer<UInt8>, _ count: Int
    ) {
        for i in 0..<count {
            let (red, green, blue) = (from[3 * i], from[3 * i + 1], from[3 * i + 2])
            let sum =
                19_595 &* UInt32(red) &+ 38_470 &* UInt32(green) &+ 7_471 &* UInt32(blue)
                &+ 32_768
            into[i] = UInt8(truncatingIfNeeded: sum >> 16)
        }
    }
}
