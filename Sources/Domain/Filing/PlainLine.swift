/// A text that a person typed, as one line that shows what it says.
///
/// Reasons and remarks are signed, logged and published. A line end would let one forge the next
/// line of a sheet; a mark that turns the direction of writing would let it show other words or
/// figures than it has. The list is fixed here and not taken from the machine's Unicode tables,
/// because a text that was kept must read the same on every later machine.
enum PlainLine {
    /// Control characters, line ends and marks of direction become spaces; spaces at the ends go.
    static func of(_ text: String) -> String {
        var scalars = text.unicodeScalars.map { isHidden($0) ? " " : $0 }[...]
        scalars = scalars.drop { $0 == " " }
        while scalars.last == " " { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: true
        // Marks of direction, by Unicode Standard Annex 9, section 2; line and paragraph separators.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        // Byte order mark, annotation anchors, tags: nothing that is seen.
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
