import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Web

/// The commission's part of a paper's page: entering what it decides where reviewers do not agree, a
/// second officer's word, and what was decided.
struct CommissionPart {
    let visit: Visit
    let ref: PaperRef
    let look: PaperLook
    let review: PaperReview

    private var station: PollingStation.ID { look.reading.station }
    private var may: Bool { visit.may(.decidePaper, at: station) }
    private var hasReviewed: Bool { review.opinion(of: visit.account.id) != nil }
    private var isOpen: Bool { review.decided == nil && review.settlement?.isUndecided ?? false }

    /// True where the page is this person's to decide on, or to confirm.
    var isTheirs: Bool { may && isOpen && !hasReviewed }

    // MARK: Above the pictures

    @HTMLBuilder
    func head() -> HTML {
        if let decided = review.decided {
            story(decided)
        } else if isOpen {
            tag("p", .css("lead")) { Standing.doubt.badge(visit.say(.paperUndecided)) }
            if let proposal = review.proposal {
                waiting(proposal)
            } else if isTheirs {
                tag("p") { why + " " + visit.say(.howCommissionDecides) }
            } else {
                tag("p") { why + (may ? " " + visit.say(.youReviewedIt) : "") }
            }
        }
    }

    private var why: String {
        let differ = review.settlement?.choices.contains { $0 == nil } ?? false
        return visit.say(differ ? .whyForCommission : .whyForCommissionToo)
    }

    private func waiting(_ proposal: PaperReview.Proposal) -> HTML {
        tag("div", .css("box")) {
            tag("h2") { visit.say(.decisionWaitsForSecond) }
            tag("dl", .css("terms")) {
                term(.enteredByOfficer, at(proposal.by, proposal.at))
                term(.groundsWord, proposal.decision.grounds)
            }
            if proposal.decision.spoiled {
                tag("p") {
                    Standing.bad.badge(visit.say(.proposedHere, visit.say(.paperIsSpoiled)))
                }
            }
            if isTheirs, proposal.by == visit.account.id { waitsFor(proposal) }
        }
    }

    // MARK: Below them

    /// After the pictures, so that whoever confirms has come past them.
    @HTMLBuilder
    func foot(_ fields: Fields) -> HTML {
        if isTheirs, let proposal = review.proposal {
            tag("div", .css("whole-paper")) {
                if proposal.by != visit.account.id {
                    tag("p") { visit.say(.lookBeforeConfirming) }
                    fields.form("confirm") {
                        Fields.hidden("entered", "\(proposal.act)")
                        fields.button(visit.say(.confirmDecision))
                    }
                }
                fields.form("withdraw") {
                    fields.button(visit.say(.takeDecisionBack), css: "button second")
                }
            }
        }
    }

    /// Whom to wake.
    @HTMLBuilder
    private func waitsFor(_ proposal: PaperReview.Proposal) -> HTML {
        if let place = visit.state.stations[station] {
            let taken = review.opinions.map(\.by) + [proposal.by]
            let names = visit.others(who: .decidePaper, at: place, but: taken)
            tag("p") {
                names.isEmpty
                    ? visit.say(.nobodyMayConfirm)
                    : visit.say(.mayConfirm, names.prefix(6).joined(separator: ", "))
            }
        }
    }

    private func story(_ decided: Settlement) -> HTML {
        tag("p", .css("lead")) {
            decided.spoiled
                ? Standing.bad.badge(visit.say(.paperFoundSpoiled))
                : Standing.good.badge(visit.say(.commissionDecided))
        }
            + tag("dl", .css("terms")) {
                if decided.spoiled { term(.cameHow, visit.say(.commissionDecided)) }
                if let proposal = review.proposal {
                    term(.enteredByOfficer, at(proposal.by, proposal.at))
                }
                if let second = decided.by.last {
                    term(.confirmedByOfficer, at(second, decided.at))
                }
                term(.groundsWord, decided.reasons.joined(separator: " "))
            }
    }

    private func at(_ person: Account.ID, _ moment: Instant) -> String {
        visit.say(
            .personAt, visit.person(person),
            visit.moment(moment, at: visit.state.stations[station]))
    }

    private func term(_ name: Phrase, _ value: String) -> HTML {
        tag("dt") { visit.say(name) } + tag("dd") { value }
    }

    // MARK: Doing

    /// - Returns: nil when the deed is none of the commission's.
    func act(_ form: PostedForm) throws -> Answered? {
        switch form.deed {
        case "decide": return try decide(form)
        case "confirm":
            let entered = Int(form.text("entered")) ?? 0
            return try perform(form, .paperDecided) { state, account in
                try state.confirmPaperDecision(ref, entered: entered, by: account)
            }
        case "withdraw":
            return try perform(form, .decisionWithdrawn) { state, account in
                try state.withdrawPaperDecision(ref, by: account)
            }
        default: return nil
        }
    }

    private func decide(_ form: PostedForm) throws -> Answered {
        let spoiled = form.values("spoiled").contains("yes")
        let open = review.settlement?.open ?? []
        let choices = open.map { TargetChoice(rawValue: form.text("c\($0)")) }
        var filled = Filled(form: form)
        if !spoiled {
            for (place, choice) in zip(open, choices) where choice == nil {
                filled.blame("c\(place)", visit.say(.decideThisPlace))
            }
        }
        if form.text("why").isEmpty { filled.blame("why", visit.say(.sayGrounds)) }
        guard filled.faults.isEmpty else { return .again(filled) }
        let decision = PaperDecision(
            paper: ref, choices: spoiled ? [] : choices.compactMap { $0 }, spoiled: spoiled,
            grounds: form.text("why"))
        return try perform(form, .decisionEntered) { state, account in
            try state.proposePaperDecision(decision, by: account)
        }
    }

    private func perform(
        _ form: PostedForm, _ done: Done,
        _ decide: (OfficeState, Account) throws -> Decision
    ) throws -> Answered {
        let (account, ref) = (visit.account, ref)
        do {
            return try visit.perform(form) { _ in
                Landing(.reviewPaper(ref.reading, ref.number), done)
            } decide: { state, _ in
                try decide(state, account)
            }
        } catch {
            var filled = Filled(form: form)
            filled.problem = error
            return .again(filled)
        }
    }
}
