/// A small PDF written out by ISO 32000-1: pages that each show one grey picture, uncompressed.
struct SmallPDF {
    /// Each page's own keys besides its kind, parent, boxes, picture and content.
    var pages = [""]
    /// Drawn after the picture.
    var over = ""
    /// The matrix that the unit square of the picture goes through; the page is 72 by 54 points.
    var placed = "72 0 0 54 0 0"
    /// Keys of the last dictionary.
    var trailer = ""
    /// 200 by 150 pixels: 200 dots per inch.
    static let width = 200
    static let height = 150

    /// Bars and a slope, the same from no two sides.
    static let pixels: [UInt8] = (0..<height).flatMap { y in
        (0..<width).map { x in
            if (20..<40).contains(x) || (10..<25).contains(y) { return 0 }
            return UInt8(120 + (x + 2 * y) / 5)
        }
    }

    var bytes: [UInt8] {
        var bytes = Array("%PDF-1.4\n".utf8)
        var places: [Int] = []
        func object(_ text: String, stream: [UInt8]? = nil) {
            places.append(bytes.count)
            bytes += Array("\(places.count) 0 obj\n\(text)\n".utf8)
            if let stream {
                bytes += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8)
            }
            bytes += Array("endobj\n".utf8)
        }
        let content = Array("q \(placed) cm /P Do Q \(over)".utf8)
        let kids = pages.indices.map { "\($0 + 5) 0 R" }.joined(separator: " ")
        object("<< /Type /Catalog /Pages 2 0 R >>")
        object("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        object(
            "<< /Type /XObject /Subtype /Image /Width \(SmallPDF.width) /Height \(SmallPDF.height) "
                + "/ColorSpace /DeviceGray /BitsPerComponent 8 /Length \(SmallPDF.pixels.count) >>",
            stream: SmallPDF.pixels)
        object("<< /Length \(content.count) >>", stream: content)
        for keys in pages {
            object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 54] "
                    + "/Resources << /XObject << /P 3 0 R >> >> /Contents 4 0 R \(keys) >>")
        }
        let list = bytes.count
        bytes += Array("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places {
            let digits = String(place)
            let padded = String(repeating: "0", count: 10 - digits.count) + digits
            bytes += Array("\(padded) 00000 n \n".utf8)
        }
        bytes += Array(
            "trailer\n<< /Size \(places.count + 1) /Root 1 0 R \(trailer) >>\n".utf8)
        return bytes + Array("startxref\n\(list)\n%%EOF".utf8)
    }
}
