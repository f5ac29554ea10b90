import CTurboJPEG
import Scanning

enum JPEGPicture {
    /// Most passes of a progressive JPEG; encoders write about ten. Each takes time over the whole
    /// picture, so that a small file could keep a machine busy.
    static let mostPasses = 64

    /// - Parameter turning: whether the turn that a telephone notes beside the picture is followed.
    static func decode(_ bytes: [UInt8], turning: Bool = true) throws(ImageProblem) -> DecodedPage {
        let header = try JPEGHeader(bytes)
        try check(header)
        let page = DecodedPage(image: try pixels(bytes, header), density: header.density)
        return turning ? header.orientation.applied(to: page) : page
    }

    private static func check(_ header: JPEGHeader) throws(ImageProblem) {
        guard header.precision == 8 else { throw .deepSamples(header.precision) }
        guard [0, 1, 2, 9, 10].contains(header.process) else {
            throw .unsupported(
                [3, 11].contains(header.process) ? "lossless JPEG" : "hierarchical JPEG")
        }
        switch header.components.count {
        case 1, 3: break
        case 4: throw .inkColours
        default: throw .unsupported("JPEG of \(header.components.count) colours")
        }
        try PageDecoder.checkSize(header.width, header.height)
        guard header.passes <= mostPasses else { throw .tooManyPasses(header.passes) }
        let turned = header.orientation == .upright ? 1 : 2
        try PageDecoder.checkMemory(
            header.coefficientBytes + turned * header.width * header.height)
    }

    private static func pixels(_ bytes: [UInt8], _ told: JPEGHeader) throws(ImageProblem)
        -> GrayImage
    {
        guard let decoder = tjInitDecompress() else { throw .noMemory }
        defer { tjDestroy(decoder) }
        var width: Int32 = 0
        var height: Int32 = 0
        var sampling: Int32 = 0
        var colours: Int32 = 0
        let count = UInt(bytes.count)
        let header = bytes.withUnsafeBufferPointer {
            tjDecompressHeader3(
                decoder, $0.baseAddress, count, &width, &height, &sampling, &colours)
        }
        guard header == 0 else { throw .corrupt(words(decoder)) }
        guard Int(width) == told.width, Int(height) == told.height else {
            throw .corrupt("the size is told twice")
        }
        if colours == TJCS_CMYK.number || colours == TJCS_YCCK.number { throw .inkColours }
        var status: Int32 = 0
        // The accurate transform: measurements must not depend on the fast one's rounding. A file
        // that ends early is decoded with a warning and grey below, so warnings stop it.
        let flags = TJFLAG_STOPONWARNING | TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS
        let pixels = [UInt8](unsafeUninitializedCapacity: told.width * told.height) {
            into, filled in
            bytes.withUnsafeBufferPointer {
                status = tjDecompress2(
                    decoder, $0.baseAddress, count, into.baseAddress, width, 0, height,
                    TJPF_GRAY.number, flags)
            }
            // Rows that were not reached must not be what lay in memory before.
            if status != 0 { into.update(repeating: 0) }
            filled = told.width * told.height
        }
        guard status == 0 else { throw .corrupt(words(decoder)) }
        return GrayImage(width: told.width, height: told.height, pixels: pixels)
    }

    private static func words(_ decoder: tjhandle) -> String {
        guard let text = tjGetErrorStr2(decoder) else { return "" }
        return ImageProblem.words(String(cString: text).utf8)
    }
}

extension TJPF { fileprivate var number: Int32 { Int32(rawValue) } }
extension TJCS { fileprivate var number: Int32 { Int32(rawValue) } }
