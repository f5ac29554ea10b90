/// The mark of an option: its number in ballot order on a colour. The colours are told apart by
/// readers who see few of them and favour nobody; the number prints.
///
/// Source of the choice: blue, orange, sky and purple of Okabe and Ito, "Color Universal Design",
/// 2008, moved in lightness, and greys; their red and green are left out.
package struct Key: Sendable {
    /// 1 for the first option on the paper.
    package let number: Int

    package init(_ number: Int) { self.number = number }

    private var shade: Int { (number - 1) % 8 + 1 }
    private var light: Bool { ![1, 4, 7].contains(shade) }

    package var html: HTML {
        tag("span", Attribute("class", "key k\(shade)"), Attribute("aria-hidden", "true")) {
            "\(number)"
        }
    }

    /// The key with the option's name.
    package func named(_ name: String) -> HTML {
        tag("span", .css("option")) {
            html
            tag("span") { name }
        }
    }

    var fill: Attribute { Attribute("class", "bar f\(shade)") }
    var digit: Attribute { Attribute("class", light ? "mark on-light" : "mark on-dark") }
}
