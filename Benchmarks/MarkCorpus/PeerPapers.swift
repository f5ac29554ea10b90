import Ballots
import Elections
import Formats
import Foundation
import Imaging
import Pen
import Primitives
import Printing
import Scanning

/// Marked and scanned papers of any printed form, for a benchmark beside another program.
///
/// `papers --form FORM.json --picture BLANK.png --pages N --seed S --out DIR`: the form says where its
/// targets stand, the picture is the whole empty page at 300 dpi. The votes and each voter's hand
/// follow from the seed alone, so two forms that hold the same contests get the same votes, strokes
/// and scanner. Writes `0001.jpeg`… and `truth.json`.
struct PeerPapers {
    /// Lengths in millimetres.
    struct Form: Codable {
        struct Place: Codable {
            var contest: Contest.ID
            var option: ContestOption.ID
            var left: Double
            var top: Double
            var width: Double
            var height: Double
        }

        var width: Double
        var height: Double
        var shape: BallotLayout.TargetShape
        /// Thickness of the printed outline.
        var line: Double
        /// In printed order; the places of one contest together.
        var places: [Place]

        var plan: PagePlan {
            var groups: [PagePlan.Group] = []
            for place in places {
                let next = PagePlan.Place(
                    option: place.option,
                    target: PaperZone(
                        left: place.left, top: place.top, width: place.width, height: place.height))
                if let last = groups.last, last.contest == place.contest {
                    groups[groups.count - 1] = PagePlan.Group(
                        contest: last.contest, places: last.places + [next])
                } else {
                    groups.append(PagePlan.Group(contest: place.contest, places: [next]))
                }
            }
            return PagePlan(width: width, height: height, shape: shape, groups: groups)
        }
    }

    struct Truth: Codable {
        var page: String
        var targets: [TargetTruth]
    }

    let form: Form
    let model: PageModel
    let pages: Int
    let seed: UInt64
    let dpi: Double
    let quality: Int
    let out: String

    init(_ words: Words) throws {
        let path = try words.required("--form")
        form = try Documents.decode(Form.self, from: Files.read(path), name: path)
        let image = try PageDecoder.decode(
            Array(try Files.read(try words.required("--picture"))))
        let plan = form.plan
        model = PageModel(
            plan: plan, line: form.line,
            picture: PagePicture(width: image.width, height: image.height, pixels: image.pixels))
        pages = try words.number("--pages", 60)
        seed = UInt64(try words.number("--seed", 2031))
        dpi = Double(try words.number("--dpi", 200))
        quality = try words.number("--quality", 85)
        out = try words.required("--out")
    }

    func write() throws {
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        var truths: [Truth] = []
        for number in 1...max(1, pages) {
            let (picture, truth) = model.page(order(number))
            let name = String(format: "%04d.jpeg", number)
            try Files.write(Data(try picture.jpeg(quality: quality)), to: out + "/" + name)
            truths.append(Truth(page: name, targets: truth))
        }
        try Files.write(Documents.encode(truths), to: out + "/truth.json")
    }

    /// One in ten papers is left blank in a contest, one in thirty has two marks.
    private func order(_ number: Int) -> PageModel.Order {
        var chance = SeededSource(
            seed: seed &+ UInt64(number) &* 0x9e37_79b9_7f4a_7c15, purpose: "votes")
        let intention = model.plan.groups.map { group -> [ContestOption.ID] in
            let options = chance.shuffled(group.places.map(\.option))
            let draw = chance.below(60)
            return Array(options.prefix(draw < 6 ? 0 : draw < 8 ? 2 : 1))
        }
        var scanner = ScannerHabits()
        // The other program makes no promise about pages that lie upside down.
        scanner.upsideDown = 0
        return PageModel.Order(
            intention: intention, pens: .peer, scanner: scanner, dpi: dpi, seed: chance.next())
    }
}

extension PenHabits {
    /// Marks inside the target only: fillings, half fillings, crosses, ticks and slashes.
    static let peer = PenHabits(
        styles: [.fill: 3000, .cross: 2000, .tick: 2000, .slash: 1500, .partialFill: 1500],
        hesitation: 0, erasure: 0)
}
