import Ballots
import Elections
import Formats
import Foundation
import Imaging
import Primitives
import Printing
import Scanning

/// CPU time of decoding a page and of reading it by both readers:
/// `read-speed [--grey QUALITY] DEFINITION PAGE…`.
///
/// Every page is decoded and read `rounds` times on one thread. Printed are medians over all rounds
/// of the sums over all pages, in milliseconds of CPU time a page: decoding, looking for the code
/// where the papers have one, and reading; and how many times decoding alone it all is.
///
/// With `--grey` pages are first written again as grey JPEG files of that quality, as a scanner set
/// to grey makes them: decoding is what the rest is held against, and its price hangs on the file.
@main
struct ReadSpeed {
    static let rounds = 15

    static func main() throws {
        var words = Array(CommandLine.arguments.dropFirst())
        var quality: Int?
        if words.first == "--grey", words.count > 1 {
            quality = Int(words[1])
            words.removeFirst(2)
        }
        guard words.count > 1 else {
            print("usage: read-speed [--grey QUALITY] DEFINITION PAGE…")
            exit(2)
        }
        let folder = DefinitionFolder(path: words[0])
        let reader = PageReader(
            definition: try folder.definition(), layouts: try folder.layouts())
        let pages = try words.dropFirst().map { path in
            let bytes = Array(try Files.read(path))
            return try quality.map { try grey(bytes, quality: $0) } ?? bytes
        }
        var figures: [Figure] = []
        for _ in 0..<rounds { figures.append(try round(pages, reader)) }
        let decode = median(figures.map(\.decode))
        let code = median(figures.map(\.code))
        let read = median(figures.map(\.read))
        let bytes = pages.reduce(0) { $0 + $1.count } / pages.count
        print(
            """
            {"pages": \(pages.count), "refused": \(figures[0].refused), "bytes": \(bytes), \
            "decode_ms": \(decode), "code_ms": \(code), "read_ms": \(read), \
            "times_decoding": \(rounded((decode + code + read) / decode))}
            """)
    }

    private struct Figure {
        var decode = 0.0
        var code = 0.0
        var read = 0.0
        var refused = 0
    }

    /// One pass over all pages.
    private static func round(_ pages: [[UInt8]], _ reader: PageReader) throws -> Figure {
        var figure = Figure()
        for page in pages {
            let start = cpu()
            let image = try PageDecoder.decode(page)
            let decoded = cpu()
            let code = PageDecoder.code(on: image, reader.soughtCodes)
            let found = cpu()
            do {
                _ = try reader.read(image, code: code, face: nil)
            } catch { figure.refused += 1 }
            figure.decode += decoded - start
            figure.code += found - decoded
            figure.read += cpu() - found
        }
        figure.decode /= Double(pages.count)
        figure.code /= Double(pages.count)
        figure.read /= Double(pages.count)
        return figure
    }

    private static func grey(_ bytes: [UInt8], quality: Int) throws -> [UInt8] {
        let image = try PageDecoder.decode(bytes)
        return try PagePicture(width: image.width, height: image.height, pixels: image.pixels)
            .jpeg(quality: quality)
    }

    private static func median(_ values: [Double]) -> Double {
        rounded(values.sorted()[values.count / 2])
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

    /// Milliseconds of CPU time of this process.
    private static func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
}
