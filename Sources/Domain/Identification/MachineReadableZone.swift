import Primitives

/// The machine-readable zone of a card of size TD1: three lines of thirty characters.
///
/// Source: ICAO Doc 9303, part 3 (check digits) and part 5 (TD1). A check digit overlooks some real
/// confusions (6 and G, 1 and L, 8 and S, the filler and K), so reading also holds each place to
/// its alphabet, and the list of voters decides.
package struct MachineReadableZone: Sendable {
    package let issuer: String
    package let documentNumber: Personal<String>
    package let personalNumber: Personal<String>
    /// Six digits as printed, YYMMDD; the century is not in the zone.
    package let birth: Personal<String>
    package let expires: String
    /// `M`, `F` or `<`.
    package let sex: Personal<String>
    package let surname: Personal<String>
    package let givenNames: Personal<String>

    package init(lines: [String]) throws(ZoneFlaw) {
        let rows = lines.map { Array($0.utf8) }
        guard rows.count == 3, rows.allSatisfy({ $0.count == 30 }) else {
            throw .shape(lines.map(\.utf8.count))
        }
        for (line, row) in rows.enumerated() {
            for (place, character) in row.enumerated()
            where !Self.alphabet(line: line, place: place).accepts(character) {
                throw .character(line: line + 1, place: place + 1)
            }
        }
        func text(_ line: Int, _ range: Range<Int>) -> String {
            String(decoding: rows[line][range], as: UTF8.self)
        }
        func check(_ name: String, _ fields: [UInt8], _ digit: UInt8) throws(ZoneFlaw) {
            guard Self.checkDigit(fields) == digit else { throw .checkDigit(name) }
        }
        try check("document number", Array(rows[0][5..<14]), rows[0][14])
        try check("date of birth", Array(rows[1][0..<6]), rows[1][6])
        try check("date of expiry", Array(rows[1][8..<14]), rows[1][14])
        let composite = rows[0][5..<30] + rows[1][0..<7] + rows[1][8..<15] + rows[1][18..<29]
        try check("whole", Array(composite), rows[1][29])
        let names = text(2, 0..<30).split(
            separator: "<<", maxSplits: 1, omittingEmptySubsequences: false)
        issuer = text(0, 2..<5)
        documentNumber = Personal(Self.unfilled(text(0, 5..<14)))
        personalNumber = Personal(Self.unfilled(text(0, 15..<30)))
        birth = Personal(text(1, 0..<6))
        sex = Personal(text(1, 7..<8))
        expires = text(1, 8..<14)
        surname = Personal(Self.unfilled(String(names[0])))
        givenNames = Personal(names.count > 1 ? Self.unfilled(String(names[1])) : "")
    }

    /// The check digit of these characters, as its ASCII code.
    ///
    /// Weights 7, 3, 1 repeating, sum modulo 10; digits count as themselves, letters from A = 10,
    /// the filler as 0. Doc 9303-3, section 4.9.
    package static func checkDigit(_ characters: [UInt8]) -> UInt8 {
        var sum = 0
        for (index, character) in characters.enumerated() {
            let value: Int
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(character) - 48
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(character) - 55
            default: value = 0
            }
            sum += value * [7, 3, 1][index % 3]
        }
        return UInt8(48 + sum % 10)
    }

    private static func unfilled(_ text: String) -> String {
        let words = text.split(separator: "<", omittingEmptySubsequences: true)
        return words.joined(separator: " ")
    }

    /// What may stand at one place of a TD1 zone.
    private enum Alphabet {
        case letter, digit, digitOrFiller, sex, letterOrFiller, any

        func accepts(_ character: UInt8) -> Bool {
            let letter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character)
            let digit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character)
            let filler = character == UInt8(ascii: "<")
            return switch self {
            case .letter: letter
            case .digit: digit
            case .digitOrFiller: digit || filler
            case .sex: filler || character == UInt8(ascii: "M") || character == UInt8(ascii: "F")
            case .letterOrFiller: letter || filler
            case .any: letter || digit || filler
            }
        }
    }

    private static func alphabet(line: Int, place: Int) -> Alphabet {
        switch (line, place) {
        case (0, 0): .letter
        case (0, 1...4), (1, 15...17), (2, _): .letterOrFiller
        case (0, 14): .digitOrFiller
        case (1, 0...5): .digitOrFiller
        case (1, 6), (1, 8...14), (1, 29): .digit
        case (1, 7): .sex
        default: .any
        }
    }
}

/// Why a zone was not read. The particulars name places, never what stood there.
package enum ZoneFlaw: Problem, Hashable {
    case shape([Int])
    case character(line: Int, place: Int)
    case checkDigit(String)

    package var code: String {
        switch self {
        case .shape: "identification.zone-shape"
        case .character: "identification.zone-character"
        case .checkDigit: "identification.zone-check-digit"
        }
    }

    package var summary: String {
        switch self {
        case .shape(let lengths):
            "A card's zone is three lines of thirty characters; these are \(lengths)."
        case .character(let line, let place):
            "Line \(line), place \(place) holds a character that cannot stand there."
        case .checkDigit(let field): "The check digit of the \(field) does not fit."
        }
    }

    package var remedy: String {
        "Wipe the reader and read the card again; if it fails twice, type the zone by hand."
    }
}
