/// Pieces of text on their way to one reader, oldest first, not more bytes than the limit.
struct EventQueue {
    private let limit: Int
    private var pieces: [[UInt8]] = []
    /// The first piece that is not yet sent, and how much of it is.
    private var head = 0
    private var sent = 0
    private(set) var count = 0

    /// - Parameter limit: in bytes, above zero.
    init(limit: Int) {
        precondition(limit > 0, "a queue needs room, got \(limit)")
        self.limit = limit
    }

    var isEmpty: Bool { count == 0 }

    /// False, and nothing taken, when it does not fit.
    mutating func append(_ piece: [UInt8]) -> Bool {
        guard piece.count <= limit - count else { return false }
        guard !piece.isEmpty else { return true }
        pieces.append(piece)
        count += piece.count
        return true
    }

    /// Moves as much as there is room for, and says how much.
    mutating func move(into room: UnsafeMutableRawBufferPointer) -> Int {
        var filled = 0
        while head < pieces.count && filled < room.count {
            let piece = pieces[head]
            let part = min(piece.count - sent, room.count - filled)
            piece.withUnsafeBytes { bytes in
                room[filled..<(filled + part)].copyBytes(from: bytes[sent..<(sent + part)])
            }
            filled += part
            sent += part
            if sent == piece.count {
                pieces[head] = []
                head += 1
                sent = 0
            }
        }
        count -= filled
        if head > 64 && head * 2 > pieces.count {
            pieces.removeFirst(head)
            head = 0
        }
        return filled
    }

    mutating func clear() {
        pieces = []
        head = 0
        sent = 0
        count = 0
    }
}
