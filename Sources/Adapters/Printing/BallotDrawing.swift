import Ballots
import Elections
import Primitives

/// Draws one page of a ballot: heading and code, how to mark, the contests, and the frame of timing
/// marks.
struct BallotDrawing {
    let design: BallotDesign
    let canvas: PageCanvas
    let typesetter: Typesetter

    /// Grey of what stands back: numbers' captions, hairlines.
    private static let quiet = 0.28
    /// Of the other languages.
    private static let second = 0.1
    /// Of an oval. Straight sides lie along rows of pixels: a thinner line keeps a whole row away from
    /// the measured inside, which begins 0.45 mm from the edge.
    private var outline: Double { style.target == .oval ? 0.3 : 0.2 }

    private var style: BallotStyle { design.style }

    func draw() throws(PrintingProblem) {
        frame()
        try heading()
        try testWords()
        try guidance()
        for block in design.contests { try contest(block) }
        try notice()
        try turn()
        try canvas.check()
    }

    private func frame() {
        let size = BallotPaper.mark
        for place in design.paper.markCentres {
            canvas.fill(
                PaperZone(
                    left: place.x - size.width / 2, top: place.y - size.height / 2,
                    width: size.width, height: size.height))
        }
    }

    // MARK: Sizes

    /// A size of the usual style in this one's.
    private func points(_ usual: Double) -> Double {
        style.type == .large ? usual * 4 / 3 : usual
    }

    /// Texts in the page's languages, one after the other on a line.
    private func joined(_ text: LocalizedText, _ between: String) -> String {
        style.texts(of: text).joined(separator: between)
    }

    // MARK: Head

    private func heading() throws(PrintingProblem) {
        canvas.cells(try CodeMatrix(design.codeText), in: design.code)
        // Below the words of a test there is half the room, and one language will do.
        let part = design.isTest ? 0.75 : 1
        let name = style.texts(of: design.definition.name).prefix(design.isTest ? 1 : 3)
        var texts = [Paragraph(text: name[0], points: points(13) * part, bold: true)]
        for (index, other) in name.dropFirst().enumerated() {
            texts.append(
                Paragraph(
                    text: other, points: points(7.5) * part, grey: Self.second,
                    above: index == 0 ? 1.1 * part : 0.3 * part))
        }
        texts.append(
            Paragraph(
                text: joined(BallotWording.date(design.definition.day), "   ·   "),
                points: points(7.5) * part, bold: true, above: 1.8 * part * part))
        if let station = design.station {
            texts.append(
                Paragraph(
                    text: BallotWording.station(station, style.languages[0]),
                    points: points(7.5) * part, bold: true, above: 0.6 * part))
        }
        try typesetter.set(texts, in: design.heading)
    }

    /// Large enough to be seen across a table, and in the foot so that half a paper tells it too.
    private func testWords() throws(PrintingProblem) {
        guard let head = design.testHead, let foot = design.testFoot else { return }
        let words = style.texts(of: BallotWording.test)
        canvas.box(head, outline: 0.7)
        let inner = PaperZone(
            left: head.left + 2.5, top: head.top + 0.9, width: head.width - 5,
            height: head.height - 1.8)
        var texts = [Paragraph(text: words[0], points: points(15), bold: true)]
        if words.count > 1 {
            texts.append(
                Paragraph(
                    text: words.dropFirst().joined(separator: "  ·  "), points: points(8),
                    bold: true))
        }
        try typesetter.set(texts, in: inner, placing: .middle)
        let lines =
            design.notice == nil
            ? [Paragraph(text: words.joined(separator: "  ·  "), points: 7, bold: true)]
            : words.map { Paragraph(text: $0, points: 6.5, bold: true) }
        try typesetter.set(lines, in: foot, placing: .bottom)
    }

    private func guidance() throws(PrintingProblem) {
        target(in: design.sample, outline: nil)
        let texts = style.texts(of: BallotWording.howToMark(style.target))
        try typesetter.set(
            texts.enumerated().map { Paragraph(text: $1, points: points(7), bold: $0 == 0) },
            in: design.guidance, placing: .middle)
    }

    private func target(in zone: PaperZone, outline: Double?) {
        switch style.target {
        case .oval: canvas.ellipse(in: zone, outline: outline)
        case .pill: canvas.pill(in: zone, outline: outline)
        case .box: canvas.box(zone, outline: outline)
        }
    }

    // MARK: Contests

    private func contest(_ block: BallotDesign.ContestBlock) throws(PrintingProblem) {
        let title = block.title
        canvas.rule(y: title.top, from: title.left, to: title.right, thickness: 0.5)
        let column = design.titleColumn
        let inner = PaperZone(
            left: column.left, top: title.top + 1.6, width: column.width,
            height: title.height - 1.8)
        let choose = BallotWording.choose(upTo: block.contest.votesAllowed)
        switch style.arrangement {
        case .stacked:
            var texts = named(block.contest.title, width: inner.width)
            texts.append(
                Paragraph(
                    text: joined(choose, "  ·  "), points: points(7.5), grey: Self.quiet,
                    above: 0.7))
            try typesetter.set(texts, in: inner)
        case .columns:
            let columns = zip(style.languages, style.columns(of: inner)).map { language, zone in
                (
                    paragraphs: [
                        Paragraph(
                            text: block.contest.title[language], points: points(10), bold: true),
                        Paragraph(
                            text: choose[language], points: points(7.5), grey: Self.quiet,
                            above: 0.7),
                    ], zone: zone
                )
            }
            try typesetter.set(columns, placing: .top)
        }
        // One size for all options of a contest, so that no name looks smaller than its rivals.
        let scale = try typesetter.scale(of: block.options.flatMap { names($0) })
        for (index, row) in block.options.enumerated() {
            try option(row, number: index + 1, scale: scale)
        }
    }

    private func option(
        _ row: BallotDesign.OptionRow, number: Int, scale: Double
    ) throws(PrintingProblem) {
        let right = row.name.right
        canvas.rule(
            y: row.number.top, from: row.number.left, to: right, thickness: 0.12, grey: Self.quiet)
        target(in: row.target, outline: outline)
        try typesetter.set(
            [Paragraph(text: String(number), points: points(19))], in: row.number,
            placing: .middle)
        if row.option.kind == .writeIn {
            canvas.rule(
                y: row.name.bottom - 2, from: row.name.left, to: right, thickness: 0.2)
        }
        try typesetter.set(names(row), placing: .middle, largest: scale)
    }

    private func names(
        _ row: BallotDesign.OptionRow
    ) -> [(paragraphs: [Paragraph], zone: PaperZone)] {
        switch style.arrangement {
        case .stacked:
            [(named(row.option.name, width: row.name.width), row.name)]
        case .columns:
            zip(style.languages, style.columns(of: row.name)).map { language, zone in
                (
                    [
                        Paragraph(
                            text: row.option.name[language], points: points(10), bold: true)
                    ], zone
                )
            }
        }
    }

    /// A name with the other languages below it, on one line where they can share it.
    private func named(_ name: LocalizedText, width: Double) -> [Paragraph] {
        let texts = style.texts(of: name)
        let others = texts.dropFirst()
        let joined = Paragraph(
            text: others.joined(separator: "  ·  "), points: points(9), grey: Self.second,
            above: 0.1)
        let heading = Paragraph(text: texts[0], points: points(12), bold: true)
        if others.isEmpty { return [heading] }
        if typesetter.isOneLine(joined, width: width) { return [heading, joined] }
        return [heading]
            + others.map {
                Paragraph(text: $0, points: points(9), grey: Self.second, above: 0.1)
            }
    }

    // MARK: Foot

    private func notice() throws(PrintingProblem) {
        guard let zone = design.notice, let notice = design.definition.inventedNotice else {
            return
        }
        canvas.rule(y: zone.top, from: zone.left, to: zone.right, thickness: 0.12, grey: Self.quiet)
        let tag = PaperZone(
            left: zone.left, top: zone.top + 1, width: design.noticeTag, height: zone.height - 1)
        if !design.isTest {
            try typesetter.set(
                style.texts(of: BallotWording.specimen).map {
                    Paragraph(text: $0, points: 6.5, bold: true)
                }, in: tag, placing: .bottom)
        }
        let text = PaperZone(
            left: tag.right + 2, top: tag.top, width: zone.right - tag.right - 2,
            height: tag.height)
        try typesetter.set(
            style.texts(of: notice).map { Paragraph(text: $0, points: 5.8, grey: Self.second) },
            in: text, placing: .bottom)
    }

    private func turn() throws(PrintingProblem) {
        guard let zone = design.turn else { return }
        let words = BallotWording.turn(design)
        try typesetter.set(
            [Paragraph(text: joined(words, "   ·   "), points: 8, bold: true)], in: zone,
            placing: .bottom)
    }
}
