/// Events in the form in which they are sent.
///
/// Source: WHATWG HTML, section 9.2.6, "Interpreting an event stream".
enum EventText {
    /// - Parameters:
    ///   - event: nil for the default, `message`.
    ///   - id: what a reader that comes back sends in Last-Event-ID; nil to leave it as it was.
    static func event(_ event: String?, id: String?, data: String) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(data.utf8.count + 64)
        if let event { append("event", event, to: &text) }
        if let id { append("id", id, to: &text) }
        for line in lines(of: data) {
            text += "data: ".utf8
            text += line
            text.append(0x0A)
        }
        text.append(0x0A)
        return text
    }

    /// A line that readers pass over.
    static func comment(_ words: String) -> [UInt8] {
        var text: [UInt8] = []
        for line in lines(of: words) {
            text += ": ".utf8
            text += line
            text.append(0x0A)
        }
        text.append(0x0A)
        return text
    }

    /// Line ends and NUL would end the field or be forbidden in it; they are left out.
    private static func append(_ field: String, _ value: String, to text: inout [UInt8]) {
        text += field.utf8
        text += ": ".utf8
        text += value.utf8.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
        text.append(0x0A)
    }

    /// CR LF, CR and LF each end a line.
    private static func lines(of text: String) -> [ArraySlice<UInt8>] {
        let bytes = Array(text.utf8)
        var found: [ArraySlice<UInt8>] = []
        var start = 0
        var place = 0
        while place < bytes.count {
            if bytes[place] == 0x0A || bytes[place] == 0x0D {
                found.append(bytes[start..<place])
                if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A {
                    place += 1
                }
                start = place + 1
            }
            place += 1
        }
        found.append(bytes[start...])
        return found
    }
}
