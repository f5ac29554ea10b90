/// One row of a table. Its bytes are valid only while the row is handed over.
package struct TableRow {
    /// The line of the file on which the row begins; the header is line 1.
    package let line: Int
    let content: UnsafePointer<UInt8>
    let ends: UnsafePointer<Int>
    package let count: Int

    /// The cell without its quotes.
    package subscript(_ cell: Int) -> UnsafeBufferPointer<UInt8> {
        let start = cell == 0 ? 0 : ends[cell - 1]
        return UnsafeBufferPointer(start: content + start, count: ends[cell] - start)
    }
}

/// Why a row could not be taken apart.
package enum RowFault: Sendable {
    /// Something other than a comma or the line's end follows a closing quote.
    case textAfterQuote
    /// A quote inside a cell that does not begin with one.
    case strayQuote
    case quoteNeverClosed
    case tooLong
    case tooManyCells
}

/// Takes CSV apart as RFC 4180 writes it, from bytes that come in pieces.
///
/// Line feeds alone end lines too, a byte order mark in front is passed over, blank lines are
/// passed over. A row with bad quoting is reported, and reading goes on with the line after the one
/// on which that row began, so that one quote never swallows its neighbours.
package final class TableParser {
    private enum State { case start, plain, quoted, closed, closedReturn, skipping }

    private let limits: TableLimits
    private let separator: UInt8
    private let quote: UInt8
    private let content: UnsafeMutablePointer<UInt8>
    private let ends: UnsafeMutablePointer<Int>
    private var length = 0
    private var cells = 0
    private var state = State.start
    private var atStart = true
    /// True when the cell being read was quoted, so that a return at its end belongs to it.
    private var wasQuoted = false
    private var line = 1
    private var rowLine = 1
    /// Bytes since the first line feed inside quotes: what to read again if the quoting is bad.
    private var replay: [UInt8] = []
    private var collecting = false

    /// - Parameters:
    ///   - separator: what stands between cells, one ASCII byte.
    ///   - quote: what stands around a cell that holds a separator, one ASCII byte.
    package init(
        limits: TableLimits, separator: UInt8 = UInt8(ascii: ","),
        quote: UInt8 = UInt8(ascii: "\"")
    ) {
        self.limits = limits
        self.separator = separator
        self.quote = quote
        content = .allocate(capacity: limits.rowBytes + 1)
        ends = .allocate(capacity: limits.columns + 1)
    }

    deinit {
        content.deallocate()
        ends.deallocate()
    }

    package func feed(
        _ bytes: UnsafeBufferPointer<UInt8>, row: (TableRow) throws -> Void,
        fault: (Int, RowFault) throws -> Void
    ) throws {
        var index = 0
        if atStart {
            atStart = false
            if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
        }
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            index += 1
            if collecting { replay.append(byte) }
            if let found = try take(byte, row: row) {
                try recover(found, skip: byte != UInt8(ascii: "\n"), row: row, fault: fault)
            }
        }
    }

    /// After the last piece: the last line may lack its line feed.
    package func finish(
        row: (TableRow) throws -> Void, fault: (Int, RowFault) throws -> Void
    ) throws {
        while state == .quoted {
            let again = collecting
            try recover(.quoteNeverClosed, skip: false, row: row, fault: fault)
            if !again { break }
        }
        if state != .skipping, state != .start || cells > 0 || length > 0 {
            endCell()
            try endRow(row)
        }
        reset()
    }

    /// One step; a fault when the row cannot go on.
    private func take(
        _ byte: UInt8, row: (TableRow) throws -> Void
    ) throws -> RowFault? {
        switch state {
        case .plain:
            if byte == separator { return endCell() }
            if byte == UInt8(ascii: "\n") { return try endLine(row) }
            if byte == quote { return .strayQuote }
            return put(byte)
        case .start:
            if byte == quote {
                state = .quoted
                wasQuoted = true
                return nil
            }
            if byte == separator { return endCell() }
            if byte == UInt8(ascii: "\n") { return try endLine(row) }
            state = .plain
            return put(byte)
        case .quoted:
            if byte == quote {
                state = .closed
                return nil
            }
            if byte == UInt8(ascii: "\n") {
                line += 1
                collecting = true
                if line - rowLine > limits.quotedLines { return .quoteNeverClosed }
            }
            return put(byte)
        case .closed:
            switch byte {
            case quote:
                state = .quoted
                return put(byte)
            case separator: return endCell()
            case UInt8(ascii: "\n"): return try endLine(row)
            case UInt8(ascii: "\r"):
                state = .closedReturn
                return nil
            default: return .textAfterQuote
            }
        case .closedReturn:
            return byte == UInt8(ascii: "\n") ? try endLine(row) : .textAfterQuote
        case .skipping:
            if byte == UInt8(ascii: "\n") {
                line += 1
                reset()
            }
            return nil
        }
    }

    private func put(_ byte: UInt8) -> RowFault? {
        guard length < limits.rowBytes else { return .tooLong }
        content[length] = byte
        length += 1
        return nil
    }

    @discardableResult
    private func endCell() -> RowFault? {
        guard cells < limits.columns else { return .tooManyCells }
        ends[cells] = length
        cells += 1
        state = .start
        wasQuoted = false
        return nil
    }

    private func endLine(_ row: (TableRow) throws -> Void) throws -> RowFault? {
        let cellStart = cells == 0 ? 0 : ends[cells - 1]
        if !wasQuoted, length > cellStart, content[length - 1] == UInt8(ascii: "\r") { length -= 1 }
        let blank = cells == 0 && length == 0 && !wasQuoted
        if let fault = endCell() { return fault }
        if !blank { try endRow(row) }
        line += 1
        reset()
        return nil
    }

    private func endRow(_ row: (TableRow) throws -> Void) throws {
        try row(TableRow(line: rowLine, content: content, ends: ends, count: cells))
    }

    private func reset() {
        length = 0
        cells = 0
        state = .start
        wasQuoted = false
        collecting = false
        if !replay.isEmpty { replay.removeAll(keepingCapacity: true) }
        rowLine = line
    }

    /// Reports the row and goes on with the line after its first one.
    ///
    /// - Parameter skip: true when the rest of the current line still belongs to the bad row.
    private func recover(
        _ found: RowFault, skip: Bool, row: (TableRow) throws -> Void,
        fault: (Int, RowFault) throws -> Void
    ) throws {
        try fault(rowLine, found)
        guard collecting else {
            if skip {
                state = .skipping
            } else {
                line += 1
                reset()
            }
            return
        }
        // What was kept starts behind the first line feed, which is not part of it.
        let again = replay
        line = rowLine + 1
        reset()
        try again.withUnsafeBufferPointer { try feed($0, row: row, fault: fault) }
    }
}
