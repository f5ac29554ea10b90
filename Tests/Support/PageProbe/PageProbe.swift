import Ballots
import Foundation
import Imaging
import Primitives
import Scanning

/// Decodes files for tests and benchmarks outside of Swift, and tells of each page in one line of
/// JSON: `page-probe [--out DIR] [--codes] [--cuts] [--apart] [--times N] FILE…`.
@main
struct PageProbe {
    /// Grey pixels go to `DIR/<number of the file>-<page>.pgm`.
    var out: String?
    /// Looks for QR and PDF417 codes too.
    var codes = false
    /// Decodes the file cut at every byte instead, and tells which cuts were not refused.
    var cuts = false
    /// Decodes in a process of its own, as `dobush read` does.
    var pool: DecodingPool?
    /// How often each page is decoded; the least processor time is told.
    var times = 1

    static func main() {
        DecodingService.serveIfAsked()
        Misfit.behaveIfAsked()
        var probe = PageProbe()
        var words = Array(CommandLine.arguments.dropFirst())
        while let word = words.first, word.hasPrefix("--") {
            words.removeFirst()
            switch word {
            case "--codes": probe.codes = true
            case "--cuts": probe.cuts = true
            case "--apart": probe.pool = DecodingPool()
            case "--misfit" where !words.isEmpty:
                probe.pool = DecodingPool(argument: words.removeFirst(), patience: 1)
            case "--out" where !words.isEmpty: probe.out = words.removeFirst()
            case "--times" where !words.isEmpty: probe.times = Int(words.removeFirst()) ?? 1
            default: break
            }
        }
        for (number, path) in words.enumerated() {
            let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
            if probe.cuts { probe.cut(path, bytes) } else { probe.read(path, bytes, number) }
        }
    }

    private struct Line: Encodable {
        var file: String
        var page: Int?
        var pages: Int?
        var width: Int?
        var height: Int?
        var density: [Double]?
        var milliseconds: Double?
        var codes: [Code]?
        var code: String?
        var words: String?
        /// Lengths at which the cut file was accepted.
        var accepted: [Int]?
    }

    private struct Code: Encodable {
        let text: String
        let kind: String
        let degrees: Int
        let corners: [[Double]]
    }

    private func read(_ path: String, _ bytes: [UInt8], _ number: Int) {
        do {
            let file = try PictureFile(bytes, apart: pool)
            for page in 1...file.pages {
                do {
                    try read(path, file, page, number)
                } catch let problem as ImageProblem {
                    say(Line(file: path, page: page, code: problem.code, words: problem.summary))
                }
            }
        } catch let problem as ImageProblem {
            say(Line(file: path, code: problem.code, words: problem.summary))
        } catch {
            say(Line(file: path, code: "page-probe", words: "\(error)"))
        }
    }

    private func read(_ path: String, _ file: PictureFile, _ page: Int, _ number: Int) throws {
        var kept: DecodedPage?
        var least = Double.infinity
        for _ in 0..<max(1, times) {
            // The one before goes first, so that the peak of memory is that of one page.
            kept = nil
            let start = clock()
            kept = try file.decode(page: page)
            least = min(least, Double(clock() - start) * 1_000 / Double(CLOCKS_PER_SEC))
        }
        guard let decoded = kept else { return }
        let image = decoded.image
        let density = decoded.density.map { [$0.across, $0.down] }
        var line = Line(
            file: path, page: page, pages: file.pages, width: image.width, height: image.height,
            density: density, milliseconds: least)
        if codes {
            line.codes = PageDecoder.codes(on: image, in: nil, kinds: [.qr, .pdf417], most: 4).map {
                code in
                let corners = code.corners.map {
                    [$0.topLeft, $0.topRight, $0.bottomRight, $0.bottomLeft].map { [$0.x, $0.y] }
                }
                return Code(
                    text: code.text, kind: code.kind.rawValue, degrees: code.degrees,
                    corners: corners ?? [])
            }
        }
        if let out {
            let head = Array("P5\n\(image.width) \(image.height)\n255\n".utf8)
            try Data(head + image.pixels).write(
                to: URL(filePath: "\(out)/\(number)-\(page).pgm"))
        }
        say(line)
    }

    private func cut(_ path: String, _ bytes: [UInt8]) {
        let accepted = (0..<bytes.count).filter { length in
            guard let file = try? PictureFile(Array(bytes.prefix(length))) else { return false }
            return (1...file.pages).contains { (try? file.decode(page: $0)) != nil }
        }
        say(Line(file: path, accepted: accepted))
    }

    private func say(_ line: Line) {
        let coder = JSONEncoder()
        coder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? coder.encode(line) else { return }
        print(String(decoding: data, as: UTF8.self))
    }
}
