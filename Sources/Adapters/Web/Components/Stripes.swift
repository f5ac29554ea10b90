/// Thin lines in the colour of the page, to be laid over a bar or an area: `url(#stripes)`.
///
/// Stands once on a page, in a drawing of no size; one that is not displayed would not be found.
enum Stripes {
    static let fill = Attribute("fill", "url(#stripes)")

    static let html = tag(
        "svg", .css("hidden"), Attribute("width", "0"), Attribute("height", "0"),
        Attribute("aria-hidden", "true"), Attribute("focusable", "false")
    ) {
        tag("defs") {
            tag(
                "pattern", .id("stripes"), Attribute("width", "8"), Attribute("height", "8"),
                Attribute("patternUnits", "userSpaceOnUse"),
                Attribute("patternTransform", "rotate(45)")
            ) {
                tag("rect", .css("stripe"), Attribute("width", "3"), Attribute("height", "8"))
            }
        }
    }
}
