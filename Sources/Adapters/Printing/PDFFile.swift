import CCairo

/// What a PDF says of itself.
struct PDFAbout {
    let title: String
    let subject: String
    /// As its day of making: `2021-01-10`.
    let day: String
}

/// Writes pages into a PDF.
enum PDFFile {
    /// - Parameter pages: what is on each, with its size in millimetres.
    static func make<Page>(
        _ about: PDFAbout, pages: [(content: Page, width: Double, height: Double)],
        draw: (Page, PageCanvas) throws(PrintingProblem) -> Void
    ) throws(PrintingProblem) -> [UInt8] {
        let output = PDFOutput()
        let scale = PageCanvas.pointsPerMillimetre
        let keeper = Unmanaged.passUnretained(output).toOpaque()
        guard let first = pages.first else { throw .cannotDraw("there is no page") }
        let surface = cairo_pdf_surface_create_for_stream(
            { keeper, bytes, count in
                guard let keeper, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<PDFOutput>.fromOpaque(keeper).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, keeper, first.width * scale, first.height * scale)
        guard let surface else { throw .cannotDraw("no surface") }
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, about.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, about.subject)
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(about.day)T00:00:00Z")
        for (index, page) in pages.enumerated() {
            // Without a page shown the surface ends its only page itself, byte for byte as always.
            if index > 0 {
                cairo_surface_show_page(surface)
                cairo_pdf_surface_set_size(surface, page.width * scale, page.height * scale)
            }
            let canvas = try PageCanvas(surface: surface, scale: 1)
            try draw(page.content, canvas)
        }
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .cannotDraw(String(cString: cairo_status_to_string(status)))
        }
        return output.bytes
    }
}

/// Collects what the PDF writer hands out.
private final class PDFOutput {
    var bytes: [UInt8] = []
}
