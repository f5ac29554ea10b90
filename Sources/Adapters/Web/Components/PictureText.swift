/// Text inside a drawing, where nothing breaks lines by itself.
enum PictureText {
    /// Signs that fit across a phone at fourteen pixels.
    static let across = 44

    /// Lines of at most ``across`` signs, broken between words; a line feed always breaks.
    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { part in
            var lines: [String] = []
            for word in part.split(separator: " ") {
                if let last = lines.last, last.count + 1 + word.count <= across {
                    lines[lines.count - 1] = last + " " + word
                } else {
                    lines.append(String(word))
                }
            }
            return lines
        }
    }
}
