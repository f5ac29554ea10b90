import Filing
import HTTPServer
import Offices
import Primitives
import Web

/// What is said when something cannot be done: what happened, the next step, and the code, small.
enum ProblemPage {
    static func response(_ error: any Error, _ view: View, _ call: OfficeCall) -> Response {
        let answer = ProblemAnswer(error)
        let page = Page(title: view.say(.cannotBeDone), chain: nil) {
            tag("h1") { view.say(.cannotBeDone) }
            box(error, view)
            tag("p", .css("take")) {
                tag("a", .href(view.address(.live(.office(.desk))))) { view.say(.toDesk) }
            }
        }
        var response = OfficeShell(view, call, account: call.caller?.account)
            .response(page, status: answer.status)
        if let seconds = answer.retryAfter {
            response.headers.append(("Retry-After", "\(seconds)"))
        }
        return response
    }

    static func box(_ error: any Error, _ view: View) -> HTML {
        let answer = ProblemAnswer(error)
        let own = answer.texts.summary.ru == nil ? Phrase.problem(answer.problem) : nil
        return tag(
            "div", .css("errors"), .id("errors"), Attribute("role", "alert"),
            Attribute("tabindex", "-1"), Attribute("autofocus", "")
        ) {
            tag("p") {
                tag("strong") { own.map { view.say($0.what) } ?? view.say(answer.texts.summary) }
            }
            tag("p") { own.map { view.say($0.next) } ?? view.say(answer.texts.hint) }
            tag("p", .css("small")) {
                view.say(.problemCodeWord) + " "
                tag("code") { answer.problem }
            }
        }
    }

    /// A page that this person may not see, and who may.
    static func refused(_ deeds: [Deed], _ visit: Visit) -> Response {
        let roles = Role.allCases.filter { !$0.deeds.isDisjoint(with: deeds) }
        let page = Page(title: visit.say(.notForYou), chain: nil) {
            tag("h1") { visit.say(.notForYou) }
            tag("p") { visit.say(.notForYouWhy) }
            tag("p") { visit.say(.whoMay) }
            tag("ul") { for role in roles { tag("li") { visit.say(role.title) } } }
            tag("p") { visit.say(.yourRoles) }
            RoleList(visit).html(visit.account)
            tag("p", .css("small")) {
                visit.say(.problemCodeWord) + " "
                tag("code") { "filing.not-allowed" }
            }
            tag("p", .css("take")) { visit.link(.desk, visit.say(.toDesk)) }
        }
        return OfficePages.html(page, status: 403, visit)
    }

    /// An address that is no page of the service at all.
    static func nowhere(_ language: Language, _ call: OfficeCall) -> Response {
        let view = Visit.view(.signIn, language, call)
        let page = Page(title: view.say(.noSuchPageHere), chain: nil) {
            tag("h1") { view.say(.noSuchPageHere) }
            tag("p", .css("take")) {
                tag("a", .href(view.address(.live(.front)))) { view.say(view.frame.name) }
            }
        }
        return OfficeShell(view, call, account: call.caller?.account).response(page, status: 404)
    }

    static func missing(_ visit: Visit) -> Response {
        let page = Page(title: visit.say(.noSuchPageHere), chain: nil) {
            tag("h1") { visit.say(.noSuchPageHere) }
            tag("p", .css("take")) { visit.link(.desk, visit.say(.toDesk)) }
        }
        return OfficePages.html(page, status: 404, visit)
    }
}

/// The roles of an account with where each holds.
struct RoleList {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func html(_ account: Account) -> HTML {
        tag("ul") {
            for grant in account.grants {
                tag("li") { "\(visit.say(grant.role.title)): \(place(grant.area))" }
            }
        }
    }

    func place(_ area: Area) -> String {
        switch area {
        case .nation: visit.say(.wholeCountry)
        case .district(let id): visit.say(.districtOf, visit.district(id))
        case .station(let id): visit.say(.stationOf, visit.name(id))
        }
    }
}
