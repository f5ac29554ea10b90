import Elections
import Primitives

/// Text of a cell: UTF-8 without control characters.
enum PlainText {
    static func read(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
        if cell.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return nil }
        return String(validating: cell, as: UTF8.self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// At most forty bytes for a message, what is not printable as escapes.
    var clipped: String {
        let text = String(decoding: prefix(40), as: UTF8.self)
        let shown = text.unicodeScalars.map {
            $0.properties.generalCategory == .control ? "?" : "\($0)"
        }
        return shown.joined() + (count > 40 ? "…" : "")
    }
}

/// A number for a station that only names in the order of its areas tell apart.
///
/// Source: FNV-1a, 64 bit; a byte that no plain text holds stands between the names.
struct PlaceDigest {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init(areas: [[UInt8]], own: String) {
        for area in areas {
            for byte in area { add(byte) }
            add(0x1F)
        }
        for byte in own.utf8 { add(byte) }
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// `s-3w5e11264sgsf`: the same for the same names, whatever else the table holds.
    static func identifier(_ digest: UInt64) -> PollingStation.ID {
        PollingStation.ID("s-" + String(digest, radix: 36)) ?? "s-0"
    }
}
