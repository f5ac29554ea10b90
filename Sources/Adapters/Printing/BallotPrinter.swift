import Ballots
import CCairo
import Elections
import Primitives

/// A page as a picture: one byte a pixel, 0 black, 255 white, rows from the top.
package struct PagePicture: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package var pixels: [UInt8]

    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == width * height, "a picture of \(width) by \(height)")
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}

/// One page for the press: a ballot's, with the strokes of a test deck's pen, or an empty back.
package struct PressPage: Hashable, Sendable {
    /// Nil for a page left empty, so that both sides of the papers before and after it meet.
    package let design: BallotDesign?
    package let strokes: [PenStroke]

    package init(_ design: BallotDesign?, strokes: [PenStroke] = []) {
        self.design = design
        self.strokes = strokes
    }

    /// Papers one after the other; where some have a back, every one takes two pages.
    package static func pages(of sets: [BallotSet]) -> [PressPage] {
        sets.flatMap { set in
            set.sheets.flatMap { sheet in
                let pages = sheet.pages.map { PressPage($0) }
                return pages.count == 1 && set.isTwoSided ? pages + [PressPage(nil)] : pages
            }
        }
    }
}

/// Turns designs into a file for the press, or into a picture of the empty paper.
package enum BallotPrinter {
    /// A PDF in the paper's own size. Same design, same bytes.
    package static func pdf(_ design: BallotDesign) throws(PrintingProblem) -> [UInt8] {
        try pdf([PressPage(design)])
    }

    /// - Parameter pages: at least one with a design; all on one size of paper.
    package static func pdf(_ pages: [PressPage]) throws(PrintingProblem) -> [UInt8] {
        guard let design = pages.lazy.compactMap(\.design).first else {
            throw .cannotDraw("there is no page")
        }
        let layouts = Set(pages.compactMap { $0.design?.layout.id })
        let day = design.definition.day.text
        let about = PDFAbout(
            title: design.definition.name.en,
            subject: layouts.count == 1
                ? "Ballot \(design.layout.id), \(day)"
                : "Ballots of \(layouts.count) papers, \(day)",
            // The day of the election, not of the printing: the file is the same whenever it is
            // made.
            day: day)
        let paper = design.paper
        return try PDFFile.make(
            about, pages: pages.map { ($0, paper.width, paper.height) }
        ) { page, canvas throws(PrintingProblem) in
            try draw(page, paper: paper, on: canvas)
        }
    }

    /// The empty paper as a perfect scanner would see it.
    ///
    /// - Parameter dpi: pixels in an inch, 50 to 1200. Sizes are rounded to whole pixels.
    package static func picture(
        _ design: BallotDesign, dpi: Double
    ) throws(PrintingProblem) -> PagePicture {
        precondition((50...1200).contains(dpi), "dpi is 50 to 1200, got \(dpi)")
        let width = Int((design.paper.width / 25.4 * dpi).rounded())
        let height = Int((design.paper.height / 25.4 * dpi).rounded())
        guard
            let surface = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        else { throw .cannotDraw("no picture of \(width) by \(height)") }
        defer { cairo_surface_destroy(surface) }
        let canvas = try PageCanvas(surface: surface, scale: dpi / 72)
        try draw(PressPage(design), paper: design.paper, on: canvas)
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else {
            throw .cannotDraw("no picture of \(width) by \(height)")
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels = [UInt8](repeating: 255, count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                // Only greys are drawn, so one of the three colours says all.
                pixels[row * width + column] = data[row * stride + column * 4]
            }
        }
        return PagePicture(width: width, height: height, pixels: pixels)
    }

    /// Sets every text of a page without keeping the picture.
    ///
    /// - Returns: the texts as they were set; thrown when one does not fit.
    package static func texts(of design: BallotDesign) throws(PrintingProblem) -> [SetText] {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1) else {
            throw .cannotDraw("no picture")
        }
        defer { cairo_surface_destroy(surface) }
        let canvas = try PageCanvas(surface: surface, scale: 1)
        let typesetter = try Typesetter(canvas: canvas)
        try BallotDrawing(design: design, canvas: canvas, typesetter: typesetter).draw()
        return typesetter.texts
    }

    static func draw(
        _ page: PressPage, paper: BallotPaper, on canvas: PageCanvas
    ) throws(PrintingProblem) {
        canvas.fill(
            PaperZone(left: 0, top: 0, width: paper.width, height: paper.height), grey: 1)
        guard let design = page.design else { return }
        let typesetter = try Typesetter(canvas: canvas)
        try BallotDrawing(design: design, canvas: canvas, typesetter: typesetter).draw()
        for stroke in page.strokes { canvas.line(stroke) }
        try canvas.check()
    }
}
