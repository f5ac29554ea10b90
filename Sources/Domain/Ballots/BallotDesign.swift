import Elections
import Primitives

/// A one-sided paper that holds every contest of an election in printed order.
///
/// Says where each thing stands; what it looks like is the printer's. Every text has a zone of its
/// own, no zone reaches a target or a timing mark, and the heights lie on quarters of the grid, so
/// that the layout's figures are exact. A5 when it fits, else A4; what does not fit is refused.
package struct BallotDesign: Hashable, Sendable {
    package let definition: ElectionDefinition
    package let paper: BallotPaper
    /// One layout a paper; one paper holds all contests.
    package let layouts: [BallotLayout]
    /// Name and day of the election.
    package let heading: PaperZone
    /// The square of the code, its margin not included.
    package let code: PaperZone
    /// How to mark, with a sample at `sample`.
    package let guidance: PaperZone
    package let sample: PaperZone
    package let contests: [ContestBlock]
    /// The notice of an invented election; nil for a real one.
    package let notice: PaperZone?

    package struct ContestBlock: Hashable, Sendable {
        package let contest: Contest
        /// Title in three languages and how many may be marked.
        package let title: PaperZone
        package let options: [OptionRow]
    }

    package struct OptionRow: Hashable, Sendable {
        package let option: ContestOption
        /// The target's own rectangle.
        package let target: PaperZone
        package let number: PaperZone
        package let name: PaperZone

        /// Where voters' pens may stray; nothing else is printed here.
        package var clear: PaperZone {
            PaperZone(
                left: target.left - 3, top: target.top - 2.5, width: target.width + 6,
                height: target.height + 5)
        }
    }

    /// What the code says.
    package var codeText: String {
        SheetCode(election: definition.id.text, layout: layouts[0].id, face: .front).text
    }

    package init(_ definition: ElectionDefinition) throws(BallotDesignProblem) {
        guard !definition.contests.isEmpty else { throw .nothingToPrint }
        if let empty = definition.contests.first(where: { $0.options.isEmpty }) {
            throw .noOptions(empty.id)
        }
        let ways = [(BallotPaper.a5, Spacing.readable), (.a4, Spacing.readable + [.tightest])]
        for (paper, spacings) in ways {
            for spacing in spacings {
                guard let design = BallotDesign(definition, on: paper, spacing: spacing) else {
                    continue
                }
                // Medium error correction, code version 6: 106 bytes. A denser code would have
                // cells below half a millimetre, too fine for a scan at 150 dpi.
                let length = design.codeText.utf8.count
                guard length <= 106 else { throw .codeTooLong(bytes: length) }
                self = design
                return
            }
        }
        throw .doesNotFit(
            contests: definition.contests.count,
            options: definition.contests.reduce(0) { $0 + $1.options.count })
    }

    /// Nil when the definition does not fit on this paper with this spacing.
    private init?(_ definition: ElectionDefinition, on paper: BallotPaper, spacing: Spacing) {
        let columns = DesignColumns(paper: paper)
        let inside = paper.inside
        var plan = VerticalPlan(paper: paper)
        let head = plan.take(quarters: 14)
        plan.skip(quarters: 1)
        let guide = plan.take(quarters: 5)
        var blocks: [ContestBlock] = []
        for contest in definition.contests {
            plan.skip(quarters: spacing.gap)
            blocks.append(
                Self.block(contest, plan: &plan, columns: columns, spacing: spacing))
        }
        plan.skip(quarters: 1)
        let foot = definition.inventedNotice.map { _ in plan.takeLast(quarters: 5) }
        guard plan.fits else { return nil }

        self.definition = definition
        self.paper = paper
        contests = blocks
        code = PaperZone(
            left: inside.right - 20, top: inside.top + 0.5, width: 20, height: 20)
        heading = PaperZone(
            left: inside.left, top: head.top, width: inside.width - 25, height: head.height)
        sample = columns.target(middle: guide.top + guide.height / 2)
        guidance = PaperZone(
            left: columns.text, top: guide.top, width: inside.right - columns.text,
            height: guide.height)
        notice = foot.map {
            PaperZone(left: inside.left, top: $0.top, width: inside.width, height: $0.height)
        }
        layouts = [Self.layout(of: blocks, on: paper)]
    }
}

/// Where the columns of a ballot stand, in millimetres.
private struct DesignColumns {
    let targetMiddle: Double
    let inside: PaperZone
    /// Left edge of the numbers; rules and guidance begin here too.
    let text: Double
    let name: Double

    init(paper: BallotPaper) {
        inside = paper.inside
        targetMiddle = paper.x(column: 2)
        text = targetMiddle + 7.5
        name = text + 11
    }

    var nameWidth: Double { inside.right - name }

    func target(middle y: Double) -> PaperZone {
        let size = BallotPaper.target
        return PaperZone(
            left: targetMiddle - size.width / 2, top: y - size.height / 2, width: size.width,
            height: size.height)
    }
}

/// How much air a paper has. The first that fits is taken.
private struct Spacing {
    /// Above and below the text of an option together, in millimetres.
    let padding: Double
    /// Between blocks, in quarters of the pitch.
    let gap: Int

    static let readable = [
        Spacing(padding: 4.8, gap: 4), Spacing(padding: 4.8, gap: 2), Spacing(padding: 3.2, gap: 2),
        Spacing(padding: 3.2, gap: 1), Spacing(padding: 1.7, gap: 1),
    ]
    /// Names a little smaller, for long lists: eighteen candidates and a question on one A4.
    static let tightest = Spacing(padding: 0, gap: 1)
}

/// Hands out the height of the paper from the top, in quarters of the pitch.
private struct VerticalPlan {
    let paper: BallotPaper
    /// Quarters below the first row of timing marks.
    private var next = 3
    private var last: Int

    init(paper: BallotPaper) {
        self.paper = paper
        last = (paper.rows - 1) * 4 - 3
    }

    var fits: Bool { next <= last }

    mutating func skip(quarters: Int) { next += quarters }

    mutating func take(quarters: Int) -> (top: Double, height: Double) {
        defer { next += quarters }
        return (
            paper.y(row: Double(next) / 4), Double(quarters) * BallotPaper.pitch / 4
        )
    }

    mutating func takeLast(quarters: Int) -> (top: Double, height: Double) {
        last -= quarters
        return (
            paper.y(row: Double(last) / 4), Double(quarters) * BallotPaper.pitch / 4
        )
    }
}

extension BallotDesign {
    private static func block(
        _ contest: Contest, plan: inout VerticalPlan, columns: DesignColumns, spacing: Spacing
    ) -> ContestBlock {
        let inside = columns.inside
        let title = plan.take(quarters: quarters(millimetres: titleHeight(contest, inside.width)))
        let rows = contest.options.map { option in
            let needed = nameHeight(option, width: columns.nameWidth) + spacing.padding
            let row = plan.take(quarters: max(5, quarters(millimetres: needed)))
            return OptionRow(
                option: option, target: columns.target(middle: row.top + row.height / 2),
                number: PaperZone(
                    left: columns.text, top: row.top, width: columns.name - columns.text - 2,
                    height: row.height),
                name: PaperZone(
                    left: columns.name, top: row.top + 0.5, width: columns.nameWidth,
                    height: row.height - 1))
        }
        return ContestBlock(
            contest: contest,
            title: PaperZone(
                left: inside.left, top: title.top, width: inside.width, height: title.height),
            options: rows)
    }

    private static func quarters(millimetres: Double) -> Int {
        Int((millimetres / (BallotPaper.pitch / 4)).rounded(.up))
    }

    private static func titleHeight(_ contest: Contest, _ width: Double) -> Double {
        lines(contest.title.en, points: 12, width: width) * 5
            + shared(contest.title.otherTexts, width: width) * 3.75 + 3.6 + 3.2
    }

    private static func nameHeight(_ option: ContestOption, width: Double) -> Double {
        lines(option.name.en, points: 12, width: width) * 5
            + shared(option.name.otherTexts, width: width) * 3.75
    }

    /// Lines of the other languages: one when they can share it.
    private static func shared(_ texts: [String], width: Double) -> Double {
        if texts.isEmpty { return 0 }
        let joined = lines(texts.joined(separator: "  ·  "), points: 9, width: width)
        return joined == 1 ? 1 : texts.reduce(0) { $0 + lines($1, points: 9, width: width) }
    }

    /// Lines that a text is expected to take. The printer measures and has the last word.
    private static func lines(_ text: String, points: Double, width: Double) -> Double {
        // The mean advance of mixed text, measured in DejaVu Sans Bold: 0.57 of the type size.
        let estimate = Double(text.count) * points * 25.4 / 72 * 0.58 / width
        return max(1, estimate.rounded(.up))
    }

    private static func layout(of blocks: [ContestBlock], on paper: BallotPaper) -> BallotLayout {
        func column(_ x: Double) -> Double { (x - paper.x(column: 0)) / BallotPaper.pitch }
        /// Rows lie on eighths of the pitch by construction.
        func row(_ y: Double) -> Double {
            ((y - paper.y(row: 0)) / BallotPaper.pitch * 8).rounded() / 8
        }
        let targets = blocks.flatMap { block in
            block.options.map { line in
                BallotLayout.Target(
                    contest: block.contest.id, option: line.option.id, column: 2,
                    row: row(line.target.middle.y),
                    writeInArea: line.option.kind != .writeIn
                        ? nil
                        : BallotLayout.Area(
                            left: column(line.name.left), top: row(line.name.top),
                            width: line.name.width / BallotPaper.pitch,
                            height: line.name.height / BallotPaper.pitch))
            }
        }
        return BallotLayout(
            id: BallotLayout.ID("paper-\(paper.name)") ?? "paper",
            widthMillimetres: paper.width, heightMillimetres: paper.height,
            markWidth: BallotPaper.mark.width, markHeight: BallotPaper.mark.height,
            targetWidth: BallotPaper.target.width, targetHeight: BallotPaper.target.height,
            identity: .code,
            sides: [
                BallotLayout.Side(
                    face: .front, columns: paper.columns, rows: paper.rows, targets: targets)
            ], markPitchMillimetres: BallotPaper.pitch)
    }
}

extension LocalizedText {
    /// The text in Russian and Kyrgyz, each only when it tells something new.
    package var otherTexts: [String] {
        var seen: Set<String> = [en]
        return [ru, ky].compactMap { $0 }.filter { seen.insert($0).inserted }
    }
}
