import Elections
import Primitives

/// One printed page of a ballot, with every contest on it in printed order.
///
/// Says where each thing stands; what it looks like is the printer's. Every text has a zone of its
/// own, no zone reaches a target or a timing mark, and the heights lie on quarters of the grid, so
/// that the layout's figures are exact. What does not fit is refused.
package struct BallotDesign: Hashable, Sendable {
    package let definition: ElectionDefinition
    package let style: BallotStyle
    package let paper: BallotPaper
    /// The sheet that this page is a face of.
    package let layout: BallotLayout
    package let face: BallotLayout.Face
    /// Which sheet of how many the voter gets.
    package let sheet: Place
    /// Which page of how many on all sheets together.
    package let page: Place
    package let contests: [ContestBlock]
    /// The square of the code, its margin not included.
    package let code: PaperZone
    /// How to mark, with a sample at `sample`.
    package let guidance: PaperZone
    package let sample: PaperZone
    /// Where the words of every title stand, as a column of the page.
    package let titleColumn: PaperZone
    /// The one station of this copy; nil where papers are alike.
    package private(set) var station: PollingStation?
    /// A copy for trying the machine, with words that say so.
    package private(set) var isTest = false
    /// Which page this is and that there is another; nil where one page is all.
    package let turn: PaperZone?
    private let head: PaperZone
    private let foot: PaperZone

    /// From 1.
    package struct Place: Hashable, Sendable {
        package let number: Int
        package let count: Int
    }

    package struct ContestBlock: Hashable, Sendable {
        package let contest: Contest
        /// Title in the languages and how many may be marked.
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
        package let clear: PaperZone
    }

    /// The usual style, all contests on one page.
    package init(_ definition: ElectionDefinition) throws(BallotDesignProblem) {
        self = try BallotSet(definition).pages[0]
    }

    init(_ plan: PagePlan, layout: BallotLayout, face: BallotLayout.Face, sheet: Place, page: Place)
    {
        definition = plan.definition
        style = plan.metrics.style
        paper = plan.metrics.paper
        self.layout = layout
        self.face = face
        self.sheet = sheet
        self.page = page
        contests = plan.blocks
        code = plan.code
        guidance = plan.guidance
        sample = plan.sample
        titleColumn = plan.metrics.titleText(height: 0)
        head = plan.head
        foot = plan.foot
        turn = plan.turn
    }

    // MARK: Copies

    package var layouts: [BallotLayout] { [layout] }

    /// True for a front that is printed on the back too.
    package var hasBack: Bool { face == .front && layout.side(.back) != nil }

    /// What the code says.
    package var codeText: String {
        SheetCode(
            election: definition.id.text, layout: layout.id, face: face, station: station?.id,
            isTest: isTest
        ).text
    }

    /// This page for one station or for every one, to be counted or for trying the machine. Targets
    /// stay where they are.
    package func issued(
        at station: PollingStation?, isTest: Bool
    ) throws(BallotDesignProblem) -> BallotDesign {
        var copy = self
        copy.station = station
        copy.isTest = isTest
        try copy.checkCode()
        return copy
    }

    /// Medium error correction, code version 6: 106 bytes. A denser code would have cells below half
    /// a millimetre, too fine for a scan at 150 dpi.
    func checkCode() throws(BallotDesignProblem) {
        let length = codeText.utf8.count
        guard length <= 106 else { throw .codeTooLong(bytes: length) }
    }

    // MARK: Head and foot

    /// Name and day of the election; on a test paper below the words that say so.
    package var heading: PaperZone {
        guard let words = testHead else { return head }
        return PaperZone(
            left: head.left, top: words.bottom + 1, width: head.width,
            height: head.bottom - words.bottom - 1)
    }

    /// The words of a test paper, across the head.
    package var testHead: PaperZone? {
        guard isTest else { return nil }
        return PaperZone(
            left: head.left, top: head.top + 0.5, width: head.width, height: head.height * 0.47)
    }

    /// The words of a test paper in the foot.
    package var testFoot: PaperZone? {
        guard isTest else { return nil }
        return PaperZone(
            left: foot.left, top: foot.top + 1, width: noticeTag, height: foot.height - 1)
    }

    /// The notice of an invented election; nil for a real one.
    package var notice: PaperZone? { definition.inventedNotice == nil ? nil : foot }

    /// Part of the foot that the mark of a specimen or the words of a test take.
    package var noticeTag: Double {
        if definition.inventedNotice == nil { return foot.width }
        return isTest ? 31 : 17
    }
}

/// A page before it is known which face of which sheet it becomes.
struct PagePlan {
    let definition: ElectionDefinition
    let metrics: PageMetrics
    let blocks: [BallotDesign.ContestBlock]
    let head: PaperZone
    let foot: PaperZone
    let turn: PaperZone?
    let code: PaperZone
    let guidance: PaperZone
    let sample: PaperZone

    /// Nil when the contests do not fit on this paper with this spacing.
    init?(
        _ contests: [Contest], of definition: ElectionDefinition, metrics: PageMetrics,
        spacing: Spacing, isOneOfSeveral: Bool
    ) {
        let inside = metrics.paper.inside
        let atLeft = metrics.style.targetsAt == .left
        // The sample stands over the outermost targets, so that its words have the whole width.
        let lane = atLeft ? metrics.lanes[0] : metrics.lanes[metrics.lanes.count - 1]
        var plan = VerticalPlan(paper: metrics.paper)
        let top = plan.take(quarters: metrics.headQuarters)
        plan.skip(quarters: 1)
        let guide = plan.take(quarters: metrics.guideQuarters)
        blocks = contests.map { contest in
            plan.skip(quarters: spacing.gap)
            return Self.block(contest, plan: &plan, metrics: metrics, spacing: spacing)
        }
        plan.skip(quarters: 1)
        let last = isOneOfSeveral ? plan.takeLast(quarters: 3) : nil
        let end = plan.takeLast(quarters: definition.inventedNotice == nil ? 3 : 5)
        guard plan.fits else { return nil }
        self.definition = definition
        self.metrics = metrics
        code = PaperZone(
            left: inside.right - 20, top: inside.top + 0.5, width: 20, height: 20)
        head = PaperZone(
            left: inside.left, top: top.top, width: inside.width - 25, height: top.height)
        foot = PaperZone(
            left: inside.left, top: end.top, width: inside.width, height: end.height)
        turn = last.map {
            PaperZone(left: inside.left, top: $0.top, width: inside.width, height: $0.height)
        }
        sample = metrics.targetZone(lane, middle: guide.top + guide.height / 2)
        let left = atLeft ? lane.number.left : inside.left
        let right = atLeft ? inside.right : lane.targetMiddle - metrics.target.width / 2 - 5
        guidance = PaperZone(left: left, top: guide.top, width: right - left, height: guide.height)
    }

    private static func block(
        _ contest: Contest, plan: inout VerticalPlan, metrics: PageMetrics, spacing: Spacing
    ) -> BallotDesign.ContestBlock {
        let inside = metrics.paper.inside
        let title = plan.take(
            quarters: PageMetrics.quarters(millimetres: metrics.titleHeight(contest)))
        let lanes = metrics.lanes
        let options = contest.options
        let depth = (options.count + lanes.count - 1) / lanes.count
        var rows: [BallotDesign.OptionRow?] = options.map { _ in nil }
        for level in 0..<depth {
            // Options beside one another share the height of the higher.
            let beside = lanes.indices.map { (lane: $0, option: $0 * depth + level) }
                .filter { $0.option < options.count }
            let needed = beside.map {
                metrics.nameHeight(options[$0.option], lane: lanes[$0.lane]) + spacing.padding
            }
            let row = plan.take(
                quarters: max(
                    metrics.lowestRow, PageMetrics.quarters(millimetres: needed.max() ?? 0)))
            for place in beside {
                rows[place.option] = Self.row(
                    options[place.option], lane: lanes[place.lane], metrics: metrics, row)
            }
        }
        return BallotDesign.ContestBlock(
            contest: contest,
            title: PaperZone(
                left: inside.left, top: title.top, width: inside.width, height: title.height),
            options: rows.compactMap { $0 })
    }

    private static func row(
        _ option: ContestOption, lane: PageMetrics.Lane, metrics: PageMetrics,
        _ row: (top: Double, height: Double)
    ) -> BallotDesign.OptionRow {
        let target = metrics.targetZone(lane, middle: row.top + row.height / 2)
        let white = metrics.whiteAbove
        return BallotDesign.OptionRow(
            option: option, target: target,
            number: PaperZone(
                left: lane.number.left, top: row.top, width: lane.number.width, height: row.height),
            name: PaperZone(
                left: lane.name.left, top: row.top + 0.5, width: lane.name.width,
                height: row.height - 1),
            clear: PaperZone(
                left: target.left - 3, top: target.top - white, width: target.width + 6,
                height: target.height + 2 * white))
    }

    // MARK: The layout's figures

    func side(_ face: BallotLayout.Face) -> BallotLayout.Side {
        BallotLayout.Side(
            face: face, columns: metrics.paper.columns, rows: metrics.paper.rows,
            targets: blocks.flatMap { block in
                block.options.map { target($0, contest: block.contest.id) }
            },
            code: BallotLayout.Area(
                left: code.left, top: code.top, width: code.width, height: code.height))
    }

    private func target(
        _ line: BallotDesign.OptionRow, contest: Contest.ID
    ) -> BallotLayout.Target {
        let paper = metrics.paper
        let pitch = BallotPaper.pitch
        /// Targets lie on eighths of the pitch by construction.
        func eighths(_ steps: Double) -> Double { (steps * 8).rounded() / 8 }
        func row(_ y: Double) -> Double { eighths((y - paper.y(row: 0)) / pitch) }
        return BallotLayout.Target(
            contest: contest, option: line.option.id,
            column: eighths((line.target.middle.x - paper.x(column: 0)) / pitch),
            row: row(line.target.middle.y),
            writeInArea: line.option.kind != .writeIn
                ? nil
                : BallotLayout.Area(
                    left: (line.name.left - paper.x(column: 0)) / pitch, top: row(line.name.top),
                    width: line.name.width / pitch, height: line.name.height / pitch))
    }
}
