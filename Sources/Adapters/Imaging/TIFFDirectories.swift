/// Where the pages of a TIFF file lie: its chain of directories, walked by ourselves with a bound
/// and a look-out for loops, so that one page is reached without walking past the others. TIFF 6.0,
/// section 2.
package struct TIFFDirectories {
    /// The place of each page's directory, from the beginning of the file. Previews and masks (bits
    /// 0 and 2 of tag 254) are no pages.
    let pages: [Int]

    /// More entries in one directory than any program writes.
    private static let mostEntries = 512

    /// - Parameter read: gives so many bytes from a place; nil when the file has fewer.
    package init(read: (_ at: Int, _ count: Int) -> [UInt8]?) throws(ImageProblem) {
        let damaged = ImageProblem.corrupt("the list of pages leads out of the file")
        guard let head = read(0, 8) else { throw damaged }
        let big = head[0] == 0x4D
        guard TIFFTags.short(head, 2, big) != 43 else { throw .bigTIFF }
        var found: [Int] = []
        var seen: Set<Int> = []
        var next = TIFFTags.long(head, 4, big)
        while next != 0 {
            guard seen.insert(next).inserted else { throw .endlessPages }
            guard seen.count <= PageDecoder.mostPages else {
                throw .tooManyPages(most: PageDecoder.mostPages)
            }
            guard let first = read(next, 2) else { throw damaged }
            let entries = TIFFTags.short(first, 0, big)
            guard (1...TIFFDirectories.mostEntries).contains(entries),
                let directory = read(next + 2, 12 * entries + 4)
            else { throw damaged }
            if !TIFFDirectories.isPreview(directory, entries, big) { found.append(next) }
            next = TIFFTags.long(directory, 12 * entries, big)
        }
        guard !found.isEmpty else { throw .corrupt("there is no page in it") }
        pages = found
    }

    init(of bytes: [UInt8]) throws(ImageProblem) {
        try self.init { at, count in
            at >= 0 && at + count <= bytes.count ? Array(bytes[at..<(at + count)]) : nil
        }
    }

    private static func isPreview(_ directory: [UInt8], _ entries: Int, _ big: Bool) -> Bool {
        for entry in 0..<entries where TIFFTags.short(directory, 12 * entry, big) == 254 {
            return TIFFTags.long(directory, 12 * entry + 8, big) & 5 != 0
        }
        return false
    }
}

/// Single numbers of a small directory in TIFF's form, as Exif has it.
struct TIFFTags {
    private let bytes: [UInt8]
    private let big: Bool
    /// Where the value of a tag stands.
    private var places: [Int: Int] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        big = bytes.first == 0x4D
        guard bytes.count >= 8 else { return }
        let start = TIFFTags.long(bytes, 4, big)
        guard start + 2 <= bytes.count else { return }
        for entry in 0..<TIFFTags.short(bytes, start, big) {
            let at = start + 2 + 12 * entry
            guard at + 12 <= bytes.count else { return }
            places[TIFFTags.short(bytes, at, big)] = at + 8
        }
    }

    func short(_ tag: Int) -> Int? { places[tag].map { TIFFTags.short(bytes, $0, big) } }

    func ratio(_ tag: Int) -> Double? {
        guard let place = places[tag] else { return nil }
        let at = TIFFTags.long(bytes, place, big)
        guard at + 8 <= bytes.count else { return nil }
        let below = TIFFTags.long(bytes, at + 4, big)
        return below == 0 ? nil : Double(TIFFTags.long(bytes, at, big)) / Double(below)
    }

    static func short(_ bytes: [UInt8], _ at: Int, _ big: Bool) -> Int {
        let (first, second) = (Int(bytes[at]), Int(bytes[at + 1]))
        return big ? first << 8 | second : second << 8 | first
    }

    static func long(_ bytes: [UInt8], _ at: Int, _ big: Bool) -> Int {
        let (first, second) = (short(bytes, at, big), short(bytes, at + 2, big))
        return big ? first << 16 | second : second << 16 | first
    }
}
