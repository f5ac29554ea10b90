import Elections
import Ledger
import Primitives

extension Site {
    /// The first page: what was decided, whether the record verifies, and the way in.
    func front(_ view: View) -> Page {
        Page(title: view.say(.front), chain: nil) {
            tag("h1") { view.say(dossier.definition.name) }
            tag("p", .css("question-line")) { view.speech.day(dossier.definition.day) }
            for contest in dossier.contests { summary(of: contest, view) }
            if dossier.contests.isEmpty { tag("p") { view.say(.noResultsYet) } }
            verdict(view)
            tag("h2") { view.say(.nineChapters) }
            tag("p") { view.say(.nineChaptersLead) }
            contents(view)
        }
    }

    func summary(of contest: DeclaredContest, _ view: View) -> HTML {
        tag("section") {
            tag("h2") { view.say(contest.contest.title) }
            outcome(of: contest, view, rule: false)
            FigureBlock.row(headline(contest, view, how: .results(contest.contest.id)), view)
        }
    }

    /// Share of the one whom the outcome names first, and turnout.
    func headline(_ contest: DeclaredContest, _ view: View, how: Route) -> [FigureBlock] {
        let sums = contest.nation
        let base = contest.contest.outcome?.base ?? .valid
        let coverage = view.coverage(sums.stations, of: dossier.definition.stations.count)
        var figures: [FigureBlock] = []
        let votes = Array(zip(contest.contest.options, sums.votes))
        let leader =
            contest.named.first.flatMap { id in votes.first { $0.0.id == id } }
            ?? votes.max { $0.1 < $1.1 }
        if let leader {
            figures.append(
                FigureBlock(
                    value: view.speech.careful(leader.1, of: sums.base(base)),
                    label: view.say(leader.0.name),
                    base: view.say(
                        .partOfBase, view.number(leader.1), view.number(sums.base(base)),
                        view.say(base.ofWhom)),
                    coverage: coverage, series: series(contest, view), how: how,
                    fragment: "votes"))
        }
        figures.append(
            FigureBlock(
                value: view.speech.careful(sums.participants, of: sums.registered),
                label: view.say(.turnout),
                base: view.say(
                    .partOfBase, view.number(sums.participants), view.number(sums.registered),
                    view.say(Denominator.registered.ofWhom)),
                coverage: coverage, series: series(contest, view), how: how, fragment: "districts"))
        return figures
    }

    /// The outcome by the rule, in one sentence; with `rule` also the law's own words.
    func outcome(of contest: DeclaredContest, _ view: View, rule: Bool) -> HTML {
        tag("div", .css("outcome")) {
            tag("p", .css("lead")) {
                contest.outcome.map { view.say($0) } ?? view.say(.noRuleNoOutcome)
            }
            if let reason = contest.reasons.last, !rule {
                tag("p", .css("rule")) { view.say(reason.text) }
            }
            if let law = contest.contest.outcome, rule {
                tag("p", .css("rule")) { view.say(law.text) }
            }
        }
    }

    private func verdict(_ view: View) -> HTML {
        let log = dossier.log
        return tag("section") {
            tag("h2") { view.say(.canIVerify) }
            tag("div", .css("box")) {
                tag("p") { verdictBadge(view) }
                tag("p") {
                    view.say(log.failed == 0 ? .verifiedHere : .notVerifiedHere) + " "
                    view.link(.verify, view.say(.verifyYourself))
                }
            }
        }
    }

    func verdictBadge(_ view: View) -> HTML {
        let log = dossier.log
        let holding = log.verification.count - log.failed
        let standing: Standing =
            log.verification.isEmpty ? .quiet : (log.failed == 0 ? .good : .bad)
        return standing.badge(
            view.say(.stepsHold, view.number(holding), view.number(log.verification.count)))
    }

    private func contents(_ view: View) -> HTML {
        tag("ol", .css("contents")) {
            for chapter in Chapter.allCases {
                tag("li") {
                    tag("a", .href(view.address(.chapter(chapter)))) {
                        tag("span", .css("no")) { "\(chapter.rawValue)" }
                        tag("span", .css("verb")) { view.say(chapter.verb) }
                        tag("span", .css("question")) { view.say(chapter.question) }
                    }
                }
            }
        }
    }

    /// What is answered where there is no page.
    func missing(_ view: View) -> Page {
        Page(title: view.say(.noSuchPage), chain: nil) {
            tag("h1") { view.say(.noSuchPage) }
            tag("p", .css("question-line")) { view.say(.noSuchPageWhy) }
            tag("p") { view.say(.noSuchPageNext) }
            contents(view)
            tag("p", .css("small soft")) {
                view.say(.problemCode) + " "
                tag("code") { "web.no-such-page" }
            }
        }
    }
}

extension View {
    /// `12 of 12 stations`.
    func coverage(_ part: Int, of whole: Int) -> String {
        say(.coverage, number(part), count(whole, .ofStations))
    }
}

extension Denominator {
    /// `of those who took part`.
    var ofWhom: Phrase {
        switch self {
        case .registered: .ofRegistered
        case .participants: .ofParticipants
        case .valid: .ofValid
        }
    }
}
