import CImage
import Scanning

/// What the chunks of a PNG say before its pixels: Portable Network Graphics, second edition.
struct PNGHeader {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    let width: Int
    let height: Int
    /// Bits in a sample.
    let depth: Int
    let isInterlaced: Bool
    /// Samples that are stored for a pixel.
    let samples: Int
    private(set) var density: DotsPerInch?
    /// An animation's control chunk stands before the pixels.
    private(set) var isAnimated = false

    init(_ bytes: [UInt8]) throws(ImageProblem) {
        func long(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
        func name(_ at: Int) -> String { String(decoding: bytes[at..<(at + 4)], as: UTF8.self) }
        guard bytes.count >= 33, long(8) == 13, name(12) == "IHDR" else {
            throw .corrupt("the file ends in its header")
        }
        width = long(16)
        height = long(20)
        depth = Int(bytes[24])
        isInterlaced = bytes[28] != 0
        samples = [2: 3, 4: 2, 6: 4][bytes[25]] ?? 1
        var at = 33
        while at + 8 <= bytes.count {
            let length = long(at)
            guard length <= bytes.count - at - 8 else { return }
            switch name(at + 4) {
            case "IDAT": return
            case "acTL": isAnimated = true
            case "pHYs" where length == 9 && bytes[at + 16] == 1:
                density = DotsPerInch(
                    perCentimetreAcross: Double(long(at + 8)) / 100,
                    down: Double(long(at + 12)) / 100)
            default: break
            }
            at += 12 + length
        }
    }
}

enum PNGPicture {
    static func decode(_ bytes: [UInt8]) throws(ImageProblem) -> DecodedPage {
        let header = try PNGHeader(bytes)
        guard header.depth <= 8 else { throw .deepSamples(header.depth) }
        guard !header.isAnimated else { throw .animated }
        try PageDecoder.checkSize(header.width, header.height)
        let count = header.width * header.height
        // Interlaced rows are gathered as they are stored before they become grey.
        if header.isInterlaced { try PageDecoder.checkMemory((1 + header.samples) * count) }
        var words = cimage_words()
        var status: Int32 = 0
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { into, filled in
            bytes.withUnsafeBufferPointer {
                status = cimage_read_png(
                    $0.baseAddress, $0.count, UInt32(header.width), UInt32(header.height),
                    UInt64(PageDecoder.mostMemory - count), into.baseAddress, &words)
            }
            if status != 0 { into.update(repeating: 0) }
            filled = count
        }
        if status == CIMAGE_NO_MEMORY.rawValue {
            try PageDecoder.checkMemory(5 * count)
            throw .noMemory
        }
        guard status == CIMAGE_OK.rawValue else { throw .corrupt(words.said) }
        return DecodedPage(
            image: GrayImage(width: header.width, height: header.height, pixels: pixels),
            density: header.density)
    }
}

extension cimage_words {
    /// What the library said.
    var said: String {
        withUnsafeBytes(of: text) { ImageProblem.words($0.prefix { $0 != 0 }) }
    }
}
