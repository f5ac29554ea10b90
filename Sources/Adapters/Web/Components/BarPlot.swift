import Primitives

/// Shares as bars from zero, one below the other, with the limit that the rule sets.
///
/// Lengths are per cent of the picture's own width, so that letters keep their size on a phone.
package struct BarPlot: Sendable {
    package struct Bar: Sendable {
        let key: Key
        let name: String
        let votes: Int
    }

    let title: String
    /// Of what the bars are shares.
    let base: Int
    let baseText: String
    let bars: [Bar]
    /// Per cent that must be passed, and what that means.
    var limit: (percent: Int, text: String)?
    /// The things to see in the picture, for those who cannot see it and for those who can.
    let see: [String]
    let data: Address
    /// Stands inside the picture, so that a piece cut out of it still says what it is.
    let stamp: String
    /// A word beside every bar, so that even one bar cut out of the picture carries it.
    var mark: String?
    /// True for bars in stripes, as preliminary figures have them; final ones are full. The page
    /// has the pattern, once; see ``Patterns``.
    var striped = false

    private static let rowHeight = 56

    private var longest: Int {
        let shares = bars.map { base > 0 ? $0.votes * 100 / base : 0 }
        return min(100, (max(shares.max() ?? 0, limit?.percent ?? 0) + 14) / 10 * 10)
    }

    private var stampLines: [String] { PictureText.lines(stamp) }
    private var top: Int { limit == nil ? 8 : 32 }
    private var foot: Int { top + bars.count * Self.rowHeight }

    package func html(_ view: View) -> HTML {
        tag("figure") {
            tag("figcaption") {
                title
                tag("p", .css("small soft")) { baseText }
            }
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
            Attribute("height", "\(foot + 32 + stampLines.count * 20)"),
            Attribute("aria-label", title)
        ) {
            tag("title") { title }
            tag("desc") {
                (see + [baseText, stampLines.joined(separator: " ")]).joined(separator: " ")
            }
            axis(view)
            for (row, bar) in bars.enumerated() { draw(bar, at: top + row * Self.rowHeight, view) }
            if let limit { line(limit) }
            for (line, part) in stampLines.enumerated() {
                text(0, foot + 44 + line * 20, part, "minor")
            }
        }
    }

    private func axis(_ view: View) -> HTML {
        let step = longest > 50 ? 20 : 10
        var result = HTML()
        for tick in stride(from: 0, through: longest, by: step) {
            let x = place(tick, of: 100)
            result += tag(
                "line", Attribute("class", tick == 0 ? "axis" : "grid"), Attribute("x1", x),
                Attribute("x2", x), Attribute("y1", "\(top)"), Attribute("y2", "\(foot)"))
            let anchor = tick == 0 ? "start" : "middle"
            result += tag(
                "text", .css("minor"), Attribute("x", x), Attribute("y", "\(foot + 18)"),
                Attribute("text-anchor", anchor)
            ) { view.speech.percent("\(tick)") }
        }
        return result
    }

    private func draw(_ bar: Bar, at y: Int, _ view: View) -> HTML {
        let name = bar.name.count > 30 ? bar.name.prefix(29) + "…" : bar.name
        return tag(
            "rect", bar.key.fill, Attribute("x", "0.5"), Attribute("y", "\(y + 4).5"),
            Attribute("width", "20"), Attribute("height", "20"))
            + tag(
                "text", bar.key.digit, Attribute("x", "10.5"), Attribute("y", "\(y + 20)"),
                Attribute("text-anchor", "middle")
            ) { "\(bar.key.number)" }
            + text(28, y + 20, name, "name")
            + tag(
                "text", .css("value"), Attribute("x", "100%"), Attribute("y", "\(y + 20)"),
                Attribute("text-anchor", "end")
            ) { view.speech.careful(bar.votes, of: base) }
            + tag(
                "rect", bar.key.fill, Attribute("x", "0"), Attribute("y", "\(y + 30).5"),
                Attribute("width", place(bar.votes, of: base)), Attribute("height", "16"))
            + overlay(bar, at: y)
    }

    private func overlay(_ bar: Bar, at y: Int) -> HTML {
        var result = HTML()
        if striped {
            result += tag(
                "rect", Patterns.stripes, Attribute("x", "0"),
                Attribute("y", "\(y + 30).5"), Attribute("width", place(bar.votes, of: base)),
                Attribute("height", "16"))
        }
        if let mark {
            result += tag(
                "text", .css("minor"), Attribute("x", "100%"), Attribute("y", "\(y + 43)"),
                Attribute("text-anchor", "end")
            ) { mark }
        }
        return result
    }

    private func line(_ limit: (percent: Int, text: String)) -> HTML {
        let x = place(limit.percent, of: 100)
        return tag(
            "line", .css("limit"), Attribute("x1", x), Attribute("x2", x),
            Attribute("y1", "\(top - 6)"), Attribute("y2", "\(foot)"))
            + tag(
                "text", Attribute("x", x), Attribute("y", "\(top - 14)"),
                Attribute("text-anchor", limit.percent * 2 > longest ? "end" : "start")
            ) { limit.text }
    }

    private func text(_ x: Int, _ y: Int, _ text: String, _ css: String) -> HTML {
        tag(
            "text", Attribute("class", css), Attribute("x", "\(x)"), Attribute("y", "\(y)")
        ) { text }
    }

    /// Per cent of the width that the longest bar may take; the rest is kept for figures and words.
    private var reach: Int { mark == nil ? 80 : 68 }

    /// Per cent of the picture's width that a share takes.
    private func place(_ part: Int, of base: Int) -> String {
        (Percentage(part * reach, of: base * longest).text(decimals: 3) ?? "0") + "%"
    }
}
