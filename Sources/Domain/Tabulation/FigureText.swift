/// Why a text is no figure of a sheet.
package enum FigureFault: Error, Hashable, Sendable {
    case empty
    case negative
    /// Anything but the digits 0 to 9: a sign, a point, a letter, a digit of another script.
    case notDigits
    /// Above ``Figure/largest``.
    case tooLarge
}

/// The figures of a sheet: whole numbers in the digits 0 to 9.
package enum Figure {
    /// Far above any station, far below where sums could overflow.
    package static let largest = 999_999_999

    /// Reads digits and nothing else: no sign, no grouping, no other script's digits.
    package static func read(_ text: UnsafeBufferPointer<UInt8>) throws(FigureFault) -> Int {
        var value = 0
        for byte in text {
            guard byte >= 0x30, byte <= 0x39 else {
                let digits = text.dropFirst()
                let isNegative =
                    text[0] == UInt8(ascii: "-") && !digits.isEmpty
                    && digits.allSatisfy { (0x30...0x39).contains($0) }
                throw isNegative ? .negative : .notDigits
            }
            value = value * 10 + Int(byte - 0x30)
            if value > largest { throw .tooLarge }
        }
        guard !text.isEmpty else { throw .empty }
        return value
    }

    /// The same from a text at hand.
    package static func read(_ text: String) throws(FigureFault) -> Int {
        let result = Array(text.utf8).withUnsafeBufferPointer { bytes in
            Result { () throws(FigureFault) -> Int in try read(bytes) }
        }
        return try result.get()
    }
}
