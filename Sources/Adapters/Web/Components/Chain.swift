/// Where a page stands between the whole and the smallest piece of evidence. The same on every page.
package struct Chain: Sendable {
    private let above: [(text: String, route: Route)]
    private let here: String
    private let below: [String]

    /// - Parameters:
    ///   - above: steps from the whole down to here, each with its page.
    ///   - below: what can still be opened further down, in words.
    package init(_ above: [(String, Route)], here: String, below: [String] = []) {
        self.above = above.map { (text: $0.0, route: $0.1) }
        self.here = here
        self.below = below
    }

    package func html(_ view: View) -> HTML {
        tag("nav", .css("chain"), Attribute("aria-label", view.say(.whereYouStand))) {
            tag("ol") {
                for step in above { tag("li") { view.link(step.route, step.text) } }
                tag("li") { tag("span", Attribute("aria-current", "page")) { here } }
                for text in below {
                    tag("li") { tag("span", .css("below")) { text } }
                }
            }
        }
    }
}
