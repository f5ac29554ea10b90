import Ballots
import CZXing
import Scanning

/// A part of a page in pixels.
package struct PageRectangle: Hashable, Sendable {
    package var left: Int
    package var top: Int
    package var width: Int
    package var height: Int

    package init(left: Int, top: Int, width: Int, height: Int) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    /// What of it lies on the page; nil when nothing does.
    func on(_ image: GrayImage) -> PageRectangle? {
        let (x, y) = (max(0, left), max(0, top))
        let right = min(image.width, left + width)
        let bottom = min(image.height, top + height)
        guard right > x, bottom > y else { return nil }
        return PageRectangle(left: x, top: y, width: right - x, height: bottom - y)
    }
}

extension PageDecoder {
    /// Codes on one page that are looked for at most.
    private static let mostCodes = 8
    /// Bytes of a code's text in UTF-8: a code of more than 4,096 is not taken, and each byte that is none of
    /// UTF-8 stands as three.
    static let mostCodeBytes = 12_288

    /// The QR code on a page, if there is one that can be read.
    package static func code(on image: GrayImage) -> FoundCode? {
        codes(on: image, in: nil, kinds: [.qr], most: 1).first
    }

    /// Codes on a page, from the top down.
    ///
    /// A whole page is first searched at half its size, which finds a code in a fraction of the
    /// time, then at its own, at last thoroughly. Where the layout says where its code is printed,
    /// give that rectangle with some room for a page that lies askew: it is searched thoroughly
    /// at once, in a tenth of the time of a page.
    ///
    /// - Parameters:
    ///   - rectangle: where to look; nil for the whole page.
    ///   - most: how many to look for, at most 8. One is faster: the search ends with it.
    /// - Returns: empty when there is none that can be read. Corners are in pixels of the page.
    package static func codes(
        on image: GrayImage, in rectangle: PageRectangle?, kinds: Set<FoundCode.Kind>, most: Int = 1
    ) -> [FoundCode] {
        let page = PageRectangle(left: 0, top: 0, width: image.width, height: image.height)
        guard let place = (rectangle ?? page).on(image), !kinds.isEmpty else { return [] }
        let most = min(max(1, most), mostCodes)
        if most == 1, place.width >= 600, place.height >= 600,
            let rough = CodeSearch(image.halved(), kinds: kinds, most: 1).found(
                in: place.halved, thorough: false
            ).first
        {
            // Where it lies is told again at full size, to the pixel.
            let close = CodeSearch(image, kinds: kinds, most: 1).found(
                in: rough.surroundings(on: image) ?? place, thorough: true
            ).first { $0.text == rough.text }
            return [(close ?? rough.doubled).sharpened(on: image)]
        }
        let search = CodeSearch(image, kinds: kinds, most: most)
        let quick = search.found(in: place, thorough: false)
        let found = quick.count >= most ? quick : search.found(in: place, thorough: true)
        return (found.isEmpty ? quick : found).sorted { $0.top < $1.top }
            .map { $0.sharpened(on: image) }
    }
}

/// One picture, the kinds sought on it, and how many at most.
private struct CodeSearch {
    let image: GrayImage
    let kinds: Int32
    let most: Int

    init(_ image: GrayImage, kinds: Set<FoundCode.Kind>, most: Int) {
        self.image = image
        self.kinds = kinds.reduce(0) {
            $0 | Int32($1 == .qr ? CZXING_QR.rawValue : CZXING_PDF417.rawValue)
        }
        self.most = most
    }

    func found(in place: PageRectangle, thorough: Bool) -> [FoundCode] {
        guard let place = place.on(image) else { return [] }
        return withUnsafeTemporaryAllocation(of: czxing_code.self, capacity: most) { codes in
            let count = image.pixels.withUnsafeBufferPointer { pixels in
                czxing_read(
                    pixels.baseAddress.map { $0 + place.top * image.width + place.left },
                    Int32(place.width), Int32(place.height), Int32(image.width), kinds,
                    thorough ? 1 : 0, codes.baseAddress, most)
            }
            return codes.prefix(count).map { FoundCode($0, in: place) }
        }
    }
}

extension FoundCode {
    fileprivate init(_ code: czxing_code, in place: PageRectangle) {
        let text = withUnsafeBytes(of: code.text) {
            String(decoding: $0.prefix(code.length), as: UTF8.self)
        }
        let at = withUnsafeBytes(of: code.corners) { Array($0.bindMemory(to: Int32.self)) }
        func corner(_ index: Int) -> PagePoint {
            PagePoint(
                x: Double(Int(at[2 * index]) + place.left),
                y: Double(Int(at[2 * index + 1]) + place.top))
        }
        self.init(
            text: text, degrees: (Int(code.degrees) % 360 + 360) % 360,
            kind: code.kind == Int32(CZXING_PDF417.rawValue) ? .pdf417 : .qr,
            corners: Corners(
                topLeft: corner(0), topRight: corner(1), bottomRight: corner(2),
                bottomLeft: corner(3)))
    }

    private var points: [PagePoint] {
        corners.map { [$0.topLeft, $0.topRight, $0.bottomRight, $0.bottomLeft] } ?? []
    }

    fileprivate var top: Double { points.map(\.y).min() ?? 0 }

    /// Found on a picture of half the size: the same on the whole one.
    fileprivate var doubled: FoundCode {
        func twice(_ point: PagePoint) -> PagePoint { PagePoint(x: 2 * point.x, y: 2 * point.y) }
        return FoundCode(
            text: text, degrees: degrees, kind: kind,
            corners: corners.map {
                Corners(
                    topLeft: twice($0.topLeft), topRight: twice($0.topRight),
                    bottomRight: twice($0.bottomRight), bottomLeft: twice($0.bottomLeft))
            })
    }

    /// The code with its quiet zone, on the whole picture, from where it lies on the half one.
    fileprivate func surroundings(on image: GrayImage) -> PageRectangle? {
        let at = doubled.points
        guard let left = at.map(\.x).min(), let right = at.map(\.x).max(),
            let top = at.map(\.y).min(), let bottom = at.map(\.y).max()
        else { return nil }
        let room = Int(max(right - left, bottom - top) / 4) + 8
        return PageRectangle(
            left: Int(left) - room, top: Int(top) - room, width: Int(right - left) + 2 * room,
            height: Int(bottom - top) + 2 * room
        ).on(image)
    }
}

extension PageRectangle {
    fileprivate var halved: PageRectangle {
        PageRectangle(
            left: left / 2, top: top / 2, width: (width + 1) / 2, height: (height + 1) / 2)
    }
}

extension GrayImage {
    /// Half as wide and half as high: each pixel the mean of four.
    fileprivate func halved() -> GrayImage {
        let (columns, rows) = (width / 2, height / 2)
        let halved = [UInt8](unsafeUninitializedCapacity: columns * rows) { into, count in
            pixels.withUnsafeBufferPointer { from in
                for row in 0..<rows {
                    let upper = 2 * row * width
                    let lower = upper + width
                    for column in 0..<columns {
                        let x = 2 * column
                        let sum =
                            UInt16(from[upper + x]) &+ UInt16(from[upper + x + 1])
                            &+ UInt16(from[lower + x]) &+ UInt16(from[lower + x + 1])
                        into[row * columns + column] = UInt8(truncatingIfNeeded: (sum &+ 2) >> 2)
                    }
                }
            }
            count = columns * rows
        }
        return GrayImage(width: columns, height: rows, pixels: halved)
    }
}
