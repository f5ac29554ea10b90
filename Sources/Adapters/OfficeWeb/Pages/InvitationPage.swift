import Cryptography
import Filing
import HTTPServer
import Offices
import Primitives
import Printing
import ResultsOffice
import Web

/// Where a link of the administrator leads: choose a password, set up the second factor, prove it.
struct InvitationPage: Sendable {
    let view: View
    let call: OfficeCall

    init(_ view: View, _ call: OfficeCall) {
        self.view = view
        self.call = call
    }

    func show() -> Response { page(call.request.query["token"] ?? "", Filled(), status: 200) }

    func act(_ form: PostedForm) -> Response {
        let token = form.text("invitation")
        guard call.isOwnSite else { return ProblemPage.response(CallProblem.otherSite, view, call) }
        let password = form.value("password") ?? ""
        var filled = Filled(form: form)
        guard password == form.value("again") else {
            filled.blame("again", view.say(.passwordsDiffer))
            return page(token, filled, status: 422)
        }
        do {
            let (session, _) = try call.signIn.accept(
                token, password: password, code: SignInPage.digits(form.text("code")),
                from: call.sender)
            var response = Landing(.desk, .none).response(view)
            response.headers.append(("Set-Cookie", SignInPage.cookie(session, call)))
            return response
        } catch {
            filled.problem = error
            return page(token, filled, status: ProblemAnswer(error).status)
        }
    }

    private func page(_ token: String, _ filled: Filled, status: Int) -> Response {
        let invitation: Invitation
        do { invitation = try call.signIn.invitation(token) } catch {
            return ProblemPage.response(error, view, call)
        }
        let fields = PlainFields(view, filled)
        let name = call.state.accounts[invitation.account]?.name ?? invitation.account.text
        let page = Page(title: view.say(.welcome, name), chain: nil) {
            tag("h1") { view.say(.welcome, name) }
            if let problem = filled.problem { ProblemPage.box(problem, view) }
            if let fault = filled.faults.first { Fields.fault("f-again", fault.text) }
            tag("p") {
                view.say(.yourAccountName) + " "
                tag("strong") { invitation.account.text }
            }
            tag(
                "form", Attribute("method", "post"), .css("form narrow"),
                .action(view.address(.live(.office(.invitation))))
            ) {
                Fields.hidden("invitation", token)
                tag("h2") { "1. " + view.say(.choosePassword) }
                fields.text(
                    "password", view.say(.password), hint: view.say(.passwordHint),
                    kind: "password", remembers: "new-password")
                fields.text(
                    "again", view.say(.passwordAgain), kind: "password", remembers: "new-password")
                if call.signIn.needsSecondFactor { secondFactor(invitation, fields) }
                tag("button", .css("button"), Attribute("type", "submit")) {
                    view.say(.setUpAndEnter)
                }
            }
        }
        return OfficeShell(view, call, account: nil).response(page, status: status)
    }

    private func secondFactor(_ invitation: Invitation, _ fields: PlainFields) -> HTML {
        let secret = OneTimeCode(secret: invitation.secret)?.text ?? ""
        let address = Address(codesOf: invitation.account.text, issuer: "Dobush", secret: secret)
        return tag("h2") { "2. " + view.say(.setUpCode) }
            + tag("p") { view.say(.setUpCodeHow) }
            + CodePicture.html(address.text, title: view.say(.codePicture))
            + tag("p", .css("take")) { tag("a", .href(address)) { view.say(.openCodeApp) } }
            + tag("p") { view.say(.orType) }
            + tag("p") { tag("code", .css("secret")) { Self.grouped(secret) } }
            + fields.code(view.say(.codeFromApp))
    }

    static func grouped(_ secret: String) -> String {
        var result = ""
        for (index, letter) in secret.enumerated() {
            if index > 0 && index % 4 == 0 { result += " " }
            result.append(letter)
        }
        return result
    }
}

/// A text as a QR code, drawn; the quiet zone of four cells belongs to it (ISO/IEC 18004, 9.1).
enum CodePicture {
    static func html(_ text: String, title: String) -> HTML {
        guard let cells = try? CodeMatrix(text) else { return HTML() }
        var path = ""
        for row in 0..<cells.size {
            for column in 0..<cells.size where cells[row, column] {
                path += "M\(column + 4) \(row + 4)h1v1h-1z"
            }
        }
        let side = cells.size + 8
        return tag(
            "svg", .css("code-picture"), Attribute("role", "img"),
            Attribute("viewBox", "0 0 \(side) \(side)"), Attribute("width", "240"),
            Attribute("height", "240"), Attribute("shape-rendering", "crispEdges")
        ) {
            tag("title") { title }
            tag(
                "rect", Attribute("width", "\(side)"), Attribute("height", "\(side)"),
                Attribute("fill", "#ffffff"))
            tag("path", Attribute("d", path), Attribute("fill", "#000000"))
        }
    }
}
