import CTurboJPEG
import Primitives

extension PagePicture {
    /// The picture as a grey JPEG.
    ///
    /// - Parameter quality: 1 to 100, as libjpeg counts it.
    package func jpeg(quality: Int) throws(PrintingProblem) -> [UInt8] {
        precondition((1...100).contains(quality), "quality is 1 to 100, got \(quality)")
        guard let engine = tjInitCompress() else { throw .cannotDraw("no JPEG compressor") }
        defer { tjDestroy(engine) }
        var room = tjBufSize(Int32(width), Int32(height), Int32(TJSAMP_GRAY.rawValue))
        var failed = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(room)) { buffer, count in
            var start: UnsafeMutablePointer<UInt8>? = buffer.baseAddress
            // The accurate transform gives the same bytes on processors of every kind.
            failed =
                tjCompress2(
                    engine, pixels, Int32(width), 0, Int32(height), Int32(TJPF_GRAY.rawValue),
                    &start, &room, Int32(TJSAMP_GRAY.rawValue), Int32(quality),
                    TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT) != 0
            count = failed ? 0 : Int(room)
        }
        guard !failed else { throw .cannotDraw("the JPEG compressor refused") }
        return bytes
    }
}
