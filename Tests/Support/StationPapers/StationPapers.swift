import Ballots
import CQREncode
import Elections
import Foundation
import Pen
import Primitives
import Printing
import Tervania

/// Marked papers of Tervania as a scanner makes them, for tests of a station's day.
///
/// Usage: `station-papers OUT COUNT [FIRST [again]] [code=WORDS]`: pages `p0000.jpg` and so on, of the
/// papers from FIRST; with `again` the same papers through the scanner a second time. With `code=` the
/// words are put behind those that the paper's code has, as `at:north-002` or `test`.
enum StationPapers {
    static func run(_ arguments: [String]) throws {
        let words = arguments.filter { !$0.hasPrefix("code=") }
        let code = arguments.first { $0.hasPrefix("code=") }.map { String($0.dropFirst(5)) }
        guard words.count >= 2, let count = Int(words[1]) else {
            print("station-papers OUT COUNT [FIRST [again]] [code=WORDS]")
            exit(2)
        }
        let first = words.count > 2 ? Int(words[2]) ?? 0 : 0
        let again = words.count > 3
        let definition = Tervania.definition
        let design = try BallotDesign(definition)
        var habits = ScannerHabits()
        // A code is put where it stands on a page that lies straight.
        if code != nil {
            habits.skew = 0
            habits.stretch = 0
            habits.offset = 0
            habits.upsideDown = 0
            habits.folded = 0
        }
        let model = try PaperModel(
            definition: definition, layout: design.layouts[0], dpi: 200, pens: .plain,
            scanner: habits)
        let intentions = Tervania.intentions(at: "north-001", papers: first + count, seed: 9)
        try FileManager.default.createDirectory(
            atPath: words[0], withIntermediateDirectories: true)
        for index in first..<first + count {
            let seed = UInt64(index) &* 104_729 &+ 7
            var (picture, _) = model.picture(
                intention: intentions[index], seed: seed, pass: again ? seed &+ 999_983 : nil)
            if let code { try put(design.codeText + " " + code, on: &picture, design) }
            let name = "p\(String(10_000 + index).dropFirst()).jpg"
            try Data(try picture.jpeg(quality: habits.quality)).write(
                to: URL(fileURLWithPath: words[0] + "/" + name))
        }
    }

    private static func put(
        _ text: String, on picture: inout PagePicture, _ design: BallotDesign
    ) throws {
        guard let made = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
            throw PrintingProblem.cannotEncode(text)
        }
        defer { QRcode_free(made) }
        let size = Int(made.pointee.width)
        let scale = Double(picture.width) / design.paper.width
        let zone = design.code
        let left = Int(zone.left * scale)
        let top = Int(zone.top * scale)
        let side = Int(zone.width * scale)
        for row in -6..<side + 6 {
            for column in -6..<side + 6 {
                let inside = row >= 0 && column >= 0 && row < side && column < side
                let cell = (row * size / side) * size + column * size / side
                let dark = inside && made.pointee.data[cell] & 1 == 1
                picture.pixels[(top + row) * picture.width + left + column] = dark ? 25 : 240
            }
        }
    }
}
