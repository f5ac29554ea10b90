import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Web

/// Everybody who may sign in, and what each may do where.
struct AccountsPage: OfficePage {
    var deeds: [Deed] { [.manageAccounts] }
    func isOpen(to visit: Visit) -> Bool { visit.account.may(.manageAccounts) }

    private static let most = 200

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let wanted = (visit.call.request.query["find"] ?? "").lowercased()
        let found = visit.state.accounts.values.filter { account in
            wanted.isEmpty || account.id.text.lowercased().contains(wanted)
                || account.name.lowercased().contains(wanted)
                || account.grants.contains { $0.area.text.lowercased().contains(wanted) }
        }.sorted { $0.id < $1.id }
        let fields = Fields(visit, filled)
        return Page(title: visit.say(.accounts), chain: nil) {
            tag("h1") { visit.say(.accounts) }
            fields.above()
            fields.form("new", css: "form narrow") {
                tag("h2") { visit.say(.newAccount) }
                fields.text(
                    Fields.Text(
                        name: "id", label: visit.say(.accountName),
                        hint: visit.say(.accountNameHint), most: 128))
                fields.button(visit.say(.goOn))
            }
            tag("h2") { visit.say(.accountsFound, visit.view.number(found.count)) }
            tag(
                "form", .css("form filter"), Attribute("method", "get"),
                .action(visit.view.address(visit.view.route))
            ) {
                Fields(visit, Filled()).text(
                    Fields.Text(
                        name: "find", label: visit.say(.findAccount), value: wanted,
                        required: false))
                fields.button(visit.say(.show), css: "button second")
            }
            table(found.prefix(Self.most), visit)
            if found.count > Self.most {
                tag("p", .css("small")) {
                    visit.say(.andMore, visit.view.number(found.count - Self.most))
                }
            }
        }
    }

    private func table(_ accounts: ArraySlice<Account>, _ visit: Visit) -> HTML {
        let roles = RoleList(visit)
        return Table(
            caption: visit.say(.accounts),
            columns: [
                .text(visit.say(.accountName)), .text(visit.say(.personName)),
                .text(visit.say(.rolesWord)), .text(visit.say(.standingWord)),
            ],
            rows: accounts.map { account in
                Table.Row([
                    visit.link(.account(account.id.text), account.id.text),
                    HTML(text: account.name),
                    HTML(
                        text: account.grants.map {
                            "\(visit.say($0.role.title)): \(roles.place($0.area))"
                        }.joined(separator: "; ")),
                    account.active
                        ? Standing.good.badge(visit.say(.mayEnter))
                        : Standing.quiet.badge(visit.say(.mayNotEnter)),
                ])
            }
        ).html()
    }

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        var filled = Filled(form: form)
        guard let id = Account.ID(form.text("id")) else {
            filled.blame("id", visit.say(.accountNameHint))
            return .again(filled)
        }
        return .go(Landing(.account(id.text), .none))
    }
}

/// One account: name, roles and areas, the link that lets its person in, and the end of it.
struct AccountPage: OfficePage {
    let id: String

    var deeds: [Deed] { [.manageAccounts] }
    func isOpen(to visit: Visit) -> Bool { visit.account.may(.manageAccounts) }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        try page(visit, filled, invitation: nil)
    }

    private func page(_ visit: Visit, _ filled: Filled, invitation: String?) throws -> Page {
        guard let name = Account.ID(id) else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        let known = visit.state.accounts[name]
        let fields = Fields(visit, filled)
        return Page(title: id, chain: nil) {
            tag("p", .css("take")) { visit.link(.accounts, visit.say(.accounts)) }
            tag("h1") { id }
            fields.above()
            if let invitation { self.invitation(invitation, visit) }
            if known == nil { tag("p") { visit.say(.notYetAnAccount) } }
            fields.form("set") {
                fields.text(
                    Fields.Text(
                        name: "person", label: visit.say(.personName), value: known?.name ?? ""))
                grants(known, fields, visit)
                fields.box("active", visit.say(.mayEnter), checked: known?.active ?? true)
                fields.button(visit.say(.saveAccount))
            }
            if let known, known.active {
                tag("h2") { visit.say(.invitation) }
                tag("p") { visit.say(.invitationHow) }
                fields.form("invite") {
                    fields.button(visit.say(.makeInvitation), css: "button second")
                }
            }
        }
    }

    private func grants(_ known: Account?, _ fields: Fields, _ visit: Visit) -> HTML {
        let roles = RoleList(visit)
        let districts = visit.state.setting?.definition.districts ?? []
        return tag("fieldset", .css("radios")) {
            tag("legend") { visit.say(.rolesWord) }
            if known?.grants.isEmpty ?? true { tag("p", .css("soft")) { visit.say(.noRoleYet) } }
            for grant in known?.grants ?? [] {
                fields.box(
                    "grant", "\(visit.say(grant.role.title)): \(roles.place(grant.area))",
                    value: "\(grant.role.rawValue) \(grant.area.text)", checked: true)
            }
            fields.choice(
                "role", visit.say(.addRole),
                [("", visit.say(.noRole))]
                    + Role.allCases.map { ($0.rawValue, visit.say($0.title)) })
            fields.choice(
                "area", visit.say(.whereRole),
                [("nation", visit.say(.wholeCountry))]
                    + districts.map {
                        ("district:\($0.id)", visit.say(.districtOf, visit.say($0.name)))
                    }
                    + [("station", visit.say(.oneStation))])
            fields.text(
                Fields.Text(
                    name: "station", label: visit.say(.stationCode),
                    hint: visit.say(.stationCodeHint), most: 128, required: false))
        }
    }

    private func invitation(_ link: String, _ visit: Visit) -> HTML {
        tag(
            "div", .css("box"), Attribute("role", "status"), Attribute("tabindex", "-1"),
            Attribute("autofocus", "")
        ) {
            tag("h2") { visit.say(.invitationOnce) }
            tag("p") { tag("code", .css("secret")) { link } }
            tag("p") { visit.say(.invitationOnceHow) }
        }
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        var filled = Filled(form: form)
        guard let name = Account.ID(id) else { return .again(filled) }
        if form.deed == "invite" {
            guard visit.state.accounts[name]?.active == true else { return .again(filled) }
            let token = try visit.call.signIn.invite(
                name, by: visit.account, key: form.key)
            return .show(try page(visit, Filled(), invitation: link(token, visit)))
        }
        guard form.deed == "set" else { return .again(filled) }
        var grants = form.values("grant").compactMap(Self.grant)
        if let added = added(form, visit, &filled), !grants.contains(added) {
            grants.append(added)
        }
        if form.text("person").isEmpty { filled.blame("person", visit.say(.personNameMissing)) }
        guard filled.faults.isEmpty else { return .again(filled) }
        let wanted = Account(
            id: name, name: form.text("person"), grants: grants,
            active: form.value("active") == "yes")
        let account = visit.account
        let id = id
        do {
            return try visit.perform(form) { _ in
                Landing(.account(id), .accountSet)
            } decide: { state, _ in
                try state.setAccount(wanted, by: account)
            }
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }

    private static func grant(_ text: String) -> Grant? {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let role = Role(rawValue: String(parts[0])),
            let area = Area(String(parts[1]))
        else { return nil }
        return Grant(role, area)
    }

    private func added(_ form: PostedForm, _ visit: Visit, _ filled: inout Filled) -> Grant? {
        guard let role = Role(rawValue: form.text("role")) else { return nil }
        guard form.text("area") == "station" else {
            return Area(form.text("area")).map { Grant(role, $0) }
        }
        guard let station = PollingStation.ID(form.text("station")),
            visit.state.stations[station] != nil
        else {
            filled.blame("station", visit.say(.noStationFound))
            return nil
        }
        return Grant(role, .station(station))
    }

    private func link(_ token: String, _ visit: Visit) -> String {
        let call = visit.call
        let scheme = call.place.isSecure(call.request) ? "https" : "http"
        let host = call.request.header("host") ?? "localhost"
        let path = OfficeRoute.invitation.path
        return "\(scheme)://\(host)/\(visit.language.rawValue)/office/\(path)?token=\(token)"
    }
}
