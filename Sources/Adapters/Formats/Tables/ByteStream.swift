import CZlib
import Foundation
import Primitives

/// How much of a table is accepted before it is taken for a mistake or an attack.
package struct TableLimits: Sendable {
    /// Bytes of text, after decompression.
    package var bytes = 1 << 30
    package var columns = 65_536
    /// Bytes of one row.
    package var rowBytes = 1 << 21
    package var rows = 5_000_000
    /// Lines that one quoted cell may run over; more is taken for a quote that was never closed.
    package var quotedLines = 64

    package init() {}
}

/// The bytes of a file in pieces, decompressed when they are gzip or the one table in a zip archive.
package enum ByteStream {
    private static let piece = 1 << 18

    /// - Parameters:
    ///   - progress: called with the bytes of the file read since the last call.
    ///   - body: gets each piece; valid only during the call. The first has at least three bytes,
    ///     unless the whole text is shorter.
    package static func read(
        _ path: String, limits: TableLimits = TableLimits(), progress: (Int) -> Void = { _ in },
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileProblem.missing(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileProblem.notAFile(path) }
        guard let file = fopen(path, "rb") else {
            throw FileProblem.unreadable(path, String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        if try ZipTable.isArchive(file, path) {
            progress(Int(status.st_size))
            return try ZipTable.read(path, limits: limits, body)
        }
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: piece)
        defer { input.deallocate() }
        var inflater: Inflater?
        var first = true
        var total = 0
        // What is wrong with a compressed text is told only when its checksums hold, for damage is
        // the better reason.
        var refusal: (any Error)?
        func hand(_ bytes: UnsafeBufferPointer<UInt8>) throws {
            total += bytes.count
            guard total <= limits.bytes else { throw TableProblem.tooLarge(path, limits.bytes) }
            guard refusal == nil else { return }
            do {
                try body(bytes)
            } catch {
                guard inflater != nil else { throw error }
                refusal = error
            }
        }
        while true {
            let count = fread(input.baseAddress, 1, piece, file)
            if count == 0 { break }
            progress(count)
            let bytes = UnsafeBufferPointer(rebasing: input[..<count])
            if first, count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B { inflater = Inflater() }
            first = false
            if let inflater {
                try inflater.inflate(bytes, file: path, hand)
            } else {
                try hand(bytes)
            }
        }
        if ferror(file) != 0 { throw FileProblem.unreadable(path, "the disk reports an error") }
        if let inflater, !inflater.ended { throw TableProblem.truncated(path) }
        if let refusal { throw refusal }
    }
}

/// zlib's decompressor for gzip, member after member.
private final class Inflater {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    /// True when the last member came to its end and its checksum held.
    private(set) var ended = false

    init() {
        stream.initialize(to: z_stream())
        // 16 above the window's 15 bits asks for the gzip header and its checksum.
        let code = inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(code == Z_OK, "zlib cannot start: \(code)")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        output.deallocate()
    }

    func inflate(
        _ bytes: UnsafeBufferPointer<UInt8>, file: String,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        while true {
            if ended {
                if stream.pointee.avail_in == 0 { return }
                inflateReset(stream)
                ended = false
            }
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(output.count)
            let code = CZlib.inflate(stream, Z_NO_FLUSH)
            let made = output.count - Int(stream.pointee.avail_out)
            if made > 0 { try body(UnsafeBufferPointer(rebasing: output[..<made])) }
            switch code {
            case Z_STREAM_END: ended = true
            case Z_OK: if stream.pointee.avail_in == 0, made < output.count { return }
            case Z_BUF_ERROR: return
            default: throw TableProblem.notGzip(file)
            }
        }
    }
}
