/// A small TIFF file written out by the specification, TIFF 6.0, in either order of bytes.
struct SmallTIFF {
    struct Page {
        /// Tags 256 and 257, and others that differ from `bytes`' defaults.
        var width = 16
        var height = 12
        var tags: [Int: Int] = [:]
        /// Dots per inch, written as tags 282, 283 and 296.
        var density: Int?
        var strip: [UInt8] = []

        /// 8-bit grey from 0 to 191, uncompressed.
        static func ramp(tags: [Int: Int] = [:]) -> Page {
            Page(tags: tags, strip: (0..<192).map { UInt8($0) })
        }

        /// 1-bit, group 4: each white row is one bit that says "as the row above" (ITU-T T.6, V0),
        /// then the end mark, two times eleven zeros and a one.
        static let white = Page(
            height: 8, tags: [258: 1, 259: 4, 262: 0],
            strip: [0xFF, 0b0000_0000, 0b0001_0000, 0b0000_0001])

        /// 1-bit, PackBits: rows of two bytes; one row of literals, the others repeated.
        static func packed(whiteIsZero: Bool) -> Page {
            Page(
                height: 2, tags: [258: 1, 259: 32_773, 262: whiteIsZero ? 0 : 1],
                strip: [1, 0b1010_0000, 0b0000_0001, 0xFF, 0xFF])
        }
    }

    var pages: [Page]
    var big = false
    /// Where the list of pages goes on after the last: 0 ends it.
    var next = 0

    private func short(_ value: Int) -> [UInt8] {
        let two = [UInt8(value & 255), UInt8(value >> 8 & 255)]
        return big ? two.reversed() : two
    }

    private func long(_ value: Int) -> [UInt8] {
        let (low, high) = (short(value & 65_535), short(value >> 16))
        return big ? high + low : low + high
    }

    /// A number of type 3 stands in the first half of its place, one of type 4 fills it.
    private func entry(_ tag: Int, _ value: Int) -> [UInt8] {
        if [282, 283].contains(tag) { return short(tag) + short(5) + long(1) + long(value) }
        if [254, 273, 279].contains(tag) { return short(tag) + short(4) + long(1) + long(value) }
        return short(tag) + short(3) + long(1) + short(value) + short(0)
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = big ? [0x4D, 0x4D, 0, 0x2A] : [0x49, 0x49, 0x2A, 0]
        var pointer = bytes.count
        bytes += long(0)
        for page in pages {
            var tags = [
                256: page.width, 257: page.height, 258: 8, 259: 1, 262: 1, 273: bytes.count,
                277: 1, 278: page.height, 279: page.strip.count,
            ]
            bytes += page.strip
            if let density = page.density {
                tags[282] = bytes.count
                tags[283] = bytes.count
                tags[296] = 2
                bytes += long(density) + long(1)
            }
            tags.merge(page.tags) { $1 }
            if bytes.count % 2 == 1 { bytes.append(0) }
            bytes.replaceSubrange(pointer..<(pointer + 4), with: long(bytes.count))
            bytes += short(tags.count)
            for (tag, value) in tags.sorted(by: { $0.key < $1.key }) { bytes += entry(tag, value) }
            pointer = bytes.count
            bytes += long(next)
        }
        return bytes
    }
}
