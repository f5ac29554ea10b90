import Cryptography
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Web

/// Letting somebody in, and out.
struct SignInPage: Sendable {
    let view: View
    let call: OfficeCall

    init(_ view: View, _ call: OfficeCall) {
        self.view = view
        self.call = call
    }

    func show() -> Response {
        page(Filled(), back: call.request.query["back"] ?? "")
    }

    /// The way in from a page that asks for it, and back.
    func sendThere() -> Response {
        var path = String(
            call.request.path.split(separator: "/").dropFirst(2).joined(separator: "/"))
        if OfficePath.route(path, call.state) == nil { path = "" }
        return Landing(.signIn, .none, path.isEmpty ? [] : [("back", path)]).response(view)
    }

    /// The session ended while somebody typed: what was typed travels along through the sign-in.
    func keep(_ form: PostedForm) -> Response {
        var filled = Filled()
        filled.problem = SignInProblem.sessionEnded
        let kept = form.fields.filter { !["token", "key", "do"].contains($0.name) }
        let path = String(
            call.request.path.split(separator: "/").dropFirst(2).joined(separator: "/"))
        return page(filled, back: path, kept: kept, status: 401)
    }

    func act(_ form: PostedForm) -> Response {
        let back = form.text("back")
        let kept = form.fields.filter { $0.name.hasPrefix("kept-") }
            .map { (name: String($0.name.dropFirst(5)), value: $0.value) }
        guard call.isOwnSite else { return ProblemPage.response(CallProblem.otherSite, view, call) }
        do {
            let (token, session) = try call.signIn.signIn(
                form.text("name"), password: form.value("password") ?? "",
                code: Self.digits(form.text("code")), from: call.sender)
            var response =
                kept.isEmpty
                ? landing(back).response(view) : goOn(back, kept, formToken: session.formToken)
            response.headers.append(("Set-Cookie", Self.cookie(token, call)))
            return response
        } catch {
            var filled = Filled(form: form)
            filled.problem = error
            return page(filled, back: back, kept: kept, status: ProblemAnswer(error).status)
        }
    }

    func signOut(_ form: PostedForm) -> Response {
        guard let caller = call.caller else { return Landing(.signIn, .none).response(view) }
        do {
            _ = try call.writer(formToken: form.value("token"))
            try call.signIn.signOut(caller.token)
        } catch { return ProblemPage.response(error, view, call) }
        var response = Landing(.signIn, .signedOut).response(view)
        response.headers.append(("Set-Cookie", Self.cookie(nil, call)))
        return response
    }

    /// Source: RFC 6265bis: not for scripts, not for requests that other sites make.
    static func cookie(_ token: String?, _ call: OfficeCall) -> String {
        let secure = call.place.isSecure(call.request) ? "; Secure" : ""
        let age = token == nil ? 0 : Session.longestHours * 3600
        return
            "\(OfficeService.cookie)=\(token ?? ""); Path=/; Max-Age=\(age); HttpOnly; SameSite=Strict"
            + secure
    }

    /// Codes are shown in two groups and typed so.
    static func digits(_ code: String) -> String { code.filter { !$0.isWhitespace } }

    private func landing(_ back: String) -> Landing {
        guard let route = OfficePath.route(back, call.state) else { return Landing(.desk, .none) }
        return Landing(route, .none)
    }

    /// After signing in with something typed before: one press leads back to the form, filled in.
    private func goOn(
        _ back: String, _ kept: [(name: String, value: String)], formToken: String
    ) -> Response {
        let route = OfficePath.route(back, call.state) ?? .desk
        let page = Page(title: view.say(.signedIn), chain: nil) {
            tag("h1") { view.say(.signedIn) }
            tag("p") { view.say(.keptWhatYouTyped) }
            tag(
                "form", Attribute("method", "post"), .css("form"),
                .action(view.address(.live(.office(route))))
            ) {
                Fields.hidden("token", formToken)
                Fields.hidden("do", "restore")
                for field in kept { Fields.hidden(field.name, field.value) }
                tag("button", .css("button"), Attribute("type", "submit")) { view.say(.goOnTyping) }
            }
        }
        return OfficeShell(view, call, account: nil).response(page)
    }

    private func page(
        _ filled: Filled, back: String, kept: [(name: String, value: String)] = [],
        status: Int = 200
    ) -> Response {
        let done = Done(rawValue: call.request.query["done"] ?? "") ?? .none
        let fields = PlainFields(view, filled)
        let page = Page(title: view.say(.signIn), chain: nil) {
            tag("h1") { view.say(.signIn) }
            if done == .signedOut {
                tag("div", .css("done"), Attribute("role", "status")) {
                    Standing.good.badge(view.say(.done(.signedOut)))
                }
            }
            if let problem = filled.problem { ProblemPage.box(problem, view) }
            if !kept.isEmpty { tag("p") { view.say(.keptBehind) } }
            tag(
                "form", Attribute("method", "post"), .css("form narrow"),
                .action(view.address(.live(.office(.signIn))))
            ) {
                Fields.hidden("back", back)
                for field in kept { Fields.hidden("kept-\(field.name)", field.value) }
                fields.text("name", view.say(.accountName), kind: "text", remembers: "username")
                fields.text(
                    "password", view.say(.password), kind: "password",
                    remembers: "current-password")
                if call.signIn.needsSecondFactor { fields.code(view.say(.codeHint)) }
                tag("button", .css("button"), Attribute("type", "submit")) { view.say(.signIn) }
            }
            tag("p", .css("small soft")) { view.say(.noAccountYet) }
        }
        return OfficeShell(view, call, account: nil).response(page, status: status)
    }
}

/// Fields of forms before anybody is signed in.
struct PlainFields {
    let view: View
    let filled: Filled

    init(_ view: View, _ filled: Filled) {
        self.view = view
        self.filled = filled
    }

    func text(
        _ name: String, _ label: String, hint: String? = nil, kind: String, remembers: String,
        numeric: Bool = false
    ) -> HTML {
        let id = "f-\(name)"
        return tag("div", .css("field")) {
            tag("label", Attribute("for", id)) { label }
            if let hint { tag("p", .css("hint"), .id("\(id)-hint")) { hint } }
            void(
                "input", .id(id), Attribute("type", kind), Attribute("name", name),
                Attribute("autocomplete", remembers), Attribute("autocapitalize", "none"),
                Attribute("spellcheck", "false"), Attribute("maxlength", "400"),
                kind == "password" || numeric
                    ? nil : Attribute("value", filled.value(name)),
                numeric ? Attribute("inputmode", "numeric") : nil,
                hint == nil ? nil : Attribute("aria-describedby", "\(id)-hint"))
        }
    }

    func code(_ hint: String) -> HTML {
        text(
            "code", view.say(.codeWord), hint: hint, kind: "text", remembers: "one-time-code",
            numeric: true)
    }
}
