import Ballots
import Elections
import Primitives

extension BallotProof {
    /// The proof as a PDF: what was checked with places for signatures, every page at full size with
    /// its zones, and every text.
    package func pdf() throws(PrintingProblem) -> [UInt8] {
        let before = try DocumentFlow.pages(summary)
        let after = try DocumentFlow.pages(key)
        let pages =
            before.map { ProofSheet.document($0) } + (ballots?.pages ?? []).map { .ballot($0) }
            + after.map { .document($0) }
        let about = PDFAbout(
            title: "\(ProofWording.title.en): \(definition.name.en)",
            subject: "Proof, \(definition.day.text)", day: definition.day.text)
        let numbered = pages.enumerated().map { index, sheet in
            ((number: index + 1, sheet: sheet), sheet.size.width, sheet.size.height)
        }
        return try PDFFile.make(
            about, pages: numbered
        ) { page, canvas throws(PrintingProblem) in
            switch page.sheet {
            case .document(let pieces):
                let words = ProofWording.joined(ProofWording.proof)
                try DocumentFlow.draw(
                    pieces,
                    footer: "\(words)   \(definition.id), \(definition.day.text)   "
                        + "\(page.number)/\(pages.count)", on: canvas)
            case .ballot(let design):
                try BallotPrinter.draw(PressPage(design), paper: design.paper, on: canvas)
                try ProofOverlay(design: design, canvas: canvas).draw()
            }
        }
    }

    private var summary: [DocumentPart] {
        var parts: [DocumentPart] = [
            .heading(ProofWording.joined(ProofWording.title, "\n")),
            .text(ProofWording.joined(definition.name, "\n")),
            .text("\(definition.id), \(definition.day.text)"),
            .table(shares: [0.3, 0.7], rows: [["ballot-style.json", ""]] + styleRows),
            .heading(ProofWording.joined(ProofWording.checks)),
            .table(
                shares: [0.38, 0.17, 0.45],
                rows: [
                    [ProofWording.check, ProofWording.result, ProofWording.found].map {
                        ProofWording.joined($0)
                    }
                ]
                    + checks.map { check in
                        [
                            ProofWording.joined(check.title, "\n"),
                            ProofWording.joined(ProofWording.outcome(check.outcome), "\n"),
                            ([check.code] + check.found).joined(separator: "\n"),
                        ]
                    }),
        ]
        parts.append(.signatures(ProofWording.signatures.map { ProofWording.joined($0) }))
        return parts
    }

    private var styleRows: [[String]] {
        var rows = [
            ["paper", (ballots?.pages[0].paper.name ?? style.paper.rawValue).uppercased()],
            ["contestsOnPage", style.contestsOnPage.rawValue], ["papers", style.papers.rawValue],
            ["languages", style.languages.map(\.rawValue).joined(separator: ", ")],
            ["arrangement", style.arrangement.rawValue], ["target", style.target.rawValue],
            ["type", style.type.rawValue], ["targetsAt", style.targetsAt.rawValue],
            ["optionColumns", String(style.optionColumns)], ["stations", style.stations.rawValue],
        ]
        for page in ballots?.pages ?? [] {
            rows.append(["\(page.layout.id) \(page.face.rawValue)", page.codeText])
        }
        return rows
    }

    /// Every text beside its number on the page.
    private var key: [DocumentPart] {
        let languages = style.languages
        let share = 0.8 / Double(languages.count)
        let shares = [0.2] + languages.map { _ in share }
        func row(_ place: String, _ text: LocalizedText) -> [String] {
            [place]
                + languages.map { text.translated(into: $0) ?? ProofWording.missing[$0] }
        }
        var rows = [[""] + languages.map(\.rawValue), row("", definition.name)]
        if let notice = definition.inventedNotice { rows.append(row("", notice)) }
        for contest in definition.contests {
            rows.append(row(contest.id.text, contest.title))
            for (index, option) in contest.options.enumerated() {
                rows.append(row("\(index + 1)   \(option.id)", option.name))
            }
        }
        return [
            .heading(ProofWording.joined(ProofWording.key)), .table(shares: shares, rows: rows),
        ]
    }
}

/// One page of a proof.
private enum ProofSheet {
    case document([DocumentFlow.Piece])
    case ballot(BallotDesign)

    var size: (width: Double, height: Double) {
        switch self {
        case .document: (DocumentSheet.a4.width, DocumentSheet.a4.height)
        case .ballot(let design): (design.paper.width, design.paper.height)
        }
    }
}

/// What a proof writes on a ballot's page, in blue: zones, numbers of targets, and that it is none.
private struct ProofOverlay {
    let design: BallotDesign
    let canvas: PageCanvas

    func draw() throws(PrintingProblem) {
        let typesetter = try Typesetter(canvas: canvas)
        var number = 0
        for block in design.contests {
            canvas.box(block.title, outline: 0.1, ink: .remark)
            for row in block.options {
                number += 1
                for zone in [row.clear, row.name] {
                    canvas.box(zone, outline: 0.1, ink: .remark)
                }
                // In the corner of the white round the target, where nothing is printed.
                try typesetter.set(
                    [Paragraph(text: String(number), points: 5.5, bold: true, ink: .remark)],
                    in: PaperZone(
                        left: row.clear.left + 0.3, top: row.clear.top, width: 6, height: 2.6))
            }
        }
        for zone in [design.heading, design.code, design.guidance, design.sample] {
            canvas.box(zone, outline: 0.1, ink: .remark)
        }
        let mark = BallotPaper.mark
        for place in design.paper.markCentres {
            canvas.box(
                PaperZone(
                    left: place.x - mark.width / 2 - 1, top: place.y - mark.height / 2 - 1,
                    width: mark.width + 2, height: mark.height + 2), outline: 0.1, ink: .remark)
        }
        // In the strip between the timing marks and what is printed.
        let inside = design.paper.inside
        let words = ProofWording.joined(ProofWording.proof)
        try typesetter.set(
            [
                Paragraph(
                    text: "\(words)   \(design.layout.id) \(design.face.rawValue)", points: 6,
                    bold: true, ink: .remark)
            ],
            in: PaperZone(
                left: inside.left, top: inside.top - 3, width: inside.width, height: 3))
    }
}
