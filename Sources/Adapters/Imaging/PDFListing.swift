/// What poppler's programs say about a PDF, taken from the lines they print.
struct PDFListing {
    /// A page's crop box in points (1/72 inch), before it is turned.
    struct Page: Equatable {
        var width = 0.0
        var height = 0.0
        /// Degrees clockwise that the page is to be turned for showing.
        var turned = 0

        /// As it is shown.
        var shown: (width: Double, height: Double) {
            turned % 180 == 0 ? (width, height) : (height, width)
        }
    }

    /// A picture drawn on a page.
    struct Picture: Equatable {
        let page: Int
        /// `image`, or a mask of some kind.
        let type: String
        let width: Int
        let height: Int
        /// Samples a pixel.
        let samples: Int
        let bits: Int
        let densityAcross: Double
        let densityDown: Double
    }

    private(set) var pages: [Page] = []
    private(set) var count = 0
    private(set) var isLocked = false

    /// The lines of `pdfinfo -f 1 -l …`: `Pages:`, `Encrypted:`, and for each page
    /// `Page    1 size: 595 x 842 pts (A4)` and `Page    1 rot:  0`.
    init(info: [UInt8]) {
        for line in String(decoding: info, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ")
            switch words.first {
            case "Pages:": count = words.count > 1 ? Int(words[1]) ?? 0 : 0
            case "Encrypted:": isLocked = words.count > 1 && words[1] != "no"
            case "Page" where words.count >= 6 && words[2] == "size:":
                guard let width = Double(words[3]), let height = Double(words[5]) else { continue }
                pages.append(Page(width: width, height: height))
            case "Page" where words.count == 4 && words[2] == "rot:" && !pages.isEmpty:
                pages[pages.count - 1].turned = Int(words[3]) ?? 0
            default: break
            }
        }
    }

    /// The lines of `pdfimages -list`: page, num, type, width, height, color, comp, bpc, enc,
    /// interp, object and ID (or `[inline]`), x-ppi, y-ppi, size, ratio.
    static func pictures(_ list: [UInt8]) -> [Picture] {
        String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
            let words = $0.split(separator: " ")
            guard words.count >= 13, let page = Int(words[0]), let width = Int(words[3]),
                let height = Int(words[4])
            else { return nil }
            let density = words[10] == "[inline]" ? 11 : 12
            guard words.count > density + 1 else { return nil }
            return Picture(
                page: page, type: String(words[2]), width: width, height: height,
                samples: Int(words[6]) ?? 0, bits: Int(words[7]) ?? 0,
                densityAcross: Double(words[density]) ?? 0,
                densityDown: Double(words[density + 1]) ?? 0)
        }
    }
}
