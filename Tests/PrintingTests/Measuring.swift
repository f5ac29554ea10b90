import Ballots
import Elections
import Foundation
import Primitives
import Printing
import Testing

/// Measures pictures of paper without asking the code that drew them.
struct Ruler {
    let picture: PagePicture
    /// Pixels in a millimetre.
    let density: Double

    /// Darkness at a pixel, 0 to 1.
    func dark(_ column: Int, _ row: Int) -> Double {
        guard (0..<picture.width).contains(column), (0..<picture.height).contains(row) else {
            return 0
        }
        return 1 - Double(picture.pixels[row * picture.width + column]) / 255
    }

    func columns(_ zone: PaperZone) -> ClosedRange<Int> {
        Int(zone.left * density)...Int(zone.right * density)
    }

    func rows(_ zone: PaperZone) -> ClosedRange<Int> {
        Int(zone.top * density)...Int(zone.bottom * density)
    }

    /// Centre of gravity of what is dark, in millimetres; nil when nothing is.
    func centroid(in zone: PaperZone) -> (x: Double, y: Double, area: Double)? {
        var sum = 0.0
        var x = 0.0
        var y = 0.0
        for row in rows(zone) {
            for column in columns(zone) {
                let weight = dark(column, row)
                sum += weight
                x += weight * (Double(column) + 0.5)
                y += weight * (Double(row) + 0.5)
            }
        }
        guard sum > 0 else { return nil }
        return (x / sum / density, y / sum / density, sum / density / density)
    }

    /// The darkest pixel in a zone, but for what `except` holds.
    func darkest(in zone: PaperZone, except: PaperZone? = nil) -> Double {
        var found = 0.0
        for row in rows(zone) {
            for column in columns(zone) {
                let here = PaperZone(
                    left: (Double(column) + 0.5) / density, top: (Double(row) + 0.5) / density,
                    width: 0, height: 0)
                if let except, except.holds(here) { continue }
                found = max(found, dark(column, row))
            }
        }
        return found
    }
}

/// Poppler's programs, a renderer and a reader that share nothing with cairo's PDF writer.
enum Poppler {
    static let isPresent = ["pdftotext", "pdftoppm", "pdfinfo"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }

    static func run(_ program: String, _ arguments: [String], on pdf: [UInt8]) throws -> Data {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "printing-tests-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/\(program)")
        process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return output
    }

    /// The first page as a grey picture.
    static func picture(_ pdf: [UInt8], dpi: Int) throws -> PagePicture {
        let bytes = try [UInt8](
            run("pdftoppm", ["-r", "\(dpi)", "-gray", "-singlefile", "FILE"], on: pdf))
        // P5, width, height, 255, then the pixels.
        let header = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
        try #require(header.count == 4 && header[0].elementsEqual("P5".utf8))
        let size = String(decoding: header[1], as: UTF8.self).split(separator: " ")
            .compactMap { Int($0) }
        try #require(size.count == 2 && header[3].count == size[0] * size[1])
        return PagePicture(width: size[0], height: size[1], pixels: Array(header[3]))
    }
}

extension BallotDesign: CustomTestStringConvertible {
    package var testDescription: String {
        let options = contests.map { String($0.options.count) }.joined(separator: " + ")
        return "\(paper.name) with \(options) options"
    }
}
