/// Patterns in the colour of the page, to be laid over a bar or an area.
///
/// They stand once on a page, in a drawing of no size; one that is not displayed would not be found.
enum Patterns {
    /// Lines, over the bars of preliminary figures.
    static let stripes = Attribute("fill", "url(#stripes)")
    /// Dots, over areas that are less than the legend's full colour says.
    static let dots = Attribute("fill", "url(#dots)")

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
            tag(
                "pattern", .id("dots"), Attribute("width", "14"), Attribute("height", "14"),
                Attribute("patternUnits", "userSpaceOnUse")
            ) {
                tag(
                    "circle", .css("stripe"), Attribute("cx", "7"), Attribute("cy", "7"),
                    Attribute("r", "4"))
            }
        }
    }
}
