/// A piece of a page. Text can only enter escaped: the one way past the escaping is a name written
/// in our own source, which `StaticString` makes certain.
package struct HTML: Hashable, Sendable {
    package private(set) var source: String

    package init() { source = "" }

    /// Text of any origin.
    package init(text: String) { source = Self.escaped(text) }

    fileprivate init(trusted source: String) { self.source = source }

    package var isEmpty: Bool { source.isEmpty }

    package static func += (left: inout HTML, right: HTML) { left.source += right.source }
    package static func + (left: HTML, right: HTML) -> HTML {
        HTML(trusted: left.source + right.source)
    }

    /// The pieces one behind the other, with text between them.
    package static func joined(_ pieces: [HTML], by separator: String = "") -> HTML {
        HTML(trusted: pieces.map(\.source).joined(separator: escaped(separator)))
    }

    /// A whole document.
    package var document: String { "<!DOCTYPE html>\n" + source + "\n" }

    /// `&`, `<`, `>` and both quotes are written as entities; control characters and those that
    /// turn the direction of the text become the replacement character.
    static func escaped(_ text: String) -> String {
        let plain = text.utf8.allSatisfy { byte in
            (0x20..<0x7F).contains(byte) && byte != 0x26 && byte != 0x3C && byte != 0x3E
                && byte != 0x22 && byte != 0x27
        }
        if plain { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            default:
                let hostile =
                    scalar.value < 0x20 || scalar.value == 0x7F
                    || (0x202A...0x202E).contains(scalar.value)
                    || (0x2066...0x2069).contains(scalar.value)
                result.unicodeScalars.append(hostile ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }
}

/// One attribute of an element; its value is escaped.
package struct Attribute: Hashable, Sendable {
    fileprivate let source: String

    package init(_ name: StaticString, _ value: String) {
        precondition(!["href", "src", "action"].contains("\(name)"), "\(name) takes an Address")
        self.init(checked: name, value)
    }

    private init(checked name: StaticString, _ value: String) {
        source = " \(name)=\"\(HTML.escaped(value))\""
    }

    package static func css(_ name: StaticString) -> Attribute { Attribute("class", "\(name)") }
    /// Addresses are made only of checked parts, so that no script can hide in one.
    package static func href(_ address: Address) -> Attribute {
        Attribute(checked: "href", address.text)
    }
    package static func src(_ address: Address) -> Attribute {
        Attribute(checked: "src", address.text)
    }
    package static func action(_ address: Address) -> Attribute {
        Attribute(checked: "action", address.text)
    }
    package static func id(_ name: String) -> Attribute { Attribute("id", name) }
    package static func lang(_ name: String) -> Attribute { Attribute("lang", name) }
}

/// An element with what stands in it.
package func tag(
    _ name: StaticString, _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
    let list = attributes.compactMap { $0?.source }.joined()
    return HTML(trusted: "<\(name)\(list)>\(content().source)</\(name)>")
}

/// An element that has no inside, such as a picture.
package func void(_ name: StaticString, _ attributes: Attribute?...) -> HTML {
    HTML(trusted: "<\(name)\(attributes.compactMap { $0?.source }.joined())>")
}

/// Collects pieces and texts, in the order written.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ piece: HTML) -> HTML { piece }
    package static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
    package static func buildBlock(_ pieces: HTML...) -> HTML { .joined(pieces) }
    package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? HTML() }
    package static func buildEither(first piece: HTML) -> HTML { piece }
    package static func buildEither(second piece: HTML) -> HTML { piece }
    package static func buildArray(_ pieces: [HTML]) -> HTML { .joined(pieces) }
}
