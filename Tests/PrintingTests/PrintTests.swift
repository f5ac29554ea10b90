import Ballots
import Elections
import Foundation
import Primitives
import Printing
import Tervania
import Testing

@Suite("A printed ballot is what the layout says")
struct PrintTests {
    static let designs: [BallotDesign] = [
        Tervania.definition, longList(), definition(options: 5, contests: 3),
    ].compactMap { try? BallotDesign($0) }

    @Test("is the same file every time")
    func repeatable() throws {
        let design = try BallotDesign(Tervania.definition)
        let first = try BallotPrinter.pdf(design)
        #expect(try BallotPrinter.pdf(design) == first)
        #expect(first.starts(with: "%PDF-".utf8))
    }

    @Test(
        "carries every name in three languages as text",
        .enabled(if: Poppler.isPresent, "needs poppler-utils"))
    func text() throws {
        let pdf = try BallotPrinter.pdf(BallotDesign(Tervania.definition))
        let output = try Poppler.run("pdftotext", ["-layout", "FILE", "-"], on: pdf)
        let text = String(decoding: output, as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        func holds(_ wanted: String) -> Bool {
            let parts = wanted.split(separator: " ")
            return words.indices.contains { words[$0...].starts(with: parts) }
        }
        for contest in Tervania.definition.contests {
            for name in [contest.title] + contest.options.map(\.name) {
                for language in Language.allCases {
                    #expect(holds(name[language]), "\(name[language])")
                }
            }
        }
        for language in Language.allCases { #expect(holds(Tervania.notice[language])) }
        for letter in ["ң", "ө", "ү", "Ө", "Ү"] { #expect(text.contains(letter), "\(letter)") }
        let info = try Poppler.run("pdfinfo", ["FILE"], on: pdf)
        #expect(String(decoding: info, as: UTF8.self).contains("Pages:           1"))
        #expect(String(decoding: info, as: UTF8.self).contains("419.528 x 595.276 pts"))
    }

    @Test("has its timing marks within a tenth of a millimetre", arguments: designs)
    func marksInPicture(design: BallotDesign) throws {
        let picture = try BallotPrinter.picture(design, dpi: 300)
        try check(design, Ruler(picture: picture, density: 300 / 25.4))
    }

    @Test(
        "has them there in the file for the press too",
        .enabled(if: Poppler.isPresent, "needs poppler-utils"), arguments: designs)
    func marksInFile(design: BallotDesign) throws {
        let picture = try Poppler.picture(BallotPrinter.pdf(design), dpi: 300)
        try check(design, Ruler(picture: picture, density: 300 / 25.4))
    }

    private func check(_ design: BallotDesign, _ ruler: Ruler) throws {
        var farthest = 0.0
        for place in design.paper.markCentres {
            let window = PaperZone(left: place.x - 3, top: place.y - 2, width: 6, height: 4)
            let found = try #require(ruler.centroid(in: window))
            farthest = max(farthest, abs(found.x - place.x), abs(found.y - place.y))
            // 4 mm x 2 mm of toner; poppler widens edges to whole pixels.
            #expect(abs(found.area - 8) < 0.4)
        }
        #expect(farthest < 0.1)
    }

    @Test("prints nothing in the white around a target but the target", arguments: designs)
    func white(design: BallotDesign) throws {
        let picture = try BallotPrinter.picture(design, dpi: 300)
        let ruler = Ruler(picture: picture, density: 300 / 25.4)
        for row in design.contests.flatMap(\.options) {
            let around = PaperZone(
                left: row.target.left - 0.1, top: row.target.top - 0.1,
                width: row.target.width + 0.2, height: row.target.height + 0.2)
            #expect(ruler.darkest(in: row.clear, except: around) == 0)
            let inner = PaperZone(
                left: row.target.middle.x - 1.4, top: row.target.middle.y - 0.9, width: 2.8,
                height: 1.8)
            #expect(ruler.darkest(in: inner) == 0)
            let outline = try #require(ruler.centroid(in: row.clear))
            #expect(abs(outline.x - row.target.middle.x) < 0.05)
            #expect(abs(outline.y - row.target.middle.y) < 0.05)
        }
    }

    @Test("shows the code cell by cell, white around it", arguments: designs)
    func code(design: BallotDesign) throws {
        let matrix = try CodeMatrix(design.codeText)
        let picture = try BallotPrinter.picture(design, dpi: 300)
        let ruler = Ruler(picture: picture, density: 300 / 25.4)
        let cell = design.code.width / Double(matrix.size)
        for row in 0..<matrix.size {
            for column in 0..<matrix.size {
                let x = (design.code.left + (Double(column) + 0.5) * cell) * ruler.density
                let y = (design.code.top + (Double(row) + 0.5) * cell) * ruler.density
                #expect((ruler.dark(Int(x), Int(y)) > 0.5) == matrix[row, column])
            }
        }
        // Four cells of white on every side: ISO/IEC 18004, quiet zone.
        let quiet = PaperZone(
            left: design.code.left - 4 * cell, top: design.code.top - 4 * cell,
            width: design.code.width + 8 * cell, height: design.code.height + 8 * cell)
        let code = PaperZone(
            left: design.code.left - 0.1, top: design.code.top - 0.1,
            width: design.code.width + 0.2, height: design.code.height + 0.2)
        #expect(ruler.darkest(in: quiet, except: code) == 0)
    }

    @Test("refuses a name that is too long, and letters it cannot print")
    func refusals() throws {
        var long = Tervania.definition
        long.contests[0].options[0].name = LocalizedText(String(repeating: "W", count: 90))
        #expect(throws: PrintingProblem.self) { try BallotPrinter.pdf(BallotDesign(long)) }
        var strange = Tervania.definition
        strange.contests[0].options[0].name = LocalizedText("漢字")
        #expect(throws: PrintingProblem.letterMissing("漢字")) {
            try BallotPrinter.pdf(BallotDesign(strange))
        }
    }

    @Test("what cannot be printed is told in three languages")
    func toldInThree() {
        let problems: [PrintingProblem] = [
            .fontMissing("DejaVu Sans"), .letterMissing("漢字"), .textDoesNotFit("Long"),
            .cannotEncode("code"), .cannotDraw("no memory"), .layoutDiffers("paper-a5"),
        ]
        for problem in problems {
            for text in [problem.text, problem.advice] {
                let told = Set([text.en, text[.russian], text[.kyrgyz]])
                #expect(told.count == 3, "\(problem)")
            }
        }
    }
}
