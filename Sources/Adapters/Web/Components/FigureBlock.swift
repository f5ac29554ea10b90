import Primitives

/// One figure with everything that it may not be printed without.
package struct FigureBlock: Sendable {
    /// As printed, with its signs.
    var value: String
    var label: String
    /// What the share is of, or what was counted.
    var base: String?
    /// `12 of 12 stations`.
    var coverage: String?
    /// Machine or hand, preliminary or final.
    var series: String?
    /// Opens the chain one step down.
    var how: Route?
    var fragment: String?
    /// When it was known, where that is not the close of the last station.
    var asOf: Instant?

    package func html(_ view: View) -> HTML {
        tag("div", .css("figure")) {
            tag("p", .css("figure-value")) { value }
            tag("p", .css("figure-label")) { label }
            tag("ul", .css("facts")) {
                for fact in [base, coverage, series, view.asOf(asOf)].compactMap({ $0 }) {
                    tag("li") { fact }
                }
                if let how {
                    tag("li") {
                        tag("a", .href(view.address(how, fragment: fragment))) {
                            view.say(.howWeKnow)
                            tag("span", .css("hidden")) { ": " + label }
                        }
                    }
                }
            }
        }
    }

    package static func row(_ figures: [FigureBlock], _ view: View) -> HTML {
        tag("div", .css("figures")) { HTML.joined(figures.map { $0.html(view) }) }
    }
}

extension View {
    /// `As of 18 May 2031, 20:00 (UTC+05:00)`, the close of the last station unless another moment
    /// is given; nil when the record does not say.
    package func asOf(_ moment: Instant? = nil) -> String? {
        (moment ?? frame.asOf).map {
            say(.asOf, speech.moment($0, zoneMinutes: frame.zoneMinutes))
        }
    }
}
