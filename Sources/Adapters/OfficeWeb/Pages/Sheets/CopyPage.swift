import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Tabulation
import Web

/// A clerk copies a paper sheet from its scan. No clerk sees what another copied; when two differ, a
/// third is told which lines to look at, and no figure.
struct CopyPage: OfficePage {
    let key: SheetKey

    var deeds: [Deed] { [.enterSheet, .settleEntries] }

    func isOpen(to visit: Visit) -> Bool {
        visit.may(.enterSheet, at: key.station)
            || (visit.may(.settleEntries, at: key.station)
                && visit.state.file(key).entries.count > 1)
    }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        guard let fitted = visit.state.forms[key.contest] else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        let file = visit.state.file(key)
        var draft = filled.form.map { SheetDraft(key, fitted, $0) } ?? SheetDraft(key, fitted)
        draft.replaces = nil
        draft.image = filled.image ?? draft.image ?? file.entries.compactMap(\.statement.image).last
        let fields = Fields(visit, filled)
        let title = visit.say(.copySheet)
        return Page(title: "\(title): \(visit.name(key.station))", chain: nil) {
            SheetHead(visit, key).html(title)
            fields.above()
            if let hindrance = hindrance(visit, file), filled.form == nil {
                hindrance
            } else {
                if file.entries.count > 1 { differing(file, fitted, visit) }
                tag("p") { visit.say(.copyHow) }
                SheetForm(
                    visit: visit, fields: fields, draft: draft,
                    offersAnyway: filled.offersAnyway, button: .handInCopy
                ).html()
            }
        }
    }

    private func hindrance(_ visit: Visit, _ file: SheetFile) -> HTML? {
        if let current = file.current {
            return tag("p") { visit.say(.isFiledAlready) }
                + tag("p") { visit.link(.version(current.id), visit.say(.openFiled)) }
        }
        if let proposal = file.proposal {
            return tag("p") { visit.say(.waitsAlready) }
                + tag("p") { visit.link(.version(proposal.id), visit.say(.openWaiting)) }
        }
        let own = file.entries.contains { $0.clerk == visit.account.id }
        if own {
            return tag("p") { visit.say(file.entries.count > 1 ? .thirdDecides : .youCopied) }
        }
        return nil
    }

    /// The names of the lines in which the entries differ.
    static func differences(_ file: SheetFile) -> [Int] {
        let all = file.entries.map { $0.statement.figures.map(\.value) }
        guard let first = all.first else { return [] }
        return first.indices.filter { place in
            all.contains { $0.count != first.count || $0[place] != first[place] }
        }
    }

    private func differing(_ file: SheetFile, _ fitted: FittedForm, _ visit: Visit) -> HTML {
        let names = LineNames(fitted, visit)
        return tag("div", .css("box")) {
            Standing.bad.badge(visit.say(.copiesDifferIn))
            tag("ul") {
                for place in Self.differences(file) { tag("li") { names.short(place) } }
            }
            tag("p") { visit.say(.copiesDifferHow) }
        }
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        guard let fitted = visit.state.forms[key.contest], let setting = visit.state.setting else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        var draft = SheetDraft(key, fitted, form)
        draft.replaces = nil
        var filled = Filled(form: form)
        draft.image = PictureTaking(visit).keep(form, &filled) ?? draft.image
        filled.image = draft.image
        draft.blame(&filled, visit)
        guard form.deed == "file" || form.deed == "anyway" else {
            StatePage.blameSums(draft, &filled, visit, anyway: false)
            if filled.faults.isEmpty { filled.notice = visit.say(.allSumsHold) }
            return .again(filled)
        }
        // What stands on the paper is copied as it stands; but a slip of the finger is asked about.
        if filled.faults.isEmpty {
            StatePage.blameSums(draft, &filled, visit, anyway: form.deed == "anyway")
            filled.faults.removeAll { $0.field.hasPrefix("r") && form.deed == "anyway" }
            filled.offersAnyway = !filled.faults.isEmpty
        }
        guard filled.faults.isEmpty, let statement = draft.statement(of: setting.definition.id)
        else { return .again(filled) }
        do { return try enter(statement, form, visit) } catch {
            filled.problem = error
            return .again(filled)
        }
    }

    private func enter(
        _ statement: SheetStatement, _ form: PostedForm, _ visit: Visit
    ) throws -> Answered {
        let key = key
        let account = visit.account
        let before = visit.state.file(key).entries.filter { $0.clerk != account.id }
        let agrees = before.contains { $0.statement.figures == statement.figures }
        let done: Done = before.isEmpty ? .entered : agrees ? .entriesAgree : .entriesDiffer
        return try visit.perform(form) { plan in
            if plan.problem != nil { return Landing(.station(key.station), .refused) }
            return Landing(.station(key.station), plan.act == nil ? .already : done)
        } decide: { state, _ in
            try state.enter(statement, by: account)
        }
    }
}
