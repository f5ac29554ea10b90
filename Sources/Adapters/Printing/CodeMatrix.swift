import CQREncode

/// The cells of a QR code.
package struct CodeMatrix: Hashable, Sendable {
    /// Cells along one side.
    package let size: Int
    private let dark: [Bool]

    package subscript(row: Int, column: Int) -> Bool { dark[row * size + column] }

    /// Encodes bytes with medium error correction: a seventh of the cells may be lost.
    package init(_ text: String) throws(PrintingProblem) {
        let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        guard let code, let cells = code.pointee.data else { throw .cannotEncode(text) }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        size = width
        dark = (0..<width * width).map { cells[$0] & 1 == 1 }
    }
}
