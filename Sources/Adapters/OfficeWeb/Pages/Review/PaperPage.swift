import Ballots
import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Web

/// One doubtful paper: its doubtful places large, the page small, what each reader of the machine
/// says, and one press for each decision. What another person said is nowhere on it until reviewers are
/// done with the paper; then the commission sees it, where it has to decide.
struct PaperPage: OfficePage {
    let ref: PaperRef

    var deeds: [Deed] { [.reviewPapers, .seeWork] }

    func isOpen(to visit: Visit) -> Bool {
        // Whether there is such a paper is told on the page.
        guard let taken = visit.state.review.readings[ref.reading] else { return true }
        return visit.may(.reviewPapers, at: taken.reading.station)
            || visit.may(.seeWork, at: taken.reading.station)
    }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        guard let taken = visit.state.review.readings[ref.reading],
            let paper = visit.state.review.paper(ref)
        else { throw CallProblem.noSuchResource(visit.view.route.path) }
        let review = visit.state.review.review(ref)
        let isReviewer = visit.may(.reviewPapers, at: taken.reading.station)
        let look = PaperLook(visit, taken.reading, paper)
        let commission = CommissionPart(visit: visit, ref: ref, look: look, review: review)
        let opinions =
            visit.state.opensOpinions(of: ref, to: visit.account)
            ? OpinionLook(visit: visit, review: review) : nil
        let mayDecide =
            isReviewer && review.settlement == nil && review.lease?.by == visit.account.id
            && review.opinion(of: visit.account.id) == nil
        return Page(title: visit.say(.paperTitle, paper.sheet.text), chain: nil) {
            tag("div", .css("paper-head")) {
                tag("h1") { visit.say(.paperTitle, paper.sheet.text) }
                tag("p", .css("small soft")) { visit.name(taken.reading.station) }
                // In its line and not above the paper, so that nothing moves from paper to paper.
                if filled.done == .opinionGiven {
                    tag("p", Attribute("role", "status")) {
                        Standing.good.badge(visit.say(.done(filled.done)))
                    }
                }
                if mayDecide { ReviewLook(visit).progress() }
            }
            Fields(visit, above(filled)).above()
            if mayDecide {
                PaperForm(visit: visit, fields: Fields(visit, filled), look: look, review: review)
                    .html()
            } else {
                standing(review, isReviewer, visit)
                commission.head()
                if commission.isTheirs, review.proposal == nil {
                    PaperForm(
                        visit: visit, fields: Fields(visit, filled), look: look, review: review,
                        voice: .commission
                    ).html()
                } else {
                    look.shown(review, opinions) { commission.foot(Fields(visit, filled)) }
                }
                tag("p", .css("take")) { visit.link(.review, visit.say(.toDoubtfulPapers)) }
            }
        }
    }

    private func above(_ filled: Filled) -> Filled {
        var filled = filled
        if filled.done == .opinionGiven { filled.done = .none }
        return filled
    }

    /// How it stands with reviewers; the commission tells its part itself.
    private func standing(_ review: PaperReview, _ isReviewer: Bool, _ visit: Visit) -> HTML {
        if review.outcome?.byCommission ?? false || review.settlement?.isUndecided ?? false {
            return HTML()
        }
        let (mark, phrase): (Standing, Phrase) =
            if let settlement = review.settlement {
                settlement.spoiled ? (.bad, .paperFoundSpoiled) : (.good, .paperSettled)
            } else if isReviewer, review.opinion(of: visit.account.id) != nil {
                (.quiet, .youHaveSaid)
            } else if isReviewer {
                (.quiet, .paperNotBeforeYou)
            } else {
                (.quiet, .paperWaits)
            }
        return tag("p", .css("lead")) { mark.badge(visit.say(phrase)) }
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        let account = visit.account
        let ref = ref
        switch form.deed {
        case "put-back":
            return try visit.perform(form) { _ in
                Landing(.review, .paperPutBack)
            } decide: { state, _ in
                try state.putPaperBack(ref, by: account)
            }
        case "keep":
            return try visit.perform(form) { plan in
                let kept = plan.act?.paper ?? ref
                return Landing(
                    .reviewPaper(kept.reading, kept.number), kept == ref ? .paperKept : .none)
            } decide: { state, now in
                try state.takePaper(by: account, at: now)
            }
        case "send": return try send(visit, form)
        default:
            guard let taken = visit.state.review.readings[ref.reading],
                let paper = visit.state.review.paper(ref)
            else { throw CallProblem.noSuchResource(visit.view.route.path) }
            let commission = CommissionPart(
                visit: visit, ref: ref, look: PaperLook(visit, taken.reading, paper),
                review: visit.state.review.review(ref))
            guard let answer = try commission.act(form) else {
                throw CallProblem.meaningless("nothing is asked for")
            }
            return answer
        }
    }

    private func send(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        guard let paper = visit.state.review.paper(ref) else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        let spoiled = form.values("spoiled").contains("yes")
        let choices = paper.targets.indices.map { TargetChoice(rawValue: form.text("c\($0)")) }
        var filled = Filled(form: form)
        if !spoiled {
            for place in choices.indices where choices[place] == nil {
                filled.blame("c\(place)", visit.say(.decideThisPlace))
            }
        }
        let opinion = PaperOpinion(
            paper: ref, choices: spoiled ? [] : choices.compactMap { $0 }, spoiled: spoiled,
            why: form.text("why"), salt: String(Secrets.token().prefix(32)))
        if filled.faults.isEmpty, opinion.needsWhy, form.text("why").isEmpty {
            filled.blame("why", visit.say(.sayWhyOfPaper))
        }
        guard filled.faults.isEmpty else { return .again(filled) }
        let account = visit.account
        let answer = try visit.perform(form) { _ in
            Landing(.review, .opinionGiven)
        } decide: { state, _ in
            try state.giveOpinion(opinion, by: account)
        }
        return try next(visit) ?? answer
    }

    /// The next paper, so that nobody has to ask for each. Taking a paper that lies before the person
    /// already changes nothing but the time, so sending a form twice does no harm.
    private func next(_ visit: Visit) throws -> Answered? {
        let account = visit.account
        let outcome = try visit.call.office.perform(as: account.id) { state, now in
            guard state.accounts[account.id] == account else { throw FilingProblem.notAllowed }
            return try state.takePaper(by: account, at: now)
        }
        guard case .done(let entry) = outcome, let next = entry.act.paper else { return nil }
        return .go(Landing(.reviewPaper(next.reading, next.number), .opinionGiven))
    }
}
