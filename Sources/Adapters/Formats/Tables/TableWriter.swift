/// Writes CSV as RFC 4180 has it, into bytes.
struct TableWriter {
    private(set) var bytes: [UInt8] = []

    /// One row: texts first, then whole numbers that are not negative, then texts again.
    mutating func row(_ texts: [String], figures: [Int], and more: [String] = []) {
        // Room for every byte quoted, for nineteen digits, and for what stands between cells.
        let room =
            texts.reduce(0) { $0 + 2 * $1.utf8.count + 3 } + 20 * figures.count
            + more.reduce(0) { $0 + 2 * $1.utf8.count + 3 } + 2
        let row = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var cells = RowCells(buffer)
            for text in texts { cells.add(text) }
            for figure in figures { cells.add(figure) }
            for text in more { cells.add(text) }
            count = cells.end()
        }
        bytes.append(contentsOf: row)
    }
}

/// The cells of one row, put into a buffer that has room for them.
private struct RowCells {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    private var isFirst = true

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    private mutating func put(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
    }

    private mutating func startCell() {
        if !isFirst { put(UInt8(ascii: ",")) }
        isFirst = false
    }

    mutating func add(_ text: String) {
        startCell()
        let plain = text.utf8.allSatisfy {
            $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D
        }
        if !plain { put(UInt8(ascii: "\"")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { put(byte) }
            put(byte)
        }
        if !plain { put(UInt8(ascii: "\"")) }
    }

    mutating func add(_ figure: Int) {
        precondition(figure >= 0, "a figure below zero: \(figure)")
        startCell()
        let start = count
        var rest = figure
        repeat {
            put(UInt8(truncatingIfNeeded: 0x30 + rest % 10))
            rest /= 10
        } while rest > 0
        var (low, high) = (start, count - 1)
        while low < high {
            buffer.swapAt(low, high)
            low += 1
            high -= 1
        }
    }

    mutating func end() -> Int {
        put(UInt8(ascii: "\r"))
        put(UInt8(ascii: "\n"))
        return count
    }
}
