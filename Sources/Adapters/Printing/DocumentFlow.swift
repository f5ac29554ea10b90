import Ballots
import CCairo
import Primitives

/// One part of a plain document, from top to bottom.
enum DocumentPart {
    case heading(String)
    case text(String)
    /// - Parameters:
    ///   - shares: of the width, one for each column, adding up to one.
    ///   - rows: the first is the heading, repeated on every page.
    case table(shares: [Double], rows: [[String]])
    /// Empty lines with words below them, for signatures.
    case signatures([String])
    /// The rest goes to the next page.
    case pageEnd
}

/// Breaks a plain document into pages of A4.
struct DocumentFlow {
    static let width = 210.0
    static let height = 297.0
    private static let left = 18.0
    private static let top = 16.0
    private static let bottom = 280.0
    private static let textWidth = width - 2 * left

    /// What stands at one height of a page.
    struct Piece {
        let top: Double
        let height: Double
        /// Texts beside one another.
        let cells: [(paragraph: Paragraph, left: Double, width: Double)]
        /// A rule above the texts, and how far it reaches.
        let rule: Double?
    }

    private(set) var pages: [[Piece]] = [[]]
    private var y = DocumentFlow.top
    private let typesetter: Typesetter

    init(typesetter: Typesetter) { self.typesetter = typesetter }

    /// The pages of a document.
    static func pages(_ parts: [DocumentPart]) throws(PrintingProblem) -> [[Piece]] {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1) else {
            throw .cannotDraw("no picture")
        }
        defer { cairo_surface_destroy(surface) }
        let canvas = try PageCanvas(surface: surface, scale: 1)
        var flow = DocumentFlow(typesetter: try Typesetter(canvas: canvas))
        for part in parts { flow.add(part) }
        return flow.pages.filter { !$0.isEmpty }
    }

    static func draw(
        _ pieces: [Piece], footer: String, on canvas: PageCanvas
    ) throws(PrintingProblem) {
        canvas.fill(PaperZone(left: 0, top: 0, width: width, height: height), grey: 1)
        let typesetter = try Typesetter(canvas: canvas)
        for piece in pieces {
            if let rule = piece.rule {
                canvas.rule(
                    y: piece.top, from: left, to: left + rule, thickness: 0.12, grey: 0.28)
            }
            for cell in piece.cells {
                try typesetter.set(
                    [cell.paragraph],
                    in: PaperZone(
                        left: cell.left, top: piece.top + 0.9, width: cell.width,
                        height: piece.height))
            }
        }
        try typesetter.set(
            [Paragraph(text: footer, points: 7, grey: 0.28, isPlain: true)],
            in: PaperZone(left: left, top: 284, width: textWidth, height: 6))
        try canvas.check()
    }

    // MARK: Breaking

    private mutating func add(_ part: DocumentPart) {
        switch part {
        case .heading(let text):
            // A heading takes room for what follows with it.
            let cell = whole(Paragraph(text: text, points: 12, bold: true, isPlain: true))
            let height = self.height([cell])
            if y + height + 24 > Self.bottom { turn() }
            y += y > Self.top ? 4 : 0
            place([cell], height, rule: nil)
        case .text(let text):
            add(
                [whole(Paragraph(text: text, points: 8.5, isPlain: true))], rule: nil,
                repeating: nil)
        case .table(let shares, let rows):
            guard let head = rows.first else { return }
            let heading = cells(head, shares, bold: true)
            add(heading, rule: Self.textWidth, repeating: nil)
            for row in rows.dropFirst() {
                add(cells(row, shares, bold: false), rule: Self.textWidth, repeating: heading)
            }
        case .signatures(let words):
            for word in words {
                if y + 16 > Self.bottom { turn() }
                y += 11
                add(
                    [whole(Paragraph(text: word, points: 7.5, isPlain: true))], rule: 90,
                    repeating: nil)
            }
        case .pageEnd: turn()
        }
    }

    private typealias Cell = (paragraph: Paragraph, left: Double, width: Double)

    private func whole(_ paragraph: Paragraph) -> Cell {
        (paragraph, Self.left, Self.textWidth)
    }

    private func cells(_ texts: [String], _ shares: [Double], bold: Bool) -> [Cell] {
        var left = Self.left
        return zip(texts, shares).map { text, share in
            defer { left += share * Self.textWidth }
            return (
                Paragraph(text: text, points: 8, bold: bold, isPlain: true), left,
                share * Self.textWidth - 2
            )
        }
    }

    private func height(_ cells: [Cell]) -> Double {
        cells.map { typesetter.height(of: [$0.paragraph], width: $0.width) }.max() ?? 0
    }

    private mutating func add(_ cells: [Cell], rule: Double?, repeating heading: [Cell]?) {
        let height = self.height(cells)
        if y + height > Self.bottom {
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
        y = Self.top
    }
}
