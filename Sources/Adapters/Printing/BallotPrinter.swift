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

/// Turns a design into a file for the press, or into a picture of the empty paper.
package enum BallotPrinter {
    /// A PDF with one page for each layout, in the paper's own size. Same design, same bytes.
    package static func pdf(_ design: BallotDesign) throws(PrintingProblem) -> [UInt8] {
        let output = PDFOutput()
        let scale = PageCanvas.pointsPerMillimetre
        let keeper = Unmanaged.passUnretained(output).toOpaque()
        let surface = cairo_pdf_surface_create_for_stream(
            { keeper, bytes, count in
                guard let keeper, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<PDFOutput>.fromOpaque(keeper).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, keeper, design.paper.width * scale, design.paper.height * scale)
        guard let surface else { throw .cannotDraw("no surface") }
        defer { cairo_surface_destroy(surface) }
        let day = design.definition.day.text
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_TITLE, design.definition.name.en)
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_SUBJECT, "Ballot \(design.layouts[0].id), \(day)")
        // The day of the election, not of the printing: the file is the same whenever it is made.
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(day)T00:00:00Z")
        try draw(design, on: surface, scale: 1)
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .cannotDraw(String(cString: cairo_status_to_string(status)))
        }
        return output.bytes
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
        try draw(design, on: surface, scale: dpi / 72)
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

    private static func draw(
        _ design: BallotDesign, on surface: OpaquePointer, scale: Double
    ) throws(PrintingProblem) {
        let canvas = try PageCanvas(surface: surface, scale: scale)
        canvas.fill(
            PaperZone(left: 0, top: 0, width: design.paper.width, height: design.paper.height),
            grey: 1)
        let typesetter = try Typesetter(canvas: canvas)
        try BallotDrawing(design: design, canvas: canvas, typesetter: typesetter).draw()
    }
}

/// Collects what the PDF writer hands out.
private final class PDFOutput {
    var bytes: [UInt8] = []
}
