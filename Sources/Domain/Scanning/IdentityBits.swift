import Ballots
import Primitives

/// What the bits in the bottom row of timing marks say, on papers as printed for New Hampshire in
/// 2022: 32 bits between the corner marks, the lowest on the right.
///
/// Worked out from the pages themselves: the front carries two bits of checksum (the number of set
/// bits above them, modulo 4), 13 bits of precinct or batch, 13 bits of card number, three of
/// sequence and a start bit that is always set; the back carries the day (5 bits), month (4), year
/// after 2000 (7), kind of election (5, A is 0) and the end code 01111011110.
package enum IdentityBits: Hashable, Sendable {
    case front(card: Int, precinct: Int)
    case back(year: Int, month: Int, day: Int)

    static let count = 32
    private static let endCode = 0b011_1101_1110

    /// Nil when the bits are neither a front nor a back.
    ///
    /// - Parameter marks: true where a mark is printed, from left to right, corners left out.
    package init?(_ marks: [Bool]) {
        guard marks.count == IdentityBits.count else { return nil }
        var word = 0
        for mark in marks { word = word << 1 | (mark ? 1 : 0) }
        func field(_ low: Int, _ bits: Int) -> Int { word >> low & ((1 << bits) - 1) }
        if field(21, 11) == IdentityBits.endCode {
            let month = field(5, 4)
            let day = field(0, 5)
            guard (1...12).contains(month), (1...31).contains(day) else { return nil }
            self = .back(year: 2000 + field(9, 7), month: month, day: day)
            return
        }
        let summed = (word >> 2).nonzeroBitCount % 4
        guard field(31, 1) == 1, field(28, 3) == 0, field(0, 2) == summed else { return nil }
        self = .front(card: field(15, 13), precinct: field(2, 13))
    }

    package var face: BallotLayout.Face {
        switch self {
        case .front: .front
        case .back: .back
        }
    }
}

extension PageGrid {
    /// Reads the bottom row of marks as bits.
    func bits(image: GrayImage, light: PaperLight, layout: BallotLayout, side: BallotLayout.Side)
        -> [Bool]
    {
        let box = InkBox(image: image, light: light)
        return (1..<max(2, side.columns - 1)).map { column in
            let place = place(column: Double(column), row: Double(side.rows - 1))
            return box.darkPart(
                x: Int(place.x.rounded()), y: Int(place.y.rounded()),
                halfWidth: Int(layout.markWidth * scaleX * 0.35),
                halfHeight: Int(layout.markHeight * scaleY * 0.25)) > 0.5
        }
    }
}
