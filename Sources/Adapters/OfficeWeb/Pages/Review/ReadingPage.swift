import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Web

/// One reading of a station's papers: where it came from, what it counts before and after people, and
/// for who answers for it the way to take it back.
struct ReadingPage: OfficePage {
    let id: Digest

    var deeds: [Deed] { [.seeWork] }

    func isOpen(to visit: Visit) -> Bool {
        // Whether there is such a reading is told on the page.
        guard let taken = visit.state.review.readings[id] else { return true }
        return visit.may(.seeWork, at: taken.reading.station)
    }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        guard let taken = visit.state.review.readings[id], let setting = visit.state.setting else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        let title = visit.say(.readingTitle)
        let after = visit.state.review.totals(id, setting.definition)
        return Page(title: "\(title): \(visit.name(taken.reading.station))", chain: nil) {
            tag("h1") { title }
            Fields(visit, filled).above()
            facts(taken, visit)
            for contest in setting.definition.contests {
                if let before = taken.reading.totals.first(where: { $0.contest == contest.id }),
                    let now = after.first(where: { $0.contest == contest.id })
                {
                    table(contest, before, now, visit)
                }
            }
            if visit.may(.takeReading, at: taken.reading.station) { takeBack(visit, filled) }
            tag("p", .css("take")) { visit.link(.review, visit.say(.toDoubtfulPapers)) }
        }
    }

    private func facts(_ taken: TakenReading, _ visit: Visit) -> HTML {
        let progress = visit.state.review.progress(id)
        let station = visit.state.stations[taken.reading.station]
        func term(_ name: Phrase, _ value: HTML) -> HTML {
            tag("dt") { visit.say(name) } + tag("dd") { value }
        }
        func count(_ name: Phrase, _ number: Int) -> HTML {
            term(name, HTML(text: visit.view.number(number)))
        }
        return tag("dl", .css("terms")) {
            term(
                .stationWord,
                visit.link(.station(taken.reading.station), visit.name(taken.reading.station)))
            term(.takenInBy, HTML(text: visit.person(taken.by)))
            term(.takenInAt, HTML(text: visit.moment(taken.at, at: station)))
            count(.papersRead, taken.reading.papers)
            count(.refusedPagesWord, taken.reading.refusedPages)
            count(.doubtfulOfThem, progress.papers)
            count(.settledWord, progress.settled)
            count(.waitingWord, progress.waiting)
            count(.leftToCommission, progress.undecided)
            term(.digestOfReading, tag("span", .css("digest")) { id.hex })
        }
    }

    private func table(
        _ contest: Contest, _ before: MachineTotal, _ now: MachineTotal, _ visit: Visit
    ) -> HTML {
        func row(_ name: HTML, _ first: Int, _ second: Int) -> Table.Row {
            Table.Row([
                name, HTML(text: visit.view.number(first)), HTML(text: visit.view.number(second)),
            ])
        }
        var rows = contest.options.enumerated().map { place, option in
            row(
                Key(place + 1).named(visit.say(option.name)), before.votes[option.id] ?? 0,
                now.votes[option.id] ?? 0)
        }
        rows.append(
            row(HTML(text: visit.say(.papersNotValid)), before.notValid, now.notValid))
        rows.append(
            row(HTML(text: visit.say(.notDecidedPapers)), before.undecided, now.undecided))
        return Table(
            caption: visit.say(.readingCaption, visit.say(contest.title)),
            columns: [
                .text(visit.say(.optionWord)), .number(visit.say(.beforeReview)),
                .number(visit.say(.afterReview)),
            ], rows: rows
        ).html()
    }

    // MARK: Taking it back

    private func takeBack(_ visit: Visit, _ filled: Filled) -> HTML {
        let work = visit.state.review.work(on: id)
        // A form whose reason was missing stays open, so that its fault is seen.
        let isOpen = filled.form != nil
        let fields = Fields(visit, filled)
        return tag("details", .css("act"), isOpen ? Attribute("open", "") : nil) {
            tag("summary") { visit.say(.takeReadingBack) }
            fields.form("withdraw-reading") {
                tag("p") {
                    visit.say(
                        .whatGoesWithIt, visit.view.number(work.opinions),
                        visit.view.number(work.decisions))
                }
                fields.area("why", visit.say(.whyReadingBack), hint: visit.say(.whyReadingHint))
                if let fault = filled.fault("sure") { Fields.fault("f-sure", fault) }
                tag("div", .id("f-sure")) { fields.box("sure", visit.say(.sureOfReading)) }
                fields.button(visit.say(.takeReadingBack), css: "button grave")
            }
        }
    }

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        guard form.deed == "withdraw-reading" else {
            throw CallProblem.meaningless("nothing is asked for")
        }
        var filled = Filled(form: form)
        let why = form.text("why")
        if why.isEmpty { filled.blame("why", visit.say(.whyIsMissing)) }
        if !form.values("sure").contains("yes") {
            filled.blame("sure", visit.say(.saySureOfReading))
        }
        guard filled.faults.isEmpty else { return .again(filled) }
        let (account, id) = (visit.account, id)
        do {
            return try visit.perform(form) { _ in
                Landing(.review, .readingWithdrawn)
            } decide: { state, _ in
                try state.withdrawReading(id, why: why, by: account)
            }
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }
}
