import Ballots
import CCairo

/// One paragraph in one size.
struct Paragraph {
    var text: String
    /// Type size in points.
    var points: Double
    var bold = false
    /// 0 is black, 1 is white.
    var grey = 0.0
    /// Space above it, in millimetres.
    var above = 0.0
    /// A colour instead of the grey.
    var ink: Ink?
    /// Of a document rather than a ballot: long words break anywhere, and a letter that the typeface
    /// lacks is borrowed from another one, so that a proof can show what is wrong.
    var isPlain = false
}

/// A text as it was set.
package struct SetText: Hashable, Sendable {
    package let text: String
    /// Type size in points after shrinking.
    package let points: Double
    /// Of the size that was asked for.
    package let percent: Int
    /// 0 is black, 1 is white.
    package let grey: Double
    package let lines: Int
}

enum Placing { case top, middle, bottom }
enum Flush { case left, right, middle }

/// Sets text into zones and refuses what does not fit, so that print never runs into a target or a
/// timing mark.
final class Typesetter {
    private let canvas: PageCanvas
    private let pango: OpaquePointer
    /// Everything set so far, for the proof.
    private(set) var texts: [SetText] = []
    private static let family = "DejaVu Sans"
    /// Type is made smaller down to this part of its size before a text is refused.
    private static let smallest = 0.8

    init(canvas: PageCanvas) throws(PrintingProblem) {
        self.canvas = canvas
        pango = pango_cairo_create_context(canvas.context)
        // No hinting and no rounding: the picture breaks its lines exactly where the print does.
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(pango, options)
        cairo_font_options_destroy(options)
        pango_cairo_context_set_resolution(pango, 72)
        pango_context_set_round_glyph_positions(pango, 0)
        try requireFont()
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pango)) }

    /// Another family would be taken silently, and the paper would look different on every machine.
    private func requireFont() throws(PrintingProblem) {
        let wanted = pango_font_description_from_string("\(Self.family) 10")
        defer { pango_font_description_free(wanted) }
        guard let font = pango_context_load_font(pango, wanted) else {
            throw .fontMissing(Self.family)
        }
        defer { g_object_unref(UnsafeMutableRawPointer(font)) }
        let found = pango_font_describe(font)
        defer { pango_font_description_free(found) }
        guard let name = pango_font_description_get_family(found),
            String(cString: name) == Self.family
        else { throw .fontMissing(Self.family) }
    }

    /// Sets paragraphs below one another; all shrink together when they are too high.
    func set(
        _ paragraphs: [Paragraph], in zone: PaperZone, placing: Placing = .top,
        flush: Flush = .left
    ) throws(PrintingProblem) {
        try set([(paragraphs, zone)], placing: placing, flush: flush)
    }

    typealias Column = (paragraphs: [Paragraph], zone: PaperZone)

    /// Sets texts that belong together into zones beside one another, all in one size.
    ///
    /// - Parameter largest: part of the full size to begin with, from `scale(of:)`.
    func set(
        _ columns: [Column], placing: Placing, flush: Flush = .left, largest: Double = 1
    ) throws(PrintingProblem) {
        let (scale, blocks) = try fitted(columns, flush, largest)
        for (lines, column) in zip(blocks, columns) {
            draw(lines, in: column.zone, placing: placing)
            note(column.paragraphs, lines, scale)
        }
    }

    /// The part of their full size at which all these texts fit into their zones.
    func scale(of columns: [Column]) throws(PrintingProblem) -> Double {
        try fitted(columns, .left, 1).scale
    }

    private func fitted(
        _ columns: [Column], _ flush: Flush, _ largest: Double
    ) throws(PrintingProblem) -> (scale: Double, blocks: [[TextBlock]]) {
        var scale = largest
        while true {
            let blocks = columns.map { column in
                column.paragraphs.map { TextBlock($0, pango, column.zone.width, scale, flush) }
            }
            for (lines, column) in zip(blocks, columns) {
                for (line, paragraph) in zip(lines, column.paragraphs)
                where line.unknownLetters > 0 && !paragraph.isPlain {
                    throw .letterMissing(paragraph.text)
                }
            }
            let narrow = zip(blocks, columns).filter { !Self.fits($0, in: $1.zone) }
            if narrow.isEmpty { return (scale, blocks) }
            scale -= 0.02
            guard scale >= Self.smallest else {
                throw .textDoesNotFit(
                    narrow[0].1.paragraphs.map(\.text).joined(separator: " / "))
            }
        }
    }

    private static func fits(_ lines: [TextBlock], in zone: PaperZone) -> Bool {
        lines.reduce(0) { $0 + $1.height + $1.above } <= zone.height + 0.001
            && !lines.contains { $0.width > zone.width + 0.001 }
    }

    private func note(_ paragraphs: [Paragraph], _ lines: [TextBlock], _ scale: Double) {
        for (paragraph, line) in zip(paragraphs, lines) {
            texts.append(
                SetText(
                    text: paragraph.text, points: paragraph.points * scale,
                    percent: Int((scale * 100).rounded()), grey: paragraph.grey,
                    lines: line.lineCount))
        }
    }

    /// Height of paragraphs below one another at full size, in millimetres.
    func height(of paragraphs: [Paragraph], width: Double) -> Double {
        paragraphs.reduce(0) { total, paragraph in
            let line = TextBlock(paragraph, pango, width, 1, .left)
            return total + line.height + line.above
        }
    }

    /// True when the paragraph stays on one line at its full size.
    func isOneLine(_ paragraph: Paragraph, width: Double) -> Bool {
        TextBlock(paragraph, pango, width, 1, .left).lineCount == 1
    }

    private func draw(_ lines: [TextBlock], in zone: PaperZone, placing: Placing) {
        let height = lines.reduce(0) { $0 + $1.height + $1.above }
        var top: Double
        switch placing {
        case .top: top = zone.top
        case .middle: top = zone.top + (zone.height - height) / 2
        case .bottom: top = zone.bottom - height
        }
        for line in lines {
            top += line.above
            canvas.show(line.layout, left: zone.left, top: top, ink: line.ink)
            top += line.height
        }
    }
}

/// A paragraph broken into lines; extents in millimetres.
private final class TextBlock {
    let layout: OpaquePointer
    let width: Double
    let height: Double
    let above: Double
    let ink: Ink
    let lineCount: Int
    let unknownLetters: Int

    init(
        _ paragraph: Paragraph, _ pango: OpaquePointer, _ room: Double, _ scale: Double,
        _ flush: Flush
    ) {
        layout = pango_layout_new(pango)
        let unit = Double(PANGO_SCALE)
        let font = pango_font_description_from_string("DejaVu Sans")
        pango_font_description_set_weight(
            font, paragraph.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(
            font, (paragraph.points * scale * unit).rounded())
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(
            layout, Int32(room * PageCanvas.pointsPerMillimetre * unit))
        pango_layout_set_wrap(
            layout, paragraph.isPlain ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
        switch flush {
        case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        case .middle: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        }
        // A letter that the typeface lacks is reported, not borrowed from another one.
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_fallback_new(paragraph.isPlain ? 1 : 0))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_text(layout, paragraph.text, -1)
        var printed = PangoRectangle()
        var nominal = PangoRectangle()
        pango_layout_get_extents(layout, &printed, &nominal)
        let millimetres = 1 / unit / PageCanvas.pointsPerMillimetre
        width = Double(max(printed.width, nominal.width)) * millimetres
        height = Double(nominal.height) * millimetres
        above = paragraph.above * scale
        ink = paragraph.ink ?? .grey(paragraph.grey)
        lineCount = Int(pango_layout_get_line_count(layout))
        unknownLetters = Int(pango_layout_get_unknown_glyphs_count(layout))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
}
