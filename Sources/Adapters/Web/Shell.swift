import Cryptography
import Elections
import Ledger
import Primitives

/// What a page says between the shell's head and foot.
package struct Page: Sendable {
    /// For the window; the heading says it on the page.
    package var title: String
    package var chain: Chain?
    package var body: HTML

    package init(title: String, chain: Chain?, @HTMLBuilder body: () -> HTML) {
        self.title = title
        self.chain = chain
        self.body = body()
    }
}

/// The frame around every page: where one is, the nine chapters, the languages, the notice, and at
/// the foot what the page was made from.
package struct Shell: Sendable {
    let view: View

    package init(_ view: View) { self.view = view }

    package func document(_ page: Page) -> String {
        tag("html", .lang(view.language.rawValue)) {
            head(page)
            tag("body") {
                tag("a", .css("skip"), .href(Address(fragment: "main"))) { view.say(.skip) }
                if view.frame.live != nil { Patterns.html }
                bands
                top
                if view.frame.live?.isStatic == false { freshness }
                tag("div", .css("body")) {
                    if let live = view.frame.live { livePages(live) } else { chapters }
                    tag(
                        "main", .id("main"), Attribute("tabindex", "-1"),
                        view.frame.live.map { Attribute("data-act", "\($0.act)") }
                    ) {
                        page.chain?.html(view) ?? HTML()
                        page.body
                    }
                }
                if let live = view.frame.live { liveFoot(live) } else { foot }
            }
        }.document
    }

    private func head(_ page: Page) -> HTML {
        tag("head") {
            void("meta", Attribute("charset", "utf-8"))
            void(
                "meta", Attribute("name", "viewport"),
                Attribute("content", "width=device-width, initial-scale=1"))
            tag("title") { "\(page.title) – \(view.say(view.frame.name))" }
            void(
                "link", Attribute("rel", "stylesheet"), .href(view.address(shared: Stylesheet.path))
            )
            void("link", Attribute("rel", "icon"), .href(view.address(shared: Stylesheet.iconPath)))
            if view.frame.live?.isStatic == false {
                tag("script", .src(view.address(shared: LiveScript.path)), Attribute("defer", ""))
            }
            for other in Language.allCases where other != view.language {
                void(
                    "link", Attribute("rel", "alternate"), Attribute("hreflang", other.rawValue),
                    .href(view.address(in: other)))
            }
        }
    }

    private var bands: HTML {
        var result = HTML()
        if let notice = view.frame.notice {
            result += tag("div", .css("band"), Attribute("role", "note")) {
                Standing.doubt.shape
                tag("p") { view.say(notice) }
            }
        }
        if view.frame.failed > 0 {
            result += tag("div", .css("band band-bad"), Attribute("role", "note")) {
                Standing.bad.shape
                tag("p") {
                    view.say(
                        .recordDoesNotVerify, view.number(view.frame.failed),
                        view.number(view.frame.steps))
                    " "
                    view.link(.verify, view.say(.seeWhich))
                }
            }
        }
        return result
    }

    private var top: HTML {
        tag("header", .css("top")) {
            tag("a", .css("brand"), .href(view.address(view.frame.live?.front ?? .front))) {
                void(
                    "img", .src(view.address(shared: Stylesheet.iconPath)), Attribute("alt", ""),
                    Attribute("width", "24"), Attribute("height", "24"))
                tag("span") { view.say(view.frame.name) }
            }
            tag("nav", Attribute("aria-label", view.say(.languages))) {
                tag("ul", .css("languages")) {
                    for language in Language.allCases { tag("li") { choice(language) } }
                }
            }
        }
    }

    private func choice(_ language: Language) -> HTML {
        if language == view.language {
            return tag("span", Attribute("aria-current", "true")) { language.ownName }
        }
        return tag(
            "a", .lang(language.rawValue), Attribute("hreflang", language.rawValue),
            .href(view.address(in: language))
        ) { language.ownName }
    }

    private var chapters: HTML {
        tag("nav", .css("chapters"), Attribute("aria-label", view.say(.nineChapters))) {
            tag("details", .css("menu")) {
                tag("summary") {
                    if let chapter = view.route.chapter {
                        tag("strong") { "\(chapter.rawValue) \(view.say(chapter.verb))" }
                        " "
                    }
                    tag("span") { view.say(.nineChapters) }
                }
                chapterList
            }
            tag("div", .css("side")) { chapterList }
        }
    }

    /// Stands twice: unfolded beside the page on a wide screen, folded above it on a narrow one,
    /// where only the open one is there for a reader aloud.
    private var chapterList: HTML {
        tag("ol") {
            for chapter in Chapter.allCases {
                tag("li") {
                    tag(
                        "a", .href(view.address(.chapter(chapter))),
                        view.route.chapter == chapter
                            ? Attribute(
                                "aria-current", view.route == .chapter(chapter) ? "page" : "true")
                            : nil
                    ) {
                        tag("span", .css("no")) { "\(chapter.rawValue)" }
                        tag("span") { view.say(chapter.verb) }
                    }
                }
            }
        }
    }

    private var foot: HTML {
        tag("footer", .css("foot")) {
            tag("p") { view.say(.notReviewed) }
            if let asOf = view.asOf() { tag("p") { asOf + "." } }
            tag("p") {
                view.say(.madeFromRecord, view.count(view.frame.entries, .entries)) + " "
                tag("span", .css("digest")) { view.frame.root?.hex ?? "–" }
            }
            tag("p") {
                view.link(.verify, view.say(.verifyYourself))
                " · "
                view.say(.thisPage) + " "
                tag("span", .css("digest")) { "\(view.language.rawValue)/\(view.route.path)" }
            }
        }
    }
}

extension Language {
    /// As its speakers write it.
    package var ownName: String {
        switch self {
        case .english: "English"
        case .russian: "Русский"
        case .kyrgyz: "Кыргызча"
        }
    }
}
