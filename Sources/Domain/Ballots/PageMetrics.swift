import Elections
import Primitives

/// Sizes that follow from paper and style: where columns stand, how high things are, in millimetres.
struct PageMetrics {
    let paper: BallotPaper
    let style: BallotStyle
    /// Expected advance of a letter, as a part of the type size.
    let letterWidth: Double

    /// Size of all type against the usual.
    var type: Double { style.type == .large ? 4.0 / 3 : 1 }

    var target: (width: Double, height: Double) {
        switch (style.target, style.type) {
        case (.box, .standard): (4, 4)
        case (.box, .large): (5, 5)
        case (_, .standard): BallotPaper.target
        case (_, .large): (6.5, 4.4)
        }
    }

    var shape: BallotLayout.TargetShape? {
        switch style.target {
        case .oval: nil
        case .pill: .pill
        case .box: .box
        }
    }

    /// White above and below a target; as much as the lowest row has room for, up to 2.5 mm.
    var whiteAbove: Double {
        min(2.5, (Double(lowestRow) * BallotPaper.pitch / 4 - target.height) / 2 - 0.15)
    }

    var lowestRow: Int { style.type == .large ? 7 : 5 }
    var headQuarters: Int { style.type == .large ? 18 : 14 }
    var guideQuarters: Int { style.type == .large ? 7 : 5 }
    /// Points of the languages where they stand side by side.
    static let columnPoints = 10.0

    // MARK: Columns

    /// One column of options: target, number and name between two edges of the paper.
    struct Lane {
        let left: Double
        let right: Double
        let targetMiddle: Double
        let number: (left: Double, width: Double)
        let name: (left: Double, width: Double)
    }

    var lanes: [Lane] {
        let inside = paper.inside
        guard style.optionColumns == 2 else { return [lane(inside.left, inside.right)] }
        // Half way between two inner columns of marks, so that targets stay on halves of the grid.
        let middle = paper.x(column: Double(paper.columns - 1) / 2)
        return [lane(inside.left, middle), lane(middle, inside.right)]
    }

    private func lane(_ left: Double, _ right: Double) -> Lane {
        let away = target.width / 2 + 5
        let width = 9 * type
        // A lane that ends at the next one keeps a gap to it.
        let end = right < paper.inside.right ? right - 3 : right
        switch style.targetsAt {
        case .left:
            let middle = left + BallotPaper.pitch
            let number = middle + away
            let name = number + width + 2
            return Lane(
                left: left, right: end, targetMiddle: middle, number: (number, width),
                name: (name, end - name))
        case .right:
            let middle = right - BallotPaper.pitch
            let name = left + width + 2
            return Lane(
                left: left, right: right, targetMiddle: middle, number: (left, width),
                name: (name, middle - away - name))
        }
    }

    func targetZone(_ lane: Lane, middle y: Double) -> PaperZone {
        PaperZone(
            left: lane.targetMiddle - target.width / 2, top: y - target.height / 2,
            width: target.width, height: target.height)
    }

    // MARK: Heights

    static func quarters(millimetres: Double) -> Int {
        Int((millimetres / (BallotPaper.pitch / 4)).rounded(.up))
    }

    func titleHeight(_ contest: Contest) -> Double {
        guard style.arrangement == .stacked else {
            let zone = titleText(height: 0)
            let most = style.columns(of: zone).enumerated().map { place, column in
                lines(
                    contest.title[style.languages[place]], points: Self.columnPoints,
                    width: column.width) * 4.2
                    + lines(String(repeating: "x", count: 30), points: 7.5, width: column.width)
                    * 3.2
            }
            return (most.max() ?? 0) * type + 3.2
        }
        return (texts(contest.title, width: titleText(height: 0).width) + chooseHeight(contest))
            * type + 3.2
    }

    /// One line as it is usual; measured where type is large or was found too long before.
    private func chooseHeight(_ contest: Contest) -> Double {
        guard type > 1 || letterWidth > BallotSet.usualLetterWidth else { return 3.6 }
        let length = (contest.votesAllowed == 1 ? 21 : 29) * style.languages.count
        let text = String(repeating: "x", count: length)
        return 3.6 * lines(text, points: 7.5, width: paper.inside.width)
    }

    func nameHeight(_ option: ContestOption, lane: Lane) -> Double {
        guard style.arrangement == .stacked else {
            let zone = PaperZone(left: lane.name.left, top: 0, width: lane.name.width, height: 0)
            let most = style.columns(of: zone).enumerated().map { place, column in
                lines(
                    option.name[style.languages[place]], points: Self.columnPoints,
                    width: column.width)
            }
            return (most.max() ?? 1) * 4.2 * type
        }
        return texts(option.name, width: lane.name.width) * type
    }

    /// Where the words of a title stand below its rule; above the names' columns, so that each
    /// language has one column from title to last option.
    func titleText(height: Double) -> PaperZone {
        let inside = paper.inside
        let lanes = lanes
        guard style.arrangement == .columns, lanes.count == 1 else {
            return PaperZone(left: inside.left, top: 0, width: inside.width, height: height)
        }
        return PaperZone(
            left: lanes[0].name.left, top: 0, width: lanes[0].name.width, height: height)
    }

    private func texts(_ text: LocalizedText, width: Double) -> Double {
        let all = style.texts(of: text)
        return lines(all[0], points: 12, width: width) * 5
            + shared(Array(all.dropFirst()), width: width) * 3.75
    }

    /// Lines of the other languages: one when they can share it.
    private func shared(_ texts: [String], width: Double) -> Double {
        if texts.isEmpty { return 0 }
        let joined = lines(texts.joined(separator: "  ·  "), points: 9, width: width)
        return joined == 1 ? 1 : texts.reduce(0) { $0 + lines($1, points: 9, width: width) }
    }

    /// Lines that a text is expected to take. The printer measures and has the last word.
    private func lines(_ text: String, points: Double, width: Double) -> Double {
        let estimate = Double(text.count) * points * type * 25.4 / 72 * letterWidth / width
        return max(1, estimate.rounded(.up))
    }
}

extension BallotStyle {
    /// A text in the languages of the paper: the first always, the others each only when it tells
    /// something new.
    package func texts(of text: LocalizedText) -> [String] {
        var seen: Set<String> = []
        return languages.enumerated().compactMap { place, language in
            place == 0 ? text[language] : text.translated(into: language)
        }.filter { seen.insert($0).inserted }
    }

    /// A zone divided into a column for each language.
    package func columns(of zone: PaperZone) -> [PaperZone] {
        let gap = 3.0
        let count = Double(languages.count)
        let width = (zone.width - gap * (count - 1)) / count
        return languages.indices.map {
            PaperZone(
                left: zone.left + Double($0) * (width + gap), top: zone.top, width: width,
                height: zone.height)
        }
    }
}

extension LocalizedText {
    /// The text in a language, nil where there is none.
    package func translated(into language: Language) -> String? {
        switch language {
        case .english: en
        case .russian: ru
        case .kyrgyz: ky
        }
    }
}

/// How much air a paper has. The first that fits is taken.
struct Spacing {
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

    static func on(_ paper: BallotPaper) -> [Spacing] {
        paper == .a4 ? readable + [tightest] : readable
    }
}

/// Hands out the height of the paper from the top, in quarters of the pitch.
struct VerticalPlan {
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
