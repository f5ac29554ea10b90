/// What the segments of a JPEG say before its pixels: ITU-T T.81, annex B; JFIF 1.02; Exif 2.3.
struct JPEGHeader {
    struct Component {
        let across: Int
        let down: Int
    }

    private(set) var width = 0
    private(set) var height = 0
    /// Bits in a sample.
    private(set) var precision = 0
    private(set) var components: [Component] = []
    /// The number in the marker of the frame: 0 and 1 sequential, 2 progressive, 9 and 10 the same
    /// with arithmetic coding.
    private(set) var process = 0
    /// Passes over the picture; 1 when it is read in one go.
    private(set) var passes = 0
    private(set) var density: DotsPerInch?
    private(set) var orientation = Orientation.upright

    /// All coefficients are held in memory until the last pass.
    private(set) var isGathered = false

    /// Bytes that the decoder takes for coefficients, two for each sample.
    var coefficientBytes: Int {
        guard isGathered, let across = components.map(\.across).max(),
            let down = components.map(\.down).max(), across > 0, down > 0
        else { return 0 }
        return components.reduce(0) {
            $0 + 2 * (width * $1.across / across + 16) * (height * $1.down / down + 16)
        }
    }

    init(_ bytes: [UInt8]) throws(ImageProblem) {
        var at = 2
        while true {
            let marker = try JPEGHeader.marker(bytes, &at)
            switch marker {
            case 0x01, 0xD0...0xD8: continue
            case 0xD9:
                guard passes > 0 else { throw .corrupt("there are no pixels before the end") }
                return
            default: break
            }
            guard at + 2 <= bytes.count else { throw JPEGHeader.early }
            let length = Int(bytes[at]) << 8 | Int(bytes[at + 1])
            guard length >= 2, at + length <= bytes.count else { throw JPEGHeader.early }
            let segment = bytes[(at + 2)..<(at + length)]
            at += length
            switch marker {
            case 0xC4, 0xC8, 0xCC: break
            case 0xC0...0xCF: try readFrame(segment, process: Int(marker) - 0xC0)
            case 0xE0: readJFIF(segment)
            case 0xE1: readExif(segment)
            case 0xDA:
                guard !components.isEmpty else { throw .corrupt("pixels before the size") }
                passes += 1
                if passes == 1, Int(segment.first ?? 0) < components.count { isGathered = true }
                guard isGathered else { return }
                JPEGHeader.skipPixels(bytes, &at)
            default: break
            }
        }
    }

    private static let early = ImageProblem.corrupt("the file ends in its header")

    private static func marker(_ bytes: [UInt8], _ at: inout Int) throws(ImageProblem) -> UInt8 {
        guard at < bytes.count else { throw early }
        guard bytes[at] == 0xFF else { throw .corrupt("a segment begins with no marker") }
        while at < bytes.count, bytes[at] == 0xFF { at += 1 }
        guard at < bytes.count else { throw early }
        at += 1
        return bytes[at - 1]
    }

    /// To the next marker that is no part of the pixels.
    private static func skipPixels(_ bytes: [UInt8], _ at: inout Int) {
        while at + 1 < bytes.count {
            let inside = bytes[at] != 0xFF || bytes[at + 1] == 0 || (0xD0...0xD7) ~= bytes[at + 1]
            guard inside else { return }
            at += 1
        }
        at = bytes.count
    }

    private mutating func readFrame(_ segment: ArraySlice<UInt8>, process: Int)
        throws(ImageProblem)
    {
        guard components.isEmpty else { throw .corrupt("the size is told twice") }
        let frame = Array(segment)
        guard frame.count >= 6, frame.count >= 6 + 3 * Int(frame[5]) else {
            throw JPEGHeader.early
        }
        self.process = process
        precision = Int(frame[0])
        height = Int(frame[1]) << 8 | Int(frame[2])
        width = Int(frame[3]) << 8 | Int(frame[4])
        components = (0..<Int(frame[5])).map {
            Component(across: Int(frame[7 + 3 * $0] >> 4), down: Int(frame[7 + 3 * $0] & 15))
        }
        isGathered = process == 2 || process == 10
    }

    private mutating func readJFIF(_ segment: ArraySlice<UInt8>) {
        let jfif = Array(segment.prefix(14))
        guard jfif.count >= 12, jfif.starts(with: Array("JFIF\0".utf8)) else { return }
        let across = Double(Int(jfif[8]) << 8 | Int(jfif[9]))
        let down = Double(Int(jfif[10]) << 8 | Int(jfif[11]))
        switch jfif[7] {
        case 1: density = DotsPerInch(across: across, down: down)
        case 2: density = DotsPerInch(perCentimetreAcross: across, down: down)
        default: break
        }
    }

    private mutating func readExif(_ segment: ArraySlice<UInt8>) {
        guard segment.starts(with: Array("Exif\0\0".utf8)) else { return }
        let tags = TIFFTags(Array(segment.dropFirst(6)))
        if let tag = tags.short(274) { orientation = Orientation(tag: tag) }
        if density == nil, let across = tags.ratio(282), let down = tags.ratio(283) {
            density =
                tags.short(296) == 3
                ? DotsPerInch(perCentimetreAcross: across, down: down)
                : DotsPerInch(across: across, down: down)
        }
    }
}
