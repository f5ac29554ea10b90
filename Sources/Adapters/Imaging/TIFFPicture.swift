import CImage
import Scanning

enum TIFFPicture {
    /// Compressions that scanners use, by the number in tag 259. Others are refused, so that their
    /// decoders never see a byte from outside.
    private static let compressions: Set<UInt16> = [
        1,  // none
        2, 3, 4,  // fax: modified Huffman, group 3, group 4
        5,  // LZW
        7,  // JPEG
        8, 32_946,  // deflate
        32_773,  // PackBits
    ]

    /// Pixels in a tile; each is decoded into memory of its own.
    private static let mostInTile = 16_777_216

    /// - Parameter directory: the place of the page's directory in the file.
    static func decode(_ bytes: [UInt8], directory: Int) throws(ImageProblem) -> DecodedPage {
        var words = cimage_words()
        var told = cimage_tiff()
        let described = bytes.withUnsafeBufferPointer {
            cimage_describe_tiff($0.baseAddress, $0.count, UInt64(directory), &told, &words)
        }
        guard described == CIMAGE_OK.rawValue else { throw .corrupt(words.said) }
        let orientation = Orientation(tag: Int(told.orientation))
        try check(told, turned: orientation != .upright)
        let count = Int(told.width) * Int(told.height)
        var status: Int32 = 0
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { into, filled in
            bytes.withUnsafeBufferPointer {
                status = cimage_read_tiff(
                    $0.baseAddress, $0.count, UInt64(directory), &told, into.baseAddress, &words)
            }
            if status != 0 { into.update(repeating: 0) }
            filled = count
        }
        switch UInt32(status) {
        case CIMAGE_OK.rawValue: break
        case CIMAGE_UNSUPPORTED.rawValue: throw .unsupported("TIFF")
        case CIMAGE_NO_MEMORY.rawValue: throw .noMemory
        default: throw .corrupt(words.said)
        }
        let page = DecodedPage(
            image: GrayImage(width: Int(told.width), height: Int(told.height), pixels: pixels),
            density: density(told))
        return orientation.applied(to: page)
    }

    private static func check(_ told: cimage_tiff, turned: Bool) throws(ImageProblem) {
        let isGrey = told.photometric <= 1
        guard told.photometric != 5 else { throw .inkColours }
        guard told.bits <= 8 else { throw .deepSamples(Int(told.bits)) }
        guard compressions.contains(told.compression) else {
            throw .unsupported("TIFF compression \(told.compression)")
        }
        guard [1, 4].contains(told.sample_format) else {
            throw .unsupported("TIFF of numbers that are no brightness")
        }
        guard isGrey || told.photometric == 2 || (told.photometric == 6 && told.compression == 7)
        else { throw .unsupported("TIFF colours of kind \(told.photometric)") }
        guard told.samples == (isGrey ? 1 : 3), told.bits == 8 || (isGrey && told.bits == 1),
            isGrey || told.planar == 1
        else {
            throw .unsupported("TIFF of \(told.samples) samples of \(told.bits) bits")
        }
        try PageDecoder.checkSize(Int(told.width), Int(told.height))
        let (tile, overflow) = Int(told.tile_width).multipliedReportingOverflow(
            by: Int(told.tile_height))
        guard !overflow, tile <= mostInTile else {
            throw .tooMuchMemory(megabytes: overflow ? .max : 3 * tile / 1_000_000)
        }
        try PageDecoder.checkMemory(
            Int(told.width) * Int(told.height) * (turned ? 2 : 1) + 3 * tile)
    }

    private static func density(_ told: cimage_tiff) -> DotsPerInch? {
        let (across, down) = (Double(told.resolution_x), Double(told.resolution_y))
        return switch told.resolution_unit {
        case 2: DotsPerInch(across: across, down: down)
        case 3: DotsPerInch(perCentimetreAcross: across, down: down)
        default: nil
        }
    }
}
