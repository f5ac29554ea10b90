import Cryptography
import Elections
import Filing
import Offices
import Primitives
import Web

/// What this person may do with a version now. What waits comes first; what is rare stands folded.
struct VersionActions {
    let visit: Visit
    let fields: Fields
    let ref: SheetRef
    let version: SheetVersion
    let file: SheetFile

    private func may(_ deed: Deed) -> Bool { visit.may(deed, at: ref.key.station) }
    private var isCurrent: Bool { file.current?.id == version.id }
    private var confirming: Deed {
        version.statement.replaces == nil ? .confirmSheet : .confirmCorrection
    }

    // MARK: What waits

    func urgent() -> HTML {
        if version.state == .proposed { return proposed() }
        var result = HTML()
        if isCurrent, let annulment = version.annulment { result += self.annulment(annulment) }
        if isCurrent, let question = version.question {
            result += tag("div", .css("box")) {
                tag("h2") { visit.say(.inQuestionSince, visit.age(question.raised)) }
                tag("p") { question.why }
                tag("p", .css("small soft")) { visit.person(question.raisedBy) }
                if may(.questionSheet) {
                    reasonForm("settle", .settleQuestion, .settleLabel, "settle", open: true)
                }
            }
        }
        if visit.state.alarms.contains(ref), may(.questionSheet) {
            result += tag("div", .css("box")) {
                tag("h2") { visit.say(.alarmTitle) }
                tag("p") { visit.say(.alarmText) }
                fields.form("seen") { fields.button(visit.say(.alarmSeenButton)) }
            }
        }
        if case .refused = version.state { result += again() }
        return result
    }

    private func proposed() -> HTML {
        let isFirst = version.persons.first == visit.account.id
        let mayConfirm = may(confirming) && !version.persons.contains(visit.account.id)
        return tag("div", .css("box")) {
            if isFirst {
                tag("p") { visit.say(.youStatedIt) }
                waitsFor()
                fields.form("withdraw") {
                    fields.button(visit.say(.takeBack), css: "button second")
                }
            } else if mayConfirm {
                tag("h2") { visit.say(.compareAndConfirm) }
                tag("p") { visit.say(.compareHow, version.persons.first.map(visit.person) ?? "") }
                fields.form("confirm") {
                    fields.button(visit.say(.confirmAndFile))
                }
                reasonForm("give-back", .returnIt, .returnWhy, "back")
            } else {
                tag("p") { visit.say(.waitsForSecond) }
                waitsFor()
                if may(.refuseSheet) {
                    reasonForm("give-back", .returnIt, .returnWhy, "back")
                }
            }
        }
    }

    /// Whom to wake.
    @HTMLBuilder
    private func waitsFor() -> HTML {
        if let station = visit.state.stations[ref.key.station] {
            let names = visit.others(who: confirming, at: station, but: version.persons)
            tag("p") {
                names.isEmpty
                    ? visit.say(.nobodyMayConfirm)
                    : visit.say(.mayConfirm, names.prefix(6).joined(separator: ", "))
            }
        }
    }

    private func annulment(_ annulment: SheetVersion.Question) -> HTML {
        tag("div", .css("box")) {
            tag("h2") { visit.say(.annulmentWaits, visit.age(annulment.raised)) }
            tag("p") { annulment.why }
            tag("p", .css("small soft")) { visit.person(annulment.raisedBy) }
            if may(.annulSheet) {
                if annulment.raisedBy != visit.account.id {
                    tag("p") { visit.say(.annulCannotBeUndone) }
                    fields.form("confirm-annulment") {
                        fields.button(visit.say(.confirmAnnulment), css: "button grave")
                    }
                } else {
                    tag("p") { visit.say(.waitsForSecond) }
                }
                fields.form("withdraw-annulment") {
                    fields.button(visit.say(.withdrawAnnulment), css: "button second")
                }
            }
        }
    }

    @HTMLBuilder
    private func again() -> HTML {
        if file.current == nil, file.proposal == nil, may(.fileSheet) {
            tag("p", .css("actions-line")) {
                tag(
                    "a", .css("button"),
                    .href(visit.address(.state(ref.key), [("from", version.id.hex)]))
                ) { visit.say(.stateAgain) }
            }
        }
    }

    // MARK: What is rare

    @HTMLBuilder
    func quiet() -> HTML {
        if isCurrent {
            if may(.fileSheet) || may(.correctSheet) {
                tag("h2") { visit.say(.ifItIsWrong) }
                tag("p") { visit.say(.correctionMeans) }
                tag("p", .css("actions-line")) {
                    tag(
                        "a", .css("button second"),
                        .href(visit.address(.state(ref.key), [("replaces", version.id.hex)]))
                    ) { visit.say(.correctIt) }
                }
            }
            if may(.questionSheet), version.question == nil {
                reasonForm("question", .raiseQuestion, .questionWhy, "question")
            }
            if may(.annulSheet), version.annulment == nil {
                reasonForm(
                    "annul", .proposeAnnulment, .annulWhy, "annul",
                    warning: .annulCannotBeUndone)
            }
        } else if case .annulled = version.state, file.current == nil, may(.fileSheet) {
            tag("p", .css("actions-line")) {
                tag(
                    "a", .css("button second"),
                    .href(visit.address(.state(ref.key), [("replaces", version.id.hex)]))
                ) { visit.say(.stateInItsPlace) }
            }
        }
    }

    private func reasonForm(
        _ deed: String, _ button: Phrase, _ label: Phrase, _ id: String, warning: Phrase? = nil,
        open: Bool = false
    ) -> HTML {
        // A form whose reason was missing stays open, so that its fault is seen.
        let isOpen = open || fields.filled.form?.deed == deed
        let own = Fields(visit, isOpen ? fields.filled : Filled())
        return tag("details", .css("act"), isOpen ? Attribute("open", "") : nil) {
            tag("summary") { visit.say(button) }
            own.form(deed) {
                if let warning { tag("p") { visit.say(warning) } }
                own.area(
                    "why", visit.say(label), hint: visit.say(.reasonIsPublished),
                    id: isOpen ? "f-why" : "f-why-\(id)")
                own.button(visit.say(button), css: warning == nil ? "button" : "button grave")
            }
        }
    }
}

/// A version's state in a shape and a word.
struct VersionState {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func badge(_ version: SheetVersion, in file: SheetFile) -> HTML {
        switch version.state {
        case .proposed: return Standing.doubt.badge(visit.say(.stateWaiting))
        case .refused(let why): return Standing.bad.badge(refused(why))
        case .withdrawn: return Standing.quiet.badge(visit.say(.stateWithdrawn))
        case .annulled(let why): return Standing.bad.badge(visit.say(.stateAnnulled, why))
        case .filed:
            guard file.current?.id == version.id else {
                return Standing.quiet.badge(visit.say(.stateReplaced))
            }
            if version.question != nil || version.annulment != nil {
                return Standing.doubt.badge(visit.say(.stateInQuestion))
            }
            return Standing.good.badge(
                visit.say(version.statement.replaces == nil ? .stateFiled : .stateCorrected))
        }
    }

    /// By the office's own code, or in the words of who returned it.
    private func refused(_ why: String) -> String {
        switch why {
        case "filing.does-not-add-up": visit.say(.stateRefusedSums)
        case "filing.already-filed": visit.say(.stateRefusedFiled)
        default: visit.say(.stateReturned, why)
        }
    }

    func badge(_ status: SheetStatus) -> HTML {
        let (standing, phrase): (Standing, Phrase) =
            switch status {
            case .entriesDiffer: (.bad, .stateEntriesDiffer)
            case .inQuestion: (.doubt, .stateInQuestion)
            case .refused: (.bad, .stateRefused)
            case .waiting: (.doubt, .stateWaiting)
            case .silent: (.quiet, .stateSilent)
            case .annulled: (.bad, .stateAnnulledShort)
            case .corrected: (.good, .stateCorrected)
            case .filed: (.good, .stateFiled)
            }
        return standing.badge(visit.say(phrase))
    }
}
