import Ballots
import Elections
import Foundation
import Primitives

/// A page with its picture and its texts, made once for all checks.
struct ProofPage {
    let design: BallotDesign
    let texts: [SetText]
    let picture: PagePicture

    /// Of the pictures that are checked: fine enough to see a hairline.
    static let dpi = 200.0

    init(_ design: BallotDesign) throws(PrintingProblem) {
        self.design = design
        texts = try BallotPrinter.texts(of: design)
        picture = try BallotPrinter.picture(design, dpi: Self.dpi)
    }

    var name: String { "\(design.layout.id) \(design.face.rawValue)" }

    /// True when anything is printed in a zone outside of what belongs there.
    func hasInk(in zone: PaperZone, besides own: PaperZone) -> Bool {
        let density = Self.dpi / 25.4
        // A tenth of a millimetre for the edge of print on the raster.
        let spare = 0.15
        let columns =
            max(
                0, Int(zone.left * density))..<min(
                picture.width, Int(zone.right * density) + 1)
        for row in max(
            0, Int(zone.top * density))..<min(
                picture.height, Int(zone.bottom * density) + 1)
        {
            let y = (Double(row) + 0.5) / density
            for column in columns where picture.pixels[row * picture.width + column] < 200 {
                let x = (Double(column) + 0.5) / density
                let isOwn =
                    x > own.left - spare && x < own.right + spare && y > own.top - spare
                    && y < own.bottom + spare
                if !isOwn { return true }
            }
        }
        return false
    }
}

extension BallotProof {
    // MARK: Print

    static func print(_ pages: [ProofPage]) -> [Check] {
        var shrunk: [String] = []
        var pale: [String] = []
        for page in pages {
            for text in page.texts {
                if text.percent < 100 {
                    shrunk.append("\(page.name): “\(text.text)” at \(text.percent) %")
                }
                let contrast = contrastOfPrint(grey: text.grey)
                if contrast < 4.5 {
                    pale.append("\(page.name): “\(text.text)”, \(contrast) to 1")
                }
            }
        }
        return [
            Check("size", found: shrunk, else: .look),
            Check("contrast", found: pale),
            Check("marks-clear", found: pages.flatMap(marks)),
            Check("targets-clear", found: pages.flatMap(targets)),
        ]
    }

    /// Of print against white paper. Source: WCAG 2.1, contrast ratio and relative luminance.
    package static func contrastOfPrint(grey: Double) -> Double {
        let linear = grey <= 0.03928 ? grey / 12.92 : pow((grey + 0.055) / 1.055, 2.4)
        return 1.05 / (linear + 0.05)
    }

    /// Two millimetres round a timing mark belong to it.
    private static func marks(_ page: ProofPage) -> [String] {
        let size = BallotPaper.mark
        return page.design.paper.markCentres.compactMap { place in
            let own = PaperZone(
                left: place.x - size.width / 2, top: place.y - size.height / 2,
                width: size.width, height: size.height)
            let zone = PaperZone(
                left: own.left - 2, top: own.top - 2, width: own.width + 4, height: own.height + 4)
            return page.hasInk(in: zone, besides: own)
                ? "\(page.name): \(place.x) mm from the left, \(place.y) mm from the top" : nil
        }
    }

    private static func targets(_ page: ProofPage) -> [String] {
        page.design.contests.flatMap { block in
            block.options.filter { page.hasInk(in: $0.clear, besides: $0.target) }
                .map { "\(page.name): \(block.contest.id)/\($0.option.id)" }
        }
    }

    // MARK: Reading

    static func reading(_ pages: [ProofPage], _ reader: Reader) -> [Check] {
        var unread: [String] = []
        var wrong: [String] = []
        for page in pages {
            let code = reader.code(page.picture)
            if code != page.design.codeText {
                unread.append("\(page.name): \(code.map { "it says “\($0)”" } ?? "none is read")")
            }
            wrong += reader.page(page.picture, page.design).map { "\(page.name): \($0)" }
        }
        return [Check("code", found: unread), Check("read-back", found: wrong)]
    }

    // MARK: Content

    static func content(_ set: BallotSet) -> [Check] {
        let blocks = set.pages.flatMap(\.contests)
        var counts: [String] = []
        var order: [String] = []
        for contest in set.definition.contests {
            let printed = blocks.filter { $0.contest.id == contest.id }
            if printed.count != 1 { counts.append("\(contest.id): printed \(printed.count) times") }
            let options = printed.flatMap(\.options).map(\.option.id)
            for option in contest.options.map(\.id) {
                let times = options.count { $0 == option }
                if times != 1 { counts.append("\(contest.id)/\(option): \(times) targets") }
            }
            if options != contest.options.map(\.id) { order.append("\(contest.id)") }
        }
        if blocks.map(\.contest.id) != set.definition.contests.map(\.id) {
            order.append("the contests themselves")
        }
        return [Check("options-once", found: counts), Check("order", found: order)]
    }

    static func wording(_ definition: ElectionDefinition, style: BallotStyle) -> [Check] {
        var missing: [String] = []
        for line in texts(definition) {
            for language in style.languages where line.text.translated(into: language) == nil {
                missing.append("\(line.place): no \(language.rawValue)")
            }
        }
        var alike: [String] = []
        var long: [String] = []
        for contest in definition.contests {
            for language in style.languages {
                let names = Dictionary(grouping: contest.options) { $0.name[language] }
                for (name, options) in names.sorted(by: { $0.key < $1.key })
                where options.count > 1 {
                    let ids = options.map(\.id.text).joined(separator: ", ")
                    alike.append("\(contest.id), \(language.rawValue): “\(name)” is \(ids)")
                }
                for option in contest.options where option.name[language].count > longName {
                    long.append(
                        "\(contest.id)/\(option.id), \(language.rawValue): "
                            + "\(option.name[language].count) letters")
                }
            }
        }
        return [
            Check("translations", found: missing), Check("names-differ", found: alike),
            Check("lengths", found: long, else: .look),
        ]
    }

    /// Letters beyond which a name takes three lines on A5.
    private static let longName = 80

    private static func texts(
        _ definition: ElectionDefinition
    ) -> [(place: String, text: LocalizedText)] {
        var found = [("election", definition.name)]
        if let notice = definition.inventedNotice { found.append(("notice", notice)) }
        for contest in definition.contests {
            found.append(("contest \(contest.id)", contest.title))
            found += contest.options.map { ("\(contest.id)/\($0.id)", $0.name) }
        }
        return found
    }
}
