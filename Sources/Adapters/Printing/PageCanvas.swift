import Ballots
import CCairo

/// A page to draw on, in millimetres from the top left corner; vector or picture, the same calls.
final class PageCanvas {
    let context: OpaquePointer
    /// Points of print are the unit underneath, so that type sizes are what they say.
    static let pointsPerMillimetre = 72 / 25.4

    /// - Parameter scale: units of the surface in one point.
    init(surface: OpaquePointer, scale: Double) throws(PrintingProblem) {
        context = cairo_create(surface)
        cairo_scale(context, scale, scale)
        try check()
    }

    deinit { cairo_destroy(context) }

    func check() throws(PrintingProblem) {
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .cannotDraw(String(cString: cairo_status_to_string(status)))
        }
    }

    private func points(_ millimetres: Double) -> Double {
        millimetres * Self.pointsPerMillimetre
    }

    /// - Parameter grey: 0 is black, 1 is white.
    private func ink(_ grey: Double) { choose(.grey(grey)) }

    private func choose(_ ink: Ink) {
        cairo_set_source_rgb(context, ink.red, ink.green, ink.blue)
    }

    func fill(_ zone: PaperZone, grey: Double = 0) {
        ink(grey)
        cairo_rectangle(
            context, points(zone.left), points(zone.top), points(zone.width), points(zone.height))
        cairo_fill(context)
    }

    /// A horizontal rule whose middle is at `y`.
    func rule(y: Double, from left: Double, to right: Double, thickness: Double, grey: Double = 0) {
        fill(
            PaperZone(
                left: left, top: y - thickness / 2, width: right - left, height: thickness),
            grey: grey)
    }

    /// An ellipse that touches the sides of the zone; the outline lies inside it.
    func ellipse(in zone: PaperZone, outline: Double?, grey: Double = 0) {
        let inset = (outline ?? 0) / 2
        let middle = zone.middle
        cairo_save(context)
        cairo_translate(context, points(middle.x), points(middle.y))
        cairo_scale(context, points(zone.width / 2 - inset), points(zone.height / 2 - inset))
        cairo_new_path(context)
        cairo_arc(context, 0, 0, 1, 0, 2 * Double.pi)
        cairo_restore(context)
        ink(grey)
        if let outline {
            cairo_set_line_width(context, points(outline))
            cairo_stroke(context)
        } else {
            cairo_fill(context)
        }
    }

    /// A rectangle; the outline lies inside the zone.
    func box(_ zone: PaperZone, outline: Double?, ink colour: Ink = .black) {
        guard let outline else { return fill(zone) }
        choose(colour)
        cairo_rectangle(
            context, points(zone.left + outline / 2), points(zone.top + outline / 2),
            points(zone.width - outline), points(zone.height - outline))
        cairo_set_line_width(context, points(outline))
        cairo_stroke(context)
    }

    /// Straight above and below, half a circle at each end.
    func pill(in zone: PaperZone, outline: Double?) {
        let inset = (outline ?? 0) / 2
        let radius = zone.height / 2 - inset
        let middle = points(zone.middle.y)
        let quarter = Double.pi / 2
        cairo_new_path(context)
        cairo_arc(
            context, points(zone.right - zone.height / 2), middle, points(radius), -quarter,
            quarter)
        cairo_arc(
            context, points(zone.left + zone.height / 2), middle, points(radius), quarter,
            3 * quarter)
        cairo_close_path(context)
        choose(.black)
        if let outline {
            cairo_set_line_width(context, points(outline))
            cairo_stroke(context)
        } else {
            cairo_fill(context)
        }
    }

    /// A broken line with round ends and corners.
    func line(_ stroke: PenStroke) {
        guard let first = stroke.points.first else { return }
        choose(.grey(stroke.grey))
        cairo_set_line_width(context, points(stroke.width))
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_move_to(context, points(first.x), points(first.y))
        for point in stroke.points.dropFirst() {
            cairo_line_to(context, points(point.x), points(point.y))
        }
        cairo_stroke(context)
    }

    /// Dark cells of a code; neighbours in a row are drawn as one, so that no seam shows.
    func cells(_ matrix: CodeMatrix, in zone: PaperZone) {
        let cell = zone.width / Double(matrix.size)
        ink(0)
        for row in 0..<matrix.size {
            var column = 0
            while column < matrix.size {
                let start = column
                while column < matrix.size, matrix[row, column] { column += 1 }
                if column > start {
                    cairo_rectangle(
                        context, points(zone.left + Double(start) * cell),
                        points(zone.top + Double(row) * cell),
                        points(Double(column - start) * cell), points(cell))
                }
                column += 1
            }
        }
        cairo_fill(context)
    }

    func show(_ layout: OpaquePointer, left: Double, top: Double, ink: Ink) {
        choose(ink)
        cairo_move_to(context, points(left), points(top))
        pango_cairo_show_layout(context, layout)
    }
}

/// A colour of print. Ballots have greys alone; a proof writes on them in blue.
struct Ink: Hashable {
    let red: Double
    let green: Double
    let blue: Double

    static let black = grey(0)
    /// Of the proof's remarks: 8.6 to 1 against white.
    static let remark = Ink(red: 0.05, green: 0.25, blue: 0.65)

    /// - Parameter grey: 0 is black, 1 is white.
    static func grey(_ grey: Double) -> Ink { Ink(red: grey, green: grey, blue: grey) }
}
