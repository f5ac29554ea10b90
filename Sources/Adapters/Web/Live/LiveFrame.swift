import Cryptography
import Elections
import Filing
import Primitives

/// What the pages of a count share beyond the notice and the name.
package struct LiveFrame: Sendable {
    /// The number of the newest act.
    package var act: Int
    /// Of the newest act, which holds all before it.
    package var link: Digest?
    package var isStatic: Bool
    package var contests: [Contest]
    package let front = Route.live(.front)

    package init(act: Int, link: Digest?, isStatic: Bool, contests: [Contest]) {
        self.act = act
        self.link = link
        self.isStatic = isStatic
        self.contests = contests
    }

    /// Every entrance, in the order a reader asks.
    fileprivate func pages(_ view: View) -> [(route: LiveRoute, name: String)] {
        [(.front, view.say(.liveFront))] + contests.map { (.contest($0.id), view.say($0.title)) }
            + [
                (.turnout, view.say(.turnout)), (.stations(), view.say(.stationsTitle)),
                (.machineAgainstHand, view.say(.machineAndHand)), (.log(), view.say(.theLog)),
                (.check, view.say(.liveCheck)),
            ]
    }

    /// True when a page belongs under an entrance.
    fileprivate func leads(_ entrance: LiveRoute, to route: LiveRoute) -> Bool {
        switch (entrance, route) {
        case (.stations, .district), (.stations, .station), (.stations, .stations), (.log, .log):
            true
        case (.contest(let one), .sheet(let key)): one == key.contest
        default: entrance == route
        }
    }
}

extension Shell {
    /// The pages of the count: beside the page on a wide screen, folded above it on a narrow one.
    func livePages(_ live: LiveFrame) -> HTML {
        tag("nav", .css("chapters"), Attribute("aria-label", view.say(.livePages))) {
            tag("details", .css("menu")) {
                tag("summary") {
                    if let here = entrance(live) {
                        tag("strong") { here }
                        " "
                    }
                    tag("span") { view.say(.livePages) }
                }
                pageList(live)
            }
            tag("div", .css("side")) { pageList(live) }
        }
    }

    private var liveRoute: LiveRoute? {
        guard case .live(let route) = view.route else { return nil }
        return route
    }

    private func entrance(_ live: LiveFrame) -> String? {
        guard let liveRoute else { return nil }
        return live.pages(view).first { live.leads($0.route, to: liveRoute) }?.name
    }

    private func pageList(_ live: LiveFrame) -> HTML {
        tag("ul", .css("pages")) {
            for page in live.pages(view) {
                tag("li") {
                    let leads = liveRoute.map { live.leads(page.route, to: $0) } ?? false
                    tag(
                        "a", .href(view.address(.live(page.route))),
                        leads
                            ? Attribute(
                                "aria-current", page.route == liveRoute ? "page" : "true") : nil
                    ) { page.name }
                }
            }
            if !live.isStatic {
                tag("li") { view.link(.live(.office(.signIn)), view.say(.signIn)) }
            }
        }
    }

    /// When, which act, and the digest of the log up to it: what a printed page is compared by.
    func liveFoot(_ live: LiveFrame) -> HTML {
        tag("footer", .css("foot")) {
            if let asOf = view.asOf() {
                tag("p") { view.say(.asOfAct, asOf, view.number(live.act)) }
            }
            tag("p") {
                view.say(.linkOfAct, view.number(live.act)) + " "
                tag("span", .css("digest")) { live.link?.hex ?? "–" }
            }
            tag("p") {
                view.link(.live(.check), view.say(.liveCheck))
                " · "
                view.say(.thisPage) + " "
                tag("span", .css("digest")) { "\(view.language.rawValue)/\(view.route.path)" }
            }
            tag("p") { view.say(.notReviewed) }
        }
    }

    /// What the script says of itself stands here in the page's language. Without the script the
    /// link loads the page anew, and nothing else is promised.
    var freshness: HTML {
        tag(
            "p", .id("fresh"), .css("fresh"),
            Attribute("data-updated", view.say(.updatedAgo, "{0}", "{1}")),
            Attribute("data-seconds", view.say(.secondsShort)),
            Attribute("data-minutes", view.say(.minutesShort)),
            Attribute("data-offline", view.say(.offlineSince, "{0}")),
            Attribute("data-changed", view.say(.changedSinceLooked)),
            Attribute("data-as-of", view.asOf() ?? "")
        ) {
            tag(
                "span", .id("fresh-text"), Attribute("role", "status"),
                Attribute("aria-live", "off")
            ) { view.asOf() ?? "" }
            " "
            tag("a", .href(view.address(view.route))) { view.say(.reload) }
        }
    }
}
