/// How something stands: a shape, then a word, then a colour, so that no one of them is needed.
package enum Standing: Sendable {
    /// It holds, it is there, it is done.
    case good
    /// It does not add up, it is missing, it differs.
    case bad
    /// A person must look, or has not yet.
    case doubt
    /// It was not looked at.
    case quiet

    private var css: String {
        switch self {
        case .good: "good"
        case .bad: "bad"
        case .doubt: "doubt"
        case .quiet: "quiet"
        }
    }

    /// A mark of sixteen pixels; the word beside it says the same, so readers aloud pass it over.
    package var shape: HTML {
        tag(
            "svg", Attribute("width", "16"), Attribute("height", "16"),
            Attribute("viewBox", "0 0 16 16"), Attribute("aria-hidden", "true"),
            Attribute("focusable", "false")
        ) {
            switch self {
            case .good:
                path("M2 8.5 L6.5 13 L14 3.5", fill: "none")
            case .bad:
                path("M8 1 L15 8 L8 15 L1 8 Z", fill: "currentColor")
            case .doubt:
                path("M8 2 L15 14 L1 14 Z", fill: "none")
            case .quiet:
                path("M3 8 L13 8", fill: "none")
            }
        }
    }

    private func path(_ line: String, fill: String) -> HTML {
        tag(
            "path", Attribute("d", line), Attribute("fill", fill),
            Attribute("stroke", "currentColor"), Attribute("stroke-width", "2"))
    }

    package func badge(_ word: String) -> HTML {
        tag("span", Attribute("class", "status \(css)")) {
            shape
            tag("span", .css("word")) { word }
        }
    }
}
