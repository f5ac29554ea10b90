/// What poppler's programs say about a PDF, taken from the lines they print. The numbers in them are
/// those of the file: any at all.
package struct PDFListing {
    /// A page's crop box in points (1/72 inch), before it is turned.
    package struct Page: Equatable, Sendable {
        var width = 0.0
        var height = 0.0
        /// Degrees clockwise that the page is to be turned for showing.
        var turned = 0

        /// As it is shown.
        var shown: (width: Double, height: Double) {
            turned % 180 == 0 ? (width, height) : (height, width)
        }

        /// Whether the page may be drawn: a page of a PDF has any size, and none is drawn for that.
        ///
        /// - Parameter density: dots per inch.
        package func checkSize(at density: Int) throws(ImageProblem) {
            // Far beyond what is accepted, and a number of pixels still.
            let most = 1e9
            func pixels(_ points: Double) -> Int {
                let wanted = (points * Double(density) / 72).rounded(.up)
                return wanted.isNaN ? 0 : Int(max(0, min(most, wanted)))
            }
            try PageDecoder.checkSize(pixels(shown.width), pixels(shown.height))
        }
    }

    /// A picture drawn on a page.
    package struct Picture: Equatable, Sendable {
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

        /// A picture as large as the page, in colours that a scanner writes.
        package func covers(_ page: Page) -> Bool {
            guard type == "image", [1, 3].contains(samples), [1, 8].contains(bits),
                densityAcross > 0, densityDown > 0
            else { return false }
            let width = 72 * Double(width) / densityAcross
            let height = 72 * Double(height) / densityDown
            let shown = page.shown
            func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.02 * b }
            return (close(width, shown.width) && close(height, shown.height))
                || (close(height, shown.width) && close(width, shown.height))
        }
    }

    package private(set) var pages: [Page] = []
    private(set) var count = 0
    private(set) var isLocked = false

    /// The lines of `pdfinfo -f 1 -l …`: `Pages:`, `Encrypted:`, and for each page
    /// `Page    1 size: 595 x 842 pts (A4)` and `Page    1 rot:  0`.
    package init(info: [UInt8]) {
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
    package static func pictures(_ list: [UInt8]) -> [Picture] {
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
