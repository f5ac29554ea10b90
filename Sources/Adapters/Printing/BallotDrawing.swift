import Ballots
import Elections
import Primitives

/// Draws one ballot: heading and code, how to mark, the contests, and the frame of timing marks.
struct BallotDrawing {
    let design: BallotDesign
    let canvas: PageCanvas
    let typesetter: Typesetter

    /// Grey of what stands back: other languages, numbers' captions, hairlines.
    private static let quiet = 0.28
    private static let outline = 0.3

    func draw() throws(PrintingProblem) {
        frame()
        try heading()
        try guidance()
        for block in design.contests { try contest(block) }
        try notice()
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

    private func heading() throws(PrintingProblem) {
        canvas.cells(try CodeMatrix(design.codeText), in: design.code)
        let name = design.definition.name
        let day = BallotWording.date(design.definition.day)
        var texts = [Paragraph(text: name.en, points: 13, bold: true)]
        for (index, other) in name.otherTexts.enumerated() {
            texts.append(
                Paragraph(text: other, points: 7.5, grey: 0.1, above: index == 0 ? 1.1 : 0.3))
        }
        texts.append(
            Paragraph(
                text: ([day.en] + day.otherTexts).joined(separator: "   ·   "), points: 7.5,
                bold: true, above: 1.8))
        try typesetter.set(texts, in: design.heading)
    }

    private func guidance() throws(PrintingProblem) {
        canvas.ellipse(in: design.sample, outline: nil)
        let texts = [BallotWording.howToMark.en] + BallotWording.howToMark.otherTexts
        try typesetter.set(
            texts.enumerated().map { Paragraph(text: $1, points: 7, bold: $0 == 0) },
            in: design.guidance, placing: .middle)
    }

    private func contest(_ block: BallotDesign.ContestBlock) throws(PrintingProblem) {
        let title = block.title
        canvas.rule(y: title.top, from: title.left, to: title.right, thickness: 0.5)
        let inner = PaperZone(
            left: title.left, top: title.top + 1.6, width: title.width,
            height: title.height - 1.8)
        let choose = BallotWording.choose(upTo: block.contest.votesAllowed)
        var texts = named(block.contest.title, width: inner.width)
        texts.append(
            Paragraph(
                text: ([choose.en] + choose.otherTexts).joined(separator: "  ·  "), points: 7.5,
                grey: Self.quiet, above: 0.7))
        try typesetter.set(texts, in: inner)
        for (index, row) in block.options.enumerated() {
            try option(row, number: index + 1)
        }
    }

    private func option(_ row: BallotDesign.OptionRow, number: Int) throws(PrintingProblem) {
        let right = row.name.right
        canvas.rule(
            y: row.number.top, from: row.number.left, to: right, thickness: 0.12, grey: Self.quiet)
        canvas.ellipse(in: row.target, outline: Self.outline)
        try typesetter.set(
            [Paragraph(text: String(number), points: 19)], in: row.number, placing: .middle)
        if row.option.kind == .writeIn {
            canvas.rule(
                y: row.name.bottom - 2, from: row.name.left, to: right, thickness: 0.2)
        }
        try typesetter.set(
            named(row.option.name, width: row.name.width), in: row.name, placing: .middle)
    }

    /// A name with the other languages below it, on one line where they can share it.
    private func named(_ name: LocalizedText, width: Double) -> [Paragraph] {
        let others = name.otherTexts
        let joined = Paragraph(
            text: others.joined(separator: "  ·  "), points: 9, grey: 0.1, above: 0.1)
        let heading = Paragraph(text: name.en, points: 12, bold: true)
        if others.isEmpty { return [heading] }
        if typesetter.isOneLine(joined, width: width) { return [heading, joined] }
        return [heading] + others.map { Paragraph(text: $0, points: 9, grey: 0.1, above: 0.1) }
    }

    private func notice() throws(PrintingProblem) {
        guard let zone = design.notice, let notice = design.definition.inventedNotice else {
            return
        }
        canvas.rule(y: zone.top, from: zone.left, to: zone.right, thickness: 0.12, grey: Self.quiet)
        let tag = PaperZone(
            left: zone.left, top: zone.top + 1, width: 17, height: zone.height - 1)
        try typesetter.set(
            BallotWording.specimen.map { Paragraph(text: $0, points: 6.5, bold: true) }, in: tag,
            placing: .bottom)
        let text = PaperZone(
            left: tag.right + 2, top: tag.top, width: zone.right - tag.right - 2,
            height: tag.height)
        try typesetter.set(
            ([notice.en] + notice.otherTexts).map { Paragraph(text: $0, points: 5.8, grey: 0.1) },
            in: text, placing: .bottom)
    }
}
