import Primitives

/// Shares that grow through a day, as steps from hour to hour. A step is drawn from an hour that was
/// reported to the next that was; after the last one there is nothing.
///
/// Places are per cent of the picture's own width, so that letters keep their size on a phone.
struct StepChart {
    struct Point {
        /// After midnight, by the clock on the wall.
        let minute: Int
        let part: Int
        let base: Int
        /// False where not every station reported; such a point is hollow.
        let whole: Bool
    }

    let title: String
    let points: [Point]
    let see: [String]
    let data: Address
    let stamp: [String]

    private static let height = 240
    private static let top = 28

    private var foot: Int { Self.top + Self.height }
    private var stampLines: [String] { stamp.flatMap(PictureText.lines) }

    func html(_ view: View) -> HTML {
        tag("figure") {
            tag("figcaption") { title }
            picture(view)
            tag("ul", .css("see"), Attribute("aria-label", view.say(.whatToSee))) {
                for line in see { tag("li") { line } }
            }
            tag("p", .css("take")) {
                tag("a", .href(data), Attribute("download", "")) { view.say(.dataOfPicture) }
            }
        }
    }

    private func picture(_ view: View) -> HTML {
        tag(
            "svg", .css("plot"), Attribute("role", "img"), Attribute("width", "100%"),
            Attribute("height", "\(foot + 36 + stampLines.count * 20)"),
            Attribute("aria-label", title)
        ) {
            tag("title") { title }
            tag("desc") { (see + stamp).joined(separator: " ") }
            grid(view)
            clocks(view)
            steps
            if let last = points.last { label(last, view) }
            for (place, line) in stampLines.enumerated() {
                tag(
                    "text", .css("minor"), Attribute("x", "0"),
                    Attribute("y", "\(foot + 48 + place * 20)")
                ) { line }
            }
        }
    }

    private func grid(_ view: View) -> HTML {
        var result = HTML()
        for percent in stride(from: 0, through: 100, by: 25) {
            let y = "\(foot - percent * Self.height / 100).5"
            result += tag(
                "line", Attribute("class", percent == 0 ? "axis" : "grid"), Attribute("x1", "0"),
                Attribute("x2", "100%"), Attribute("y1", y), Attribute("y2", y))
            result += tag(
                "text", .css("minor"), Attribute("x", "0"),
                Attribute("y", "\(foot - percent * Self.height / 100 - 4)")
            ) { view.speech.percent("\(percent)") }
        }
        return result
    }

    private var first: Int { points.first?.minute ?? 0 }
    private var span: Int { max(60, (points.last?.minute ?? 0) - first) }

    /// From 12 to 92 per cent of the width: the left is kept for the axis, the right for a figure.
    private func x(_ minute: Int) -> String {
        (Percentage((minute - first) * 80 + span * 12, of: span * 100).text(decimals: 2) ?? "0")
            + "%"
    }

    /// Thousandths of a share, from the foot; whole numbers as everywhere.
    private func y(_ point: Point) -> String {
        guard point.base > 0 else { return "\(foot)" }
        let share = min(1000, point.part * 1000 / point.base)
        return "\(foot - share * Self.height / 1000)"
    }

    /// A clock under every hour, or under every second one where they would touch.
    private func clocks(_ view: View) -> HTML {
        let hours = Array(Set(points.map { $0.minute.flooredQuotient(60) * 60 })).sorted()
        let step = hours.count > 7 ? (hours.count - 1) / 6 + 1 : 1
        let shown = hours.enumerated().filter { $0.offset % step == 0 && $0.element >= first }
        return HTML.joined(
            shown.map { _, hour in
                tag(
                    "text", .css("minor"), Attribute("x", x(hour)),
                    Attribute("y", "\(foot + 20)"), Attribute("text-anchor", "middle")
                ) { String(view.hour(hour).prefix(5)) }
            })
    }

    private var steps: HTML {
        var result = HTML()
        for (from, to) in zip(points, points.dropFirst()) {
            result += tag(
                "line", .css("step"), Attribute("x1", x(from.minute)),
                Attribute("x2", x(to.minute)), Attribute("y1", y(from)), Attribute("y2", y(from)))
            result += tag(
                "line", .css("step"), Attribute("x1", x(to.minute)), Attribute("x2", x(to.minute)),
                Attribute("y1", y(from)), Attribute("y2", y(to)))
        }
        for point in points {
            result += tag(
                "circle", Attribute("class", point.whole ? "dot" : "dot hollow"),
                Attribute("cx", x(point.minute)), Attribute("cy", y(point)), Attribute("r", "5"))
        }
        return result
    }

    private func label(_ point: Point, _ view: View) -> HTML {
        tag(
            "text", .css("value"), Attribute("x", "100%"),
            Attribute("y", "\((Int(y(point)) ?? foot) - 12)"), Attribute("text-anchor", "end")
        ) { view.shareOf(point.part, point.base) }
    }
}
