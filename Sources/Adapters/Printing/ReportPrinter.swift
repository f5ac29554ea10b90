import Ballots
import CCairo
import Primitives
import StationCount

/// Prints a station's report on A5: one part after the other, each as often as copies are wanted.
package enum ReportPrinter {
    /// One report in one language.
    package struct Part: Sendable {
        let rows: [ReportRow]
        /// At the foot of each page.
        let foot: String

        package init(rows: [ReportRow], foot: String) {
            self.rows = rows
            self.foot = foot
        }
    }

    static let width = 148.0
    static let height = 210.0

    /// - Parameters:
    ///   - day: of the election, as the day of making: `2031-05-18`.
    ///   - copies: 1 to 20.
    package static func pdf(
        _ parts: [Part], title: String, day: String, copies: Int
    ) throws(PrintingProblem) -> [UInt8] {
        precondition((1...20).contains(copies), "copies are 1 to 20, got \(copies)")
        let output = ReportOutput()
        let scale = PageCanvas.pointsPerMillimetre
        let surface = cairo_pdf_surface_create_for_stream(
            { keeper, bytes, count in
                guard let keeper, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ReportOutput>.fromOpaque(keeper).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(output).toOpaque(), width * scale, height * scale)
        guard let surface else { throw .cannotDraw("no surface") }
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(day)T00:00:00Z")
        for part in parts {
            for _ in 0..<copies {
                var page = ReportPage(surface: surface, part: part)
                try page.print()
            }
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
private final class ReportOutput {
    var bytes: [UInt8] = []
}

/// Sets the rows of one part, page after page.
private struct ReportPage {
    let surface: OpaquePointer
    let part: ReportPrinter.Part
    private var y = 0.0
    private var number = 0

    private static let left = 12.0
    private static let right = ReportPrinter.width - 12
    private static let top = 12.0
    private static let bottom = ReportPrinter.height - 16
    private static let figures = 20.0

    init(surface: OpaquePointer, part: ReportPrinter.Part) {
        self.surface = surface
        self.part = part
    }

    mutating func print() throws(PrintingProblem) {
        var canvas = try PageCanvas(surface: surface, scale: 1)
        var typesetter = try Typesetter(canvas: canvas)
        number = 1
        y = Self.top
        for (index, row) in part.rows.enumerated() {
            // A heading stays with the first figures under it.
            let next = index + 1 < part.rows.count ? height(part.rows[index + 1], typesetter) : 0
            let needed = height(row, typesetter) + (row.isHeading ? next : 0)
            if y + needed > Self.bottom {
                try finish(canvas, typesetter)
                canvas = try PageCanvas(surface: surface, scale: 1)
                typesetter = try Typesetter(canvas: canvas)
                number += 1
                y = Self.top
            }
            try set(row, on: canvas, typesetter)
            y += height(row, typesetter)
        }
        try finish(canvas, typesetter)
    }

    private func finish(_ canvas: PageCanvas, _ typesetter: Typesetter) throws(PrintingProblem) {
        let zone = PaperZone(
            left: Self.left, top: Self.bottom + 3, width: Self.right - Self.left, height: 8)
        try typesetter.set(
            [Paragraph(text: "\(part.foot) · \(number)", points: 7, grey: 0.2)], in: zone)
        try canvas.check()
        cairo_surface_show_page(surface)
    }

    private func height(_ row: ReportRow, _ typesetter: Typesetter) -> Double {
        switch row {
        case .alarm: 18
        case .title: 10
        case .heading(let text): lines(text, 10.5, typesetter) * 5 + 2
        case .line(let text): lines(text, 8, typesetter) * 3.9 + 0.6
        case .figure(let label, _):
            lines(label, 9.5, typesetter, width: Self.right - Self.left - Self.figures) * 4.6 + 0.8
        case .signature: 12
        case .gap: 3
        }
    }

    /// How many lines a text takes, at most: a guess that never falls short.
    private func lines(
        _ text: String, _ points: Double, _ typesetter: Typesetter,
        width: Double = right - left
    ) -> Double {
        if typesetter.isOneLine(Paragraph(text: text, points: points, bold: true), width: width) {
            return 1
        }
        // Half the type size is a letter's width, less than DejaVu's mean.
        let letters = width / (points * 0.353 * 0.58)
        return (Double(text.count) / letters).rounded(.up) + 1
    }

    private func set(
        _ row: ReportRow, on canvas: PageCanvas, _ typesetter: Typesetter
    ) throws(PrintingProblem) {
        let whole = PaperZone(
            left: Self.left, top: y, width: Self.right - Self.left,
            height: height(row, typesetter))
        switch row {
        case .alarm(let text):
            try typesetter.set(
                [Paragraph(text: text, points: 36, bold: true)], in: whole, flush: .middle)
        case .title(let text):
            try typesetter.set([Paragraph(text: text, points: 16, bold: true)], in: whole)
        case .heading(let text):
            try typesetter.set(
                [Paragraph(text: text, points: 10.5, bold: true)], in: whole, placing: .bottom)
        case .line(let text):
            try typesetter.set([Paragraph(text: text, points: 8)], in: whole)
        case .figure(let label, let number):
            try figure(label, number, in: whole, on: canvas, typesetter)
        case .signature(let text):
            canvas.rule(
                y: whole.bottom - 4.5, from: Self.left, to: Self.left + 85, thickness: 0.2)
            let zone = PaperZone(
                left: Self.left, top: whole.bottom - 4, width: 85, height: 4)
            try typesetter.set([Paragraph(text: text, points: 7)], in: zone)
        case .gap: break
        }
    }

    private func figure(
        _ label: String, _ number: Int, in zone: PaperZone, on canvas: PageCanvas,
        _ typesetter: Typesetter
    ) throws(PrintingProblem) {
        let words = PaperZone(
            left: zone.left, top: zone.top, width: zone.width - Self.figures, height: zone.height)
        try typesetter.set([Paragraph(text: label, points: 9.5)], in: words, placing: .middle)
        let figures = PaperZone(
            left: zone.right - Self.figures, top: zone.top, width: Self.figures,
            height: zone.height)
        try typesetter.set(
            [Paragraph(text: String(number), points: 9.5, bold: true)], in: figures,
            placing: .middle, flush: .right)
        canvas.rule(
            y: zone.bottom, from: zone.left, to: zone.right, thickness: 0.1, grey: 0.6)
    }
}

extension ReportRow {
    fileprivate var isHeading: Bool {
        if case .heading = self { true } else { false }
    }
}
