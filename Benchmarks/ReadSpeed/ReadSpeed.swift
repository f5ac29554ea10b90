import Ballots
import Elections
import Formats
import Foundation
import Imaging
import Primitives
import Scanning

/// CPU time of decoding a page and of reading it by both readers: `read-speed DEFINITION PAGE…`.
///
/// Every page is decoded and read `rounds` times on one thread; printed are the medians over all
/// rounds of the sums over all pages, in milliseconds of CPU time a page.
@main
struct ReadSpeed {
    static let rounds = 15

    static func main() throws {
        let words = CommandLine.arguments
        guard words.count > 2 else {
            print("usage: read-speed DEFINITION PAGE…")
            exit(2)
        }
        let folder = DefinitionFolder(path: words[1])
        let reader = PageReader(
            definition: try folder.definition(), layouts: try folder.layouts())
        let pages = try words.dropFirst(2).map { Array(try Files.read($0)) }
        var decoding: [Double] = []
        var reading: [Double] = []
        var refused = 0
        for _ in 0..<rounds {
            let start = cpu()
            let images = try pages.map { try PageDecoder.decode($0) }
            let middle = cpu()
            refused = 0
            for image in images {
                let code =
                    reader.wantsCode ? PageDecoder.code(on: image, at: reader.codePlaces) : nil
                do {
                    _ = try reader.read(image, code: code, face: nil)
                } catch { refused += 1 }
            }
            decoding.append((middle - start) / Double(pages.count))
            reading.append((cpu() - middle) / Double(pages.count))
        }
        let decode = decoding.sorted()[rounds / 2]
        let read = reading.sorted()[rounds / 2]
        print(
            """
            {"pages": \(pages.count), "refused": \(refused), "decode_ms": \(rounded(decode)), \
            "read_ms": \(rounded(read)), "times_decoding": \(rounded((decode + read) / decode))}
            """)
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

    /// Milliseconds of CPU time of this process.
    private static func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
}
