import Ballots
import Elections
import Foundation
import Imaging
import Primitives
import Scanning

/// A page that is found by its code, and answers about it from a decoding process that may have been
/// taken over: wherever it says that the code lies, the page is sought from there.
enum PageByCode {
    /// Pixels per millimetre.
    private static let scale = 4.0

    /// - Parameter bytes: the answer.
    /// - Returns: it has a code that can be one.
    static func read(_ bytes: [UInt8]) -> Bool {
        guard let answer = try? JSONDecoder().decode(DecodingAnswer.self, from: Data(bytes)) else {
            return false
        }
        _ = answer.dotsPerInch
        guard let found = answer.found, let reader, let page else { return false }
        _ = try? reader.read(page, code: found, face: nil)
        return true
    }

    private static let layouts: [BallotLayout]? = FuzzTarget.seed("layouts/by-code.json")

    private static let reader: PageReader? = {
        let election: ElectionDefinition? = FuzzTarget.seed("definition/small.json")
        guard let election, let layouts else { return nil }
        return PageReader(definition: election, layouts: layouts)
    }()

    /// What the layout says is printed, as black boxes.
    private static let page: GrayImage? = layouts?.first.map { layout in
        let width = Int(layout.widthMillimetres * scale)
        let height = Int(layout.heightMillimetres * scale)
        var pixels = [UInt8](repeating: 245, count: width * height)
        let side = layout.sides[0]
        let targets = side.targets.map {
            Landmark(
                x: $0.column, y: $0.row, width: layout.targetWidth, height: layout.targetHeight)
        }
        for thing in (side.landmarks ?? []) + targets {
            let left = Int((thing.x - thing.width / 2) * scale)
            let top = Int((thing.y - thing.height / 2) * scale)
            for y in top..<(top + Int(thing.height * scale)) {
                for x in left..<(left + Int(thing.width * scale)) { pixels[y * width + x] = 20 }
            }
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }
}
