import Elections
import Primitives

/// All papers that a voter is given, laid out in one style.
package struct BallotSet: Hashable, Sendable {
    package let definition: ElectionDefinition
    package let style: BallotStyle
    package let sheets: [Sheet]

    /// One paper, front first.
    package struct Sheet: Hashable, Sendable {
        package let layout: BallotLayout
        package let pages: [BallotDesign]
    }

    package var layouts: [BallotLayout] { sheets.map(\.layout) }
    package var pages: [BallotDesign] { sheets.flatMap(\.pages) }
    /// True when some paper has a back, so that all are printed on both sides.
    package var isTwoSided: Bool { sheets.contains { $0.pages.count > 1 } }
    /// The expected advance of a letter that the heights were planned with.
    package let letterWidth: Double
    /// As a part of the type size. The mean of mixed text in DejaVu Sans Bold is 0.57; capitals and
    /// wide letters need more.
    package static let usualLetterWidth = 0.58

    /// The smallest paper and the widest spacing on which everything fits.
    ///
    /// - Parameter letterWidth: expected advance of a letter, as a part of the type size.
    package init(
        _ definition: ElectionDefinition, style: BallotStyle = BallotStyle(),
        letterWidth: Double = BallotSet.usualLetterWidth
    ) throws(BallotDesignProblem) {
        if let flaw = style.flaw { throw flaw }
        guard !definition.contests.isEmpty else { throw .nothingToPrint }
        if let empty = definition.contests.first(where: { $0.options.isEmpty }) {
            throw .noOptions(empty.id)
        }
        guard let laid = Self.laid(definition, style, letterWidth) else {
            throw .doesNotFit(
                contests: definition.contests.count,
                options: definition.contests.reduce(0) { $0 + $1.options.count },
                wouldFit: Self.whatFits(definition, style, letterWidth),
                most: Self.mostOptions(definition, style, letterWidth))
        }
        self.definition = definition
        self.style = style
        self.letterWidth = letterWidth
        sheets = laid
        for page in pages { try page.checkCode() }
    }

    private init(
        _ definition: ElectionDefinition, style: BallotStyle, sheets: [Sheet], letterWidth: Double
    ) {
        self.definition = definition
        self.style = style
        self.sheets = sheets
        self.letterWidth = letterWidth
    }

    /// The papers of one station or of every one, to be counted or for trying the machine.
    package func issued(
        at station: PollingStation?, isTest: Bool
    ) throws(BallotDesignProblem) -> BallotSet {
        var copies: [Sheet] = []
        for sheet in sheets {
            var pages: [BallotDesign] = []
            for page in sheet.pages {
                pages.append(try page.issued(at: station, isTest: isTest))
            }
            copies.append(Sheet(layout: sheet.layout, pages: pages))
        }
        return BallotSet(definition, style: style, sheets: copies, letterWidth: letterWidth)
    }

    // MARK: Laying out

    /// Contests page by page.
    private static func groups(_ contests: [Contest], _ style: BallotStyle) -> [[Contest]] {
        let size: Int
        switch (style.papers, style.contestsOnPage) {
        case (.separate, _), (.one, .one): size = 1
        case (.one, .two): size = 2
        case (.one, .all): size = contests.count
        }
        return stride(from: 0, to: contests.count, by: size).map {
            Array(contests[$0..<min($0 + size, contests.count)])
        }
    }

    /// Nil when it fits on no paper that the style allows. All pages have one paper and one spacing.
    private static func laid(
        _ definition: ElectionDefinition, _ style: BallotStyle, _ letterWidth: Double
    ) -> [Sheet]? {
        let papers: [BallotPaper]
        switch style.paper {
        case .a4: papers = [.a4]
        case .a5: papers = [.a5]
        case .auto: papers = [.a5, .a4]
        }
        let groups = groups(definition.contests, style)
        for paper in papers {
            let metrics = PageMetrics(paper: paper, style: style, letterWidth: letterWidth)
            for spacing in Spacing.on(paper) {
                let plans = groups.compactMap {
                    PagePlan(
                        $0, of: definition, metrics: metrics, spacing: spacing,
                        isOneOfSeveral: groups.count > 1)
                }
                if plans.count == groups.count { return sheets(plans, style) }
            }
        }
        return nil
    }

    private static func sheets(_ plans: [PagePlan], _ style: BallotStyle) -> [Sheet] {
        let size = style.papers == .separate ? 1 : 2
        let pairs = stride(from: 0, to: plans.count, by: size).map {
            Array(plans[$0..<min($0 + size, plans.count)])
        }
        let count = plans.count
        return pairs.enumerated().map { index, plans in
            let metrics = plans[0].metrics
            var words = ["paper", metrics.paper.name] + style.layoutWords
            if pairs.count > 1 { words.append(String(index + 1)) }
            let faces = zip(plans, [BallotLayout.Face.front, .back])
            let layout = BallotLayout(
                id: BallotLayout.ID(words.joined(separator: "-")) ?? "paper",
                widthMillimetres: metrics.paper.width, heightMillimetres: metrics.paper.height,
                markWidth: BallotPaper.mark.width, markHeight: BallotPaper.mark.height,
                targetWidth: metrics.target.width, targetHeight: metrics.target.height,
                identity: .code, sides: faces.map { $0.side($1) }, targetShape: metrics.shape,
                markPitchMillimetres: BallotPaper.pitch)
            let pages = faces.enumerated().map { number, face in
                BallotDesign(
                    face.0, layout: layout, face: face.1,
                    sheet: .init(number: index + 1, count: pairs.count),
                    page: .init(number: index * 2 + number + 1, count: count))
            }
            return Sheet(layout: layout, pages: pages)
        }
    }

    // MARK: What would fit

    /// A change of the style, as it is written on the command line.
    private struct Change: Sendable {
        let words: String
        let apply: @Sendable (inout BallotStyle) -> Void
    }

    private static let changes = [
        Change(words: "--paper a4") { $0.paper = .a4 },
        Change(words: "--contests-on-page 2") { $0.contestsOnPage = .two },
        Change(words: "--contests-on-page 1") { $0.contestsOnPage = .one },
        Change(words: "--papers separate") { $0.papers = .separate },
        Change(words: "--type standard") { $0.type = .standard },
        Change(words: "--arrangement stacked") { $0.arrangement = .stacked },
        Change(words: "--option-columns 2") { $0.optionColumns = 2 },
    ]

    /// Changes of the style with which everything fits: each alone, else two together; empty when
    /// none helps.
    package static func whatFits(
        _ definition: ElectionDefinition, _ style: BallotStyle,
        _ letterWidth: Double = BallotSet.usualLetterWidth
    ) -> [String] {
        func works(_ chosen: [Change]) -> Bool {
            var other = style
            for change in chosen {
                let before = other
                change.apply(&other)
                // A change that changes nothing is no advice.
                if other == before { return false }
            }
            return laid(definition, other, letterWidth) != nil
        }
        let alone = changes.filter { works([$0]) }.map(\.words)
        if !alone.isEmpty { return alone }
        for first in changes.indices {
            let found = changes[(first + 1)...].filter { works([changes[first], $0]) }
            if !found.isEmpty { return found.map { "\(changes[first].words) \($0.words)" } }
        }
        return []
    }

    /// How many options a contest may have, with names as these, on the roomiest papers that we
    /// have; nil when not one fits.
    private static func mostOptions(
        _ definition: ElectionDefinition, _ style: BallotStyle, _ letterWidth: Double
    ) -> Int? {
        var roomy = style
        roomy.paper = .a4
        roomy.papers = .separate
        roomy.type = .standard
        roomy.optionColumns = 2
        let longest = definition.contests.map(\.options.count).max() ?? 0
        return (1...max(1, longest)).last { count in
            var cut = definition
            for index in cut.contests.indices {
                cut.contests[index].options = Array(cut.contests[index].options.prefix(count))
            }
            return laid(cut, roomy, letterWidth) != nil
        }
    }
}
