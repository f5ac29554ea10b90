import Cryptography
import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation
import Web

/// A member of the commission states a sheet's figures, or a correction of a filed one.
struct StatePage: OfficePage {
    let key: SheetKey

    var deeds: [Deed] { [.fileSheet, .correctSheet] }

    func isOpen(to visit: Visit) -> Bool { deeds.contains { visit.may($0, at: key.station) } }

    // MARK: Showing

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let file = visit.state.file(key)
        var draft = try first(visit, filled)
        if let image = filled.image { draft.image = image }
        let old = draft.replaces.flatMap(file.version)
        let title = visit.say(old == nil ? .stateSheet : .correctSheet)
        let fields = Fields(visit, filled)
        return Page(title: "\(title): \(visit.name(key.station))", chain: nil) {
            SheetHead(visit, key).html(title)
            if filled.done == .refused { broken(draft, visit) } else { fields.above() }
            if let hindrance = hindrance(visit, file, correcting: old != nil), filled.form == nil {
                hindrance
            } else {
                tag("p") { visit.say(old == nil ? .stateHow : .correctHow) }
                SheetForm(
                    visit: visit, fields: fields, draft: draft, old: old?.figures,
                    offersAnyway: filled.offersAnyway,
                    button: old == nil ? .fileTheSheet : .fileTheCorrection
                ).html()
            }
        }
    }

    private func first(_ visit: Visit, _ filled: Filled) throws -> SheetDraft {
        guard let fitted = visit.state.forms[key.contest] else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        if let form = filled.form { return SheetDraft(key, fitted, form) }
        let query = visit.call.request.query
        let file = visit.state.file(key)
        if let id = Digest(hex: query["from"] ?? ""), let version = file.version(id) {
            return SheetDraft(key, fitted, version.statement)
        }
        if let id = Digest(hex: query["replaces"] ?? ""), let version = file.version(id) {
            var draft = SheetDraft(key, fitted, version.statement)
            draft.replaces = id
            draft.why = ""
            draft.reasons = draft.reasons.map { _ in "" }
            return draft
        }
        return SheetDraft(key, fitted)
    }

    /// Why there is nothing to state here now, with the way on.
    private func hindrance(_ visit: Visit, _ file: SheetFile, correcting: Bool) -> HTML? {
        if let proposal = file.proposal {
            return tag("p") { visit.say(.waitsAlready) }
                + tag("p") {
                    visit.link(.version(proposal.id), visit.say(.openWaiting))
                }
        }
        if !file.entries.isEmpty { return tag("p") { visit.say(.isBeingCopied) } }
        if let current = file.current, !correcting {
            return tag("p") { visit.say(.isFiledAlready) }
                + tag("p") {
                    visit.link(.version(current.id), visit.say(.openFiled))
                }
                + tag("p") {
                    visit.link(
                        .state(key), visit.say(.correctIt), [("replaces", current.id.hex)])
                }
        }
        if !correcting, !visit.may(.fileSheet, at: key.station) {
            return tag("p") { visit.say(.onlyCommissionStates) }
        }
        return nil
    }

    private func broken(_ draft: SheetDraft, _ visit: Visit) -> HTML {
        tag(
            "div", .css("errors"), .id("errors"), Attribute("role", "alert"),
            Attribute("tabindex", "-1"), Attribute("autofocus", "")
        ) {
            tag("h2") { visit.say(.sheetRefused) }
            tag("ul") {
                for (place, reading) in draft.equations.enumerated() where reading.holds == false {
                    tag("li") {
                        tag("a", .href(Address(fragment: "f-e\(place)"))) {
                            visit.say(reading.equation.text)
                        }
                    }
                }
            }
            tag("p") { visit.say(.sheetRefusedNext) }
        }
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        guard let fitted = visit.state.forms[key.contest], let setting = visit.state.setting else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        var draft = SheetDraft(key, fitted, form)
        var filled = Filled(form: form)
        draft.image = PictureTaking(visit).keep(form, &filled) ?? draft.image
        filled.image = draft.image
        draft.blame(&filled, visit)
        Self.blameSums(draft, &filled, visit, anyway: form.deed == "anyway")
        if draft.replaces != nil, draft.why.isEmpty {
            filled.blame("why", visit.say(.whyIsMissing))
        }
        guard form.deed == "file" || form.deed == "anyway" else {
            if filled.faults.isEmpty { filled.notice = visit.say(.allSumsHold) }
            return .again(filled)
        }
        guard filled.faults.isEmpty, let statement = draft.statement(of: setting.definition.id)
        else {
            filled.offersAnyway = filled.faults.allSatisfy { $0.field.hasPrefix("e") }
            return .again(filled)
        }
        do { return try propose(statement, form, visit) } catch {
            filled.problem = error
            return .again(filled)
        }
    }

    private func propose(
        _ statement: SheetStatement, _ form: PostedForm, _ visit: Visit
    ) throws -> Answered {
        let key = key
        let account = visit.account
        let query = statement.replaces.map { [("replaces", $0.hex)] } ?? []
        return try visit.perform(form) { plan in
            let id = plan.ref?.id ?? statement.id
            if plan.problem != nil {
                return Landing(.state(key), .refused, [("from", id.hex)] + query)
            }
            let done: Done = statement.replaces == nil ? .stated : .correctionStated
            return Landing(.version(id), plan.act == nil ? .already : done)
        } decide: { state, _ in
            try state.propose(statement, by: account)
        }
    }

    /// Sums that do not hold: the law's are faults unless the sheet itself says so; the others ask
    /// for a reason.
    static func blameSums(
        _ draft: SheetDraft, _ filled: inout Filled, _ visit: Visit, anyway: Bool
    ) {
        for (place, reading) in draft.equations.enumerated() where reading.holds == false {
            let text = visit.say(reading.equation.text)
            if reading.equation.severity == .hard {
                if !anyway { filled.blame("e\(place)", visit.say(.sumDoesNotHold, text)) }
            } else if reading.equation.severity == .soft, draft.reasons[place].isEmpty {
                filled.blame("r\(place)", visit.say(.reasonIsMissing, text))
            }
        }
    }
}

/// Keeps a picture as soon as it comes, so that a mistake elsewhere does not lose it.
struct PictureTaking {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// - Returns: nil when none was sent, or it is no picture; then that is among the faults.
    func keep(_ form: PostedForm, _ filled: inout Filled) -> Digest? {
        guard let sent = form.files("photo", "picture").first(where: { !$0.bytes.isEmpty }) else {
            return nil
        }
        guard let picture = StoredFile.picture(sent.bytes) else {
            filled.blame("photo", visit.say(.notAPicture))
            return nil
        }
        do {
            _ = try visit.call.office.perform(as: visit.account.id, files: [picture]) { _, _ in nil
            }
            return picture.digest
        } catch {
            filled.problem = error
            return nil
        }
    }
}

/// Whose sheet, of which contest, by which count: above every page about one sheet.
struct SheetHead {
    let visit: Visit
    let key: SheetKey

    init(_ visit: Visit, _ key: SheetKey) {
        self.visit = visit
        self.key = key
    }

    func html(_ title: String) -> HTML {
        tag("p", .css("take")) { visit.link(.station(key.station), visit.name(key.station)) }
            + tag("h1") { title }
            + tag("p", .css("lead sheet-name")) {
                tag("strong") { visit.title(key.contest) }
                tag("span", .css("series")) { visit.series(key.series) }
            }
    }
}
