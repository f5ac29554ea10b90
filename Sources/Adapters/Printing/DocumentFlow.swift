import Ballots
import CCairo
import Primitives

/// One part of a plain document, from top to bottom.
enum DocumentPart {
    /// In the largest letters there are, in the middle.
    case alarm(String)
    case title(String)
    case heading(String)
    case text(String)
    /// - Parameters:
    ///   - shares: of the width, one for each column, adding up to one.
    ///   - rows: the first is the heading, repeated on every page.
    case table(shares: [Double], rows: [[String]])
    /// A number at the right edge of the line.
    case figure(String, Int)
    case gap
    /// Empty lines with words below them, for signatures.
    case signatures([String])
    /// The rest goes to the next page.
    case pageEnd
}

/// The paper of a plain document, in millimetres.
struct DocumentSheet {
    let width: Double
    let height: Double
    /// White at the left, and as much at the right.
    let left: Double
    let top: Double
    /// From the upper edge to where text ends, and to the line at the foot.
    let bottom: Double
    let foot: Double

    static let a4 = DocumentSheet(
        width: 210, height: 297, left: 18, top: 16, bottom: 280, foot: 284)
    static let a5 = DocumentSheet(
        width: 148, height: 210, left: 12, top: 12, bottom: 194, foot: 197)

    var textWidth: Double { width - 2 * left }
}

/// Breaks a plain document into pages.
struct DocumentFlow {
    /// Of a text, beside others at the same height.
    struct Cell {
        let paragraph: Paragraph
        let left: Double
        let width: Double
        var flush = Flush.left
    }

    /// What stands at one height of a page.
    struct Piece {
        let top: Double
        let height: Double
        /// Texts beside one another.
        let cells: [Cell]
        /// A rule above the texts, and how far it reaches.
        let rule: Double?
    }

    private(set) var pages: [[Piece]] = [[]]
    private var y: Double
    private let sheet: DocumentSheet
    private let typesetter: Typesetter

    private init(typesetter: Typesetter, sheet: DocumentSheet) {
        self.typesetter = typesetter
        self.sheet = sheet
        y = sheet.top
    }

    /// The pages of a document.
    static func pages(
        _ parts: [DocumentPart], on sheet: DocumentSheet = .a4
    ) throws(PrintingProblem) -> [[Piece]] {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1) else {
            throw .cannotDraw("no picture")
        }
        defer { cairo_surface_destroy(surface) }
        let canvas = try PageCanvas(surface: surface, scale: 1)
        var flow = DocumentFlow(
            typesetter: try Typesetter(canvas: canvas), sheet: sheet)
        for part in parts { flow.add(part) }
        return flow.pages.filter { !$0.isEmpty }
    }

    static func draw(
        _ pieces: [Piece], footer: String, of sheet: DocumentSheet = .a4, on canvas: PageCanvas
    ) throws(PrintingProblem) {
        canvas.fill(PaperZone(left: 0, top: 0, width: sheet.width, height: sheet.height), grey: 1)
        let typesetter = try Typesetter(canvas: canvas)
        for piece in pieces {
            if let rule = piece.rule {
                canvas.rule(
                    y: piece.top, from: sheet.left, to: sheet.left + rule, thickness: 0.12,
                    grey: 0.28)
            }
            for cell in piece.cells {
                try typesetter.set(
                    [cell.paragraph],
                    in: PaperZone(
                        left: cell.left, top: piece.top + 0.9, width: cell.width,
                        height: piece.height), flush: cell.flush)
            }
        }
        try typesetter.set(
            [Paragraph(text: footer, points: 7, grey: 0.28, isPlain: true)],
            in: PaperZone(left: sheet.left, top: sheet.foot, width: sheet.textWidth, height: 6))
        try canvas.check()
    }

    // MARK: Breaking

    private mutating func add(_ part: DocumentPart) {
        switch part {
        case .alarm(let text): line(text, points: 36, bold: true, flush: .middle)
        case .title(let text): line(text, points: 16, bold: true)
        case .heading(let text):
            // A heading takes room for what follows with it.
            let cell = whole(Paragraph(text: text, points: 12, bold: true, isPlain: true))
            let height = self.height([cell])
            if y + height + 24 > sheet.bottom { turn() }
            y += y > sheet.top ? 4 : 0
            place([cell], height, rule: nil)
        case .text(let text): line(text, points: 8.5)
        case .figure(let label, let number): figure(label, number)
        case .table(let shares, let rows): table(shares, rows)
        case .gap: y += 3
        case .signatures(let words):
            for word in words {
                if y + 16 > sheet.bottom { turn() }
                y += 11
                add(
                    [whole(Paragraph(text: word, points: 7.5, isPlain: true))], rule: 90,
                    repeating: nil)
            }
        case .pageEnd: turn()
        }
    }

    private mutating func line(
        _ text: String, points: Double, bold: Bool = false, flush: Flush = .left
    ) {
        let paragraph = Paragraph(text: text, points: points, bold: bold, isPlain: true)
        add([whole(paragraph, flush)], rule: nil, repeating: nil)
    }

    private mutating func figure(_ label: String, _ number: Int) {
        let room = 20.0
        add(
            [
                Cell(
                    paragraph: Paragraph(text: label, points: 9.5, isPlain: true),
                    left: sheet.left, width: sheet.textWidth - room),
                Cell(
                    paragraph: Paragraph(
                        text: String(number), points: 9.5, bold: true, isPlain: true),
                    left: sheet.left + sheet.textWidth - room, width: room, flush: .right),
            ], rule: sheet.textWidth, repeating: nil)
    }

    private mutating func table(_ shares: [Double], _ rows: [[String]]) {
        guard let head = rows.first else { return }
        let heading = cells(head, shares, bold: true)
        add(heading, rule: sheet.textWidth, repeating: nil)
        for row in rows.dropFirst() {
            add(cells(row, shares, bold: false), rule: sheet.textWidth, repeating: heading)
        }
    }

    private func whole(_ paragraph: Paragraph, _ flush: Flush = .left) -> Cell {
        Cell(paragraph: paragraph, left: sheet.left, width: sheet.textWidth, flush: flush)
    }

    private func cells(_ texts: [String], _ shares: [Double], bold: Bool) -> [Cell] {
        var left = sheet.left
        return zip(texts, shares).map { text, share in
            defer { left += share * sheet.textWidth }
            return Cell(
                paragraph: Paragraph(text: text, points: 8, bold: bold, isPlain: true), left: left,
                width: share * sheet.textWidth - 2)
        }
    }

    private func height(_ cells: [Cell]) -> Double {
        cells.map { typesetter.height(of: [$0.paragraph], width: $0.width) }.max() ?? 0
    }

    private mutating func add(_ cells: [Cell], rule: Double?, repeating heading: [Cell]?) {
        let height = self.height(cells)
        if y + height > sheet.bottom {
            turn()
            if let heading { place(heading, self.height(heading), rule: rule) }
        }
        place(cells, height, rule: rule)
    }

    private mutating func place(_ cells: [Cell], _ height: Double, rule: Double?) {
        pages[pages.count - 1].append(Piece(top: y, height: height + 0.1, cells: cells, rule: rule))
        y += height + 1.8
    }

    private mutating func turn() {
        pages.append([])
        y = sheet.top
    }
}
