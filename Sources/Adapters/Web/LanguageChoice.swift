import Primitives

/// The page at a site's root, on which a language is chosen.
struct LanguageChoice {
    let name: LocalizedText
    let notice: LocalizedText?
    /// Where a choice leads.
    let front: Route

    var document: String {
        tag("html", .lang("en")) {
            tag("head") {
                void("meta", Attribute("charset", "utf-8"))
                void(
                    "meta", Attribute("name", "viewport"),
                    Attribute("content", "width=device-width, initial-scale=1"))
                tag("title") { name.en }
                void(
                    "link", Attribute("rel", "stylesheet"),
                    .href(Address(site: Stylesheet.path, root: "")))
                void(
                    "link", Attribute("rel", "icon"),
                    .href(Address(site: Stylesheet.iconPath, root: "")))
            }
            tag("body") {
                if let notice {
                    tag("div", .css("band"), Attribute("role", "note")) {
                        Standing.doubt.shape
                        tag("div") {
                            for language in Language.allCases {
                                tag("p", .lang(language.rawValue)) { notice[language] }
                            }
                        }
                    }
                }
                tag("main", .id("main")) {
                    tag("h1") { name.en }
                    tag("nav", Attribute("aria-label", Speech(.english).say(.chooseLanguage))) {
                        tag("ul", .css("contents")) {
                            for language in Language.allCases { tag("li") { entrance(language) } }
                        }
                    }
                }
            }
        }.document
    }

    private func entrance(_ language: Language) -> HTML {
        tag(
            "a", .lang(language.rawValue),
            .href(Address(site: "\(language.rawValue)/\(front.path)", root: ""))
        ) {
            tag("span", .css("no")) { language.rawValue }
            tag("span", .css("verb")) { language.ownName }
            tag("span", .css("question")) { name[language] }
        }
    }
}
