import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Web

/// The office's pages: people's side of the preparation, the way up and the service.
///
/// Every page works without a script. Looking never changes anything; a form is answered with 303 to
/// a page that says what happened, or with the same form, filled in as it was, and its faults.
package struct OfficePages: Sendable {
    package init() {}

    /// Answers GET and POST below `/<language>/office/`.
    ///
    /// - Parameter path: below `office/`.
    /// - Returns: nil when there is no such page.
    package func answer(_ path: String, _ language: Language, _ call: OfficeCall) -> Response? {
        guard let route = OfficePath.route(path.isEmpty ? "index.html" : path, call.state) else {
            return nil
        }
        switch route {
        case .style: return Self.fixed(OfficeStyle.text, "text/css; charset=utf-8", call)
        case .script: return Self.fixed(OfficeScript.text, "text/javascript; charset=utf-8", call)
        default: break
        }
        let view = Visit.view(route, language, call)
        switch call.request.method {
        case "GET", "HEAD": return get(route, view, call)
        case "POST": return post(route, view, call)
        default:
            return ProblemPage.response(
                CallProblem.wrongMethod(allowed: ["GET", "HEAD", "POST"]), view, call)
        }
    }

    private static func fixed(_ text: String, _ type: String, _ call: OfficeCall) -> Response {
        guard ["GET", "HEAD"].contains(call.request.method) else {
            return Response(status: 405, text: "Only GET.\n")
        }
        var response = Response(type: type, body: Array(text.utf8))
        response.headers.append(("Cache-Control", "max-age=300"))
        return response
    }

    // MARK: Looking

    private func get(_ route: OfficeRoute, _ view: View, _ call: OfficeCall) -> Response {
        switch route {
        case .signIn: return SignInPage(view, call).show()
        case .invitation: return InvitationPage(view, call).show()
        case .signOut: return Landing(.signIn, .none).response(view)
        default: break
        }
        guard let caller = call.caller else {
            // A store that does not answer ends nobody's session.
            if let trouble = call.trouble { return ProblemPage.response(trouble, view, call) }
            return SignInPage(view, call).sendThere()
        }
        let visit = Visit(view: view, call: call, account: caller.account)
        if case .file(let digest) = route { return FileAnswer.response(digest, visit) }
        guard let page = OfficePath.page(route) else { return ProblemPage.missing(visit) }
        guard page.isOpen(to: visit) else { return ProblemPage.refused(page.deeds, visit) }
        do {
            let filled = Filled(done: Done(rawValue: call.request.query["done"] ?? "") ?? .none)
            return Self.html(try page.page(visit, filled), visit)
        } catch { return ProblemPage.response(error, view, call) }
    }

    static func html(_ page: Page, status: Int = 200, _ visit: Visit) -> Response {
        OfficeShell(visit.view, visit.call, account: visit.account).response(page, status: status)
    }

    // MARK: Doing

    private func post(_ route: OfficeRoute, _ view: View, _ call: OfficeCall) -> Response {
        let form: PostedForm
        do { form = try PostedForm(call.request) } catch {
            return ProblemPage.response(error, view, call)
        }
        switch route {
        case .signIn: return SignInPage(view, call).act(form)
        case .invitation: return InvitationPage(view, call).act(form)
        case .signOut: return SignInPage(view, call).signOut(form)
        default: break
        }
        guard let caller = call.caller else {
            if let trouble = call.trouble { return ProblemPage.response(trouble, view, call) }
            guard call.isOwnSite else {
                return ProblemPage.response(CallProblem.otherSite, view, call)
            }
            return SignInPage(view, call).keep(form)
        }
        let visit = Visit(view: view, call: call, account: caller.account)
        guard let page = OfficePath.page(route) else { return ProblemPage.missing(visit) }
        guard page.isOpen(to: visit) else { return ProblemPage.refused(page.deeds, visit) }
        return act(page, form, visit)
    }

    private func act(_ page: any OfficePage, _ form: PostedForm, _ visit: Visit) -> Response {
        guard visit.call.isOwnSite else {
            return ProblemPage.response(CallProblem.otherSite, visit.view, visit.call)
        }
        do {
            var filled = Filled(form: form)
            do {
                _ = try visit.call.writer(formToken: form.value("token"))
                guard form.value("do") != "restore" else {
                    filled.done = .kept
                    return Self.html(try page.page(visit, filled), visit)
                }
                switch try page.act(visit, form) {
                case .go(let landing): return landing.response(visit.view)
                case .show(let page): return Self.html(page, visit)
                case .again(let more): filled = more
                }
            } catch { filled.problem = error }
            let status = filled.problem.map { ProblemAnswer($0).status } ?? filled.status
            return Self.html(try page.page(visit, filled), status: status, visit)
        } catch { return ProblemPage.response(error, visit.view, visit.call) }
    }
}

/// One page with the forms on it.
protocol OfficePage: Sendable {
    /// Any one of them opens the page; for the words that tell others who may.
    var deeds: [Deed] { get }
    func isOpen(to visit: Visit) -> Bool
    /// - Parameter filled: what was typed into its form before, what is wrong with it, what was done.
    func page(_ visit: Visit, _ filled: Filled) throws -> Page
    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered
}

extension OfficePage {
    func isOpen(to visit: Visit) -> Bool { deeds.contains { visit.account.mayAnywhere($0) } }

    /// A page that only shows.
    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        throw CallProblem.wrongMethod(allowed: ["GET"])
    }
}

/// What a form is answered with.
enum Answered {
    case go(Landing)
    /// A page of its own, for what may be shown once only.
    case show(Page)
    /// The same form with its faults.
    case again(Filled)
}
