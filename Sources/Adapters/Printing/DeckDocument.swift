import Ballots
import Elections
import Primitives

/// The files of a test deck that people hold in their hands.
package struct DeckDocument: Sendable {
    package let deck: TestDeck

    package init(_ deck: TestDeck) { self.deck = deck }

    /// The papers with their marks, in the order of their numbers, each front before its back.
    package func papers() throws(PrintingProblem) -> [UInt8] {
        let ballots = deck.ballots
        return try BallotPrinter.pdf(
            deck.papers.flatMap { paper in
                let faces = ballots.sheets[paper.sheet].pages.map {
                    PressPage($0, strokes: deck.strokes(of: paper, on: $0))
                }
                return faces.count == 1 && ballots.isTwoSided ? faces + [PressPage(nil)] : faces
            })
    }

    /// What is on each paper and what the machine must say.
    package func list() throws(PrintingProblem) -> [UInt8] {
        let definition = deck.ballots.definition
        let pages = try DocumentFlow.pages(parts)
        let about = PDFAbout(
            title: "\(ProofWording.deck.en): \(definition.name.en)",
            subject: "Test deck, \(definition.day.text)", day: definition.day.text)
        return try PDFFile.make(
            about,
            pages: pages.enumerated().map {
                ($0, DocumentSheet.a4.width, DocumentSheet.a4.height)
            }
        ) { page, canvas throws(PrintingProblem) in
            try DocumentFlow.draw(
                page.element,
                footer: "\(ProofWording.joined(BallotWording.test))   \(definition.id)   "
                    + "\(page.offset + 1)/\(pages.count)", on: canvas)
        }
    }

    private var parts: [DocumentPart] {
        let definition = deck.ballots.definition
        var rows = [["", definition.id.text, ProofWording.joined(ProofWording.votes)]]
        for total in deck.expected {
            let contest = definition.contest(total.contest)
            rows.append([total.contest.text, contest.map { title($0.title) } ?? "", ""])
            for option in contest?.options ?? [] {
                rows.append([option.id.text, title(option.name), number(total.votes[option.id])])
            }
            rows.append(["", ProofWording.joined(ProofWording.blank), String(total.blank)])
            rows.append(["", ProofWording.joined(ProofWording.overvoted), String(total.overvoted)])
            rows.append(["", ProofWording.joined(ProofWording.papers), String(total.papers)])
        }
        return [
            .heading(ProofWording.joined(ProofWording.deck, "\n")),
            .text(title(definition.name)),
            .heading(ProofWording.joined(ProofWording.totals)),
            .table(shares: [0.3, 0.55, 0.15], rows: rows), .pageEnd,
            .heading(ProofWording.joined(ProofWording.papers)),
            .table(
                shares: [0.14, 0.22, 0.64],
                rows: [
                    [
                        ProofWording.joined(ProofWording.paper), "",
                        ProofWording.joined(ProofWording.marks),
                    ]
                ]
                    + deck.papers.map { paper in
                        [
                            paper.name, deck.ballots.sheets[paper.sheet].layout.id.text,
                            marks(on: paper),
                        ]
                    }),
        ]
    }

    private func title(_ text: LocalizedText) -> String {
        deck.ballots.style.texts(of: text).joined(separator: " · ")
    }

    private func number(_ votes: Int?) -> String { String(votes ?? 0) }

    private func marks(on paper: TestDeck.Paper) -> String {
        if paper.marks.isEmpty { return ProofWording.joined(ProofWording.blank) }
        return paper.marks.map { "\($0.contest)/\($0.option): \($0.kind.rawValue)" }
            .joined(separator: "; ")
    }

    /// The same as a table: one row for each mark, one for a contest that is blank.
    package func table() -> String {
        var lines = ["paper,layout,contest,option,mark,says"]
        for paper in deck.papers {
            let sheet = deck.ballots.sheets[paper.sheet]
            for contest in sheet.pages.flatMap(\.contests).map(\.contest) {
                let marks = paper.marks.filter { $0.contest == contest.id }
                let says =
                    switch deck.verdict(of: paper, in: contest) {
                    case .votes: "vote"
                    case .blank: "blank"
                    case .overvote: "overvoted"
                    case .undecided: "undecided"
                    }
                let head = "\(paper.name),\(sheet.layout.id),\(quoted(contest.id.text)),"
                if marks.isEmpty { lines.append("\(head),,\(says)") }
                lines += marks.map {
                    "\(head)\(quoted($0.option.text)),\($0.kind.rawValue),\(says)"
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// RFC 4180.
    private func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"".contains($0) }) else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
