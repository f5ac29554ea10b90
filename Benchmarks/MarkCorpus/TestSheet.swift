import Ballots
import Elections
import Pen
import Primitives

/// A kind of sheet that is full of targets.
struct TestSheet: Sendable {
    let name: String
    let plan: PagePlan
    let layout: BallotLayout

    /// What the sheets are read as: an election without voters.
    static let definition: ElectionDefinition = {
        let policy = MarkPolicy(
            ignoredBelow: 250, countedFrom: 1000,
            text: LocalizedText(
                "From a tenth of the target a mark counts, below a fortieth nothing does."))
        return ElectionDefinition(
            id: "mark-corpus", name: LocalizedText("Mark corpus"),
            inventedNotice: LocalizedText("Invented"), day: day,
            contests: [], districts: [], stations: [], markPolicy: policy,
            publication: PublicationRule(smallestPool: 1))
    }()

    private static var day: CivilDay {
        CivilDay(text: "2031-05-25") ?? { preconditionFailure("a day of the calendar") }()
    }

    /// Shape and size of a target and how close they stand, in millimetres.
    struct Kind: Sendable {
        let name: String
        let paper: BallotPaper
        let shape: BallotLayout.TargetShape
        let target: (width: Double, height: Double)
        let pitch: (across: Double, down: Double)
    }

    /// Ovals as on our papers and as on American ones, pills, boxes; wide and crowded.
    static let kinds = [
        Kind(
            name: "a4-oval", paper: .a4, shape: .ellipse, target: (5.0, 3.4), pitch: (11.0, 6.4)),
        Kind(
            name: "a4-oval-crowded", paper: .a4, shape: .ellipse, target: (5.0, 3.4),
            pitch: (8.8, 6.0)),
        Kind(
            name: "a4-oval-small", paper: .a4, shape: .ellipse, target: (4.1, 2.8),
            pitch: (9.6, 5.7)),
        Kind(
            name: "a4-oval-least", paper: .a4, shape: .ellipse, target: (3.6, 2.5),
            pitch: (8.6, 5.6)),
        Kind(name: "a4-pill", paper: .a4, shape: .pill, target: (4.6, 2.6), pitch: (9.8, 5.7)),
        Kind(
            name: "a4-pill-long", paper: .a4, shape: .pill, target: (6.0, 3.0),
            pitch: (11.4, 6.2)),
        Kind(name: "a4-box", paper: .a4, shape: .box, target: (3.4, 3.2), pitch: (9.0, 6.3)),
        Kind(name: "a4-box-large", paper: .a4, shape: .box, target: (4.6, 4.4), pitch: (10.4, 7.6)),
        Kind(
            name: "a5-oval", paper: .a5, shape: .ellipse, target: (5.0, 3.4), pitch: (11.0, 6.6)),
        Kind(name: "a5-box", paper: .a5, shape: .box, target: (3.6, 3.4), pitch: (9.4, 6.6)),
    ]

    /// Rows of targets in one group, which one voter marks.
    private static let rowsInGroup = 10...18

    /// - Parameter seed: of the arrangement: no two neighbouring groups stand alike.
    init(_ kind: Kind, seed: UInt64) {
        let paper = kind.paper
        name = kind.name
        var arrangement = Arrangement(kind: kind, seed: seed)
        arrangement.fill()
        let id = BallotLayout.ID("corpus-\(kind.name)") ?? "corpus"
        let text = SheetCode(election: Self.definition.id.text, layout: id, face: .front).text
        let marks = paper.markCentres.map { centre in
            PaperZone(
                left: centre.x - BallotPaper.mark.width / 2,
                top: centre.y - BallotPaper.mark.height / 2, width: BallotPaper.mark.width,
                height: BallotPaper.mark.height)
        }
        plan = PagePlan(
            width: paper.width, height: paper.height, shape: kind.shape,
            groups: arrangement.groups, timingMarks: marks, words: arrangement.words,
            code: PagePlan.Code(text: text, square: arrangement.code))
        layout = Self.layout(plan, kind: kind, id: id)
    }

    /// The places of the targets as printed without any fault, in steps of the timing marks.
    private static func layout(_ plan: PagePlan, kind: Kind, id: BallotLayout.ID) -> BallotLayout {
        let paper = kind.paper
        let targets = plan.groups.flatMap { group in
            group.places.map { place in
                BallotLayout.Target(
                    contest: group.contest, option: place.option,
                    column: (place.target.middle.x - paper.x(column: 0)) / BallotPaper.pitch,
                    row: (place.target.middle.y - paper.y(row: 0)) / BallotPaper.pitch)
            }
        }
        return BallotLayout(
            id: id, widthMillimetres: paper.width, heightMillimetres: paper.height,
            markWidth: BallotPaper.mark.width, markHeight: BallotPaper.mark.height,
            targetWidth: kind.target.width, targetHeight: kind.target.height, identity: .code,
            sides: [
                BallotLayout.Side(
                    face: .front, columns: paper.columns, rows: paper.rows, targets: targets,
                    code: plan.code.map { code in
                        BallotLayout.Area(
                            left: code.square.left, top: code.square.top,
                            width: code.square.width, height: code.square.height)
                    })
            ], targetShape: kind.shape, markPitchMillimetres: BallotPaper.pitch)
    }

    /// Fills a paper with groups, column by column.
    private struct Arrangement {
        let kind: Kind
        let code: PaperZone
        private let inside: PaperZone
        private var chance: SeededSource
        private(set) var groups: [PagePlan.Group] = []
        private(set) var words: [PaperZone] = []

        init(kind: Kind, seed: UInt64) {
            self.kind = kind
            inside = kind.paper.inside
            code = PaperZone(left: inside.right - 20, top: inside.top + 0.5, width: 20, height: 20)
            chance = SeededSource(seed: seed, purpose: "arrangement")
        }

        mutating func fill() {
            let columns = Int((inside.width - kind.target.width) / kind.pitch.across) + 1
            for column in 0..<columns {
                var top = inside.top + chance.between(0, kind.pitch.down)
                while top + 3 * kind.pitch.down < inside.bottom {
                    top = addGroup(column: column, top: top)
                }
            }
        }

        /// Words keep clear of the code, as on any paper.
        private mutating func print(_ line: PaperZone) {
            let clear = PaperZone(
                left: line.left - 2, top: line.top - 2, width: line.width + 4,
                height: line.height + 4)
            if !clear.overlaps(code), line.right <= inside.right { words.append(line) }
        }

        /// - Returns: where the next group of the column may begin.
        private mutating func addGroup(column: Int, top: Double) -> Double {
            let rows = rowsInGroup.lowerBound + chance.below(rowsInGroup.count)
            let left =
                inside.left + Double(column) * kind.pitch.across + chance.between(0, 0.6)
            print(
                PaperZone(
                    left: left, top: top, width: kind.pitch.across - 2.5, height: 1.6))
            var places: [PagePlan.Place] = []
            var next = top + 2.6 + chance.between(0, 0.8)
            let number = groups.count
            while places.count < rows, next + kind.target.height < inside.bottom {
                let target = PaperZone(
                    left: left, top: next, width: kind.target.width, height: kind.target.height)
                next += kind.pitch.down
                let clear = PaperZone(
                    left: target.left - 2, top: target.top - 2, width: target.width + 4,
                    height: target.height + 4)
                guard !clear.overlaps(code), target.right <= inside.right else { continue }
                let option = ContestOption.ID("g\(number)-\(places.count)") ?? "option"
                places.append(PagePlan.Place(option: option, target: target))
                // A number beside it, in the middle of what is free.
                let free = kind.pitch.across - kind.target.width
                print(
                    PaperZone(
                        left: target.right + free / 2 - 0.9, top: target.middle.y - 0.7,
                        width: 1.8, height: 1.4))
            }
            if !places.isEmpty {
                let contest = Contest.ID("g\(number)") ?? "group"
                groups.append(PagePlan.Group(contest: contest, places: places))
            }
            return next + chance.between(0.5, 2.5)
        }
    }
}
