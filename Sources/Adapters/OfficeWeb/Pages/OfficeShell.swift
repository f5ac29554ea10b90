import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Web

/// The frame around every page of the office: who is signed in, where they may go, the languages.
struct OfficeShell: Sendable {
    let view: View
    let call: OfficeCall
    /// Nil on the pages before the sign-in.
    let account: Account?

    init(_ view: View, _ call: OfficeCall, account: Account?) {
        self.view = view
        self.call = call
        self.account = account
    }

    func response(_ page: Page, status: Int = 200) -> Response {
        var response = Response(status: status, html: document(page))
        response.headers += Self.headers
        return response
    }

    /// Nothing of the office is kept by a browser or shown inside another site.
    static let headers: [(name: String, value: String)] = [
        ("Cache-Control", "no-store"),
        // With no-referrer, older browsers send forms with an Origin of null.
        ("Referrer-Policy", "same-origin"),
    ]

    private func document(_ page: Page) -> String {
        tag("html", .lang(view.language.rawValue)) {
            head(page)
            tag("body", account == nil ? .css("office before") : .css("office")) {
                tag("a", .css("skip"), .href(Address(fragment: "main"))) {
                    view.say(.skipToContent)
                }
                if let notice = view.frame.notice {
                    tag("div", .css("band"), Attribute("role", "note")) {
                        Standing.doubt.shape
                        tag("p") { view.say(notice) }
                    }
                }
                top
                tag("div", .css("body")) {
                    if let account { menu(account) }
                    tag("main", .id("main"), Attribute("tabindex", "-1")) { page.body }
                }
                foot
            }
        }.document
    }

    private func head(_ page: Page) -> HTML {
        tag("head") {
            void("meta", Attribute("charset", "utf-8"))
            void(
                "meta", Attribute("name", "viewport"),
                Attribute("content", "width=device-width, initial-scale=1"))
            tag("title") { "\(page.title) – \(view.say(.office))" }
            for path in [Stylesheet.path] {
                void("link", Attribute("rel", "stylesheet"), .href(view.address(shared: path)))
            }
            void(
                "link", Attribute("rel", "stylesheet"),
                .href(view.address(.live(.office(.style)))))
            void("link", Attribute("rel", "icon"), .href(view.address(shared: Stylesheet.iconPath)))
            tag("script", .src(view.address(.live(.office(.script)))), Attribute("defer", ""))
        }
    }

    private var top: HTML {
        tag("header", .css("top")) {
            tag("a", .css("brand"), .href(view.address(.live(.office(.desk))))) {
                void(
                    "img", .src(view.address(shared: Stylesheet.iconPath)), Attribute("alt", ""),
                    Attribute("width", "24"), Attribute("height", "24"))
                tag("span") { view.say(.office) }
            }
            tag("nav", Attribute("aria-label", view.say(.languageWord))) {
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
        let kept = call.request.query.filter { $0.key != "done" }.sorted { $0.key < $1.key }
        return tag(
            "a", .lang(language.rawValue), Attribute("hreflang", language.rawValue),
            .href(view.address(in: language).with(kept.map { (name: $0.key, value: $0.value) }))
        ) { language.ownName }
    }

    private func menu(_ account: Account) -> HTML {
        tag("nav", .css("chapters"), Attribute("aria-label", view.say(.menu))) {
            tag("details", .css("menu")) {
                tag("summary") {
                    tag("span") { view.say(.menu) }
                    " · "
                    tag("strong") { account.name }
                }
                list(account)
            }
            tag("div", .css("side")) { list(account) }
        }
    }

    /// Stands twice: beside the page on a wide screen, folded above it on a narrow one.
    private func list(_ account: Account) -> HTML {
        tag("ul", .css("places")) {
            for (route, phrase) in Self.places(of: account) {
                tag("li") {
                    tag(
                        "a", .href(view.address(.live(.office(route)))),
                        view.route == .live(.office(route))
                            ? Attribute("aria-current", "page") : nil
                    ) { view.say(phrase) }
                }
            }
            tag("li") {
                tag("a", .href(view.address(.live(.front)))) { view.say(.publicPages) }
            }
            tag("li", .css("leave")) {
                tag("p", .css("small soft")) { account.name }
                tag(
                    "form", Attribute("method", "post"),
                    .action(view.address(.live(.office(.signOut))))
                ) {
                    void(
                        "input", Attribute("type", "hidden"), Attribute("name", "token"),
                        Attribute("value", call.caller?.session.formToken ?? ""))
                    tag("button", .css("plain"), Attribute("type", "submit")) {
                        view.say(.signOut)
                    }
                }
            }
        }
    }

    static func places(of account: Account) -> [(OfficeRoute, Phrase)] {
        let all: [(OfficeRoute, Phrase, [Deed])] = [
            (.desk, .desk, []), (.stations, .stationsWord, [.seeWork]),
            (.review, .doubtfulPapers, [.reviewPapers, .seeWork]),
            (.stick, .stick, [.takeSignedSheets]), (.readiness, .readiness, [.seeReadiness]),
            (.publication, .publication, [.publish]), (.accounts, .accounts, [.manageAccounts]),
            (.election, .election, [.manageElection]), (.log, .logWord, [.seeLog]),
        ]
        return all.filter { _, _, deeds in
            deeds.isEmpty || deeds.contains { account.mayAnywhere($0) }
        }.map { ($0.0, $0.1) }
    }

    private var foot: HTML {
        tag("footer", .css("foot")) {
            tag("p") { view.say(.textsNotReviewed) }
            tag("p") {
                view.say(
                    .pageAsOf,
                    view.speech.moment(call.now, zoneMinutes: view.frame.zoneMinutes),
                    view.number(call.state.through))
            }
        }
    }
}
