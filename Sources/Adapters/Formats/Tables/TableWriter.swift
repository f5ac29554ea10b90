/// Writes CSV as RFC 4180 has it, into bytes.
struct TableWriter {
    private(set) var bytes: [UInt8] = []

    /// One row: texts first, then whole numbers that are not negative, then texts again.
    mutating func row(_ texts: [String], figures: [Int], and more: [String] = []) {
        var first = true
        for text in texts {
            next(&first)
            cell(text)
        }
        for figure in figures {
            next(&first)
            number(figure)
        }
        for text in more {
            next(&first)
            cell(text)
        }
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func next(_ first: inout Bool) {
        if !first { bytes.append(UInt8(ascii: ",")) }
        first = false
    }

    private mutating func cell(_ text: String) {
        let plain = text.utf8.allSatisfy { ![0x2C, 0x22, 0x0A, 0x0D].contains($0) }
        if plain {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func number(_ figure: Int) {
        precondition(figure >= 0, "a figure below zero: \(figure)")
        let start = bytes.count
        var rest = figure
        repeat {
            bytes.append(UInt8(0x30 + rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
